// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Problem } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { fieldsOf, TABLE_OF, type CuratedEntity } from './field-names.js';
import { UsageRepository } from './usage.repository.js';

/** Writes what people set by hand, and who did. */
@Injectable()
export class CurationRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly usage: UsageRepository,
  ) {}

  async lock(entity: CuratedEntity, id: number): Promise<(Readonly<Record<string, unknown>> & { readonly revision: number }) | null> {
    const [row] = await this.transactions.query<{ row: Record<string, unknown> & { revision: number } }>(`SELECT to_jsonb(t) AS row FROM ${TABLE_OF[entity].table} t WHERE id = $1 FOR UPDATE`, [id]);
    return row?.row ?? null;
  }

  /** The first reference that points to nothing. */
  async missingReference(entity: CuratedEntity, fields: Readonly<Record<string, unknown>>): Promise<Problem | null> {
    for (const { field, column } of fieldsOf(entity)) {
      const value = fields[field];
      if (!column.endsWith('_id') || value === undefined || value === null) continue;
      const table = column === 'parent_id' ? 'department' : column.slice(0, -3);
      const [found] = await this.transactions.query(`SELECT 1 FROM ${table} WHERE id = $1`, [value]);
      if (!found) return { code: 'IMPORTING.NOT_FOUND', what: table, id: String(value), path: field };
    }
    return null;
  }

  /** Whether a unit stands below another one, or is it. */
  async isWithin(departmentId: number, aboveId: number): Promise<boolean> {
    const [found] = await this.transactions.query(
      `WITH RECURSIVE above (id) AS (SELECT $1::int UNION SELECT d.parent_id FROM department d JOIN above a ON a.id = d.id WHERE d.parent_id IS NOT NULL) SELECT 1 FROM above WHERE id = $2`,
      [departmentId, aboveId],
    );
    return found !== undefined;
  }

  /** Units are moved one after the other, so that two moves cannot make a circle together. */
  async takeMovingTurn(): Promise<void> {
    await this.transactions.query("SELECT pg_advisory_xact_lock(hashtext('fahrplan.department.parent'))");
  }

  /** A row that no import has told of, with what is said of it; null where there is one of this key. */
  async add(entity: CuratedEntity, key: string, fields: Readonly<Record<string, unknown>>, actorId: number): Promise<number | null> {
    const given = fieldsOf(entity).filter(({ field }) => fields[field] !== undefined);
    const { table, key: named } = TABLE_OF[entity];
    const [row] = await this.transactions.query<{ id: number }>(
      `WITH w AS (INSERT INTO ${table} (${[named, ...given.map(({ column }) => column)].join(', ')}) VALUES ($1${given.map(({ type }, at) => `, $${at + 2}::${type}`).join('')}) ON CONFLICT (${named}) DO NOTHING RETURNING id) SELECT id FROM w`,
      [key, ...given.map(({ field }) => fields[field])],
    );
    if (row === undefined) return null;
    await this.claim(entity, row.id, given.map(({ field }) => field), actorId);
    return row.id;
  }

  async set(entity: CuratedEntity, id: number, fields: Readonly<Record<string, unknown>>, actorId: number): Promise<void> {
    const given = fieldsOf(entity).filter(({ field }) => fields[field] !== undefined);
    if (given.length === 0) return;
    await this.transactions.query(
      `UPDATE ${TABLE_OF[entity].table} SET ${given.map(({ column, type }, at) => `${column} = $${at + 2}::${type}`).join(', ')} WHERE id = $1`,
      [id, ...given.map(({ field }) => fields[field])],
    );
    await this.claim(entity, id, given.map(({ field }) => field), actorId);
    if (entity === 'Host') await this.countAnew(id);
  }

  async release(entity: CuratedEntity, id: number, fields: readonly string[]): Promise<void> {
    await this.transactions.query('DELETE FROM field_origin WHERE entity = $1 AND entity_id = $2 AND field = ANY($3) AND actor_id IS NOT NULL', [entity, id, fields]);
  }

  /** A field that was said to be what it is, or released, is a change too. */
  async countRevision(entity: CuratedEntity, id: number, revision: number): Promise<void> {
    await this.transactions.query(`UPDATE ${TABLE_OF[entity].table} SET revision = $2 WHERE id = $1 AND revision < $2`, [id, revision]);
  }

  /** Imports leave these fields alone from then on. */
  private async claim(entity: CuratedEntity, id: number, fields: readonly string[], actorId: number): Promise<void> {
    await this.transactions.query(
      `INSERT INTO field_origin (entity, entity_id, field, actor_id) SELECT $1, $2, f, $4 FROM unnest($3::text[]) AS f
       ON CONFLICT (entity, entity_id, field) DO UPDATE SET actor_id = excluded.actor_id, import_id = NULL, at = now()`,
      [entity, id, fields, actorId],
    );
  }

  private async countAnew(hostId: number): Promise<void> {
    const rows = await this.transactions.query<{ title_id: number }>('SELECT DISTINCT title_id FROM installation WHERE host_id = $1', [hostId]);
    await this.usage.refreshTitles(rows.map((row) => row.title_id));
  }
}
