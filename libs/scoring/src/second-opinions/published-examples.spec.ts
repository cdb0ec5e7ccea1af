// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { unwrap } from '#kernel';
import {
  checkModel, elicitWeights, prometheeNetFlows, runToEnd, sampleAcceptability, scoreCandidate, topsisCloseness,
  type PrometheeColumn, type ScoringModel, type UncertainCandidate,
} from '../index.js';

/*
 * Every table and result here was confirmed, figure by figure, in a second public place that prints the same; each comment names it.
 */

/** Scores rows of values worth 0 to 1 by the additive model with these weights. */
function additiveValues(rows: readonly (readonly number[])[], weights01: readonly number[]): number[] {
  const words = { de: 'Wert', en: 'value' };
  const model: ScoringModel = {
    id: 'published', version: 1, name: words, source: 'a book', principles: [], gates: [],
    criteria: [...weights01, 1].map((weight01, index) => ({
      id: `attribute-${index + 1}`, axis: index < weights01.length ? 'GOAL' : 'FEASIBILITY', name: words, question: words, weight01, weightMin01: 0, weightMax01: 1,
      measure: { kind: 'LARGEST', facts: ['installations'] }, principles: [],
      scale: { unit: words, interpolation: 'LINEAR', beyond: 'REFUSED', anchors: [{ at: 0, utility01: 0 }, { at: 1, utility01: 1 }] },
    })),
  };
  unwrap(checkModel(model));
  return rows.map((values) => {
    const criteria = [...values, 0].map((value, index) => ({ criterion: `attribute-${index + 1}`, low: value, expected: value, high: value, known01: 1, facts: [], parts: [] }));
    return unwrap(scoreCandidate(model, { criteria, gates: [] })).goalContribution.expected / 100;
  });
}

/** A full table of comparisons out of its upper half, in Saaty's way: `[i, j, ratio]`. */
function comparisonsOf(count: number, ratios: readonly (readonly [number, number, number])[]): number[][] {
  const table = Array.from({ length: count }, () => Array.from({ length: count }, () => 1));
  for (const [one, other, ratio] of ratios) [table[one]![other], table[other]![one]] = [ratio, 1 / ratio];
  return table;
}

function expectClose(values: readonly number[], published: readonly number[], within: number): void {
  expect(values).toHaveLength(published.length);
  published.forEach((figure, index) => expect(Math.abs(values[index]! - figure)).toBeLessThanOrEqual(within));
}

