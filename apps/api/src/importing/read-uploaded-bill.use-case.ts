// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { readSbom, type Sbom } from '#importing';
import { cycloneDxSchema } from './cyclonedx-schemas.js';
import { ReceiveUpload } from './receive-upload.use-case.js';
import { UploadRepository } from './upload.repository.js';

/** A bill of materials, and the name of the file it stood in. */
export type UploadedBill = Sbom & { readonly fileName: string };

/** Reads a file that was handed in as a bill of materials. */
@Injectable()
export class ReadUploadedBill {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly files: ReceiveUpload,
  ) {}

  /** @returns the bill and the name of its file, or why it cannot be read */
  async execute(uploadId: string): Promise<Result<UploadedBill, Problem>> {
    const upload = await this.uploads.find(uploadId);
    if (!upload || !(await this.files.isThere(upload.id))) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Upload', id: uploadId });
    const open = (): ReturnType<typeof createReadStream> => createReadStream(this.files.pathOf(upload.id));
    const bill = await readSbom(open(), { fileName: upload.fileName, schemas: cycloneDxSchema, reopen: open });
    return bill.ok ? ok({ ...bill.value, fileName: upload.fileName }) : bill;
  }
}
