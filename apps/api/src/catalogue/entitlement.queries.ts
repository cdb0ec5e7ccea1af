// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { WARNING_DAYS } from '#licensing';
import { column, equals, globalId, oneOf, ReadModel, value, type ReadType } from '../platform/graphql/reading/index.js';
import { TERMINATIONS } from './termination-sql.js';

const toProduct = { kind: 'one', type: 'Product', on: (row: string, other: string) => `${other}.id = ${row}.product_id` } as const;
const toContract = { kind: 'one', type: 'Contract', on: (row: string, other: string) => `${other}.id = ${row}.contract_id` } as const;
const ofProduct = { type: 'text', sql: (row: string, key: string) => `${row}.product_id = (SELECT p.id FROM product p WHERE p.key = ${key})` };

/** A contract without term can be left on any day: it has no last day that could be missed. */
const WARNINGS = `(SELECT t.contract_id::bigint * 1000 + w.days AS id, t.contract_id, t.notice_by - w.days AS warn_on, w.days AS days_before, t.notice_by, t.ends_on,
  c.product_id FROM ${TERMINATIONS} t JOIN contract c ON c.id = t.contract_id AND c.ends_on IS NOT NULL CROSS JOIN (VALUES ${WARNING_DAYS.map((days) => `(${days})`).join(', ')}) w(days) WHERE t.notice_by IS NOT NULL)`;

const entitlement: ReadType = {
  name: 'Entitlement',
  relation: 'entitlement',
  fields: {
    id: globalId('Entitlement'),
    number: column('number'),
    product: toProduct,
    contract: toContract,
    metric: column('metric'),
    quantity: column('quantity'),
    site: column('site'),
    upToVersion: column('up_to_version'),
    validFrom: column('valid_from'),
    validUntil: column('valid_until'),
    unitCostCents: column('unit_cost_cents'),
    revision: column('revision'),
  },
  filters: {
    product: ofProduct,
    contract: { type: 'text', sql: (row, number) => `${row}.contract_id = (SELECT c.id FROM contract c WHERE c.number = ${number})` },
    metrics: oneOf((row) => `${row}.metric`),
  },
  orders: { NUMBER: { type: 'text', sql: (row) => `${row}.number` }, VALID_UNTIL: { type: 'date', sql: (row) => `coalesce(${row}.valid_until, DATE '9999-12-31')` } },
};

const count: ReadType = {
  name: 'UsageCount',
  relation: 'usage_count',
  fields: { product: toProduct, metric: column('metric'), version: column('version'), site: column('site'), quantity: column('quantity'), countedOn: column('counted_on'), author: column('author'), revision: column('revision') },
  filters: { product: ofProduct },
  orders: { COUNTED_ON: { type: 'date', sql: (row) => `${row}.counted_on` } },
};

const warning: ReadType = {
  name: 'NoticeWarning',
  relation: WARNINGS,
  fields: {
    contract: toContract,
    warnOn: column('warn_on'),
    daysBefore: column('days_before'),
    isDue: value((row) => `${row}.warn_on <= current_date`),
    noticeBy: column('notice_by'),
    endsOn: column('ends_on'),
  },
  filters: {
    isDue: { type: 'boolean', sql: (row, wanted) => `(${row}.warn_on <= current_date) = ${wanted}` },
    warnUntil: { type: 'date', sql: (row, day) => `${row}.warn_on <= ${day}` },
    daysBefore: equals((row) => `${row}.days_before`, 'integer'),
    product: ofProduct,
  },
  orders: { WARN_ON: { type: 'date', sql: (row) => `${row}.warn_on` }, NOTICE_BY: { type: 'date', sql: (row) => `${row}.notice_by` } },
};

/** How rights of use, counts and warnings are read. */
@Injectable()
export class EntitlementQueries {
  constructor(model: ReadModel) {
    for (const type of [entitlement, count, warning]) model.define(type);
    const entitlements = (key: string) => ({ kind: 'list', type: 'Entitlement', on: (row: string, other: string) => `${other}.${key} = ${row}.id`, orderBy: (other: string) => `${other}.number` }) as const;
    model.extend('Contract', { fields: { revision: column('revision'), entitlements: entitlements('contract_id') } });
    model.extend('Product', { fields: { entitlements: entitlements('product_id') } });
    model.root('entitlements', { kind: 'connection', type: 'Entitlement', defaultOrder: { field: 'NUMBER', direction: 'ASC' } });
    model.root('usageCounts', { kind: 'connection', type: 'UsageCount', defaultOrder: { field: 'COUNTED_ON', direction: 'DESC' } });
    model.root('noticeWarnings', { kind: 'connection', type: 'NoticeWarning', defaultOrder: { field: 'WARN_ON', direction: 'ASC' } });
  }
}
