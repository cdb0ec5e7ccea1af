// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import { err, ok, type Language, type Problem, type Result } from '#kernel';
import { planCalendar, planTables, tableToCsv, tableToMarkdown, tableToSheet, type Plan } from '#planning';
import { Transactions } from '../platform/database/transactions.js';
import { StoredPlanRepository, type PlanChoice, type StoredPlan } from './stored-plan.repository.js';

/** The forms in which a plan goes out; each is the ending of its file. */
export const PLAN_FORMATS = ['ics', 'csv', 'xlsx', 'md'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

/** Writes a plan as a calendar, or as tables: waves, cash flow per period, what is not planned and why. */
@Injectable()
export class WritePlanFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly stored: StoredPlanRepository,
  ) {}

  /** @returns the file; `PLANNING.NOT_FOUND` where there is no such plan */
  async execute(choice: PlanChoice, format: PlanFormat, language: Language): Promise<Result<Buffer, Problem>> {
    const found = await this.transactions.run<StoredPlan, Problem>(async () => {
      const plan = await this.stored.find(choice);
      return plan ? ok(plan) : err({ code: 'PLANNING.NOT_FOUND', what: 'Plan', id: String(choice) });
    });
    return found.ok ? ok(await fileOf(found.value, format, language)) : found;
  }
}

function fileOf({ problem, plan, names }: StoredPlan, format: PlanFormat, language: Language): Buffer | Promise<Buffer> {
  const nameOf = (item: string): string => names.products.get(item) ?? item;
  if (format === 'ics') return Buffer.from(planCalendar(problem, plan, { language, madeAt: new Date(), nameOf }));
  const tables = planTables(withTeamNames(plan, names.teams), language, { nameOf, reasonOf: ({ reason, detail }) => String(detail[language] ?? reason) });
  if (format === 'xlsx') return writeExcelFile(tables.map(tableToSheet)).toBuffer();
  if (format === 'md') return Buffer.from(tables.map(tableToMarkdown).join('\n'));
  return Buffer.from(`\uFEFF${tables.map((table) => tableToCsv({ title: '', columns: [table.title], rows: [] }) + tableToCsv(table)).join('\r\n')}`);
}

function withTeamNames(plan: Plan, teams: ReadonlyMap<string, string>): Plan {
  return { ...plan, periods: plan.periods.map((period) => ({ ...period, teams: period.teams.map((team) => ({ ...team, team: teams.get(team.team) ?? team.team })) })) };
}
