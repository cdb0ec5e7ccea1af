// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licensingMessages } from './index.js';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !/\.spec\.ts$|messages\.ts$/.test(name));

describe('every problem code of this stage', () => {
  it('has its sentences', () => {
    const used = new Set(sources.flatMap((name) => readFileSync(join(import.meta.dirname, name), 'utf8').match(/LICENSING\.[A-Z_0-9]+/g) ?? []));
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((code) => licensingMessages[code] === undefined)).toEqual([]);
    expect(Object.keys(licensingMessages).filter((code) => !used.has(code))).toEqual([]);
  });
});
