// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { assumptionsOf } from '#scoring';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import type { JobContext, JobResult } from '../platform/jobs/job.queue.js';
import { AssessmentRepository } from './assessment.repository.js';
import { CandidateRepository } from './candidate.repository.js';
import { EconomicsSettingRepository } from './economics-setting.repository.js';
import type { ScoringWork } from './score-candidates.js';
import { scoreInThread } from './scoring-thread.js';
import { modelNotFound, ScoringModelRepository } from './scoring-model.repository.js';
import { ScoringRunRepository } from './scoring-run.repository.js';

/** What a scoring run is asked for; kept as the job's payload. */
export interface ScoringOrder {
  /** Key of the model. */
  readonly model: string;
  /** Version of the model; the newest where it is left out. */
  readonly version?: number | null | undefined;
  readonly seed: number;
  readonly samples: number;
}

/**
 * Scores every candidate on what is known today and keeps the run: model, inputs, seed and outcome, never to be changed again.
 *
 * Inputs are read at one moment; the work is done in a thread, outside any transaction; the run is written in one, so that a crash leaves none behind.
 */
@Injectable()
export class PerformScoringRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly candidates: CandidateRepository,
    private readonly assessments: AssessmentRepository,
    private readonly models: ScoringModelRepository,
    private readonly settings: EconomicsSettingRepository,
    private readonly runs: ScoringRunRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ jobId, payload: order, actorId, signal, progress, conclude }: JobContext<ScoringOrder>): Promise<Result<JobResult, Problem>> {
    progress({ step: 'collecting', done: 0 });
    const collected = await this.collect(order);
    if (!collected.ok) return collected;
    const { modelId, questionnaireId, work } = collected.value;
    const computed = await scoreInThread(work, signal, progress);
    if (!computed.ok) return computed;
    if (signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
    const { inputsHash, candidates } = computed.value;
    return this.transactions.run<JobResult, Problem>(async () => {
      const head = { modelId, questionnaireId, seed: order.seed, samples: order.samples, asOf: work.today, inputsHash, candidates, assumptions: work.assumptions };
      const runId = await this.runs.open(head);
      if (!(await this.runs.writeScores(runId, computed.value))) return err({ code: 'SCORING.CATALOGUE_CHANGED' });
      await this.audit.record({ actorId, operation: 'scoringRun', entity: 'ScoringRun', entityId: runId, after: { ...order, inputsHash, candidates }, requestId: jobId ?? undefined });
      const result = { resultId: `ScoringRun:${runId}`, summary: { candidates, inputsHash } };
      await conclude?.(result);
      return ok(result);
    });
  }

  private collect(order: ScoringOrder): Promise<Result<{ modelId: number; questionnaireId: number | null; work: ScoringWork }, Problem>> {
    const today = dateOfInstant(new Date());
    return this.transactions.run<{ modelId: number; questionnaireId: number | null; work: ScoringWork }, Problem>(async () => {
      await this.runs.lookOnce();
      const stored = await this.models.find(order.model, order.version ?? null);
      if (!stored) return err(modelNotFound(order));
      const rows = await this.candidates.all(today);
      if (rows.length === 0) return err({ code: 'SCORING.NO_CANDIDATES' });
      const asked = await this.assessments.newestQuestionnaire();
      const work: ScoringWork = {
        model: stored.model,
        questionnaire: asked?.questionnaire ?? null,
        rows,
        vendorShares: await this.candidates.vendorShares(),
        answers: await this.assessments.standing(today),
        today,
        seed: order.seed,
        samples: order.samples,
        assumptions: assumptionsOf(await this.settings.standing()),
      };
      return ok({ modelId: stored.id, questionnaireId: asked?.id ?? null, work });
    });
  }
}
