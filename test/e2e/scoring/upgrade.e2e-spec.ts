// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { calendarDate, unwrap } from '#kernel';
import { deriveInputs, dortmund2021, known, scoreCandidate, type CandidateFacts, type CandidateScore } from '#scoring';
import { FIRST_VERSION } from '../../support/first-version-rows.js';
import { makeOlder, migrationsUpTo } from '../../support/older-database.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const today = calendarDate('2026-03-01')!;
const EXPLAIN = `query ($id: ID!) { explainCandidate(id: $id, language: de) { ... on CandidateExplanation { rank criteria { criterion sentence } economics { sentence inputs assumptions } robustness urgency expired } ... on Problem { code } } }`;

let program: RunningProgram;
const scores = new Map<string, CandidateScore>();

beforeAll(async () => {
  program = await runProgram(fillAsOldVersion);
});
afterAll(() => program.close());

it('shows the runs of an older version with every number that they stored', async () => {
  const { scoringRuns, scoringModels } = await program.data('{ scoringRuns { nodes { id asOf questionnaire inputsHash assumptions model { key version } candidates { nodes { id rank product { key } goalContribution { low expected high } score wins01 flips } } } } scoringModels { nodes { key version definition } } }');
  expect(scoringModels.nodes).toEqual([{ key: 'dortmund-2021', version: 1, definition: dortmund2021 }]);
  expect(scoringRuns.nodes).toHaveLength(1);
  expect(scoringRuns.nodes[0]).toMatchObject({ asOf: today, questionnaire: null, inputsHash: 'abc', assumptions: { horizonMonths: 60 }, model: { key: 'dortmund-2021', version: 1 } });
  for (const node of scoringRuns.nodes[0].candidates.nodes) {
    expect(node.score).toEqual(scores.get(node.product.key));
    expect(node.goalContribution).toEqual(scores.get(node.product.key)!.goalContribution);
    expect([node.wins01, node.flips]).toEqual([null, null]);
  }
});

it('explains and compares their candidates, and says nothing of what they did not store', async () => {
  const { candidates } = await program.data('{ candidates { nodes { id } } }');
  const [first, second] = candidates.nodes;
  const { explainCandidate } = await program.data(EXPLAIN, { id: first.id });
  expect(explainCandidate.rank).toBe('Rang 1 von 2; in 80 % der Ziehungen von Gewichten und offenen Angaben auf Rang 1. Das ist keine Zuschlagsentscheidung.');
  expect(explainCandidate.criteria).toHaveLength(13);
  expect(explainCandidate.economics.inputs[1]).toBe('Ende der Zahlungspflicht: am 2028-04-30. Quelle: nicht angegeben.');
  expect(explainCandidate.economics.assumptions[0]).toBe('Betrachteter Zeitraum: 60 Monate. Vorgabe des Programms; die Verwaltung hat nichts anderes festgelegt.');
  expect(explainCandidate.robustness).toEqual([expect.stringMatching(/^In [\d,]+ % der Ziehungen vor dem nächsten Kandidaten, old-2\.$/), expect.stringContaining('Gewicht')]);
  expect([explainCandidate.urgency, explainCandidate.expired]).toEqual([[], []]);
  expect((await program.data(EXPLAIN, { id: second.id })).explainCandidate.robustness).toEqual([]);
  const { compareCandidates } = await program.data('query ($one: ID!, $other: ID!) { compareCandidates(one: $one, other: $other) { ... on CandidateComparison { before01 } ... on Problem { code } } }', { one: first.id, other: second.id });
  expect(compareCandidates.before01).toBeGreaterThan(0.5);
});

it('keeps them beside a new run, and says what moved between the two', async () => {
  const before = (await program.data('{ scoringRuns { nodes { id } } }')).scoringRuns.nodes[0].id;
  const { resultId: after } = await program.runJob('mutation { startScoringRun(input: { samples: 20 }) { ... on StartScoringRunSuccess { job { id } } ... on Problem { code message } } }');
  const { compareScoringRuns, scoringRuns } = await program.data(
    'query ($before: ID!, $after: ID!) { scoringRuns { totalCount } compareScoringRuns(before: $before, after: $after) { ... on ScoringRunComparison { moves { productKey causes { because sentence } } } ... on Problem { code } } }',
    { before, after },
  );
  expect(scoringRuns.totalCount).toBe(2);
  const move = compareScoringRuns.moves.find((one: { productKey: string }) => one.productKey === 'old-1');
  expect(move.causes.map((cause: { because: string }) => cause.because)).toContain('reach');
});

