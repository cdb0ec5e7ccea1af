// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { QueryRunner } from 'typeorm';

/**
 * Builds an index on a table that grows, while programs go on writing it: for a migration of its own that says `transaction = false`. One that was left half built by an interruption is built anew. Where a transaction
 * runs all the same (a restore, beside which nobody works), it is built within that. Not for `installation`, whose partitions have to be indexed one by one.
 *
 * @param on table and columns: `host (user_name)`
 */
export async function buildIndex(runner: QueryRunner, name: string, on: string): Promise<void> {
  if (runner.isTransactionActive) {
    await runner.query(`CREATE INDEX ${name} ON ${on}`);
    return;
  }
  await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${on}`);
}
