// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, equals, globalId, instant, oneOf, ReadModel, value } from '../../platform/graphql/reading/index.js';

const NEWEST = 'ORDER BY m.measured_at DESC, m.id DESC LIMIT 1';
/** Forecast values in SQL: elements of the column `forecast`, days as text. */
const points = (row: string) => `jsonb_to_recordset(${row}.forecast) AS e("on" text, low float8, high float8)`;
const isShare = (row: string) => `${row}.measure <> 'OPEN_PRODUCTS'`;

/** Every target in its newest version, with the newest measurement and what the forecast says of the day it is due (of today, where that has passed). */
const TARGETS = `(SELECT t.id, t.measure, v.revision, v.name, v.goal, v.due_on, v.note, v.is_withdrawn, v.set_at, m.id AS measurement_id, m.low, m.high, m.plan_id, coalesce(m.forecast, '[]') AS forecast,
    coalesce(d.low, m.low) AS due_low, coalesce(d.high, m.high) AS due_high
  FROM target t
  JOIN LATERAL (SELECT * FROM target_version v WHERE v.target_id = t.id ORDER BY v.revision DESC LIMIT 1) v ON true
  LEFT JOIN LATERAL (SELECT * FROM measurement m WHERE m.measure = t.measure ${NEWEST}) m ON true
  LEFT JOIN LATERAL (SELECT e.low, e.high FROM ${points('m')} WHERE e."on" <= greatest(v.due_on, current_date)::text ORDER BY e."on" DESC LIMIT 1) d ON true)`;

/** Whether a value surely, or possibly, meets the goal; shares are to be at least it, counts at most. */
const surely = (row: string, low: string, high: string) => `CASE WHEN ${isShare(row)} THEN ${low} >= ${row}.goal ELSE ${high} <= ${row}.goal END`;
const possibly = (row: string, low: string, high: string) => `CASE WHEN ${isShare(row)} THEN ${high} >= ${row}.goal ELSE ${low} <= ${row}.goal END`;
const firstDay = (row: string, meets: typeof surely) =>
  `CASE WHEN ${row}.low IS NULL THEN NULL WHEN ${meets(row, `${row}.low`, `${row}.high`)} THEN current_date::text ELSE (SELECT min(e."on") FROM ${points(row)} WHERE ${meets(row, 'e.low', 'e.high')}) END`;
const gap = (row: string, part: 'least' | 'most') => {
  const end = part === 'least' ? [`${row}.goal - ${row}.high`, `${row}.low - ${row}.goal`] : [`${row}.goal - ${row}.low`, `${row}.high - ${row}.goal`];
  return `CASE WHEN ${row}.low IS NOT NULL THEN greatest(0, CASE WHEN ${isShare(row)} THEN ${end[0]} ELSE ${end[1]} END) END`;
};
const NEXT_STOPS = `(SELECT DISTINCT ON (m.id) m.id AS measurement_id, e."on", e.low, e.high FROM measurement m CROSS JOIN LATERAL ${points('m')} WHERE e."on" >= current_date::text ORDER BY m.id, e."on")`;
const NEXT_WAVE = `(SELECT w.id FROM wave w WHERE w.plan_id = (SELECT f.plan_id FROM plan_in_force f ORDER BY f.id DESC LIMIT 1) AND w.starts_on >= current_date ORDER BY w.starts_on, w.id LIMIT 1)`;

