// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../apps/cli/src/environment.js';
import { Output } from '../../../apps/cli/src/output/output.js';
import { runCommandLine } from '../../../apps/cli/src/run-command-line.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
let folder: string;
let url: string;
beforeAll(async () => {
  program = await runProgram();
  url = `http://127.0.0.1:${(program.app.getHttpServer().address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-catalogue-cli-'));
});
afterAll(async () => {
  await program.close();
  await rm(folder, { recursive: true, force: true });
});

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs the command line against the running server. */
async function typed(...words: string[]): Promise<{ status: number; json: any; err: string }> {
  const [out, err] = [new Collected(), new Collected()];
  async function* nothing(): AsyncGenerator<Uint8Array> {
    // no standard input
  }
  const output = new Output(out, err);
  const status = await runCommandLine([...words, '--json'], readEnvironment({ FAHRPLAN_URL: url, FAHRPLAN_DATA: program.dataFolder }), output, nothing());
  await output.flush();
  return { status, json: JSON.parse(out.text), err: err.text };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const products = (...entries: string[]) => `category: graphics\nproducts:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;

describe('the catalogue at the command line', () => {
  it('finds products by what they replace, the same as the interface does', async () => {
    const { status, json } = await typed('search', 'Photoshop', '--open-source', '--first', '2');
    expect(status).toBe(0);
    expect(json.products.map((one: { key: string }) => one.key)).toEqual(['gimp', 'krita']);
    expect(json.products[0]).toMatchObject({ name: 'GIMP', openSource: 'ALLOWED', license: expect.stringContaining('GPL') });
    expect((await typed('search', '???')).status).toBe(4);
  });

  it('tells of alternatives what they cover, keep and hurt, and of a name it does not know what is like it', async () => {
    const { json } = await typed('alternatives', 'Photoshop');
    expect(json.alternatives[0]).toMatchObject({ name: 'GIMP', kind: 'PARTIAL', coverage01: expect.any(Number), covers: expect.any(Array), missing: expect.any(Array), carriesOver: expect.any(Array), notes: expect.any(String), support: expect.any(Array) });
    const unknown = await typed('alternatives', 'Photosop');
    expect([unknown.status, unknown.json.problem.code]).toEqual([4, 'CLI.NOT_FOUND']);
    expect(unknown.json.problem.message).toContain('Adobe Photoshop');
  });

  it('has nothing to change where the shared base is what is loaded', async () => {
    expect(await typed('catalogue', 'diff')).toMatchObject({ status: 0, json: { dryRun: true, changes: [] } });
  });

  it('shows what a file would change, changes it, and finds nothing the second time', async () => {
    const path = await file('own.yaml', products('{ id: board-one, name: Board of ours, vendor: adobe, license: LicenseRef-proprietary }'));
    const added = [{ change: 'ADDED', entity: 'PRODUCT', key: 'board-one', name: 'Board of ours', fields: [] }];
    expect(await typed('catalogue', 'diff', path)).toMatchObject({ status: 0, json: { dryRun: true, changes: added } });
    expect(await typed('catalogue', 'load', path)).toMatchObject({ status: 0, json: { dryRun: false, changes: added } });
    expect(await typed('catalogue', 'load', path)).toMatchObject({ status: 0, json: { changes: [] } });
  });

  it('refuses a faulty folder as a whole: the first fault as answer, the others beside it', async () => {
    const path = await file('bad.yaml', products('{ id: board-two, name: Second board, vendor: adobe, license: MIT, colour: red }', '{ id: board-three, name: Third board, vendor: adobe }'));
    const { status, json, err } = await typed('catalogue', 'load', path);
    expect([status, json.problem]).toEqual([3, expect.objectContaining({ code: 'CATALOGUE.FIELD_UNKNOWN', file: path, line: 3 })]);
    expect(err).toContain('CATALOGUE.FIELD_MISSING');
    expect((await typed('alternatives', 'Second board')).status).toBe(4);
  });

  it('loads release cycles from a file, and asks no address but by https', async () => {
    const path = await file('postgresql.json', JSON.stringify({ result: { name: 'postgresql', releases: [{ name: '99', releaseDate: '2031-01-01', eolFrom: '2036-01-01' }] } }));
    expect(await typed('catalogue', 'load', 'endoflife', path)).toMatchObject({ status: 0, json: { read: 1, changes: [{ key: 'postgresql', fields: [{ field: 'releaseCycles' }] }] } });
    for (const address of ['http://endoflife.date/api/v1/products/postgresql', 'file:///etc/passwd']) {
      expect(await typed('catalogue', 'load', 'endoflife', address)).toMatchObject({ status: 3, json: { problem: { code: 'CLI.ADDRESS_NOT_HTTPS' } } });
    }
  });

  it('writes what is known beyond the base as a pack, which loads back without a change', async () => {
    const path = join(folder, 'pack.yaml');
    const { status, json } = await typed('catalogue', 'export', path, '--publisher', 'Stadt Musterhausen', '--pack-version', '7');
    expect([status, json]).toEqual([0, expect.objectContaining({ name: 'stadt-musterhausen', publisher: 'Stadt Musterhausen', version: '7', license: 'CC0-1.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })]);
    expect(await readFile(path, 'utf8')).toContain('id: board-one');
    expect(await typed('catalogue', 'load', path)).toMatchObject({ status: 0, json: { changes: [] } });
    expect(await typed('catalogue', 'export', path)).toMatchObject({ status: 2, json: { problem: { code: 'CLI.OPTION_MISSING' } } });
  });
});
