// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { nextTermination } from '#licensing';
import {
  defaultMoveAssumptions,
  deriveInputs,
  dortmund2021,
  economics,
  estimateMove,
  explainScore,
  rankInSteps,
  scoreCandidate,
  type CandidateFacts,
  type EconomicsFacts,
  type RankableCandidate,
  type ScoringModel,
} from '#scoring';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import type { JobContext, JobResult } from '../platform/jobs/job.queue.js';
import { CandidateRepository } from './candidate.repository.js';
import { factsOf, seatsOf, type CandidateRow } from './candidate-row.js';
import { ScoringRunRepository } from './scoring-run.repository.js';

/** What a scoring run is asked for; kept as the job's payload. */
export interface ScoringOrder {
  /** Key of the model. */
  readonly model: string;
  readonly seed: number;
  readonly samples: number;
}

/** Years of cash flow that are looked at, and how the change is assumed to go. */
const ECONOMICS = { dualRunningMonths: 3, horizonMonths: 60, discount01: 0.02 };

interface Scored {
  readonly row: CandidateRow;
  readonly facts: CandidateFacts;
  readonly money: EconomicsFacts;
  readonly rankable: RankableCandidate;
}

/** Scores every candidate on what is known today and keeps the run: model, inputs, seed and outcome, never to be changed again. */
@Injectable()
export class PerformScoringRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly candidates: CandidateRepository,
    private readonly runs: ScoringRunRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ payload: order, actorId, signal, progress }: JobContext<ScoringOrder>): Promise<Result<JobResult, Problem>> {
    return this.transactions.run<JobResult, Problem>(async () => {
      const model = await this.modelOf(order.model);
      if (!model) return err({ code: 'SCORING.NOT_FOUND', what: 'ScoringModel', id: order.model });
      const today = dateOfInstant(new Date());
      progress({ step: 'collecting', done: 0 });
      const rows = await this.candidates.all();
      if (rows.length === 0) return err({ code: 'SCORING.NO_CANDIDATES' });
      const shares = await this.candidates.vendorShares();
      const scored: Scored[] = [];
      for (const row of rows) {
        const one = this.score(row, row.vendorId === null ? null : (shares.get(String(row.vendorId)) ?? null), model, today);
        if (!one.ok) return one;
        scored.push(one.value);
      }
      const steps = rankInSteps(model, scored.map((one) => one.rankable), { seed: order.seed, samples: order.samples });
      if (!steps.ok) return steps;
      let step = steps.value.next();
      while (!step.done) {
        if (signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
        progress({ step: 'sampling', done: step.value.samplesDone, total: order.samples });
        await nextTurn();
        step = steps.value.next();
      }
      const modelId = await this.runs.keepModel(model);
      const inputs = scored.map(({ row, facts, money }) => ({ product: row.productKey, alternative: row.alternativeKey, facts, money }));
      const inputsHash = createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
      const runId = await this.runs.open({ modelId, seed: order.seed, samples: order.samples, asOf: today, inputsHash, candidates: rows.length, assumptions: { ...defaultMoveAssumptions, ...ECONOMICS } });
      const byKey = new Map(scored.map((one) => [one.row.productKey, one]));
      await this.runs.writeScores(
        runId,
        step.value.candidates.map((ranked) => {
          const { row, facts, money, rankable } = byKey.get(ranked.id)!;
          const explanation = { score: rankable.score, de: explainScore(rankable.score, model, 'de'), en: explainScore(rankable.score, model, 'en') };
          return { ranked, productId: row.productId, alternativeId: row.alternativeId, facts: { ...facts, money }, explanation };
        }),
      );
      await this.audit.record({ actorId, operation: 'scoringRun', entity: 'ScoringRun', entityId: runId, after: { ...order, inputsHash, candidates: rows.length } });
      return ok({ resultId: `ScoringRun:${runId}`, summary: { candidates: rows.length, inputsHash } });
    });
  }

  private async modelOf(key: string): Promise<ScoringModel | null> {
    return key === dortmund2021.id ? dortmund2021 : this.runs.newestModel(key);
  }

  private score(row: CandidateRow, vendorShare01: number | null, model: ScoringModel, today: CalendarDate): Result<Scored, Problem> {
    const facts = factsOf(row, vendorShare01, today);
    const inputs = deriveInputs(facts, model, today);
    if (!inputs.ok) return inputs;
    const score = scoreCandidate(model, inputs.value);
    if (!score.ok) return score;
    const money = moneyOf(row, today);
    const worth = economics(money, { ...ECONOMICS, startsOn: today, staffDayCents: defaultMoveAssumptions.staffDayCents });
    if (!worth.ok) return worth;
    return ok({ row, facts, money, rankable: { id: row.productKey, score: score.value, npvCents: worth.value.npvCents } });
  }
}

function moneyOf(row: CandidateRow, today: CalendarDate): EconomicsFacts {
  const estimate = estimateMove(
    { seats: seatsOf(row), interfaces: row.interfacesOpen + row.interfacesOther + row.interfacesUnknown, kind: row.kind, annualCostCents: row.annualCostCents },
    defaultMoveAssumptions,
  );
  const ends = row.contracts.map(({ endsOn, renewalMonths, noticePeriodMonths }) => nextTermination({ endsOn, renewalMonths, notice: { months: noticePeriodMonths ?? 0 } }, today)?.endsOn ?? null);
  return {
    annualCostCents: row.annualCostCents === null ? null : { low: row.annualCostCents, high: row.annualCostCents },
    // Today's cost is free once the last of its contracts has ended.
    contractEndsOn: ends.length === 0 || ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
    ...estimate,
  };
}
