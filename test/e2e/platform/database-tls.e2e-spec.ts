// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, type Problem } from '#kernel';
import { openDatabase, withOwner } from '../../../apps/api/src/platform/database/open-database.js';
import { platformMessages } from '../../../apps/api/src/platform/messages.js';
import { ProblemError } from '../../../apps/api/src/platform/problem-error.js';
import { runProgram } from '../../support/running-program.js';
import { openTlsDatabase, PASSWORD, type TlsDatabase } from '../../support/tls-database.js';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

(hasOpenssl ? describe : describe.skip)('TLS to PostgreSQL', () => {
  let database: TlsDatabase;
  beforeAll(async () => {
    database = await openTlsDatabase();
    await database.query('CREATE ROLE program LOGIN');
    writeFileSync(join(database.folder, 'text.pem'), 'no certificate');
  }, 300_000);
  afterAll(() => database.close());

  const file = (name: string) => encodeURIComponent(join(database.folder, name));
  const address = (options: string, { host = 'localhost', user = `fahrplan:${encodeURIComponent(PASSWORD)}` } = {}) => {
    const hosts = host.split(',').map((one) => `${one}:${database.port}`).join(',');
    return `postgres://${user}@${hosts}/fahrplan?${options.replaceAll(/=([^&=]+\.(?:pem|key))/g, (_all, name: string) => `=${file(name)}`)}`;
  };
  /** What is wrong with an address. */
  const wrong = async (url: string) => {
    const opened = await openDatabase({ databaseUrl: url, dataFolder: database.folder }).catch(problemIn);
    if (!('code' in opened)) await opened.close();
    return 'code' in opened ? codeOf(opened, 'DATABASE_URL') : null;
  };
  /** What is wrong with an address of the role that owns the tables, where the program itself comes by another way. */
  const wrongForOwner = async (url: string) => {
    const here = `postgres://program@localhost:${database.port}/fahrplan?host=${file('sockets')}`;
    const opened = await openDatabase({ databaseUrl: here, databaseAdminUrl: url, dataFolder: database.folder });
    const problem = await withOwner(opened, () => Promise.resolve(null)).catch(problemIn);
    await opened.close();
    return problem && codeOf(problem, 'DATABASE_ADMIN_URL');
  };
  const problemIn = (failure: unknown): Problem => {
    if (failure instanceof ProblemError) return failure.problem;
    throw failure;
  };
  const codeOf = (problem: Problem, variable: string): string => {
    const said = JSON.stringify(problem) + (['de', 'en'] as const).map((language) => describeProblem(problem, platformMessages, language)).join('');
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD)]) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/\{\w+\}/);
    expect(problem['variable']).toBe(variable);
    return problem.code;
  };
  const CHECKED = 'sslmode=verify-full&sslrootcert=ca.pem';

  it('is checked for the role that owns the tables as well', async () => {
    expect(await wrongForOwner(address(CHECKED))).toBeNull();
    expect(await wrongForOwner(address(CHECKED, { host: '127.0.0.1' }))).toBe('PLATFORM.DATABASE_CERTIFICATE_OF_OTHER_HOST');
    expect(await wrongForOwner(address('sslmode=verify-full&sslrootcert=other-ca.pem'))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNKNOWN');
    expect(await wrongForOwner(address('sslmode=verify-full&sslrootcert=other-ca.pem', { host: 'localhost,127.0.0.1' }))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNKNOWN');
    expect(await wrongForOwner(address('sslmode=verify-full&sslrootcert=away.pem'))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNUSABLE');
    expect(await wrongForOwner(address(CHECKED, { user: 'with_certificate' }))).toBe('PLATFORM.DATABASE_REFUSES_CERTIFICATE');
    expect(await wrongForOwner(address('application_name=plain'))).toBe('PLATFORM.DATABASE_WANTS_TLS');
    expect(await wrongForOwner(address(CHECKED, { user: 'fahrplan:wrong' }))).toBe('PLATFORM.DATABASE_UNREACHABLE');
    await database.shows('nothing');
    expect(await wrongForOwner(address(CHECKED))).toBe('PLATFORM.DATABASE_WITHOUT_TLS');
    await database.shows('expired');
    expect(await wrongForOwner(address(CHECKED))).toBe('PLATFORM.DATABASE_CERTIFICATE_EXPIRED');
    await database.shows('valid');
  }, 120_000);

  it('is used by every connection of the program', async () => {
    const program = await runProgram(null, 'none', { databaseUrl: address(CHECKED) });
    await program.importFile('inventar.csv', 'Rechner;Software\npc-1;GIMP\n');
    const connections = await database.query<{ name: string; isSecret: boolean }>('SELECT a.application_name AS name, s.ssl AS "isSecret" FROM pg_stat_activity a JOIN pg_stat_ssl s USING (pid) WHERE a.client_port > 0');
    await program.close();
    expect(new Set(connections.map(({ name }) => name.replace(/:.*/, '')))).toEqual(new Set(['fahrplan', 'fahrplan-read', 'pgboss']));
    expect(connections.filter(({ isSecret }) => !isSecret)).toEqual([]);
  }, 300_000);

  it('is checked for who answers', async () => {
    expect(await wrong(address(CHECKED))).toBeNull();
    expect(await wrong(address(CHECKED, { host: '127.0.0.1' }))).toBe('PLATFORM.DATABASE_CERTIFICATE_OF_OTHER_HOST');
    expect(await wrong(address('sslmode=verify-full&sslrootcert=other-ca.pem'))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNKNOWN');
    expect(await wrong(address('sslmode=require'))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNKNOWN');
    expect(await wrong(address('sslmode=verify-full&sslrootcert=other-ca.pem', { host: 'localhost,127.0.0.1' }))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNKNOWN');
  });

  it('says which file is not what it should be', async () => {
    expect(await wrong(address('sslmode=verify-full&sslrootcert=away.pem'))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNUSABLE');
    expect(await wrong(address('sslmode=verify-full&sslrootcert=text.pem'))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNKNOWN');
    expect(await wrong(address(`${CHECKED}&sslcert=text.pem&sslkey=client.key`))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNUSABLE');
    expect(await wrong(address(`${CHECKED}&sslcert=client.pem&sslkey=other-client.key`))).toBe('PLATFORM.DATABASE_CERTIFICATE_UNUSABLE');
  });

  it('takes a certificate instead of a password', async () => {
    const user = 'with_certificate';
    expect(await wrong(address(`${CHECKED}&sslcert=client.pem&sslkey=client.key`, { user }))).toBeNull();
    expect(await wrong(address(CHECKED, { user }))).toBe('PLATFORM.DATABASE_REFUSES_CERTIFICATE');
    expect(await wrong(address(`${CHECKED}&sslcert=other-client.pem&sslkey=other-client.key`, { user }))).toBe('PLATFORM.DATABASE_REFUSES_CERTIFICATE');
  });

  it('is asked for by a server that takes nothing else, and asked of one that has none', async () => {
    expect(await wrong(address('application_name=plain'))).toBe('PLATFORM.DATABASE_WANTS_TLS');
    await database.shows('nothing');
    expect(await wrong(address(CHECKED))).toBe('PLATFORM.DATABASE_WITHOUT_TLS');
    expect(await wrong(address(CHECKED, { host: 'localhost,127.0.0.1' }))).toBe('PLATFORM.DATABASE_WITHOUT_TLS');
    await database.shows('valid');
  });

  it('is not used with a certificate that has expired', async () => {
    await database.shows('expired');
    expect(await wrong(address(CHECKED))).toBe('PLATFORM.DATABASE_CERTIFICATE_EXPIRED');
  });
});
