// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandsOf, guideBlocks, GuideWalk } from '../support/guide-walk.js';

const page = readFileSync(new URL('../../docs/guide/planning.md', import.meta.url), 'utf8');
/** The page speaks of next year, whenever it is read: nothing in it lies behind us. */
const nextYear = new Date().getFullYear() + 1;
const blocks = guideBlocks(page.replace(/\b202[78]\b/g, (year) => String(Number(year) - 2027 + nextYear)));

let walk: GuideWalk;
beforeAll(async () => (walk = await GuideWalk.begin()));
afterAll(() => walk.end());

describe('the page that walks a planner through a decision', () => {
  it('holds the files, commands and questions it speaks of', () => {
    expect(blocks.filter(({ file }) => file !== undefined)).toHaveLength(2);
    expect(blocks.filter(({ language }) => language === 'console').flatMap(commandsOf).length).toBeGreaterThanOrEqual(18);
    expect(blocks.filter(({ language }) => language === 'graphql')).toHaveLength(2);
  });

  it('is answered by the program as it says, from the first line to the last', () => walk.follow(blocks), 180_000);
});
