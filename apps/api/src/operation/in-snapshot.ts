// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import type { Config } from '../platform/config/config.js';
import { openDatabase, SESSION_OPTIONS } from '../platform/database/open-database.js';

/** Reads the database as of one moment, for as long as it takes; the server may go on working meanwhile. */
export async function inSnapshot<T>(config: Pick<Config, 'databaseUrl' | 'dataFolder'>, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  const client = new pg.Client({ ...database.connection, application_name: name, options: `${SESSION_OPTIONS} -c statement_timeout=0` });
  client.on('error', () => undefined); // told by the statement that runs
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end().catch(() => undefined);
    await database.close();
  }
}
