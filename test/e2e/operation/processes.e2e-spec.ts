// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProgramProcess } from '../../support/program-process.js';
import { openSharedDatabase, type SharedDatabase } from '../../support/shared-database.js';

const inventory = (hosts: number) => `Rechner;Software;Version\n${Array.from({ length: hosts }, (_, host) => Array.from({ length: 40 }, (_, k) => `pc-${host};Programm ${(host * 7 + k) % 900};${k % 5}\n`).join('')).join('')}`;

let database: SharedDatabase;
let started: ProgramProcess[] = [];
beforeEach(async () => {
  database = await openSharedDatabase('prepared');
}, 60_000);
afterEach(async () => {
  await Promise.all(started.map((one) => one.kill()));
  started = [];
  await database.close();
}, 60_000);

async function start(entry: 'main' | 'worker', settings: Readonly<Record<string, string>> = {}): Promise<ProgramProcess> {
  const process = await ProgramProcess.start(database.folder, { DATABASE_URL: database.url, ...settings }, entry);
  started.push(process);
  return process;
}

async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let turn = 0; turn < 2_000; turn++) {
    const found = await look();
    if (found) return found;
    await sleep(20);
  }
  throw new Error('it did not come about');
}

const jobRow = async (id: string) => (await database.client.query('SELECT status, step, done::int, attempt, handed_back FROM job WHERE id = $1', [id.slice('Job:'.length)])).rows[0];
const isRead = (id: string) => until(async () => (await jobRow(id)).step === 'reading' && (await jobRow(id)).done > 0);

describe('a program that is asked to stop', () => {
  it('in the middle of an import hands it back, and the next one ends it', async () => {
    const first = await start('main');
    const id = await first.begin('Übergabe', inventory(4_000));
    await isRead(id);
    expect(await first.stop('SIGTERM')).toBe(0);
    expect(await jobRow(id)).toMatchObject({ status: 'QUEUED', attempt: 1, handed_back: 1 });
    expect((await database.client.query('SELECT count(*)::int AS imports FROM import')).rows[0].imports).toBe(0);
    const next = await start('main');
    expect(await next.ended(id)).toMatchObject({ status: 'DONE' });
    expect((await database.client.query('SELECT count(*)::int AS imports, (SELECT count(*)::int FROM installation) AS installations FROM import')).rows[0]).toEqual({ imports: 1, installations: 160_000 });
    expect(first.complaints).toEqual([]);
  }, 120_000);

  it('however often, without using up the attempts of the job', async () => {
    let program = await start('main');
    const id = await program.begin('Immer wieder', inventory(4_000));
    for (let turn = 1; turn <= 5; turn++) {
      await isRead(id);
      await program.stop('SIGTERM');
      program = await start('main');
    }
    expect(await program.ended(id)).toMatchObject({ status: 'DONE' });
    expect((await jobRow(id)).attempt).toBe(6);
  }, 240_000);

  it('does not hand back what somebody cancelled', async () => {
    const program = await start('main');
    const id = await program.begin('Abbruch', inventory(4_000));
    await isRead(id);
    await database.client.query('UPDATE job SET cancel_asked = true');
    await program.stop('SIGTERM');
    expect(await jobRow(id)).toMatchObject({ status: 'CANCELLED' });
  }, 120_000);

  it('says first that it is not ready, then ends requests that are under way, and subscriptions in their own way', async () => {
    const program = await start('main', { FAHRPLAN_DRAIN_SECONDS: '2' });
    const { port } = new URL(program.url);
    const subscriptions = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = once(subscriptions, 'close');
    await once(subscriptions, 'open');
    subscriptions.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${program.token}` } }));
    const body = JSON.stringify({ query: '{ __typename }' });
    const slow = connect(Number(port), '127.0.0.1');
    await once(slow, 'connect');
    slow.write(`POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`);
    await sleep(200);
    const stopping = program.stop('SIGTERM');
    await until(async () => (await fetch(`${program.url}/health/ready`)).status === 503);
    expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
    await until(() => fetch(`${program.url}/health/live`).then(() => false, () => true));
    slow.write(body);
    expect(String((await once(slow, 'data'))[0])).toContain('"__typename":"Query"');
    expect((await closed)[0]).toMatchObject({ code: 1001 });
    expect(await stopping).toBe(0);
  }, 120_000);
});

describe('a job', () => {
  it('that ends its process each time is given up with a reason', async () => {
    const program = await start('main');
    const id = await program.begin('Tödlich', inventory(4_000));
    await isRead(id);
    await program.kill();
    await database.client.query('UPDATE job SET attempt = 4');
    await database.client.query("UPDATE job_queue.job SET state = 'retry', start_after = now() WHERE id = $1", [id.slice(4)]);
    const next = await start('main');
    expect(await next.ended(id)).toMatchObject({ status: 'FAILED', problem: { code: 'PLATFORM.JOB_KEEPS_DYING' } });
  }, 120_000);

  it('that was taken for dead and goes on stores nothing', async () => {
    const program = await start('main');
    const id = await program.begin('Totgesagt', inventory(4_000));
    await isRead(id);
    await database.client.query('UPDATE job SET attempt = attempt + 1'); // as another process would
    await until(async () => (await database.client.query("SELECT FROM pg_stat_activity WHERE application_name = 'fahrplan' AND state LIKE 'idle in transaction%' OR state = 'active' AND pid <> pg_backend_pid() AND application_name = 'fahrplan'")).rowCount === 0);
    expect((await database.client.query('SELECT count(*)::int AS imports FROM import')).rows[0].imports).toBe(0);
    expect(await jobRow(id)).toMatchObject({ status: 'RUNNING' });
  }, 120_000);
});

describe('two servers and two workers on one database', () => {
  it('start at once, take each job once, see it from everywhere and cancel it from everywhere', async () => {
    const [one, other] = await Promise.all([start('main', { FAHRPLAN_WORKERS: 'off' }), start('main', { FAHRPLAN_WORKERS: 'off' }), start('worker'), start('worker')]);
    const ids = await Promise.all(Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? one : other).begin(`Quelle ${turn}`, inventory(200))));
    for (const id of ids) expect(await other.ended(id)).toMatchObject({ status: 'DONE' });
    for (const id of ids) expect(await jobRow(id)).toMatchObject({ attempt: 1 });
    expect((await database.client.query('SELECT count(*)::int AS imports FROM import')).rows[0].imports).toBe(8);

    const long = await one.begin('Lang', inventory(6_000));
    await until(async () => (await other.stepOf(long)) === 'reading');
    await other.ask('mutation ($id: ID!) { cancelJob(input: { id: $id }) { __typename } }', { id: long });
    expect(await one.ended(long)).toMatchObject({ status: 'CANCELLED', problem: { code: 'PLATFORM.JOB_CANCELLED' } });
    expect(started.flatMap((process) => process.complaints)).toEqual([]);
  }, 240_000);
});
