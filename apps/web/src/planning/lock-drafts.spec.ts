// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from '@jest/globals';
import { draftIn } from './lock-drafts.js';
import type { Roadmap, RoadmapItem } from './roadmap.js';

const item = (key: string, more: Partial<RoadmapItem> = {}) => ({ key, isBegun: false, durationPeriods: 2, work: {}, ...more }) as RoadmapItem;
const ROADMAP = { scenario: { periods: [{}, {}, {}] }, items: [item('office'), item('begun', { isBegun: true })], left: [item('left'), item('unplannable', { work: null })] } as unknown as Roadmap;

describe('locks that were kept before a reload', () => {
  it('are taken up as they were', () => {
    expect(draftIn([['office', 1], ['left', null]], ROADMAP)).toEqual(new Map([['office', 1], ['left', null]]));
    expect(draftIn([], ROADMAP)).toEqual(new Map());
  });

  it.each([
    ['of a migration that the plan does not know', ['elsewhere', 1]],
    ['of one that has begun', ['begun', 1]],
    ['of one that cannot be planned', ['unplannable', 1]],
    ['in a period in which it does not fit', ['office', 2]],
    ['before the first period', ['office', -1]],
    ['in no whole period', ['office', 0.5]],
    ['in words', ['office', '1']],
    ['without a key', [1, 1]],
    ['in another shape', { office: 1 }],
  ])('are left out where they are %s', (_what, pair) => {
    expect(draftIn([pair, ['left', 0]], ROADMAP)).toEqual(new Map([['left', 0]]));
  });

  it.each([null, undefined, 'x', { office: 1 }, 3])('are none where something else was kept: %j', (kept) => {
    expect(draftIn(kept, ROADMAP)).toBeNull();
  });
});
