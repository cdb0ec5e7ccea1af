// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Server } from 'node:http';
import type pg from 'pg';
import { READ_POOL } from '../../apps/api/src/platform/graphql/reading/index.js';
import { MOST_TOKENS } from '../../apps/api/src/platform/graphql/limits.js';
import { runProgram, type RunningProgram } from '../support/running-program.js';

const nested = (times: number) => `{ products { nodes { ${'interfaces { to { '.repeat(times)} id ${'} } '.repeat(times)} } } }`;
const many = (count: number, of: (k: number) => string) => Array.from({ length: count }, (_, k) => of(k)).join(' ');

/** Documents that ask for more than a server can give, with the code that each is refused with. */
const DOCUMENTS: readonly (readonly [string, string, string])[] = [
  ['nested without end', nested(40), 'PLATFORM.DOCUMENT_TOO_LARGE'],
  ['the same read under many names', `{ ${many(300, (k) => `a${k}: products { totalCount }`)} }`, 'PLATFORM.DOCUMENT_TOO_LARGE'],
  ['many names below one read, as the compiled way answers it', `{ products { nodes { ${many(300, (k) => `a${k}: name`)} } } }`, 'PLATFORM.DOCUMENT_TOO_LARGE'],
  ['fragments that double', `{ products { nodes { ...F0 } } } ${many(60, (k) => `fragment F${k} on Product { ...F${k + 1} ...F${k + 1} }`)} fragment F60 on Product { name }`, 'PLATFORM.DOCUMENT_TOO_LARGE'],
  ['directives by the hundred', `{ products { totalCount ${'@include(if: true) '.repeat(500)} } }`, 'PLATFORM.DOCUMENT_TOO_LARGE'],
  ['introspection within introspection', `{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} } '.repeat(12)} } } }`, 'PLATFORM.DOCUMENT_TOO_LARGE'],
  ['a fragment of itself', '{ products { nodes { ...A } } } fragment A on Product { interfaces { to { ...A } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['more words than are read', `{ ${'a '.repeat(MOST_TOKENS)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['brackets without end', '{a'.repeat(6_000), 'GRAPHQL_PARSE_FAILED'],
  ['no GraphQL at all', '\u0000\u0001<script>', 'GRAPHQL_PARSE_FAILED'],
];

describe('hostile documents', () => {
  let program: RunningProgram;

  beforeAll(async () => {
    program = await runProgram();
  }, 120_000);
  afterAll(() => program.close());

  it.each(DOCUMENTS)('%s: refused with 400 and a stable code', async (_what, document, code) => {
    const { status, body } = await program.query(document);
    expect({ status, codes: [...new Set(body.errors?.map((error) => error.extensions?.['code']))] }).toEqual({ status: 400, codes: expect.arrayContaining([code]) });
    expect(body.data ?? null).toBeNull();
  });

  it('says in two languages what to do', async () => {
    const { body } = await program.query(nested(40));
    expect(body.errors![0]!.message).toContain('Split it');
    expect(body.errors![0]!.extensions!['messageDe']).toContain('Teilen Sie');
  });

  it('many operations in one request are refused, as is a request that a page of another origin can send', async () => {
    const post = (headers: Record<string, string>, payload: string) => program.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect((await post({ 'content-type': 'application/json' }, JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]))).statusCode).toBe(400);
    expect((await post({ 'content-type': 'text/plain' }, JSON.stringify({ query: '{ __typename }' }))).statusCode).toBeGreaterThanOrEqual(400);
    expect((await program.inject({ method: 'GET', url: '/graphql?query=%7B__typename%7D' })).statusCode).toBe(400);
    expect((await post({ 'content-type': 'application/json' }, JSON.stringify({ query: `{ __typename } #${'x'.repeat(5 * 1024 * 1024)}` }))).statusCode).toBe(413);
  });

  it('no read and no sender may take for ever', async () => {
    const { rows } = await program.app.get<pg.Pool>(READ_POOL, { strict: false }).query('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '30s' }]);
    const { headersTimeout, requestTimeout } = program.app.getHttpServer() as Server;
    expect({ headersTimeout, requestTimeout }).toEqual({ headersTimeout: 15_000, requestTimeout: 900_000 });
  });

  it('a read that takes too long is ended, and the next one is answered', async () => {
    const pool = program.app.get<pg.Pool>(READ_POOL, { strict: false });
    const limitTo = async (time: string) => {
      const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
      for (const client of clients) await client.query(`SET statement_timeout = '${time}'`);
      for (const client of clients) client.release();
    };
    await limitTo('200ms');
    await program.database.query('BEGIN');
    await program.database.query('LOCK TABLE product IN ACCESS EXCLUSIVE MODE'); // a read has to wait
    const { body } = await program.query('{ products { nodes { name } } }');
    await program.database.query('ROLLBACK');
    expect(body.errors?.map((error) => error.extensions?.['code'])).toEqual(['PLATFORM.QUERY_TOO_LONG']);
    await limitTo('30s');
    expect((await program.query('{ products { nodes { name } } }')).body.errors).toBeUndefined();
  });

  it('still answers what explorers and pages ask', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await program.query(getIntrospectionQuery())).status).toBe(200);
    expect((await program.query(nested(2))).status).toBe(200);
  });
});
