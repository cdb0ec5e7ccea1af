// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { examine } from '../../../apps/api/src/operation/doctor.js';
import { READ_POOL } from '../../../apps/api/src/platform/graphql/reading/index.js';
import { openReplicatedDatabase, type ReplicatedDatabase } from '../../support/replicated-database.js';
import { openSharedDatabase } from '../../support/shared-database.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

/** A contract that anybody can tell from all others; true where the program says that it is stored. */
const write = async (program: RunningProgram, number: string) => {
  const { status, body } = await program.query<{ upsertContract: { __typename: string } }>('mutation ($input: UpsertContractInput!) { upsertContract(input: $input) { __typename ... on ContractStored { contract { number } } ... on Problem { code } } }', {
    input: { number, metric: 'CONCURRENT_USER', startsOn: '2026-01-01' },
  });
  return { status, isStored: body.data?.upsertContract.__typename === 'ContractStored', body };
};
const numbers = async (program: RunningProgram) => {
  const { status, body } = await program.query<{ contracts: { nodes: { number: string }[] } }>('{ contracts(first: 100) { nodes { number } } }');
  return { status, numbers: (body.data?.contracts.nodes ?? []).map((one) => one.number).sort() };
};
const until = async (isSo: () => Promise<boolean>) => {
  for (let look = 0; look < 400; look++) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error('it did not come about');
};
const ready = async (program: RunningProgram) => {
  const { statusCode, body } = await program.app.inject({ url: '/health/ready' });
  return `${statusCode} ${JSON.parse(body).status ?? ''}`;
};

describe('a primary and a replica', () => {
  let servers: ReplicatedDatabase;
  let program: RunningProgram;
  beforeAll(async () => {
    servers = await openReplicatedDatabase();
    program = await runProgram(null, 'none', { databaseUrl: servers.primary.url, databaseReadUrl: servers.replica.url });
    await servers.inStep();
  }, 180_000);
  afterAll(async () => {
    await program?.close();
    await servers?.close();
  }, 60_000);

  /** How many times the replica was asked for contracts. */
  const askedReplica = async () => (await servers.replica.query<{ asked: boolean }>("SELECT bool_or(query LIKE '%contract%') AS asked FROM pg_stat_activity WHERE application_name = 'fahrplan-replica'"))[0]!.asked;

  it('share the work: the replica answers what is read', async () => {
    expect((await write(program, 'one')).isStored).toBe(true);
    await servers.inStep();
    expect(await numbers(program)).toEqual({ status: 200, numbers: ['one'] });
    expect(await askedReplica()).toBe(true);
  });

  it('never show less than was stored before the question, however far the replica is behind', async () => {
    await servers.replica.query('SELECT pg_wal_replay_pause()');
    for (const number of ['two', 'three']) {
      expect((await write(program, number)).isStored).toBe(true);
      expect((await numbers(program)).numbers).toContain(number);
    }
    await servers.replica.query('SELECT pg_wal_replay_resume()');
    await servers.inStep();
    expect((await numbers(program)).numbers).toEqual(['one', 'three', 'two']);
  });

  it('show what the replica has as soon as it has it, though an answer was kept meanwhile', async () => {
    for (let turn = 0; turn < 30; turn++) {
      await write(program, `turn ${turn}`);
      expect((await numbers(program)).numbers).toContain(`turn ${turn}`);
    }
  }, 60_000);

  /** What the examination says of replicas. */
  const examined = async (address: string) => {
    const checks = await examine({ DATABASE_URL: servers.primary.url, DATABASE_READ_URL: address, FAHRPLAN_DATA: program.dataFolder });
    return checks.filter(({ check }) => /^(replica|database)/.test(check)).map(({ check, problem, facts }) => `${check.split(' ')[0]} ${problem?.code ?? (facts['follows'] ? 'follows' : 'well')}`);
  };

  it('are both looked at by the examination', async () => {
    expect(await examined(servers.replica.url)).toEqual(['database well', 'replica follows']);
    expect(await examined(servers.primary.url)).toEqual(['database well', 'replica well', 'replicas OPERATION.NO_REPLICA']);
    expect(await examined(`postgres://fahrplan@${servers.primary.host},${servers.replica.host},127.0.0.1:1/fahrplan`)).toEqual(['database well', 'replica well', 'replica follows', 'replica OPERATION.REPLICA_UNREACHABLE']);
    await servers.replica.query('SELECT pg_wal_replay_pause()');
    await servers.primary.query('CREATE TABLE not_there_yet ()');
    expect(await examined(servers.replica.url)).toEqual(['database well', 'replica OPERATION.REPLICA_BEHIND']);
    await servers.replica.query('SELECT pg_wal_replay_resume()');
    await servers.primary.query('DROP TABLE not_there_yet');
    await servers.inStep();
  }, 60_000);

  it('get along without the replica', async () => {
    await servers.replica.stop();
    expect(await examined(servers.replica.url)).toEqual(['database well', 'replica OPERATION.REPLICA_UNREACHABLE']);
    expect((await write(program, 'alone')).isStored).toBe(true);
    expect((await numbers(program)).numbers).toContain('alone');
    await servers.replica.start();
    await servers.inStep();
  }, 60_000);

  it('go on reading without the primary, for whoever is signed in, and say of changes to come again', async () => {
    const link = new URL((await program.program.signInUrl())!);
    const signedIn = await program.app.inject({ url: `${link.pathname}${link.search}`, headers: { host: 'localhost' } });
    const cookie = [signedIn.headers['set-cookie']].flat().map((one) => String(one).split(';')[0]).join('; ');
    await servers.inStep();
    await servers.primary.stop();
    await until(async () => (await ready(program)) === '200 reading');
    const read = await program.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', host: 'localhost', cookie }, payload: { query: '{ contracts(first: 100) { nodes { number } } }' } });
    expect({ status: read.statusCode, contracts: JSON.parse(read.body).data.contracts.nodes.length }).toEqual({ status: 200, contracts: 34 });
    expect((await numbers(program)).numbers).toHaveLength(34);
    expect(await write(program, 'refused')).toMatchObject({ isStored: false, body: { data: null } });
    await servers.primary.start();
    await until(async () => (await ready(program)) === '200 ok');
    expect((await write(program, 'again')).isStored).toBe(true);
    expect((await numbers(program)).numbers).toContain('again');
  }, 120_000);

  it('are told apart from another database, where wrong answers would come from', async () => {
    const other = await openSharedDatabase();
    try {
      await expect(runProgram(null, 'none', { databaseUrl: servers.primary.url, databaseReadUrl: other.url })).rejects.toMatchObject({ problem: { code: 'PLATFORM.READ_DATABASE_FOREIGN' } });
      const host = new URL(other.url).searchParams.get('host')!;
      expect(await examined(`postgres://fahrplan@${servers.replica.host},${encodeURIComponent(host)}/fahrplan`)).toEqual(['database well', 'replica follows', 'replica PLATFORM.READ_DATABASE_FOREIGN']);
    } finally {
      await other.close();
    }
  }, 120_000);
});

