// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const CYCLES = JSON.stringify({ result: { name: 'postgresql', releases: [{ name: '99', releaseDate: '2031-01-01', eolFrom: '2036-01-01' }] } });
const MORE_THAN_IS_TAKEN = 65_000_000;

let program: RunningProgram;
let folder: string;
let site: Server;
let address: string;
beforeAll(async () => {
  program = await runProgram();
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-fetching-'));
  // a certificate that is its own authority
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'ca.pem')], { stdio: 'ignore' });
  site = createServer({ key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'ca.pem')) }, ({ url }, answer) => {
    if (url === '/postgresql.json') answer.end(CYCLES);
    else if (url === '/moved') answer.writeHead(301, { location: '/postgresql.json' }).end();
    else if (url === '/to-http') answer.writeHead(302, { location: 'http://localhost/postgresql.json' }).end();
    else if (url === '/round') answer.writeHead(302, { location: '/round' }).end();
    else if (url === '/page') answer.end('<!doctype html><title>Not here</title>');
    else if (url === '/cut-off') {
      answer.writeHead(200, { 'content-length': '1000' }).write('{"result":');
      setImmediate(() => answer.destroy());
    } else if (url === '/huge') answer.end(Buffer.alloc(MORE_THAN_IS_TAKEN, ' '));
    else answer.writeHead(404).end();
  }).listen(0);
  await new Promise((done) => site.once('listening', done));
  address = `https://localhost:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  site.closeAllConnections();
  await new Promise((done) => site.close(done));
  await program.close();
  await rm(folder, { recursive: true, force: true });
});

/** Loads from an address in a process of its own, for Node.js reads at its start whom it trusts. */
async function load(url: string, trusted = true): Promise<{ status: number; json: any }> {
  const server = `http://127.0.0.1:${(program.app.getHttpServer().address() as AddressInfo).port}`;
  const env = { ...process.env, FAHRPLAN_URL: server, FAHRPLAN_DATA: program.dataFolder, NODE_EXTRA_CA_CERTS: trusted ? join(folder, 'ca.pem') : '' };
  return new Promise((done) => {
    const child = execFile(process.execPath, ['dist/apps/cli/src/main.js', 'catalogue', 'load', 'endoflife', url, '--json'], { env }, (_failure, out) => done({ status: child.exitCode ?? -1, json: JSON.parse(out) }));
  });
}

describe('release cycles from an address', () => {
  it('are loaded by https, also where they moved to', async () => {
    expect(await load(`${address}/moved`)).toMatchObject({ status: 0, json: { read: 1, changes: [{ key: 'postgresql' }] } });
    expect(await load(`${address}/postgresql.json`)).toMatchObject({ status: 0, json: { read: 1, changes: [] } });
  });

  it.each([
    ['that leads away from https', '/to-http', 3, { code: 'CLI.ADDRESS_NOT_HTTPS', file: 'http://localhost/postgresql.json' }],
    ['that leads to itself', '/round', 1, { code: 'CLI.ADDRESS_UNREADABLE', message: expect.stringContaining('> 5 redirects') }],
    ['without a file', '/nothing', 1, { code: 'CLI.ADDRESS_UNREADABLE', message: expect.stringContaining('HTTP 404') }],
    ['that breaks off', '/cut-off', 1, { code: 'CLI.ADDRESS_UNREADABLE' }],
    ['with more than anybody needs', '/huge', 3, { code: 'CLI.FILE_TOO_LONG' }],
    ['with a page for people', '/page', 3, { code: 'CATALOGUE.ENDOFLIFE_UNREADABLE' }],
  ])('are refused from one %s', async (_what, path, status, problem) => {
    expect(await load(address + path)).toMatchObject({ status, json: { problem } });
  });

  it('are refused from one whose certificate nobody vouches for', async () => {
    expect(await load(`${address}/postgresql.json`, false)).toMatchObject({ status: 1, json: { problem: { code: 'CLI.ADDRESS_NOT_TRUSTED' } } });
  });

  it('are refused from one that bears another name than its certificate', async () => {
    expect(await load(`${address.replace('localhost', '127.0.0.1')}/postgresql.json`)).toMatchObject({ status: 1, json: { problem: { code: 'CLI.ADDRESS_NOT_TRUSTED', message: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID') } } });
  });
});
