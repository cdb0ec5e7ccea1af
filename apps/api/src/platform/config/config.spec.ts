// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describeProblem } from '#kernel';
import { platformMessages } from '../messages.js';
import { readConfig } from './config.js';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({ ok: true, value: { port: 3000, host: '127.0.0.1', databaseUrl: undefined, demo: 'none', runsJobs: true, isAnnounced: true } });
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ ok: true, value: { port: 3000, databaseUrl: undefined } });
  });

  it('lists every fault at once, and never shows an address with its password', () => {
    const result = readConfig({ PORT: 'eighty', HOST: '0.0.0.0', DATABASE_URL: 'mysql://me:secret@there/db', FAHRPLAN_DEMO: 'village' });
    if (result.ok) throw new Error('taken for valid');
    expect(result.problem.map((problem) => problem['variable']).sort()).toEqual(['DATABASE_URL', 'FAHRPLAN_DEMO', 'HOST', 'PORT']);
    expect(JSON.stringify(result.problem)).not.toContain('secret');
    for (const problem of result.problem) expect(describeProblem(problem, platformMessages, 'de')).toContain(String(problem['variable']));
  });

  it.each(['0.0.0.0', '192.168.1.5', '::', 'example.org'])('keeps the server on loopback: %s is refused', (host) => {
    expect(readConfig({ HOST: host })).toMatchObject({ ok: false, problem: [{ code: 'PLATFORM.SIGN_IN_NOT_CONFIGURED', value: host }] });
  });
});
