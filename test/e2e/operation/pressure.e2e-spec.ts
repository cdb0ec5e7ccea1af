// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../../apps/api/src/platform/database/embedded-postgres.js';
import { ProgramProcess } from '../../support/program-process.js';
import { freePort } from '../../support/free-ports.js';

const INVENTORY = `Rechner;Software;Version\n${Array.from({ length: 50 }, (_, host) => `pc-${host};GIMP;2.10\n`).join('')}`;

let folder: string;
/** This process among the server's users: it brings the server back until it has left. */
const entered: EmbeddedPostgres[] = [];
let program: ProgramProcess;
let metricsPort: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-pressure-'));
  const postgres = await openEmbeddedPostgres(folder, 'fast');
  entered.push(postgres);
  metricsPort = await freePort();
  const { host, port, user, database } = postgres.connection;
  const url = `postgres://${user}:geheimes-passwort@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`;
  program = await ProgramProcess.start(folder, { DATABASE_URL: url, FAHRPLAN_MOST_REQUESTS: '4', FAHRPLAN_MOST_SUBSCRIPTIONS: '20', FAHRPLAN_METRICS_PORT: String(metricsPort), FAHRPLAN_LOG: 'debug', FAHRPLAN_SLOW_QUERY_MS: '1', FAHRPLAN_PSEUDONYM_KEY: 'ein-sehr-geheimer-schluessel-der-lang-ist' });
}, 120_000);
afterAll(async () => {
  await program.kill();
  for (const postgres of entered) await postgres.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 1_500; turn++) {
    if (await isSo()) return;
    await sleep(40);
  }
  throw new Error('it did not come about');
}

const ask = (query: string) => fetch(`${program.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${program.token}` }, body: JSON.stringify({ query }) });
const health = async (what: string) => (await fetch(`${program.url}/health/${what}`)).status;
const metrics = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();

/** A request whose end does not come. */
async function hold(path: string): Promise<Socket> {
  const socket = connect(Number(new URL(program.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: ${new URL(program.url).host}\r\nAuthorization: Bearer ${program.token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
  return socket;
}

describe('more requests than may be under way', () => {
  it('are told to come again, while those that were let in and questions for health are answered', async () => {
    const held = await Promise.all(Array.from({ length: 4 }, () => hold('/graphql')));
    await until(async () => (await ask('{ __typename }')).status === 503);
    const refused = await ask('{ __typename }');
    expect({ status: refused.status, retryAfter: refused.headers.get('retry-after') }).toEqual({ status: 503, retryAfter: '2' });
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'PLATFORM.OVERLOADED' } }] });
    expect([await health('live'), await health('ready')]).toEqual([200, 200]);
    for (const socket of held) socket.destroy();
    await until(async () => (await ask('{ __typename }')).status === 200);
  }, 60_000);

  it('of one kind, uploads, leave room for the others', async () => {
    const held = [await hold('/imports?fileName=a.csv')];
    await until(async () => (await metrics()).includes('fahrplan_http_requests_under_way 1\n')); // else the next one might take its place
    await until(async () => (await fetch(`${program.url}/imports?fileName=b.csv`, { method: 'POST', headers: { authorization: `Bearer ${program.token}` }, body: INVENTORY })).status === 503);
    expect((await ask('{ __typename }')).status).toBe(200);
    for (const socket of held) socket.destroy();
    await until(async () => (await fetch(`${program.url}/imports?fileName=b.csv`, { method: 'POST', headers: { authorization: `Bearer ${program.token}` }, body: INVENTORY })).status < 300);
  }, 60_000);
});

/** A web socket that has said who it is, and what it was told. */
async function subscriber(): Promise<{ readonly socket: WebSocket; readonly told: { id?: string; type: string; payload?: unknown }[]; readonly closed: Promise<number> }> {
  const socket = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const told: { type: string }[] = [];
  socket.addEventListener('message', ({ data }) => told.push(JSON.parse(String(data)) as { type: string }));
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${program.token}` } }));
  await Promise.race([until(async () => told.length > 0), closed]);
  return { socket, told, closed };
}

/** What the server answers to a request for a web socket that says nothing further. */
async function upgrade(path: string): Promise<{ readonly socket: Socket; readonly status: string }> {
  const socket = connect(Number(new URL(program.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${new URL(program.url).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`);
  return { socket, status: String((await once(socket, 'data'))[0]).split(' ')[1]! };
}

