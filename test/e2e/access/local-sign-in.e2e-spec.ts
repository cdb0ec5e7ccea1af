// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepLocalToken } from '../../../apps/api/src/access/local-token.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
const ask = (headers: Record<string, string> = {}, query = '{ products { totalCount } }') =>
  program.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: { query } });
const codeOf = (body: string) => JSON.parse(body).errors?.[0].extensions.code ?? JSON.parse(body).problem?.code;

beforeAll(async () => {
  program = await runProgram();
}, 120_000);
afterAll(() => program.close());

describe('the person at this machine', () => {
  it('is not whoever happens to reach the program: a stranger is told to sign in', async () => {
    const answer = await ask();
    expect({ status: answer.statusCode, asks: answer.headers['www-authenticate'], code: codeOf(answer.body) }).toEqual({ status: 401, asks: 'Bearer', code: 'ACCESS.SIGN_IN_REQUIRED' });
    expect(JSON.parse(answer.body).errors[0].extensions.messageDe).toContain('angemeldet');
    for (const url of ['/plans/newest.csv', '/questionnaires/open.csv', '/contracts/notice-dates.ics', '/inventory/products.csv', '/inventory/seat-balance.xlsx', '/own-software/x/publiccode.yml']) expect((await program.app.inject({ url })).statusCode).toBe(401);
    expect((await program.app.inject({ method: 'POST', url: '/imports', payload: 'x' })).statusCode).toBe(401);
    for (const url of ['/health/live', '/health/ready', '/']) expect((await program.app.inject({ url })).statusCode).toBe(200);
  });

  it('an answer that is kept for one who may see it is not given to a stranger', async () => {
    const token = { authorization: `Bearer ${program.program.localToken}` };
    const query = '{ vendors { totalCount } }';
    const first = await ask(token, query);
    expect((await ask({ ...token, 'if-none-match': String(first.headers.etag) }, query)).statusCode).toBe(304);
    expect((await ask({ 'if-none-match': String(first.headers.etag) }, query)).statusCode).toBe(401);
    expect((await ask({}, query)).body).not.toContain('totalCount');
    const unnamed = await program.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: { query, operationName: 'Other' } });
    expect({ status: unnamed.statusCode, code: codeOf(unnamed.body) }).toEqual({ status: 400, code: 'OPERATION_RESOLUTION_FAILURE' });
  });

  it('shows the token of the data folder, which nobody else may read', async () => {
    const file = join(program.dataFolder, 'access-token');
    const token = await readFile(file, 'utf8');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await ask({ authorization: `Bearer ${token}` })).statusCode).toBe(200);
    expect((await ask({ authorization: `Basic ${Buffer.from(`me:${token}`).toString('base64')}` })).statusCode).toBe(200);
  });

  it('several processes take the same token; one that others could read is replaced', async () => {
    const [one, other] = await Promise.all([keepLocalToken(program.dataFolder), keepLocalToken(program.dataFolder)]);
    expect([one, other]).toEqual([program.program.localToken, program.program.localToken]);
    const folder = join(program.dataFolder, 'other');
    const first = await keepLocalToken(folder);
    await chmod(join(folder, 'access-token'), 0o644);
    const second = await keepLocalToken(folder);
    expect(second).not.toBe(first);
    await writeFile(join(folder, 'access-token'), '');
    expect(await keepLocalToken(folder)).toMatch(/^[\w-]{43}$/);
  });

  it('signs in by a link that works once, and out again', async () => {
    const link = new URL((await program.program.signInUrl())!);
    const open = () => program.app.inject({ url: `${link.pathname}${link.search}` });
    const opened = await open();
    expect({ status: opened.statusCode, to: opened.headers.location }).toEqual({ status: 303, to: '/' });
    const set = String(opened.headers['set-cookie']);
    expect(set).toMatch(/; HttpOnly/);
    expect(set).toMatch(/; SameSite=Lax/);
    const cookie = set.split(';')[0]!;
    expect((await ask({ cookie })).statusCode).toBe(200);
    const again = await open();
    expect({ status: again.statusCode, code: codeOf(again.body), cookie: again.headers['set-cookie'] }).toEqual({ status: 401, code: 'ACCESS.LINK_REFUSED', cookie: undefined });
    const { rows } = await program.database.query('SELECT key_digest FROM session');
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
    expect((await program.app.inject({ method: 'POST', url: '/sign-out', headers: { cookie } })).statusCode).toBe(303);
    expect((await ask({ cookie })).statusCode).toBe(401);
  });

  it('a link is only made for who may do everything, and one that has waited too long is refused', async () => {
    expect((await program.app.inject({ method: 'POST', url: '/sign-in/links' })).statusCode).toBe(401);
    const made = await program.inject({ method: 'POST', url: '/sign-in/links' });
    await program.database.query("UPDATE pending_sign_in SET expires_at = now() - INTERVAL '1 second'");
    expect((await program.app.inject({ url: JSON.parse(made.body).path })).statusCode).toBe(401);
  });
});
