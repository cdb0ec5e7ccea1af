// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { request } from 'node:http';
import { runProgram, type RunningProgram } from '../support/running-program.js';

const REQUESTS_PER_MINUTE = 5;
const PROXY = '127.0.0.1';
const SOMEBODY = '127.0.0.2';

/** Asks from an address of this machine, as a stranger; the status. */
const asker = (program: () => RunningProgram) => (localAddress: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<number>((resolve, reject) => {
    const sent = request(`${program().url}/graphql`, { method: 'POST', localAddress, agent: false, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    });
    sent.on('error', reject);
    sent.end('{"query": "{ __typename }"}');
  });

/** Names that a proxy could give for who asks; each time another one. */
const claims = (number: number): readonly Readonly<Record<string, string>>[] =>
  [`192.0.2.${number}`, `2001:db8::${number}`, `192.0.2.${number}, ${PROXY}`].flatMap((address) => ['x-forwarded-for', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'forwarded'].map((name) => ({ [name]: name === 'forwarded' ? `for=${address}` : address })));

describe('who asks, where one proxy is believed', () => {
  let program: RunningProgram;
  const ask = asker(() => program);
  beforeAll(async () => {
    program = await runProgram(null, 'none', { trustedProxies: [PROXY], requestsPerMinute: REQUESTS_PER_MINUTE });
  }, 120_000);
  afterAll(() => program.close());

  it('is nobody else because a stranger says so who came past the proxy', async () => {
    for (let time = 0; time < REQUESTS_PER_MINUTE; time++) expect(await ask(SOMEBODY)).toBe(200);
    for (const headers of claims(1)) expect([headers, await ask(SOMEBODY, headers)]).toEqual([headers, 429]);
  });

  it('is whom the proxy names', async () => {
    for (let time = 0; time < REQUESTS_PER_MINUTE; time++) expect(await ask(PROXY, { 'x-forwarded-for': '192.0.2.50' })).toBe(200);
    expect(await ask(PROXY, { 'x-forwarded-for': '192.0.2.50' })).toBe(429);
    expect(await ask(PROXY, { 'x-forwarded-for': '192.0.2.51' })).toBe(200);
  });

  it('is the last one that a proxy added, whatever the asking wrote before it', async () => {
    const through = (said: string) => ask(PROXY, { 'x-forwarded-for': `${said}, 192.0.2.60` });
    for (let time = 0; time < REQUESTS_PER_MINUTE; time++) expect(await through(`192.0.2.${100 + time}`)).toBe(200);
    for (const said of ['192.0.2.200', PROXY, 'unknown', '192.0.2.201, 192.0.2.202', `${PROXY}, ${PROXY}`]) expect([said, await through(said)]).toEqual([said, 429]);
  });

  it('does not get another name for the server by X-Forwarded-Host', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.70' };
    expect(await ask(PROXY, { ...headers, host: 'elsewhere.example.org', 'x-forwarded-host': 'localhost' })).toBe(421);
    expect(await ask(PROXY, { ...headers, origin: 'https://elsewhere.example.org', 'x-forwarded-host': 'elsewhere.example.org', 'x-forwarded-proto': 'https' })).toBe(403);
  });
});

describe('who asks, where no proxy is believed', () => {
  let program: RunningProgram;
  const ask = asker(() => program);
  beforeAll(async () => {
    program = await runProgram(null, 'none', { requestsPerMinute: REQUESTS_PER_MINUTE });
  }, 120_000);
  afterAll(() => program.close());

  it('is the address it came from', async () => {
    for (let time = 0; time < REQUESTS_PER_MINUTE; time++) expect(await ask(PROXY)).toBe(200);
    for (const headers of claims(2)) expect([headers, await ask(PROXY, headers)]).toEqual([headers, 429]);
    expect(await ask(SOMEBODY)).toBe(200);
  });
});
