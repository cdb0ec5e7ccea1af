// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('takes the address of the owner beside that of the program, never shows its password, and does not take it alone', () => {
    const both = readConfig({ DATABASE_URL: 'postgres://me@there/db', DATABASE_ADMIN_URL: 'postgres://owner:geheim@there/db' });
    expect(both).toMatchObject({ ok: true, value: { databaseUrl: 'postgres://me@there/db', databaseAdminUrl: 'postgres://owner:geheim@there/db', secrets: ['geheim'] } });
    expect(readConfig({ DATABASE_ADMIN_URL: 'postgres://owner:geheim@there/db' })).toMatchObject({ ok: false, problem: [{ variable: 'DATABASE_URL', reason: 'needed beside DATABASE_ADMIN_URL' }] });
    expect(readConfig({ DATABASE_URL: 'postgres://me@there/db', DATABASE_ADMIN_URL: 'mysql://owner:geheim@there/db' })).toMatchObject({ ok: false, problem: [{ variable: 'DATABASE_ADMIN_URL', value: '…' }] });
  });

  it('lists every fault at once, and never shows an address with its password', () => {
    const result = readConfig({ PORT: 'eighty', HOST: '0.0.0.0', DATABASE_URL: 'mysql://me:secret@there/db', FAHRPLAN_DEMO: 'village' });
    if (result.ok) throw new Error('taken for valid');
    expect(result.problem.map((problem) => problem['variable']).sort()).toEqual(['DATABASE_URL', 'FAHRPLAN_DEMO', 'HOST', 'PORT']);
    expect(JSON.stringify(result.problem)).not.toContain('secret');
    for (const problem of result.problem) expect(describeProblem(problem, platformMessages, 'de')).toContain(String(problem['variable']));
  });

  it('takes addresses and networks of proxies, and nothing else in their place', () => {
    expect(readConfig({})).toMatchObject({ value: { trustedProxies: [] } });
    expect(readConfig({ FAHRPLAN_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/24,::1,fd00::/8' })).toMatchObject({ value: { trustedProxies: ['127.0.0.1', '10.0.0.0/24', '::1', 'fd00::/8'] } });
    for (const wrong of ['true', 'proxy.example.org', '10.0.0.0/33', '10.0.0.0/', '127.0.0.1,', '*']) expect(readConfig({ FAHRPLAN_TRUSTED_PROXIES: wrong })).toMatchObject({ ok: false, problem: [{ variable: 'FAHRPLAN_TRUSTED_PROXIES', value: wrong }] });
  });

  it.each(['0.0.0.0', '192.168.1.5', '::', 'example.org'])('keeps the server on loopback: %s is refused', (host) => {
    expect(readConfig({ HOST: host })).toMatchObject({ ok: false, problem: [{ code: 'PLATFORM.SIGN_IN_NOT_CONFIGURED', value: host }] });
  });

  it('answers all documents unless told otherwise; a list of one’s own says so', () => {
    expect(readConfig({})).toMatchObject({ value: { trustedDocuments: { mode: 'off', folder: null }, isExplorerOn: true } });
    expect(readConfig({ FAHRPLAN_TRUSTED_DOCUMENTS: 'only', FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER: '/srv/documents' })).toMatchObject({ value: { trustedDocuments: { mode: 'only', folder: '/srv/documents' }, isExplorerOn: false } });
    expect(readConfig({ FAHRPLAN_TRUSTED_DOCUMENTS: 'only', FAHRPLAN_EXPLORER: 'on' })).toMatchObject({ value: { isExplorerOn: true } });
    for (const mode of [undefined, '', 'off']) expect(readConfig({ FAHRPLAN_TRUSTED_DOCUMENTS: mode, FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER: '/srv/documents' })).toMatchObject({ ok: false, problem: [{ code: 'PLATFORM.ENVIRONMENT_INVALID', variable: 'FAHRPLAN_TRUSTED_DOCUMENTS' }] });
    expect(readConfig({ FAHRPLAN_TRUSTED_DOCUMENTS: 'on' })).toMatchObject({ ok: false, problem: [{ variable: 'FAHRPLAN_TRUSTED_DOCUMENTS', value: 'on' }] });
  });

  describe('with secrets in files', () => {
    let folder: string;
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'fahrplan-secrets-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('takes each as if it stood in the variable, and masks all of them in the log', () => {
      const read = readConfig({
        DATABASE_URL_FILE: file('url', 'postgres://fahrplan:geheim%21eins@db/fahrplan?password=geheim-zwei\n'),
        FAHRPLAN_PSEUDONYM_KEY_FILE: file('key', `  ${'k'.repeat(32)}\n`),
        FAHRPLAN_OIDC_CLIENT_SECRET_FILE: file('client', 'geheim-drei\n'),
        FAHRPLAN_OIDC_ISSUER: 'https://id.example.org',
        FAHRPLAN_OIDC_CLIENT_ID: 'fahrplan',
        FAHRPLAN_PUBLIC_URL: 'https://fahrplan.example.org',
      });
      expect(read).toMatchObject({ ok: true, value: { pseudonymKey: 'k'.repeat(32), provider: { clientSecret: 'geheim-drei' }, databaseUrl: 'postgres://fahrplan:geheim%21eins@db/fahrplan?password=geheim-zwei' } });
      expect(read.ok && [...read.value.secrets].sort()).toEqual(['geheim!eins', 'geheim-drei', 'geheim-zwei', 'k'.repeat(32)]);
    });

    it('names the file that is missing, that is empty, and the secret that does not do, without showing it', () => {
      const read = readConfig({ DATABASE_URL_FILE: join(folder, 'nowhere'), FAHRPLAN_OIDC_CLIENT_SECRET_FILE: file('empty', ' \n'), FAHRPLAN_PSEUDONYM_KEY_FILE: file('short', 'kurz-und-geheim') });
      expect(read.ok ? [] : read.problem.map(({ variable, reason }) => [variable, reason])).toEqual([
        ['DATABASE_URL_FILE', 'the file cannot be read (ENOENT)'],
        ['FAHRPLAN_OIDC_CLIENT_SECRET_FILE', 'the file is empty'],
        ['FAHRPLAN_PSEUDONYM_KEY', 'a key has at least 32 characters'],
      ]);
      expect(JSON.stringify(read)).not.toContain('kurz-und-geheim');
    });

    it('lets the variable go before its file', () => expect(readConfig({ DATABASE_URL: 'postgres://here/db', DATABASE_URL_FILE: join(folder, 'nowhere') })).toMatchObject({ ok: true, value: { databaseUrl: 'postgres://here/db' } }));
  });
});
