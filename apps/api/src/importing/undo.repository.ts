// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** An import that is to be undone. */
export interface DoneImport {
  readonly id: number;
  readonly sourceId: number;
  readonly source: string;
  readonly fileName: string;
  readonly isUndone: boolean;
  readonly duplicateOf: number | null;
}

/** What an undoing did to installations. */
export interface UndoneInstallations {
  readonly removed: number;
  readonly restored: number;
  /** What stays as later imports of the source found it. */
  readonly kept: number;
  readonly touchedTitleIds: readonly number[];
}

const KEY = 'host_id, title_id, version_id';
const SAME = (a: string, b: string) => `${a}.source_id = ${b}.source_id AND ${a}.host_id = ${b}.host_id AND ${a}.title_id = ${b}.title_id AND ${a}.version_id = ${b}.version_id`;
const COLUMNS = `source_id, ${KEY}, installed_on, first_import_id`;

/**
 * Takes the installations of an import back, so that they are as if it had never been: what a later import of the source said about a machine stands, and takes over
 * where the undone one was the first to say it.
 */
@Injectable()
export class UndoRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(importId: number): Promise<DoneImport | null> {
    const [row] = await this.transactions.query<DoneImport>(
      `SELECT i.id, i.source_id AS "sourceId", s.name AS source, i.file_name AS "fileName", i.undone_at IS NOT NULL AS "isUndone", i.duplicate_of_id AS "duplicateOf" FROM import i JOIN source s ON s.id = i.source_id WHERE i.id = $1`,
      [importId],
    );
    return row ?? null;
  }

  async markUndone(importId: number, actorId: number): Promise<void> {
    await this.transactions.query('UPDATE import SET undone_at = now(), undone_by_id = $2 WHERE id = $1', [importId, actorId]);
  }

  async undoInstallations({ id, sourceId }: DoneImport): Promise<UndoneInstallations> {
    await this.collectLater(id, sourceId);
    const kept = await this.titles(`UPDATE installation i SET first_import_id = c.import_id FROM later c WHERE i.source_id = ${sourceId} AND i.first_import_id = ${id} AND c.host_id = i.host_id AND c.import_id IS NOT NULL`);
    const removed = await this.titles(`DELETE FROM installation i WHERE i.source_id = ${sourceId} AND i.first_import_id = ${id}`);
    await this.transactions.query(`UPDATE installation_history g SET first_import_id = c.import_id FROM later c WHERE g.source_id = ${sourceId} AND g.first_import_id = ${id} AND c.host_id = g.host_id AND c.import_id < g.removed_import_id`);
    await this.transactions.query(`DELETE FROM installation_history g WHERE g.source_id = ${sourceId} AND g.first_import_id = ${id}`);
    await this.collectBack(id, sourceId);
    const stillGone = await this.titles(
      `INSERT INTO installation_history AS i (${COLUMNS}, removed_import_id) SELECT ${COLUMNS}, later_id FROM back WHERE later_id IS NOT NULL AND (live_first IS NULL OR live_first = first_import_id OR later_id < live_first)`,
    );
    await this.titles(`UPDATE installation i SET installed_on = b.installed_on FROM back b WHERE ${SAME('i', 'b')} AND b.live_first = b.first_import_id AND b.later_id IS NULL`);
    await this.titles(`UPDATE installation i SET first_import_id = b.first_import_id FROM back b WHERE ${SAME('i', 'b')} AND b.live_first > ${id} AND (b.later_id IS NULL OR b.later_id >= b.live_first)`);
    await this.titles(`UPDATE installation_history i SET first_import_id = b.first_import_id FROM back b WHERE ${SAME('i', 'b')} AND i.first_import_id = b.again_first AND b.live_first IS NULL AND b.later_id IS NULL`);
    const restored = await this.titles(`INSERT INTO installation AS i (${COLUMNS}) SELECT ${COLUMNS} FROM back WHERE live_first IS NULL AND later_id IS NULL AND again_first IS NULL`);
    return { removed: removed.length, restored: restored.length, kept: kept.length + stillGone.length, touchedTitleIds: [...new Set([...removed, ...restored])] };
  }

  /** Takes away machines and raw names that nothing but the undone import spoke of; the others were first named by whoever names them first now. */
  async forgetNames(importId: number): Promise<{ readonly titles: number; readonly hosts: number }> {
    const first = (column: string, name: string) => `(SELECT min(x.id) FROM (SELECT min(i.first_import_id) AS id FROM installation i WHERE i.${column} = n.id UNION ALL SELECT min(g.first_import_id) FROM installation_history g WHERE g.${column} = n.id
      ${name === 'title' ? 'UNION ALL SELECT min(r.first_import_id) FROM register_entry r WHERE r.title_id = n.id' : ''}) x)`;
    const forget = async (name: 'title' | 'host') => {
      await this.transactions.query(`UPDATE ${name} n SET first_import_id = ${first(`${name}_id`, name)} WHERE n.first_import_id = $1`, [importId]);
      const known = name === 'title' ? 'NOT EXISTS (SELECT FROM register_entry r WHERE r.title_id = n.id)' : `NOT EXISTS (SELECT FROM field_origin o WHERE o.entity = 'Host' AND o.entity_id = n.id)`;
      return this.transactions.query<{ id: number }>(
        `WITH gone AS (DELETE FROM ${name} n WHERE n.first_import_id IS NULL AND ${known} AND NOT EXISTS (SELECT FROM installation i WHERE i.${name}_id = n.id)
           AND NOT EXISTS (SELECT FROM installation_history g WHERE g.${name}_id = n.id) RETURNING n.id) SELECT id FROM gone`,
      );
    };
    const titles = await forget('title');
    const hosts = await forget('host');
    await this.transactions.query('DELETE FROM title_department_usage WHERE title_id = ANY($1)', [titles.map((row) => row.id)]);
    return { titles: titles.length, hosts: hosts.length };
  }

  /** For each machine, the first later import that told about all of it. */
  private async collectLater(importId: number, sourceId: number): Promise<void> {
    await this.transactions.query('DROP TABLE IF EXISTS pg_temp.later');
    const counts = `w.source_id = ${sourceId} AND w.id > ${importId} AND w.duplicate_of_id IS NULL AND w.undone_at IS NULL AND w.record_kind = 'software'`;
    await this.transactions.query(
      `CREATE TEMP TABLE later ON COMMIT DROP AS SELECT h.host_id, least((SELECT min(w.id) FROM import w WHERE ${counts} AND w.scope = 'SOURCE'), min(c.import_id)) AS import_id
       FROM (SELECT host_id FROM installation WHERE source_id = ${sourceId} AND first_import_id = ${importId} UNION SELECT host_id FROM installation_history WHERE source_id = ${sourceId} AND ${importId} IN (first_import_id, removed_import_id)) h
       LEFT JOIN (import_host c JOIN import w ON w.id = c.import_id AND ${counts}) ON c.host_id = h.host_id GROUP BY h.host_id`,
    );
    await this.transactions.query('ANALYZE pg_temp.later');
  }

  /** What the import had removed or changed, with what became of it since. */
  private async collectBack(importId: number, sourceId: number): Promise<void> {
    await this.transactions.query('DROP TABLE IF EXISTS pg_temp.back');
    await this.transactions.query(
      `CREATE TEMP TABLE back ON COMMIT DROP AS SELECT g.*, c.import_id AS later_id, i.first_import_id AS live_first,
         (SELECT min(a.first_import_id) FROM installation_history a WHERE ${SAME('a', 'g')} AND a.first_import_id > ${importId}) AS again_first
       FROM installation_history g LEFT JOIN later c ON c.host_id = g.host_id LEFT JOIN installation i ON ${SAME('i', 'g')} WHERE g.source_id = ${sourceId} AND g.removed_import_id = ${importId}`,
    );
    await this.transactions.query(`DELETE FROM installation_history WHERE source_id = ${sourceId} AND removed_import_id = ${importId}`);
  }

  private async titles(write: string): Promise<number[]> {
    const rows = await this.transactions.query<{ title_id: number }>(`WITH written AS (${write} RETURNING i.title_id) SELECT title_id FROM written`);
    return rows.map((row) => row.title_id);
  }
}
