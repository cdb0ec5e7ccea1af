// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { PlanningProblem } from '../problem.js';
import { compileProblem } from './compile.js';
import { StartWindows } from './start-windows.js';

const HORIZON = 11;
const COUNT = 5;
const small = fc.integer({ min: 0, max: 4 });

/** Small projects with two teams, one of which is away for a period, and a blackout for some jobs. */
const projects: fc.Arbitrary<PlanningProblem> = fc.record({
  jobs: fc.array(fc.record({ duration: fc.integer({ min: 0, max: 3 }), a: small, b: small }), { minLength: COUNT, maxLength: COUNT }),
  arcs: fc.array(fc.tuple(small, small, fc.integer({ min: 0, max: 1 })), { maxLength: 4 }),
  away: fc.integer({ min: 0, max: HORIZON - 1 }),
  blackout: fc.integer({ min: 0, max: 6 }),
}).map(({ jobs, arcs, away, blackout }) => ({
  objective: 'makespan',
  periods: Array.from({ length: HORIZON }, (_, period) => ({ capacity: { a: period === away ? 1 : 5, b: 4 } })),
  items: jobs.map(({ duration, a, b }, index) => ({ id: `${index}`, durationPeriods: duration, effortDays: { a: Array<number>(duration).fill(a), b: Array<number>(duration).fill(b) } })),
  precedences: arcs.filter(([before, after]) => before < after).map(([before, after, lag]) => ({ before: `${before}`, after: `${after}`, lag })),
  blackouts: [{ period: blackout, items: ['1', '3'] }],
}));

/** Every schedule that ends first, found by trying all starts; written without any of the planner's code. */
function allBest({ periods, items, precedences = [], blackouts = [] }: PlanningProblem): { end: number; plans: number[][] } {
  let best: { end: number; plans: number[][] } = { end: Infinity, plans: [] };
  const starts: number[] = [];
  const closed = blackouts.flatMap((blackout) => (typeof blackout === 'object' ? (blackout.items ?? []).map((item) => `${item}@${blackout.period}`) : []));
  const fits = (): boolean => periods.every(({ capacity = {} }, period) => Object.entries(capacity).every(([team, most]) => {
    let used = 0;
    starts.forEach((start, job) => (used += items[job]!.effortDays![team]![period - start] ?? 0));
    return used <= most;
  }));
  const walk = (end: number): void => {
    const job = starts.length;
    if (end > best.end) return;
    if (job === items.length) {
      if (end < best.end) best = { end, plans: [] };
      best.plans.push([...starts]);
      return;
    }
    const { id, durationPeriods: duration = 1 } = items[job]!;
    const from = Math.max(0, ...precedences.filter(({ after }) => after === id).map(({ before, lag = 0 }) => starts[Number(before)]! + items[Number(before)]!.durationPeriods! + lag));
    for (let start = from; start + duration <= periods.length; start++) {
      if (closed.some((place) => Array.from({ length: Math.max(1, duration) }, (_, offset) => `${id}@${start + offset}`).includes(place))) continue;
      starts.push(start);
      if (fits()) walk(Math.max(end, start + duration));
      starts.pop();
    }
  };
  walk(0);
  return best;
}

describe('windows of starts', () => {
  it('keep every start of every best schedule, and are never empty for an end that can be kept', () => {
    fc.assert(
      fc.property(projects, (problem) => {
        const { instance, units } = compileProblem(problem);
        const { end, plans } = allBest(problem);
        if (plans.length === 0) return;
        const windows = new StartWindows(instance);
        windows.reset(end);
        expect(windows.narrow() && windows.shave(true, () => false)).toBe(true);
        for (const starts of plans.slice(0, 50)) {
          starts.forEach((start, job) => {
            const unit = units.unitOf[job]!;
            expect([start >= windows.earliest[unit]!, start <= windows.latest[unit]!]).toEqual([true, true]);
          });
        }
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it('refute an end that is too early by energy alone', () => {
    const jobs = Array.from({ length: 5 }, (_, index) => ({ id: `${index}`, durationPeriods: 2, effortDays: { a: [1, 1] } }));
    const { instance } = compileProblem({ objective: 'makespan', periods: Array.from({ length: 12 }, () => ({ capacity: { a: 2 } })), items: jobs });
    const windows = new StartWindows(instance);
    windows.reset(4);
    expect(windows.narrow(false)).toBe(true);
    windows.reset(4);
    expect(windows.narrow()).toBe(false);
  });
});
