// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unwrap } from '#kernel';
import { scoreCandidate } from '#scoring';
import { Transactions } from '../../../apps/api/src/platform/database/transactions.js';
import { PerformScoringRun } from '../../../apps/api/src/scoring/index.js';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const SCORE = 'mutation ($input: StartScoringRunInput!) { startScoringRun(input: $input) { ... on StartScoringRunSuccess { job { id } } ... on Problem { code message } } }';
const CANCEL = 'mutation ($id: ID!) { cancelJob(input: { id: $id }) { ... on CancelJobSuccess { job { id } } ... on Problem { code } } }';

let program: RunningProgram;
const perform = async (input: object, signal = new AbortController().signal, progress: (step: { step: string; done: number }) => void = () => undefined) =>
  program.app.get(PerformScoringRun, { strict: false }).execute({ jobId: null, actorId: 1, signal, progress, payload: { model: 'dortmund-2021', seed: 1, samples: 50, ...input } });
const countOf = async (table: string) => Number((await program.database.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);

beforeAll(async () => {
  program = await runProgram();
});
afterAll(() => program.close());

describe('a run', () => {
  it('on an empty inventory says what to do, and leaves nothing', async () => {
    const job = await program.runJob(SCORE, { input: { samples: 10 } });
    expect(job).toMatchObject({ status: 'FAILED', problem: { code: 'SCORING.NO_CANDIDATES' } });
    expect(await countOf('scoring_run')).toBe(0);
  });

  it('of a model that does not exist is refused by name', async () => {
    for (const [input, id] of [[{ model: 'nowhere' }, 'nowhere'], [{ version: 99 }, 'dortmund-2021 v99']] as const) {
      const { startScoringRun } = await program.data('mutation ($input: StartScoringRunInput!) { startScoringRun(input: $input) { __typename ... on Problem { code message } } }', { input });
      expect(startScoringRun).toEqual({ __typename: 'NotFoundProblem', code: 'SCORING.NOT_FOUND', message: expect.stringContaining(id) });
    }
  });

  it('sends as many statements for 120 candidates as for 20', async () => {
    const transactions = program.app.get(Transactions, { strict: false });
    const query = transactions.query.bind(transactions);
    // Those of the run alone: meanwhile the queue looks for other jobs.
    const counter = new AsyncLocalStorage<{ statements: number }>();
    transactions.query = (...args: Parameters<typeof query>) => {
      const counting = counter.getStore();
      if (counting) counting.statements++;
      return query(...args) as never;
    };
    const statementsFor = async (candidates: number) => {
      const counted = { statements: 0 };
      expect(await counter.run(counted, () => perform({}))).toMatchObject({ ok: true, value: { summary: { candidates } } });
      return counted.statements;
    };
    await addCandidates(program.database, 20, 'few-candidates');
    const few = await statementsFor(20);
    await addCandidates(program.database, 100, 'many-candidates');
    const many = await statementsFor(120);
    transactions.query = query;
    expect(many).toBe(few);
    expect(many).toBeLessThan(15);
  });

  it('gives out what it takes to score again, a fraction of the whole score', async () => {
    const { scoringRuns } = await program.data('{ scoringRuns(first: 1) { nodes { model { definition } candidates(first: 50) { nodes { score scoreInputs } } } } }');
    const { model, candidates } = scoringRuns.nodes[0];
    expect(candidates.nodes.length).toBeGreaterThan(10);
    for (const { score, scoreInputs } of candidates.nodes) {
      const again = unwrap(scoreCandidate(model.definition, scoreInputs));
      expect({ goal: again.goalContribution, feasibility: again.feasibility, complete: again.completeness01, points: again.contributions.map(({ points }) => points) }).toEqual({
        goal: score.goalContribution,
        feasibility: score.feasibility,
        complete: score.completeness01,
        points: score.contributions.map(({ points }: { points: unknown }) => points),
      });
    }
    const bytes = (part: 'score' | 'scoreInputs') => JSON.stringify(candidates.nodes.map((one: Record<string, unknown>) => one[part])).length;
    expect(bytes('scoreInputs')).toBeLessThan(bytes('score') / 5);
  });

  it('gives the same again from the same inputs and seed, and other draws from another seed', async () => {
    const read = async (runId: string) => (await program.data('query ($id: ID!) { scoringRun(id: $id) { inputsHash candidates(first: 1000) { nodes { rank product { key } expectedRank firstRankAcceptability01 wins01 topsisRank prometheeRank } } } }', { id: runId })).scoringRun;
    const [one, again, other] = [await perform({ samples: 300 }), await perform({ samples: 300 }), await perform({ samples: 300, seed: 2 })].map((run) => (run.ok ? run.value.resultId! : ''));
    const [first, second, third] = [await read(one!), await read(again!), await read(other!)];
    expect(second).toEqual(first);
    expect(third.inputsHash).toBe(first.inputsHash);
    expect(third.candidates.nodes).not.toEqual(first.candidates.nodes);
    expect(first.candidates.nodes.map((node: any) => node.rank)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });

  it('tells what to ask next: most rank change first, and which question of the questionnaire would help', async () => {
    const { openQuestions } = await program.data('{ openQuestions(first: 1000) { nodes { axis position expectedRankChange } } }');
    const changes = openQuestions.nodes.map((node: any) => node.expectedRankChange);
    expect(changes).toEqual([...changes].sort((a, b) => b - a));
    expect(openQuestions.nodes.map((node: any) => node.position)).toEqual(changes.map((_: unknown, index: number) => index + 1));
    expect(new Set(openQuestions.nodes.map((node: any) => node.axis))).toEqual(new Set(['GOAL', 'FEASIBILITY'])); // in one order
    const { scoringRuns } = await program.data('{ scoringRuns(first: 2) { nodes { openQuestions(first: 1) { totalCount nodes { id } } given: openQuestions(filter: { answerable: true }) { totalCount nodes { questions } } other: openQuestions(filter: { answerable: false }) { totalCount nodes { questions } } } } }');
    const [newest, before] = scoringRuns.nodes;
    expect(newest.openQuestions.nodes).not.toEqual(before.openQuestions.nodes); // each run has its own
    expect(newest.given.totalCount + newest.other.totalCount).toBe(newest.openQuestions.totalCount);
    expect(newest.given.nodes.map(({ questions }: any) => questions.length)).not.toContain(0);
    expect(newest.other.nodes.every(({ questions }: any) => questions.length === 0)).toBe(true);
    const one = await program.data('{ openQuestions(first: 50, filter: { product: "few-candidates-1" }) { nodes { axis asks part missing questions candidate { product { key } } } } }');
    const questionsOf = (id: string) => one.openQuestions.nodes.find((node: any) => (node.part ?? node.asks) === id)?.questions;
    expect(questionsOf('data-export')).toEqual(['DATA_EXPORT']);
    // Whether the analogue way stays open is asked only once it is known that citizens are served.
    expect(questionsOf('analogue-path-kept')).toEqual(['CITIZEN_FACING']);
    // Spend on vendors is known from contracts; no question gives it.
    expect(questionsOf('vendor-concentration')).toEqual([]);
    expect(questionsOf('openness-gain')).toBeUndefined();
  });

  it('leaves the server’s thread free while it samples', async () => {
    let before: EventLoopUtilization | undefined;
    let during: EventLoopUtilization | undefined;
    const run = await perform({ samples: 20_000 }, undefined, ({ step }) => {
      if (step === 'sampling') before ??= performance.eventLoopUtilization();
      if (step === 'writing') during ??= performance.eventLoopUtilization(before);
    });
    expect(run.ok).toBe(true);
    expect(during!.utilization).toBeLessThan(0.5);
  });

  it('tells how far it is, and ends without a trace when it is cancelled', async () => {
    const before = await countOf('scoring_run');
    const controller = new AbortController();
    const steps: string[] = [];
    const run = await perform({ samples: 1_000_000 }, controller.signal, ({ step, done }) => {
      steps.push(step);
      if (step === 'sampling' && done > 0) controller.abort();
    });
    expect(run).toMatchObject({ ok: false, problem: { code: 'PLATFORM.JOB_CANCELLED' } });
    expect(steps).toEqual(expect.arrayContaining(['collecting', 'sampling']));
    expect(await countOf('scoring_run')).toBe(before);
  });

  it('in the queue is cancelled by whoever asked for it', async () => {
    const before = await countOf('scoring_run');
    const { startScoringRun } = await program.data(SCORE, { input: { samples: 1_000_000 } });
    const id = startScoringRun.job.id;
    const state = async () => (await program.data('query ($id: ID!) { job(id: $id) { status step done total } }', { id })).job;
    for (let look = 0; look < 400 && (await state()).step !== 'sampling'; look++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await state()).toMatchObject({ status: 'RUNNING', total: 1_000_000 });
    await program.data(CANCEL, { id });
    for (let look = 0; look < 400 && (await state()).status === 'RUNNING'; look++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await state()).status).toBe('CANCELLED');
    expect(await countOf('scoring_run')).toBe(before);
  });

  it('is refused where an alternative went from the catalogue while it was computed, and leaves nothing', async () => {
    await addCandidates(program.database, 1, 'fleeting');
    const before = [await countOf('scoring_run'), await countOf('candidate_score')];
    let gone: Promise<unknown> | undefined;
    const run = await perform({ samples: 10_000 }, undefined, ({ step }) => {
      if (step === 'sampling') gone ??= program.database.query(`DELETE FROM alternative WHERE product_id = (SELECT id FROM product WHERE key = 'fleeting-1')`);
    });
    await gone;
    expect(run).toMatchObject({ ok: false, problem: { code: 'SCORING.CATALOGUE_CHANGED' } });
    expect([await countOf('scoring_run'), await countOf('candidate_score')]).toEqual(before);
  });
});
