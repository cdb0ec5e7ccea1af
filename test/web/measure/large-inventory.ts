// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { openDatabase } from '../../../apps/api/src/platform/database/open-database.js';
import { addCandidates } from '../../support/many-candidates.js';
import { ProgramProcess } from '../../support/program-process.js';

export const PRODUCTS = 5_000;
export const INSTALLATIONS = 1_000_000;
const PREFIX = 'fachanwendung';
const TITLES_EACH = 4;

/** Sees to it that the data folder holds the invented city with so many products in use and so many installations, scored as a whole; a folder of an earlier run is taken as it is. */
export async function fillLargeInventory(dataFolder: string, say: (line: string) => void): Promise<void> {
  say('the invented city …');
  const city = await ProgramProcess.start(dataFolder, { FAHRPLAN_DEMO: 'city' });
  await city.stop();
  if (!(await grow(dataFolder, say))) return;
  say('scoring all of it …');
  const scored = await ProgramProcess.start(dataFolder);
  try {
    const { startScoringRun } = await scored.ask<{ startScoringRun: { job?: { id: string } } }>('mutation { startScoringRun(input: {}) { ... on StartScoringRunSuccess { job { id } } ... on Problem { code message } } }');
    if (!startScoringRun.job) throw new Error(JSON.stringify(startScoringRun));
    const { status, problem } = await scored.ended(startScoringRun.job.id);
    if (status !== 'DONE') throw new Error(JSON.stringify(problem));
  } finally {
    await scored.stop();
  }
}

/** @returns whether anything was missing */
async function grow(dataFolder: string, say: (line: string) => void): Promise<boolean> {
  const opened = await openDatabase({ databaseUrl: undefined, dataFolder });
  const database = new pg.Client(opened.owner.connection);
  await database.connect();
  try {
    const one = async (text: string): Promise<number> => Number((await database.query<{ n: string }>(text)).rows[0]!.n);
    const used = await one('SELECT count(*) AS n FROM product_usage WHERE installations > 0');
    const rows = await one('SELECT count(*) AS n FROM installation');
    if (used >= PRODUCTS) return false;
    say(`${used} products with ${rows} installations; ${PRODUCTS - used} with ${INSTALLATIONS - rows} more …`);
    await database.query('BEGIN');
    await addCandidates(database, PRODUCTS - used, PREFIX);
    for (const statement of installationStatements(INSTALLATIONS - rows)) await database.query(statement);
    await database.query('COMMIT');
    await database.query('VACUUM ANALYZE');
    return true;
  } finally {
    await database.end();
    await opened.close();
  }
}

/** Installations of the added products: few products are on many hosts, most on few; each has some titles and lies in all departments that its hosts lie in. */
function installationStatements(count: number): string[] {
  return [
    `CREATE TEMP TABLE added AS SELECT id, split_part(key, '-', -1)::int AS n, (${count} * split_part(key, '-', -1)::int ^ -0.5 / sum(split_part(key, '-', -1)::int ^ -0.5) OVER ())::int + 1 AS hosts FROM product WHERE key LIKE '${PREFIX}-%'`,
    'CREATE TEMP TABLE numbered_host AS SELECT id, department_id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS many FROM host',
    'CREATE UNIQUE INDEX ON numbered_host (n)',
    'CREATE TEMP TABLE numbered_version AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS many FROM version',
    `INSERT INTO source (name) VALUES ('Softwareverteilung')`,
    `INSERT INTO import (source_id, actor_id, file_name, sha256, format, records, accepted, rejected, added, removed, unchanged, titles_new, titles_matched, titles_queued)
       SELECT id, (SELECT min(id) FROM actor), 'softwareverteilung.csv', '\\x00', 'csv', ${count}, ${count}, 0, ${count}, 0, 0, 0, 0, 0 FROM source WHERE name = 'Softwareverteilung'`,
    `INSERT INTO title (raw, vendor, first_import_id) SELECT p.name || ' ' || k || '.' || a.n % 10 || ' (x64)', v.name, (SELECT max(id) FROM import) FROM added a JOIN product p ON p.id = a.id JOIN vendor v ON v.id = p.vendor_id, generate_series(1, ${TITLES_EACH}) k`,
    `CREATE TEMP TABLE added_title AS SELECT t.id, a.id AS product_id, row_number() OVER (PARTITION BY a.id ORDER BY t.id) - 1 AS n FROM added a JOIN product p ON p.id = a.id CROSS JOIN generate_series(1, ${TITLES_EACH}) k JOIN title t ON t.raw = p.name || ' ' || k || '.' || a.n % 10 || ' (x64)'`,
    `INSERT INTO title_match (title_id, decision, decided_by, role, family, product_id, version, confidence01) SELECT id, 'MATCHED', 'RULE', 'PRODUCT', '${PREFIX} ' || product_id, product_id, NULL, 0.97 FROM added_title`,
    'ANALYZE title',
    'CREATE TABLE installation_large (LIKE installation INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
    `INSERT INTO installation_large (source_id, host_id, title_id, version_id, installed_on, first_import_id)
       SELECT s.id, h.id, t.id, v.id, DATE '2024-01-01' + (a.n + j) % 900, i.id
       FROM (SELECT max(id) AS id FROM source) s CROSS JOIN (SELECT max(id) AS id FROM import) i CROSS JOIN (SELECT max(many) AS hosts FROM numbered_host) m CROSS JOIN (SELECT max(many) AS versions FROM numbered_version) w
            CROSS JOIN added a CROSS JOIN LATERAL generate_series(0, least(a.hosts, m.hosts)::int - 1) j
            JOIN numbered_host h ON h.n = (a.n * 37 + j) % m.hosts
            JOIN added_title t ON t.product_id = a.id AND t.n = j % ${TITLES_EACH}
            JOIN numbered_version v ON v.n = (a.n + j) % w.versions`,
    `DO $$ BEGIN EXECUTE format('ALTER TABLE installation ATTACH PARTITION installation_large FOR VALUES IN (%s)', (SELECT max(id) FROM source)); END $$`,
    'INSERT INTO title_usage (title_id, installations, hosts, register_entries) SELECT title_id, count(*), count(DISTINCT host_id), 0 FROM installation_large GROUP BY 1',
    'INSERT INTO title_department_usage SELECT title_id, department_id, count(*) FROM installation_large JOIN host h ON h.id = host_id WHERE department_id IS NOT NULL GROUP BY 1, 2',
    `INSERT INTO product_usage (product_id, titles, installations, register_entries) SELECT t.product_id, count(*), sum(u.installations), 0 FROM title_usage u JOIN added_title t ON t.id = u.title_id GROUP BY 1
       ON CONFLICT (product_id) DO UPDATE SET titles = excluded.titles, installations = excluded.installations`,
    'INSERT INTO product_department_usage SELECT t.product_id, u.department_id, sum(u.installations) FROM title_department_usage u JOIN added_title t ON t.id = u.title_id GROUP BY 1, 2',
  ];
}
