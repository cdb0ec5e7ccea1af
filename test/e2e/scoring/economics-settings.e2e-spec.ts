// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const FIELDS = 'key text low high stated { version author source setOn } versions { version low }';
const STATE = `mutation ($input: StateEconomicsSettingInput!) { stateEconomicsSetting(input: $input) { __typename ... on EconomicsSettingStated { setting { ${FIELDS} } } ... on Problem { code message } } }`;
const SCORE = 'mutation { startScoringRun(input: { samples: 20 }) { ... on StartScoringRunSuccess { job { id } } } }';

let program: RunningProgram;
const state = async (input: object) => (await program.data(STATE, { input })).stateEconomicsSetting;
const settings = async () => (await program.data(`{ economicsSettings { ${FIELDS} } }`)).economicsSettings as { key: string; low: number; stated: object | null; versions: { version: number }[] }[];
const money = async (run: string) => {
  const { scoringRun } = await program.data('query ($id: ID!) { scoringRun(id: $id) { assumptions candidates(first: 1, filter: { product: "candidate-2" }) { nodes { id npvCents { low high } } } } }', { id: run });
  const [{ id, npvCents }] = scoringRun.candidates.nodes;
  const { explainCandidate } = await program.data('query ($id: ID!) { explainCandidate(id: $id, language: de) { ... on CandidateExplanation { economics { assumptions } } } }', { id });
  return { assumptions: scoringRun.assumptions, npvCents, said: explainCandidate.economics.assumptions as string[] };
};

beforeAll(async () => {
  program = await runProgram();
  await addCandidates(program.database, 4);
});
afterAll(() => program.close());

it('comes with the program until the administration states its own; runs that are there keep what they were made with', async () => {
  expect((await settings()).every(({ stated, versions }) => stated === null && versions.length === 0)).toBe(true);
  const before = (await program.runJob(SCORE)).resultId!;
  expect(await state({ key: 'staffDayCents', low: 62_000, author: 'Personalamt', source: 'KGSt', setOn: '2026-01-15' })).toMatchObject({ setting: { text: '620 €', stated: { version: 1, author: 'Personalamt', source: 'KGSt', setOn: '2026-01-15' } } });
  expect(await state({ key: 'staffDayCents', replaces: 1, low: 70_000, author: 'Personalamt' })).toMatchObject({ setting: { low: 70_000, high: 70_000, versions: [{ version: 2, low: 70_000 }, { version: 1, low: 62_000 }] } });
  expect(await state({ key: 'daysPerSeat', low: 0.1, high: 0.3, author: 'Systemhaus' })).toMatchObject({ setting: { stated: { version: 1 } } });
  const after = (await program.runJob(SCORE)).resultId!;
  const [then, now] = [await money(before), await money(after)];
  expect(now.npvCents.low).toBeLessThan(then.npvCents.low);
  expect([then.assumptions.staffDayCents, now.assumptions.staffDayCents]).toEqual([55_000, 70_000]);
  expect(then.said).toContain('Kosten eines Personentags: 550 €. Vorgabe des Programms; die Verwaltung hat nichts anderes festgelegt.');
  expect(now.said.find((sentence) => sentence.startsWith('Kosten eines'))).toMatch(/^Kosten eines Personentags: 700 €\. Version 2, festgelegt am \d{4}-\d{2}-\d{2} von Personalamt\.$/);
  expect(now.said.find((sentence) => sentence.startsWith('Personentage je Installation'))).toMatch(/0,1–0,3 Tage\. Version 1, .* von Systemhaus\.$/);
});

it.each<[string, object, string]>([
  ['a setting that is not there', { key: 'luck', low: 1 }, 'SCORING.SETTING_UNKNOWN'],
  ['a number out of range', { key: 'discount01', low: 3 }, 'SCORING.PARAMETER_OUT_OF_RANGE'],
  ['a range where a number is needed', { key: 'discount01', low: 0.1, high: 0.2 }, 'SCORING.SETTING_NOT_A_RANGE'],
  ['nobody who states it', { key: 'discount01', low: 0.1, author: '  ' }, 'SCORING.TEXT_MISSING'],
  ['a day that is to come', { key: 'discount01', low: 0.1, setOn: '2999-01-01' }, 'SCORING.SETTING_STATED_LATER'],
])('refuses %s, and keeps nothing', async (_, input, code) => {
  const answer = await state({ author: 'Kämmerei', ...input });
  expect(answer.code).toBe(code);
  expect(answer.message).not.toContain('{');
  expect((await settings()).find(({ key }) => key === 'discount01')!.versions).toEqual([]);
});

it('takes one of those who state one at once, tells the others, and rewrites none', async () => {
  const states = (replaces: number | null) => Promise.all([1, 2, 3, 4, 5, 6].map((low) => state({ key: 'dualRunningMonths', replaces, low, author: 'Kämmerei' })));
  for (const replaces of [null, 1]) expect((await states(replaces)).map(({ code }) => code ?? 'stated').sort()).toEqual([...Array<string>(5).fill('PLATFORM.CHANGED_MEANWHILE'), 'stated']);
  expect((await settings()).find(({ key }) => key === 'dualRunningMonths')!.versions.map(({ version }) => version)).toEqual([2, 1]);
  for (const sql of ['UPDATE economics_setting SET low = 0', 'DELETE FROM economics_setting']) await expect(program.database.query(sql)).rejects.toThrow('append-only');
});
