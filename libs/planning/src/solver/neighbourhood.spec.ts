// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { PlanningProblem } from '../problem.js';
import { compileProblem } from './compile.js';
import { buildGreedily, densityGuide, placeAt } from './greedy.js';
import type { Instance, UnitStarts } from './instance.js';
import { neighbourhoodOf } from './neighbourhood.js';
import { Schedule } from './schedule.js';

const COUNT = 8;
const PERIODS = 5;
const item = fc.integer({ min: 0, max: COUNT - 1 });
const arc = fc.tuple(item, item, fc.integer({ min: 0, max: 1 })).filter(([before, after]) => before < after).map(([before, after, lag]) => ({ before: `${before}`, after: `${after}`, lag }));

/** Problems with orders, wished orders, groups and a plan in force from which little may change. */
const problems: fc.Arbitrary<PlanningProblem> = fc.record({
  items: fc.array(fc.record({ value: fc.integer({ min: 0, max: 9 }), cost: fc.integer({ min: 1, max: 5 }), duration: fc.integer({ min: 1, max: 2 }) }), { minLength: COUNT, maxLength: COUNT }),
  precedences: fc.array(arc, { maxLength: 3 }),
  soft: fc.array(arc, { minLength: 1, maxLength: 6 }),
  exclusive: fc.array(fc.uniqueArray(item, { minLength: 2, maxLength: 3 }), { maxLength: 1 }),
  inForce: fc.uniqueArray(fc.record({ item, period: fc.integer({ min: 0, max: 2 }) }), { maxLength: 5, selector: (start) => start.item }),
  maxChanges: fc.option(fc.integer({ min: 3, max: 8 }), { nil: undefined }),
}).map(({ items, precedences, soft, exclusive, inForce, maxChanges }) => ({
  periods: Array.from({ length: PERIODS }, () => ({ budgetCents: 600_000 })), centsPerValuePoint: 100_000,
  items: items.map(({ value, cost, duration }, index) => ({ id: `${index}`, value, oneOffCents: cost * 100_000, durationPeriods: duration })),
  precedences, softPrecedences: soft.map((wish, index) => ({ ...wish, penaltyCents: 10_000 * (index + 1) })), exclusive: exclusive.map((group) => group.map(String)),
  planInForce: inForce.map(({ item: id, period }) => ({ item: `${id}`, period })), ...(maxChanges === undefined ? {} : { maxChanges }),
}));

/** A plan of an instance at random: units in a random order at the first of their starts that fits, or none. */
function anyPlan(instance: Instance, dice: readonly number[]): Schedule {
  const schedule = new Schedule(instance);
  for (let round = 0; round < 2; round++) {
    for (let unit = 0; unit < instance.unitCount; unit++) {
      const starts = instance.starts[unit]!;
      const roll = dice[(unit + round) % dice.length]!;
      if (schedule.start[unit]! >= 0 || starts.length === 0 || roll % 4 === 0) continue;
      const at = roll % starts.length;
      const { from, to } = schedule.window(unit);
      if (starts[at]! >= from && starts[at]! <= to && schedule.hasRoom(unit, starts[at]!)) schedule.place(unit, at);
    }
  }
  return schedule;
}

describe('a part of a plan', () => {
  it('gives, whatever plan of it is found, a plan of the whole that gains as much', () => {
    let tried = 0;
    fc.assert(
      fc.property(problems, fc.uniqueArray(item, { minLength: 1, maxLength: 6 }), fc.array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 12 }), (problem, chosen, dice) => {
        const { instance, units } = compileProblem(problem);
        const plan = buildGreedily(instance, densityGuide(instance));
        if (!plan.complete) return;
        const before = { worth: plan.worth, starts: plan.start.slice() };
        const free = new Set(chosen.map((index) => units.unitOf[index]!));
        const part = neighbourhoodOf(plan, free, () => true);
        expect([...plan.start]).toEqual([...before.starts]);
        const old = new Schedule(part.instance);
        expect(placeAt(old, Int32Array.from(part.units, (unit) => before.starts[unit]!))).toBe(true);
        expect(old.complete).toBe(true);
        const found = anyPlan(part.instance, dice);
        if (!found.complete) return;
        tried++;
        const whole: UnitStarts = before.starts.slice();
        part.units.forEach((unit, index) => (whole[unit] = found.start[index]!));
        const next = new Schedule(instance);
        expect(placeAt(next, whole)).toBe(true);
        expect([next.complete, next.worth - before.worth]).toEqual([true, found.worth - old.worth]);
      }),
      { numRuns: 1_500, seed: 5 },
    );
    expect(tried).toBeGreaterThan(200);
  });
});
