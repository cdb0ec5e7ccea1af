// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { planningMessages } from './messages.js';

describe('the sentences of planning', () => {
  it('exist in German and English for every code that the sources use, and for no other', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && name !== 'messages.ts');
    const used = new Set(sources.flatMap((name) => readFileSync(new URL(name, folder), 'utf8').match(/PLANNING\.[A-Z_]+[A-Z]/g) ?? []));
    for (const kind of ['BUDGET', 'TEAM', 'DEPARTMENT']) used.add(`PLANNING.OUT_${kind}`);
    used.delete('PLANNING.OUT');
    expect([...used].filter((code) => !planningMessages[code]?.de || !planningMessages[code]?.en)).toEqual([]);
    expect(Object.keys(planningMessages).filter((code) => !used.has(code))).toEqual([]);
  });
});
