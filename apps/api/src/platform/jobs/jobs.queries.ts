// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, equals, globalId, InvalidArgument, instant, oneOf, problemFields, ReadModel, type Condition } from '../graphql/reading/index.js';

const uuid = /^Job:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The uuid behind the global id of a job; null where it is none. */
export function jobIdOf(globalId: string): string | null {
  return uuid.exec(globalId)?.[1] ?? null;
}

const byJobId: Condition = {
  type: 'uuid',
  sql: (row, id) => `${row}.id = ${id}`,
  convert: (id) => jobIdOf(String(id)) ?? new InvalidArgument({ code: 'PLATFORM.ID_INVALID', id: String(id), expected: 'Job' }),
};

/** How jobs are read. */
@Injectable()
export class JobQueries {
  constructor(model: ReadModel) {
    model.define({
      name: 'Job',
      // A job has no number of its own; its order is the time it was asked for, ties by the bits of its id.
      relation: 'job',
      rowId: (row) => `('x' || substr(md5(${row}.id::text), 1, 15))::bit(60)::bigint`,
      fields: {
        id: globalId('Job'),
        kind: column('kind'),
        status: column('status'),
        step: column('step'),
        done: column('done'),
        total: column('total'),
        subject: column('subject'),
        resultId: column('result_id'),
        summary: column('summary'),
        problem: { kind: 'one', type: 'InputProblem', on: (row, other) => `${other}.job_id = ${row}.id` },
        createdAt: instant('created_at'),
        startedAt: instant('started_at'),
        finishedAt: instant('finished_at'),
      },
      filters: { statuses: oneOf((row) => `${row}.status`), kind: equals((row) => `${row}.kind`) },
      orders: { CREATED_AT: { type: 'timestamptz', sql: (row) => `${row}.created_at` } },
    });
    model.define({
      name: 'InputProblem',
      relation: '(SELECT id AS job_id, problem, message, message_de FROM job WHERE problem IS NOT NULL)',
      fields: { ...problemFields, facts: column('problem') },
    });
    model.root('job', { kind: 'one', type: 'Job', arguments: { id: byJobId } });
    model.root('jobs', { kind: 'connection', type: 'Job', defaultOrder: { field: 'CREATED_AT', direction: 'DESC' } });
  }
}
