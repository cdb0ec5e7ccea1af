// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import type { MigrationState } from './migration-status.js';
import type { MigrationUnderWay } from './plan-under-way.js';

/** A migration's row. */
export interface MigrationRow extends MigrationState {
  readonly id: number;
  readonly productKey: string;
  readonly plannedStartsOn: CalendarDate;
  readonly revision: number;
}

/** A migration as a plan has it. */
export interface PlannedMigration {
  readonly productId: number;
  readonly productKey: string;
  readonly alternativeId: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Reads and writes which plan is in force and how far its migrations are. */
@Injectable()
export class SteeringRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Only one at a time changes what is in force or under way. */
  async lock(): Promise<void> {
    await this.transactions.query('LOCK TABLE product_migration IN SHARE ROW EXCLUSIVE MODE');
  }

  async migration(productKey: string): Promise<MigrationRow | null> {
    const [row] = await this.transactions.query<MigrationRow>(
      `SELECT m.id, p.key AS "productKey", m.status, m.started_on::text AS "startedOn", m.ended_on::text AS "endedOn", m.blockers, m.planned_starts_on::text AS "plannedStartsOn", m.revision
       FROM product_migration m JOIN product p ON p.id = m.product_id WHERE p.key = $1`,
      [productKey],
    );
    return row ?? null;
  }

  async underWay(): Promise<MigrationUnderWay[]> {
    return this.transactions.query(
      'SELECT p.key AS "productKey", m.status, m.started_on::text AS "startedOn", m.cancelled_by AS "cancelledBy" FROM product_migration m JOIN product p ON p.id = m.product_id ORDER BY m.id',
    );
  }

  async keepStep(id: number, { status, startedOn, endedOn, blockers }: MigrationState, on: CalendarDate, note: string | null): Promise<void> {
    await this.transactions.query(
      `UPDATE product_migration SET status = $2, started_on = $3, ended_on = $4, blockers = $5, cancelled_by = CASE WHEN $2 = 'CANCELLED' THEN 'DECISION' END, note = $6, revision = revision + 1 WHERE id = $1`,
      [id, status, startedOn, endedOn, blockers, note],
    );
    await this.transactions.query('INSERT INTO migration_event (migration_id, status, happened_on, planned_starts_on, blockers, note) SELECT id, status, $2, planned_starts_on, blockers, note FROM product_migration WHERE id = $1', [id, on]);
  }

  async planStatus(planId: number): Promise<string | null> {
    const [row] = await this.transactions.query<{ status: string }>('SELECT status FROM plan WHERE id = $1', [planId]);
    return row?.status ?? null;
  }

  async planInForce(): Promise<number | null> {
    const [row] = await this.transactions.query<{ planId: number }>('SELECT plan_id AS "planId" FROM plan_in_force ORDER BY id DESC LIMIT 1');
    return row?.planId ?? null;
  }

  async putInForce(planId: number): Promise<void> {
    await this.transactions.query('INSERT INTO plan_in_force (plan_id) VALUES ($1)', [planId]);
  }

  /** As {@link underWay}, as JSON text. */
  async underWayAsJson(): Promise<string> {
    const [row] = await this.transactions.query<{ rows: string }>(
      `SELECT coalesce(json_agg(json_build_object('productKey', p.key, 'status', m.status, 'startedOn', m.started_on, 'cancelledBy', m.cancelled_by) ORDER BY m.id), '[]')::text AS rows
       FROM product_migration m JOIN product p ON p.id = m.product_id`,
    );
    return row!.rows;
  }

  /** First day of each migration of a plan, as JSON text. */
  async starts(planId: number): Promise<string> {
    const [row] = await this.transactions.query<{ starts: string }>(
      `SELECT coalesce(json_agg(json_build_object('productKey', p.key, 'startsOn', w.starts_on) ORDER BY w.period, p.key), '[]')::text AS starts
       FROM wave w JOIN wave_item i ON i.wave_id = w.id JOIN candidate_score c ON c.id = i.candidate_id JOIN product p ON p.id = c.product_id WHERE w.plan_id = $1`,
      [planId],
    );
    return row!.starts;
  }

