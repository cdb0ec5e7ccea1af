// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, seededRandom, type CalendarDate } from '#kernel';
import { complyOrExplain, type Exemption, type M1Reading } from '#scoring';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const PROBLEM = '... on Problem { code message messageDe }';
const GRANT = `mutation ($input: GrantExemptionInput!) { grantExemption(input: $input) { __typename ... on ExemptionStored { exemption { id state expiresOn isRecheckDue product { key standing { state } } } } ${PROBLEM} } }`;
const REVOKE = `mutation ($input: RevokeExemptionInput!) { revokeExemption(input: $input) { ... on ExemptionStored { exemption { state revokedBy product { standing { state } } } } ${PROBLEM} } }`;
const WEIGH = `mutation ($input: RecordWeighingInput!) { recordWeighing(input: $input) { ... on WeighingStored { standing { state weighing { weighedBy } } } ${PROBLEM} } }`;
const SET = `mutation ($reading: M1Reading!, $replaces: M1Reading!) { setM1Reading(input: { reading: $reading, replaces: $replaces }) { ... on M1ReadingSet { reading } ${PROBLEM} } }`;

let program: RunningProgram;
let today: CalendarDate;
const grant = async (input: object) => (await program.data(GRANT, { input: { reason: 'Kein Ersatz am Markt', approver: 'Digitalausschuss', expiresOn: addDays(today, 400), ...input } })).grantExemption;
const standingOf = async (product: string) => (await program.data('query ($product: String!) { product(name: $product) { standing { state expiredExemption { id } exemption { id } isRecheckDue plannedOn } } }', { product })).product.standing;

beforeAll(async () => {
  program = await runProgram();
  await addCandidates(program.database, 40);
  today = (await program.database.query('SELECT current_date::text AS today')).rows[0].today;
});
afterAll(() => program.close());

describe('products by their state', () => {
  it('are as many as the summary counts, each in one state', async () => {
    await grant({ product: 'candidate-30' });
    const { complianceSummary } = await program.data('{ complianceSummary { complies planned exempt weighed open } }');
    const states = { complies: 'COMPLIES', planned: 'PLANNED', exempt: 'EXEMPT', weighed: 'WEIGHED', open: 'OPEN' };
    const counts: Record<string, number> = {};
    for (const [name, state] of Object.entries(states)) {
      const { products } = await program.data('query ($states: [StandingState!]) { products(first: 100, filter: { standings: $states }) { totalCount nodes { standing { state } } } }', { states: [state] });
      counts[name] = products.totalCount;
      for (const { standing } of products.nodes) expect(standing).toEqual({ state });
    }
    expect(counts).toEqual(complianceSummary);
    expect(counts['exempt']).toBe(1);
    const { products } = await program.data('{ products(first: 1, filter: { standings: [OPEN, EXEMPT], search: "candidate" }) { totalCount } }');
    expect(products.totalCount).toBe(40);
  });
});

