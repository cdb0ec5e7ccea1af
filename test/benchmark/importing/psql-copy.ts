// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import pg from 'pg';
import { COLUMNS } from './inventory-file.js';

/** The rival: a table of text without keys, filled by `psql \copy`. */
export interface BareTable {
  /** Empties the table, copies the file into it and says how many milliseconds psql took, its start and its commit included. */
  copy(file: string): Promise<number>;
  /** A sum over all rows that two tables share exactly if they hold the same rows. */
  digest(): Promise<string>;
}

const DATABASE = 'bare';

/** Makes the database of the rival on the server given. */
export async function openBareTable(connection: pg.ClientConfig): Promise<BareTable> {
  await query(connection, `DROP DATABASE IF EXISTS ${DATABASE}`);
  await query(connection, `CREATE DATABASE ${DATABASE}`);
  const own = { ...connection, database: DATABASE };
  await query(own, `CREATE TABLE raw (${COLUMNS.map((column) => `${column} text`).join(', ')})`);
  return {
    async copy(file) {
      await query(own, 'TRUNCATE raw');
      await query(own, 'CHECKPOINT');
      const startedAt = performance.now();
      await psql(own, `\\copy raw from '${file.replaceAll("'", "''")}' with (format csv, header)`);
      return performance.now() - startedAt;
    },
    digest: async () => (await query(own, digestOf('raw')))[0]!['digest'] as string,
  };
}

/** Number of rows, and the sum of a hash of each. */
export function digestOf(relation: string): string {
  return `SELECT count(*) || ' ' || sum(hashtextextended(concat_ws('|', ${COLUMNS.join(', ')}), 0)::numeric) AS digest FROM ${relation} r`;
}

/** Runs one statement on a connection of its own. */
export async function query(connection: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

async function psql({ host, port, user, database }: pg.ClientConfig, command: string): Promise<void> {
  const child = spawn('psql', ['--no-psqlrc', '--quiet', '-v', 'ON_ERROR_STOP=1', '-h', String(host), '-p', String(port), '-U', String(user), '-d', String(database), '-c', command], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (piece: Buffer) => (complaints += piece.toString()));
  const status = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (status !== 0) throw new Error(`psql (Debian: postgresql-client) ended with ${status}: ${complaints}`);
}
