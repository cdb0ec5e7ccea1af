// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { checkPlan, checkProblem, planWaves } from '#planning';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import type { JobContext, JobResult } from '../platform/jobs/job.queue.js';
import { PlanRepository } from './plan.repository.js';
import { heedUnderWay, startsInForce } from './plan-under-way.js';
import { planningProblemOf, type PlannableCandidate, type PreparedProblem } from './planning-problem.js';
import { DEFAULT_SCENARIO, defaultScenario, scenarioDefinition, type ScenarioDefinition } from './scenario.js';
import { SteeringRepository } from './steering.repository.js';

/** What planning is asked for; kept as the job's payload. */
export interface PlanningOrder {
  /** Name of the scenario; null: the first there is, or the default one. */
  readonly scenario: string | null;
  readonly seed: number;
  readonly timeLimitSeconds: number;
  /** At most so many changes against the plan in force; null or missing: any number. */
  readonly maxChanges?: number | null;
}

/** Plans waves on the newest scoring run. The solver works outside any transaction; what it found is checked independently, then stored, never to be changed again. */
@Injectable()
export class PerformPlanning {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly steering: SteeringRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ payload: order, actorId, signal, progress, conclude }: JobContext<PlanningOrder>): Promise<Result<JobResult, Problem>> {
    const today = dateOfInstant(new Date());
    const prepared = await this.transactions.run(async () => {
      const runId = await this.plans.newestRun();
      if (runId === null) return err({ code: 'PLANNING.NO_RUN' });
      let stored = await this.plans.scenario(order.scenario);
      if (!stored) {
        if (order.scenario !== null && order.scenario !== DEFAULT_SCENARIO) return err({ code: 'PLANNING.NOT_FOUND', what: 'Scenario', id: order.scenario });
        const definition = defaultScenario(today);
        stored = { id: (await this.plans.addScenario(DEFAULT_SCENARIO, definition))!, name: DEFAULT_SCENARIO, definition };
      }
      const scenario = scenarioDefinition.parse(stored.definition);
      const candidates = await this.plans.candidates(runId);
      const fresh = planningProblemOf(scenario, candidates, await this.plans.dependencies(), { today, assumptions: await this.plans.assumptions(runId) });
      const planned = await this.heedSteering(fresh, scenario, candidates, order.maxChanges ?? null);
      if (planned === null) return err({ code: 'PLANNING.NOTHING_IN_FORCE', path: 'maxChanges' });
      const checked = checkProblem(planned.problem);
      if (!checked.ok) return err(checked.problem[0]!);
      return ok({ runId, stored, scenario, candidates, planned, problem: checked.value, names: await this.plans.names(fresh.problem, scenario) });
    });
    if (!prepared.ok) return err(prepared.problem as Problem);
    const { runId, stored, scenario, candidates, planned, problem, names } = prepared.value;
    const started = performance.now();
    const plan = await planWaves(problem, {
      timeLimitSeconds: order.timeLimitSeconds,
      seed: order.seed,
      signal,
      onProgress: ({ phase, gap01 }) =>
        progress({ step: `solving ${phase.toLowerCase()}${gap01 === null ? '' : ` (gap ${(gap01 * 100).toFixed(2)} %)`}`, done: Math.round(performance.now() - started), total: order.timeLimitSeconds * 1000 }),
    });
    if (signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
    if (plan.status === 'UNKNOWN') return err({ code: 'PLANNING.NO_PLAN_IN_TIME', seconds: order.timeLimitSeconds });
    if (plan.status !== 'INFEASIBLE') {
      const verdict = checkPlan(problem, plan);
      if (!verdict.valid) return err({ code: 'PLANNING.CHECKER_REFUSES', violations: verdict.violations });
    }
    return this.transactions.run<JobResult, Problem>(async () => {
      const candidateOf = new Map(candidates.map((candidate) => [candidate.productKey, candidate.candidateId]));
      const head = { scenarioId: stored.id, runId, seed: order.seed, timeLimitSeconds: order.timeLimitSeconds };
      const planId = await this.plans.write(head, scenario, planned, plan, candidateOf, names);
      const summary = { status: plan.status, objective: plan.objective, bound: plan.bound, gap01: plan.gap01, waves: plan.waves.length };
      await this.audit.record({ actorId, operation: 'planning', entity: 'Plan', entityId: planId, after: { ...order, ...summary } });
      const result = { resultId: `Plan:${planId}`, summary };
      await conclude?.(result);
      return ok(result);
    });
  }

  /** Leaves alone what is under way, and keeps close to the plan in force; null where there is none to keep close to. */
  private async heedSteering(fresh: PreparedProblem, { periods }: ScenarioDefinition, candidates: readonly PlannableCandidate[], maxChanges: number | null): Promise<PreparedProblem | null> {
    const inForce = await this.steering.planInForce();
    if (inForce === null && maxChanges !== null) return null;
    const { problem, leftOut } = heedUnderWay(fresh.problem, periods, await this.steering.underWay());
    const candidateOf = new Map(candidates.map(({ productKey, candidateId }) => [productKey, candidateId]));
    const planInForce = inForce === null || maxChanges === null ? null : startsInForce(await this.steering.starts(inForce), problem, periods);
    return {
      ...fresh,
      unplannable: [...fresh.unplannable, ...leftOut.map(({ productKey, reason }) => ({ candidateId: candidateOf.get(productKey)!, reason }))],
      problem: planInForce === null ? problem : { ...problem, planInForce, maxChanges: maxChanges! },
    };
  }
}
