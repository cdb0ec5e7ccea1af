// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandsOf, guideBlocks, GuideWalk } from '../support/guide-walk.js';

const blocks = guideBlocks(readFileSync(new URL('../../docs/guide/licensing.md', import.meta.url), 'utf8'));

let walk: GuideWalk;
beforeAll(async () => (walk = await GuideWalk.begin()));
afterAll(() => walk.end());

describe('the page that walks procurement through a quote', () => {
  it('holds the files, commands and questions it speaks of', () => {
    expect(blocks.filter(({ file }) => file !== undefined)).toHaveLength(5);
    expect(blocks.filter(({ language }) => language === 'console').flatMap(commandsOf).length).toBeGreaterThanOrEqual(16);
    expect(blocks.filter(({ language }) => language === 'graphql')).toHaveLength(3);
  });

  it('is answered by the program as it says, from the first line to the last', async () => {
    await walk.follow(blocks);
  }, 120_000);
});
