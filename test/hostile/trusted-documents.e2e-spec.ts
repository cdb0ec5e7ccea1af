// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { loadTrustedDocuments } from '../../apps/api/src/platform/graphql/load-trusted-documents.js';
import { TrustedDocuments } from '../../apps/api/src/platform/graphql/trusted-documents.js';
import { ProgramProcess } from '../support/program-process.js';
import { runProgram, type RunningProgram } from '../support/running-program.js';

const idOf = (text: string): string => `sha256:${hash('sha256', text)}`;
const listOf = (name: string): Record<string, string> => JSON.parse(readFileSync(`dist/trusted-documents/${name}.json`, 'utf8'));
/** As they are kept by the administration. */
const OWN = '# How many machines there are\nquery Hosts { hosts { totalCount } }\n';
const TWO = 'query A { hosts { totalCount } } query B { contracts { totalCount } }';
const PROGRESS = 'subscription { jobProgress(id: "Job:4711") { status } }';
const STRANGE = '{ hosts { totalCount } }';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fahrplan-trusted-'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub/hosts.graphql'), OWN);
  writeFileSync(join(folder, 'monitor.json'), JSON.stringify({ any: TWO, other: PROGRESS }));
  writeFileSync(join(folder, 'README.md'), 'no document');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Body = Readonly<Record<string, unknown>> | readonly unknown[] | string;
const codesOf = (body: string): unknown[] => (JSON.parse(body).errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);
const post = (program: RunningProgram, payload: Body, headers: Record<string, string> = {}) =>
  program.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) });

describe('the lists of what page and command line send', () => {
  it.each(['page', 'command-line'])('%s: each document stands under its digest, and fits the schema', (name) => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const documents = Object.entries(listOf(name));
    expect(documents.length).toBeGreaterThan(40);
    for (const [id, text] of documents) expect([id, validate(schema, parse(text))]).toEqual([idOf(text), []]);
  });

  it('a folder is read with everything below it, or the start is refused with the file that cannot be', async () => {
    expect((await loadTrustedDocuments({ mode: 'known', folder })).mode).toBe('known');
    const faulty = mkdtempSync(join(tmpdir(), 'fahrplan-faulty-'));
    try {
      await expect(loadTrustedDocuments({ mode: 'only', folder: join(faulty, 'nowhere') })).rejects.toMatchObject({ problem: { code: 'PLATFORM.TRUSTED_DOCUMENTS_UNREADABLE', reason: 'ENOENT' } });
      for (const [name, content] of [['a.graphql', 'query {'], ['a.graphql', ''], ['a.json', '["query { hosts { totalCount } }"]'], ['a.json', '{"x": {"query": "{ a }"}}'], ['a.json', '{'], ['a.json', '{"x": "no document"}']] as const) {
        const file = join(faulty, name);
        writeFileSync(file, content);
        await expect(loadTrustedDocuments({ mode: 'only', folder: faulty })).rejects.toMatchObject({ problem: { code: 'PLATFORM.TRUSTED_DOCUMENTS_UNREADABLE', file, reason: expect.any(String) } });
        rmSync(file);
      }
    } finally {
      rmSync(faulty, { recursive: true });
    }
  });
});

