// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes down every GraphQL document that the command line may send, so that a server can trust them. Part of every build and never committed, so that it cannot be stale; where the modules
 * are the same as last time, nothing is done.
 */
const dist = join(import.meta.dirname, '../../dist');
const built = join(dist, 'apps/cli/src');
const target = join(dist, 'trusted-documents');
const stamp = join(target, 'command-line.made-of.txt');

const modules = new Map();
for (const name of (await readdir(built, { recursive: true })).filter((one) => one.endsWith('.js')).sort()) modules.set(name, await readFile(join(built, name), 'utf8'));
const digest = createHash('sha256').update(await readFile(import.meta.filename));
for (const [name, text] of modules) digest.update(`${name}\0${text}\0`);
const madeOf = digest.digest('hex');

if ((await readFile(stamp, 'utf8').catch(() => '')) !== madeOf) {
  const load = (name) => import(pathToFileURL(join(built, name)).href);
  for (const [name, text] of modules) if (/\b(serverDocument|productDocuments)\b/.test(text)) await load(name); // documents are declared when their module is loaded
  const { declaredDocuments } = await load('server/server-document.js');
  const documents = declaredDocuments().map((text) => [`sha256:${createHash('sha256').update(text).digest('hex')}`, text]);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'command-line.json'), JSON.stringify(Object.fromEntries(documents), null, 1));
  await writeFile(stamp, madeOf);
}
