// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { unwrap } from '#kernel';
import {
  checkModel, elicitWeights, prometheeNetFlows, runToEnd, sampleAcceptability, scoreCandidate, topsisCloseness,
  type PrometheeColumn, type ScoringModel, type UncertainCandidate,
} from '../index.js';

/*
 * Where a comment says "by heart", the book or paper lay not on the desk: tables and results were written down from memory. That they are right is then shown
 * by the agreement itself: a wrong figure in a table would not lead to the published results. "Confirmed" names who else prints the same figures.
 */

describe('the additive value', () => {
  // Goodwin & Wright, "Decision Analysis for Management Judgment", chapter 3 (SMART), the office location problem: table of values and normalised weights,
  // aggregate benefits of seven offices (Addison Square … Gorton Square). By heart; the sums of the table are the published benefits to a tenth of a point.
  const weights = [32, 26, 23, 10, 6, 3];
  const offices = {
    'Addison Square': [100, 60, 100, 75, 0, 90],
    'Bilton Village': [20, 80, 10, 30, 100, 30],
    'Carlisle Walk': [80, 70, 0, 0, 10, 100],
    'Denver Street': [70, 50, 30, 55, 30, 90],
    'Elton Street': [40, 60, 90, 100, 60, 70],
    'Filton Village': [0, 0, 70, 0, 80, 0],
    'Gorton Square': [60, 100, 20, 50, 50, 80],
  };
  const published = [80.8, 39.4, 47.4, 52.3, 64.8, 20.9, 60.2];
  const words = { de: 'Wert', en: 'value' };
  const model: ScoringModel = {
    id: 'office-location', version: 1, name: words, source: 'Goodwin & Wright', principles: [], gates: [],
    criteria: [...weights.map((weight) => weight / 100), 1].map((weight01, index) => ({
      id: `attribute-${index + 1}`, axis: index < weights.length ? 'GOAL' : 'FEASIBILITY', name: words, question: words, weight01, weightMin01: 0, weightMax01: 1,
      measure: { kind: 'LARGEST', facts: ['installations'] }, principles: [],
      scale: { unit: words, interpolation: 'LINEAR', beyond: 'REFUSED', anchors: [{ at: 0, utility01: 0 }, { at: 100, utility01: 1 }] },
    })),
  };
  it('gives the aggregate benefits of Goodwin and Wright’s seven offices', () => {
    expect(checkModel(model).ok).toBe(true);
    const benefits = Object.values(offices).map((values) => {
      const criteria = [...values, 0].map((value, index) => ({ criterion: `attribute-${index + 1}`, low: value, expected: value, high: value, known01: 1, facts: [], parts: [] }));
      return unwrap(scoreCandidate(model, { criteria, gates: [] })).goalContribution.expected;
    });
    benefits.forEach((benefit, office) => expect(Math.abs(benefit - published[office]!)).toBeLessThan(0.051));
  });
});

describe('AHP', () => {
  // Saaty, "A scaling method for priorities in hierarchical structures", J. Math. Psychology 15 (1977), 234–281: distances of six cities from Philadelphia.
  // By heart; eigenvector and eigenvalue of the matrix are the published ones.
  const cities = [
    [1, 1 / 3, 8, 3, 3, 7],
    [3, 1, 9, 3, 3, 9],
    [1 / 8, 1 / 9, 1, 1 / 6, 1 / 5, 2],
    [1 / 3, 1 / 3, 6, 1, 1 / 3, 6],
    [1 / 3, 1 / 3, 5, 3, 1, 6],
    [1 / 7, 1 / 9, 1 / 2, 1 / 6, 1 / 6, 1],
  ];
  it('gives Saaty’s estimate of the distances of six cities', () => {
    const { weights01, largestEigenvalue } = unwrap(elicitWeights(cities));
    [0.262, 0.397, 0.033, 0.116, 0.164, 0.027].forEach((weight, index) => expect(Math.abs(weights01[index]! - weight)).toBeLessThan(0.0015));
    expect(largestEigenvalue).toBeCloseTo(6.45, 1);
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
  // Hwang & Yoon, "Multiple Attribute Decision Making", Springer 1981, chapter III: the fighter aircraft problem, one column (cost) the less the better. By heart.
  it('gives Hwang and Yoon’s closeness of four fighter aircraft', () => {
    const aircraft = [[2, 1500, 20_000, 5.5, 5, 9], [2.5, 2700, 18_000, 6.5, 3, 5], [1.8, 2000, 21_000, 4.5, 7, 7], [2.2, 1800, 20_000, 5, 5, 5]];
    const columns = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3].map((weight01, index) => ({ weight01, isBenefit: index !== 3 }));
    const closeness = topsisCloseness(aircraft, columns);
    [0.643, 0.268, 0.613, 0.312].forEach((value, index) => expect(Math.abs(closeness[index]! - value)).toBeLessThan(0.0015));
  });
  it('has no opinion on nothing and on rows that are alike', () => {
    expect(topsisCloseness([], [])).toEqual([]);
    expect(topsisCloseness([[1], [1]], [{ weight01: 1, isBenefit: true }])).toEqual([0.5, 0.5]);
  });
});

describe('PROMETHEE II', () => {
  const equal = (isBenefit: boolean, preference: PrometheeColumn['preference']) => ({ weight01: 1 / 6, isBenefit, preference });
  // Brans, Vincke & Mareschal, "How to select and how to rank projects: the PROMETHEE method", EJOR 24 (1986) 228–238: six hydroelectric power stations by six
  // criteria, one for each shape of preference. By heart; flows and order that follow from the table are the published ones.
  it('ranks the six power stations as published', () => {
    const stations = [[80, 90, 600, 5.4, 8, 5], [65, 58, 200, 9.7, 1, 1], [83, 60, 400, 7.2, 4, 7], [40, 80, 1000, 7.5, 7, 10], [52, 72, 600, 2, 3, 8], [94, 96, 700, 3.6, 5, 6]];
    const flows = prometheeNetFlows(stations, [
      equal(false, { shape: 'U', indifference: 10 }),
      equal(true, { shape: 'V', strict: 30 }),
      equal(false, { shape: 'LINEAR', indifference: 50, strict: 500 }),
      equal(false, { shape: 'LEVEL', indifference: 1, strict: 6 }),
      equal(false, { shape: 'USUAL' }),
      equal(true, { shape: 'GAUSSIAN', inflection: 5 }),
    ]);
    // Published: leaving flow 0.220 and entering flow 0.366 of the first; order 5, 2, 4, 6, 3, 1.
    expect(flows[0]).toBeCloseTo(0.22 - 0.366, 3);
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
  // Salminen (2001), these as its central weights, and the first rank in one of n! parts of the weight space. By heart; the formula (1/n)·Σ 1/k gives the same.
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
