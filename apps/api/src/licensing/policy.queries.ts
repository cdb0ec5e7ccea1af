// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, contains, equals, globalId, instant, ReadModel, value, type ReadType } from '../platform/graphql/reading/index.js';

const NEWEST = '(SELECT DISTINCT ON (name) * FROM license_policy ORDER BY name, version DESC)';
const ofRule = (name: string) => value((row) => `${row}.value ->> '${name}'`);
const isInForce = (row: string) => `(${row}.revoked_at IS NULL AND ${row}.expires_on >= current_date)`;

const policy: ReadType = {
  name: 'LicensePolicy',
  relation: 'license_policy',
  fields: {
    id: globalId('LicensePolicy'),
    name: column('name'),
    version: value((row) => `${row}.version::text`),
    isReady: column('is_ready'),
    isNewest: value((row) => `NOT EXISTS (SELECT FROM license_policy l WHERE l.name = ${row}.name AND l.version > ${row}.version)`),
    outbound: column('outbound'),
    createdAt: instant('created_at'),
    rules: {
      kind: 'list',
      type: 'LicensePolicyRule',
      from: (row, other) => `jsonb_array_elements(${row}.rules) WITH ORDINALITY AS ${other}(value, position)`,
      on: () => 'true',
      orderBy: (other) => `${other}.position`,
    },
    versions: { kind: 'list', type: 'LicensePolicy', on: (row, other) => `${other}.name = ${row}.name`, orderBy: (other) => `${other}.version DESC` },
    waivers: { kind: 'list', type: 'LicenseWaiver', on: (row, other) => `${other}.policy = ${row}.name`, orderBy: (other) => `${other}.expires_on, ${other}.id` },
  },
  filters: { search: contains((row) => `${row}.name`), isReady: equals((row) => `${row}.is_ready`, 'boolean') },
  orders: { NAME: { type: 'text', sql: (row) => `${row}.name` } },
};

const rule: ReadType = {
  name: 'LicensePolicyRule',
  relation: 'license_policy',
  fields: { key: ofRule('key'), when: value((row) => `${row}.value -> 'when'`), outcome: ofRule('outcome'), sentenceDe: ofRule('sentenceDe'), sentenceEn: ofRule('sentenceEn') },
};

const waiver: ReadType = {
  name: 'LicenseWaiver',
  relation: 'license_waiver',
  fields: {
    id: globalId('LicenseWaiver'),
    policy: column('policy'),
    component: column('component'),
    license: column('license'),
    author: column('author'),
    reason: column('reason'),
    grantedAt: instant('granted_at'),
    expiresOn: column('expires_on'),
    isExpired: value((row) => `${row}.expires_on < current_date`),
    revokedAt: instant('revoked_at'),
    isInForce: value(isInForce),
  },
  filters: { policy: equals((row) => `${row}.policy`), component: contains((row) => `${row}.component`), isInForce: equals(isInForce, 'boolean'), expiresUntil: { type: 'date', sql: (row, day) => `${row}.expires_on <= ${day}` } },
  orders: { EXPIRES_ON: { type: 'date', sql: (row) => `${row}.expires_on` }, COMPONENT: { type: 'text', sql: (row) => `${row}.component` } },
};

/** How policies and waivers are read. */
@Injectable()
export class PolicyQueries {
  constructor(model: ReadModel) {
    for (const type of [policy, rule, waiver]) model.define(type);
    model.root('policies', { kind: 'connection', type: 'LicensePolicy', relation: NEWEST, defaultOrder: { field: 'NAME', direction: 'ASC' } });
    model.root('waivers', { kind: 'connection', type: 'LicenseWaiver', defaultOrder: { field: 'EXPIRES_ON', direction: 'ASC' } });
    model.root('policy', {
      kind: 'one',
      type: 'LicensePolicy',
      arguments: {
        name: { type: 'text', sql: (row, name) => `${row}.name = ${name}`, rank: (row, name) => `CASE WHEN ${row}.name = ${name} THEN ${row}.version END` },
        version: { type: 'text', sql: (row, version) => `${row}.version::text = ${version}` },
      },
    });
  }
}
