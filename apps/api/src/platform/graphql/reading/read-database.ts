// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';

/** Name under which the pool for reads is provided. */
export const READ_POOL = Symbol('READ_POOL');

/** Runs read statements: prepared once per connection and shape, by the digest of their text. */
@Injectable()
export class ReadDatabase {
  private readonly names = new Map<string, string>();
  private waiting: Promise<string> | null = null;

  constructor(@Inject(READ_POOL) private readonly pool: pg.Pool) {}

  /** The single value that the statement answers. */
  async value(text: string, values: readonly unknown[]): Promise<string | null> {
    const { rows } = await this.pool.query<[string | null]>({ name: this.nameOf(text), text, values: [...values], rowMode: 'array' } as pg.QueryArrayConfig);
    return rows[0]?.[0] ?? null;
  }

  /** The value and the state of the database it was read from, from one snapshot. */
  async valueWithState(text: string, values: readonly unknown[]): Promise<{ value: string | null; state: string }> {
    const whole = `SELECT (${text}), pg_current_snapshot()::text`;
    const { rows } = await this.pool.query<[string | null, string]>({ name: this.nameOf(whole), text: whole, values: [...values], rowMode: 'array' } as pg.QueryArrayConfig);
    return { value: rows[0]![0], state: rows[0]![1] };
  }

  /**
   * The state of the database as seen by a statement that starts after this call. Equal states mean that no transaction that writes has committed in between:
   * PostgreSQL's snapshot names the transactions it sees. Callers that come while a look is under way share the next one.
   */
  async state(): Promise<string> {
    this.waiting ??= Promise.resolve().then(async () => {
      this.waiting = null;
      const { rows } = await this.pool.query<[string]>({ name: 'state', text: 'SELECT pg_current_snapshot()::text', rowMode: 'array' } as pg.QueryArrayConfig);
      return rows[0]![0];
    });
    return this.waiting;
  }

  private nameOf(text: string): string {
    let name = this.names.get(text);
    if (name === undefined) {
      name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
      this.names.set(text, name);
      if (this.names.size > 2_000) this.names.delete(this.names.keys().next().value!);
    }
    return name;
  }
}
