// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, centsOf, dateOf, type CalendarDate, type Cents } from '#kernel';
import { chanceFor } from './chance.js';
import type { DemoBlackout, DemoPeriod, DemoTeam } from './demo-city.js';

const TEAMS: readonly (readonly [string, string, number])[] = [
  ['team-workplace', 'Arbeitsplatz und Servicedesk', 190],
  ['team-data-centre', 'Rechenzentrum und Netze', 150],
  ['team-procedures', 'Fachverfahrensbetreuung', 210],
  ['team-development', 'Softwareentwicklung', 120],
  ['team-training', 'Schulung und Veränderungsbegleitung', 90],
  ['team-security', 'Informationssicherheit und Datenschutz', 60],
];
const SUMMER_QUARTER = 3;

/** Quarters that follow today, with what may be spent in them; the first one of a year has less, because budgets are released late. */
export function demoPeriods(count: number, factor: number, seed: number, today: CalendarDate): DemoPeriod[] {
  const chance = chanceFor(seed, 'periods');
  const first = addMonths(quarterStart(today), 3);
  return Array.from({ length: count }, (_, index) => {
    const startsOn = addMonths(first, 3 * index);
    const quarter = quarterOf(startsOn);
    const euros = Math.round((620_000 + 90_000 * chance.next()) * (quarter === 1 ? 0.7 : 1.1) * factor / 1_000) * 1_000;
    return { index, name: `${startsOn.slice(0, 4)}-Q${quarter}`, startsOn, endsOn: addDays(addMonths(startsOn, 3), -1), budgetCents: centsOf(euros * 100) as Cents };
  });
}

/** Teams with their person-days for migrations; a quarter less in summer, one team grows after a year. */
export function demoTeams(periods: readonly DemoPeriod[], factor: number, seed: number): DemoTeam[] {
  const chance = chanceFor(seed, 'teams');
  return TEAMS.map(([id, name, days]) => ({
    id, name,
    capacityDays: periods.map(({ index, startsOn }) =>
      Math.round(days * Math.sqrt(factor) * (quarterOf(startsOn) === SUMMER_QUARTER ? 0.75 : 1) * (id === 'team-development' && index >= 4 ? 1.3 : 1) * (0.95 + 0.1 * chance.next())),
    ),
  }));
}

/** When nothing may change: the closing of each year in finance, an election, the start of school. */
export function demoBlackouts(periods: readonly DemoPeriod[]): DemoBlackout[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const blackouts: DemoBlackout[] = [];
  for (let year = Number(first.startsOn.slice(0, 4)); year <= Number(last.endsOn.slice(0, 4)); year++) {
    blackouts.push({ startsOn: day(year, 11, 25), endsOn: day(year + 1, 1, 31), reason: 'Jahresabschluss', departmentIds: ['amt-20', 'amt-21', 'amt-22'] });
    blackouts.push({ startsOn: day(year, 8, 10), endsOn: day(year, 9, 12), reason: 'Schuljahresbeginn', departmentIds: ['amt-40', 'amt-51-1'] });
    if (year % 5 === 0 || year % 5 === 3) blackouts.push({ startsOn: day(year, 8, 15), endsOn: day(year, 10, 5), reason: 'Wahlen (Termin angenommen)', departmentIds: ['amt-12', 'amt-33', 'amt-33-1'] });
    blackouts.push({ startsOn: day(year, 12, 20), endsOn: day(year + 1, 1, 6), reason: 'Betriebsruhe', departmentIds: [] });
  }
  return blackouts.filter(({ startsOn, endsOn }) => endsOn >= first.startsOn && startsOn <= last.endsOn);
}

function day(year: number, month: number, dayOfMonth: number): CalendarDate {
  return dateOf(year, month, dayOfMonth) as CalendarDate;
}

function quarterOf(date: CalendarDate): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3);
}

function quarterStart(date: CalendarDate): CalendarDate {
  return day(Number(date.slice(0, 4)), 3 * quarterOf(date) - 2, 1);
}
