// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { fieldsOf, TABLE_OF, type CuratedEntity } from './field-names.js';
import type { Conflict } from './host.repository.js';
import type { ImportScope } from './import-summary.js';
import { NOTHING_MERGED, type Merge } from './inventory.repository.js';

/** A contract or a unit as a file lists it: `key`, and the columns that it speaks of. */
export type ListedRow = Readonly<Record<string, unknown>> & { readonly key: string };

/**
 * Writes contracts and departments that files list. What a file does not say stays; so does what a person set, and the difference is told. Every field keeps the import
 * it comes from, every change of a row is logged.
 */
@Injectable()
export class AdministrationFilesRepository {
  constructor(private readonly transactions: Transactions) {}

  async merge(entity: 'Contract' | 'Department', rows: readonly ListedRow[], sourceId: number, importId: number, scope: ImportScope): Promise<{ readonly merge: Merge; readonly conflicts: readonly Conflict[] }> {
    const { table, key } = TABLE_OF[entity];
    const fields = fieldsOf(entity);
    await this.transactions.query('DROP TABLE IF EXISTS pg_temp.listed');
    await this.transactions.query(`CREATE TEMP TABLE listed ON COMMIT DROP AS SELECT DISTINCT ON (r.key) * FROM jsonb_to_recordset($1) AS r(key text, ${fields.map(({ column, type }) => `${column} ${type}`).join(', ')}) ORDER BY r.key`, [
      JSON.stringify(rows),
    ]);
    await this.transactions.query('CREATE UNIQUE INDEX ON pg_temp.listed (key)');
    const removed = scope === 'SOURCE' ? await this.removeUnlisted(entity, sourceId, importId) : 0;
    const conflicts = await this.conflicts(entity);
    const changed = await this.update(entity, importId);
    const [{ rows: added }] = (await this.transactions.query<{ rows: string }>(
      `WITH put AS (INSERT INTO ${table} (${key}, source_id, ${fields.map(({ column }) => column).join(', ')}) SELECT r.key, $1, ${fields.map(({ column }) => `r.${column}`).join(', ')} FROM listed r
         WHERE NOT EXISTS (SELECT FROM ${table} t WHERE t.${key} = r.key) RETURNING *),
       log AS (INSERT INTO import_change (import_id, entity, key, before, after) SELECT $2, '${entity.toUpperCase()}', id::text, NULL, to_jsonb(put) FROM put),
       origin AS (INSERT INTO field_origin (entity, entity_id, field, import_id) SELECT '${entity}', put.id, f.field, $2 FROM put CROSS JOIN LATERAL (SELECT * FROM ${fieldValues(entity, 'put')}) f WHERE f.value IS NOT NULL)
       SELECT count(*) AS rows FROM put`,
      [sourceId, importId],
    )) as [{ rows: string }];
    const unchanged = new Set(rows.map((row) => row.key)).size - changed - Number(added);
    return { merge: { ...NOTHING_MERGED, added: Number(added), removed, changed, unchanged }, conflicts };
  }

  /** Units by the name or key that other rows call them; the ones that nobody knows are made. */
  async departmentIds(names: readonly string[], sourceId: number, importId: number): Promise<ReadonlyMap<string, number>> {
    if (names.length === 0) return new Map();
    await this.transactions.query(
      `WITH put AS (INSERT INTO department (key, name, source_id) SELECT DISTINCT n, n, $2::int FROM unnest($1::text[]) AS n WHERE NOT EXISTS (SELECT FROM department d WHERE d.key = n OR d.name = n) ON CONFLICT DO NOTHING RETURNING *)
       INSERT INTO import_change (import_id, entity, key, before, after) SELECT $3, 'DEPARTMENT', id::text, NULL, to_jsonb(put) FROM put`,
      [names, sourceId, importId],
    );
    const rows = await this.transactions.query<{ name: string; id: number }>('SELECT n AS name, (SELECT d.id FROM department d WHERE d.key = n OR d.name = n ORDER BY d.key <> n, d.id LIMIT 1) AS id FROM unnest($1::text[]) AS n', [names]);
    return new Map(rows.map((row) => [row.name, row.id]));
  }

  /** Keys of the units that are known under these names; null where one is new. */
  async departmentKeys(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.transactions.query<{ name: string; key: string }>('SELECT DISTINCT ON (d.name) d.name, d.key FROM department d WHERE d.name = ANY($1) ORDER BY d.name, d.id', [names]);
    return new Map(rows.map((row) => [row.name, row.key]));
  }

  async vendorIds(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.transactions.query<{ name: string; id: number }>(
      'SELECT n AS name, min(v.id) AS id FROM unnest($1::text[]) AS n JOIN vendor v ON lower(v.name) = lower(n) OR lower(n) = ANY(SELECT lower(a) FROM unnest(v.aliases) a) GROUP BY n',
      [names],
    );
    return new Map(rows.map((row) => [row.name, row.id]));
  }

