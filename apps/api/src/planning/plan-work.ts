// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { assumeChecked, checkPlan, efficientFrontier, FRONTIER_FACTORS, planWaves, type FrontierPoint, type Plan, type PlanningProblem, type PlanProgress } from '#planning';
import type { EconomicsAssumptions } from '../scoring/index.js';
import { withSentences, type PlanNames } from './plan-sentences.js';
import { heedUnderWay, lockOnBegun, startsInForce, type MigrationUnderWay, type ProblemUnderWay, type StartInForce, type WishedStart } from './plan-under-way.js';
import { planningProblemOf, type Dependency, type PlannableCandidate, type PreparedProblem } from './planning-problem.js';
import { scenarioDefinition, type ScenarioDefinition } from './scenario.js';

/** What a plan is made from; long lists as the JSON text that the database gives. */
export interface PlanWork {
  readonly kind: 'PLAN';
  readonly today: CalendarDate;
  readonly seed: number;
  readonly timeLimitSeconds: number;
  readonly deterministic: boolean;
  /** Null: any number. */
  readonly maxChanges: number | null;
  readonly locks: readonly WishedStart[];
  readonly definition: unknown;
  readonly assumptions: EconomicsAssumptions;
  readonly changeLoadLimits: Readonly<Record<string, number>>;
  readonly candidates: string;
  readonly dependencies: string;
  readonly departments: string;
  readonly underWay: string;
  /** Starts of the plan in force; null where none is in force. */
  readonly inForce: string | null;
}

/** The problem of a stored plan, to be planned under other budgets. */
export interface FrontierWork {
  readonly kind: 'FRONTIER';
  readonly problem: string;
  readonly seed: number;
  readonly timeLimitSeconds: number;
}

/** How far the search is. */
export interface PlanStep {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  /** The best plan so far. */
  readonly figures?: Pick<PlanProgress, 'phase' | 'objective' | 'bound' | 'gap01'>;
}

/** A plan as it is stored: figures, and rows as JSON text. */
export interface PlanRows {
  readonly figures: Pick<Plan, 'status' | 'objective' | 'bound' | 'gap01' | 'boundSource'> & { readonly waves: number; readonly stoppedBy: Plan['solver']['stoppedBy'] };
  readonly problem: string;
  readonly result: string;
  readonly conflicts: string;
  readonly waves: string;
  readonly left: string;
}

type NamedCandidate = PlannableCandidate & { readonly productName: string };

/** Puts the problem together, plans, has the plan checked by the checker that shares nothing with the solvers, and writes out its rows. The signal ends the search with the best plan found. */
export async function makePlan(work: PlanWork, signal: AbortSignal, onStep: (step: PlanStep) => void): Promise<Result<PlanRows, Problem>> {
  const scenario = scenarioDefinition.parse(work.definition);
  const candidates = JSON.parse(work.candidates) as NamedCandidate[];
  const fresh = planningProblemOf(scenario, candidates, JSON.parse(work.dependencies) as Dependency[], work);
  const prepared = heedSteering(fresh, scenario, candidates, work);
  const begun = lockOnBegun(prepared, work.locks);
  if (begun) return err(begun);
  const checked = assumeChecked(prepared.problem, work.locks.map(({ product, period }) => ({ kind: 'LOCK', item: product, period })));
  if (!checked.ok) return err(checked.problem[0]!);
  const problem = checked.value;
  const { timeLimitSeconds, seed, deterministic } = work;
  const plan = await planWaves(problem, {
    timeLimitSeconds,
    seed,
    deterministic,
    signal,
    onProgress: ({ phase, objective, bound, gap01, elapsedSeconds }) =>
      onStep({ figures: { phase, objective, bound, gap01 }, step: `solving ${phase.toLowerCase()}${gap01 === null ? '' : ` (gap ${(gap01 * 100).toFixed(2)} %)`}`, done: Math.round(elapsedSeconds * 1000), total: timeLimitSeconds * 1000 }),
  });
  if (signal.aborted && plan.objective === null) return err({ code: 'PLATFORM.JOB_CANCELLED' });
  if (plan.status === 'UNKNOWN') return err({ code: 'PLANNING.NO_PLAN_IN_TIME', seconds: timeLimitSeconds });
  if (plan.status !== 'INFEASIBLE') {
    const verdict = checkPlan(problem, plan);
    if (!verdict.valid) return err({ code: 'PLANNING.CHECKER_REFUSES', violations: verdict.violations });
  }
  return ok(rowsOf(scenario, { ...prepared, problem }, plan, candidates, namesOf(scenario, candidates, work.departments)));
}

