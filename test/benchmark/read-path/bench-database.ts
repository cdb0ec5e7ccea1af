// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../../apps/api/src/platform/database/migrate.js';
import { openDatabase } from '../../../apps/api/src/platform/database/open-database.js';
import type { BenchContext } from '../benchmark.js';
import { BENCH_DATA_VERSION, benchStatements, type BenchSize } from './bench-data.js';

/** A generated database on a server of its own, used by all sides. */
export interface BenchDatabase {
  /** For `FAHRPLAN_DATA`: our program adopts the server that runs there. */
  readonly dataFolder: string;
  readonly connection: pg.PoolConfig;
  /** Commits an empty transaction, so that no answer kept from before is current any more. */
  commitNothing(): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens the database of that size, and fills it if an earlier run has not done so. */
export async function openBenchDatabase(context: BenchContext, size: BenchSize): Promise<BenchDatabase> {
  const dataFolder = join(context.scratchFolder, `read-${size.installations}`);
  await mkdir(dataFolder, { recursive: true });
  const database = await openDatabase({ databaseUrl: undefined, dataFolder });
  const newest = await migrate(database).then(() => database.source.query('SELECT max(name) AS name FROM migration') as Promise<[{ name: string }]>);
  const mark = `benchmark data ${BENCH_DATA_VERSION}, ${newest[0].name}`;
  const client = new pg.Client(database.owner.connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ mark: string | null; used: boolean }>(`SELECT shobj_description(oid, 'pg_database') AS mark, EXISTS (SELECT FROM installation LIMIT 1) AS used FROM pg_database WHERE datname = current_database()`);
    if (rows[0]?.mark !== mark) {
      if (rows[0]?.used) throw new Error(`${dataFolder} holds benchmark data of an earlier version; delete the folder and run again.`);
      await fill(client, size, context);
      await client.query(`COMMENT ON DATABASE fahrplan IS '${mark}'`);
    }
  } finally {
    await client.end();
  }
  const ticker = new pg.Pool({ ...database.connection, max: 8 });
  return {
    dataFolder,
    connection: database.connection,
    commitNothing: () => ticker.query({ name: 'tick', text: 'SELECT pg_current_xact_id()' }),
    close: async () => {
      await ticker.end();
      await database.close();
    },
  };
}

async function fill(client: pg.Client, size: BenchSize, context: BenchContext): Promise<void> {
  context.say(`generating ${size.installations.toLocaleString('en')} installations …`);
  const started = performance.now();
  await client.query('BEGIN');
  for (const statement of benchStatements(size)) await client.query(statement);
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE');
  context.say(`… done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
