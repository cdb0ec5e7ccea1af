// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** From this many titles on, all are counted anew: one pass over everything costs less than looking up as many one by one. */
const MANY_TITLES = 500;

/** Keeps the counts that lists show. */
@Injectable()
export class UsageRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Counts anew what lists show of the titles whose use changed. */
  async refreshTitles(titleIds: readonly number[]): Promise<void> {
    if (titleIds.length === 0) return;
    const isAll = titleIds.length >= MANY_TITLES;
    const values = isAll ? [] : [titleIds];
    const of = (column: string) => (isAll ? 'true' : `${column} = ANY($1)`);
    await this.transactions.query("SET LOCAL work_mem = '256MB'");
    await this.transactions.query('DROP TABLE IF EXISTS pg_temp.used');
    await this.transactions.query(
      `CREATE TEMP TABLE used ON COMMIT DROP AS SELECT i.title_id, h.department_id, sum(i.rows) AS installations, count(*) AS hosts
       FROM (SELECT title_id, host_id, count(*) AS rows FROM installation WHERE ${of('title_id')} GROUP BY title_id, host_id) i JOIN host h ON h.id = i.host_id GROUP BY i.title_id, h.department_id`,
      values,
    );
    await this.transactions.query('ANALYZE pg_temp.used');
    await this.transactions.query(`DELETE FROM title_usage WHERE ${of('title_id')}`, values);
    await this.transactions.query(`DELETE FROM title_department_usage WHERE ${of('title_id')}`, values);
    await this.transactions.query(
      `INSERT INTO title_usage (title_id, installations, hosts, register_entries, users)
       SELECT t.id, coalesce(i.installations, 0), coalesce(i.hosts, 0), coalesce(r.entries, 0), r.users FROM title t
       LEFT JOIN (SELECT title_id, sum(installations) AS installations, sum(hosts) AS hosts FROM used GROUP BY title_id) i ON i.title_id = t.id
       LEFT JOIN (SELECT title_id, count(*) AS entries, sum(users) AS users FROM register_entry WHERE ${of('title_id')} GROUP BY title_id) r ON r.title_id = t.id
       WHERE ${of('t.id')}`,
      values,
    );
    await this.transactions.query('INSERT INTO title_department_usage (title_id, department_id, installations) SELECT title_id, department_id, installations FROM used WHERE department_id IS NOT NULL');
  }
}
