// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { tablesToCsv, tableToMarkdown, tableToSheet } from '#kernel';
import { planCalendar, planningMessages, planTables, type Plan, type PlanningProblem } from '#planning';
import { describe, type CommandContext } from '../context.js';
import { endingOf } from '../files/ending-of.js';

export const PLAN_ENDINGS = ['.json', '.ics', '.csv', '.xlsx', '.md'] as const;
type PlanEnding = (typeof PLAN_ENDINGS)[number];

/** The ending of a file that a plan can be written to; anything else is wrong usage. */
export function planEnding(file: string): PlanEnding {
  return endingOf(file, PLAN_ENDINGS);
}

/** A plan as a calendar, as tables, as a workbook, or as `check-plan` reads it. */
export async function writtenPlan(problem: PlanningProblem, plan: Plan, ending: PlanEnding, { language }: CommandContext): Promise<string | Uint8Array> {
  if (ending === '.json') return `${JSON.stringify(plan, null, 2)}\n`;
  if (ending === '.ics') return planCalendar(problem, plan, { language, madeAt: new Date() });
  const tables = planTables(plan, language, { reasonOf: ({ detail }) => describe(detail, language, planningMessages).message });
  if (ending === '.md') return tables.map(tableToMarkdown).join('\n');
  if (ending === '.csv') return tablesToCsv(tables);
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(tables.map(tableToSheet)).toBuffer();
}
