// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** One change, as the trail keeps it. */
export interface AuditEntry {
  readonly actorId: number;
  /** Verb of the use case: `decideMatch`. */
  readonly operation: string;
  readonly entity: string;
  readonly entityId: string | number;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly requestId?: string | undefined;
}

/** The append-only record of who changed what; written in the transaction of the change itself. */
@Injectable()
export class AuditTrail {
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly transactions: Transactions) {}

  /** Tells of changes on record, once each is committed. */
  onRecorded(listener: () => void): void {
    this.listeners.push(listener);
  }

  async record(entry: AuditEntry): Promise<void> {
    await this.transactions.query(
      'INSERT INTO audit_entry (actor_id, operation, entity, entity_id, before, after, request_id) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [entry.actorId, entry.operation, entry.entity, String(entry.entityId), json(entry.before), json(entry.after), entry.requestId ?? null],
    );
    for (const listener of this.listeners) this.transactions.afterCommit(listener);
  }
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
