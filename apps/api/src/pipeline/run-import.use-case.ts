// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { ImportInventory, ImportRepository, InventoryRepository, ReceiveUpload, type ImportRequest, type ImportSummary } from '../importing/index.js';
import { MatchTitles } from '../matching/index.js';
import { Transactions } from '../platform/database/transactions.js';
import type { JobContext, JobResult } from '../platform/jobs/job.queue.js';

/** What a dry run carries out of the transaction that is rolled back behind it. */
interface DryRun {
  readonly code: 'DRY_RUN';
  readonly result: JobResult;
}

/** A file, from upload to recognised products: one transaction, so that a crash or a refusal anywhere leaves nothing half done. */
@Injectable()
export class RunImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportRepository,
    private readonly inventory: InventoryRepository,
    private readonly importInventory: ImportInventory,
    private readonly matchTitles: MatchTitles,
    private readonly uploads: ReceiveUpload,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ jobId, payload: request, actorId, signal, progress }: JobContext<ImportRequest>): Promise<Result<JobResult, Problem>> {
    const outcome = await this.transactions.run<JobResult, Problem | DryRun>(async () => {
      await this.inventory.takeTurn();
      const sourceId = await this.imports.sourceId(request.source);
      const importId = await this.imports.open(sourceId, request, actorId, jobId);
      const read = await this.importInventory.execute(importId, sourceId, request, this.uploads.pathOf(request.upload.id), { signal, progress });
      if (!read.ok) return read;
      progress({ step: 'matching', done: 0, total: read.value.newTitleIds.length });
      const titles = read.value.duplicateOf === null ? await this.matchTitles.execute({ ids: read.value.newTitleIds }) : { matched: 0, queued: 0 };
      await this.imports.close(importId, read.value, titles);
      const result = { resultId: `Import:${importId}`, summary: summaryOf(read.value, titles) };
      if (request.dryRun) return err<DryRun>({ code: 'DRY_RUN', result: { ...result, resultId: null } });
      await this.audit.record({ actorId, operation: 'import', entity: 'Import', entityId: importId, after: result.summary, requestId: jobId ?? undefined });
      return ok(result);
    });
    if (outcome.ok) await this.uploads.discard(request.upload.id);
    if (outcome.ok) return outcome;
    return 'result' in outcome.problem && outcome.problem.code === 'DRY_RUN' ? ok((outcome.problem as DryRun).result) : err(outcome.problem as Problem);
  }
}

/** The figures that whoever waits for the job is shown. */
function summaryOf(summary: Omit<ImportSummary, 'importId'>, titles: { readonly matched: number; readonly queued: number }): unknown {
  return {
    format: summary.format,
    mapping: summary.mapping,
    records: summary.records,
    accepted: summary.accepted,
    rejected: summary.rejected,
    duplicateOf: summary.duplicateOf === null ? null : `Import:${summary.duplicateOf}`,
    problems: summary.problems.slice(0, 100),
    installations: summary.installations,
    titles: { new: summary.newTitleIds.length, matched: titles.matched, queued: titles.queued },
  };
}
