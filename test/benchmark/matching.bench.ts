// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Client } from 'pg';
import { compileMatcher } from '#matching';
import { makeMatchingData, type MadeTitle } from './matching-data.js';
import { loadTrigramTables, matchByTrigramSql } from './matching-trigram-sql.js';

/** One side of the comparison. */
export interface MatchingSide {
  readonly name: string;
  readonly namesPerSecond: { readonly median: number; readonly lowest: number; readonly highest: number };
  /** Titles that got the product they were made from, and titles that got another one, as shares of all. */
  readonly right01: number;
  readonly wrong01: number;
}

export interface MatchingBenchmark {
  readonly ours: MatchingSide;
  readonly rival: MatchingSide;
  /** Our names per second by the rival's, medians. */
  readonly ratio: number;
  readonly compileMs: number;
}

const ROUNDS = 3;

/**
 * Matches 50,000 raw titles against 20,000 products in the process and by set-based SQL with pg_trgm, in turn, after one warm-up each.
 *
 * @param client connected; the tables are temporary
 */
export async function benchMatching(client: Client, size = { products: 20_000, titles: 50_000 }): Promise<MatchingBenchmark> {
  const { products, titles } = makeMatchingData(size.products, size.titles, 99);
  const before = performance.now();
  const matcher = compileMatcher({ products, decisions: [] });
  const compileMs = performance.now() - before;
  await loadTrigramTables(client, products, titles);
  const ours = (to: number): (number | null)[] => titles.slice(0, to).map(({ title }) => matcher.match({ title }).productId);
  const rival = (to: number): Promise<(number | null)[]> => matchByTrigramSql(client, 0, to);
  const warm = Math.min(2_000, titles.length);
  ours(warm);
  await rival(warm);
  const seconds: { ours: number[]; rival: number[] } = { ours: [], rival: [] };
  let answers: { ours: (number | null)[]; rival: (number | null)[] } = { ours: [], rival: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const mine = ours(titles.length);
    const between = performance.now();
    const theirs = await rival(titles.length);
    seconds.ours.push((between - start) / 1000);
    seconds.rival.push((performance.now() - between) / 1000);
    answers = { ours: mine, rival: theirs };
  }
  const sides = { ours: side('own matcher', seconds.ours, answers.ours, titles), rival: side('pg_trgm, set-based', seconds.rival, answers.rival, titles) };
  return { ...sides, ratio: sides.ours.namesPerSecond.median / sides.rival.namesPerSecond.median, compileMs };
}

function side(name: string, seconds: readonly number[], answers: readonly (number | null)[], titles: readonly MadeTitle[]): MatchingSide {
  const speeds = seconds.map((one) => Math.round(titles.length / one)).sort((a, b) => a - b);
  const right = titles.filter(({ productId }, at) => productId !== null && answers[at] === productId).length;
  const wrong = titles.filter(({ productId }, at) => answers[at] !== null && answers[at] !== productId).length;
  return { name, namesPerSecond: { median: speeds[speeds.length >> 1]!, lowest: speeds[0]!, highest: speeds.at(-1)! }, right01: right / titles.length, wrong01: wrong / titles.length };
}
