// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import { migrations } from '../../database/migrations.js';
import { SESSION_OPTIONS } from '../../apps/api/src/platform/database/open-database.js';

/** Names of the first migrations, up to this one: the schema of an older version. */
export function migrationsUpTo(last: string): readonly string[] {
  const names = migrations.map(({ name }) => name);
  if (!names.includes(last)) throw new Error(`there is no migration ${last}`);
  return names.slice(0, names.indexOf(last) + 1);
}

/**
 * Gives a database the schema of an older version of the program, and lets that be filled as that version would have.
 *
 * @param names its migrations, in the order in which they ran there
 */
export async function makeOlder(connection: pg.ClientConfig, names: readonly string[], fill: (source: DataSource) => Promise<void> = async () => undefined): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    ...(connection.connectionString === undefined ? { host: connection.host, port: connection.port, username: connection.user, database: connection.database } : { url: connection.connectionString }),
    migrations,
    migrationsTableName: 'migration',
    extra: { options: SESSION_OPTIONS },
  } as ConstructorParameters<typeof DataSource>[0]).initialize();
  try {
    const executor = new MigrationExecutor(source);
    const known = new Map((await executor.getPendingMigrations()).map((migration) => [migration.name, migration]));
    for (const name of names) await executor.executeMigration(known.get(name)!);
    await fill(source);
  } finally {
    await source.destroy();
  }
}
