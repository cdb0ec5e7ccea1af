// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Result } from '#kernel';

/**
 * The one way to write: a use case runs inside a transaction, repositories take the running one from here and have no other way to the database. A result
 * that is not ok rolls back like a throw. A use case inside another one belongs to its transaction, and has to hand its failure on.
 */
@Injectable()
export class Transactions {
  private readonly running = new AsyncLocalStorage<{ readonly manager: EntityManager; readonly afterwards: (() => void)[] }>();

  constructor(private readonly source: DataSource) {}

  async run<T, P>(work: () => Promise<Result<T, P>>): Promise<Result<T, P>> {
    if (this.running.getStore()) return work(); // part of a larger change: whoever began it ends it
    const runner = this.source.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    const afterwards: (() => void)[] = [];
    try {
      const result = await this.running.run({ manager: runner.manager, afterwards }, work);
      if (result.ok) await runner.commitTransaction();
      else await runner.rollbackTransaction();
      if (result.ok) for (const call of afterwards) call();
      return result;
    } catch (failure) {
      await runner.rollbackTransaction().catch(() => undefined); // the connection may be what failed
      throw failure;
    } finally {
      await runner.release();
    }
  }

  /** The running transaction. */
  get manager(): EntityManager {
    return this.current.manager;
  }

  /** Has something done as soon as the running transaction is committed; never if it is not. It must not throw. */
  afterCommit(call: () => void): void {
    this.current.afterwards.push(call);
  }

  private get current() {
    const running = this.running.getStore();
    if (!running) throw new Error('a repository was called outside a transaction');
    return running;
  }

  /** The connection of the running transaction, for COPY. */
  async client(): Promise<pg.PoolClient> {
    return (await this.manager.queryRunner!.connect()) as pg.PoolClient;
  }

  /** Runs a statement in the running transaction. */
  async query<Row = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query(sql, [...values]) as Promise<Row[]>;
  }
}
