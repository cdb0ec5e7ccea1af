// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { readPlainTable, type PlainRow } from '#importing';
import { ReceiveUpload } from './receive-upload.use-case.js';
import { storedUpload } from './stored-upload.js';
import { UploadRepository } from './upload.repository.js';

/** Rows of a table that was handed in. */
export interface UploadedTable {
  readonly fileName: string;
  readonly rows: readonly PlainRow[];
}

/** Reads a file that was handed in as a plain table: CSV, XLSX or ODS. */
@Injectable()
export class ReadUploadedTable {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly files: ReceiveUpload,
  ) {}

  /** @returns the rows and the name of the file, or why it cannot be read */
  async execute(uploadId: string, mostRows: number): Promise<Result<UploadedTable, Problem>> {
    const upload = await this.uploads.find(uploadId);
    if (!upload || !(await this.files.isThere(upload.id))) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Upload', id: uploadId });
    const table = await readPlainTable(await storedUpload(this.files.pathOf(upload.id)), upload.fileName, mostRows);
    return table.ok ? ok({ fileName: upload.fileName, rows: table.value.rows }) : table;
  }
}
