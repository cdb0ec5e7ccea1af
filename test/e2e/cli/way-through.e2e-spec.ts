// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { ProgramProcess } from '../../support/program-process.js';

jest.setTimeout(120_000);

const PROGRAM = resolve('dist/apps/cli/src/main.js');
const onBuilt = existsSync(PROGRAM) ? describe : describe.skip;
let folder = '';
let server: Pick<ProgramProcess, 'url' | 'token' | 'stop'> | undefined;

/** Runs the built program as a person would, on a data folder of its own; at the server, while there is one. */
async function fahrplan(words: readonly string[], input = ''): Promise<{ status: number | null; out: string; err: string; json: any }> {
  const child = spawn(process.execPath, [PROGRAM, ...words, '--json'], { env: { ...process.env, FAHRPLAN_DATA: join(folder, 'data'), FAHRPLAN_URL: server?.url ?? '', FAHRPLAN_TOKEN: server?.token ?? '', LC_ALL: 'C' } });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  child.stdin.end(input);
  const status = await new Promise<number | null>((done) => child.on('close', done));
  const text = Buffer.concat(out).toString();
  return { status, out: text, err: Buffer.concat(err).toString(), json: text.trim().includes('\n') ? null : JSON.parse(text) };
}

/** It answers trusted documents only, and its token may do everything but ask others: so all that follows is asked by documents that the command line declared. */
async function serverOfTrustedDocuments(): Promise<typeof server> {
  const started = await ProgramProcess.start(join(folder, 'data'), { FAHRPLAN_TRUSTED_DOCUMENTS: 'only' });
  const ask = async (token: string, query: string, variables = {}): Promise<any> => (await fetch(`${started.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }) })).json();
  const { data } = await ask(started.token, '{ viewer { permissions } }');
  const permissions = data.viewer.permissions.filter((one: string) => one !== 'documents:any');
  const made = await ask(started.token, 'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenSuccess { secret } } }', { input: { name: 'cli', permissions } });
  const token = made.data.createAccessToken.secret as string;
  expect((await ask(token, '{ viewer { permissions } }')).errors[0].extensions.code).toBe('PLATFORM.DOCUMENT_NOT_TRUSTED');
  return { url: started.url, token, stop: (signal) => started.stop(signal) };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const INVENTORY = [
  'Rechner;Software;Version;Hersteller',
  'pc-001;Microsoft Office Professional Plus 2016;16.0.4266;Microsoft Corporation',
  'pc-002;Microsoft Office Professional Plus 2016;16.0.4266;Microsoft Corporation',
  'pc-001;Adobe Acrobat Pro DC;22.1;Adobe Systems',
  'pc-002;Mozilla Firefox 128 ESR (x64 de);128.3;Mozilla',
  'pc-003;Hausmeister-Zeiterfassung 3000;1.0;',
  '',
].join('\r\n');

onBuilt('the command line, from a file to a plan', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fahrplan-e2e-'));
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('has nothing to show before there is anything', async () => {
    expect(await fahrplan(['show', 'plan'])).toMatchObject({ status: 4, json: { problem: { code: 'CLI.NOTHING_TO_SHOW' } } });
  });

  it('shows what an import would change, and changes nothing', async () => {
    const path = await file('dry.csv', INVENTORY);
    const answer = await fahrplan(['import', path, '--dry-run']);
    expect(answer).toMatchObject({ status: 0, json: { file: path, importId: null, dryRun: true, format: 'csv', records: 5, accepted: 5, rejected: 0, installations: { added: 5 } } });
    expect(await fahrplan(['show', 'product', 'Microsoft Office'])).toMatchObject({ status: 0, json: { installationCount: 0 } });
  });

  it('imports a packed inventory, and the same content again changes nothing', async () => {
    const path = await file('inventar.csv.gz', gzipSync(INVENTORY));
    const first = await fahrplan(['import', path, '--source', 'inventar']);
    expect(first).toMatchObject({ status: 0, json: { duplicateOf: null, installations: { added: 5, removed: 0, unchanged: 0 }, titles: { new: 4 } } });
    expect(first.json.titles.matched + first.json.titles.queued).toBe(4);
    const again = await fahrplan(['import', path, '--source', 'inventar']);
    expect(again).toMatchObject({ status: 0, json: { duplicateOf: first.json.importId, installations: { added: 0, removed: 0 } } });
    expect(await fahrplan(['show', 'product', 'Microsoft Office'])).toMatchObject({ status: 0, json: { installationCount: 2 } });
  });

  it('refuses what is no inventory, each with its file and code, and goes on with the next', async () => {
    const empty = await file('empty.csv', '');
    const cut = await file('cut.json', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"libr');
    const { status, out } = await fahrplan(['import', empty, cut]);
    const answers = out.trim().split('\n').map((line) => JSON.parse(line) as { problem: { code: string; file: string } });
    expect(status).toBe(3);
    expect(answers.map(({ problem }) => [problem.file, problem.code])).toEqual([[empty, 'IMPORTING.FILE_EMPTY'], [cut, 'IMPORTING.FILE_CUT']]);
  });

  it('goes on at a server that it is told of', async () => {
    server = await serverOfTrustedDocuments();
    expect(await fahrplan(['show', 'product', 'Microsoft Office'])).toMatchObject({ status: 0, json: { installationCount: 2 } });
  });

  it('matches titles in the order they come in, and answers lines that are none in their place', async () => {
    const hostile = ['x'.repeat(1_000_000), '('.repeat(900_000), 'x\u0000'.repeat(100_000), 'a-'.repeat(300_000), '\ud800 Firefox', '\u202efoo', '🦊', 'é'.normalize('NFD').repeat(200_000), '', '!!!'];
    const { status, out } = await fahrplan(['match', '--stdin'], '{"title":"MS Office 2016","vendor":"Microsoft"}\nnonsense\n{"title":"Hausmeister-Zeiterfassung 3000"}\n' + hostile.map((title) => `${JSON.stringify({ title })}\n`).join('') + `{"title":"${'x'.repeat(4_000_001)}"}\n`);
    const answers = out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, any>);
    expect(status).toBe(0);
    expect(answers[0]).toMatchObject({ title: 'MS Office 2016', decision: 'MATCHED', product: { name: 'Microsoft Office', vendor: 'Microsoft' } });
    expect(answers[1]).toMatchObject({ problem: { code: 'CLI.LINE_NOT_JSON', line: 2 } });
    expect(answers[2]).toMatchObject({ title: 'Hausmeister-Zeiterfassung 3000', product: null });
    expect(answers.slice(3, -1).map(({ title }) => title)).toEqual(hostile);
    expect(answers.at(-1)).toMatchObject({ problem: { code: 'CLI.LINE_TOO_LONG', line: 14 } });
  });

  it('works the queue: shows it, says what an answer covers, decides, takes it back', async () => {
    const queue = (await fahrplan(['queue'])).json;
    expect(queue).toMatchObject({ total: 1, families: [{ name: 'hausmeister zeiterfassung', titles: 1, installations: 1, title: { raw: 'Hausmeister-Zeiterfassung 3000' } }] });
    expect(await fahrplan(['decide', 'hausmeister-zeiterfassung 3000', '--dry-run'])).toMatchObject({ status: 0, json: { dryRun: true, total: 1, titles: [{ title: 'Hausmeister-Zeiterfassung 3000', installations: 1 }] } });
    const decided = await fahrplan(['decide', 'Hausmeister-Zeiterfassung 3000', '--new', 'Hausmeister-Zeiterfassung', '--category', 'time-tracking']);
    expect(decided).toMatchObject({ status: 0, json: { changedTitles: 1, product: 'Hausmeister-Zeiterfassung' } });
    expect(await fahrplan(['decide', '--undo', decided.json.decisionId])).toMatchObject({ status: 0, json: { changedTitles: 1 } });
    expect((await fahrplan(['queue'])).json).toEqual(queue);
    expect(await fahrplan(['decide', 'No Such Title', '--not-software'])).toMatchObject({ status: 4, json: { problem: { code: 'CLI.NOT_FOUND' } } });
    expect(await fahrplan(['decide', 'Hausmeister-Zeiterfassung 3000', '--not-software', '--candidate'])).toMatchObject({ status: 2, json: { problem: { code: 'CLI.ONE_OF_OPTIONS' } } });
  });

  it('names alternatives with license and evidence, and similar products where there is none of that name', async () => {
    const { status, json } = await fahrplan(['alternatives', 'Microsoft', 'Office']);
    expect(status).toBe(0);
    expect(json).toMatchObject({ product: 'Microsoft Office', alternatives: expect.arrayContaining([expect.objectContaining({ name: 'LibreOffice', license: 'MPL-2.0' })]) });
    expect(await fahrplan(['alternatives', 'qqqqqqqqqqqq zzzzzzzz'])).toMatchObject({ status: 4, json: { problem: { code: 'CLI.NOT_FOUND' } } });
  });

  it('states what the economics assume, in versions, and shows who said so', async () => {
    expect(await fahrplan(['assume', 'daysPerSeat', '0,02..0.08', '--author', 'Systemhaus'])).toMatchObject({ status: 0, json: { key: 'daysPerSeat', low: 0.02, high: 0.08, stated: { version: 1, author: 'Systemhaus' } } });
    expect((await fahrplan(['assume'])).json).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'staffDayCents', stated: null })]));
    expect(await fahrplan(['assume', 'daysPerSeat'])).toMatchObject({ status: 0, json: { versions: [{ version: 1 }] } });
    expect(await fahrplan(['assume', 'daysPerSeat', '0.5'])).toMatchObject({ status: 2, json: { problem: { code: 'CLI.OPTION_MISSING' } } });
    expect(await fahrplan(['assume', 'discount01', '7', '--author', 'Kämmerei'])).toMatchObject({ status: 3, json: { problem: { code: 'SCORING.PARAMETER_OUT_OF_RANGE' } } });
    for (const wrong of [['luck'], ['daysPerSeat', 'many', '--author', 'x'], ['daysPerSeat', '--author', 'x']]) expect((await fahrplan(['assume', ...wrong])).status).toBe(2);
  });

  it('scores the candidates and plans waves that say what they cost', async () => {
    const scored = await fahrplan(['score', '--seed', '7']);
    expect(scored).toMatchObject({ status: 0, json: { seed: 7, candidates: expect.arrayContaining([expect.objectContaining({ rank: 1, product: expect.any(String), alternative: expect.any(String) })]) } });
    const { questions } = (await fahrplan(['show', 'questions'])).json;
    expect(questions[0]).toMatchObject({ about: expect.not.stringMatching(/^[a-z-]+$/), texts: expect.arrayContaining([expect.stringContaining('?')]) });
    expect((await fahrplan(['show', 'candidate', scored.json.candidates[0].product])).json.robustness[0]).toContain('%');
    const planned = await fahrplan(['plan', '--time-limit', '5']);
    expect(planned.status).toBe(0);
    expect(['OPTIMAL', 'FEASIBLE']).toContain(planned.json.status);
    const inWaves = planned.json.waves.flatMap((wave: { items: unknown[] }) => wave.items).length as number;
    expect(inWaves + planned.json.unscheduled.length).toBe(scored.json.candidates.length);
    expect((await fahrplan(['show', 'plan'])).json).toEqual(planned.json);
  });

  it('puts a plan in force, steers its migrations, and takes it along as a file', async () => {
    const planned = await fahrplan(['plan', '--time-limit', '5', '--put-in-force']);
    const [{ product }] = planned.json.waves[0].items;
    expect(await fahrplan(['steer', 'running', product])).toMatchObject({ status: 0, json: { product, status: 'RUNNING', revision: 2 } });
    expect(await fahrplan(['steer', 'blocked', product, '--blocker', 'Schnittstelle fehlt'])).toMatchObject({ status: 0, json: { status: 'BLOCKED', blockers: ['Schnittstelle fehlt'] } });
    expect(await fahrplan(['steer', 'lost', product])).toMatchObject({ status: 2, json: { problem: { code: 'CLI.OPTION_NOT_ALLOWED' } } });
    const { migrations } = (await fahrplan(['show', 'migrations'])).json;
    expect(migrations.find((one: { product: string }) => one.product === product)).toMatchObject({ status: 'BLOCKED', blockers: ['Schnittstelle fehlt'] });
    expect(await fahrplan(['show', 'migrations', product])).toMatchObject({ status: 0, json: { product, status: 'BLOCKED', history: [{ status: 'PLANNED' }, { status: 'RUNNING' }, { status: 'BLOCKED', blockers: ['Schnittstelle fehlt'] }] } });
    expect(await fahrplan(['show', 'migrations', '7-Zip'])).toMatchObject({ status: 4, json: { problem: { code: 'CLI.NOT_FOUND' } } });
    expect((await fahrplan(['show', 'why', product])).json).toMatchObject({ product, planId: planned.json.planId });
    const to = join(folder, 'plan.md');
    expect(await fahrplan(['export', 'plan', 'in-force', '--to', to])).toMatchObject({ status: 0, json: { file: to, what: 'plan' } });
    expect(await readFile(to, 'utf8')).toContain(product);
  });

  it('sets targets, shows how far they are and where the plan leads, and says what is no target', async () => {
    const by = `${new Date().getFullYear() + 3}-12-31`;
    const set = await fahrplan(['target', 'set', 'installations', '40 %', '--by', by, '--name', 'Ratsbeschluss']);
    expect(set).toMatchObject({ status: 0, json: { name: 'Ratsbeschluss', measure: 'INSTALLATIONS', goal: 0.4, dueOn: by, revision: 1, current: { reached: expect.any(Number), missed: expect.any(Number) } } });
    expect(await fahrplan(['target', 'change', 'ratsbeschluss', '--goal', '0,5'])).toMatchObject({ status: 0, json: { id: set.json.id, goal: 0.5, revision: 2 } });
    expect((await fahrplan(['show', 'targets'])).json.targets).toEqual([expect.objectContaining({ id: set.json.id, goal: 0.5, outlook: expect.any(String), forecast: expect.any(Array) })]);
    expect(await fahrplan(['target', 'measure'])).toMatchObject({ status: 0, json: { changed: expect.any(Number) } });
    expect(await fahrplan(['target', 'set', 'products', '400%', '--by', by])).toMatchObject({ status: 3, json: { problem: { code: 'PLANNING.GOAL_NO_SHARE' } } });
    expect(await fahrplan(['target', 'set', 'products', '40%', '--by', '2001-01-01'])).toMatchObject({ status: 3, json: { problem: { code: 'PLANNING.TARGET_DUE_IN_PAST' } } });
    expect(await fahrplan(['target', 'change', 'Target:999', '--goal', '1'])).toMatchObject({ status: 4, json: { problem: { code: 'CLI.NOT_FOUND' } } });
    for (const [code, ...wrong] of [
      ['CLI.OPTION_NOT_ALLOWED', 'reach'],
      ['CLI.OPTION_NOT_ALLOWED', 'set', 'luck', '40%', '--by', by],
      ['CLI.ARGUMENT_MISSING', 'set', 'products', '--by', by],
      ['CLI.OPTION_MISSING', 'set', 'products', '40%'],
      ['CLI.GOAL_INVALID', 'set', 'products', 'viel', '--by', by],
      ['CLI.DAY_INVALID', 'set', 'products', '40%', '--by', '31.12.2030'],
      ['CLI.UNKNOWN_OPTION', 'set', 'products', '40%', '--by', by, '--reason', 'x'],
      ['CLI.NOTHING_TO_CHANGE', 'change', set.json.id],
      ['CLI.OPTION_MISSING', 'withdraw', set.json.id],
    ]) expect(await fahrplan(['target', ...wrong])).toMatchObject({ status: 2, json: { problem: { code } } });
    expect(await fahrplan(['target', 'withdraw', set.json.id, '--reason', 'ersetzt'])).toMatchObject({ status: 0, json: { isWithdrawn: true, note: 'ersetzt' } });
    expect((await fahrplan(['show', 'targets'])).json).toEqual({ targets: [] });
    expect(await fahrplan(['steer', 'running', 'Microsoft Office', '--on', 'gestern'])).toMatchObject({ status: 2, json: { problem: { code: 'CLI.DAY_INVALID' } } });
  });

  it('finds everything again when no server runs any more', async () => {
    const withServer = await fahrplan(['show', 'plan']);
    expect(await server!.stop()).toBe(0);
    server = undefined;
    expect(await fahrplan(['show', 'plan'])).toEqual(withServer);
    expect((await fahrplan(['plan', '--time-limit', '5'])).json).toMatchObject({ status: expect.stringMatching(/OPTIMAL|FEASIBLE/), waves: expect.any(Array) });
  });

  it('lets two commands work on one data folder at the same time', async () => {
    const both = await Promise.all([fahrplan(['show', 'candidates']), fahrplan(['import', await file('other.csv', 'host;title\npc-9;7-Zip 23.01\n')])]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
  });
});