describe('an exemption', () => {
  it('holds from its first day to its last, and the product is open before and after', async () => {
    expect((await standingOf('candidate-1')).state).toBe('OPEN');
    expect(await grant({ product: 'candidate-1' })).toMatchObject({ exemption: { state: 'HOLDS', isRecheckDue: false, product: { standing: { state: 'EXEMPT' } } } });
    expect(await grant({ product: 'candidate-2', grantedOn: addDays(today, -10), expiresOn: today, recheckOn: addDays(today, -1) })).toMatchObject({ exemption: { state: 'HOLDS', isRecheckDue: true, product: { standing: { state: 'EXEMPT' } } } });
    expect(await grant({ product: 'candidate-3', grantedOn: addDays(today, -10), expiresOn: addDays(today, -1) })).toMatchObject({ exemption: { state: 'EXPIRED', product: { standing: { state: 'OPEN' } } } });
    expect(await grant({ product: 'candidate-4', grantedOn: addDays(today, 1) })).toMatchObject({ exemption: { state: 'NOT_YET', product: { standing: { state: 'OPEN' } } } });
    expect((await standingOf('candidate-3')).expiredExemption).not.toBeNull();
  });

  it('is taken back once, and can be neither rewritten nor deleted', async () => {
    const { exemption } = await grant({ product: 'candidate-5' });
    expect((await grant({ product: 'candidate-5' })).exemption.id).toBe(exemption.id);
    const input = { id: exemption.id, reason: 'Es gibt jetzt einen Ersatz', revokedBy: 'Digitalausschuss' };
    expect((await program.data(REVOKE, { input })).revokeExemption.exemption).toEqual({ state: 'REVOKED', revokedBy: 'Digitalausschuss', product: { standing: { state: 'OPEN' } } });
    expect((await program.data(REVOKE, { input })).revokeExemption.code).toBe('SCORING.EXEMPTION_REVOKED');
    for (const sql of ['DELETE FROM exemption', `UPDATE exemption SET reason = 'x'`, `UPDATE exemption SET revoked_on = NULL, revoked_by = NULL, revoked_reason = NULL`]) await expect(program.database.query(sql)).rejects.toThrow('append-only');
  });

  it.each<[string, () => object, string]>([
    ['without a reason', () => ({ product: 'candidate-6', reason: '  ' }), 'SCORING.TEXT_MISSING'],
    ['without who approved it', () => ({ product: 'candidate-6', approver: '' }), 'SCORING.TEXT_MISSING'],
    ['that ends before it begins', () => ({ product: 'candidate-6', expiresOn: addDays(today, -1) }), 'SCORING.EXEMPTION_ENDS_BEFORE'],
    ['looked at again after its end', () => ({ product: 'candidate-6', recheckOn: addDays(today, 900) }), 'SCORING.RECHECK_OUTSIDE'],
    ['for a product that never was', () => ({ product: 'nothing' }), 'SCORING.NOT_FOUND'],
    ['for open source', () => ({ product: 'libreoffice' }), 'SCORING.EXEMPTION_NOT_NEEDED'],
    ['longer than a book', () => ({ product: 'candidate-6', reason: 'x'.repeat(10_001) }), 'SCORING.TEXT_TOO_LONG'],
  ])('%s is refused', async (_, input, code) => {
    const answer = await grant(input());
    expect(answer.code).toBe(code);
    expect(answer.messageDe).not.toContain(code);
    expect((await standingOf('candidate-6')).state).toBe('OPEN');
  });
});

describe('the reading of M1', () => {
  it('decides whether a weighing is enough', async () => {
    const input = { product: 'candidate-7', reason: 'Abgewogen', weighedBy: 'Vergabestelle' };
    expect((await program.data(WEIGH, { input })).recordWeighing.standing).toEqual({ state: 'OPEN', weighing: { weighedBy: 'Vergabestelle' } });
    await program.data(SET, { reading: 'EQUAL_FOOTING', replaces: 'OSS_FIRST' });
    expect((await standingOf('candidate-7')).state).toBe('WEIGHED');
    expect((await program.data('{ complianceSummary { reading weighed } }')).complianceSummary).toEqual({ reading: 'EQUAL_FOOTING', weighed: 1 });
    await program.data(SET, { reading: 'OSS_FIRST', replaces: 'EQUAL_FOOTING' });
    expect((await standingOf('candidate-7')).state).toBe('OPEN');
    expect((await program.data(WEIGH, { input: { ...input, weighedOn: addDays(today, 1) } })).recordWeighing.code).toBe('SCORING.WEIGHED_LATER');
  });
});

