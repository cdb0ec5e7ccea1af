// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** What an import says about machines beside their software. */
export interface HostFacts {
  readonly departmentOfHost: ReadonlyMap<number, number>;
  readonly userOfHost: ReadonlyMap<number, string>;
}

/** A value that a person set, and what an import wanted to put there. */
export interface Conflict {
  readonly entity: 'Host' | 'Contract' | 'Department';
  readonly key: string;
  readonly field: string;
  readonly kept: unknown;
  readonly imported: unknown;
}

/** Writes facts about machines; what a person set stays. */
@Injectable()
export class HostRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @returns machines whose facts changed (new ones not counted), and what was not taken because a person had set it */
  async writeFacts(importId: number, { departmentOfHost, userOfHost }: HostFacts): Promise<{ readonly changed: number; readonly touchedHostIds: readonly number[]; readonly conflicts: readonly Conflict[] }> {
    if (departmentOfHost.size === 0 && userOfHost.size === 0) return { changed: 0, touchedHostIds: [], conflicts: [] };
    const ids = [...new Set([...departmentOfHost.keys(), ...userOfHost.keys()])];
    const values = [ids, ids.map((id) => departmentOfHost.get(id) ?? null), ids.map((id) => userOfHost.get(id) ?? null)];
    const listed = 'unnest($1::int[], $2::int[], $3::text[]) AS r(id, department_id, user_name)';
    const curated = `EXISTS (SELECT FROM field_origin o WHERE o.entity = 'Host' AND o.entity_id = h.id AND o.field = 'department' AND o.actor_id IS NOT NULL)`;
    const conflicts = await this.transactions.query<Conflict>(
      `SELECT 'Host' AS entity, h.name AS key, 'department' AS field, k.name AS kept, d.name AS imported FROM ${listed} JOIN host h USING (id) JOIN department d ON d.id = r.department_id
       LEFT JOIN department k ON k.id = h.department_id WHERE ${curated} AND h.department_id IS DISTINCT FROM r.department_id AND $3::text[] IS NOT NULL ORDER BY h.name`,
      values,
    );
    const changed = await this.transactions.query<{ id: number; is_new: boolean }>(
      `WITH listed AS (SELECT h.id, h.first_import_id = $4 AS is_new, jsonb_build_object('department_id', h.department_id, 'department_import_id', h.department_import_id, 'user_name', h.user_name) AS before,
           CASE WHEN r.department_id IS NULL OR ${curated} THEN h.department_id ELSE r.department_id END AS department_id, coalesce(r.user_name, h.user_name) AS user_name
         FROM ${listed} JOIN host h USING (id)),
       written AS (UPDATE host h SET department_id = l.department_id, user_name = l.user_name,
           department_import_id = CASE WHEN h.department_id IS DISTINCT FROM l.department_id THEN $4 ELSE h.department_import_id END
         FROM listed l WHERE h.id = l.id AND (h.department_id, h.user_name) IS DISTINCT FROM (l.department_id, l.user_name) RETURNING h.*, l.before, l.is_new),
       log AS (INSERT INTO import_change (import_id, entity, key, before, after)
         SELECT $4, 'HOST', id::text, before, jsonb_build_object('department_id', department_id, 'department_import_id', department_import_id, 'user_name', user_name) FROM written WHERE NOT coalesce(is_new, false))
       SELECT id, coalesce(is_new, false) AS is_new FROM written`,
      [...values, importId],
    );
    const moved = changed.filter((row) => !row.is_new).map((row) => row.id);
    return { changed: moved.length, touchedHostIds: moved, conflicts };
  }

  /** Titles on machines that moved to another unit: their counts per unit change, whoever listed them. */
  async titlesOn(hostIds: readonly number[]): Promise<number[]> {
    if (hostIds.length === 0) return [];
    const rows = await this.transactions.query<{ title_id: number }>('SELECT DISTINCT title_id FROM installation WHERE host_id = ANY($1)', [hostIds]);
    return rows.map((row) => row.title_id);
  }
}
