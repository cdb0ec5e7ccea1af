// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom } from '#kernel';
import type { PlanningItem, PlanningProblem } from '#planning';

/** The sizes that the wave planner is measured on, with the gap (share) that is wanted within 30 s on two cores; 0: proven optimal. */
export const PLANNING_FAMILY = [
  { items: 50, periods: 8, wantedGap01: 0 },
  { items: 200, periods: 12, wantedGap01: 0.02 },
  { items: 1_000, periods: 16, wantedGap01: 0.01 },
  { items: 5_000, periods: 16, wantedGap01: 0.0015 },
] as const;

const TEAMS = ['clients', 'servers', 'procedures'];
/** Share of what all items together would take that budgets and teams have. */
const TIGHTNESS = 0.6;

/**
 * Invents a planning problem of an administration's shape: costs and efforts of very different size, one item in four over two periods, half of the contracts
 * ending once a year with notice, one deadline in five items, chains of dependencies among near neighbours, bundles of two, budgets and teams that
 * change from period to period and suffice for about half of the items.
 */
export function planningProblem(items: number, periods: number, seed: number): PlanningProblem {
  const random = seededRandom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const list = Array.from({ length: items }, (_, index) => inventItem(index, periods, random, below));
  const precedences = Array.from({ length: Math.floor(items * 0.4) }, () => {
    const before = below(items - 1);
    return { before: `i${before}`, after: `i${before + 1 + below(Math.min(20, items - 1 - before))}`, lag: 0 };
  });
  const ordered = new Set(precedences.map(({ before, after }) => `${before} ${after}`));
  const bundles = Array.from({ length: Math.floor(items / 10) }, (_, index) => [`i${index * 10}`, `i${index * 10 + 1}`]).filter(([one, other]) => !ordered.has(`${one} ${other}`));
  const share = (total: number): number => Math.round(((total * TIGHTNESS) / periods) * (0.7 + 0.6 * random()));
  const cost = list.reduce((sum, item) => sum + (item.oneOffCents ?? 0), 0);
  const work = new Map(TEAMS.map((team) => [team, list.reduce((sum, item) => sum + (item.effortDays?.[team] ?? []).reduce((a, b) => a + b, 0), 0)]));
  return {
    discount01: 0.01,
    centsPerValuePoint: 300_000,
    periods: Array.from({ length: periods }, () => ({ budgetCents: share(cost), capacity: Object.fromEntries(TEAMS.map((team) => [team, share(work.get(team)!)])) })),
    items: list, precedences, bundles,
  };
}

function inventItem(index: number, periods: number, random: () => number, below: (most: number) => number): PlanningItem {
  const savingPerPeriodCents = below(30) * 10_000;
  const durationPeriods = random() < 0.25 ? 2 : 1;
  const days = 1 + below(20);
  return {
    id: `i${index}`,
    value: 10 + below(90),
    oneOffCents: (5 + below(95)) * 100_000,
    durationPeriods,
    effortDays: { [TEAMS[below(TEAMS.length)]!]: durationPeriods === 1 ? [days] : [Math.ceil(days / 2), Math.floor(days / 2)] },
    savingPerPeriodCents,
    dualRunPerPeriodCents: Math.round(savingPerPeriodCents * 0.2),
    ...(random() < 0.5 ? { contractEnds: [1 + below(4)], renewalPeriods: 4, noticePeriods: 1 } : {}),
    ...(random() < 0.2 ? { deadline: Math.floor(periods / 2 + (random() * periods) / 2) } : {}),
  };
}
