// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { column, equals, globalId, instant, ReadModel } from '../platform/graphql/reading/index.js';

/** How the audit trail is read. */
@Injectable()
export class AuditQueries {
  constructor(model: ReadModel) {
    model.define({
      name: 'AuditEntry',
      relation: '(SELECT e.*, a.name AS actor, p.display_name AS person FROM audit_entry e JOIN actor a ON a.id = e.actor_id LEFT JOIN person p ON p.actor_id = e.actor_id)',
      fields: {
        id: globalId('AuditEntry'),
        at: instant('at'),
        actor: column('actor'),
        person: column('person'),
        operation: column('operation'),
        entity: column('entity'),
        entityId: column('entity_id'),
        before: column('before'),
        after: column('after'),
        requestId: column('request_id'),
      },
      filters: { entity: equals((row) => `${row}.entity`), entityId: equals((row) => `${row}.entity_id`), operation: equals((row) => `${row}.operation`), actor: equals((row) => `${row}.actor`) },
      orders: { AT: { type: 'timestamptz', sql: (row) => `${row}.at` } },
    });
    model.root('auditTrail', { kind: 'connection', type: 'AuditEntry', defaultOrder: { field: 'AT', direction: 'DESC' } });
  }
}
