// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readEnvironment } from './environment.js';
import { cliMessages } from './i18n/messages.js';
import { Output } from './output/output.js';
import { runCommandLine } from './run-command-line.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function typed(words: readonly string[], input = '', variables: Record<string, string> = {}) {
  const [out, err] = [new Collected(), new Collected()];
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(input);
  }
  const output = new Output(out, err);
  const status = await runCommandLine(words, readEnvironment(variables), output, bytes());
  await output.flush();
  return { status, out: out.text, err: err.text, json: () => JSON.parse(out.text) as Record<string, any> };
}

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    setImmediate(done); // a slow reader
  }
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('a command that was typed wrongly', () => {
  it.each([
    [['licens', 'MIT'], 'CLI.UNKNOWN_VERB'],
    [['license', '--jsn', 'MIT'], 'CLI.UNKNOWN_OPTION'],
    [['license'], 'CLI.NOTHING_GIVEN'],
    [['license', 'MIT', '--stdin'], 'CLI.EITHER_ARGUMENT_OR_STDIN'],
    [['license-compat', 'MIT'], 'CLI.OPTION_MISSING'],
    [['license-compat', '--outbound', 'MIT'], 'CLI.ARGUMENT_MISSING'],
    [['sbom', '--policy'], 'CLI.OPTION_WITHOUT_VALUE'],
    [['sbom', 'x.json', '--policy', 'beschaffung', '--policy-version'], 'CLI.OPTION_WITHOUT_VALUE'],
    [['sbom', 'x.json', '--usage', 'fun'], 'CLI.OPTION_NOT_ALLOWED'],
    [['plan-file', 'x.json', '--seed', '1.5'], 'CLI.OPTION_NOT_A_NUMBER'],
    [['plan-file', 'x.json', '--time-limit', '-1'], 'CLI.OPTION_NOT_A_NUMBER'],
    [['check-plan', 'a', 'b', 'c'], 'CLI.ARGUMENT_TOO_MANY'],
    [['import', 'x.csv', '--map', 'title'], 'CLI.MAP_INVALID'],
    [['show', 'everything'], 'CLI.OPTION_NOT_ALLOWED'],
    [['show', 'product'], 'CLI.ARGUMENT_MISSING'],
    [['catalogue', 'ponder'], 'CLI.OPTION_NOT_ALLOWED'],
    [['catalogue', 'check', 'a', 'b'], 'CLI.ARGUMENT_TOO_MANY'],
    [['score', '--lang', 'fr'], 'CLI.OPTION_NOT_ALLOWED'],
    [[], 'CLI.ARGUMENT_MISSING'],
  ])('%j ends with 2 and %s', async (words, code) => {
    const { status, json } = await typed([...words, '--json']);
    expect(status).toBe(2);
    expect(json().problem.code).toBe(code);
    expect(json().problem.message).not.toMatch(/\{\w+\}|^CLI\./);
  });

  it('is told so in the language asked for, on standard error', async () => {
    const { status, out, err } = await typed(['licens', 'MIT', '--lang', 'de']);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Den Befehl „licens“ gibt es nicht. Meinten Sie license?');
  });
});

describe('help', () => {
  it.each(['import', 'match', 'alternatives', 'score', 'plan', 'show', 'license', 'license-compat', 'sbom', 'publiccode', 'plan-file', 'check-plan', 'what-if', 'frontier', 'compare-plans', 'explain-plan', 'catalogue', 'export', 'search'])('for %s has an example in both languages', async (verb) => {
    expect(await typed([verb, '--help'])).toMatchObject({ status: 0, err: '', out: expect.stringContaining(`Examples:\n  `) });
    expect(await typed([verb, '--help', '--lang', 'de'])).toMatchObject({ status: 0, out: expect.stringContaining(`fahrplan ${verb}`) });
  });
});

describe('every problem of the command line', () => {
  it.each(Object.entries(cliMessages))('%s has a German and an English sentence with the same facts', (_code, { de, en }) => {
    const facts = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
    expect(facts(de)).toEqual(facts(en));
  });
});

