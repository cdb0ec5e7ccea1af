// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importingMessages } from './messages.js';

const folder = join(process.cwd(), 'libs/importing/src');
const sources = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && name !== 'messages.ts')
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const used = new Set(sources.flatMap((text) => text.match(/IMPORTING\.[A-Z_0-9]+/g) ?? []));

describe('sentences of this stage', () => {
  it.each([...used].sort())('%s has a German and an English sentence', (code) => {
    expect(importingMessages[code]?.de).toMatch(/[.!]$/);
    expect(importingMessages[code]?.en).toMatch(/[.!]$/);
  });

  it('has no sentence that nothing uses', () => {
    expect(Object.keys(importingMessages).filter((code) => !used.has(code))).toEqual([]);
  });
});
