// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
}, 60_000);
afterAll(() => program.close(), 30_000);

const TABLES = ['import', 'host', 'title', 'version', 'installation', 'installation_history', 'register_entry', 'title_match', 'title_usage', 'upload'];
const inventory = (hosts: number) => `Rechner;Software;Version\n${Array.from({ length: hosts }, (_, host) => Array.from({ length: 40 }, (_, k) => `pc-${host};Programm ${(host * 7 + k) % 900};${k % 5}\n`).join('')).join('')}`;
const rowsOf = async () => Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, Number((await program.database.query(`SELECT count(*) FROM ${table}`)).rows[0].count)])));
const port = () => (program.app.getHttpServer().address() as AddressInfo).port;
const uploads = () => readdir(`${program.dataFolder}/uploads`).catch(() => []);

/** Starts an import without waiting for its end. */
async function begin(source: string, content: string): Promise<string> {
  const upload = await program.inject({ method: 'POST', url: '/imports?fileName=f.csv', headers: { 'content-type': 'text/csv' }, payload: content });
  const { uploadId } = JSON.parse(upload.body);
  return (await program.data('mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { job { id } } } }', { input: { uploadId, source } })).startImport.job.id;
}

async function ended(id: string, done = (job: any) => !['QUEUED', 'RUNNING'].includes(job.status)): Promise<any> {
  for (let turn = 0; turn < 1_200; turn++) {
    const { job } = await program.data('query ($id: ID!) { job(id: $id) { status step done summary problem { code messageDe } } }', { id });
    if (done(job)) return job;
    await sleep(25);
  }
  throw new Error(`the job ${id} does not come to that`);
}

describe('an import in trouble', () => {
  it('that is cancelled in its middle leaves nothing', async () => {
    const before = await rowsOf();
    const id = await begin('Abbruch', inventory(4_000));
    await ended(id, (job) => job.step === 'reading' || job.status !== 'QUEUED');
    await program.data('mutation ($id: ID!) { cancelJob(input: { id: $id }) { __typename } }', { id });
    expect(await ended(id)).toMatchObject({ status: 'CANCELLED', problem: { code: 'PLATFORM.JOB_CANCELLED' } });
    expect(await rowsOf()).toEqual({ ...before, upload: before.upload! + 1 });
  });

  it('whose connection is cut begins anew, and is there once', async () => {
    const id = await begin('Schnitt', inventory(3_000));
    for (let cut = 0; cut < 1_000; cut++) {
      const { rowCount } = await program.database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fahrplan' AND state <> 'idle' AND query LIKE 'COPY installation%'");
      if (rowCount! > 0) break;
      await sleep(5);
    }
    expect(await ended(id)).toMatchObject({ status: 'DONE', summary: { installations: { added: 120_000, removed: 0 } } });
    expect((await program.database.query("SELECT FROM import i JOIN source s ON s.id = i.source_id WHERE s.name = 'Schnitt'")).rowCount).toBe(1);
  });

  it('of one source waits for the other', async () => {
    const jobs = [await begin('Eine', inventory(500)), await begin('Eine', inventory(600))];
    for (const id of jobs) expect(await ended(id)).toMatchObject({ status: 'DONE' });
    const { rows } = await program.database.query("SELECT count(*)::int AS rows FROM installation i JOIN source s ON s.id = i.source_id WHERE s.name = 'Eine'");
    expect(rows[0].rows).toBe(24_000);
  });
});

