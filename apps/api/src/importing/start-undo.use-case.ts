// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { UndoRepository } from './undo.repository.js';

/** An import to be taken back. */
export interface UndoRequest {
  readonly importId: number;
  readonly dryRun: boolean;
  /** What later imports or people changed stays as they made it; without this, it stands in the way. */
  readonly acceptConflicts: boolean;
}

export const UNDO_JOB = 'undo-import';

/** Queues the undoing of an import. */
@Injectable()
export class StartUndo {
  constructor(
    private readonly transactions: Transactions,
    private readonly undoing: UndoRepository,
    private readonly queue: JobQueue,
    private readonly audit: AuditTrail,
  ) {}

  async execute(request: UndoRequest, actorId: number, requestId?: string): Promise<Result<{ readonly jobId: string }, Problem>> {
    return this.transactions.run<{ jobId: string }, Problem>(async () => {
      const done = await this.undoing.find(request.importId);
      if (!done) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Import', id: `Import:${request.importId}` });
      const jobId = await this.queue.enqueue(UNDO_JOB, request, done.fileName, actorId);
      await this.audit.record({ actorId, operation: 'startUndo', entity: 'Job', entityId: jobId, after: request, requestId });
      return ok({ jobId });
    });
  }
}
