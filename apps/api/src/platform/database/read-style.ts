// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { timed, type SlowStatements } from './slow-statements.js';

/** Longest time a read may take; longer work is a job. */
export const LONGEST_READ_MS = 30_000;
const MOST_NAMES = 2_000;
/** A server keeps the plan of whatever was prepared on a connection, some hundred kilobytes each; a connection that has so many makes room for a new one. */
const MOST_PREPARED = 300;

export type ReadStatement = Readonly<Pick<pg.QueryArrayConfig, 'text'>> & { readonly values?: readonly unknown[] };

/** How statements that only read are sent. */
export interface ReadStyle {
  /** Whether a connection keeps what was prepared on it. */
  readonly prepares: boolean;
  /** Over a connection that nobody else uses meanwhile. */
  on<Row extends unknown[]>(client: pg.ClientBase, statement: ReadStatement): Promise<Row[]>;
  from<Row extends unknown[]>(pool: pg.Pool, statement: ReadStatement): Promise<Row[]>;
  /** Whether a connection keeps so much that it is not used again. */
  isFull(client: pg.ClientBase): boolean;
}

/** To a server itself: each shape is prepared once per connection, by the digest of its text; the session bounds the time. */
export function readDirectly(slow: SlowStatements | undefined): ReadStyle {
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    let name = names.get(text);
    if (name === undefined) {
      name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
      names.set(text, name);
      if (names.size > MOST_NAMES) names.delete(names.keys().next().value!);
    }
    return name;
  };
  const prepared = new WeakMap<pg.ClientBase, Set<string>>();
  const send = async <Row extends unknown[]>(client: pg.ClientBase, { text, values = [] }: ReadStatement): Promise<Row[]> => {
    const name = nameOf(text);
    const known = prepared.get(client);
    if (known === undefined) prepared.set(client, new Set([name]));
    else known.add(name);
    return (await client.query<Row>({ name, text, values: [...values], rowMode: 'array' } as pg.QueryArrayConfig)).rows;
  };
  const isFull = (client: pg.ClientBase) => (prepared.get(client)?.size ?? 0) >= MOST_PREPARED;
  return {
    prepares: true,
    on: (client, statement) => timed(slow, statement.text, () => send(client, statement)),
    from: (pool, statement) => timed(slow, statement.text, () => withConnection(pool, (client) => send(client, statement), isFull)), // waiting for a connection included
    isFull,
  };
}

/**
 * Through a pooler that gives a session away after each transaction: no statement is prepared, and the time is bounded inside of a transaction, whose three parts travel together.
 */
export function readThroughPooler(slow: SlowStatements | undefined): ReadStyle {
  const on: ReadStyle['on'] = <Row extends unknown[]>(client: pg.ClientBase, { text, values = [] }: ReadStatement) =>
    timed(slow, text, async () => {
      const parts = [client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${LONGEST_READ_MS}`), client.query<Row>({ text, values: [...values], rowMode: 'array' }), client.query('COMMIT')] as const;
      const [, read] = await Promise.allSettled(parts).then((ended) => {
        const failed = ended.find((one) => one.status === 'rejected');
        if (failed) throw failed.reason;
        return Promise.all(parts);
      });
      return read.rows;
    });
  return { prepares: false, on, from: (pool, statement) => withConnection(pool, (client) => on(client, statement)), isFull: () => false };
}

/** Does something over a connection of its own; one over which something failed, or that is full, is not used again. */
export async function withConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>, isFull: ReadStyle['isFull'] = () => false): Promise<T> {
  const client = await pool.connect();
  const ignore = () => undefined; // told by the statement that runs
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (failure) {
    broken = failure as Error;
    throw failure;
  } finally {
    client.off('error', ignore);
    client.release(broken ?? isFull(client));
  }
}