  /** Sets the unit above each unit, when all of them are there. */
  async writeParents(parents: readonly { readonly key: string; readonly parent: string }[], importId: number): Promise<void> {
    await this.transactions.query(
      `WITH put AS (UPDATE department d SET parent_id = p.id FROM jsonb_to_recordset($1) AS r(key text, parent text)
           CROSS JOIN LATERAL (SELECT o.id FROM department o WHERE (o.key = r.parent OR o.name = r.parent) AND o.key <> r.key ORDER BY o.key <> r.parent, o.id LIMIT 1) p
         WHERE d.key = r.key AND d.parent_id IS DISTINCT FROM p.id
           AND NOT EXISTS (SELECT FROM field_origin f WHERE f.entity = 'Department' AND f.entity_id = d.id AND f.field = 'parent' AND f.actor_id IS NOT NULL) RETURNING d.id, old.parent_id AS was, d.parent_id),
       log AS (INSERT INTO import_change AS c (import_id, entity, key, before, after) SELECT $2, 'DEPARTMENT', id::text, jsonb_build_object('parent_id', was), jsonb_build_object('parent_id', parent_id) FROM put
         ON CONFLICT (entity, key, import_id) DO UPDATE SET after = c.after || excluded.after, before = excluded.before || c.before)
       INSERT INTO field_origin (entity, entity_id, field, import_id) SELECT 'Department', id, 'parent', $2 FROM put
         ON CONFLICT (entity, entity_id, field) DO UPDATE SET import_id = excluded.import_id, at = now()`.replace('old.parent_id AS was', '(SELECT b.parent_id FROM department b WHERE b.id = d.id) AS was'),
      [JSON.stringify(parents), importId],
    );
  }

  /** A unit that something else points to stays, though no file lists it any more. */
  private async removeUnlisted(entity: 'Contract' | 'Department', sourceId: number, importId: number): Promise<number> {
    const { table, key } = TABLE_OF[entity];
    const gone = await this.transactions.query<{ id: number }>(`SELECT t.id FROM ${table} t WHERE t.source_id = $1 AND NOT EXISTS (SELECT FROM listed r WHERE r.key = t.${key}) ORDER BY t.id DESC`, [sourceId]);
    let removed = 0;
    for (const { id } of gone) {
      await this.transactions.query('SAVEPOINT before_removal');
      try {
        await this.transactions.query(
          `WITH gone AS (DELETE FROM ${table} WHERE id = $1 RETURNING *), origin AS (DELETE FROM field_origin WHERE entity = '${entity}' AND entity_id = $1)
           INSERT INTO import_change (import_id, entity, key, before, after) SELECT $2, '${entity.toUpperCase()}', id::text, to_jsonb(gone), NULL FROM gone`,
          [id, importId],
        );
        removed++;
      } catch (failure) {
        if ((failure as { code?: string }).code !== '23503') throw failure;
        await this.transactions.query('ROLLBACK TO SAVEPOINT before_removal');
      }
      await this.transactions.query('RELEASE SAVEPOINT before_removal');
    }
    return removed;
  }

  private async conflicts(entity: CuratedEntity): Promise<Conflict[]> {
    const { table, key } = TABLE_OF[entity];
    return this.transactions.query<Conflict>(
      `SELECT '${entity}' AS entity, r.key, o.field, k.value AS kept, f.value AS imported FROM listed r JOIN ${table} t ON t.${key} = r.key
       JOIN field_origin o ON o.entity = '${entity}' AND o.entity_id = t.id AND o.actor_id IS NOT NULL
       JOIN LATERAL (SELECT * FROM ${fieldValues(entity, 'r')}) f ON f.field = o.field JOIN LATERAL (SELECT * FROM ${fieldValues(entity, 't')}) k ON k.field = o.field
       WHERE f.value IS NOT NULL AND f.value IS DISTINCT FROM k.value ORDER BY r.key, o.field`,
    );
  }

  private async update(entity: 'Contract' | 'Department', importId: number): Promise<number> {
    const { table, key } = TABLE_OF[entity];
    const fields = fieldsOf(entity);
    const isCurated = (field: string) => `EXISTS (SELECT FROM field_origin o WHERE o.entity = '${entity}' AND o.entity_id = b.id AND o.field = '${field}' AND o.actor_id IS NOT NULL)`;
    const next = fields.map(({ field, column }) => `CASE WHEN r.${column} IS NULL OR ${isCurated(field)} THEN b.${column} ELSE r.${column} END AS ${column}`);
    const columns = (row: string) => fields.map(({ column }) => `${row}.${column}`).join(', ');
    const [{ rows }] = (await this.transactions.query<{ rows: string }>(
      `WITH next AS (SELECT b.id AS of_id, to_jsonb(b) AS before, ${next.join(', ')} FROM listed r JOIN ${table} b ON b.${key} = r.key),
       put AS (UPDATE ${table} t SET ${fields.map(({ column }) => `${column} = n.${column}`).join(', ')} FROM next n WHERE t.id = n.of_id AND (${columns('t')}) IS DISTINCT FROM (${columns('n')})
         RETURNING t.*, n.before),
       log AS (INSERT INTO import_change (import_id, entity, key, before, after) SELECT $1, '${entity.toUpperCase()}', id::text, before, to_jsonb(put) - 'before' FROM put),
       origin AS (INSERT INTO field_origin (entity, entity_id, field, import_id)
         SELECT '${entity}', put.id, f.field, $1 FROM put CROSS JOIN LATERAL (SELECT * FROM ${fieldValues(entity, 'put')}) f WHERE f.value IS DISTINCT FROM nullif(put.before -> f.column_name, 'null')
         ON CONFLICT (entity, entity_id, field) DO UPDATE SET import_id = excluded.import_id, actor_id = NULL, at = now())
       SELECT count(*) AS rows FROM put`,
      [importId],
    )) as [{ rows: string }];
    return Number(rows);
  }
}

/** The fields of a row as rows of `field, column_name, value`; an empty one is null. */
function fieldValues(entity: CuratedEntity, row: string): string {
  return `(VALUES ${fieldsOf(entity)
    .map(({ field, column }) => `('${field}', '${column}', to_jsonb(${row}.${column}))`)
    .join(', ')}) AS f(field, column_name, value)`;
}
