// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, unwrap } from '#kernel';
import fc from 'fast-check';
import {
  askNext, deriveInputs, dortmund2021, findFlips, known, prometheeNetFlows, rankCandidates, runToEnd, sampleAcceptability, scoreCandidate, secondOpinions, sovereigntyObjectives, sovereigntyProfile,
  topsisCloseness, urgencyOf, type CandidateFacts, type CandidateScore, type ScoringModel, type UncertainCandidate,
} from './index.js';
import { randomStream } from './smaa/random-stream.js';
import { weightSampler } from './smaa/weight-sampler.js';

const today = calendarDate('2026-11-24')!;
const fact = <T>(value: T) => known(value, 'test', today);
const score = (facts: CandidateFacts, model: ScoringModel = dortmund2021): CandidateScore => unwrap(scoreCandidate(model, unwrap(deriveInputs(facts, model, today))));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('SMAA-2 beside brute force', () => {
  const exact = (id: string, values: readonly number[]): UncertainCandidate => ({ id, gates: [], utilities01: values.map((value) => ({ low: value, high: value })) });

  // The same weights, drawn by the sampler; scores, ranks, pairs and means counted the slow way.
  it('counts ranks, pairs and central weights as one would by hand, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 9_999 }), (values, seed) => {
        const bounds = [{ min01: 0, max01: 1 }, { min01: 0, max01: 1 }, { min01: 0, max01: 1 }];
        const samples = 200;
        const result = runToEnd(sampleAcceptability(bounds, values.map((row, index) => exact(`c${index}`, row)), { seed, samples, pairwise: true }));
        const draw = weightSampler(bounds, randomStream(seed, '\u0000weights'));
        const weights = new Float64Array(3);
        const ranks = values.map(() => values.map(() => 0));
        const wins = values.map(() => values.map(() => 0));
        for (let sample = 0; sample < samples; sample++) {
          draw(weights, 0);
          const scores = values.map((row) => row.reduce<number>((sum, value, place) => sum + value * weights[place]!, 0));
          const before = (one: number, other: number) => scores[one]! - scores[other]! > 1e-11;
          scores.forEach((_, one) => {
            ranks[one]![scores.filter((__, other) => before(other, one)).length]!++;
            scores.forEach((__, other) => (wins[one]![other]! += before(one, other) ? 1 : 0));
          });
        }
        values.forEach((_, one) => values.forEach((__, other) => {
          expect(result.rankAcceptability01(one, other + 1)).toBeCloseTo(ranks[one]![other]! / samples, 12);
          expect(result.pairwiseWinning01!(one, other)).toBeCloseTo(wins[one]![other]! / samples, 12);
        }));
      }),
      { numRuns: 60 },
    );
  });

  it('draws weights that sum to 1 within any bounds that allow it, at their ends too', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 8 }), fc.nat(), (rows, seed) => {
        // A point of the simplex, and bounds around it: some of them of no width, so that the weight lies at its bound.
        const total = rows.reduce((sum, [point]) => sum + point + 0.01, 0);
        const bounds = rows.map(([point, below, above]) => {
          const weight = (point + 0.01) / total;
          return { min01: below < 0.2 ? weight : weight * below, max01: above < 0.2 ? weight : weight + (1 - weight) * above };
        });
        const draw = weightSampler(bounds, randomStream(seed, 'x'));
        const weights = new Float64Array(bounds.length);
        for (let sample = 0; sample < 5; sample++) {
          draw(weights, 0);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          weights.forEach((weight, index) => expect(weight >= bounds[index]!.min01 - 1e-9 && weight <= bounds[index]!.max01 + 1e-9).toBe(true));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a score with a weight at its bound', () => {
  it('ignores a criterion of weight 0, and is one criterion alone at weight 1', () => {
    const criteria = dortmund2021.criteria.map((row) => ({ ...row, weight01: row.axis !== 'GOAL' ? row.weight01 : row.id === 'reach' ? 1 : 0, weightMin01: 0, weightMax01: 1 }));
    const model = { ...dortmund2021, criteria };
    const facts: CandidateFacts = { installations: fact(100), citizenFacing: fact('NO') };
    expect(score(facts, model).goalContribution).toEqual({ low: 50, expected: 50, high: 50 });
    expect(findFlips(model, score(facts, model), score({ ...facts, installations: fact(10) }, model), 'GOAL').every((flip) => flip.criterion !== 'reach')).toBe(true);
  });
});

describe('second opinions', () => {
  const rows = fc.array(fc.array(share, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 7 });
  const columns = [0.5, 0.3, 0.2].map((weight01) => ({ weight01, isBenefit: true, preference: { shape: 'LINEAR' as const, indifference: 0.05, strict: 0.3 } }));

  it('stay in their ranges, sum to nothing, and never put a row before one that is at least as good in everything', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const [closeness, flows] = [topsisCloseness(values, columns), prometheeNetFlows(values, columns)];
        expect(flows.reduce((sum, flow) => sum + flow, 0)).toBeCloseTo(0, 9);
        values.forEach((one, i) => values.forEach((other, j) => {
          expect(closeness[i]! >= 0 && closeness[i]! <= 1 && Math.abs(flows[i]!) <= 1 + 1e-12).toBe(true);
          if (one.every((value, place) => value >= other[place]!)) {
            expect(closeness[i]!).toBeGreaterThanOrEqual(closeness[j]! - 1e-9);
            expect(flows[i]!).toBeGreaterThanOrEqual(flows[j]! - 1e-9);
          }
        }));
      }),
    );
  });

  it('give equal candidates the same rank, and have none on nothing', () => {
    const one = score({ installations: fact(10), citizenFacing: fact('NO') });
    expect(secondOpinions(dortmund2021, [{ id: 'a', score: one }, { id: 'b', score: one }], 'GOAL').map((opinion) => [opinion.topsisRank, opinion.prometheeRank])).toEqual([[1, 1], [1, 1]]);
    expect(secondOpinions(dortmund2021, [], 'GOAL')).toEqual([]);
  });
});

