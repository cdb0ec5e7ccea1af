// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = import.meta.dirname;

describe('the addresses of the page', () => {
  it('are those of its routes: the server answers to no other with 200, and to all of them', async () => {
    const files = (await readdir(SOURCES, { recursive: true })).filter((file) => file.endsWith('routes.ts') && file !== 'routes.ts');
    const texts = await Promise.all(files.map((file) => readFile(join(SOURCES, file), 'utf8')));
    const routes = texts.flatMap((text) => [...text.matchAll(/^ {2}path: '([^']+)',$/gm)].map(([, path]) => path!.replaceAll('$', ':')));
    const addresses = JSON.parse(await readFile(join(SOURCES, '../addresses.json'), 'utf8')) as string[];
    expect(routes.length).toBeGreaterThan(10);
    expect(addresses.toSorted()).toEqual(routes.toSorted());
  });
});
