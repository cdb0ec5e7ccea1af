// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_PAGE } from '../../../apps/api/src/platform/web/serve-page.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

/** A fresh clone has the page built by `npm ci`; a folder where only the server was built says how to. */
const isBuilt = existsSync(join(BUILT_PAGE, 'index.html'));

describe('the page, as the server hands it out', () => {
  let program: RunningProgram;
  beforeAll(async () => {
    program = await runProgram();
  });
  afterAll(() => program.close());

  const get = (url: string, headers: Record<string, string> = {}) => program.app.inject({ method: 'GET', url, headers });

  (isBuilt ? it : it.skip)('allows no script and no style within the document', async () => {
    const { headers, body } = await get('/');
    expect(headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(body).not.toMatch(/<style|style=|<script(?![^>]*src=)[^>]*>|\son\w+=/);
  });

  (isBuilt ? it : it.skip)('answers with the page at its sections, and below them', async () => {
    const [start, section, below] = await Promise.all([get('/'), get('/inventar?q=a'), get('/inventar/microsoft-office')]);
    expect(section.body).toBe(start.body);
    expect(below.body).toBe(start.body);
  });

  (isBuilt ? it : it.skip)('lets files that carry the digest of their content be kept, and nothing else', async () => {
    const { body, headers } = await get('/');
    const script = /src="(\/page\/assets\/[^"]+\.js)"/.exec(body)![1]!;
    const compressed = await get(script, { 'accept-encoding': 'gzip, br' });
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(compressed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('leaves all other addresses to the interface', async () => {
    const health = await get('/health');
    expect(health.headers['content-type']).toContain('json');
    const missing = await get('/no-such-address');
    expect({ status: missing.statusCode, code: JSON.parse(missing.body).problem.code }).toEqual({ status: 404, code: 'PLATFORM.ADDRESS_UNKNOWN' });
    expect((await get('/page/../../../package.json')).statusCode).toBe(404);
    expect((await get('/page/%2e%2e/%2e%2e/package.json')).statusCode).toBeGreaterThanOrEqual(400);
  });

  (isBuilt ? it : it.skip)('shows browsers the page at an address that nobody answers to, outside of its sections and within, as not found', async () => {
    const start = await get('/');
    for (const url of ['/no-such-address', '/inventar/a/b', '/wellen/no-such-part', '/imports']) {
      const missing = await get(url, { accept: 'text/html,application/xhtml+xml' });
      expect({ url, status: missing.statusCode, isPage: missing.body === start.body, policy: missing.headers['content-security-policy'] }).toEqual({ url, status: 404, isPage: true, policy: start.headers['content-security-policy'] });
    }
    expect((await get('/inventar/', { accept: 'text/html' })).statusCode).toBe(200);
    expect((await program.app.inject({ method: 'POST', url: '/no-such-address', headers: { accept: 'text/html' } })).body).not.toBe(start.body);
  });
});
