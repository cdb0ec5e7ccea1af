// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { CopyStream } from './copy-stream.js';
import type { ImportScope } from './import-summary.js';
import type { InstallationKey } from './inventory-encoder.js';
import type { NameTable } from './name.repository.js';

/** First half of the advisory locks of imports; the second is the source, or {@link MERGING}. */
const IMPORT_LOCK = 0x696d_706f;
const MERGING = 0;
const KEY = 'host_id, title_id, version_id';
const COLUMNS = `(${KEY}, installed_on)`;
const SAME_KEY = 'i.host_id = s.host_id AND i.title_id = s.title_id AND i.version_id = s.version_id';

/** Counts of a merge. */
export interface Merge {
  readonly added: number;
  readonly removed: number;
  /** Still there, with other details. */
  readonly changed: number;
  readonly unchanged: number;
  readonly touchedTitleIds: readonly number[];
}

export const NOTHING_MERGED: Merge = { added: 0, removed: 0, changed: 0, unchanged: 0, touchedTitleIds: [] };

/** Where the rows of a file wait for the merge: the partition itself where the source has none yet, else a table of this transaction. */
export interface Stage {
  readonly table: string;
  readonly isPartition: boolean;
  write(rows: Buffer): Promise<void>;
  end(): Promise<void>;
}

