// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../platform/database/transactions.js';
import { Dictionary, TitleDictionary, type Dictionaries, type NewName } from './dictionary.js';

/** Tables whose rows are names. */
export const NAME_TABLES = ['department', 'host', 'version', 'title'] as const;
export type NameTable = (typeof NAME_TABLES)[number];

/** Ids are taken ahead in growing blocks, so that a large file asks seldom and a small one wastes few. */
const LARGEST_BLOCK = 10_000;

const INSERT: Readonly<Record<NameTable, string>> = {
  department: "INSERT INTO department (id, key, name) OVERRIDING SYSTEM VALUE SELECT id, 'imported-' || id, a FROM unnest($1::int[], $2::text[]) AS r(id, a) WHERE NOT EXISTS (SELECT FROM department d WHERE d.name = a) AND $3::int IS NOT NULL",
  host: 'INSERT INTO host (id, name, first_import_id) OVERRIDING SYSTEM VALUE SELECT id, a, $3 FROM unnest($1::int[], $2::text[]) AS r(id, a)',
  version: 'INSERT INTO version (id, label) OVERRIDING SYSTEM VALUE SELECT id, a FROM unnest($1::int[], $2::text[]) AS r(id, a) WHERE $3::int IS NOT NULL',
  title:
    'INSERT INTO title (id, raw, vendor, purl, cpe, first_import_id) OVERRIDING SYSTEM VALUE SELECT id, a, b, c, d, $3 FROM unnest($1::int[], $2::text[], $4::text[], $5::text[], $6::text[]) AS r(id, a, b, c, d)',
};
const THERE: Readonly<Record<NameTable, string>> = {
  department: 'SELECT r.id, min(t.id) AS there FROM unnest($1::int[], $2::text[]) AS r(id, a) JOIN department t ON t.name = a AND t.id <> r.id GROUP BY r.id',
  host: 'SELECT r.id, t.id AS there FROM unnest($1::int[], $2::text[]) AS r(id, a) JOIN host t ON t.name = a AND t.id <> r.id',
  version: 'SELECT r.id, t.id AS there FROM unnest($1::int[], $2::text[]) AS r(id, a) JOIN version t ON t.label = a AND t.id <> r.id',
  title: `SELECT r.id, t.id AS there FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[]) AS r(id, a, b, c, d)
    JOIN title t ON md5(t.raw) = md5(a) AND md5(t.vendor) = md5(b) AND md5(t.purl || chr(1) || t.cpe) = md5(c || chr(1) || d) AND t.id <> r.id`,
};

/** Reads and writes the names that installations are made of: hosts, titles, versions, departments. */
@Injectable()
export class NameRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly source: DataSource,
  ) {}

  /** All names that are known. */
  async dictionaries(): Promise<Dictionaries> {
    return {
      hosts: new Dictionary(await this.idsOf('SELECT name, id FROM host')),
      titles: new TitleDictionary(await this.idsOf("SELECT concat_ws(E'\\x01', raw, vendor, purl, cpe), id FROM title")),
      versions: new Dictionary(await this.idsOf('SELECT label, id FROM version')),
      departments: new Dictionary(await this.idsOf('SELECT name, id FROM department ORDER BY id DESC')),
    };
  }

  /** A way to give the waiting names ids that nobody else is given; outside the transaction, whose connection is busy with COPY. */
  reserver({ hosts, titles, versions, departments }: Dictionaries): () => Promise<void> {
    const tables = [
      { table: 'host', dictionary: hosts },
      { table: 'title', dictionary: titles },
      { table: 'version', dictionary: versions },
      { table: 'department', dictionary: departments },
    ].map((one) => ({ ...one, spare: [] as number[] }));
    return async () => {
      for (const { table, dictionary, spare } of tables) {
        const lacking = dictionary.waiting - spare.length;
        if (lacking > 0) {
          const block = Math.max(lacking, Math.min(LARGEST_BLOCK, dictionary.added.length));
          const rows: { id: string }[] = await this.source.query(`SELECT nextval(pg_get_serial_sequence('${table}', 'id')) AS id FROM generate_series(1, $1::int)`, [block]);
          for (const { id } of rows) spare.push(Number(id));
        }
        dictionary.settle(spare.splice(0, dictionary.waiting));
      }
    };
  }

  /**
   * Stores the names that are new. Another import may have stored the same name since the dictionaries were read: then its id counts.
   *
   * @returns for each table the ids that have to give way, and those that take their place
   */
  async writeNew({ hosts, titles, versions, departments }: Dictionaries, importId: number): Promise<Readonly<Record<NameTable, ReadonlyMap<number, number>>>> {
    return {
      department: await this.writeTable('department', departments.added, importId),
      host: await this.writeTable('host', hosts.added, importId),
      version: await this.writeTable('version', versions.added, importId),
      title: await this.writeTable('title', titles.added, importId),
    };
  }

  private async writeTable(table: NameTable, added: readonly NewName[], importId: number): Promise<ReadonlyMap<number, number>> {
    if (added.length === 0) return new Map();
    const ids = added.map((name) => name.id);
    const [first = [], ...more] = added[0]!.parts.map((_, position) => added.map((name) => name.parts[position]!));
    const [{ written }] = (await this.transactions.query<{ written: string }>(`WITH put AS (${INSERT[table]} ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*) AS written FROM put`, [ids, first, importId, ...more])) as [{ written: string }];
    await this.transactions.query('SELECT analyze_names($1)', [table]); // what follows joins these rows, and autovacuum has not seen them
    if (Number(written) === added.length) return new Map();
    const there = await this.transactions.query<{ id: number; there: number }>(THERE[table], [ids, first, ...more]);
    return new Map(there.map((row) => [row.id, row.there]));
  }

  private async idsOf(sql: string): Promise<Map<string, number>> {
    const client = await this.transactions.client();
    const { rows } = await client.query<[string, number]>({ text: sql, rowMode: 'array' });
    return new Map(rows);
  }
}