describe('where only trusted documents are answered', () => {
  let program: RunningProgram;
  /** Of a program that may read everything, but not ask whatever it likes. */
  let token: string;
  let mighty: string;
  let session: string;

  const makeToken = async (permissions: readonly string[]): Promise<string> =>
    (await program.data('mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenSuccess { secret } } }', { input: { name: 'x', permissions } })).createAccessToken.secret;
  const ask = (payload: Body, secret = token) => post(program, payload, { authorization: `Bearer ${secret}` });
  const get = (query: string) => program.app.inject({ url: `/graphql?${query}`, headers: { authorization: `Bearer ${token}`, 'apollo-require-preflight': 'x' } });

  beforeAll(async () => {
    program = await runProgram(null, 'none', { trustedDocuments: { mode: 'only', folder } });
    const link = new URL((await program.program.signInUrl())!);
    const signedIn = await program.app.inject({ url: link.pathname + link.search });
    session = String([signedIn.headers['set-cookie']].flat()[0]).split(';')[0]!;
    token = await makeToken(['inventory:read', 'catalogue:read', 'schema:read', 'jobs:read']);
    mighty = await makeToken(['inventory:read', 'documents:any']);
  }, 120_000);
  afterAll(() => program.close());

  const persisted = (sha256Hash: unknown, version: unknown = 1) => ({ extensions: { persistedQuery: { version, sha256Hash } } });
  const known = { documentId: idOf(OWN) };

  it.each<[string, Body]>([
    ['its text', { query: OWN }],
    ['its text without the last line break of its file', { query: OWN.trimEnd() }],
    ['its id', known],
    ['its id as Apollo’s clients give it', persisted(hash('sha256', OWN))],
    ['text and id', { query: OWN, ...known, ...persisted(hash('sha256', OWN)) }],
    ['its id and an empty text', { query: '', ...known }],
    ['its id and the name of its operation', { documentId: idOf(TWO), operationName: 'A' }],
  ])('one that is known is answered by %s', async (_what, payload) => {
    const { statusCode, body } = await ask(payload);
    expect([statusCode, JSON.parse(body)]).toEqual([200, { data: { hosts: { totalCount: 0 } } }]);
  });

  it('and by GET', async () => {
    expect((await get(`documentId=${known.documentId}`)).json()).toEqual({ data: { hosts: { totalCount: 0 } } });
    expect((await get(`extensions=${encodeURIComponent(JSON.stringify(persisted(hash('sha256', OWN)).extensions))}`)).statusCode).toBe(200);
  });

  const HUGE = 'a'.repeat(3_000_000);
  const refusals: readonly (readonly [string, Body, number, string])[] = [
    ['another text', { query: STRANGE }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['introspection', { query: getIntrospectionQuery() }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['introspection of a single type', { query: '{ __type(name: "Host") { name } }' }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['no question at all', { query: '{ __typename }' }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['a known text with a blank more', { query: `${OWN} ` }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['a known text with a field more', { query: OWN.replace('totalCount', 'totalCount nodes { name }') }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['a known text with another name for a field', { query: OWN.replace('totalCount', 'n: totalCount') }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['a known text and another one behind it', { query: `${OWN}query X { contracts { totalCount } }`, operationName: 'X' }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['a text that cannot be read, which is not even read', { query: '{' }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['a text that is nested without end', { query: `{ ${'a { '.repeat(50_000)}` }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['a change', { query: 'mutation { replayMatching { __typename } }' }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['a known id before another text', { query: STRANGE, ...known }, 400, 'PLATFORM.DOCUMENT_ID_MISMATCH'],
    ['a known id as Apollo’s clients give it before another text', { query: STRANGE, ...persisted(hash('sha256', OWN)) }, 400, 'PLATFORM.DOCUMENT_ID_MISMATCH'],
    ['an id that fits another text that nobody knows', { query: STRANGE, documentId: idOf(STRANGE) }, 403, 'PLATFORM.DOCUMENT_NOT_TRUSTED'],
    ['two ids', { ...known, ...persisted(hash('sha256', TWO)) }, 400, 'PLATFORM.DOCUMENT_ID_MISMATCH'],
    ['an id that nobody knows', { documentId: idOf(STRANGE) }, 404, 'PLATFORM.DOCUMENT_UNKNOWN'],
    ['an id that nobody knows, as Apollo’s clients give it', persisted(hash('sha256', STRANGE)), 404, 'PLATFORM.DOCUMENT_UNKNOWN'],
    ['an id without its kind', { documentId: hash('sha256', OWN) }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['an id of another kind', { documentId: `md5:${hash('md5', OWN)}` }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['an id in capitals', { documentId: known.documentId.toUpperCase() }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['an id with a line break', { documentId: `${known.documentId}\n` }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['an id of great length', { documentId: `sha256:${HUGE}` }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['an empty id', { documentId: '' }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['a path', { documentId: 'sha256:../../etc/passwd' }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['a name of an object’s own', { documentId: 'sha256:constructor' }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['several ids', { documentId: [known.documentId] }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['an object for an id', { documentId: { toString: known.documentId } }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['a number for an id', persisted(7), 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['an id of another version', persisted(hash('sha256', OWN), 2), 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['an id that is a text', { extensions: { persistedQuery: hash('sha256', OWN) } }, 400, 'PLATFORM.DOCUMENT_ID_INVALID'],
    ['nothing', {}, 400, 'BAD_REQUEST'],
    ['a name alone', { operationName: 'Hosts' }, 400, 'BAD_REQUEST'],
    ['a text in pieces', { query: [OWN] }, 400, 'BAD_REQUEST'],
    ['an operation that is not in it', { ...known, operationName: 'Other' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['several operations in one request', [known, { query: STRANGE }], 400, 'BAD_REQUEST'],
  ];
  it.each(refusals)('refused: %s', async (_what, payload, status, code) => {
    const { statusCode, body } = await ask(payload);
    expect([statusCode, codesOf(body)]).toEqual([status, [code]]);
    expect(JSON.parse(body).data ?? null).toBeNull();
    expect(body.length).toBeLessThan(2_000); // what was sent is not sent back
  });

  it('refused by GET too, however often something is said', async () => {
    const strange = encodeURIComponent(STRANGE);
    for (const [query, status] of [[`query=${strange}`, 403], [`query=${strange}&documentId=${known.documentId}`, 400], [`documentId=${known.documentId}&documentId=${idOf(TWO)}`, 400], [`query=${encodeURIComponent(OWN)}&query=${strange}`, 400], [`query=${strange}&extensions=%7B`, 403], [`extensions=%7B`, 400]] as const) {
      const { statusCode, body } = await get(query);
      expect([query, statusCode]).toEqual([query, status]);
      expect(JSON.parse(body).data ?? null).toBeNull();
    }
    expect((await program.app.inject({ url: `/graphql?documentId=${known.documentId}`, headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(400); // a page of another origin could send it
  });

  it('a text is not kept for later because somebody sent it with its id', async () => {
    expect((await ask({ query: STRANGE, ...persisted(hash('sha256', STRANGE)) })).statusCode).toBe(403);
    expect((await ask({ query: STRANGE, ...persisted(hash('sha256', STRANGE)) }, mighty)).statusCode).toBe(200);
    expect((await ask(persisted(hash('sha256', STRANGE)))).statusCode).toBe(404);
  });

  it('says in two languages what to do', async () => {
    const [error] = JSON.parse((await ask({ query: STRANGE })).body).errors;
    expect(error).toMatchObject({ message: expect.stringContaining('documents:any'), extensions: { messageDe: expect.stringContaining('neu laden'), problem: { documentId: idOf(STRANGE) } } });
  });

  it('only a token that was made for it asks whatever it likes: no session, not even an administrator’s, and no stranger', async () => {
    expect((await ask({ query: STRANGE }, mighty)).statusCode).toBe(200);
    expect((await ask({ query: STRANGE }, program.program.localToken!)).statusCode).toBe(200);
    const bySession = await post(program, { query: STRANGE }, { cookie: session });
    expect([bySession.statusCode, codesOf(bySession.body)]).toEqual([403, ['PLATFORM.DOCUMENT_NOT_TRUSTED']]);
    expect((await post(program, known, { cookie: session })).statusCode).toBe(200);
    expect((await post(program, { query: STRANGE })).statusCode).toBe(403);
  });

  it('being trusted allows nobody more than they may', async () => {
    expect([(await post(program, known)).statusCode, (await ask({ documentId: idOf(TWO), operationName: 'B' })).statusCode]).toEqual([401, 403]);
    const { body } = await ask({ documentId: idOf(TWO), operationName: 'B' });
    expect(codesOf(body)).toEqual(['ACCESS.NOT_ALLOWED']);
  });

  it('over a web socket no other subscription is begun', async () => {
    const socket = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, { protocols: ['graphql-transport-ws'], headers: { authorization: `Bearer ${token}` } } as never);
    const told: { id?: string; type: string; payload?: { extensions?: { code: string }; message: string }[] }[] = [];
    const answerTo = async (message: { id?: string; type: string; payload?: object }): Promise<string> => {
      socket.send(JSON.stringify(message));
      for (;;) {
        const found = told.find(({ id, type }) => id === message.id && type !== 'next');
        if (found) return found.type === 'error' ? (found.payload![0]!.extensions?.code ?? found.payload![0]!.message) : found.type;
        await new Promise((resolve, reject) => {
          socket.addEventListener('message', resolve, { once: true });
          socket.addEventListener('close', ({ code, reason }) => reject(new Error(`closed with ${code} ${reason}`)), { once: true });
        });
      }
    };
    socket.addEventListener('message', ({ data }) => told.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    expect(await answerTo({ type: 'connection_init' })).toBe('connection_ack');
    const subscribe = (id: string, payload: object) => answerTo({ id, type: 'subscribe', payload });
    const ended = [];
    for (const payload of [{ query: PROGRESS }, { query: '', documentId: idOf(PROGRESS) }, { query: '', ...persisted(hash('sha256', PROGRESS)) }]) ended.push(await subscribe(`good ${ended.length}`, payload));
    expect(ended).toEqual(['complete', 'complete', 'complete']); // there is no such job
    const other = PROGRESS.replace('4711', '4712');
    const codes = [];
    for (const payload of [{ query: other }, { query: other, documentId: idOf(PROGRESS) }, { query: '', documentId: idOf(other) }, { query: '', documentId: 7 }, { query: getIntrospectionQuery() }, { query: OWN }]) codes.push(await subscribe(`bad ${codes.length}`, payload));
    expect(codes).toEqual(['PLATFORM.DOCUMENT_NOT_TRUSTED', 'PLATFORM.DOCUMENT_ID_MISMATCH', 'PLATFORM.DOCUMENT_UNKNOWN', 'PLATFORM.DOCUMENT_ID_INVALID', 'PLATFORM.DOCUMENT_NOT_TRUSTED', 'BAD_REQUEST']);
    socket.close();
  });
});

describe('where trusted documents are known by their ids', () => {
  it('ids are answered beside texts of all kinds; one that nobody knows is none', async () => {
    const program = await runProgram(null, 'none', { trustedDocuments: { mode: 'known', folder } });
    try {
      const headers = { authorization: `Bearer ${program.program.localToken}` };
      const ask = async (payload: Body) => {
        const { statusCode, body } = await post(program, payload, headers);
        return [statusCode, ...codesOf(body)];
      };
      const apollo = { extensions: { persistedQuery: { version: 1, sha256Hash: hash('sha256', STRANGE) } } };
      expect(await ask({ documentId: idOf(OWN) })).toEqual([200]);
      expect(await ask({ query: STRANGE })).toEqual([200]);
      expect(await ask({ query: STRANGE, documentId: idOf(STRANGE) })).toEqual([200]);
      expect(await ask({ documentId: idOf(STRANGE) })).toEqual([404, 'PLATFORM.DOCUMENT_UNKNOWN']);
      expect(await ask({ query: STRANGE, documentId: idOf(OWN) })).toEqual([400, 'PLATFORM.DOCUMENT_ID_MISMATCH']);
      expect(await ask(apollo)).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']); // whereupon Apollo's clients send the text along
      expect(await ask({ query: STRANGE, ...apollo })).toEqual([200]);
      expect(await ask(apollo)).toEqual([200]);
    } finally {
      await program.close();
    }
  });

  it('those that are not on the list are told of once each, without what is in them; not of strangers, nor of who may ask anything', async () => {
    const data = mkdtempSync(join(tmpdir(), 'fahrplan-known-'));
    const program = await ProgramProcess.start(data, { FAHRPLAN_TRUSTED_DOCUMENTS: 'known', FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER: folder, FAHRPLAN_LOG: 'info' });
    try {
      const { createAccessToken } = await program.ask<{ createAccessToken: { secret: string } }>('mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenSuccess { secret } } }', { input: { name: 'x', permissions: ['inventory:read'] } });
      const ask = async (query: string, variables: object = {}, authorization = `Bearer ${createAccessToken.secret}`) => (await fetch(`${program.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) }, body: JSON.stringify({ query, variables }) })).status;
      const asking = 'query ByName($name: String = "Muster-1") { hosts(filter: { name: $name }, first: 7) { totalCount } } # Frau Muster-2';
      for (let time = 0; time < 3; time++) await ask(asking, { name: 'Muster-3' });
      await ask('{ hosts', {});
      await ask(OWN);
      await ask(STRANGE, {}, '');
      await ask(TWO.replace('A', 'Mighty'), {}, `Bearer ${program.token}`);
      const lines = program.complaints.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ documentId }) => documentId !== undefined);
      expect(lines).toEqual([
        expect.objectContaining({ documentId: idOf(asking), document: 'query ByName($name:String="…"){hosts(filter:"…" first:"…"){totalCount}}' }),
        expect.objectContaining({ documentId: idOf('{ hosts'), document: null }),
      ]);
      expect(program.complaints.join()).not.toContain('Muster');
    } finally {
      await program.stop();
      rmSync(data, { recursive: true });
    }
  }, 60_000);

  it('of so many that somebody makes a new one for each question, some are told of', () => {
    const told: string[] = [];
    const trusted = new TrustedDocuments('known', [], (documentId) => told.push(documentId));
    const somebody = { actorId: 7, permissions: new Set(), isByToken: true } as never;
    for (let number = 0; number < 5_000; number++) expect(trusted.resolve({ query: `{ a${number} }` }, somebody).ok).toBe(true);
    expect(told).toHaveLength(1_000);
  });
});
