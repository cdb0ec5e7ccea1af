// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { ChangeLogRepository, HostRepository, InventoryRepository, UndoRepository, UsageRepository, type UndoRequest } from '../importing/index.js';
import { MatchTitles } from '../matching/index.js';
import { Transactions } from '../platform/database/transactions.js';
import type { JobContext, JobResult } from '../platform/jobs/job.queue.js';

interface DryRun {
  readonly code: 'DRY_RUN';
  readonly result: JobResult;
}

/** Takes an import back as a whole: what it added, removed and changed is as if it had never been. What later imports say stands, and is told before. */
@Injectable()
export class UndoImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly inventory: InventoryRepository,
    private readonly undoing: UndoRepository,
    private readonly log: ChangeLogRepository,
    private readonly hosts: HostRepository,
    private readonly usage: UsageRepository,
    private readonly matchTitles: MatchTitles,
    private readonly audit: AuditTrail,
  ) {}

  async execute(context: JobContext<UndoRequest>): Promise<Result<JobResult, Problem>> {
    const outcome = await this.transactions.run<JobResult, Problem | DryRun>(() => this.undo(context));
    return outcome.ok ? outcome : outcome.problem.code === 'DRY_RUN' ? ok((outcome.problem as DryRun).result) : err(outcome.problem as Problem);
  }

  private async undo({ jobId, actorId, signal, progress, conclude, payload: { importId, dryRun, acceptConflicts } }: JobContext<UndoRequest>): Promise<Result<JobResult, Problem | DryRun>> {
    const named = await this.undoing.find(importId);
    if (named === null) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Import', id: `Import:${importId}` });
    progress({ step: 'waiting', done: 0 });
    await this.inventory.takeTurn(named.source);
    const done = (await this.undoing.find(importId))!;
    if (done.isUndone) return err({ code: 'IMPORTING.ALREADY_UNDONE', id: `Import:${importId}`, fileName: done.fileName });
    if (done.duplicateOf !== null) return err({ code: 'IMPORTING.NOTHING_TO_UNDO', id: `Import:${importId}`, duplicateOf: `Import:${done.duplicateOf}` });
    await this.inventory.takeMergingTurn();
    progress({ step: 'undoing', done: 0 });
    const installations = await this.undoing.undoInstallations(done);
    const rows = await this.log.undo(importId);
    const conflicts = installations.kept + rows.kept;
    if (conflicts > 0 && !acceptConflicts && !dryRun) return err({ code: 'IMPORTING.UNDO_CONFLICTS', id: `Import:${importId}`, fileName: done.fileName, conflicts });
    const touched = [...new Set([...installations.touchedTitleIds, ...rows.touchedTitleIds, ...(await this.hosts.titlesOn(rows.touchedHostIds))])];
    const names = await this.undoing.forgetNames(importId);
    await this.usage.refreshTitles(touched);
    await this.matchTitles.refreshCounts();
    await this.undoing.markUndone(importId, actorId);
    if (signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
    const { removed, restored, kept } = installations;
    const summary = { importId: `Import:${importId}`, source: done.source, fileName: done.fileName, dryRun, installations: { removed, restored, kept }, rows: { undone: rows.undone, kept: rows.kept }, titles: { removed: names.titles }, hosts: { removed: names.hosts }, conflicts };
    if (dryRun) return err<DryRun>({ code: 'DRY_RUN', result: { resultId: null, summary } });
    await this.audit.record({ actorId, operation: 'undoImport', entity: 'Import', entityId: importId, after: summary, requestId: jobId ?? undefined });
    const result = { resultId: `Import:${importId}`, summary };
    await conclude?.(result);
    return ok(result);
  }
}
