// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, equals, globalId, instant, ReadModel, value } from '../platform/graphql/reading/index.js';

/** Months for which the newest questionnaire says that an answer to the question counts. */
const months = (row: string) =>
  `(SELECT (e ->> 'validMonths')::int FROM (SELECT q.definition FROM questionnaire q ORDER BY q.id DESC LIMIT 1) q CROSS JOIN jsonb_array_elements(q.definition -> 'questions') e WHERE e ->> 'id' = ${row}.question)`;
const validUntil = (row: string) => `coalesce(${row}.valid_until, (${row}.answered_on + make_interval(months => ${months(row)}))::date)`;
const isExpired = (row: string) => `coalesce(${validUntil(row)} < current_date, false)`;
const isNewest = (row: string) =>
  `NOT EXISTS (SELECT FROM assessment n WHERE n.question = ${row}.question AND n.product_id IS NOT DISTINCT FROM ${row}.product_id AND n.archetype_id IS NOT DISTINCT FROM ${row}.archetype_id
    AND n.alternative_id IS NOT DISTINCT FROM ${row}.alternative_id AND (n.answered_on, n.id) > (${row}.answered_on, ${row}.id))`;

/** How questionnaires, archetypes and answers are read. */
@Injectable()
export class AssessmentQueries {
  constructor(model: ReadModel) {
    model.define({
      name: 'Questionnaire',
      relation: 'questionnaire',
      fields: { id: globalId('Questionnaire'), key: column('key'), version: column('version'), definition: column('definition') },
      filters: { key: equals((row) => `${row}.key`) },
      orders: { KEY: { type: 'text', sql: (row) => `${row}.key` } },
    });
    model.define({
      name: 'Archetype',
      relation: 'archetype',
      fields: {
        id: globalId('Archetype'),
        key: column('key'),
        nameDe: column('name_de'),
        nameEn: column('name_en'),
        categories: column('categories'),
        productCount: value((row) => `(SELECT count(*)::int FROM product_archetype x JOIN product_usage u ON u.product_id = x.product_id WHERE x.archetype_id = ${row}.id AND (u.installations > 0 OR u.register_entries > 0))`),
      },
      filters: { key: equals((row) => `${row}.key`) },
      orders: { KEY: { type: 'text', sql: (row) => `${row}.key` } },
    });
    model.define({
      name: 'Assessment',
      relation: 'assessment',
      fields: {
        id: globalId('Assessment'),
        product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.product_id` },
        archetype: { kind: 'one', type: 'Archetype', on: (row, other) => `${other}.id = ${row}.archetype_id` },
        alternative: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.alternative_id` },
        question: column('question'),
        answer: column('answer'),
        author: column('author'),
        source: column('source'),
        answeredOn: column('answered_on'),
        validUntil: value(validUntil),
        isNewest: value(isNewest),
        isExpired: value(isExpired),
        recordedAt: instant('created_at'),
      },
      filters: {
        product: { type: 'text', sql: (row, key) => `${row}.product_id = (SELECT p.id FROM product p WHERE p.key = ${key})` },
        archetype: { type: 'text', sql: (row, key) => `${row}.archetype_id = (SELECT x.id FROM archetype x WHERE x.key = ${key})` },
        question: equals((row) => `${row}.question`),
        newest: { type: 'boolean', sql: (row, wanted) => `(${isNewest(row)}) = ${wanted}` },
        expired: { type: 'boolean', sql: (row, wanted) => `${isExpired(row)} = ${wanted}` },
        recordedAfter: { type: 'timestamptz', sql: (row, instant) => `${row}.created_at > ${instant}` },
      },
      orders: {
        ANSWERED_ON: { type: 'date', sql: (row) => `${row}.answered_on` },
        VALID_UNTIL: { type: 'date', sql: (row) => `coalesce(${validUntil(row)}, DATE '9999-12-31')` },
      },
    });
    model.extend('Product', {
      fields: {
        archetype: { kind: 'one', type: 'Archetype', on: (row, other) => `${other}.id = (SELECT x.archetype_id FROM product_archetype x WHERE x.product_id = ${row}.id)` },
        assessments: { kind: 'list', type: 'Assessment', on: (row, other) => `${other}.product_id = ${row}.id AND ${isNewest(other)}`, orderBy: (other) => `${other}.question, ${other}.id` },
      },
      filters: {
        archetype: { type: 'text', sql: (row, key) => `${row}.id IN (SELECT x.product_id FROM product_archetype x JOIN archetype k ON k.id = x.archetype_id WHERE k.key = ${key})` },
        unanswered: {
          type: 'text',
          sql: (row, id) => `NOT EXISTS (SELECT FROM assessment a WHERE a.product_id = ${row}.id AND a.question = ${id} AND a.alternative_id IS NULL AND a.answer <> 'null' AND ${isNewest('a')} AND NOT ${isExpired('a')})`,
        },
      },
    });
    model.root('questionnaires', { kind: 'connection', type: 'Questionnaire', defaultOrder: { field: 'KEY', direction: 'ASC' } });
    model.root('archetypes', { kind: 'connection', type: 'Archetype', relation: '(SELECT * FROM archetype WHERE NOT retired)', defaultOrder: { field: 'KEY', direction: 'ASC' } });
    model.root('assessments', { kind: 'connection', type: 'Assessment', defaultOrder: { field: 'ANSWERED_ON', direction: 'DESC' } });
  }
}