describe('more subscriptions than there may be', () => {
  let job: string;
  beforeAll(async () => {
    const client = new pg.Client(entered[0]!.connection);
    await client.connect();
    // nobody works on it, so it does not end
    job = (await client.query("INSERT INTO job (id, kind, status, subject, actor_id) SELECT gen_random_uuid(), 'import', 'RUNNING', 'endlos', id FROM actor LIMIT 1 RETURNING id")).rows[0].id;
    await client.end();
  });
  const subscribe = ({ socket }: { socket: WebSocket }, id: string) => socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: `subscription { jobProgress(id: "Job:${job}") { status } }` } }));
  const isTold = ({ told }: Awaited<ReturnType<typeof subscriber>>, id: string, type: string) => until(async () => told.some((one) => one.id === id && one.type === type));

  it('are refused to a person, whatever number of connections they have; what has ended makes room', async () => {
    const [first, second] = [await subscriber(), await subscriber()];
    expect(await (await subscriber()).closed).toBe(1013);
    subscribe(first, 'a');
    await isTold(first, 'a', 'next');
    subscribe(second, 'b');
    await isTold(second, 'b', 'next');
    subscribe(first, 'c');
    await isTold(first, 'c', 'error');
    expect(first.told.find(({ type }) => type === 'error')).toMatchObject({ payload: [{ extensions: { code: 'PLATFORM.TOO_MANY_SUBSCRIPTIONS', problem: { most: 20, mostOfOne: 2 } } }] });
    const text = await metrics();
    for (const line of ['fahrplan_subscriptions 2', 'fahrplan_web_sockets 2', 'fahrplan_subscriptions_refused_total 2']) expect(text).toContain(line);
    second.socket.send(JSON.stringify({ id: 'b', type: 'complete' }));
    await until(async () => (await metrics()).includes('fahrplan_subscriptions 1\n'));
    subscribe(first, 'd');
    await isTold(first, 'd', 'next');
    for (const { socket, closed } of [first, second]) {
      socket.close();
      await closed;
    }
    await until(async () => (await metrics()).includes('fahrplan_web_sockets 0\n'));
    expect(await metrics()).toContain('fahrplan_subscriptions 0\n');
  }, 60_000);

  it('are turned away before anything is known of them, where there are too many altogether', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => upgrade('/graphql')));
    expect(opened.map(({ status }) => status)).toEqual(Array(20).fill('101'));
    expect((await upgrade('/graphql')).status).toBe('503');
    for (const { socket } of opened) socket.destroy();
    await until(async () => (await metrics()).includes('fahrplan_web_sockets 0\n'));
  }, 60_000);

  it('find no door elsewhere, and are not left waiting there', async () => {
    const { socket, status } = await upgrade('/elsewhere');
    expect(status).toBe('404');
    await once(socket.resume(), 'close');
  });
});

describe('a database that goes away', () => {
  it('makes the program say so, and the program goes on by itself when it is back', async () => {
    expect(await program.import('Vorher', INVENTORY)).toMatchObject({ status: 'DONE' });
    await entered.pop()!.close(); // whoever only kills the server has it brought back at once by this process
    await until(async () => (await health('ready')) === 503);
    for (const query of ['{ hosts { totalCount } }', 'query named { products(first: 3) { nodes { name } } }', 'mutation { startScoringRun(input: { samples: 1000 }) { __typename } }']) {
      const answer = await ask(query);
      expect([query, answer.status, answer.headers.get('retry-after')]).toEqual([query, 503, '2']);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'PLATFORM.DATABASE_AWAY' } }] });
    }
    const upload = await fetch(`${program.url}/imports?fileName=a.csv`, { method: 'POST', headers: { authorization: `Bearer ${program.token}` }, body: INVENTORY });
    expect([upload.status, upload.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await health('live')).toBe(200);
    entered.push(await openEmbeddedPostgres(folder, 'fast'));
    await until(async () => (await health('ready')) === 200);
    expect((await ask('{ hosts { totalCount } }')).status).toBe(200);
    expect(await program.import('Nachher', INVENTORY)).toMatchObject({ status: 'DONE' });
  }, 120_000);
});

describe('whoever watches', () => {
  it('reads figures at an address of their own, and nobody reads them at the public one', async () => {
    await ask('query known { hosts { totalCount } }');
    const text = await metrics();
    for (const line of ['fahrplan_http_request_seconds_count{method="POST",route="/graphql",status="503"}', 'fahrplan_graphql_operation_seconds_count{operation="known",outcome="ok"}', 'fahrplan_job_seconds_count{kind="import",outcome="done"}', 'fahrplan_read_connections ', 'fahrplan_write_connections ', 'fahrplan_write_connections_wanted 0', 'nodejs_eventloop_lag_p99_seconds', 'fahrplan_http_requests_refused_total']) expect(text).toContain(line);
    expect((await fetch(`${program.url}/metrics`)).status).toBe(404);
  });

  it('has a bounded number of names of operations, whatever clients call theirs', async () => {
    for (let turn = 0; turn < 120; turn++) await ask(`query made${turn} { __typename }`);
    const text = await metrics();
    expect(text).toContain('operation="(other)"');
    expect(new Set([...text.matchAll(/operation="([^"]+)"/g)].map(([, name]) => name)).size).toBeLessThanOrEqual(101);
  }, 60_000);

  it('finds slow statements in the log, without their values', async () => {
    await ask('query slow { products(first: 50, filter: { search: "zaubertrank" }) { nodes { name alternatives(first: 5) { reason } } } }');
    const slow = program.complaints.filter((line) => line.includes('a statement was slow'));
    expect(slow.some((line) => line.includes('SELECT'))).toBe(true);
    expect(slow.some((line) => line.includes('INSERT') || line.includes('UPDATE'))).toBe(true);
    expect(slow.join()).not.toContain('zaubertrank');
  });

  it('finds no secret in the log', async () => {
    await fetch(`${program.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer abcdefgh12345678', cookie: 'session=oh-so-secret' }, body: '{"query":"{"}' });
    const log = program.complaints.join('\n');
    expect(log.length).toBeGreaterThan(0); // the database went away
    for (const secret of ['geheimes-passwort', 'ein-sehr-geheimer-schluessel', 'abcdefgh12345678', 'oh-so-secret']) expect(log).not.toContain(secret);
  });
});
