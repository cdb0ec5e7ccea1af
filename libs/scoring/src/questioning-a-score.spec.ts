// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, unwrap } from '#kernel';
import fc from 'fast-check';
import {
  askNext, compareRuns, compareTwo, complyOrExplain, concentrationOf, deriveInputs, dortmund2021, findFlips, jurisdictionOf, known, rankCandidates, rescore, sayRobustness, scoreCandidate, withWeight,
  type CandidateFacts, type CandidateScore, type Exemption, type ProductStanding, type ScoringModel,
} from './index.js';

const today = calendarDate('2026-11-24')!;
const fact = <T>(value: T) => known(value, 'test', today);
const score = (facts: CandidateFacts, model: ScoringModel = dortmund2021) => unwrap(scoreCandidate(model, unwrap(deriveInputs(facts, model, today))));
const free: CandidateFacts = { todayLicenseClass: fact('PROPRIETARY'), alternativeLicenseClass: fact('PERMISSIVE'), citizenFacing: fact('NO'), installations: fact(5) };
const wide: CandidateFacts = { ...free, alternativeLicenseClass: fact('SOURCE_AVAILABLE'), installations: fact(10_000) };

describe('what would flip two neighbours', () => {
  it('is a weight at which both, scored again with it, are equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), fc.constantFrom('SOURCE_AVAILABLE' as const, 'PERMISSIVE' as const), (one, other, license) => {
        const first = { ...free, installations: fact(one) };
        const second = { ...free, installations: fact(other), alternativeLicenseClass: fact(license) };
        for (const { criterion, weightAtFlip01, weightNow01 } of findFlips(dortmund2021, score(first), score(second), 'GOAL')) {
          const criteria = dortmund2021.criteria.map((row) => ({
            ...row,
            weight01: row.axis !== 'GOAL' ? row.weight01 : row.id === criterion ? weightAtFlip01 : (row.weight01 * (1 - weightAtFlip01)) / (1 - weightNow01),
          }));
          const changed = { ...dortmund2021, criteria };
          expect(score(first, changed).goalContribution.expected).toBeCloseTo(score(second, changed).goalContribution.expected, 9);
        }
      }),
    );
  });
  it('is nothing for two that are alike', () => {
    expect(findFlips(dortmund2021, score(free), score(free), 'GOAL')).toEqual([]);
  });
});

describe('a weight that is moved', () => {
  it('keeps the sum at 1 and the other axis as it was, and to the weight of a flip makes both equal, scored again on stored inputs', () => {
    const [ahead, behind] = [score(free), score(wide)].sort((one, other) => other.goalContribution.expected - one.goalContribution.expected) as [CandidateScore, CandidateScore];
    const [flip] = findFlips(dortmund2021, ahead, behind, 'GOAL');
    const moved = withWeight(dortmund2021, flip!.criterion, flip!.weightAtFlip01);
    for (const axis of ['GOAL', 'FEASIBILITY']) expect(moved.criteria.filter((one) => one.axis === axis).reduce((sum, one) => sum + one.weight01, 0)).toBeCloseTo(1, 12);
    expect(moved.criteria.filter((one) => one.axis === 'FEASIBILITY')).toEqual(dortmund2021.criteria.filter((one) => one.axis === 'FEASIBILITY'));
    expect(unwrap(rescore(ahead, moved)).goalContribution.expected).toBeCloseTo(unwrap(rescore(behind, moved)).goalContribution.expected, 9);
    expect(unwrap(rescore(ahead, dortmund2021))).toEqual(ahead);
    expect(withWeight(dortmund2021, 'beauty', 0.5)).toBe(dortmund2021);
  });
});

describe('two candidates', () => {
  it('win against each other by themselves as often as among others', () => {
    const money = { low: null, expected: null, high: null };
    const all = [free, wide, { ...wide, personalData: fact('YES' as const) }, {}].map((facts, index) => ({ id: `c${index}`, score: score(facts as CandidateFacts), npvCents: money }));
    const { acceptability } = unwrap(rankCandidates(dortmund2021, all, { seed: 5, samples: 700 }));
    for (const [one, other] of [[0, 1], [3, 1], [2, 3]] as const) {
      expect(compareTwo(dortmund2021, [all[one]!, all[other]!], { seed: 5, samples: 700 })).toEqual({ before01: acceptability.pairwiseWinning01!(one, other), after01: acceptability.pairwiseWinning01!(other, one) });
    }
  });

  it('are told apart in sentences, the last one without a next', () => {
    const flips = [{ criterion: 'reach', weightNow01: 0.15, weightAtFlip01: 0.213, isWithinBounds: true }];
    const said = sayRobustness({ next: 'Altsoft', beforeNext01: 0.634, flips, topsisRank: 3, prometheeRank: 4 }, dortmund2021, 'de');
    expect(said).toEqual([
      'In 63,4 % der Ziehungen vor dem nächsten Kandidaten, Altsoft.',
      'Altsoft käme davor, wenn das Gewicht von „Reichweite“ von 15 auf 21,3 % ginge und die anderen im Verhältnis folgten; das liegt innerhalb der Grenzen des Modells.',
      'Zweite Meinung auf denselben Angaben: Rang 3 nach TOPSIS, Rang 4 nach PROMETHEE II.',
    ]);
    expect(sayRobustness({ next: null, beforeNext01: null, flips: [], topsisRank: null, prometheeRank: null }, dortmund2021, 'en')).toEqual([]);
    expect(sayRobustness({ next: 'Altsoft', beforeNext01: null, flips: [], topsisRank: null, prometheeRank: null }, dortmund2021, 'en')).toEqual(['No single weight puts Altsoft before it.']);
  });
});

