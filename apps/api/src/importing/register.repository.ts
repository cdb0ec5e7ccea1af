// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import type { ImportScope } from './import-summary.js';
import type { RegisterRow } from './inventory-encoder.js';
import type { Merge } from './inventory.repository.js';

const FIGURES = ['users', 'devices', 'seats', 'cost_per_year_cents', 'contract_ends_on'] as const;
const figures = (row: string) => FIGURES.map((name) => `${row}.${name}`).join(', ');
const SAME = 'e.title_id = r.title_id AND e.version_id = r.version_id AND coalesce(e.department_id, 0) = coalesce(r.department_id, 0)';
/** An entry apart from its id, by which a change of it is logged and undone. */
export const ENTRY_KEY = (row: string) => `concat_ws(' ', ${row}.source_id, ${row}.title_id, ${row}.version_id, coalesce(${row}.department_id, 0))`;

/** Writes what registers say: titles in use, number unknown. */
@Injectable()
export class RegisterRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Makes the register entries of the source equal to the given ones; where the file tells a part of its source only, the others stay. Every change is logged. */
  async merge(sourceId: number, importId: number, scope: ImportScope, rows: readonly RegisterRow[]): Promise<Merge> {
    await this.transactions.query('DROP TABLE IF EXISTS pg_temp.listed');
    await this.transactions.query(
      `CREATE TEMP TABLE listed ON COMMIT DROP AS SELECT DISTINCT ON (title_id, version_id, coalesce(department_id, 0)) * FROM jsonb_to_recordset($1) AS r(title_id int, version_id int,
         department_id int, users int, devices int, seats int, cost_per_year_cents bigint, contract_ends_on date) ORDER BY title_id, version_id, coalesce(department_id, 0), users DESC NULLS LAST`,
      [JSON.stringify(rows)],
    );
    const removed =
      scope === 'SOURCE'
        ? await this.logged(
            importId,
            `DELETE FROM register_entry e WHERE e.source_id = $2 AND NOT EXISTS (SELECT FROM listed r WHERE ${SAME}) RETURNING e.*`,
            [sourceId],
            `SELECT ${ENTRY_KEY('w')} AS key, to_jsonb(w) AS before, NULL::jsonb AS after, w.title_id FROM written w`,
          )
        : [];
    const changed = await this.logged(
      importId,
      `UPDATE register_entry e SET ${FIGURES.map((name) => `${name} = r.${name}`).join(', ')} FROM listed r JOIN register_entry b ON b.source_id = $2 AND ${SAME.replaceAll('e.', 'b.')}
       WHERE e.id = b.id AND (${figures('e')}) IS DISTINCT FROM (${figures('r')}) RETURNING e.*, to_jsonb(b) AS was`,
      [sourceId],
      `SELECT ${ENTRY_KEY('w')} AS key, w.was AS before, to_jsonb(w) - 'was' AS after, w.title_id FROM written w`,
    );
    const added = await this.logged(
      importId,
      `INSERT INTO register_entry (source_id, title_id, version_id, department_id, ${FIGURES.join(', ')}, first_import_id)
       SELECT $2, r.title_id, r.version_id, r.department_id, ${figures('r')}, $1 FROM listed r WHERE NOT EXISTS (SELECT FROM register_entry e WHERE e.source_id = $2 AND ${SAME}) RETURNING *`,
      [sourceId],
      `SELECT ${ENTRY_KEY('w')} AS key, NULL::jsonb AS before, to_jsonb(w) AS after, w.title_id FROM written w`,
    );
    const [{ rows: kept }] = (await this.transactions.query<{ rows: string }>('SELECT count(*) AS rows FROM register_entry WHERE source_id = $1', [sourceId])) as [{ rows: string }];
    return {
      added: added.length,
      removed: removed.length,
      changed: changed.length,
      unchanged: Number(kept) - added.length - changed.length,
      touchedTitleIds: [...new Set([...added, ...changed, ...removed])],
    };
  }

  /** Runs a statement that writes, and logs each row as `change` says; returns the titles. */
  private async logged(importId: number, write: string, values: readonly unknown[], change: string): Promise<number[]> {
    const rows = await this.transactions.query<{ title_id: number }>(
      `WITH written AS (${write}), change AS (${change}),
       log AS (INSERT INTO import_change (import_id, entity, key, before, after) SELECT $1, 'REGISTER_ENTRY', key, before, after FROM change)
       SELECT title_id FROM change`,
      [importId, ...values],
    );
    return rows.map((row) => row.title_id);
  }
}
