// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { calendarDate, unwrap } from '#kernel';
import { deriveInputs, dortmund2021, known, scoreCandidate, type CandidateFacts } from '#scoring';

const page = readFileSync(new URL('../../docs/guide/scoring.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.replaceAll('*', '').trim()));

describe('the page that recomputes a score by hand', () => {
  const today = calendarDate('2026-11-24')!;
  const facts = Object.fromEntries(
    rows
      .filter((row) => row.length === 2 && /^[a-z]+[A-Z]\w*$|^installations$/.test(row[0]!))
      .map(([key, value]) => [key, known(/^[\d.]+$/.test(value!) ? Number(value) : value, 'the page', today)]),
  ) as CandidateFacts;
  const score = unwrap(scoreCandidate(dortmund2021, unwrap(deriveInputs(facts, dortmund2021, today))));
  const hundredth = (value: number) => value.toFixed(2);

  it('states facts that the program knows', () => {
    expect(Object.keys(facts)).toHaveLength(15);
  });

  it('shows for every criterion of the goal the weight and the points that the program gives', () => {
    const printed = rows.filter((row) => row.length === 6 && row[0]!.includes('-') && !row[0]!.startsWith('---') || ['reach', 'accessibility', 'footprint'].includes(row[0]!));
    const computed = score.contributions
      .filter((contribution) => contribution.axis === 'GOAL')
      .map(({ criterion, weight01, points }) => [criterion, hundredth(weight01), hundredth(points.low), hundredth(points.expected), hundredth(points.high)]);
    expect(printed.map((row) => [row[0], row[1], row[3], row[4], row[5]])).toEqual(computed);
  });

  it('arrives at the program’s sum and completeness', () => {
    const sum = rows.find((row) => row[0] === 'goal contribution' && row.length === 6)!;
    const { low, expected, high } = score.goalContribution;
    expect(sum.slice(3)).toEqual([hundredth(low), hundredth(expected), hundredth(high)]);
    expect(page).toContain(`Completeness of the goal axis is ${(score.completeness01.goal * 100).toFixed(0)} %`);
  });
});
