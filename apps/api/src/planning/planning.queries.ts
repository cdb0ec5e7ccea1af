// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { byGlobalId, column, equals, globalId, instant, ReadModel, value } from '../platform/graphql/reading/index.js';

const productOf = (row: string) => `(SELECT c.product_id FROM candidate_score c WHERE c.id = ${row}.candidate_id)`;
const alternativeOf = (row: string) => `(SELECT a.alternative_id FROM candidate_score c JOIN alternative a ON a.id = c.alternative_id WHERE c.id = ${row}.candidate_id)`;

/** How scenarios, plans and waves are read. */
@Injectable()
export class PlanningQueries {
  constructor(model: ReadModel) {
    const candidate = { kind: 'one' as const, type: 'Candidate', on: (row: string, other: string) => `${other}.id = ${row}.candidate_id` };
    const product = { kind: 'one' as const, type: 'Product', on: (row: string, other: string) => `${other}.id = ${productOf(row)}` };
    model.define({
      name: 'Scenario',
      relation: 'scenario',
      fields: { id: globalId('Scenario'), name: column('name'), definition: column('definition'), createdAt: instant('created_at') },
      filters: { name: equals((row) => `${row}.name`) },
      orders: { NAME: { type: 'text', sql: (row) => `${row}.name` } },
    });
    model.define({
      name: 'Plan',
      relation: 'plan',
      fields: {
        id: globalId('Plan'),
        scenario: { kind: 'one', type: 'Scenario', on: (row, other) => `${other}.id = ${row}.scenario_id` },
        run: { kind: 'one', type: 'ScoringRun', on: (row, other) => `${other}.id = ${row}.run_id` },
        status: column('status'),
        objective: column('objective'),
        bound: column('bound'),
        gap01: column('gap01'),
        boundSource: column('bound_source'),
        seed: column('seed'),
        waves: { kind: 'list', type: 'Wave', on: (row, other) => `${other}.plan_id = ${row}.id`, orderBy: (other) => `${other}.period` },
        periods: {
          kind: 'list',
          type: 'PlanPeriod',
          from: (row, other) =>
            `(SELECT e.figures, e.position, (e.figures ->> 'cumulatedCashCents')::float8 - lag((e.figures ->> 'cumulatedCashCents')::float8, 1, 0::float8) OVER (ORDER BY e.position) AS cash
              FROM jsonb_array_elements(${row}.result -> 'periods') WITH ORDINALITY AS e(figures, position)) AS ${other}`,
          on: () => 'true',
          orderBy: (other) => `${other}.position`,
        },
        unscheduled: { kind: 'list', type: 'UnscheduledItem', on: (row, other) => `${other}.plan_id = ${row}.id`, orderBy: (other) => `${other}.id` },
        conflicts: {
          kind: 'list',
          type: 'PlanReason',
          from: (row, other) => `jsonb_array_elements(${row}.conflicts) WITH ORDINALITY AS ${other}(reason, position)`,
          on: () => 'true',
          orderBy: (other) => `${other}.position`,
        },
        problem: column('problem'),
        result: column('result'),
        finishedAt: instant('finished_at'),
      },
      filters: { scenario: { type: 'text', sql: (row, name) => `${row}.scenario_id = (SELECT s.id FROM scenario s WHERE s.name = ${name})` } },
      orders: { FINISHED_AT: { type: 'timestamptz', sql: (row) => `${row}.finished_at` } },
    });
    const figure = (name: string) => value((row) => `${row}.figures -> '${name}'`);
    model.define({
      name: 'PlanPeriod',
      relation: 'plan',
      fields: {
        period: figure('period'),
        startsOn: figure('startsOn'),
        budgetCents: figure('budgetCents'),
        budgetUsedCents: figure('budgetUsedCents'),
        dualRunCents: figure('dualRunCents'),
        savingCents: figure('savingCents'),
        cashFlowCents: column('cash'),
        cumulatedCashCents: figure('cumulatedCashCents'),
        cumulatedValue: figure('cumulatedValue'),
        teams: figure('teams'),
      },
    });
    model.define({
      name: 'Wave',
      relation: 'wave',
      fields: {
        id: globalId('Wave'),
        period: column('period'),
        startsOn: column('starts_on'),
        costCents: column('cost_cents'),
        savingCents: column('saving_cents'),
        effortDays: column('effort_days'),
        budgetCents: column('budget_cents'),
        teams: column('team_effort'),
        items: { kind: 'list', type: 'WaveItem', on: (row, other) => `${other}.wave_id = ${row}.id`, orderBy: (other) => `${other}.candidate_id` },
      },
    });
    model.define({
      name: 'WaveItem',
      relation: 'wave_item',
      fields: { candidate, product, sizeIsAssumed: column('size_is_assumed'), savingUnknownBecause: column('saving_unknown_because'), supportEndedBefore: column('late_for_support_end'), alternative: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${alternativeOf(row)}` } },
    });
    const reason = (name: string) => value((row) => `${row}.reason ->> '${name}'`);
    model.define({ name: 'PlanReason', relation: 'unscheduled_item', fields: { code: reason('code'), de: reason('de'), en: reason('en') } });
    model.define({
      name: 'UnscheduledItem',
      relation: 'unscheduled_item',
      fields: { candidate, product, reason: { kind: 'one', type: 'PlanReason', on: (row, other) => `${other}.id = ${row}.id` } },
    });
    model.root('scenarios', { kind: 'connection', type: 'Scenario', defaultOrder: { field: 'NAME', direction: 'ASC' } });
    model.root('plans', { kind: 'connection', type: 'Plan', defaultOrder: { field: 'FINISHED_AT', direction: 'DESC' } });
    model.root('plan', { kind: 'one', type: 'Plan', arguments: { id: byGlobalId('Plan') } });
  }
}
