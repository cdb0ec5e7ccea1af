// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { isHandedBack, type JobContext, type JobResult } from '../platform/jobs/job.queue.js';
import { runInThread, threadFile } from '../platform/threads/run-in-thread.js';
import { PlanRepository } from './plan.repository.js';
import type { WishedStart } from './plan-under-way.js';
import type { PlanRows, PlanStep, PlanWork } from './plan-work.js';
import { DEFAULT_SCENARIO, defaultScenario } from './scenario.js';
import { SteeringRepository } from './steering.repository.js';

/** What planning is asked for; kept as the job's payload. */
export interface PlanningOrder {
  /** Name of the scenario; null: the first there is, or the default one. */
  readonly scenario: string | null;
  readonly seed: number;
  readonly timeLimitSeconds: number;
  /** Work is counted instead of time; missing: time. */
  readonly deterministic?: boolean;
  /** At most so many changes against the plan in force; null or missing: any number. */
  readonly maxChanges?: number | null;
  /** What starts in this very period (null: stays out) because somebody wants it so. */
  readonly locks?: readonly WishedStart[];
}

/**
 * Plans waves on the newest scoring run. All computing is done in a thread, outside any transaction; what came out is stored, never to be changed again. Who ends it early keeps the best plan
 * found until then, with the gap proven until then.
 */
@Injectable()
export class PerformPlanning {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly steering: SteeringRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ jobId, payload: order, actorId, signal, progress, conclude }: JobContext<PlanningOrder>): Promise<Result<JobResult, Problem>> {
    const prepared = await this.transactions.run(() => this.prepare(order, dateOfInstant(new Date())));
    if (!prepared.ok) return prepared;
    const { scenarioId, runId, work } = prepared.value;
    const made = await runInThread<PlanStep, PlanRows>(threadFile(import.meta.url, 'planning.worker'), work, signal, progress, () => !isHandedBack(signal));
    if (!made.ok) return made;
    return this.transactions.run<JobResult, Problem>(async () => {
      const planId = await this.plans.write({ scenarioId, runId, seed: order.seed, timeLimitSeconds: order.timeLimitSeconds }, made.value);
      const { boundSource: _, ...summary } = made.value.figures;
      await this.audit.record({ actorId, operation: 'planning', entity: 'Plan', entityId: planId, after: { ...order, ...summary }, requestId: jobId ?? undefined });
      const result = { resultId: `Plan:${planId}`, summary };
      await conclude?.(result);
      return ok(result);
    });
  }

  /** Reads what the plan is made from; runs inside a transaction. */
  private async prepare({ scenario: name, seed, timeLimitSeconds, deterministic, maxChanges, locks = [] }: PlanningOrder, today: CalendarDate): Promise<Result<{ readonly scenarioId: number; readonly runId: number; readonly work: PlanWork }, Problem>> {
    const runId = await this.plans.newestRun();
    if (runId === null) return err({ code: 'PLANNING.NO_RUN' });
    let scenario = await this.plans.scenario(name);
    if (!scenario) {
      if (name !== null && name !== DEFAULT_SCENARIO) return err({ code: 'PLANNING.NOT_FOUND', what: 'Scenario', id: name });
      const definition = defaultScenario(today);
      scenario = { id: (await this.plans.addScenario(DEFAULT_SCENARIO, definition))!, name: DEFAULT_SCENARIO, definition };
    }
    const planInForce = await this.steering.planInForce();
    if (planInForce === null && typeof maxChanges === 'number') return err({ code: 'PLANNING.NOTHING_IN_FORCE', path: 'maxChanges' });
    const work: PlanWork = {
      kind: 'PLAN',
      today,
      seed,
      timeLimitSeconds,
      deterministic: deterministic ?? false,
      maxChanges: maxChanges ?? null,
      locks,
      definition: scenario.definition,
      assumptions: await this.plans.assumptions(runId),
      candidates: await this.plans.candidates(runId),
      dependencies: await this.plans.dependencies(),
      departments: await this.plans.departmentNames(),
      changeLoadLimits: await this.plans.changeLoadLimits(),
      underWay: await this.steering.underWayAsJson(),
      inForce: planInForce === null ? null : await this.steering.starts(planInForce),
    };
    return ok({ scenarioId: scenario.id, runId, work });
  }
}
