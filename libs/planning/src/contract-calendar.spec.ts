// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { firstSavingPeriod } from './contract-calendar.js';

describe('the end of an old contract', () => {
  it.each([
    ['can be any period: it ends when the migration is done', {}, 3, 3],
    ['can be any period, with notice', { noticePeriods: 2 }, 3, 5],
    ['comes just in time', { contractEnds: [5], noticePeriods: 2 }, 4, 6],
    ['is missed by one period: another term is paid', { contractEnds: [5, 11], noticePeriods: 2 }, 5, 12],
    ['renews itself tacitly', { contractEnds: [2], renewalPeriods: 4, noticePeriods: 1 }, 3, 7],
    ['renews itself and is met exactly', { contractEnds: [2], renewalPeriods: 4 }, 7, 7],
    ['does not come again within the horizon', { contractEnds: [2] }, 4, 12],
    ['lies before the horizon and renews itself', { contractEnds: [-3], renewalPeriods: 12, noticePeriods: 3 }, 1, 10],
    ['would come after the horizon', { noticePeriods: 20 }, 1, 12],
    ['is named without order', { contractEnds: [11, 5] }, 2, 6],
  ])('%s', (_, terms, done, free) => {
    expect(firstSavingPeriod(terms, done, 12)).toBe(free);
  });
});