/** How much goal contribution which budget buys; the time limit is shared among the points. */
export function makeFrontier({ problem, timeLimitSeconds, seed }: FrontierWork, onStep: (step: PlanStep) => void): Promise<readonly FrontierPoint[]> {
  const started = performance.now();
  const total = timeLimitSeconds * 1000;
  return efficientFrontier(JSON.parse(problem) as PlanningProblem, FRONTIER_FACTORS, {
    timeLimitSeconds,
    seed,
    onProgress: () => onStep({ step: 'frontier', done: Math.min(total, Math.round(performance.now() - started)), total }),
  });
}

/** Leaves alone what is under way, and keeps close to the plan in force. */
function heedSteering(fresh: PreparedProblem, { periods }: ScenarioDefinition, candidates: readonly NamedCandidate[], { underWay, inForce, maxChanges }: PlanWork): PreparedProblem & Pick<ProblemUnderWay, 'leftOut'> {
  const { problem, leftOut } = heedUnderWay(fresh.problem, periods, JSON.parse(underWay) as MigrationUnderWay[]);
  const candidateOf = candidatesByKey(candidates);
  const planInForce = inForce === null || maxChanges === null ? null : startsInForce(JSON.parse(inForce) as StartInForce[], problem, periods);
  return {
    ...fresh,
    leftOut,
    unplannable: [...fresh.unplannable, ...leftOut.map(({ productKey, reason }) => ({ candidateId: candidateOf.get(productKey)!, reason }))],
    problem: planInForce === null ? problem : { ...problem, planInForce, maxChanges: maxChanges! },
  };
}

function rowsOf(scenario: ScenarioDefinition, { problem, unplannable, assumed, unknownSavings, lateForSupport }: PreparedProblem, plan: Plan, candidates: readonly NamedCandidate[], names: PlanNames): PlanRows {
  const candidateOf = candidatesByKey(candidates);
  const waves = plan.waves.map((wave) => ({
    period: wave.period,
    starts_on: scenario.periods[wave.period]!.startsOn,
    cost_cents: Math.round(wave.costCents),
    saving_cents: Math.round(wave.savingCents),
    effort_days: wave.effortDays,
    budget_cents: scenario.periods[wave.period]!.budgetCents,
    teams: plan.periods[wave.period]?.teams ?? [],
    candidates: wave.items.map((item) => candidateOf.get(item)!).map((id) => ({ id, assumed: assumed.has(id), unknown: unknownSavings.get(id) ?? null, late: lateForSupport.get(id) ?? null })),
  }));
  const left = [
    ...plan.unscheduled.map(({ item, detail }) => ({ candidate: candidateOf.get(item)!, reason: withSentences(detail, names) })),
    ...unplannable.map(({ candidateId, reason }) => ({ candidate: candidateId, reason: withSentences(reason, names) })),
  ];
  const { status, objective, bound, gap01, boundSource } = plan;
  return {
    figures: { status, objective, bound, gap01, boundSource, waves: waves.length, stoppedBy: plan.solver.stoppedBy },
    problem: JSON.stringify(problem),
    result: JSON.stringify(plan),
    conflicts: JSON.stringify(plan.conflicts.map((conflict) => withSentences(conflict, names))),
    waves: JSON.stringify(waves),
    left: JSON.stringify(left),
  };
}

function candidatesByKey(candidates: readonly NamedCandidate[]): ReadonlyMap<string, number> {
  return new Map(candidates.map(({ productKey, candidateId }) => [productKey, candidateId]));
}

function namesOf({ teams, periods }: ScenarioDefinition, candidates: readonly NamedCandidate[], departments: string): PlanNames {
  return {
    products: new Map(candidates.map(({ productKey, productName }) => [productKey, productName])),
    departments: new Map(Object.entries(JSON.parse(departments) as Record<string, string>)),
    teams: new Map(teams.map(({ id, name }) => [id, name])),
    periods: periods.map(({ startsOn }) => startsOn),
  };
}