describe('the additive value', () => {
  // Chakraborty, Zavadskas & Antucheviciene, "Applications of WASPAS method as a multi-criteria decision-making tool", Economic Computation and Economic
  // Cybernetics Studies and Research 49 (1), 2015, 5–22, example 2: ten industrial robots by purchase cost, floor space, number of workers (the less the better) and
  // power; with λ = 1 the method is the weighted sum. Confirmed: scikit-criteria, tests/agg/test_simple.py, test_WASPAS_chakraborty2015applications.
  it('gives the weighted sums of ten alternatives that Chakraborty and others print', () => {
    const table = [
      [581_818, 54.49, 3, 5_500], [595_454, 49.73, 3, 4_500], [586_060, 51.24, 3, 5_000], [522_727, 45.71, 3, 5_800], [561_818, 52.66, 3, 5_200],
      [543_030, 74.46, 4, 5_600], [522_727, 75.42, 4, 5_800], [486_970, 62.62, 4, 5_600], [509_394, 65.87, 4, 6_400], [513_333, 70.67, 4, 6_000],
    ];
    const best = [0, 1, 2, 3].map((column) => table.map((row) => row[column]!).reduce((one, other) => (column < 3 ? Math.min(one, other) : Math.max(one, other))));
    const worth = table.map((row) => row.map((value, column) => (column < 3 ? best[column]! / value : value / best[column]!)));
    const values = additiveValues(worth, [0.467, 0.16, 0.095, 0.278]);
    expectClose(values, [0.859, 0.8194, 0.843, 0.942, 0.8645, 0.8315, 0.8552, 0.8983, 0.9067, 0.8784], 0.0001);
    expect([...values.keys()].sort((one, other) => values[other]! - values[one]!).map((place) => place + 1)).toEqual([4, 9, 8, 10, 5, 1, 7, 3, 6, 2]);
  });

  // Saaty, "Theory and Applications of the Analytic Network Process", RWS Publications 2005: the best city to live in, four cities by five criteria, weights
  // and worth from comparisons, summed up. Confirmed: AHPy, tests/test_ahp.py, test_cities_weights_saaty_precision_3.
  it('gives the priorities of four cities that Saaty prints', () => {
    // Culture, family, housing, jobs, transportation.
    const goal = comparisonsOf(5, [[0, 2, 3], [0, 4, 5], [1, 0, 5], [1, 2, 7], [1, 4, 7], [2, 4, 3], [3, 0, 2], [3, 2, 4], [3, 4, 7], [1, 3, 1]]);
    // Bethesda, Boston, Pittsburgh, Santa Fe.
    const cities = [
      comparisonsOf(4, [[0, 2, 1], [1, 0, 2], [1, 2, 2.5], [1, 3, 1], [3, 0, 2], [3, 2, 2.5]]),
      comparisonsOf(4, [[0, 1, 2], [0, 3, 4], [1, 3, 2], [2, 0, 3], [2, 1, 8], [2, 3, 9]]),
      comparisonsOf(4, [[0, 1, 5], [0, 3, 2.5], [2, 0, 2], [2, 1, 9], [2, 3, 7], [3, 1, 4]]),
      comparisonsOf(4, [[0, 2, 3], [0, 3, 4], [1, 0, 2], [1, 2, 6], [1, 3, 8], [2, 3, 1]]),
      comparisonsOf(4, [[0, 1, 1.5], [0, 3, 4], [1, 3, 2.5], [2, 0, 2], [2, 1, 3.5], [2, 3, 9]]),
    ].map((comparisons) => unwrap(elicitWeights(comparisons)).weights01);
    const values = additiveValues([0, 1, 2, 3].map((city) => cities.map((worth01) => worth01[city]!)), unwrap(elicitWeights(goal)).weights01);
    expectClose(values, [0.229, 0.275, 0.385, 0.111], 0.0005);
  });
});

describe('AHP', () => {
  // Saaty, "Decision making with the analytic hierarchy process", Int. J. Services Sciences 1 (1), 2008, 83–98, table 2: which drink is consumed more.
  // Confirmed: AHPy, tests/test_ahp.py, test_drinks_weights_precision_3_saaty and test_drinks_cr_saaty.
  it('gives Saaty’s shares of seven drinks and their consistency ratio', () => {
    // Coffee, wine, tea, beer, soda, milk, water.
    const drinks = comparisonsOf(7, [
      [0, 1, 9], [0, 2, 5], [0, 3, 2], [0, 4, 1], [0, 5, 1], [6, 0, 2], [6, 1, 9], [6, 2, 9], [6, 3, 3], [6, 4, 2], [6, 5, 3],
      [2, 1, 3], [3, 1, 9], [3, 2, 3], [3, 5, 1], [4, 1, 9], [4, 2, 4], [4, 3, 2], [4, 5, 2], [5, 1, 9], [5, 2, 3],
    ]);
    const { weights01, consistencyRatio } = unwrap(elicitWeights(drinks));
    expectClose(weights01, [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327], 0.0006);
    expect(consistencyRatio).toBeCloseTo(0.022, 3);
  });
  it('refuses comparisons in a circle and those that are no reciprocals', () => {
    expect(elicitWeights([[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]])).toMatchObject({ problem: { code: 'SCORING.COMPARISONS_INCONSISTENT' } });
    expect(elicitWeights([[1, 3], [3, 1]])).toMatchObject({ problem: { code: 'SCORING.COMPARISONS_NOT_RECIPROCAL' } });
    expect(elicitWeights([[1, Number.NaN], [1, 1]])).toMatchObject({ ok: false });
    expect(elicitWeights([])).toMatchObject({ ok: false });
  });
});

