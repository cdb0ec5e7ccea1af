// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { addDays, addMonths, calendarDate, type CalendarDate } from '#kernel';
import { PLANNING_LIMITS } from '#planning';

const day = z.string().refine((text): text is CalendarDate => calendarDate(text) !== null);

/** What a scenario fixes: the horizon, money, people, and when nothing may change. Stored with every plan. */
export const scenarioDefinition = z.strictObject({
  /** In order, without overlap; the period in which a migration starts bears its cost. */
  periods: z
    .array(z.strictObject({ startsOn: day, endsOn: day, budgetCents: z.number().int().min(0).max(PLANNING_LIMITS.moneyCents).nullable() }))
    .min(1)
    .max(120),
  /** Person-days for migrations, one number per period. */
  teams: z.array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), capacityDays: z.array(z.number().min(0).max(PLANNING_LIMITS.days)) })).min(1).max(PLANNING_LIMITS.teams),
  blackouts: z.array(z.strictObject({ startsOn: day, endsOn: day, reason: z.string(), departmentIds: z.array(z.string()) })).default([]),
  /** Migrations that a department (by key) can bear in one period; one that is not named bears any number. */
  changeLoad: z.record(z.string(), z.number().min(0).max(PLANNING_LIMITS.days)).default({}),
  /** Worth of one score point in cents; without it goals come before money. */
  centsPerValuePoint: z.number().min(0).max(1e9).optional(),
  /**
   * Seats that a migration is planned with where only a register names the product and nobody knows how many there are. An assumption of the scenario, marked wherever it is used; null
   * leaves such candidates out of the plan.
   */
  assumedSeats: z.number().int().min(0).max(1_000_000).nullable().default(50),
  /** Discount rate per period. */
  discount01: z.number().min(0).max(1).default(0.005),
});

export type ScenarioDefinition = z.infer<typeof scenarioDefinition>;

/** Name of the scenario that is made where none is there. */
export const DEFAULT_SCENARIO = 'standard';

/**
 * A modest start where nobody has said anything yet: eight quarters from the next one, one team of 120 person-days, 150,000 € a quarter. These are assumptions, to be
 * replaced by the administration's own numbers.
 */
export function defaultScenario(today: CalendarDate): ScenarioDefinition {
  const month = Number(today.slice(5, 7)) - 1;
  const quarter = addMonths(`${today.slice(0, 4)}-01-01` as CalendarDate, month - (month % 3) + 3);
  const periods = Array.from({ length: 8 }, (_, index) => {
    const startsOn = addMonths(quarter, 3 * index);
    return { startsOn, endsOn: addDays(addMonths(startsOn, 3), -1), budgetCents: 15_000_000 };
  });
  return { periods, teams: [{ id: 'it', name: 'IT', capacityDays: periods.map(() => 120) }], blackouts: [], changeLoad: {}, assumedSeats: 50, discount01: 0.005 };
}

/** Every department that a scenario names by key, with the path to it. */
export function departmentsNamed({ blackouts, changeLoad }: ScenarioDefinition): readonly { readonly path: string; readonly department: string }[] {
  return [
    ...blackouts.flatMap(({ departmentIds }, index) => departmentIds.map((department, at) => ({ path: `blackouts.${index}.departmentIds.${at}`, department }))),
    ...Object.keys(changeLoad).map((department) => ({ path: `changeLoad.${department}`, department })),
  ];
}
