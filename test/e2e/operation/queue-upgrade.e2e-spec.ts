// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { getConstructionPlans, getRollbackPlans } from 'pg-boss';
import { bringUpToDate } from '../../../apps/api/src/operation/bring-up-to-date.js';
import { examine } from '../../../apps/api/src/operation/doctor.js';
import { QUEUE_SCHEMA } from '../../../apps/api/src/platform/database/migrate.js';
import { ProgramProcess } from '../../support/program-process.js';
import { openSharedDatabase, type SharedDatabase } from '../../support/shared-database.js';

/** The oldest one that the library still knows the way back to. */
const OLDEST = 25;
/** Everything of the queue's schema, in no order; the columns of a table that was changed stand in another one. */
const SHAPE = `SELECT 'column' AS kind, concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) AS text
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum WHERE c.relnamespace = '${QUEUE_SCHEMA}'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT 'index', concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = '${QUEUE_SCHEMA}'::regnamespace
  UNION ALL SELECT 'constraint', concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = '${QUEUE_SCHEMA}'::regnamespace AND contype <> 'n'
  UNION ALL SELECT 'function', concat_ws(' ', proname, pg_get_function_identity_arguments(oid), regexp_replace(prosrc, '\\s+', ' ', 'g')) FROM pg_proc WHERE pronamespace = '${QUEUE_SCHEMA}'::regnamespace
  UNION ALL SELECT 'version', version::text FROM ${QUEUE_SCHEMA}.version ORDER BY 1, 2`;
const JOBS = `SELECT name, data->>'n' AS n, state::text FROM ${QUEUE_SCHEMA}.job ORDER BY name, n`;

let server: SharedDatabase;
beforeAll(async () => {
  server = await openSharedDatabase();
  await server.client.query('CREATE ROLE amt_owner LOGIN; CREATE ROLE amt LOGIN');
}, 120_000);
afterAll(() => server.close());

const today = Number(/version\(version\) VALUES \('?(\d+)/.exec(getConstructionPlans(QUEUE_SCHEMA))![1]);

/** A database whose queue is of an older version of the library: today's, taken back step by step by the library itself. */
async function makeQueueOf(version: number) {
  const name = `queue_${version}`;
  await server.client.query(`CREATE DATABASE ${name} OWNER amt_owner`);
  const as = (role: string) => server.url.replace(/\/\/\w+@/, `//${role}@`).replace(/\/fahrplan\?/, `/${name}?`);
  const owner = new pg.Client({ connectionString: as('amt_owner') });
  await owner.connect();
  if (version > 0) await owner.query(getConstructionPlans(QUEUE_SCHEMA));
  for (let step = today; step > version && version > 0; step--) await owner.query(getRollbackPlans(QUEUE_SCHEMA, step));
  return { owner, addresses: { databaseUrl: as('amt'), databaseAdminUrl: as('amt_owner'), dataFolder: server.folder } };
}

describe('the queue of an older version', () => {
  let shape: unknown[];
  beforeAll(async () => {
    const { owner, addresses } = await makeQueueOf(0);
    await bringUpToDate(addresses);
    shape = (await owner.query(SHAPE)).rows;
    await owner.end();
  }, 60_000);

  it.each([OLDEST, 27, 32, 37, 41, 44, today - 1])('%i is brought to what a new one is, with the jobs that wait in it', async (version) => {
    const { owner, addresses } = await makeQueueOf(version);
    try {
      expect((await owner.query(`SELECT version FROM ${QUEUE_SCHEMA}.version`)).rows).toEqual([{ version }]);
      await owner.query(`SELECT ${QUEUE_SCHEMA}.create_queue('elder', '{"policy": "standard"}')`);
      await owner.query(`INSERT INTO ${QUEUE_SCHEMA}.job (name, data, state) SELECT 'elder', jsonb_build_object('n', n), (ARRAY['created', 'active', 'completed', 'failed'])[n % 4 + 1]::${QUEUE_SCHEMA}.job_state FROM generate_series(1, 8) n`);
      const before = (await owner.query(JOBS)).rows;
      await bringUpToDate(addresses);
      expect((await owner.query(JOBS)).rows).toEqual(before);
      expect((await owner.query(SHAPE)).rows).toEqual(shape);
      await owner.query(`DELETE FROM ${QUEUE_SCHEMA}.job`); // of nobody who is known here
      const checks = await examine({ DATABASE_URL: addresses.databaseUrl, FAHRPLAN_DATA: server.folder });
      expect(checks.filter(({ problem, warning }) => problem !== null || warning !== undefined)).toEqual([]);
    } finally {
      await owner.end();
    }
  }, 60_000);

  it('serves the program afterwards', async () => {
    const { owner, addresses } = await makeQueueOf(OLDEST + 3);
    await owner.end();
    await bringUpToDate(addresses);
    const program = await ProgramProcess.start(server.folder, { DATABASE_URL: addresses.databaseUrl });
    expect(await program.import('erste', 'Rechner;Software;Version\npc-1;Firefox;128\n')).toMatchObject({ status: 'DONE' });
    await program.stop();
    expect(program.complaints).toEqual([]);
  }, 60_000);
});
