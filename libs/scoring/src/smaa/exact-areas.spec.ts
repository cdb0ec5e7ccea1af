// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { runToEnd, sampleAcceptability, type UncertainCandidate } from '../index.js';
import { nextUniform, randomStream } from './random-stream.js';

/*
 * Published results of SMAA-2 that could be confirmed rest on distributions which are not ours. So the indices are integrated exactly instead: with three criteria the
 * weights are a triangle, each order of the candidates holds on a polygon of it, and areas and centres of polygons need no sampling.
 */
type Point = readonly [number, number];
type Row = readonly [number, number, number];
interface Bound {
  readonly min01: number;
  readonly max01: number;
}

const SAMPLES = 40_000;
/** More than four standard errors of a share estimated from so many draws. */
const WITHIN = 0.011;

const cases: readonly (readonly [string, readonly Row[], readonly Bound[]])[] = [
  // Tzeng & Huang, "Multiple Attribute Decision Making", CRC Press 2011, chapter on TOPSIS; tenths as worth.
  ['Tzeng and Huang’s table under free weights', [[0.5, 0.8, 0.4], [0.7, 0.6, 0.8], [0.8, 0.8, 0.6], [0.7, 0.4, 0.6]], free()],
  ['the same table under bounds', [[0.5, 0.8, 0.4], [0.7, 0.6, 0.8], [0.8, 0.8, 0.6], [0.7, 0.4, 0.6]], [{ min01: 0.2, max01: 0.5 }, { min01: 0.1, max01: 0.4 }, { min01: 0.15, max01: 0.6 }]],
  ...[1, 2, 3, 4].map((seed) => [`invented table ${seed} under free weights`, inventTable(seed), free()] as const),
  ...[5, 6, 7].map((seed) => [`invented table ${seed} under bounds`, inventTable(seed), [{ min01: 0.1, max01: 0.7 }, { min01: 0.05, max01: 0.35 }, { min01: 0, max01: 0.5 }]] as const),
];

describe('SMAA-2 beside exact areas of the weights', () => {
  it.each(cases)('agrees for %s', (_, table, bounds) => {
    const candidates = table.map((values, place): UncertainCandidate => ({ id: `c${place}`, gates: [], utilities01: values.map((value) => ({ low: value, high: value })) }));
    const sampled = runToEnd(sampleAcceptability(bounds, candidates, { seed: 11, samples: SAMPLES, pairwise: true }));
    const all = allowedWeights(bounds);
    const places = table.map((__, place) => place);
    const orders = permutations(places).map((order) => ({ order, part: holds(order, table, all) }));
    const share = (parts: readonly (readonly Point[])[]) => parts.reduce((sum, part) => sum + areaOf(part), 0) / areaOf(all);
    for (const one of places) {
      for (const rank of places) {
        const exact = share(orders.filter(({ order }) => order[rank] === one).map(({ part }) => part));
        expect(Math.abs(sampled.rankAcceptability01(one, rank + 1) - exact)).toBeLessThan(WITHIN);
      }
      for (const other of places.filter((place) => place !== one)) {
        expect(Math.abs(sampled.pairwiseWinning01!(one, other) - share([clip(all, difference(table[one]!, table[other]!))]))).toBeLessThan(WITHIN);
      }
      const first = clipAll(all, places.filter((place) => place !== one).map((other) => difference(table[one]!, table[other]!)));
      if (areaOf(first) < areaOf(all) * 0.05) continue;
      const [x, y] = centreOf(first);
      [x, y, 1 - x - y].forEach((weight, index) => expect(Math.abs(sampled.centralWeights01[one]![index]! - weight)).toBeLessThan(WITHIN));
    }
  });
});

function free(): Bound[] {
  return [0, 1, 2].map(() => ({ min01: 0, max01: 1 }));
}

function inventTable(seed: number): Row[] {
  const stream = randomStream(seed, 'table');
  return Array.from({ length: 4 }, () => [nextUniform(stream), nextUniform(stream), nextUniform(stream)] as const);
}

/** Coefficients of `a·w₁ + b·w₂ + c`, which is how far the first lies before the second; w₃ is what is left to 1. */
function difference(one: Row, other: Row): Row {
  const [first, second, third] = [0, 1, 2].map((index) => one[index]! - other[index]!) as [number, number, number];
  return [first - third, second - third, third];
}

function allowedWeights(bounds: readonly Bound[]): readonly Point[] {
  const [first, second, third] = bounds as [Bound, Bound, Bound];
  return clipAll([[0, 0], [1, 0], [0, 1]], [
    [1, 0, -first.min01], [-1, 0, first.max01], [0, 1, -second.min01], [0, -1, second.max01], [-1, -1, 1 - third.min01], [1, 1, third.max01 - 1],
  ]);
}

function holds(order: readonly number[], table: readonly Row[], all: readonly Point[]): readonly Point[] {
  return clipAll(all, order.slice(1).map((next, index) => difference(table[order[index]!]!, table[next]!)));
}

function clipAll(polygon: readonly Point[], sides: readonly Row[]): readonly Point[] {
  return sides.reduce(clip, polygon);
}

/** The part of a convex polygon on which the side is not negative (Sutherland and Hodgman). */
function clip(polygon: readonly Point[], [a, b, c]: Row): readonly Point[] {
  const at = ([x, y]: Point) => a * x + b * y + c;
  return polygon.flatMap((corner, index): Point[] => {
    const next = polygon[(index + 1) % polygon.length]!;
    const [here, there] = [at(corner), at(next)];
    const cut = here / (here - there);
    const crossing: Point[] = here * there < 0 ? [[corner[0] + cut * (next[0] - corner[0]), corner[1] + cut * (next[1] - corner[1])]] : [];
    return here >= 0 ? [corner, ...crossing] : crossing;
  });
}

function areaOf(polygon: readonly Point[]): number {
  return polygon.reduce((sum, [x, y], index) => sum + x * polygon[(index + 1) % polygon.length]![1] - polygon[(index + 1) % polygon.length]![0] * y, 0) / 2;
}

function centreOf(polygon: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const [index, one] of polygon.entries()) {
    const next = polygon[(index + 1) % polygon.length]!;
    const cross = one[0] * next[1] - next[0] * one[1];
    x += (one[0] + next[0]) * cross;
    y += (one[1] + next[1]) * cross;
  }
  const six = 6 * areaOf(polygon);
  return [x / six, y / six];
}

function permutations(items: readonly number[]): number[][] {
  return items.length === 0 ? [[]] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
