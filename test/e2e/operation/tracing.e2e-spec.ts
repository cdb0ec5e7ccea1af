// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ProgramProcess } from '../../support/program-process.js';
import { openSharedDatabase, type SharedDatabase } from '../../support/shared-database.js';
import { openSpanReceiver, type ReceivedSpan, type SpanReceiver } from '../../support/span-receiver.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
/** Each span reads the clock for itself, which tells milliseconds. */
const CLOCK_NS = 5_000_000n;
const CALLER = 'b7ad6b7169203331';
const INVENTORY = `Rechner;Software;Version;Benutzer\n${Array.from({ length: 50 }, (_, host) => `pc-${host};Zaubertrank;2.10;erika.mustermann\n`).join('')}`;

let database: SharedDatabase;
let receiver: SpanReceiver;
let program: ProgramProcess;
let worker: ProgramProcess;
beforeAll(async () => {
  database = await openSharedDatabase('prepared');
  receiver = await openSpanReceiver();
  const headers = join(database.folder, 'headers');
  await writeFile(headers, 'authorization=Basic%20geheimer-schluessel\n');
  const settings = { DATABASE_URL: database.url, OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.url}/`, OTEL_EXPORTER_OTLP_HEADERS_FILE: headers, OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip', OTEL_BSP_SCHEDULE_DELAY: '50' };
  program = await ProgramProcess.start(database.folder, { ...settings, FAHRPLAN_WORKERS: 'off', FAHRPLAN_LOG: 'info' });
  worker = await ProgramProcess.start(database.folder, { ...settings, OTEL_SERVICE_NAME: 'fahrplan-worker' }, 'worker');
}, 120_000);
afterAll(async () => {
  await Promise.all([program.kill(), worker.kill()]);
  await receiver.close();
  await database.close();
}, 60_000);

/** Spans come in pieces, a child before its parent. */
async function spansOf(traceId: string, isWhole: (spans: readonly ReceivedSpan[]) => boolean): Promise<readonly ReceivedSpan[]> {
  for (let turn = 0; turn < 1_000; turn++) {
    const spans = receiver.spans.filter((span) => span.traceId === traceId);
    if (isWhole(spans)) return spans;
    await sleep(20);
  }
  throw new Error(`spans are missing: ${JSON.stringify(receiver.spans.filter((span) => span.traceId === traceId).map(({ name, facts }) => ({ name, facts })))}`);
}

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${program.url}${path}`, { method: 'POST', headers: { authorization: `Bearer ${program.token}`, ...headers }, body });
const ask = (query: string, headers: Record<string, string> = {}, variables: object = {}) => post('/graphql', JSON.stringify({ query, variables }), { 'content-type': 'application/json', ...headers });
let traces = 0;
/** A trace that somebody else began. */
const fresh = () => {
  const traceId = (++traces).toString(16).padStart(32, TRACE);
  return { traceId, headers: { traceparent: `00-${traceId}-${CALLER}-01` } };
};

describe('a request', () => {
  it('is a span in the trace of whoever sent it, with the operation and its statements below', async () => {
    const { traceId, headers } = fresh();
    expect((await ask('query inventory { hosts(first: 3) { nodes { id } } }', headers)).status).toBe(200);
    const spans = await spansOf(traceId, (all) => all.some(({ kind }) => kind === 'server'));
    const request = spans.find(({ kind }) => kind === 'server')!;
    expect(request).toMatchObject({ name: 'POST /graphql', parentSpanId: CALLER, service: 'fahrplan', failed: false, facts: { 'http.request.method': 'POST', 'http.route': '/graphql', 'http.response.status_code': 200, 'fahrplan.request_id': expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    const operation = spans.find(({ name }) => name === 'query')!;
    expect(operation).toMatchObject({ parentSpanId: request.spanId, kind: 'internal', facts: { 'graphql.operation.type': 'query', 'graphql.operation.name': 'inventory' } });
    const statement = spans.find(({ parentSpanId }) => parentSpanId === operation.spanId)!;
    expect(statement).toMatchObject({ name: 'SELECT', kind: 'client', facts: { 'db.system.name': 'postgresql', 'db.operation.name': 'SELECT', 'db.query.text': expect.stringContaining('FROM') } });
    for (const [inner, outer] of [[operation, request], [statement, operation]] as const) {
      expect(inner.startNs >= outer.startNs - CLOCK_NS && inner.endNs <= outer.endNs + CLOCK_NS).toBe(true);
    }
  });

  it('that comes among others has its own statements alone', async () => {
    const asked = Array.from({ length: 40 }, () => fresh());
    await Promise.all(asked.map(({ headers }, k) => ask(`query many${k} { products(first: ${k + 1}) { nodes { name } } }`, headers)));
    for (const { traceId } of asked) {
      const spans = await spansOf(traceId, (all) => all.some(({ kind }) => kind === 'server'));
      const operation = spans.find(({ name }) => name === 'query')!;
      const statements = spans.filter(({ facts }) => String(facts['db.query.text']).includes('product'));
      expect(statements.map(({ parentSpanId }) => parentSpanId)).toEqual([operation.spanId]);
    }
  });

  it('whose body comes in pieces, after that of another on the same connection, is a span with its statements', async () => {
    const socket = connect(Number(new URL(program.url).port), '127.0.0.1');
    await once(socket, 'connect');
    for (const name of ['first', 'second']) {
      const { traceId, headers } = fresh();
      const body = JSON.stringify({ query: `query ${name} { products(first: 3) { nodes { ${name}: name } } }` });
      socket.write(`POST /graphql HTTP/1.1\r\nHost: ${new URL(program.url).host}\r\nAuthorization: Bearer ${program.token}\r\ntraceparent: ${headers.traceparent}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`);
      for (const piece of [body.slice(0, 20), body.slice(20)]) {
        await sleep(100);
        socket.write(piece);
      }
      const spans = await spansOf(traceId, (all) => all.some(({ kind }) => kind === 'server'));
      const operation = spans.find(({ facts }) => facts['graphql.operation.name'] === name)!;
      expect(spans.filter(({ kind }) => kind === 'client').map(({ parentSpanId }) => parentSpanId)).toContain(operation.spanId);
    }
    socket.destroy();
  });

  it('begins a trace of its own where the sender has none, or none that can be read, and is none where the sender takes no part', async () => {
    for (const traceparent of [undefined, '00-zaubertrank-1-01', `00-${'0'.repeat(32)}-${CALLER}-01`]) {
      const before = new Set(receiver.spans);
      await ask(`query own { __typename }`, traceparent === undefined ? {} : { traceparent });
      for (let turn = 0; turn < 500 && !receiver.spans.some((span) => !before.has(span) && span.kind === 'server'); turn++) await sleep(20);
      expect(receiver.spans.filter((span) => !before.has(span) && span.kind === 'server')).toMatchObject([{ parentSpanId: '', traceId: expect.stringMatching(/^(?!0{32})[0-9a-f]{32}$/) }]);
    }
    const { traceId } = fresh();
    await ask('{ __typename }', { traceparent: `00-${traceId}-${CALLER}-00` });
    const { traceId: next, headers } = fresh();
    await ask('{ __typename }', headers);
    await spansOf(next, (all) => all.some(({ kind }) => kind === 'server'));
    expect(receiver.spans.some((span) => span.traceId === traceId)).toBe(false);
  });

  it('that is refused is told of too; questions for health are not', async () => {
    const { traceId, headers } = fresh();
    expect((await ask('{ hosts { totalCount } }', { ...headers, authorization: 'Bearer wrong' })).status).toBe(401);
    expect(await spansOf(traceId, (all) => all.length > 0)).toMatchObject([{ name: 'POST /graphql', failed: false, facts: { 'http.response.status_code': 401 } }]);
    const refused = fresh();
    expect((await ask('{ job(id: "Host:x") { id } }', refused.headers)).status).toBe(200);
    const [operation] = (await spansOf(refused.traceId, (all) => all.some(({ kind }) => kind === 'server'))).filter(({ name }) => name === 'query');
    expect(operation).toMatchObject({ failed: false, facts: { 'fahrplan.problem': 'PLATFORM.ID_INVALID' } });
    const probe = fresh();
    await fetch(`${program.url}/health/ready`, { headers: probe.headers });
    const next = fresh();
    await ask('{ __typename }', next.headers);
    await spansOf(next.traceId, (all) => all.some(({ kind }) => kind === 'server'));
    expect(receiver.spans.some((span) => span.traceId === probe.traceId)).toBe(false);
  });
});

describe('a job', () => {
  it('goes on in another process in the trace of the request that asked for it, with its statements', async () => {
    const upload = fresh();
    const { uploadId } = (await (await post('/imports?fileName=zaubertrank.csv', INVENTORY, upload.headers)).json()) as { uploadId: string };
    const { traceId, headers } = fresh();
    const answer = (await (await ask('mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { job { id } } } }', headers, { input: { uploadId, source: 'Geheime Quelle' } })).json()) as { data: { startImport: { job: { id: string } } } };
    const jobId = answer.data.startImport.job.id;
    expect(await program.ended(jobId)).toMatchObject({ status: 'DONE' });
    const spans = await spansOf(traceId, (all) => all.some(({ kind }) => kind === 'consumer'));
    const operation = spans.find(({ name }) => name === 'mutation')!;
    const job = spans.find(({ kind }) => kind === 'consumer')!;
    expect(job).toMatchObject({ name: 'job import', service: 'fahrplan-worker', parentSpanId: operation.spanId, failed: false, facts: { 'fahrplan.job.kind': 'import', 'fahrplan.job.id': jobId.slice('Job:'.length), 'fahrplan.job.attempt': 1, 'fahrplan.job.outcome': 'done' } });
    const ofJob = spans.filter(({ parentSpanId }) => parentSpanId === job.spanId).map(({ name }) => name);
    for (const kind of ['COPY', 'INSERT', 'UPDATE', 'SELECT', 'COMMIT']) expect(ofJob).toContain(kind);
    expect(spans.filter(({ parentSpanId }) => parentSpanId === operation.spanId).map(({ name }) => name)).toContain('INSERT');
  });
});

describe('what is told', () => {
  it('has no value, no secret, no address and no person in it', async () => {
    const { traceId, headers } = fresh();
    await ask('query search($text: String) { products(first: 5, filter: { search: $text }) { nodes { name } } }', headers, { text: 'unsichtbarer Wert' });
    const literal = fresh();
    await ask('{ products(first: 5, filter: { search: "unsichtbarer Wert" }) { nodes { name } } }', literal.headers);
    for (const id of [traceId, literal.traceId]) await spansOf(id, (all) => all.some(({ kind }) => kind === 'server'));
    const all = JSON.stringify(receiver.spans, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    for (const hidden of ['unsichtbarer Wert', 'Zaubertrank', 'zaubertrank.csv', 'erika', 'Geheime Quelle', 'geheimer-schluessel', program.token]) expect(all).not.toContain(hidden);
  });

  it('is sent with the headers that stand in a file, packed', () => expect(receiver.headers()).toMatchObject({ authorization: 'Basic geheimer-schluessel', 'content-encoding': 'gzip' }));

  it('an unexpected failure is found by one id in answer, log and trace', async () => {
    const { traceId, headers } = fresh();
    await database.client.query('ALTER TABLE contract RENAME TO contract_away');
    const answer = (await (await ask('query broken { contracts(first: 1) { nodes { id } } }', headers)).json()) as { errors: { extensions: { code: string; requestId: string } }[] };
    await database.client.query('ALTER TABLE contract_away RENAME TO contract');
    const [{ extensions }] = answer.errors as [{ extensions: { code: string; requestId: string } }];
    expect(extensions.code).toBe('INTERNAL');
    const spans = await spansOf(traceId, (all) => all.some(({ kind }) => kind === 'server'));
    expect(spans.find(({ kind }) => kind === 'server')!.facts['fahrplan.request_id']).toBe(extensions.requestId);
    expect(spans.find(({ name }) => name === 'query')).toMatchObject({ failed: true, facts: { 'error.type': 'INTERNAL' } });
    expect(spans.find(({ name }) => name === 'SELECT')).toMatchObject({ failed: true, facts: { 'db.response.status_code': '42P01' } });
    const lines = program.complaints.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
    const line = lines.find(({ requestId }) => requestId === extensions.requestId)!;
    expect(line).toMatchObject({ traceId, msg: 'a request failed unexpectedly' });
    expect(spans.map(({ spanId }) => spanId)).toContain(line['spanId']);
  });
});

describe('a program', () => {
  it('whose receiver is away answers all the same, says so once, and ends in time', async () => {
    const lonely = await ProgramProcess.start(database.folder, { DATABASE_URL: database.url, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_BSP_SCHEDULE_DELAY: '20', OTEL_EXPORTER_OTLP_TIMEOUT: '100', FAHRPLAN_LOG: 'warn' });
    try {
      for (let turn = 0; turn < 40; turn++) {
        await lonely.ask('{ __typename }');
        await sleep(50);
      }
    } finally {
      const begunAt = performance.now();
      expect(await lonely.stop('SIGTERM')).toBe(0);
      expect(performance.now() - begunAt).toBeLessThan(15_000);
    }
    const said = lonely.complaints.filter((line) => line.includes('traces: '));
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(3);
  }, 120_000);

  it('for which no traces are configured loads nothing of OpenTelemetry that sends them', async () => {
    const spy = join(database.folder, 'spy.mjs');
    await writeFile(spy, "import { registerHooks } from 'node:module';\nregisterHooks({ resolve(name, context, next) { const found = next(name, context); if (found.url.includes('@opentelemetry')) process.stderr.write('LOADED ' + found.url + String.fromCharCode(10)); return found; } });\n");
    const loadedBy = async (settings: Record<string, string>) => {
      const watched = await ProgramProcess.start(database.folder, { DATABASE_URL: database.url, NODE_OPTIONS: `--import=${pathToFileURL(spy)}`, FAHRPLAN_WORKERS: 'off', ...settings });
      await watched.ask('{ hosts { totalCount } }');
      await watched.stop('SIGTERM');
      return watched.complaints.filter((line) => line.startsWith('LOADED'));
    };
    const isOfSdk = (line: string) => /sdk-trace|exporter|core|resources/.test(line);
    expect((await loadedBy({})).filter(isOfSdk)).toEqual([]);
    expect((await loadedBy({ OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url })).filter(isOfSdk)).toEqual([]);
    expect((await loadedBy({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url })).filter(isOfSdk)).not.toEqual([]);
  }, 120_000);
});