describe('license', () => {
  it('answers with one JSON document', async () => {
    const { status, json, err } = await typed(['license', 'GPL', 'v2', 'or', 'later', '--json']);
    expect(status).toBe(0);
    expect(err).toBe('');
    expect(json()).toMatchObject({ input: 'GPL v2 or later', decision: 'NORMALISED', expression: 'GPL-2.0-or-later', verdict: 'ALLOWED', class: 'strong-copyleft', osiApproved: true });
  });

  it('answers line by line in order, also to empty lines', async () => {
    const { status, out } = await typed(['license', '--stdin', '--json'], 'MIT\n\nApache 2\r\nno such thing');
    const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { input: string; decision: string });
    expect(status).toBe(0);
    expect(answers.map(({ input, decision }) => [input, decision])).toEqual([['MIT', 'EXACT'], ['', 'UNKNOWN'], ['Apache 2', 'NORMALISED'], ['no such thing', 'UNKNOWN']]);
  });

  it('keeps steering characters of an input out of the terminal', async () => {
    const { out } = await typed(['license', 'MIT\u001b]0;owned\u0007']);
    expect(out).not.toMatch(/\u001b\]|\u0007/);
  });
});

describe('license-compat', () => {
  it.each([
    [['MIT'], 0, 'COMPATIBLE'],
    [['MIT', 'GPL-2.0-only'], 5, 'INCOMPATIBLE'],
    [['who knows'], 5, 'UNKNOWN'],
  ])('of %j under EUPL-1.2 ends with %i', async (inbound, expected, verdict) => {
    const { status, json } = await typed(['license-compat', '--outbound', 'EUPL-1.2', ...inbound, '--json']);
    expect(status).toBe(expected);
    expect(json().verdict).toBe(verdict);
    expect(json().pairs[0]).toMatchObject({ inbound: inbound[0], outbound: 'EUPL-1.2', reason: expect.any(String), source: 'fahrplan' });
  });
});

describe('sbom', () => {
  const bom = (license: string) => ({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: [{ type: 'library', name: 'a', version: '1', licenses: [{ license: { id: license } }] }] });

  it('answers file by file in order and ends with 3 where one was refused', async () => {
    const good = await file('good.json', bom('MIT'));
    const bad = await file('bad.json', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{');
    const { status, out } = await typed(['sbom', bad, good, join(folder, 'missing.json'), '--json']);
    const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, any>);
    expect(status).toBe(3);
    expect(answers.map((answer) => [answer.file, answer.status])).toEqual([[bad, 'REFUSED'], [good, 'OK'], [join(folder, 'missing.json'), 'REFUSED']]);
    expect(answers[0]?.problem).toMatchObject({ code: 'IMPORTING.FILE_CUT', file: bad });
    expect(answers[1]).toMatchObject({ format: 'CycloneDX', specVersion: '1.5', components: 1, verdict: 'APPROVED', findings: [{ component: 'a', version: '1', license: 'MIT', verdict: 'APPROVED' }] });
    expect(answers[2]?.problem.code).toBe('CLI.FILE_NOT_FOUND');
  });

  it('gives all findings of a bill that is too long to be kept, in order and on one line', async () => {
    const components = Array.from({ length: 10_001 }, (_, index) => ({ type: 'library', name: `part-${index}`, licenses: [{ license: { id: 'MIT' } }] }));
    const { status, out, json } = await typed(['sbom', await file('long.json', JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components })), '--json']);
    expect([status, out.trimEnd().includes('\n')]).toEqual([0, false]);
    expect(json()).toMatchObject({ status: 'OK', components: 10_001, verdict: 'APPROVED', counts: { APPROVED: 10_001 } });
    expect(json().findings.map((finding: { component: string }) => finding.component)).toEqual(components.map(({ name }) => name));
  });

  it('tells what a document lacks without harm', async () => {
    const nameless = { bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { type: 'application' } }, components: [{ type: 'library', name: 'a', licenses: [{ license: { id: 'MIT' } }] }] };
    const { status, json } = await typed(['sbom', await file('nameless.json', JSON.stringify(nameless)), '--json', '--lang', 'en']);
    expect(status).toBe(0);
    expect(json().deviations).toEqual([{ code: 'IMPORTING.SBOM_DEVIATES', file: expect.any(String), path: 'metadata.component', message: expect.stringContaining('does not give "name" at metadata.component') }]);
  });

  it('ends with 5 where the policy rejects', async () => {
    const { status, json } = await typed(['sbom', await file('sspl.json', bom('SSPL-1.0')), '--policy', 'veroeffentlichung', '--json']);
    expect(status).toBe(5);
    expect(json().verdict).toBe('REJECTED');
  });
});

