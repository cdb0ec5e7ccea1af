// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { fieldsOf, TABLE_OF, type CuratedEntity } from './field-names.js';
import { ENTRY_KEY } from './register.repository.js';

/** What an undoing did to rows whose changes are logged. */
export interface UndoneRows {
  readonly undone: number;
  /** Left as later imports, or people, made it. */
  readonly kept: number;
  readonly touchedTitleIds: readonly number[];
  readonly touchedHostIds: readonly number[];
}

interface Change {
  readonly entity: 'HOST' | 'REGISTER_ENTRY' | 'CONTRACT' | 'DEPARTMENT';
  readonly key: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Puts logged changes back to what was before; the newest change of a row is the only one that shows. */
@Injectable()
export class ChangeLogRepository {
  constructor(private readonly transactions: Transactions) {}

  async undo(importId: number): Promise<UndoneRows> {
    const overtaken = await this.handOver(importId);
    const changes = await this.transactions.query<Change>(`SELECT entity, key, before, after FROM import_change WHERE import_id = $1 ORDER BY entity = 'DEPARTMENT', entity, key DESC`, [importId]);
    let kept = overtaken;
    for (const change of changes) if (!(await this.putBack(change))) kept++;
    await this.transactions.query('DELETE FROM import_change WHERE import_id = $1', [importId]);
    await this.forgetOrigins(importId);
    const of = (entity: Change['entity']) => changes.filter((change) => change.entity === entity);
    return {
      undone: changes.length - (kept - overtaken),
      kept,
      touchedTitleIds: [...new Set(of('REGISTER_ENTRY').map(({ before, after }) => Number((before ?? after)!['title_id'])))],
      touchedHostIds: of('HOST').map(({ key }) => Number(key)),
    };
  }

  /** Where a later import changed a row again, that change now starts from what was before this one. */
  private async handOver(importId: number): Promise<number> {
    const [row] = await this.transactions.query<{ rows: string }>(
      `WITH next AS (SELECT c.entity, c.key, c.before, min(n.import_id) AS later_id FROM import_change c JOIN import_change n ON n.entity = c.entity AND n.key = c.key AND n.import_id > c.import_id WHERE c.import_id = $1 GROUP BY 1, 2, 3),
       handed AS (UPDATE import_change n SET before = CASE WHEN x.before IS NULL OR n.before IS NULL THEN x.before ELSE n.before || x.before END FROM next x WHERE n.entity = x.entity AND n.key = x.key AND n.import_id = x.later_id RETURNING 1),
       gone AS (DELETE FROM import_change c USING next x WHERE c.import_id = $1 AND c.entity = x.entity AND c.key = x.key)
       SELECT count(*) AS rows FROM handed`,
      [importId],
    );
    return Number(row!.rows);
  }

  private async putBack(change: Change): Promise<boolean> {
    if (change.entity === 'REGISTER_ENTRY') return this.putBackEntry(change);
    const entity: CuratedEntity = change.entity === 'HOST' ? 'Host' : change.entity === 'CONTRACT' ? 'Contract' : 'Department';
    const { table } = TABLE_OF[entity];
    if (change.before === null) return this.deleteUnused(entity, table, Number(change.key));
    if (change.after === null) {
      await this.transactions.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::${table}, $1) ON CONFLICT DO NOTHING`, [JSON.stringify(change.before)]);
      return true;
    }
    return this.restore(entity, table, change);
  }

  private async putBackEntry({ key, before }: Change): Promise<boolean> {
    await this.transactions.query(`DELETE FROM register_entry e WHERE ${ENTRY_KEY('e')} = $1`, [key]);
    if (before !== null) await this.transactions.query('INSERT INTO register_entry OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::register_entry, $1)', [JSON.stringify(before)]);
    return true;
  }

  /** A row that something points to, or that a person has worked on, stays. */
  private async deleteUnused(entity: CuratedEntity, table: string, id: number): Promise<boolean> {
    const [curated] = await this.transactions.query('SELECT 1 FROM field_origin WHERE entity = $1 AND entity_id = $2 AND actor_id IS NOT NULL LIMIT 1', [entity, id]);
    if (curated) return false;
    await this.transactions.query('SAVEPOINT before_removal');
    try {
      await this.transactions.query(`DELETE FROM ${table} WHERE id = $1`, [id]);
      await this.transactions.query('DELETE FROM field_origin WHERE entity = $1 AND entity_id = $2', [entity, id]);
      await this.transactions.query('RELEASE SAVEPOINT before_removal');
      return true;
    } catch (failure) {
      if ((failure as { code?: string }).code !== '23503') throw failure;
      await this.transactions.query('ROLLBACK TO SAVEPOINT before_removal');
      return false;
    }
  }

  /** @returns false where a person had set one of the changed fields meanwhile */
  private async restore(entity: CuratedEntity, table: string, { key, before, after }: Change): Promise<boolean> {
    const curated = await this.transactions.query<{ field: string }>('SELECT field FROM field_origin WHERE entity = $1 AND entity_id = $2 AND actor_id IS NOT NULL', [entity, Number(key)]);
    const kept = new Set(curated.map((row) => row.field));
    const columns = [...fieldsOf(entity), ...(entity === 'Host' ? [{ field: 'userName', column: 'user_name' }, { field: 'department', column: 'department_import_id' }] : [])];
    const changed = columns.filter(({ column }) => column in before! && before![column] !== after![column]);
    const back = changed.filter(({ field }) => !kept.has(field));
    if (back.length > 0) await this.transactions.query(`UPDATE ${table} t SET ${back.map(({ column }) => `${column} = b.${column}`).join(', ')} FROM jsonb_populate_record(NULL::${table}, $2) b WHERE t.id = $1`, [Number(key), JSON.stringify(before)]);
    return back.length === changed.length;
  }

  /** The fields come from the import before again, where one had spoken of the row. */
  private async forgetOrigins(importId: number): Promise<void> {
    const before = '(SELECT max(c.import_id) FROM import_change c WHERE c.entity = upper(o.entity) AND c.key = o.entity_id::text AND c.import_id < $1)';
    await this.transactions.query(`DELETE FROM field_origin o WHERE o.import_id = $1 AND ${before} IS NULL`, [importId]);
    await this.transactions.query(`UPDATE field_origin o SET import_id = ${before} WHERE o.import_id = $1`, [importId]);
  }
}
