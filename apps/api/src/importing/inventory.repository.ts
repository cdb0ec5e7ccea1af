// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Injectable } from '@nestjs/common';
import { from as copyFrom } from 'pg-copy-streams';
import { Transactions } from '../platform/database/transactions.js';
import { Dictionary, type Dictionaries, type RegisterRow } from './inventory-encoder.js';

/** Imports take turns: dictionaries hand out ids. */
const IMPORT_LOCK = 0x696d_706f;
const INDEXES_OF_PARTITION = ['(title_id, host_id)', '(host_id, title_id)'];

/** Counts of a merge. */
export interface Merge {
  readonly added: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly touchedTitleIds: readonly number[];
}

/** Writes inventories: dictionaries, the staged rows, and their merge into the partition of the source. */
@Injectable()
export class InventoryRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Waits until no other import is under way. */
  async takeTurn(): Promise<void> {
    await this.transactions.query('SELECT pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
  }

  async dictionaries(): Promise<Dictionaries> {
    return {
      hosts: await this.dictionary("SELECT name, id FROM host"),
      titles: await this.dictionary("SELECT concat_ws(E'\\x01', raw, vendor, purl, cpe), id FROM title"),
      versions: await this.dictionary('SELECT label, id FROM version'),
      departments: await this.dictionary('SELECT name, id FROM department'),
    };
  }

  /** An empty staging table for rows of integers, and the way into it. */
  async stage(): Promise<{ write(lines: string): Promise<void>; end(): Promise<void> }> {
    await this.transactions.query('DROP TABLE IF EXISTS pg_temp.stage');
    await this.transactions.query('CREATE TEMP TABLE stage (host_id int NOT NULL, title_id int NOT NULL, version_id int NOT NULL, installed_on date) ON COMMIT DROP');
    const client = await this.transactions.client();
    const stream = client.query(copyFrom('COPY stage FROM STDIN'));
    let failure: Error | undefined;
    stream.on('error', (error: Error) => (failure = error));
    return {
      write: async (lines) => {
        if (failure) throw failure;
        if (lines !== '' && !stream.write(lines)) await Promise.race([once(stream, 'drain'), once(stream, 'error').then(([error]) => Promise.reject(error as Error))]);
      },
      end: async () => {
        if (failure) throw failure;
        stream.end();
        await once(stream, 'finish');
      },
    };
  }

  async writeDictionaries({ hosts, titles, versions, departments }: Dictionaries, importId: number): Promise<void> {
    await this.insert(departments, 'INSERT INTO department (id, key, name) OVERRIDING SYSTEM VALUE SELECT id, $3 || id, a FROM unnest($1::int[], $2::text[]) AS r(id, a)', 'department', ['imported-']);
    await this.insert(hosts, 'INSERT INTO host (id, name) OVERRIDING SYSTEM VALUE SELECT id, a FROM unnest($1::int[], $2::text[]) AS r(id, a)', 'host');
    await this.insert(versions, 'INSERT INTO version (id, label) OVERRIDING SYSTEM VALUE SELECT id, a FROM unnest($1::int[], $2::text[]) AS r(id, a)', 'version');
    await this.insert(
      titles,
      'INSERT INTO title (id, raw, vendor, purl, cpe, first_import_id) OVERRIDING SYSTEM VALUE SELECT id, a, b, c, d, $6 FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[]) AS r(id, a, b, c, d)',
      'title',
      [importId],
    );
  }

  async writeHostDepartments(departmentOfHost: ReadonlyMap<number, number>): Promise<void> {
    if (departmentOfHost.size === 0) return;
    await this.transactions.query(
      'UPDATE host h SET department_id = r.department FROM unnest($1::int[], $2::int[]) AS r(host, department) WHERE h.id = r.host AND h.department_id IS DISTINCT FROM r.department',
      [[...departmentOfHost.keys()], [...departmentOfHost.values()]],
    );
  }

  /** Makes the partition of the source equal to the stage; what is gone moves to the history. */
  async mergeInstallations(sourceId: number, importId: number): Promise<Merge> {
    await this.transactions.query("SET LOCAL work_mem = '256MB'");
    await this.transactions.query('ANALYZE stage');
    const partition = `installation_${sourceId}`;
    const [{ exists }] = (await this.transactions.query<{ exists: boolean }>('SELECT to_regclass($1) IS NOT NULL AS exists', [partition])) as [{ exists: boolean }];
    const [{ staged }] = (await this.transactions.query<{ staged: boolean }>('SELECT EXISTS (SELECT FROM stage) AS staged')) as [{ staged: boolean }];
    if (!exists && !staged) return { added: 0, removed: 0, unchanged: 0, touchedTitleIds: [] };
    return exists ? this.mergeInto(partition, sourceId, importId) : this.buildPartition(partition, sourceId, importId);
  }

  /** The first inventory of a source: rows first, keys and indexes on the filled table, then attached as a partition. */
  private async buildPartition(partition: string, sourceId: number, importId: number): Promise<Merge> {
    await this.transactions.query(`CREATE TABLE ${partition} (LIKE installation INCLUDING DEFAULTS)`);
    await this.transactions.query(
      `INSERT INTO ${partition} (source_id, host_id, title_id, version_id, installed_on, first_import_id)
       SELECT ${sourceId}, host_id, title_id, version_id, max(installed_on), ${importId} FROM stage GROUP BY host_id, title_id, version_id`,
    );
    await this.transactions.query(`ALTER TABLE ${partition} ADD PRIMARY KEY (source_id, host_id, title_id, version_id), ADD CHECK (source_id = ${sourceId})`);
    for (const columns of INDEXES_OF_PARTITION) await this.transactions.query(`CREATE INDEX ON ${partition} ${columns}`);
    await this.transactions.query(`ALTER TABLE installation ATTACH PARTITION ${partition} FOR VALUES IN (${sourceId})`);
    await this.transactions.query(`ANALYZE ${partition}`);
    const [{ added }] = (await this.transactions.query<{ added: string }>(`SELECT count(*) AS added FROM ${partition}`)) as [{ added: string }];
    const touched = await this.transactions.query<{ title_id: number }>('SELECT DISTINCT title_id FROM stage');
    return { added: Number(added), removed: 0, unchanged: 0, touchedTitleIds: touched.map((row) => row.title_id) };
  }

  private async mergeInto(partition: string, sourceId: number, importId: number): Promise<Merge> {
    const key = 'host_id, title_id, version_id';
    const added = await this.transactions.query<{ title_id: number; rows: string }>(
      `WITH gone AS (
         SELECT ${key}, max(installed_on) AS installed_on FROM stage s
         WHERE NOT EXISTS (SELECT FROM ${partition} i WHERE i.host_id = s.host_id AND i.title_id = s.title_id AND i.version_id = s.version_id) GROUP BY ${key}
       ), put AS (
         INSERT INTO installation (source_id, ${key}, installed_on, first_import_id) SELECT ${sourceId}, ${key}, installed_on, ${importId} FROM gone RETURNING title_id
       ) SELECT title_id, count(*) AS rows FROM put GROUP BY title_id`,
    );
    const removed = await this.transactions.query<{ title_id: number; rows: string }>(
      `WITH gone AS (
         DELETE FROM ${partition} i WHERE i.first_import_id < ${importId}
           AND NOT EXISTS (SELECT FROM stage s WHERE i.host_id = s.host_id AND i.title_id = s.title_id AND i.version_id = s.version_id)
         RETURNING source_id, ${key}, installed_on, first_import_id
       ), kept AS (
         INSERT INTO installation_history (source_id, ${key}, installed_on, first_import_id, removed_import_id)
         SELECT source_id, ${key}, installed_on, first_import_id, ${importId} FROM gone RETURNING title_id
       ) SELECT title_id, count(*) AS rows FROM kept GROUP BY title_id`,
    );
    const [{ rows }] = (await this.transactions.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${partition}`)) as [{ rows: string }];
    const sum = (list: { rows: string }[]) => list.reduce((total, row) => total + Number(row.rows), 0);
    const touched = new Set([...added, ...removed].map((row) => row.title_id));
    return { added: sum(added), removed: sum(removed), unchanged: Number(rows) - sum(added), touchedTitleIds: [...touched] };
  }

  /** Makes the register entries of the source equal to the given ones. */
  async mergeRegister(sourceId: number, importId: number, rows: readonly RegisterRow[]): Promise<Merge> {
    const incoming = `(SELECT DISTINCT ON (title_id, version_id, coalesce(department_id, 0)) * FROM jsonb_to_recordset($1) AS r(title_id int, version_id int, department_id int,
      users int, seats int, cost_per_year_cents bigint, contract_ends_on date) ORDER BY title_id, version_id, coalesce(department_id, 0), users DESC NULLS LAST)`;
    const same = 'e.title_id = r.title_id AND e.version_id = r.version_id AND coalesce(e.department_id, 0) = coalesce(r.department_id, 0)';
    const json = JSON.stringify(rows);
    const changed = await this.transactions.query<{ title_id: number; is_new: boolean }>(
      `WITH put AS (INSERT INTO register_entry AS e (source_id, title_id, version_id, department_id, users, seats, cost_per_year_cents, contract_ends_on, first_import_id)
       SELECT $2, r.title_id, r.version_id, r.department_id, r.users, r.seats, r.cost_per_year_cents, r.contract_ends_on, $3 FROM ${incoming} AS r
       ON CONFLICT (source_id, title_id, version_id, coalesce(department_id, 0)) DO UPDATE SET users = excluded.users, seats = excluded.seats,
         cost_per_year_cents = excluded.cost_per_year_cents, contract_ends_on = excluded.contract_ends_on
       WHERE (e.users, e.seats, e.cost_per_year_cents, e.contract_ends_on) IS DISTINCT FROM (excluded.users, excluded.seats, excluded.cost_per_year_cents, excluded.contract_ends_on)
       RETURNING title_id, first_import_id = $3 AS is_new) SELECT * FROM put`,
      [json, sourceId, importId],
    );
    const removed = await this.transactions.query<{ title_id: number }>(
      `WITH gone AS (DELETE FROM register_entry e WHERE e.source_id = $2 AND NOT EXISTS (SELECT FROM ${incoming} AS r WHERE ${same}) RETURNING title_id) SELECT * FROM gone`,
      [json, sourceId],
    );
    const [{ rows: kept }] = (await this.transactions.query<{ rows: string }>('SELECT count(*) AS rows FROM register_entry WHERE source_id = $1', [sourceId])) as [{ rows: string }];
    const added = changed.filter((row) => row.is_new).length;
    const touched = new Set([...changed, ...removed].map((row) => row.title_id));
    return { added, removed: removed.length, unchanged: Number(kept) - added, touchedTitleIds: [...touched] };
  }

  /** Counts anew what lists show of the titles whose use changed. */
  async refreshTitleUsage(titleIds: readonly number[]): Promise<void> {
    if (titleIds.length === 0) return;
    await this.transactions.query('DELETE FROM title_usage WHERE title_id = ANY($1)', [titleIds]);
    await this.transactions.query('DELETE FROM title_department_usage WHERE title_id = ANY($1)', [titleIds]);
    await this.transactions.query(
      `INSERT INTO title_usage (title_id, installations, hosts, register_entries, users)
       SELECT t.id, coalesce(i.installations, 0), coalesce(i.hosts, 0), coalesce(r.entries, 0), r.users FROM unnest($1::int[]) AS t(id)
       LEFT JOIN (SELECT title_id, sum(n) AS installations, count(*) AS hosts FROM (SELECT title_id, host_id, count(*) AS n FROM installation WHERE title_id = ANY($1) GROUP BY title_id, host_id) h GROUP BY title_id) i
         ON i.title_id = t.id
       LEFT JOIN (SELECT title_id, count(*) AS entries, sum(users) AS users FROM register_entry WHERE title_id = ANY($1) GROUP BY title_id) r ON r.title_id = t.id`,
      [titleIds],
    );
    await this.transactions.query(
      `INSERT INTO title_department_usage (title_id, department_id, installations)
       SELECT i.title_id, h.department_id, count(*) FROM installation i JOIN host h ON h.id = i.host_id WHERE i.title_id = ANY($1) AND h.department_id IS NOT NULL GROUP BY 1, 2`,
      [titleIds],
    );
  }

  private async dictionary(sql: string): Promise<Dictionary> {
    const client = await this.transactions.client();
    const { rows } = await client.query<[string, number]>({ text: sql, rowMode: 'array' });
    let last = 0;
    for (const [, id] of rows) if (id > last) last = id;
    return new Dictionary(new Map(rows), last);
  }

  private async insert(dictionary: Dictionary, sql: string, table: string, more: readonly unknown[] = []): Promise<void> {
    const { added } = dictionary;
    if (added.length === 0) return;
    const parts = added[0]!.parts.map((_, position) => added.map((entry) => entry.parts[position]));
    await this.transactions.query(sql, [added.map((entry) => entry.id), ...parts, ...more]);
    await this.transactions.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}))`);
  }
}