describe('what to ask next', () => {
  it('names what is missing, most rank change first, and never what is known', () => {
    const questions = askNext(dortmund2021, [{ id: 'a', score: score(free) }, { id: 'b', score: score(wide) }], 'GOAL', 1);
    const changes = questions.map((question) => question.expectedRankChange);
    expect(changes).toEqual([...changes].sort((one, other) => other - one));
    expect(questions.some((question) => question.asks === 'openness-gain')).toBe(false);
    expect(questions.find((question) => question.asks === 'accessibility')!.missing).toEqual(['todayAccessibility', 'alternativeAccessibility']);
  });
  it('is nothing where there are no candidates', () => {
    expect(askNext(dortmund2021, [], 'GOAL', 5)).toEqual([]);
  });
});

describe('two runs side by side', () => {
  it('say what moved and because of which input', () => {
    const before = [{ id: 'a', rank: 1, score: score(free) }, { id: 'b', rank: 2, score: score(free) }, { id: 'gone', rank: 3, score: score(free) }];
    const after = [{ id: 'a', rank: 2, score: score(free) }, { id: 'b', rank: 1, score: score({ ...free, installations: fact(50) }) }];
    const moves = compareRuns(before, after);
    expect(moves.map((move) => [move.id, move.rankBefore, move.rankAfter])).toEqual([['a', 1, 2], ['b', 2, 1], ['gone', 3, null]]);
    expect(moves[1]!.causes).toMatchObject([{ because: 'reach', facts: [{ fact: 'installations', before: { value: 5 }, after: { value: 50 } }] }]);
    expect(compareRuns(before, before)).toEqual([]);
  });
});

describe('comply or explain', () => {
  const day = (text: string) => calendarDate(text)!;
  const exemption: Exemption = { id: 'x', reason: 'no alternative', approvedBy: 'council', grantedOn: day('2026-01-01'), expiresOn: day('2026-12-31'), recheckOn: day('2026-11-01') };
  const product: ProductStanding = { openSource: 'DENIED', plannedInWave: null, weighedOn: null, exemptions: [exemption] };
  it.each([
    ['open source complies', { ...product, openSource: 'ALLOWED' as const }, 'COMPLIES'],
    ['a product in a wave is planned', { ...product, plannedInWave: 'wave 1' }, 'PLANNED'],
    ['a written reason exempts', product, 'EXEMPT'],
    ['a reason holds on its last day', { ...product, exemptions: [{ ...exemption, expiresOn: today }] }, 'EXEMPT'],
    ['a reason that has expired leaves it open', { ...product, exemptions: [{ ...exemption, expiresOn: day('2026-11-23') }] }, 'OPEN'],
    ['a reason that is not granted yet leaves it open', { ...product, exemptions: [{ ...exemption, grantedOn: day('2026-11-25') }] }, 'OPEN'],
    ['nothing at all leaves it open', { ...product, openSource: 'UNKNOWN' as const, exemptions: [] }, 'OPEN'],
    ['weighing is not enough where open source comes first', { ...product, exemptions: [], weighedOn: today }, 'OPEN'],
  ])('%s', (_, standing, state) => {
    expect(complyOrExplain(standing, 'OSS_FIRST', today).state).toBe(state);
  });
  it('accepts a recorded weighing on equal footing, and says when to look again', () => {
    expect(complyOrExplain({ ...product, exemptions: [], weighedOn: today }, 'EQUAL_FOOTING', today).state).toBe('WEIGHED');
    expect(complyOrExplain(product, 'OSS_FIRST', today).isRecheckDue).toBe(true);
  });
});

describe('spend and law', () => {
  it('measure concentration, and leave refunds out', () => {
    expect(concentrationOf(new Map([['a', 50], ['b', 50], ['c', -10]]))).toMatchObject({ hhi: 5_000 });
    expect(concentrationOf(new Map()).hhi).toBeNull();
  });
  it('know a country by its code', () => {
    expect(['de', 'CH', 'US', 'CN', 'Germany', ''].map(jurisdictionOf)).toEqual(['EU', 'ADEQUATE', 'CONDITIONAL', 'THIRD_COUNTRY', null, null]);
  });
});
