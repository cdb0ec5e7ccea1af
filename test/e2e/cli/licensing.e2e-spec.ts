// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const PROGRAM = resolve('dist/apps/cli/src/main.js');
let folder = '';
let program: RunningProgram;
let url = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-e2e-'));
  program = await runProgram();
  url = `http://127.0.0.1:${(program.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(async () => {
  await program.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the built program against the running server. */
async function fahrplan(words: readonly string[]): Promise<{ status: number | null; out: string; json: any }> {
  const child = spawn(process.execPath, [PROGRAM, ...words, '--json'], { cwd: folder, env: { ...process.env, FAHRPLAN_URL: url, FAHRPLAN_DATA: program.dataFolder, LC_ALL: 'C' } });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.resume();
  const status = await new Promise<number | null>((done) => child.on('close', done));
  const out = Buffer.concat(pieces).toString();
  return { status, out, json: out === '' || out.trim().includes('\n') ? null : JSON.parse(out) };
}

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

const bill = (...parts: [name: string, license: string][]) => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: parts.map(([name, license]) => ({ type: 'library', name, version: '1', licenses: [{ license: { name: license } }] })) });

describe('a compatibility matrix at the command line', () => {
  it('is loaded once, and then goes first with and without the server', async () => {
    const compat = (...options: string[]) => fahrplan(['license-compat', '--outbound', 'MIT', ...options, 'LGPL-2.1-only', 'ISC']).then(({ status, json }) => [status, ...json.pairs.map(({ verdict, source }: any) => `${verdict} ${source}`)]);
    const own = [0, 'COMPATIBLE fahrplan', 'COMPATIBLE fahrplan'];
    const loaded = [5, 'INCOMPATIBLE OSADL (v1)', 'COMPATIBLE fahrplan'];
    expect(await compat()).toEqual(own);
    const matrix = await file('matrix.csv', 'Compatibility*,MIT,LGPL-2.1-only\nMIT,Same,No\nLGPL-2.1-only,Yes,Same\n');
    expect(await fahrplan(['catalogue', 'load', 'osadl', matrix])).toMatchObject({ status: 0, json: { kind: 'osadl', changed: true, version: '1', licenses: 2, cells: 4 } });
    expect(await fahrplan(['catalogue', 'load', 'osadl', matrix])).toMatchObject({ status: 0, json: { changed: false, version: '1' } });
    expect(await compat()).toEqual(loaded);
    expect(await compat('--stored')).toEqual(loaded);
    expect(await compat('--own-table')).toEqual(own);
    expect(await compat('--matrix', matrix)).toEqual([5, 'INCOMPATIBLE OSADL', 'COMPATIBLE fahrplan']);
  });

  it('that is none is refused with file and line', async () => {
    const broken = await file('broken.csv', 'Compatibility*,MIT\nMIT,Perhaps\n');
    expect(await fahrplan(['catalogue', 'load', 'osadl', broken])).toMatchObject({ status: 3, json: { problem: { code: 'LICENSING.MATRIX_CELL_UNKNOWN', file: 'broken.csv', line: 2 } } });
    expect(await fahrplan(['catalogue', 'load', 'osadl', 'nowhere.csv'])).toMatchObject({ status: 4, json: { problem: { code: 'CLI.FILE_NOT_FOUND' } } });
    expect(await fahrplan(['catalogue', 'load', 'osadl'])).toMatchObject({ status: 2 });
  });
});

describe('a bill of materials at the command line', () => {
  it('is checked against a policy that the server keeps, in the version named', async () => {
    const rules = (id: string, outcome: string) => [{ key: id, when: { verdict: ['ALLOWED'] }, outcome, sentenceDe: 'Satz.', sentenceEn: 'Sentence.' }];
    for (const [replaces, id, outcome] of [[null, 'erste', 'APPROVED'], ['1', 'zweite', 'REJECTED']] as const) {
      await program.data('mutation ($input: CreatePolicyVersionInput!) { createPolicyVersion(input: $input) { __typename } }', { input: { name: 'Eigene', replaces, rules: rules(id, outcome) } });
    }
    const parts = await file('parts.cdx.json', bill(['a', 'MIT']));
    expect(await fahrplan(['sbom', parts, '--policy', 'Eigene'])).toMatchObject({ status: 5, json: { policy: 'Eigene', policyVersion: '2', verdict: 'REJECTED', findings: [{ rule: 'zweite', reason: 'Sentence.' }] } });
    expect(await fahrplan(['sbom', parts, '--policy', 'Eigene', '--policy-version', '1'])).toMatchObject({ status: 0, json: { policyVersion: '1', verdict: 'APPROVED', findings: [{ rule: 'erste' }] } });
    expect(await fahrplan(['sbom', parts, '--policy', 'toString'])).toMatchObject({ status: 4, json: { problem: { code: 'CLI.NOT_FOUND', message: expect.stringContaining('Eigene 2') } } });
    expect(await fahrplan(['sbom', parts, '--policy-version', '9'])).toMatchObject({ status: 4, json: { problem: { code: 'CLI.NOT_FOUND' } } });
  });

  it('is checked with the waivers of a ready policy where the stored one is asked for', async () => {
    await program.data('mutation { grantWaiver(input: { policy: "veroeffentlichung", component: "gpl-part", author: "A. Beispiel", reason: "wird ersetzt", expiresOn: "2999-01-01" }) { __typename } }');
    const parts = await file('gpl.cdx.json', bill(['gpl-part', 'GPL-3.0-only']));
    expect(await fahrplan(['sbom', parts, '--policy', 'veroeffentlichung'])).toMatchObject({ status: 5, json: { verdict: 'REJECTED' } });
    expect(await fahrplan(['sbom', parts, '--policy', 'veroeffentlichung', '--stored'])).toMatchObject({ status: 0, json: { verdict: 'APPROVED', findings: [{ rule: 'ausnahme' }] } });
  });
});