describe('TOPSIS', () => {
  // Tzeng & Huang, "Multiple Attribute Decision Making: Methods and Applications", CRC Press 2011, chapter on TOPSIS: four candidates by three criteria.
  // Confirmed: scikit-criteria tests its TOPSIS against the same table and results of this book (tests/agg/test_similarity.py).
  it('gives Tzeng and Huang’s closeness of four candidates', () => {
    const closeness = topsisCloseness([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], [0.3, 0.4, 0.3].map((weight01) => ({ weight01, isBenefit: true })));
    [0.5037, 0.6581, 0.7482, 0.334].forEach((value, index) => expect(Math.abs(closeness[index]! - value)).toBeLessThan(0.0001));
  });
  // Hwang & Yoon, "Multiple Attribute Decision Making", Springer 1981, 133–134: the fighter aircraft problem, one column (cost) the less the better.
  // Confirmed: an example of the library mcdajs prints the book's table, intermediate steps and closeness. The book rounds on the way.
  it('gives Hwang and Yoon’s closeness of four fighter aircraft', () => {
    const aircraft = [[2, 1500, 20_000, 5.5, 5, 9], [2.5, 2700, 18_000, 6.5, 3, 5], [1.8, 2000, 21_000, 4.5, 7, 7], [2.2, 1800, 20_000, 5, 5, 5]];
    const columns = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3].map((weight01, index) => ({ weight01, isBenefit: index !== 3 }));
    expectClose(topsisCloseness(aircraft, columns), [0.643, 0.268, 0.613, 0.312], 0.0015);
  });
  it('has no opinion on nothing and on rows that are alike', () => {
    expect(topsisCloseness([], [])).toEqual([]);
    expect(topsisCloseness([[1], [1]], [{ weight01: 1, isBenefit: true }])).toEqual([0.5, 0.5]);
  });
});

describe('PROMETHEE II', () => {
  const equal = (isBenefit: boolean, preference: PrometheeColumn['preference']) => ({ weight01: 1 / 6, isBenefit, preference });
  // Brans & Vincke, "A preference ranking organisation method", Management Science 31 (1985) 647–656: six alternatives by six criteria, one for each shape of
  // preference. Confirmed: two public test suites (in Java and in Rust, the latter naming the paper's DOI 10.1287/mnsc.31.6.647) hold the table and all flows. The paper
  // sums preferences over the others where ours takes their mean, so its net flows are five times ours.
  it('gives the net flows and the order of Brans and Vincke', () => {
    const rows = [[80, 90, 60, 5.4, 8, 5], [65, 58, 20, 9.7, 1, 1], [83, 60, 40, 7.2, 4, 7], [40, 80, 100, 7.5, 7, 10], [52, 72, 60, 2, 3, 8], [94, 96, 70, 3.6, 5, 6]];
    const flows = prometheeNetFlows(rows, [
      equal(false, { shape: 'U', indifference: 10 }),
      equal(true, { shape: 'V', strict: 30 }),
      equal(false, { shape: 'LINEAR', indifference: 5, strict: 50 }),
      equal(false, { shape: 'LEVEL', indifference: 1, strict: 6 }),
      equal(false, { shape: 'USUAL' }),
      equal(true, { shape: 'GAUSSIAN', inflection: 5 }),
    ]);
    expectClose(flows.map((flow) => flow * 5), [-0.728, 0.085, -0.447, -0.102, 1.466, -0.274], 0.0025);
    expect([...flows.keys()].sort((one, other) => flows[other]! - flows[one]!).map((index) => index + 1)).toEqual([5, 2, 4, 6, 3, 1]);
    expect(flows.reduce((sum, flow) => sum + flow, 0)).toBeCloseTo(0, 12);
  });
});

