// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { finished, type Readable } from 'node:stream';
import type pg from 'pg';
import type { Span, Tracing } from './tracing.js';

type Query = (...given: unknown[]) => unknown;

/** Spans for the statements of a pool that is asked statement by statement; waiting for a connection is part of them. Only what belongs to something that is traced is told. */
export function traceReads(pool: pg.Pool, tracing: Tracing): void {
  pool.query = traced(pool.query.bind(pool) as Query, tracing) as never;
}

/** The same for a pool that hands out connections. */
export function traceConnections(pool: pg.Pool, tracing: Tracing): void {
  const known = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    client.query = traced(client.query.bind(client) as Query, tracing) as never;
  });
}

function traced(query: Query, tracing: Tracing): Query {
  return (...given) => {
    if (tracing.underWay() === undefined || typeof given.at(-1) === 'function') return query(...given);
    const text = textOf(given[0]);
    const operation = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'SQL';
    // values stand in no statement: they are handed over beside it
    const span = tracing.begin(operation, 'client', { 'db.system.name': 'postgresql', 'db.operation.name': operation, 'db.query.text': text });
    const begun = query(...given);
    if (begun instanceof Promise) begun.then(() => span.end(), (failure: unknown) => endWith(span, failure));
    else finished(begun as Readable, (failure) => (failure ? endWith(span, failure) : span.end())); // COPY
    return begun;
  };
}

function endWith(span: Span, failure: unknown): void {
  const code = String((failure as { code?: unknown }).code ?? 'unknown');
  span.tell({ 'db.response.status_code': code });
  span.fail(code);
  span.end();
}

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  const { text } = asked as { readonly text?: string };
  return text ?? 'COPY';
}
