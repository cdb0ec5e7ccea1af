// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { NO_WISHES, type ImportRequest, type ReadingWishes } from './import-summary.js';
import { PSEUDONYM_KEY } from './pseudonyms.js';
import { UploadRepository } from './upload.repository.js';

/** What a person asks for; `source` is the file's name unless given. */
export interface ImportOrder extends Partial<ReadingWishes> {
  readonly uploadId: string;
  readonly source?: string | undefined;
  readonly dryRun: boolean;
}

export const IMPORT_JOB = 'import';

/** Queues the import of a file that was handed in. */
@Injectable()
export class StartImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly uploads: UploadRepository,
    private readonly queue: JobQueue,
    private readonly audit: AuditTrail,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: string | null,
  ) {}

  async execute({ uploadId, source, dryRun, ...wishes }: ImportOrder, actorId: number, requestId?: string): Promise<Result<{ readonly jobId: string }, Problem>> {
    return this.transactions.run<{ jobId: string }, Problem>(async () => {
      const upload = await this.uploads.find(uploadId);
      if (!upload) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Upload', id: uploadId });
      if (wishes.pseudonymise && this.pseudonymKey === null) return err({ code: 'IMPORTING.PSEUDONYM_KEY_MISSING' });
      const wished = Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined && value !== null));
      const request: ImportRequest = { ...NO_WISHES, ...wished, upload, source: source?.trim() || upload.fileName, dryRun };
      const jobId = await this.queue.enqueue(IMPORT_JOB, request, upload.fileName, actorId);
      await this.audit.record({ actorId, operation: 'startImport', entity: 'Job', entityId: jobId, after: request, requestId });
      return ok({ jobId });
    });
  }
}