/** Writes inventories: the staged rows, and their merge into the partition of the source. */
@Injectable()
export class InventoryRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Waits until no other import of this source is under way; those of other sources go on. */
  async takeTurn(source: string): Promise<void> {
    await this.transactions.query('SELECT pg_advisory_xact_lock($1, hashtext($2) | 1)', [IMPORT_LOCK, source]);
  }

  /** Waits until no other import merges: from here on names, counts and matches change. */
  async takeMergingTurn(): Promise<void> {
    await this.transactions.query('SELECT pg_advisory_xact_lock($1, $2)', [IMPORT_LOCK, MERGING]);
  }

  /** Opens an empty place for rows of integers, and the way into it. */
  async stage(sourceId: number, importId: number): Promise<Stage> {
    const partition = partitionOf(sourceId);
    const isPartition = !(await this.hasPartition(sourceId));
    const table = isPartition ? partition : 'pg_temp.stage';
    if (isPartition) await this.transactions.query('SELECT open_installations($1, $2)', [sourceId, importId]);
    else await this.makeStage();
    const stream = new CopyStream(await this.transactions.client(), `${table} ${COLUMNS}`);
    return { table, isPartition, write: (rows) => stream.write(rows), end: () => stream.end() };
  }

  /** Puts ids that other imports had given to the same names in the place of those that the stage holds. */
  async replaceIds(stage: Stage, replaced: Readonly<Record<NameTable, ReadonlyMap<number, number>>>): Promise<void> {
    for (const table of ['host', 'title', 'version'] as const) {
      const ids = replaced[table];
      if (ids.size === 0) continue;
      await this.transactions.query(`UPDATE ${stage.table} s SET ${table}_id = r.there FROM unnest($1::int[], $2::int[]) AS r(id, there) WHERE s.${table}_id = r.id`, [[...ids.keys()], [...ids.values()]]);
    }
  }

  /** Makes the partition of the source equal to the stage, as far as the file speaks of it; what is gone moves to the history. */
  async merge(stage: Stage, sourceId: number, importId: number, scope: ImportScope, gone: Iterable<InstallationKey>): Promise<Merge> {
    await this.transactions.query("SET LOCAL work_mem = '256MB'");
    const goneKeys = [...gone];
    if (goneKeys.length > 0) await this.transactions.query(`DELETE FROM ${stage.table} s USING ${keysOf('$1', '$2', '$3')} WHERE ${SAME_KEY.replaceAll('i.', 'g.')}`, columnsOf(goneKeys));
    return stage.isPartition ? this.attach(stage.table, sourceId) : this.mergeInto(sourceId, importId, scope, goneKeys);
  }

  /** What a source lists no more: all of it. */
  async removeAll(sourceId: number, importId: number): Promise<Merge> {
    if (!(await this.hasPartition(sourceId))) return NOTHING_MERGED;
    await this.makeStage();
    return this.mergeInto(sourceId, importId, 'SOURCE', []);
  }

  /** What a file says to be gone, where it lists nothing that is there. */
  async removeOnly(sourceId: number, importId: number, gone: Iterable<InstallationKey>): Promise<Merge> {
    if (!(await this.hasPartition(sourceId))) return NOTHING_MERGED;
    await this.makeStage();
    return this.mergeInto(sourceId, importId, 'PARTS', [...gone]);
  }

  /** Remembers which machines an import told all about, where it did not tell about its whole source. */
  async writeCoveredHosts(importId: number, hosts: ReadonlySet<number>): Promise<void> {
    await this.transactions.query('INSERT INTO import_host (import_id, host_id) SELECT $1, h FROM unnest($2::int[]) AS h', [importId, [...hosts]]);
  }

  private async makeStage(): Promise<void> {
    await this.transactions.query('DROP TABLE IF EXISTS pg_temp.stage');
    await this.transactions.query('CREATE TEMP TABLE stage (host_id int NOT NULL, title_id int NOT NULL, version_id int NOT NULL, installed_on date) ON COMMIT DROP');
  }

  private async hasPartition(sourceId: number): Promise<boolean> {
    const [row] = await this.transactions.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [partitionOf(sourceId)]);
    return row!.there;
  }

  /** The first inventory of a source is its partition; keys and indexes are built when it is full. */
  private async attach(partition: string, sourceId: number): Promise<Merge> {
    await this.transactions.query('SELECT attach_installations($1)', [sourceId]);
    const touched = await this.transactions.query<{ title_id: number; rows: string }>(`SELECT title_id, count(*) AS rows FROM ${partition} GROUP BY title_id`);
    return { ...NOTHING_MERGED, added: sumOf(touched), touchedTitleIds: touched.map((row) => row.title_id) };
  }

  private async mergeInto(sourceId: number, importId: number, scope: ImportScope, gone: readonly InstallationKey[]): Promise<Merge> {
    const partition = partitionOf(sourceId);
    await this.transactions.query('ANALYZE pg_temp.stage');
    await this.collectDifferences(partition, scope, gone);
    const put = await this.transactions.query<{ title_id: number; rows: string }>(
      `WITH put AS (INSERT INTO installation (source_id, ${KEY}, installed_on, first_import_id) SELECT ${sourceId}, ${KEY}, installed_on, ${importId} FROM difference WHERE what = 'ADDED' RETURNING title_id)
       SELECT title_id, count(*) AS rows FROM put GROUP BY title_id`,
    );
    const removed = await this.transactions.query<{ title_id: number; rows: string }>(
      `WITH gone AS (DELETE FROM ${partition} i USING difference s WHERE s.what = 'REMOVED' AND ${SAME_KEY} RETURNING i.*),
       kept AS (INSERT INTO installation_history (source_id, ${KEY}, installed_on, first_import_id, removed_import_id) SELECT source_id, ${KEY}, installed_on, first_import_id, ${importId} FROM gone RETURNING title_id)
       SELECT title_id, count(*) AS rows FROM kept GROUP BY title_id`,
    );
    const [{ rows: changed }] = (await this.transactions.query<{ rows: string }>(
      `WITH before AS (INSERT INTO installation_history (source_id, host_id, title_id, version_id, installed_on, first_import_id, removed_import_id)
         SELECT i.source_id, i.host_id, i.title_id, i.version_id, i.installed_on, i.first_import_id, ${importId} FROM ${partition} i JOIN difference s ON s.what = 'CHANGED' AND ${SAME_KEY}),
       put AS (UPDATE ${partition} i SET installed_on = s.installed_on FROM difference s WHERE s.what = 'CHANGED' AND ${SAME_KEY} RETURNING 1)
       SELECT count(*) AS rows FROM put`,
    )) as [{ rows: string }];
    const [{ rows }] = (await this.transactions.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${partition}`)) as [{ rows: string }];
    const touched = new Set([...put, ...removed].map((row) => row.title_id));
    return { added: sumOf(put), removed: sumOf(removed), changed: Number(changed), unchanged: Number(rows) - sumOf(put) - Number(changed), touchedTitleIds: [...touched] };
  }

  /** One pass over both sides; an unchanged inventory leaves this table empty. A date that the file no longer states is kept. */
  private async collectDifferences(partition: string, scope: ImportScope, gone: readonly InstallationKey[]): Promise<void> {
    const there = scope === 'HOSTS' ? `(SELECT * FROM ${partition} WHERE host_id IN (SELECT host_id FROM stage))` : partition;
    const join = scope === 'PARTS' ? 'LEFT' : 'FULL';
    const key = KEY.split(', ');
    await this.transactions.query('DROP TABLE IF EXISTS pg_temp.difference');
    await this.transactions.query(
      `CREATE TEMP TABLE difference ON COMMIT DROP AS
       SELECT ${key.map((column) => `coalesce(s.${column}, i.${column}) AS ${column}`).join(', ')}, max(s.installed_on) AS installed_on,
         CASE WHEN i.host_id IS NULL THEN 'ADDED' WHEN s.host_id IS NULL THEN 'REMOVED' ELSE 'CHANGED' END AS what
       FROM stage s ${join} JOIN ${there} i ON ${SAME_KEY} WHERE i.host_id IS NULL OR s.host_id IS NULL OR s.installed_on <> coalesce(i.installed_on, DATE '-infinity')
       GROUP BY s.host_id, s.title_id, s.version_id, i.host_id, i.title_id, i.version_id`,
    );
    await this.transactions.query(
      `UPDATE difference d SET installed_on = r.latest, what = CASE WHEN r.latest = i.installed_on THEN 'SAME' ELSE what END
       FROM (SELECT ${KEY}, max(s.installed_on) AS latest FROM stage s JOIN difference USING (${KEY}) WHERE what = 'CHANGED' GROUP BY ${KEY}) r JOIN ${partition} i USING (${KEY})
       WHERE d.what = 'CHANGED' AND (d.host_id, d.title_id, d.version_id) = (r.host_id, r.title_id, r.version_id)`,
    ); // a file may list an installation twice, with two dates
    if (gone.length > 0) {
      await this.transactions.query(
        `INSERT INTO difference (${KEY}, what) SELECT ${KEY}, 'REMOVED' FROM ${keysOf('$1', '$2', '$3')} WHERE EXISTS (SELECT FROM ${partition} i WHERE ${SAME_KEY.replaceAll('s.', 'g.')})
           AND NOT EXISTS (SELECT FROM difference s WHERE ${SAME_KEY.replaceAll('i.', 'g.')})`,
        columnsOf(gone),
      );
    }
    await this.transactions.query('ANALYZE pg_temp.difference');
  }
}

/** Table of a source's installations. */
export function partitionOf(sourceId: number): string {
  return `installation_${sourceId}`;
}

function keysOf(...columns: readonly string[]): string {
  return `unnest(${columns.map((column) => `${column}::int[]`).join(', ')}) AS g(${KEY})`;
}

function columnsOf(keys: readonly InstallationKey[]): number[][] {
  return [0, 1, 2].map((at) => keys.map((key) => key[at]!));
}

function sumOf(rows: readonly { readonly rows: string }[]): number {
  return rows.reduce((total, row) => total + Number(row.rows), 0);
}