  /** The migrations of a plan, each with its first and last day: it lasts as many periods as the problem says, at most to the end of the horizon. */
  async migrationsOf(planId: number): Promise<PlannedMigration[]> {
    return this.transactions.query(
      `SELECT p.id AS "productId", p.key AS "productKey", a.alternative_id AS "alternativeId", w.starts_on::text AS "startsOn",
         s.definition -> 'periods' -> (least(w.period + greatest(coalesce(t.duration, 1), 1), jsonb_array_length(s.definition -> 'periods')) - 1) ->> 'endsOn' AS "endsOn"
       FROM plan n JOIN scenario s ON s.id = n.scenario_id JOIN wave w ON w.plan_id = n.id JOIN wave_item i ON i.wave_id = w.id
       JOIN candidate_score c ON c.id = i.candidate_id JOIN product p ON p.id = c.product_id JOIN alternative a ON a.id = c.alternative_id
       LEFT JOIN (SELECT e ->> 'id' AS key, (e ->> 'durationPeriods')::int AS duration FROM plan o, jsonb_array_elements(o.problem -> 'items') e WHERE o.id = $1 OFFSET 0) t ON t.key = p.key
       WHERE n.id = $1 ORDER BY w.period, p.key`,
      [planId],
    );
  }

  /**
   * Makes the migrations those of a plan: new ones and waiting ones get its days, cancelled ones come back, and waiting ones that it does not have are
   * cancelled by it. What has begun keeps everything.
   */
  async follow(planId: number, migrations: readonly PlannedMigration[], on: CalendarDate): Promise<void> {
    const changed = await this.transactions.query<{ id: number }>(
      `WITH wanted AS (SELECT * FROM jsonb_to_recordset($2) AS r("productId" int, "alternativeId" int, "startsOn" date, "endsOn" date)),
       dropped AS (
         UPDATE product_migration m SET status = 'CANCELLED', cancelled_by = 'PLAN', blockers = '{}', note = NULL, revision = revision + 1
         WHERE m.started_on IS NULL AND m.status IN ('PLANNED', 'BLOCKED') AND NOT EXISTS (SELECT FROM wanted r WHERE r."productId" = m.product_id) RETURNING m.id),
       kept AS (
         INSERT INTO product_migration AS m (product_id, alternative_id, plan_id, status, planned_starts_on, planned_ends_on)
         SELECT "productId", "alternativeId", $1, 'PLANNED', "startsOn", "endsOn" FROM wanted
         ON CONFLICT (product_id) DO UPDATE SET alternative_id = excluded.alternative_id, plan_id = excluded.plan_id, planned_starts_on = excluded.planned_starts_on, planned_ends_on = excluded.planned_ends_on,
           status = CASE WHEN m.status = 'BLOCKED' THEN 'BLOCKED' ELSE 'PLANNED' END, started_on = NULL, cancelled_by = NULL, note = NULL, revision = m.revision + 1
         WHERE m.started_on IS NULL OR m.status = 'CANCELLED' RETURNING m.id)
       SELECT id FROM dropped UNION ALL SELECT id FROM kept`,
      [planId, JSON.stringify(migrations)],
    );
    await this.transactions.query(
      `INSERT INTO migration_event (migration_id, status, happened_on, planned_starts_on, blockers, note)
       SELECT m.id, m.status, $2, m.planned_starts_on, m.blockers, m.note FROM product_migration m
       LEFT JOIN LATERAL (SELECT e.status, e.planned_starts_on FROM migration_event e WHERE e.migration_id = m.id ORDER BY e.id DESC LIMIT 1) last ON true
       WHERE m.id = ANY($1) AND (last.status, last.planned_starts_on) IS DISTINCT FROM (m.status, m.planned_starts_on) ORDER BY m.id`,
      [changed.map(({ id }) => id), on],
    );
  }
}
