// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import type { ImportRequest } from './import-summary.js';
import { UploadRepository } from './upload.repository.js';

/** What a person asks for; `source` is the file's name unless given. */
export interface ImportOrder {
  readonly uploadId: string;
  readonly source?: string | undefined;
  readonly format?: string | undefined;
  readonly mapping: Readonly<Record<string, string>>;
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
  ) {}

  async execute(order: ImportOrder, actorId: number, requestId?: string): Promise<Result<{ readonly jobId: string }, Problem>> {
    return this.transactions.run<{ jobId: string }, Problem>(async () => {
      const upload = await this.uploads.find(order.uploadId);
      if (!upload) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Upload', id: order.uploadId });
      const request: ImportRequest = { upload, source: order.source?.trim() || upload.fileName, format: order.format ?? null, mapping: order.mapping, dryRun: order.dryRun };
      const jobId = await this.queue.enqueue(IMPORT_JOB, request, upload.fileName, actorId);
      await this.audit.record({ actorId, operation: 'startImport', entity: 'Job', entityId: jobId, after: request, requestId });
      return ok({ jobId });
    });
  }
}