describe('comply or explain', () => {
  it('puts every product in use into the state that the library finds, under both readings', async () => {
    const chance = seededRandom(11);
    const day = () => addDays(today, Math.floor(chance() * 61) - 30);
    const { rows: products } = await program.database.query(`SELECT id, key FROM product WHERE key LIKE 'candidate-%'`);
    for (const { id } of products) {
      for (let count = Math.floor(chance() * 4); count > 0; count--) {
        const [granted, expires] = [day(), day()].sort();
        await program.database.query('INSERT INTO exemption (product_id, reason, approver, granted_on, expires_on, recheck_on) VALUES ($1, $2, $2, $3, $4, $5)', [id, 'x', granted, expires, chance() < 0.5 ? null : granted]);
      }
      if (chance() < 0.4) await program.database.query('INSERT INTO weighing (product_id, reason, weighed_by, weighed_on) VALUES ($1, $2, $2, $3)', [id, 'x', day()]);
    }
    await program.database.query(`UPDATE exemption SET revoked_on = current_date, revoked_by = 'x', revoked_reason = 'x' WHERE id % 5 = 0 AND revoked_on IS NULL`);
    await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
    await program.database.query(`INSERT INTO scenario (name, definition) VALUES ('s', '{}')`);
    await program.database.query(`INSERT INTO plan (scenario_id, run_id, status, seed, time_limit_seconds, problem, result) SELECT max(s.id), (SELECT max(id) FROM scoring_run), 'FEASIBLE', 1, 1, '{}', '{}' FROM scenario s`);
    await program.database.query(
      `INSERT INTO product_migration (product_id, alternative_id, plan_id, status, planned_starts_on, planned_ends_on, started_on, cancelled_by)
       SELECT c.product_id, a.alternative_id, (SELECT max(id) FROM plan), CASE WHEN c.rank % 8 = 0 THEN 'RUNNING' WHEN c.rank % 4 = 0 THEN 'PLANNED' ELSE 'CANCELLED' END, '2027-01-01', '2027-03-31',
         CASE WHEN c.rank % 8 = 0 THEN current_date END, CASE WHEN c.rank % 4 <> 0 THEN 'DECISION' END
       FROM candidate_score c JOIN alternative a ON a.id = c.alternative_id WHERE c.rank % 2 = 0`,
    );
    const exemptions = (await program.database.query('SELECT e.id::text, p.key, reason, approver AS "approvedBy", granted_on::text AS "grantedOn", expires_on::text AS "expiresOn", recheck_on::text AS "recheckOn" FROM exemption e JOIN product p ON p.id = e.product_id WHERE revoked_on IS NULL')).rows as (Exemption & { key: string })[];
    const weighings = (await program.database.query('SELECT p.key, min(weighed_on)::text AS day FROM weighing w JOIN product p ON p.id = w.product_id GROUP BY 1')).rows;
    const planned = new Set((await program.database.query('SELECT p.key FROM planned_product y JOIN product p ON p.id = y.product_id')).rows.map((row) => row.key));
    expect(planned.size).toBe(10);
    for (const reading of ['OSS_FIRST', 'EQUAL_FOOTING'] as M1Reading[]) {
      await program.data(SET, { reading, replaces: reading === 'OSS_FIRST' ? 'EQUAL_FOOTING' : 'OSS_FIRST' });
      const { standings } = await program.data('{ standings(first: 100) { totalCount nodes { state isRecheckDue product { key } } } }');
      expect(standings.totalCount).toBe(40);
      const expected = products.map(({ key }) => {
        const found = complyOrExplain(
          { openSource: 'DENIED', plannedInWave: planned.has(key) ? 'wave' : null, weighedOn: weighings.find((one) => one.key === key)?.day ?? null, exemptions: exemptions.filter((one) => one.key === key) },
          reading,
          today,
        );
        return [key, found.state];
      });
      expect(standings.nodes.map((node: any) => [node.product.key, node.state]).sort()).toEqual(expected.sort());
      const { complianceSummary } = await program.data('{ complianceSummary { planned exempt weighed open } }');
      for (const state of ['planned', 'exempt', 'weighed', 'open'] as const) expect(complianceSummary[state]).toBe(expected.filter(([, one]) => one === state.toUpperCase()).length);
      const open = (await program.data('{ standings(first: 100, filter: { states: [OPEN] }) { totalCount } }')).standings;
      expect(open.totalCount).toBe(complianceSummary.open);
    }
  });
});

describe('an accessory', () => {
  it('is no candidate and stands apart among the open ones, unless it was bought by itself', async () => {
    await program.database.query(`UPDATE product SET category_id = (SELECT id FROM category WHERE key = 'runtime') WHERE key IN ('candidate-7', 'candidate-8')`);
    await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
    const { candidates, standings, complianceSummary } = await program.data(
      '{ candidates(first: 100) { totalCount nodes { product { key } } } standings(first: 100, filter: { accessory: true }) { nodes { isAccessory state product { key } } } complianceSummary { open openAccessories } }',
    );
    // Even numbers have a contract of their own.
    expect(standings.nodes.map((node: any) => node.product.key)).toEqual(['candidate-7']);
    const keys = candidates.nodes.map((node: any) => node.product.key);
    expect([keys.includes('candidate-7'), keys.includes('candidate-8'), candidates.totalCount]).toEqual([false, true, 39]);
    expect(complianceSummary.openAccessories).toBe(standings.nodes[0].state === 'OPEN' ? 1 : 0);
  });
});
