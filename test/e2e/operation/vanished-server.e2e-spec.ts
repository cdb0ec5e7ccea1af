// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isConnectionLost } from '../../../apps/api/src/platform/database/broken.js';
import { readDatabaseAddress } from '../../../apps/api/src/platform/database/database-address.js';
import { readDirectly } from '../../../apps/api/src/platform/database/read-style.js';
import { clientsOf } from '../../../apps/api/src/platform/database/server-client.js';
import { ReadDatabase } from '../../../apps/api/src/platform/graphql/reading/read-database.js';
import { openSharedDatabase, type SharedDatabase } from '../../support/shared-database.js';

/** Hands on what comes, in a process of its own; few may wait at its door. */
const GATE = `
const { connect, createServer } = require('node:net');
const gate = createServer((visitor) => {
  const server = connect(process.argv[1]);
  visitor.pipe(server).pipe(visitor);
  for (const one of [visitor, server]) one.on('error', () => undefined);
});
gate.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => console.log(gate.address().port));
`;

/** Linux lets a knock at a door where too many wait go unheard, as at a machine that is not there; `npm run ha` has such a machine, but needs root for it. */
const isLinux = process.platform === 'linux';

describe('a database server whose machine vanishes without a word', () => {
  let database: SharedDatabase;
  const gates: ChildProcess[] = [];
  const waiting: Socket[] = [];
  beforeAll(async () => {
    database = await openSharedDatabase('prepared');
  }, 120_000);
  afterAll(async () => {
    for (const socket of waiting) socket.destroy();
    for (const gate of gates) gate.kill('SIGKILL');
    await database.close();
  });

  async function through(): Promise<{ readonly gate: ChildProcess; readonly port: number; readonly client: pg.Client }> {
    const url = new URL(database.url);
    const gate = spawn(process.execPath, ['-e', GATE, `${url.searchParams.get('host')}/.s.PGSQL.5432`], { stdio: ['ignore', 'pipe', 'inherit'] });
    gates.push(gate);
    const port = Number((await once(gate.stdout!, 'data'))[0]);
    const address = `postgres://${url.username}@127.0.0.1:${port}${url.pathname}`;
    const Client = clientsOf(readDatabaseAddress(address, 'any')!, null);
    const client = new Client({ connectionString: address });
    client.on('error', () => undefined); // told by the statement
    await client.connect();
    return { gate, port, client };
  }

  const isHeard = (port: number) =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => undefined);
      waiting.push(socket);
      setTimeout(() => resolve(false), 500);
    });

  it('is not waited for again by whoever has waited for somebody else’s look at it', async () => {
    const { gate, port, client } = await through();
    await client.end();
    const { username, pathname } = new URL(database.url);
    const pool = new pg.Pool({ host: '127.0.0.1', port, user: username, database: pathname.slice(1), max: 2 });
    pool.on('error', () => undefined);
    const reads = new ReadDatabase(pool, readDirectly(undefined), null);
    expect(await reads.state()).toEqual(await reads.state());
    gate.kill('SIGSTOP');
    const why = () => reads.state().then(() => 'answered', (failure: unknown) => failure);
    const [first, second] = await Promise.all([why(), sleep(50).then(why)]);
    expect(isConnectionLost(first)).toBe(true);
    expect(second).toBe(first);
    gate.kill('SIGCONT');
    expect(await reads.state()).not.toBeNull();
    await pool.end();
  });

  (isLinux ? it : it.skip)('is noticed, and a statement that only takes long is left alone', async () => {
    const [vanishing, staying] = [await through(), await through()];
    const lost = vanishing.client.query('SELECT pg_sleep(100)').catch((failure: unknown) => failure);
    const long = staying.client.query('SELECT pg_sleep(8)');
    vanishing.gate.kill('SIGSTOP');
    while (await isHeard(vanishing.port));
    const failure = await lost;
    expect(failure).toMatchObject({ code: 'ETIMEDOUT' });
    expect(isConnectionLost(failure)).toBe(true);
    expect((await long).rowCount).toBe(1);
    await staying.client.end();
  });
});
