// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import {
  checkOf,
  ImportInventory,
  ImportPreviewRepository,
  ImportRepository,
  InventoryRepository,
  PSEUDONYM_KEY,
  pseudonymsWith,
  ReceiveUpload,
  type ImportPreview,
  type ImportRequest,
  type ImportSummary,
  type KnownSource,
  type Recognise,
} from '../importing/index.js';
import { MatchTitles } from '../matching/index.js';
import { IS_EMBEDDED } from '../platform/database/database.module.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
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
    private readonly previews: ImportPreviewRepository,
    private readonly matchTitles: MatchTitles,
    private readonly uploads: ReceiveUpload,
    private readonly audit: AuditTrail,
    private readonly texts: ProblemTexts,
    @Inject(IS_EMBEDDED) private readonly isEmbedded: boolean,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: string | null,
  ) {}

  async execute(context: JobContext<ImportRequest>): Promise<Result<JobResult, Problem>> {
    const { payload: request } = context;
    if (!(await this.uploads.isThere(request.upload.id))) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Upload', id: request.upload.id });
    if (this.isEmbedded && !(await this.uploads.hasRoomFor(request.upload.id))) return err({ code: 'PLATFORM.DISK_FULL' });
    const outcome = await this.transactions.run<JobResult, Problem | DryRun>(() => this.import(context));
    const result = outcome.ok ? outcome : isDryRun(outcome.problem) ? ok(outcome.problem.result) : err(outcome.problem);
    // A refused file may be read again with another mapping; one with names that are not to be kept is not left lying about.
    if (result.ok || request.dryRun || request.pseudonymise) await this.uploads.discard(request.upload.id);
    return result;
  }

  private async import({ jobId, payload: request, actorId, signal, progress, conclude }: JobContext<ImportRequest>): Promise<Result<JobResult, Problem | DryRun>> {
    progress({ step: 'waiting', done: 0 });
    await this.inventory.takeTurn(request.source);
    const source = await this.imports.source(request.source);
    const naming = this.namingOf(source, request);
    if (!naming.ok) return naming;
    const { isPseudonymised, nameOfHost, check } = naming.value;
    const importId = await this.imports.open(source.id, request, isPseudonymised, actorId, jobId);
    const open = { importId, sourceId: source.id, request, path: this.uploads.pathOf(request.upload.id), isPseudonymised, nameOfHost, recognise: (titles: Parameters<Recognise>[0]) => this.matchTitles.recognise(titles) };
    const read = await this.importInventory.execute(open, { signal, progress });
    if (!read.ok) return read;
    progress({ step: 'matching', done: 0, total: read.value.newTitleIds.length });
    const titles = read.value.duplicateOf === null ? await this.matchTitles.execute({ ids: read.value.newTitleIds }) : { matched: 0, queued: 0 };
    if (signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
    await this.imports.close(importId, read.value, titles);
    await this.imports.keepPseudonymised(source.id, isPseudonymised, check);
    if (request.dryRun) {
      const preview = await this.previews.previewOf(importId, source.id, read.value);
      return err<DryRun>({ code: 'DRY_RUN', result: { resultId: null, summary: { ...this.summaryOf(read.value, titles), preview } } });
    }
    const summary = this.summaryOf(read.value, titles);
    await this.audit.record({ actorId, operation: 'import', entity: 'Import', entityId: importId, after: summary, requestId: jobId ?? undefined });
    const result = { resultId: `Import:${importId}`, summary };
    await conclude?.(result);
    return ok(result);
  }

  /** Once under pseudonyms, a source stays so until somebody says otherwise; and with one key only, for else every machine would seem new. */
  private namingOf(source: KnownSource, { pseudonymise }: ImportRequest): Result<{ isPseudonymised: boolean; nameOfHost: (host: string) => string; check: string | null }, Problem> {
    const isPseudonymised = pseudonymise ?? source.isPseudonymised;
    if (!isPseudonymised) return ok({ isPseudonymised, nameOfHost: (host) => host.toLowerCase(), check: null });
    if (this.pseudonymKey === null) return err({ code: 'IMPORTING.PSEUDONYM_KEY_MISSING' });
    const check = checkOf(this.pseudonymKey);
    if (source.pseudonymCheck !== null && source.pseudonymCheck !== check) return err({ code: 'IMPORTING.PSEUDONYM_KEY_CHANGED' });
    return ok({ isPseudonymised, nameOfHost: pseudonymsWith(this.pseudonymKey), check });
  }

  /** The figures that whoever waits for the job is shown. */
  private summaryOf(summary: ImportSummary, titles: { readonly matched: number; readonly queued: number }): Readonly<Record<string, unknown>> & { readonly preview?: ImportPreview } {
    return {
      format: summary.format,
      recordKind: summary.recordKind,
      scope: summary.scope,
      columns: summary.columns,
      mapping: summary.mapping,
      records: summary.records,
      accepted: summary.accepted,
      rejected: summary.rejected,
      duplicateOf: summary.duplicateOf === null ? null : `Import:${summary.duplicateOf}`,
      problems: summary.problems.slice(0, 100).map((problem) => ({ ...problem, message: this.texts.describe(problem, 'en'), messageDe: this.texts.describe(problem, 'de') })),
      installations: summary.installations,
      ...(summary.administration === null ? {} : { [summary.recordKind]: summary.administration }),
      titles: { new: summary.newTitleIds.length, matched: titles.matched, queued: titles.queued },
      hostsChanged: summary.hostsChanged,
      conflicts: summary.conflicts.length,
    };
  }
}

function isDryRun(problem: Problem | DryRun): problem is DryRun {
  return problem.code === 'DRY_RUN';
}
