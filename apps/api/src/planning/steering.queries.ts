// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, equals, globalId, instant, ReadModel, value } from '../platform/graphql/reading/index.js';
import { stepsOf } from './migration-status.js';

/** How migrations and the plan in force are read. */
@Injectable()
export class SteeringQueries {
  constructor(model: ReadModel) {
    const inForce = (row: string) => `${row}.id = (SELECT f.plan_id FROM plan_in_force f ORDER BY f.id DESC LIMIT 1)`;
    model.extend('Plan', {
      fields: { isInForce: value((row) => `coalesce(${inForce(row)}, false)`) },
      filters: { isInForce: { type: 'boolean', sql: (row, wanted) => `coalesce(${inForce(row)}, false) = ${wanted}` } },
    });
    model.define({
      name: 'Migration',
      relation: 'product_migration',
      fields: {
        id: globalId('Migration'),
        product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.product_id` },
        alternative: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.alternative_id` },
        plan: { kind: 'one', type: 'Plan', on: (row, other) => `${other}.id = ${row}.plan_id` },
        status: column('status'),
        plannedStartsOn: column('planned_starts_on'),
        plannedEndsOn: column('planned_ends_on'),
        startedOn: column('started_on'),
        endedOn: column('ended_on'),
        isLate: value((row) => `((${row}.status IN ('PLANNED', 'BLOCKED') AND ${row}.started_on IS NULL AND ${row}.planned_starts_on < current_date) OR (${row}.status IN ('RUNNING', 'BLOCKED') AND ${row}.planned_ends_on < current_date))`),
        blockers: column('blockers'),
        cancelledBy: column('cancelled_by'),
        note: column('note'),
        revision: column('revision'),
        nextStatuses: value(stepsOf),
        history: { kind: 'list', type: 'MigrationEvent', on: (row, other) => `${other}.migration_id = ${row}.id`, orderBy: (other) => `${other}.id` },
      },
      filters: { status: { type: 'text[]', sql: (row, wanted) => `${row}.status = ANY(${wanted})` }, product: equals((row) => `(SELECT p.key FROM product p WHERE p.id = ${row}.product_id)`) },
      orders: { PLANNED_STARTS_ON: { type: 'date', sql: (row) => `${row}.planned_starts_on` } },
    });
    model.define({
      name: 'MigrationEvent',
      relation: 'migration_event',
      fields: { status: column('status'), on: column('happened_on'), plannedStartsOn: column('planned_starts_on'), blockers: column('blockers'), note: column('note'), recordedAt: instant('recorded_at') },
    });
    model.root('migrations', { kind: 'connection', type: 'Migration', defaultOrder: { field: 'PLANNED_STARTS_ON', direction: 'ASC' } });
  }
}
