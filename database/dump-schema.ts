// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { catalogueJsonSchema } from '#catalogue';
import { operationsTable, pageNeeds } from '../apps/api/src/access/index.js';
import { makeApplication } from '../apps/api/src/application.js';
import { readConfig } from '../apps/api/src/platform/config/config.js';
import { migrate } from '../apps/api/src/platform/database/migrate.js';
import { openDatabase, type OpenDatabase } from '../apps/api/src/platform/database/open-database.js';
import { createLogger } from '../apps/api/src/platform/logging/logger.js';
import { describeSchema } from './describe-schema.js';

/**
 * `npm run schema` writes down the two schemas as they are: database/schema.sql after all migrations, and schema.graphql as served; and who may do what of it, docs/guide/access-table.md and, for the page,
 * apps/web/src/access/needs.ts; and the form of catalogue files, database/catalogue/catalogue.schema.json. With `--check` it writes nothing and fails where they are not what is committed.
 */
const root = join(import.meta.dirname.replace(/([\\/])dist([\\/]database)$/, '$1database'), '..');
const isCheck = process.argv.includes('--check');
const HEADER = ['SPDX-FileCopyrightText: 2026 Fahrplan contributors', 'SPDX-License-Identifier: EUPL-1.2', 'Written by `npm run schema`; change the migrations or the resolvers, not this file.'];

const dataFolder = await mkdtemp(join(tmpdir(), 'fahrplan-schema-'));
const database = await openDatabase({ databaseUrl: undefined, dataFolder });
try {
  await migrate(database);
  const sql = await describeSchema(database.source);
  const { graphql, access, needs } = await describeInterface(database);
  const stale = [await put('database/schema.sql', `${comment('-- ')}\n${sql}`), await put('schema.graphql', `${comment('# ')}\n${graphql}\n`), await put('docs/guide/access-table.md', `<!--\n${comment('')}-->\n${access}`), await put('apps/web/src/access/needs.ts', `${comment('// ')}${needs}`), await put('database/catalogue/catalogue.schema.json', `${JSON.stringify(catalogueJsonSchema(), null, 2)}\n`)].filter((path) => path !== null);
  if (stale.length > 0) {
    process.stderr.write(`${stale.join(' and ')} differ${stale.length === 1 ? 's' : ''} from what the program makes. Run \`npm run schema\` and commit the result.\n`);
    process.exitCode = 1;
  }
} finally {
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
}

async function describeInterface(opened: OpenDatabase): Promise<{ readonly graphql: string; readonly access: string; readonly needs: string }> {
  const config = readConfig({ FAHRPLAN_DATA: dataFolder, FAHRPLAN_LOG: 'error' });
  if (!config.ok) throw new Error('the built-in configuration is refused');
  const { app, routes } = await makeApplication(config.value, opened, createLogger(config.value));
  try {
    const { schema } = app.get(GraphQLSchemaHost, { strict: false });
    return { graphql: printSchema(lexicographicSortSchema(schema)), access: operationsTable(schema, routes), needs: pageNeeds(schema, routes) };
  } finally {
    await app.close();
  }
}

function comment(prefix: string): string {
  return HEADER.map((line) => `${prefix}${line}\n`).join('');
}

/** Writes the file, or with `--check` compares it; the path where it differs from what is committed. */
async function put(path: string, text: string): Promise<string | null> {
  const file = join(root, path);
  if (!isCheck) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) return path;
  return null;
}
