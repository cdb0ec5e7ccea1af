// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/**
 * Builds the page into `dist/apps/web`, with every text also compressed, so that the server only hands files out, and lists its documents for servers that trust no others. Where nothing it is made of has changed since
 * the last time, it does nothing.
 */
const root = join(import.meta.dirname, '../..');
const target = join(root, 'dist/apps/web');
const stamp = join(target, 'made-of.txt');
const listed = join(root, 'dist/trusted-documents/page.json');
const SOURCES = ['apps/web', 'libs', 'schema.graphql', 'package-lock.json'];
const COMPRESSED = new Set(['.js', '.css', '.html', '.svg', '.json']);
/** Below so many bytes compressing does not pay. */
const LEAST_BYTES = 1_000;

async function* filesBelow(path) {
  if (!(await stat(path)).isDirectory()) return yield path;
  for (const entry of (await readdir(path)).sort()) yield* filesBelow(join(path, entry));
}

async function digestOfSources() {
  const digest = createHash('sha256');
  for (const source of SOURCES) {
    for await (const path of filesBelow(join(root, source))) {
      if (/\.spec\.tsx?$/.test(path)) continue;
      digest.update(`${relative(root, path)}\0`).update(await readFile(path));
    }
  }
  return digest.digest('hex');
}

async function compress(path) {
  const { size } = await stat(path);
  if (size < LEAST_BYTES) return;
  await pipeline(createReadStream(path), createBrotliCompress({ params: { [constants.BROTLI_PARAM_SIZE_HINT]: size } }), createWriteStream(`${path}.br`));
  await pipeline(createReadStream(path), createGzip({ level: 9 }), createWriteStream(`${path}.gz`));
}

const madeOf = await digestOfSources();
if ((await readFile(stamp, 'utf8').catch(() => '')) !== madeOf || !existsSync(listed)) {
  const { listDocuments } = await import('./list-documents.js');
  const { build } = await import('vite');
  await mkdir(target, { recursive: true });
  await build({ configFile: join(import.meta.dirname, 'vite.config.js'), logLevel: 'warn' });
  for await (const path of filesBelow(target)) if (COMPRESSED.has(extname(path))) await compress(path);
  await listDocuments(listed);
  await writeFile(stamp, madeOf);
}
