// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { serverAudits } from 'graphql-http';
import { runProgram, type RunningProgram } from '../support/running-program.js';

describe('GraphQL over HTTP', () => {
  let program: RunningProgram;

  beforeAll(async () => {
    program = await runProgram();
  }, 120_000);
  afterAll(() => program.close());

  const fetchFn = (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), authorization: `Bearer ${program.program.localToken}`, 'apollo-require-preflight': 'audit' } });
  it.each(serverAudits({ url: () => `${program.url}/graphql`, fetchFn }).map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const result = await audit.fn();
    if (/^MUST/.test(name)) expect(result).toMatchObject({ status: 'ok' });
    else expect(['ok', 'notice', 'warn']).toContain(result.status);
  });

  it('every answer tells browsers to take it for nothing else', async () => {
    for (const url of ['/health/live', '/explorer/start.js', '/nothing-here', '/plans/newest.csv']) {
      const { headers } = await program.app.inject({ url });
      expect([url, headers['content-security-policy'], headers['x-content-type-options'], headers['x-frame-options']]).toEqual([url, "default-src 'none';frame-ancestors 'none'", 'nosniff', 'SAMEORIGIN']);
    }
    const page = await program.app.inject({ url: '/', headers: { accept: 'text/html' } });
    if (page.statusCode === 200) expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  });
});

describe('somebody who asks without end', () => {
  it('is told when to come again, alone', async () => {
    const program = await runProgram(null, 'none', { requestsPerMinute: 5 });
    try {
      const ask = () => program.query('{ __typename }');
      for (let time = 0; time < 5; time++) expect((await ask()).status).toBe(200);
      const refused = await ask();
      expect([refused.status, refused.body.errors?.[0]?.extensions?.['code']]).toEqual([429, 'PLATFORM.TOO_MANY_REQUESTS']);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      const stranger = await program.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: { query: '{ __typename }' } });
      expect(stranger.statusCode).toBe(200);
      expect((await program.app.inject({ url: '/health/live' })).statusCode).toBe(200);
    } finally {
      await program.close();
    }
  }, 60_000);
});