describe('a file that comes in', () => {
  it.each([
    ['is cut off', 'Content-Length: 1000', 'Rechner;Software\npc;GIMP\n'],
    ['breaks off between its pieces', 'Transfer-Encoding: chunked', '19\r\nRechner;Software\npc;GIMP\n\r\n'],
  ])('and %s leaves nothing behind', async (_what, header, body) => {
    const before = { files: await uploads(), rows: (await rowsOf())['upload'] };
    const socket = connect(port(), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST /imports?fileName=x.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${program.program.localToken}\r\nContent-Type: text/csv\r\n${header}\r\n\r\n${body}`);
    await sleep(150);
    socket.destroy();
    for (let turn = 0; turn < 100 && (await uploads()).length > before.files.length; turn++) await sleep(50);
    expect({ files: await uploads(), rows: (await rowsOf())['upload'] }).toEqual(before);
  });

  it('and is longer than is allowed is refused before it fills the disk', async () => {
    const before = await uploads();
    const response = await fetch(`http://127.0.0.1:${port()}/imports?fileName=x.csv`, { method: 'POST', headers: { 'content-type': 'text/csv', 'x-expected': '1', authorization: `Bearer ${program.program.localToken}` }, body: new Blob(['x']) });
    expect(response.status).toBe(201);
    const socket = connect(port(), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST /imports?fileName=x.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${program.program.localToken}\r\nContent-Type: text/csv\r\nContent-Length: 999999999999999\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1.1 413 /);
    expect(answer.toString()).toContain('IMPORTING.UPLOAD_TOO_LARGE');
    expect((await uploads()).length).toBe(before.length + 1);
  });
});

describe('the progress of a job', () => {
  const SUBSCRIBE = 'subscription ($id: ID!) { jobProgress(id: $id) { id status step done resultId } }';

  /** Speaks the protocol itself: all messages until the server completes, or refuses. */
  async function talk(query: string, variables: Record<string, unknown>, headers: Record<string, string> = {}): Promise<any[]> {
    const socket = new WebSocket(`ws://127.0.0.1:${port()}/graphql`, { protocols: ['graphql-transport-ws'], headers: { authorization: `Bearer ${program.program.localToken}`, ...headers } } as never);
    const messages: any[] = [];
    return new Promise((resolve) => {
      socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
      socket.addEventListener('close', () => resolve(messages));
      socket.addEventListener('error', () => resolve(messages));
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data));
        messages.push(message);
        if (message.type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
        if (message.type === 'complete' || message.type === 'error') socket.close();
      });
    });
  }

  it('is told step by step until it has ended', async () => {
    const id = await begin('Fortschritt', inventory(2_000));
    const events = (await talk(SUBSCRIBE, { id })).filter((message) => message.type === 'next').map((message) => message.payload.data.jobProgress);
    expect(events.length).toBeGreaterThan(1);
    expect(events.at(-1)).toMatchObject({ id, status: 'DONE', resultId: expect.stringMatching(/^Import:/) });
    expect(new Set(events.map((event) => event.status)).size).toBeGreaterThan(1);
  });

  it('is nothing where there is no such job, and a problem where the id is none', async () => {
    expect((await talk(SUBSCRIBE, { id: 'Job:00000000-0000-4000-8000-000000000000' })).map((message) => message.type)).toEqual(['connection_ack', 'complete']);
    expect(JSON.stringify(await talk(SUBSCRIBE, { id: 'Host:1' }))).toContain('PLATFORM.ID_INVALID');
  });

  it('is all that is told over a web socket, and not to pages of others', async () => {
    expect(JSON.stringify(await talk('mutation { cancelJob(input: { id: "Job:1" }) { __typename } }', {}))).toContain('BAD_REQUEST');
    expect((await talk(SUBSCRIBE, { id: 'Job:1' }, { origin: 'https://evil.example' })).map((message) => message.type)).toEqual([]);
    for (const authorization of ['', 'Bearer wrong', 'Bearer fahrplan_wrong']) expect(await talk(SUBSCRIBE, { id: 'Job:00000000-0000-4000-8000-000000000000' }, { authorization })).toEqual([]);
    expect((await talk(SUBSCRIBE, { id: 'Job:00000000-0000-4000-8000-000000000000' }, { origin: `http://127.0.0.1:${port()}` })).map((message) => message.type)).toContain('complete');
  });
});
