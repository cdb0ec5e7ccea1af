// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const LOOKS = 60;

/** A look at what is stored, past the program. */
export async function withDatabase<T>(dataFolder: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const { dev, ino } = await stat(dataFolder);
  const socket = join(tmpdir(), `fahrplan-${createHash('sha256').update(`${dev}:${ino}:${dataFolder}`).digest('hex').slice(0, 16)}`);
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ host: socket, port: 5432, user: 'fahrplan', database: 'fahrplan' });
    client.on('error', () => undefined); // told by the statement that runs
    try {
      await client.connect();
      return await look(client);
    } catch (failure) {
      if (attempt === LOOKS) throw failure;
      await sleep(500); // it may be on its way up
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Everything a source has: what is installed, what was, and which files brought it; the same for two sources exactly if they went the same way; what stands behind the last T of a title is left out. */
export async function stateOf(dataFolder: string, source: string): Promise<string> {
  const named = (table: string) => `SELECT h.name, regexp_replace(t.raw, ' T\\d+$', '') AS raw, v.label, i.installed_on::text, f.records FROM ${table} i JOIN source s ON s.id = i.source_id JOIN host h ON h.id = i.host_id
    JOIN title t ON t.id = i.title_id JOIN version v ON v.id = i.version_id JOIN import f ON f.id = i.first_import_id WHERE s.name = $1`;
  return withDatabase(dataFolder, async (client) => {
    const { rows } = await client.query(
      `SELECT concat_ws(' / ', (SELECT count(*) || ':' || coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) FROM (${named('installation')}) r),
         (SELECT count(*) || ':' || coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) FROM (${named('installation_history')}) r),
         (SELECT count(*) FROM import i JOIN source s ON s.id = i.source_id WHERE s.name = $1)) AS state`,
      [source],
    );
    return rows[0].state as string;
  });
}

/** What does not fit together, however it came about; null where all does. */
export async function contradiction(dataFolder: string): Promise<string | null> {
  const checks: Readonly<Record<string, string>> = {
    'counts of titles': `SELECT count(*) FROM (SELECT title_id, count(*) AS n, count(DISTINCT host_id) AS hosts FROM installation GROUP BY title_id) c FULL JOIN (SELECT * FROM title_usage WHERE installations > 0) u USING (title_id)
      WHERE c.n IS DISTINCT FROM u.installations OR c.hosts IS DISTINCT FROM u.hosts::bigint`,
    'counts of products': `SELECT count(*) FROM product_usage p LEFT JOIN (SELECT m.product_id, sum(u.installations) AS n FROM title_match m JOIN title_usage u USING (title_id) WHERE m.role = 'PRODUCT' GROUP BY 1) c USING (product_id) WHERE p.installations <> coalesce(c.n, 0)`,
    'titles without a match': 'SELECT count(*) FROM title t WHERE NOT EXISTS (SELECT FROM title_match m WHERE m.title_id = t.id)',
    'figures of imports': 'SELECT count(*) FROM import WHERE format = \'\'',
    'jobs that say they are done, without their import': `SELECT count(*) FROM job j WHERE j.kind = 'import' AND j.status = 'DONE' AND j.result_id IS NOT NULL AND NOT EXISTS (SELECT FROM import i WHERE 'Import:' || i.id = j.result_id)`,
    'imports whose job does not say so': `SELECT count(*) FROM import i JOIN job j ON j.id = i.job_id WHERE j.status IN ('FAILED', 'CANCELLED')`,
  };
  return withDatabase(dataFolder, async (client) => {
    const wrong: string[] = [];
    for (const [what, sql] of Object.entries(checks)) {
      const count = Number((await client.query(sql)).rows[0].count);
      if (count > 0) wrong.push(`${what}: ${count}`);
    }
    return wrong.length === 0 ? null : wrong.join('; ');
  });
}