/** The schema of the old version, and in it a run as that version wrote it: explanations and score in one column, the end of a contract as a day, nothing of what came later. */
async function fillAsOldVersion(connection: pg.ClientConfig): Promise<void> {
  await makeOlder(connection, migrationsUpTo(FIRST_VERSION), async (source) => {
    await source.query(`INSERT INTO license (expression, verdict, class, proof) VALUES ('LicenseRef-proprietary', 'DENIED', 'PROPRIETARY', '{}'), ('MPL-2.0', 'ALLOWED', 'WEAK_COPYLEFT', '{}')`);
    await source.query(`INSERT INTO category (key, name_de, name_en) VALUES ('office-suite', 'Bürosoftware', 'Office suites')`);
    for (const [key, license] of [['old-1', 'LicenseRef-proprietary'], ['old-2', 'LicenseRef-proprietary'], ['new', 'MPL-2.0']]) {
      await source.query(`INSERT INTO product (key, name, category_id, license_id, origin, search) SELECT $1, $1, c.id, l.id, 'OWN', $1 FROM category c, license l WHERE l.expression = $2`, [key, license]);
    }
    await source.query(`INSERT INTO alternative (product_id, alternative_id, kind, rank, origin) SELECT p.id, n.id, 'FULL', 1, 'OWN' FROM product p, product n WHERE p.key LIKE 'old-%' AND n.key = 'new'`);
    await source.query(`INSERT INTO product_usage (product_id, titles, installations, register_entries) SELECT id, 1, 7, 0 FROM product WHERE key LIKE 'old-%' ON CONFLICT (product_id) DO UPDATE SET titles = 1, installations = 7`);
    const [model] = await source.query(`INSERT INTO scoring_model (key, version, definition) VALUES ('dortmund-2021', 1, $1) RETURNING id`, [JSON.stringify(dortmund2021)]);
    const assumptions = {
      baseDays: { low: 5, high: 20 }, discount01: 0.02, daysPerSeat: { low: 0.01, high: 0.05 }, factorOfKind: { FULL: 1, PARTIAL: 1.3, COEXISTENCE: 1.2, NEEDS_COMPLEMENT: 1.5 }, horizonMonths: 60, staffDayCents: 55_000,
      runningShare01: { low: 0.1, high: 0.5 }, externalShare01: { low: 0.1, high: 0.5 }, daysPerInterface: { low: 2, high: 10 }, dualRunningMonths: 3,
    };
    const [run] = await source.query(`INSERT INTO scoring_run (model_id, seed, samples, as_of, inputs_hash, assumptions, candidates) VALUES ($1, 1, 500, $2, 'abc', $3, 2) RETURNING id`, [model.id, today, JSON.stringify(assumptions)]);
    const money = { effortDays: { low: 14.5, high: 67.4 }, oneOffCents: { low: 79_750, high: 1_853_500 }, contractEndsOn: '2028-04-30', annualCostCents: { low: 3_983_700, high: 3_983_700 }, annualRunningCostCents: { low: 398_370, high: 1_991_850 } };
    for (const [rank, installations] of [[1, 5_000], [2, 40]] as const) {
      const facts: CandidateFacts = { installations: known(installations, 'inventory', today), citizenFacing: known('NO', 'catalogue', today), alternativeKind: known('FULL', 'catalogue', today) };
      const score = unwrap(scoreCandidate(dortmund2021, unwrap(deriveInputs(facts, dortmund2021, today))));
      scores.set(`old-${rank}`, score);
      await source.query(
        `INSERT INTO candidate_score (run_id, rank, product_id, alternative_id, goal_low, goal_expected, goal_high, feasibility_low, feasibility_expected, feasibility_high, npv_low_cents, npv_expected_cents,
           npv_high_cents, completeness01, first_rank_acceptability01, facts, explanation)
         SELECT $1, $2::int, p.id, a.id, $3, $4, $5, $6, $7, $8, 3019800, 9192000, 15364100, 0.5, 0.8, $9, $10 FROM product p JOIN alternative a ON a.product_id = p.id WHERE p.key = 'old-' || $2::text`,
        [run.id, rank, score.goalContribution.low, score.goalContribution.expected, score.goalContribution.high, score.feasibility.low, score.feasibility.expected, score.feasibility.high, JSON.stringify({ ...facts, money }), JSON.stringify({ score, de: {}, en: {} })],
      );
    }
  });
}
