// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel';
import type { Measure } from '#planning';
import { Transactions } from '../../platform/database/transactions.js';

/** What a target asks for. */
export interface TargetTerms {
  readonly name: string;
  /** A share of 0 to 1, or the greatest count. */
  readonly goal: number;
  readonly dueOn: CalendarDate;
  readonly note: string | null;
}

/** A target as it is now. */
export interface StoredTarget extends TargetTerms {
  readonly id: number;
  readonly measure: Measure;
  readonly revision: number;
  readonly isWithdrawn: boolean;
}

/** Writes targets and measurements; nothing is ever changed, what is new comes beside it. */
@Injectable()
export class TargetRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Null where there is no such target; nobody else changes it until the transaction ends. */
  async find(id: number): Promise<StoredTarget | null> {
    await this.transactions.query("SELECT pg_advisory_xact_lock(hashtext('change targets'))");
    const [row] = await this.transactions.query<StoredTarget>(
      `SELECT t.id, t.measure, v.revision, v.name, v.goal, v.due_on::text AS "dueOn", v.note, v.is_withdrawn AS "isWithdrawn"
       FROM target t JOIN target_version v ON v.target_id = t.id WHERE t.id = $1 ORDER BY v.revision DESC LIMIT 1`,
      [id],
    );
    return row ?? null;
  }

  async add(measure: Measure): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>('INSERT INTO target (measure) VALUES ($1) RETURNING id', [measure]);
    return row!.id;
  }

  async keepVersion(id: number, revision: number, { name, goal, dueOn, note }: TargetTerms, isWithdrawn: boolean, actorId: number): Promise<void> {
    await this.transactions.query('INSERT INTO target_version (target_id, revision, name, goal, due_on, note, is_withdrawn, actor_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [id, revision, name, goal, dueOn, note, isWithdrawn, actorId]);
  }

  /** One measuring after the other. */
  async takeTurn(): Promise<void> {
    await this.transactions.query("SELECT pg_advisory_xact_lock(hashtext('measure targets'))");
  }

  /**
   * Keeps the values that differ from the newest ones.
   *
   * @param measured list of `Measured` as JSON text
   * @returns how many do
   */
  async keepMeasured(measured: string, planId: number | null): Promise<number> {
    const kept = await this.transactions.query(
      `WITH r AS (
         SELECT e.measure, p.reached, p.missed, p.unknown, p.unrecognised, p.uncounted, (e.value ->> 'low')::float8 AS low, (e.value ->> 'high')::float8 AS high, e.forecast
         FROM jsonb_to_recordset($1) AS e(measure text, parts jsonb, value jsonb, forecast jsonb)
         CROSS JOIN LATERAL jsonb_to_record(e.parts) AS p(reached bigint, missed bigint, unknown bigint, unrecognised bigint, uncounted bigint))
       INSERT INTO measurement (measure, plan_id, reached, missed, unknown, unrecognised, uncounted, low, high, forecast)
       SELECT r.measure, $2::int, r.reached, r.missed, r.unknown, r.unrecognised, r.uncounted, r.low, r.high, r.forecast
       FROM r LEFT JOIN LATERAL (SELECT * FROM measurement m WHERE m.measure = r.measure ORDER BY m.measured_at DESC, m.id DESC LIMIT 1) last ON true
       WHERE last.id IS NULL OR (last.plan_id, last.reached, last.missed, last.unknown, last.unrecognised, last.uncounted, last.low, last.high, last.forecast)
         IS DISTINCT FROM ($2::int, r.reached, r.missed, r.unknown, r.unrecognised, r.uncounted, r.low, r.high, r.forecast)
       RETURNING id`,
      [measured, planId],
    );
    return kept.length;
  }
}
