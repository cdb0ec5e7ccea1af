// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

/**
 * Writes the types that queries of the page are checked against, out of `schema.graphql`. Part of every build and never committed, so that they cannot be
 * stale; where the schema is the same as last time, nothing is done.
 */
const schemaFile = join(import.meta.dirname, '../../schema.graphql');
const target = join(import.meta.dirname, 'src/graphql/schema-types.d.ts');

const text = await readFile(schemaFile, 'utf8');
const mark = `// of schema.graphql ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
const standing = await readFile(target, 'utf8').catch(() => '');
if (!standing.includes(mark)) {
  const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(text)));
  const head = `// SPDX-FileCopyrightText: 2026 Fahrplan contributors\n// SPDX-License-Identifier: EUPL-1.2\n${mark}\n`;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, head + outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }));
}
