// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { ReceiveUpload } from './receive-upload.use-case.js';
import { UploadRepository } from './upload.repository.js';

/** A text file that was handed in. */
export interface UploadedText {
  readonly fileName: string;
  /** Without byte order mark. */
  readonly text: string;
}

/** Reads a file that was handed in as one piece of text in UTF-8. */
@Injectable()
export class ReadUploadedText {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly files: ReceiveUpload,
  ) {}

  /** @returns the text and the name of its file, or why it cannot be read */
  async execute(uploadId: string, mostBytes: number): Promise<Result<UploadedText, Problem>> {
    const upload = await this.uploads.find(uploadId);
    const size = upload ? (await stat(this.files.pathOf(upload.id)).catch(() => null))?.size : undefined;
    if (!upload || size === undefined) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Upload', id: uploadId });
    const file = upload.fileName;
    if (size > mostBytes) return err({ code: 'IMPORTING.TEXT_TOO_LONG', file, most: mostBytes });
    const bytes = await readFile(this.files.pathOf(upload.id));
    return isUtf8(bytes) ? ok({ fileName: file, text: new TextDecoder('utf-8').decode(bytes) }) : err({ code: 'IMPORTING.TEXT_NOT_UTF8', file });
  }
}
