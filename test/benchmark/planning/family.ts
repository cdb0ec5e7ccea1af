// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom } from '#kernel';
import type { Plan, PlanningItem, PlanningProblem } from '#planning';

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

/** The same problem with wished orders among near neighbours, one for every five items; breaking one costs about a tenth of what an item is worth. */
export function withWishedOrders(problem: PlanningProblem, seed: number): PlanningProblem {
  const random = seededRandom(seed);
  const count = problem.items.length;
  const softPrecedences = Array.from({ length: Math.floor(count / 5) }, () => {
    const before = Math.floor(random() * (count - 1));
    const after = before + 1 + Math.floor(random() * Math.min(20, count - 1 - before));
    return { before: `i${before}`, after: `i${after}`, lag: Math.floor(random() * 2), penaltyCents: (5 + Math.floor(random() * 20)) * 100_000 };
  });
  return { ...problem, softPrecedences };
}

/** Planning again after a bad turn: every third budget is a tenth smaller, a team has half its days in the second period, and one item in ten may change. */
export function replanningProblem(problem: PlanningProblem, inForce: Plan): PlanningProblem {
  const [team] = TEAMS;
  return {
    ...problem,
    periods: problem.periods.map((period, index) => ({
      ...period,
      budgetCents: index % 3 === 0 ? Math.floor(period.budgetCents! * 0.9) : period.budgetCents,
      capacity: index === 1 ? { ...period.capacity, [team!]: Math.floor(period.capacity![team!]! / 2) } : period.capacity,
    })),
    planInForce: inForce.starts,
    maxChanges: Math.ceil(problem.items.length / 10),
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
