// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { checkPlan } from './checker/check-plan.js';
import { describePlan } from './describe-plan.js';
import { checkProblem } from './check-problem.js';
import type { PlanningItem, PlanningProblem } from './problem.js';
import { loadHighs } from './solver/highs.js';
import type { SolverMessage } from './solver/protocol.js';
import { solveOrder } from './solver/solve.js';

const amount = fc.integer({ min: 0, max: 9 });
const item = (index: number): fc.Arbitrary<PlanningItem> =>
  fc.record({
    id: fc.constant(`i${index}`),
    value: amount,
    oneOffCents: amount.map((n) => n * 100_000),
    durationPeriods: fc.integer({ min: 0, max: 2 }),
    effort: amount,
    savingPerPeriodCents: amount.map((n) => n * 30_000),
    dualRunPerPeriodCents: amount.map((n) => n * 5_000),
    contractEnds: fc.constantFrom([], [1], [0, 2]),
    noticePeriods: fc.integer({ min: 0, max: 1 }),
    renewalPeriods: fc.constantFrom(0, 2),
    deadline: fc.constantFrom(null, null, 1, 2),
    department: fc.constantFrom('a', 'b'),
    required: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }).map(({ effort, ...rest }) => ({ ...rest, effortDays: { t: Array(rest.durationPeriods).fill(effort) } }));

/** Small problems with everything in them that a problem can have. */
const problems: fc.Arbitrary<PlanningProblem> = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const id = fc.integer({ min: 0, max: count - 1 }).map((n) => `i${n}`);
  const pair = fc.tuple(id, id, fc.integer({ min: 0, max: 1 })).filter(([a, b]) => a !== b).map(([before, after, lag]) => ({ before, after, lag }));
  const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => (count > 1 ? fc.array(of, { maxLength: 2 }) : fc.constant([]));
  return fc.record({
    objective: fc.constantFrom('value' as const, 'value' as const, 'makespan' as const),
    discount01: fc.constantFrom(0, 0.1),
    centsPerValuePoint: fc.constantFrom(undefined, 100_000),
    periods: fc.array(fc.record({ budgetCents: fc.integer({ min: 0, max: 20 }).map((n) => n * 100_000), capacity: fc.record({ t: fc.integer({ min: 0, max: 15 }) }), changeLoad: fc.constantFrom<Record<string, number>>({}, { a: 1 }) }), { minLength: 1, maxLength: 4 }),
    items: fc.tuple(...Array.from({ length: count }, (_, index) => item(index))),
    precedences: some(pair),
    softPrecedences: some(pair.map((arc) => ({ ...arc, penaltyCents: 50_000 }))),
    bundles: some(fc.uniqueArray(id, { minLength: 2, maxLength: 2 })),
    exclusive: some(fc.uniqueArray(id, { minLength: 2, maxLength: 2 })),
    locked: fc.uniqueArray(fc.record({ item: id, period: fc.constantFrom(null, 0, 1) }), { maxLength: 1, selector: (lock) => lock.item }),
    blackouts: fc.constantFrom([], [0], [{ period: 0, department: 'a' }]),
    planInForce: fc.uniqueArray(fc.record({ item: id, period: fc.integer({ min: 0, max: 1 }) }), { maxLength: 3, selector: (start) => start.item }),
    maxChanges: fc.constantFrom(undefined, undefined, 1, 2),
  });
});

/** The best objective over every assignment of starts that the checker lets pass; null where there is none. */
function tryAll(problem: PlanningProblem): number | null {
  const choices = [-1, ...problem.periods.keys(), problem.periods.length];
  let best: number | null = null;
  const walk = (index: number, starts: { item: string; period: number }[]): void => {
    if (index < problem.items.length) {
      for (const period of choices) walk(index + 1, period < 0 ? starts : [...starts, { item: problem.items[index]!.id, period }]);
      return;
    }
    const waves = starts.map(({ item: id, period }) => ({ period, items: [id] }));
    if (!checkPlan(problem, { waves }).valid) return;
    const { objective } = describePlan(problem, { ...nothing, status: 'FEASIBLE', starts });
    if (best === null || (problem.objective === 'makespan' ? objective! < best : objective! > best)) best = objective;
  };
  walk(0, []);
  return best;
}

const nothing = { bound: null, boundSource: 'NONE', conflicts: [], conflictsMinimal: false, shadowPrices: [], solver: { seed: 1, timeLimitSeconds: 1, elapsedSeconds: 0, reproducible: false, stoppedBy: 'PROOF', failure: null } } as const;

describe('the solver on small problems', () => {
  it('finds what trying everything finds, proves it, and never claims a wrong bound', async () => {
    const highs = await loadHighs();
    fc.assert(
      fc.property(problems, (problem) => {
        if (!checkProblem(problem).ok) return;
        const told: SolverMessage[] = [];
        const end = solveOrder({ problem, role: 'PROOF', seed: 1, timeLimitSeconds: 0.4, countsWork: false }, highs, { secondsLeft: clock(0.4), spend: () => undefined, countsWork: false }, { tell: (message) => told.push(message), heard: () => null });
        const incumbents = told.filter((message) => message.kind === 'INCUMBENT');
        const best = tryAll(problem);
        if (best === null) {
          expect({ end, incumbents }).toEqual({ end: 'INFEASIBLE', incumbents: [] });
          return;
        }
        const last = incumbents.at(-1);
        expect({ end, objective: last?.objective }).toEqual({ end: 'OPTIMAL', objective: best });
        for (const { starts, objective } of incumbents) expect(checkPlan(problem, { objective, waves: problem.items.flatMap(({ id }, index) => (starts[index]! < 0 ? [] : [{ period: starts[index]!, items: [id] }])) }).violations).toEqual([]);
        const bounds = told.filter((message) => message.kind === 'BOUND').map(({ bound }) => bound);
        if (problem.objective === 'makespan') expect(Math.max(...bounds)).toBeLessThanOrEqual(best);
        else expect(Math.min(...bounds)).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 150, seed: 7, ...(process.env.FAHRPLAN_FUZZ ? { numRuns: Number(process.env.FAHRPLAN_FUZZ), seed: Date.now() } : {}) },
    );
  });
});

/** Counts down by questions, not by time, so that the test does not depend on the machine. */
function clock(seconds: number): () => number {
  let asked = 0;
  return () => seconds * (1 - Math.min(1, asked++ / 20_000));
}
