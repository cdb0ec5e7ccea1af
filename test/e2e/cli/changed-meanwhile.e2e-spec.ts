// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { readEnvironment } from '../../../apps/cli/src/environment.js';
import { Output } from '../../../apps/cli/src/output/output.js';
import { runCommandLine } from '../../../apps/cli/src/run-command-line.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const CHANGE = 'mutation ($input: ChangeTargetInput!) { changeTarget(input: $input) { __typename } }';
const TARGET = '{ targets(first: 1) { nodes { id revision } } }';

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Stands between the command line and the server, and is faster with a change than whoever wants to make one. */
const faster = createServer(async (request, response) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const payload = Buffer.concat(pieces).toString();
  if (payload.includes('changeTarget')) {
    const { targets } = await program.data(TARGET);
    await program.data(CHANGE, { input: { ...targets.nodes[0], note: 'meanwhile' } });
  }
  const { host: _host, 'content-length': _length, ...headers } = request.headers;
  const answer = await program.app.inject({ method: request.method as 'POST', url: request.url!, headers: headers as Record<string, string>, payload });
  response.writeHead(answer.statusCode, { 'content-type': 'application/json' }).end(answer.body);
});
let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
  await new Promise<void>((resolve) => faster.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => faster.close(resolve));
  await program.close();
});

async function typed(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err] = [new Collected(), new Collected()];
  async function* nothing(): AsyncGenerator<Uint8Array> {
    // no standard input
  }
  const output = new Output(out, err);
  const url = `http://127.0.0.1:${(faster.address() as AddressInfo).port}`;
  const status = await runCommandLine(words, readEnvironment({ FAHRPLAN_URL: url, FAHRPLAN_TOKEN: program.program.localToken!, FAHRPLAN_DATA: program.dataFolder, LC_ALL: 'de' }), output, nothing());
  await output.flush();
  return { status, out: out.text, err: err.text };
}

it('whoever was slower is told at the command line who changed it, and when', async () => {
  expect((await typed('target', 'set', 'own-software', '50%', '--by', '2030-12-31', '--name', 'Offen')).status).toBe(0);
  const late = await typed('target', 'change', 'Offen', '--note', 'zu spät');
  expect([late.status, late.out]).toEqual([3, '']);
  expect(late.err).toContain('PLATFORM.CHANGED_MEANWHILE');
  expect(late.err).toMatch(/\n {2}Zuletzt geändert: \S.*, \d\d\.\d\d\.20\d\d, \d\d:\d\d\n$/);
  const { problem } = JSON.parse((await typed('target', 'change', 'Offen', '--note', 'zu spät', '--json')).out);
  expect(problem).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE', changedBy: expect.any(String), changedAt: expect.stringMatching(/^20\d\d-.*Z$/) });
  expect((await program.data('{ targets(first: 1) { nodes { note } } }')).targets.nodes).toEqual([{ note: 'meanwhile' }]);
});