/** How targets and measurements are read. */
@Injectable()
export class TargetQueries {
  constructor(model: ReadModel) {
    const forecast = {
      kind: 'list' as const,
      type: 'ForecastPoint',
      from: (row: string, other: string) => `jsonb_to_recordset(${row}.forecast) AS ${other}("on" text, low float8, high float8)`,
      on: () => 'true',
      orderBy: (other: string) => `${other}."on"`,
    };
    const point = { on: value((row) => `${row}."on"`), low: column('low'), high: column('high') };
    model.define({ name: 'ForecastPoint', relation: 'measurement', fields: point });
    model.define({ name: 'NextStop', graphqlName: 'ForecastPoint', relation: NEXT_STOPS, fields: point });
    model.define({
      name: 'Measurement',
      relation: 'measurement',
      fields: {
        id: globalId('Measurement'),
        measure: column('measure'),
        measuredAt: instant('measured_at'),
        low: column('low'),
        high: column('high'),
        reached: column('reached'),
        missed: column('missed'),
        unknown: column('unknown'),
        unrecognised: column('unrecognised'),
        uncounted: column('uncounted'),
        plan: { kind: 'one', type: 'Plan', on: (row, other) => `${other}.id = ${row}.plan_id` },
        forecast,
      },
      filters: { measures: oneOf((row) => `${row}.measure`), since: { type: 'date', sql: (row, day) => `${row}.measured_at >= ${day}` } },
      orders: { MEASURED_AT: { type: 'timestamptz', sql: (row) => `${row}.measured_at` } },
    });
    model.define({
      name: 'TargetVersion',
      relation: 'target_version',
      fields: {
        revision: column('revision'),
        name: column('name'),
        goal: column('goal'),
        dueOn: column('due_on'),
        note: column('note'),
        isWithdrawn: column('is_withdrawn'),
        setBy: value((row) => `(SELECT a.name FROM actor a WHERE a.id = ${row}.actor_id)`),
        setAt: instant('set_at'),
      },
    });
    model.define({
      name: 'Target',
      relation: TARGETS,
      fields: {
        id: globalId('Target'),
        name: column('name'),
        measure: column('measure'),
        unit: value((row) => `CASE WHEN ${isShare(row)} THEN 'SHARE' ELSE 'COUNT' END`),
        goal: column('goal'),
        dueOn: column('due_on'),
        note: column('note'),
        principles: value((row) => `CASE WHEN ${row}.measure = 'OWN_SOFTWARE' THEN '["M2"]' ELSE '["M1"]' END::json`),
        isWithdrawn: column('is_withdrawn'),
        revision: column('revision'),
        setAt: instant('set_at'),
        current: { kind: 'one', type: 'Measurement', on: (row, other) => `${other}.id = ${row}.measurement_id` },
        leastGap: value((row) => gap(row, 'least')),
        mostGap: value((row) => gap(row, 'most')),
        standing: value((row) => verdict(row, `${row}.low`, `${row}.high`, ['REACHED', 'NOT_REACHED'])),
        outlook: value((row) => verdict(row, `${row}.due_low`, `${row}.due_high`, ['ON_COURSE', 'OFF_COURSE'])),
        dueLow: column('due_low'),
        dueHigh: column('due_high'),
        surelyReachedOn: value((row) => firstDay(row, surely)),
        possiblyReachedOn: value((row) => firstDay(row, possibly)),
        forecast,
        nextStop: { kind: 'one', type: 'NextStop', on: (row, other) => `${other}.measurement_id = ${row}.measurement_id` },
        nextWave: { kind: 'one', type: 'Wave', on: (_row, other) => `${other}.id = ${NEXT_WAVE}` },
        history: { kind: 'list', type: 'Measurement', on: (row, other) => `${other}.measure = ${row}.measure`, orderBy: (other) => `${other}.measured_at DESC, ${other}.id DESC`, first: 100 },
        versions: { kind: 'list', type: 'TargetVersion', on: (row, other) => `${other}.target_id = ${row}.id`, orderBy: (other) => `${other}.revision` },
      },
      filters: { measures: oneOf((row) => `${row}.measure`), isWithdrawn: equals((row) => `${row}.is_withdrawn`, 'boolean') },
      orders: { DUE_ON: { type: 'date', sql: (row) => `${row}.due_on` } },
    });
    model.root('targets', { kind: 'connection', type: 'Target', defaultOrder: { field: 'DUE_ON', direction: 'ASC' } });
    model.root('measurements', { kind: 'connection', type: 'Measurement', defaultOrder: { field: 'MEASURED_AT', direction: 'DESC' } });
  }
}

/** The first word where a value surely meets the goal, the second where it surely does not, else UNCERTAIN; UNKNOWN where nothing is measured. */
function verdict(row: string, low: string, high: string, [yes, no]: readonly [string, string]): string {
  return `CASE WHEN ${low} IS NULL THEN 'UNKNOWN' WHEN ${surely(row, low, high)} THEN '${yes}' WHEN ${possibly(row, low, high)} THEN 'UNCERTAIN' ELSE '${no}' END`;
}
