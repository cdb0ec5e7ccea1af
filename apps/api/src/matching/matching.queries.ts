// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, ReadModel, value } from '../platform/graphql/reading/index.js';

const element = (name: string) => value((row) => `${row}.value ->> '${name}'`);
const inQueue = `(SELECT t.* FROM title t JOIN title_match m ON m.title_id = t.id WHERE m.decided_by = 'RULE' AND m.decision <> 'MATCHED' AND m.role = 'PRODUCT')`;

/** How matches and the queue of undecided titles are read. */
@Injectable()
export class MatchingQueries {
  constructor(model: ReadModel) {
    model.define({ name: 'MatchReason', relation: 'title_match', fields: { code: element('code'), de: element('de'), en: element('en') } });
    model.define({
      name: 'MatchCandidate',
      relation: 'title_match',
      fields: {
        productId: value((row) => `'Product:' || (${row}.value ->> 'productId')`),
        key: value((row) => `(SELECT p.key FROM product p WHERE p.id = (${row}.value ->> 'productId')::int)`),
        name: value((row) => `(SELECT p.name FROM product p WHERE p.id = (${row}.value ->> 'productId')::int)`),
        vendor: value((row) => `(SELECT v.name FROM product p JOIN vendor v ON v.id = p.vendor_id WHERE p.id = (${row}.value ->> 'productId')::int)`),
        confidence01: value((row) => `(${row}.value ->> 'confidence01')::float8`),
      },
    });
    model.define({
      name: 'TitleMatch',
      relation: 'title_match',
      fields: {
        decision: column('decision'),
        decidedBy: column('decided_by'),
        role: column('role'),
        version: column('version'),
        edition: column('edition'),
        language: column('language'),
        architecture: column('architecture'),
        confidence01: column('confidence01'),
        reasons: {
          kind: 'list',
          type: 'MatchReason',
          from: (row, other) => `jsonb_array_elements(${row}.reasons) WITH ORDINALITY AS ${other}(value, position)`,
          on: () => 'true',
          orderBy: (other) => `${other}.position`,
        },
        candidates: {
          kind: 'list',
          type: 'MatchCandidate',
          from: (row, other) => `jsonb_array_elements(${row}.candidates) WITH ORDINALITY AS ${other}(value, position)`,
          on: (_row, other) => `EXISTS (SELECT FROM product p WHERE p.id = (${other}.value ->> 'productId')::int)`,
          orderBy: (other) => `${other}.position`,
        },
      },
    });
    model.extend('Title', {
      fields: { match: { kind: 'one', type: 'TitleMatch', on: (row, other) => `${other}.title_id = ${row}.id` } },
      filters: { decision: { type: 'text', sql: (row, decision) => `EXISTS (SELECT FROM title_match m WHERE m.title_id = ${row}.id AND m.decision = ${decision})` } },
    });
    model.root('matchQueue', { kind: 'connection', type: 'Title', relation: inQueue, defaultOrder: { field: 'INSTALLATIONS', direction: 'DESC' } });
  }
}