describe('publiccode', () => {
  it('tells broken YAML with its place, and ends with 5', async () => {
    const { status, json } = await typed(['publiccode', await file('publiccode.yml', 'name: a\nurl: [\n'), '--json']);
    expect(status).toBe(5);
    expect(json()).toMatchObject({ valid: false, problems: [{ path: '', code: 'LICENSING.PUBLICCODE_YAML', severity: 'error', line: 3 }] });
  });

  it('refuses aliases that would blow up', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`).join('\n')}\n`;
    const { status, json } = await typed(['publiccode', await file('bomb.yml', bomb), '--json']);
    expect(status).toBe(5);
    expect(json()).toMatchObject({ valid: false, problems: [{ code: 'LICENSING.PUBLICCODE_ALIASES' }] });
  });
});

describe('catalogue check', () => {
  const base = 'vendors: [{ id: maker, name: Maker }]\ncategories: [{ id: office, names: { de: Büro, en: Office } }]\n';
  const products = (...entries: string[]) => `category: office\nproducts:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;

  async function checked(name: string, ...files: string[]) {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    for (const [at, text] of files.entries()) await writeFile(join(path, `${at}.yaml`), text);
    const { status, json } = await typed(['catalogue', 'check', path, '--json']);
    return { status, path, ...(json() as { valid: boolean; products: number; problems: { code: string; file: string; line: number; message: string; severity: string }[]; problem?: unknown }) };
  }

  it('finds nothing in the base that comes with the program, without a server', async () => {
    const { status, out } = await typed(['catalogue', 'check', '--json'], '', { FAHRPLAN_URL: 'http://127.0.0.1:9' });
    expect(JSON.parse(out)).toMatchObject({ valid: true, problems: [] });
    expect(status).toBe(0);
  });

  it('finds what is wrong in a folder all at once, each with file, line and reason', async () => {
    const answer = await checked('faults', base, products('{ id: a, name: Word Maker, vendor: maker, license: MIT, sources: [{ url: http://example.org }] }', '{ id: b, name: B, vendor: nobody, license: MIT }', '{ id: c, name: Wordmaker, vendor: maker, license: nonsense here }', '{ id: d, name: Word-Maker, vendor: maker, license: MIT, alternatives: [{ product: a, kind: FULL }] }'));
    expect(answer).toMatchObject({ status: 5, valid: false });
    expect(answer.problems.map(({ code, line, severity }) => [code, line, severity])).toEqual([
      ['CATALOGUE.FIELD_INVALID', 3, 'error'],
      ['CATALOGUE.REFERENCE_DANGLING', 4, 'error'],
      ['CATALOGUE.LICENSE_INVALID', 5, 'error'],
      ['CATALOGUE.PRODUCTS_ALIKE', 6, 'warning'],
    ]);
    for (const { file, message } of answer.problems) expect([file, message]).toEqual([join(answer.path, '1.yaml'), expect.not.stringMatching(/\{\w+\}|^CATALOGUE/)]);
  });

  it('calls no id dangling that a file it cannot read may hold', async () => {
    const { problems } = await checked('broken', 'vendors:\n  - id: "maker\n', products('{ id: a, name: A, vendor: maker, license: MIT }'));
    expect([...new Set(problems.map(({ code }) => code))]).toEqual(['CATALOGUE.YAML_BROKEN']);
  });

  it('reads an addition against the base that comes with the program', async () => {
    const path = await file('addition.yaml', 'category: graphics\nproducts:\n  - { id: drawing-of-ours, name: Drawing of ours, vendor: adobe, license: LicenseRef-proprietary, alternatives: [{ product: gimp, kind: PARTIAL }] }\n');
    expect((await typed(['catalogue', 'check', path, '--with-base'])).status).toBe(0);
    expect((await typed(['catalogue', 'check', path])).status).toBe(5);
  });

  it('says that a folder is missing or holds no catalogue', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect((await typed(['catalogue', 'check', join(folder, 'nowhere')])).status).toBe(4);
    const { status, json } = await typed(['catalogue', 'check', empty, '--json']);
    expect([status, json().problem.code]).toEqual([3, 'CLI.CATALOGUE_EMPTY']);
  });
});

describe('what a planner asks of a file', () => {
  const periods = [1, 4, 7, 10].map((month) => ({ startsOn: `2027-${String(month).padStart(2, '0')}-01`, budgetCents: 100_000, capacity: { 'it = süd': 6 } }));
  const problem = { periods, items: ['mail', 'office', 'forms'].map((id, index) => ({ id, value: 9 - index, oneOffCents: 60_000, effortDays: { 'it = süd': [4] } })) };
  const planned = async () => file('plan-today.json', (await typed(['plan-file', await file('asked.json', problem), '--json'])).json());

  it('what if the budget shrinks and a team is away: both plans, and what moved', async () => {
    const path = await file('asked.json', problem);
    const { status, json } = await typed(['what-if', path, '--budget-factor', '0.8', '--team', 'it = süd=0@0,1', '--json']);
    expect(status).toBe(0);
    expect(json()).toMatchObject({ plans: [{ items: 3, changes: 0 }, { items: 2, changes: 3 }], before: { status: 'OPTIMAL' }, after: { waves: [{ period: 2 }, { period: 3 }] } });
    expect(json().changes.map(({ item, kind }: { item: string; kind: string }) => `${item} ${kind}`).sort()).toEqual(['forms DROPPED', 'mail LATER', 'office LATER']);
    expect((await typed(['what-if', path, '--lock', 'mail=out', '--lang', 'de'])).out).toMatch(/mail: fällt weg \(0 → –\)/);
  });

  it.each([
    [[], 2, 'CLI.NOTHING_ASSUMED'],
    [['--budget-factor', '-1'], 2, 'CLI.OPTION_NOT_A_NUMBER'],
    [['--budget-factor', '1e308'], 2, 'CLI.OPTION_NOT_A_NUMBER'],
    [['--team', 'it = süd'], 2, 'CLI.OPTION_NOT_ALLOWED'],
    [['--team', 'it = süd=101'], 2, 'CLI.OPTION_NOT_ALLOWED'],
    [['--team', 'nobody=0'], 3, 'PLANNING.UNKNOWN_TEAM'],
    [['--team', 'it = süd=0@4'], 3, 'PLANNING.UNKNOWN_PERIOD'],
    [['--lock', 'nothing=0'], 3, 'PLANNING.UNKNOWN_ITEM'],
    [['--lock', 'mail=9'], 3, 'PLANNING.UNKNOWN_PERIOD'],
  ])('what if %j is answered with what is wrong', async (options, status, code) => {
    const answer = await typed(['what-if', await file('asked.json', problem), ...options, '--json']);
    expect([answer.status, answer.json().problem.code]).toEqual([status, code]);
  });

  it('how much goal contribution how much budget buys', async () => {
    const { json } = await typed(['frontier', await file('asked.json', problem), '--time-limit', '16', '--json']);
    expect(json().points.map(({ budgetFactor, value }: Record<string, number>) => [budgetFactor, value])).toEqual([[0, 0], [0.25, 0], [0.5, 0], [0.75, 24], [1, 24], [1.25, 24], [1.5, 24], [2, 24]]);
    const free = await file('free.json', { ...problem, periods: periods.map(({ budgetCents: _, ...rest }) => rest) });
    expect(await typed(['frontier', free, '--json'])).toMatchObject({ status: 3, out: expect.stringContaining('PLANNING.BUDGET_MISSING') });
  });

  it('why something is not earlier, and what that would bring', async () => {
    const plan = await planned();
    const { status, json } = await typed(['explain-plan', await file('asked.json', problem), plan, 'forms', '--json']);
    expect([status, json()]).toEqual([0, expect.objectContaining({ item: 'forms', period: 2, obstacles: [expect.objectContaining({ period: 0, startsOn: '2027-01-01', code: 'PLANNING.OUT_TEAM', message: expect.stringMatching(/lacks 2 days/), gainPoints: expect.any(Number), gainCents: null }), expect.anything()] })]);
    expect((await typed(['explain-plan', await file('asked.json', problem), plan, 'nothing', '--json'])).status).toBe(4);
    const split = await file('split.json', { waves: [{ period: 0, items: ['mail', 'office'] }] });
    expect(await typed(['explain-plan', await file('asked.json', problem), split, 'mail', '--json'])).toMatchObject({ status: 3, out: expect.stringContaining('PLANNING.BUDGET_EXCEEDED') });
  });

  it('a plan close to the one in force, beside it', async () => {
    const inForce = await file('in-force.json', { waves: [{ period: 1, items: ['mail'] }, { period: 3, items: ['forms'] }] });
    const close = await typed(['plan-file', await file('asked.json', problem), '--in-force', inForce, '--max-changes', '1', '--json']);
    const { json } = await typed(['compare-plans', await planned(), await file('close.json', close.json()), '--json']);
    expect(json().plans).toMatchObject([{ name: 'plan-today.json', changes: 0 }, { name: 'close.json', items: 3, changes: 3 }]);
    expect(close.json().starts).toEqual(expect.arrayContaining([{ item: 'mail', period: 1 }, { item: 'forms', period: 3 }]));
    expect((await typed(['plan-file', await file('asked.json', problem), '--max-changes', '1'])).status).toBe(2);
    expect((await typed(['plan-file', await file('asked.json', problem), '--in-force', await file('none.json', {}), '--json'])).json().problem).toMatchObject({ code: 'PLANNING.PLAN_WITHOUT_WAVES', path: 'waves' });
    expect((await typed(['compare-plans', inForce, inForce, '--json'])).json().problem).toMatchObject({ code: 'PLANNING.WAVE_NOT_READABLE', path: 'waves[0]' });
  });

  it.each([
    ['plan.ics', 'BEGIN:VCALENDAR'],
    ['plan.csv', '\uFEFFWaves'],
    ['plan.md', '## Waves'],
    ['plan.xlsx', 'PK'],
    ['plan.json', '{'],
  ])('a plan as %s', async (name, beginning) => {
    const path = join(folder, name);
    expect((await typed(['plan-file', await file('asked.json', problem), '--to', path, '--json'])).json()).toMatchObject({ file: path, status: 'OPTIMAL' });
    expect((await readFile(path)).toString().startsWith(beginning)).toBe(true);
  });

  it('in a form that there is not', async () => {
    expect(await typed(['plan-file', await file('asked.json', problem), '--to', 'plan.pdf', '--json'])).toMatchObject({ status: 2, out: expect.stringContaining('CLI.OPTION_NOT_ALLOWED') });
  });
});

describe('check-plan', () => {
  const problem = { periods: [{ budgetCents: 100, capacity: { it: 5 } }], items: [{ id: 'a', value: 1, oneOffCents: 80, effortDays: { it: [4] } }, { id: 'b', value: 1, oneOffCents: 80, effortDays: { it: [4] } }] };

  it('ends with 5 and names what a plan breaks', async () => {
    const plan = { status: 'FEASIBLE', waves: [{ period: 0, items: ['a', 'b'] }] };
    const { status, json } = await typed(['check-plan', await file('problem.json', problem), await file('plan.json', plan), '--json']);
    expect(status).toBe(5);
    expect(json().valid).toBe(false);
    expect(json().violations.map((violation: { code: string }) => violation.code)).toEqual(expect.arrayContaining(['PLANNING.BUDGET_EXCEEDED', 'PLANNING.CAPACITY_EXCEEDED']));
  });

  it('refuses a problem that is none, with file and path', async () => {
    const path = await file('wrong.json', { periods: [], items: [{}] });
    const { status, json } = await typed(['check-plan', path, path, '--json']);
    expect(status).toBe(3);
    expect(json().problem).toMatchObject({ code: expect.stringMatching(/^PLANNING\./), file: path, path: expect.any(String) });
  });

  it.each([
    ['{"a":1,}', 1, 8],
    ['{\n "a": 1,\n}', 3, 1],
    ['{"a":', 1, 6],
    ['', 1, 1],
  ])('refuses %j, which is no JSON, with its place', async (text, line, column) => {
    const { status, json } = await typed(['check-plan', await file('broken.json', text), 'plan.json', '--json']);
    expect(status).toBe(3);
    expect(json().problem).toMatchObject({ code: 'CLI.JSON_INVALID', line, column });
  });
});

describe('a server that was named and does not answer', () => {
  it('is told with its address, and ends with 1', async () => {
    const { status, json } = await typed(['score', '--json'], '', { FAHRPLAN_URL: 'http://127.0.0.1:9' });
    expect(status).toBe(1);
    expect(json().problem.code).toBe('CLI.SERVER_UNREACHABLE');
  });
});
