// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../apps/cli/src/environment.js';
import { Output } from '../../../apps/cli/src/output/output.js';
import { runCommandLine } from '../../../apps/cli/src/run-command-line.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
let url: string;
beforeAll(async () => {
  program = await runProgram();
  url = `http://127.0.0.1:${(program.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => program.close());

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function typed(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err] = [new Collected(), new Collected()];
  async function* nothing(): AsyncGenerator<Uint8Array> {
    // no standard input
  }
  const output = new Output(out, err);
  const status = await runCommandLine(words, readEnvironment({ FAHRPLAN_URL: url, FAHRPLAN_DATA: program.dataFolder, LC_ALL: 'de' }), output, nothing());
  await output.flush();
  return { status, out: out.text, err: err.text };
}

describe('access tokens at the command line', () => {
  it('one is shown alone and once, is listed without its secret, and ends', async () => {
    const made = await typed('token', 'create', 'Kalender', '--scope', 'catalogue:read', '--scope', 'contracts:read', '--days', '30');
    expect([made.status, made.out]).toEqual([0, expect.stringMatching(/^fahrplan_[\w-]{43}\n$/)]);
    const [token] = JSON.parse((await typed('token', 'list', '--json')).out);
    expect(token).toMatchObject({ name: 'Kalender', permissions: ['catalogue:read', 'contracts:read'], revokedAt: null });
    const days = (Date.parse(token.expiresAt) - Date.parse(token.createdAt)) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    const listed = (await typed('token', 'list')).out;
    expect(listed).toContain('Gilt bis');
    expect(listed).not.toContain(made.out.trim());
    expect((await typed('token', 'revoke', token.id)).out).toContain('widerrufen');
    expect(JSON.parse((await typed('token', 'list', '--json')).out)[0].revokedAt).toEqual(expect.any(String));
  });

  it.each<[string, string[], RegExp]>([
    ['a verb nobody knows', ['lose'], /create/],
    ['no name', ['create', '--scope', 'catalogue:read'], /name/],
    ['no scope', ['create', 'x'], /--scope/],
    ['a scope nobody has', ['create', 'x', '--scope', 'moon:write'], /moon:write/],
    ['too many days', ['create', 'x', '--scope', 'catalogue:read', '--days', '367'], /366/],
    ['an empty name', ['create', ' ', '--scope', 'catalogue:read'], /Token|Name/],
    ['a token that is not there', ['revoke', '4711'], /4711/],
    ['an id that is none', ['revoke', 'x'], /x/],
  ])('%s is refused and nothing is written out', async (_name, words, told) => {
    const refused = await typed('token', ...words);
    expect(refused.status).toBeGreaterThan(0);
    expect([refused.out, refused.err]).toEqual(['', expect.stringMatching(told)]);
    expect(refused.err).not.toContain('INTERNAL');
  });
});