describe('what to ask next', () => {
  it('never asks for what is known, and asks less the more is known', () => {
    const everything = Object.fromEntries(
      dortmund2021.criteria.filter((row) => row.axis === 'GOAL').flatMap((row) => (row.measure.kind === 'LEVEL' ? [[row.measure.fact, fact(Object.keys(row.measure.levels)[0])]] : [])),
    ) as CandidateFacts;
    const count = (facts: CandidateFacts) => askNext(dortmund2021, [{ id: 'a', score: score(facts) }, { id: 'b', score: score({}) }], 'GOAL', 1).filter((question) => question.candidate === 'a').length;
    expect(count(everything)).toBeLessThan(count({}));
    expect(count({ ...everything, todayLicenseClass: fact('PROPRIETARY'), alternativeLicenseClass: fact('PERMISSIVE') })).toBe(count(everything) - 1);
  });

  it('expects of an answer no more than the part that it tells can bring', () => {
    // The second is 5 points ahead; how far data can be taken out brings 20 of 100 points at a weight of 15 %: 1.5 up or down.
    const facts: CandidateFacts = { citizenFacing: fact('NO'), installations: fact(10) };
    const [behind, ahead] = [score({ ...facts, ownDevelopment: fact('NONE') }), score({ ...facts, ownDevelopment: fact('OWN') })];
    expect(ahead.goalContribution.expected - behind.goalContribution.expected).toBeCloseTo(5, 9);
    const questions = askNext(dortmund2021, [{ id: 'behind', score: behind }, { id: 'ahead', score: ahead }], 'GOAL', 1);
    const changeBy = (asks: string, part: string | null) => questions.find((question) => question.candidate === 'behind' && question.asks === asks && question.part === part)!.expectedRankChange;
    expect(changeBy('lock-in-relief', 'data-export')).toBe(0);
    // Openness spans 25 points around its middle: of five answers, the better two overtake.
    expect(changeBy('openness-gain', null)).toBeCloseTo(0.4, 9);
  });

  it('gives ranks that are the same when candidates come in another order, ties by id', () => {
    const same = score({ installations: fact(10), citizenFacing: fact('NO') });
    const rankable = ['c', 'a', 'b'].map((id) => ({ id, score: same, npvCents: { low: null, expected: null, high: null } }));
    for (const candidates of [rankable, [...rankable].reverse()]) {
      expect(unwrap(rankCandidates(dortmund2021, candidates, { seed: 1, samples: 20 })).candidates.map((one) => [one.rank, one.id])).toEqual([[1, 'a'], [2, 'b'], [3, 'c']]);
    }
  });
});

describe('views beside the score', () => {
  it('weigh sovereignty as the framework does, and span it where nothing is answered', () => {
    expect(sovereigntyObjectives.map((objective) => Math.round(objective.weight01 * 100))).toEqual([15, 10, 10, 15, 20, 15, 10, 5]);
    expect(sovereigntyProfile({}, 'today')).toMatchObject({ score: { low: 0, expected: 50, high: 100 }, lowestLevel: { low: 0, high: 4 }, completeness01: 0 });
    const all = Object.fromEntries(sovereigntyObjectives.map((_, index) => [`alternativeSov${index + 1}`, fact('SEAL_3')])) as CandidateFacts;
    expect(sovereigntyProfile(all, 'alternative')).toMatchObject({ lowestLevel: { low: 3, expected: 3, high: 3 } });
    expect(sovereigntyProfile(all, 'alternative').score.expected).toBeCloseTo(75, 9);
    expect(sovereigntyProfile(all, 'alternative').completeness01).toBeCloseTo(1, 9);
    expect(sovereigntyProfile({ todayJurisdiction: fact('CONDITIONAL') }, 'today').objectives[1]!.level).toEqual({ low: 0, expected: 1, high: 2 });
    expect(sovereigntyProfile({ todayJurisdiction: fact('EU') }, 'today').objectives[1]!.level.high).toBe(4);
  });

  it('note what presses', () => {
    const day = (text: string) => calendarDate(text)!;
    expect(urgencyOf({ supportEndsOn: day('2026-11-23'), noticeBy: day('2026-12-24') }, today)).toEqual({ supportPoints: { low: 10, high: 10 }, notes: [{ note: 'SUPPORT_ENDED', on: '2026-11-23', days: -1 }, { note: 'NOTICE_DUE', on: '2026-12-24', days: 30 }] });
    expect(urgencyOf({ supportEndsOn: null, noticeBy: day('2028-01-01') }, today)).toEqual({ supportPoints: { low: 0, high: 10 }, notes: [{ note: 'SUPPORT_UNKNOWN' }] });
    expect(urgencyOf({ supportEndsOn: day('2040-01-01'), noticeBy: null }, today)).toEqual({ supportPoints: { low: 0, high: 0 }, notes: [] });
  });
});
