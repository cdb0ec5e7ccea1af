// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../apps/api/src/platform/database/embedded-postgres.js';
import { prepareDatabase } from './running-program.js';

/** A PostgreSQL server of the test's own, as several processes share one. */
export interface SharedDatabase {
  readonly url: string;
  readonly folder: string;
  /** A connection of somebody else. */
  readonly client: pg.Client;
  close(): Promise<void>;
}

/** @param content nothing at all, or what a first start leaves there */
export async function openSharedDatabase(content: 'empty' | 'prepared' = 'empty'): Promise<SharedDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'fahrplan-shared-'));
  if (content === 'prepared') await prepareDatabase(folder);
  const server = await openEmbeddedPostgres(folder, 'fast');
  const client = new pg.Client(server.connection);
  await client.connect();
  const close = async () => {
    await client.end();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: addressOf(server.connection), folder, client, close };
}

function addressOf({ host, port, user, database }: pg.ClientConfig): string {
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`;
}
