// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { byGlobalId, column, contains, globalId, instant, ReadModel, value } from '../platform/graphql/reading/index.js';

const element = (name: string) => value((row) => `${row}.value ->> '${name}'`);
const WAITS = "m.decided_by = 'RULE' AND m.decision <> 'MATCHED' AND m.role = 'PRODUCT'";
const inQueue = `(SELECT t.* FROM title t JOIN title_match m ON m.title_id = t.id WHERE ${WAITS})`;
const families = `(SELECT min(m.title_id) AS id, m.family, (array_agg(m.title_id ORDER BY u.installations DESC NULLS LAST, m.title_id))[1] AS title_id, count(*)::int AS titles, coalesce(sum(u.installations), 0)::bigint AS installations
  FROM title_match m LEFT JOIN title_usage u ON u.title_id = m.title_id WHERE ${WAITS} GROUP BY m.family, m.vendor_key)`;
/** A decision without a vendor covers titles of any. */
const sameFamily = (row: string, id: string): string => `EXISTS (SELECT FROM title_match m JOIN title_match o ON o.family = m.family AND (o.vendor_key = m.vendor_key OR o.vendor_key = '') WHERE m.title_id = ${row}.id AND o.title_id = ${id})`;

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
        componentKind: column('component_kind'),
        componentOf: { kind: 'one', type: 'MatchedProduct', on: (row, other) => `${other}.id = ${row}.component_of_product_id` },
        revision: column('revision'),
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
    model.define({
      name: 'MatchedProduct',
      graphqlName: 'MatchCandidate',
      relation: 'product',
      fields: {
        productId: globalId('Product'),
        key: column('key'),
        name: column('name'),
        vendor: value((row) => `(SELECT v.name FROM vendor v WHERE v.id = ${row}.vendor_id)`),
        confidence01: value(() => '1::float8'),
      },
    });
    model.define({
      name: 'MatchDecision',
      relation: 'match_decision',
      fields: {
        id: globalId('MatchDecision'),
        raw: column('title'),
        vendor: value((row) => `nullif(${row}.vendor, '')`),
        scope: column('scope'),
        kind: column('kind'),
        product: { kind: 'one', type: 'MatchedProduct', on: (row, other) => `${other}.id = ${row}.product_id` },
        madeProduct: column('made_product'),
        decidedBy: value((row) => `(SELECT a.name FROM actor a WHERE a.id = ${row}.actor_id)`),
        decidedAt: instant('decided_at'),
        undoneAt: instant('undone_at'),
      },
      filters: {
        search: contains((row) => `${row}.title`),
        undone: { type: 'boolean', sql: (row, undone) => `(${row}.undone_at IS NOT NULL) = ${undone}` },
        product: { type: 'text', sql: (row, key) => `${row}.product_id = (SELECT p.id FROM product p WHERE p.key = ${key})` },
      },
      orders: { DECIDED_AT: { type: 'timestamptz', sql: (row) => `${row}.decided_at` } },
    });
    model.define({
      name: 'TitleFamily',
      relation: families,
      fields: {
        name: column('family'),
        title: { kind: 'one', type: 'Title', on: (row, other) => `${other}.id = ${row}.title_id` },
        titleCount: column('titles'),
        installationCount: column('installations'),
      },
      filters: { search: contains((row) => `${row}.family`) },
      orders: { INSTALLATIONS: { type: 'bigint', sql: (row) => `${row}.installations` }, NAME: { type: 'text', sql: (row) => `left(${row}.family, 200)` } },
    });
    model.extend('Title', {
      fields: { match: { kind: 'one', type: 'TitleMatch', on: (row, other) => `${other}.title_id = ${row}.id` } },
      filters: { familyOf: byGlobalId('Title', sameFamily), decision: { type: 'text', sql: (row, decision) => `EXISTS (SELECT FROM title_match m WHERE m.title_id = ${row}.id AND m.decision = ${decision})` } },
    });
    model.root('matchFamilies', { kind: 'connection', type: 'TitleFamily', defaultOrder: { field: 'INSTALLATIONS', direction: 'DESC' } });
    model.root('matchDecisions', { kind: 'connection', type: 'MatchDecision', defaultOrder: { field: 'DECIDED_AT', direction: 'DESC' } });
    model.root('matchQueue', { kind: 'connection', type: 'Title', relation: inQueue, defaultOrder: { field: 'INSTALLATIONS', direction: 'DESC' } });
  }
}
