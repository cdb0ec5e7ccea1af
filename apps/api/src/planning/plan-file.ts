// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import { planCalendar, planTables, type Plan } from '#planning';
import { TABLE_FORMATS, writeTables } from '../platform/web/table-file.js';
import { openStoredPlan, type StoredPlanTexts } from './stored-plan.js';

/** The forms in which a plan goes out; each is the ending of its file. */
export const PLAN_FORMATS = ['ics', ...TABLE_FORMATS] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

/** Writes a stored plan as a calendar, or as tables: waves, cash flow per period, what is not planned and why. */
export function planFileOf(texts: StoredPlanTexts, format: PlanFormat, language: Language): Buffer | Promise<Buffer> {
  const { problem, plan, names } = openStoredPlan(texts);
  const nameOf = (item: string): string => names.products.get(item) ?? item;
  if (format === 'ics') return Buffer.from(planCalendar(problem, plan, { language, madeAt: new Date(), nameOf }));
  const tables = planTables(withTeamNames(plan, names.teams), language, { nameOf, reasonOf: ({ reason, detail }) => String(detail[language] ?? reason) });
  return writeTables(tables, format);
}

function withTeamNames(plan: Plan, teams: ReadonlyMap<string, string>): Plan {
  return { ...plan, periods: plan.periods.map((period) => ({ ...period, teams: period.teams.map((team) => ({ ...team, team: teams.get(team.team) ?? team.team })) })) };
}