describe('several servers in one address', () => {
  it('are tried until one is found to write on, at the start and when another one has taken over', async () => {
    const servers = await openReplicatedDatabase();
    const all = `postgres://fahrplan@${[encodeURIComponent('/nowhere/at/all'), servers.replica.host, servers.primary.host].join(',')}/fahrplan`;
    const program = await runProgram(null, 'none', { databaseUrl: all, databaseReadUrl: `${all}?target_session_attrs=prefer-standby` });
    try {
      const serverOf = async (pool: pg.Pool) => (await pool.query('SELECT pg_is_in_recovery() AS follows')).rows[0].follows;
      const pool = program.app.get<pg.Pool>(READ_POOL, { strict: false });
      expect(await serverOf(pool)).toBe(false);
      expect((await write(program, 'before')).isStored).toBe(true);
      await servers.inStep();
      await servers.primary.stop();
      await servers.replica.query('SELECT pg_promote()');
      await until(async () => (await write(program, 'after')).isStored);
      expect((await numbers(program)).numbers).toEqual(['after', 'before']);
      expect((await servers.replica.query<{ number: string }>('SELECT number FROM contract ORDER BY 1')).map((row) => row.number)).toEqual(['after', 'before']);
      expect(await program.importFile('inventar.csv', 'Rechner;Software\npc-1;GIMP\n')).toMatchObject({ status: 'DONE' });
    } finally {
      await program.close();
      await servers.close();
    }
  }, 180_000);
});

describe('whoever is signed in', () => {
  it('is told to come again while the database is away, and is known again when it is back', async () => {
    const server = await openReplicatedDatabase();
    const program = await runProgram(null, 'none', { databaseUrl: server.primary.url });
    try {
      const link = new URL((await program.program.signInUrl())!);
      const signedIn = await program.app.inject({ url: `${link.pathname}${link.search}`, headers: { host: 'localhost' } });
      const cookie = [signedIn.headers['set-cookie']].flat().map((one) => String(one).split(';')[0]).join('; ');
      const ask = () => program.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', host: 'localhost', cookie }, payload: { query: '{ contracts(first: 1) { totalCount } }' } });
      expect((await ask()).statusCode).toBe(200);
      await server.primary.stop();
      const away = await ask();
      expect({ status: away.statusCode, retryAfter: away.headers['retry-after'], code: JSON.parse(away.body).errors?.[0].extensions.code ?? JSON.parse(away.body).problem?.code }).toEqual({ status: 503, retryAfter: '2', code: 'PLATFORM.DATABASE_AWAY' });
      await server.primary.start();
      await until(async () => (await ask()).statusCode === 200);
    } finally {
      await program.close();
      await server.close();
    }
  }, 120_000);
});
