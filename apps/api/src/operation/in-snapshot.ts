// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { openDatabase, type DatabaseSettings } from '../platform/database/open-database.js';

/** Reads the database as of one moment, for as long as it takes; the server may go on working meanwhile. */
export async function inSnapshot<T>(config: DatabaseSettings, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  const client = database.client(name);
  client.on('error', () => undefined); // told by the statement that runs
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end().catch(() => undefined);
    await database.close();
  }
}