describe('SMAA-2', () => {
  const exact = (id: string, ...values: number[]): UncertainCandidate => ({ id, gates: [], utilities01: values.map((value) => ({ low: value, high: value })) });
  const run = (candidates: UncertainCandidate[], width: number, samples = 20_000) =>
    runToEnd(sampleAcceptability(Array.from({ length: width }, () => ({ min01: 0, max01: 1 })), candidates, { seed: 7, samples, pairwise: true }));

  // Barron & Barrett, "Decision quality using ranked attribute weights", Management Science 42 (1996) 1515–1523: the rank order centroid weights, the mean of all
  // weights that keep an order, for 3 and 4 attributes. A candidate that loses to no other exactly where w₁ ≥ w₂ ≥ … has, by the definition of Lahdelma &
  // Salminen (2001), these as its central weights, and the first rank in one of n! parts of the weight space. Confirmed: several public test suites hold both rows.
  it.each([
    [3, [0.6111, 0.2778, 0.1111], 1 / 6],
    [4, [0.5208, 0.2708, 0.1458, 0.0625], 1 / 24],
  ])('gives the published rank order centroid of %i attributes as central weights', (count, published, acceptability) => {
    const steady = exact('steady', ...Array.from({ length: count }, () => 0.5));
    const rivals = published.slice(1).map((_, index) => exact(`rival-${index}`, ...Array.from({ length: count }, (__, place) => (place === index ? 0.4 : place === index + 1 ? 0.6 : 0.5))));
    const result = run([steady, ...rivals], count, 60_000);
    expect(Math.abs(result.firstRankAcceptability01[0]! - acceptability)).toBeLessThan(0.006);
    published.forEach((weight, index) => expect(Math.abs(result.centralWeights01[0]![index]! - weight)).toBeLessThan(0.008));
  });

  // With two criteria and weights drawn evenly, w₁ is even on [0, 1]: a beats b where w₁·1 > (1 − w₁)·0.5, that is w₁ > 1/3.
  it('finds the acceptability and central weights that algebra gives for two criteria', () => {
    const result = run([exact('a', 1, 0), exact('b', 0, 0.5)], 2);
    expect(result.firstRankAcceptability01[0]).toBeCloseTo(2 / 3, 1.8);
    expect(result.centralWeights01[0]![0]).toBeCloseTo(2 / 3, 1.8);
    expect(result.centralWeights01[1]![0]).toBeCloseTo(1 / 6, 1.8);
    expect(result.pairwiseWinning01!(0, 1)).toBe(result.rankAcceptability01(0, 1));
  });

  it('gives each of three candidates that are each best at one thing a third', () => {
    const result = run([exact('a', 1, 0, 0), exact('b', 0, 1, 0), exact('c', 0, 0, 1)], 3);
    for (const share of result.firstRankAcceptability01) expect(Math.abs(share - 1 / 3)).toBeLessThan(0.015);
  });

  it('lets an unknown input against a known half win half of the draws', () => {
    const result = run([{ id: 'a', gates: [], utilities01: [{ low: 0, high: 1 }] }, exact('b', 0.5)], 1);
    expect(Math.abs(result.firstRankAcceptability01[0]! - 0.5)).toBeLessThan(0.015);
  });

  it('lets equal candidates share the first rank, and neither win against the other', () => {
    const result = run([exact('a', 0.3, 0.3), exact('b', 0.3, 0.3), exact('c', 0.1, 0.1)], 2, 500);
    expect(result.firstRankAcceptability01).toEqual([1, 1, 0]);
    expect(result.rankAcceptability01(2, 3)).toBe(1);
    expect([result.pairwiseWinning01!(0, 1), result.pairwiseWinning01!(1, 0), result.pairwiseWinning01!(0, 2), result.pairwiseWinning01!(2, 0)]).toEqual([0, 0, 1, 0]);
  });

  it('never lets a candidate behind a closed gate win, and one behind an unknown gate half the time', () => {
    const result = run([{ ...exact('a', 1), gates: ['UNKNOWN'] }, { ...exact('b', 0.9), gates: ['CLOSED'] }, exact('c', 0.5)], 1);
    expect(Math.abs(result.firstRankAcceptability01[0]! - 0.5)).toBeLessThan(0.015);
    expect(result.firstRankAcceptability01[1]).toBe(0);
  });

  it('keeps weights inside narrow, lopsided bounds, where drawing and throwing away would never end', () => {
    const bounds = [{ min01: 0.1, max01: 0.1001 }, { min01: 0, max01: 0.2 }, { min01: 0, max01: 1 }, { min01: 0.05, max01: 0.0501 }];
    const result = runToEnd(sampleAcceptability(bounds, [exact('a', 1, 1, 1, 1)], { seed: 1, samples: 2_000, pairwise: true }));
    const central = result.centralWeights01[0]!;
    central.forEach((weight, index) => expect(weight >= bounds[index]!.min01 - 1e-9 && weight <= bounds[index]!.max01 + 1e-9).toBe(true));
    expect(central.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  });
});
