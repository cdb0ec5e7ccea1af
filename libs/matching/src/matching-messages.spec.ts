// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { matchingMessages } from './index.js';

it('every code that matching uses has a German and an English sentence, and no sentence is left over', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder).filter((file) => /(?<!spec)\.ts$/.test(file) && !file.includes('.spec.') && file !== 'matching-messages.ts');
  const used = new Set(sources.flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/MATCHING\.[A-Z_]+/g) ?? []));
  expect([...used].sort()).toEqual(Object.keys(matchingMessages).sort());
  for (const { de, en } of Object.values(matchingMessages)) expect([de.length > 20, en.length > 20]).toEqual([true, true]);
});
