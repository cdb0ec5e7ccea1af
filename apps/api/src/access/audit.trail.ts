// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Problem } from '#kernel';
import { CHANGED_MEANWHILE } from '../platform/graphql/problem.types.js';
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

/** Something that is not as somebody read it. */
export interface StaleReading {
  /** As the trail names it. */
  readonly entity: string;
  readonly entityId: string | number;
  /** What people call it. */
  readonly name: string;
  /** Field of the input that says what was read. */
  readonly path?: 'revision' | 'replaces';
  /** What was read; null: that there is nothing. */
  readonly given: string | number | null;
  /** What is there; null: nothing. */
  readonly current: string | number | null;
  /** Revision that the last change replaced, as its entry has it; 0 where entries of this kind name none. */
  readonly replaced?: number;
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

  /**
   * The problem with a change that was meant for something else than what is there. It names who made the last change where the trail has that very change: each entry keeps,
   * in what was before, the revision that it replaced.
   */
  async changedMeanwhile({ entity, entityId, name, path = 'revision', given, current, replaced = Number(current ?? 0) - 1 }: StaleReading): Promise<Problem> {
    const [change] = await this.transactions.query<{ changedBy: string; changedAt: string }>(
      `SELECT coalesce(p.display_name, a.name) AS "changedBy", to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt"
       FROM audit_entry e JOIN actor a ON a.id = e.actor_id LEFT JOIN person p ON p.actor_id = e.actor_id
       WHERE e.entity = $1 AND e.entity_id = $2 AND coalesce(e.before ->> 'revision', '0') = $3 ORDER BY e.id DESC LIMIT 1`,
      [entity, String(entityId), String(replaced)],
    );
    return { code: CHANGED_MEANWHILE, path, name, given: given ?? '–', current: current ?? '–', changedBy: change?.changedBy ?? null, changedAt: change?.changedAt ?? null };
  }
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
