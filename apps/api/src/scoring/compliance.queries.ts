// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, equals, globalId, instant, oneOf, ReadModel, value } from '../platform/graphql/reading/index.js';
import { isAccessory } from './accessories.js';

/**
 * Every product in use with its one state, as `complyOrExplain` of the library finds it: open source complies; else planned, exempt, weighed (on equal footing
 * only), or open.
 */
export const STANDINGS = `(SELECT p.id, p.id AS product_id, u.installations, coalesce(l.verdict, 'UNKNOWN') = 'UNKNOWN' AS is_license_unknown, ${isAccessory('p')} AS is_accessory, y.starts_on AS planned_on, x.id AS exemption_id, w.id AS weighing_id,
    CASE WHEN l.verdict = 'ALLOWED' THEN 'COMPLIES' WHEN y.product_id IS NOT NULL THEN 'PLANNED' WHEN x.expires_on >= current_date THEN 'EXEMPT'
      WHEN s.m1_reading = 'EQUAL_FOOTING' AND w.id IS NOT NULL THEN 'WEIGHED' ELSE 'OPEN' END AS state,
    coalesce(x.expires_on >= current_date, false) AS is_held, coalesce(x.expires_on >= current_date AND x.recheck_on <= current_date, false) AS is_recheck_due
  FROM product p JOIN product_usage u ON u.product_id = p.id AND (u.installations > 0 OR u.register_entries > 0)
  CROSS JOIN scoring_setting s
  LEFT JOIN license l ON l.id = p.license_id
  LEFT JOIN planned_product y ON y.product_id = p.id
  LEFT JOIN LATERAL (SELECT e.* FROM exemption e WHERE e.product_id = p.id AND e.granted_on <= current_date AND e.revoked_on IS NULL ORDER BY e.expires_on DESC, e.id LIMIT 1) x ON true
  LEFT JOIN LATERAL (SELECT g.id FROM weighing g WHERE g.product_id = p.id AND g.weighed_on <= current_date ORDER BY g.weighed_on DESC, g.id DESC LIMIT 1) w ON true)`;

const exemptionState = (row: string) =>
  `CASE WHEN ${row}.revoked_on IS NOT NULL THEN 'REVOKED' WHEN ${row}.granted_on > current_date THEN 'NOT_YET' WHEN ${row}.expires_on < current_date THEN 'EXPIRED' ELSE 'HOLDS' END`;
const recheckDue = (row: string) => `(${exemptionState(row)} = 'HOLDS' AND coalesce(${row}.recheck_on <= current_date, false))`;

/** How exemptions, weighings and the states of comply or explain are read. */
@Injectable()
export class ComplianceQueries {
  constructor(model: ReadModel) {
    model.define({
      name: 'Exemption',
      relation: 'exemption',
      fields: {
        id: globalId('Exemption'),
        product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.product_id` },
        reason: column('reason'),
        evidence: column('evidence'),
        approver: column('approver'),
        grantedOn: column('granted_on'),
        expiresOn: column('expires_on'),
        recheckOn: column('recheck_on'),
        revokedOn: column('revoked_on'),
        revokedBy: column('revoked_by'),
        revokedReason: column('revoked_reason'),
        state: value(exemptionState),
        isRecheckDue: value(recheckDue),
        recordedAt: instant('recorded_at'),
      },
      filters: {
        product: { type: 'text', sql: (row, key) => `${row}.product_id = (SELECT p.id FROM product p WHERE p.key = ${key})` },
        states: oneOf(exemptionState),
        recheckDue: { type: 'boolean', sql: (row, wanted) => `${recheckDue(row)} = ${wanted}` },
        expiresUntil: { type: 'date', sql: (row, day) => `${row}.expires_on <= ${day}` },
      },
      orders: { EXPIRES_ON: { type: 'date', sql: (row) => `${row}.expires_on` } },
    });
    model.define({
      name: 'Weighing',
      relation: 'weighing',
      fields: { id: globalId('Weighing'), reason: column('reason'), weighedBy: column('weighed_by'), weighedOn: column('weighed_on') },
    });
    model.define({
      name: 'ProductStanding',
      relation: STANDINGS,
      fields: {
        id: globalId('ProductStanding'),
        product: { kind: 'one', type: 'Product', on: (row, other) => `${other}.id = ${row}.product_id` },
        state: column('state'),
        isLicenseUnknown: column('is_license_unknown'),
        isAccessory: column('is_accessory'),
        plannedOn: column('planned_on'),
        exemption: { kind: 'one', type: 'Exemption', on: (row, other) => `${other}.id = ${row}.exemption_id AND ${row}.is_held` },
        expiredExemption: { kind: 'one', type: 'Exemption', on: (row, other) => `${other}.id = ${row}.exemption_id AND NOT ${row}.is_held` },
        isRecheckDue: column('is_recheck_due'),
        weighing: { kind: 'one', type: 'Weighing', on: (row, other) => `${other}.id = ${row}.weighing_id` },
        candidate: { kind: 'one', type: 'Candidate', on: (row, other) => `${other}.product_id = ${row}.product_id AND ${other}.run_id = (SELECT max(r.id) FROM scoring_run r)` },
      },
      filters: {
        states: oneOf((row) => `${row}.state`),
        recheckDue: equals((row) => `${row}.is_recheck_due`, 'boolean'),
        licenseUnknown: equals((row) => `${row}.is_license_unknown`, 'boolean'),
        accessory: equals((row) => `${row}.is_accessory`, 'boolean'),
      },
      orders: { INSTALLATIONS: { type: 'bigint', sql: (row) => `${row}.installations` } },
    });
    model.extend('Product', {
      fields: {
        standing: { kind: 'one', type: 'ProductStanding', on: (row, other) => `${other}.product_id = ${row}.id` },
        exemptions: { kind: 'list', type: 'Exemption', on: (row, other) => `${other}.product_id = ${row}.id`, orderBy: (other) => `${other}.expires_on DESC, ${other}.id` },
      },
      filters: { standings: { type: 'text[]', sql: (row, states) => `${row}.id IN (SELECT s.product_id FROM ${STANDINGS} s WHERE s.state = ANY(${states}))` } },
    });
    model.root('exemptions', { kind: 'connection', type: 'Exemption', defaultOrder: { field: 'EXPIRES_ON', direction: 'ASC' } });
    model.root('standings', { kind: 'connection', type: 'ProductStanding', defaultOrder: { field: 'INSTALLATIONS', direction: 'DESC' } });
  }
}
