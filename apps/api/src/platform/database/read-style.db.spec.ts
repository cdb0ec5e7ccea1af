// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { openSharedDatabase, type SharedDatabase } from '../../../../../test/support/shared-database.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

let server: SharedDatabase;
beforeAll(async () => {
  server = await openSharedDatabase();
}, 60_000);
afterAll(() => server.close());

const SESSION = "SELECT concat_ws(' ', current_setting('TimeZone'), current_setting('statement_timeout'))";

describe.each([
  ['a server itself', false],
  ['a pooler', true],
])('reads through %s', (_what, isDatabasePooled) => {
  let database: OpenDatabase;
  const read = async (text: string, values: readonly unknown[] = []) => (await database.readStyle.from<[unknown]>(database.readPool, { text, values }))[0]?.[0];
  beforeAll(async () => {
    database = await openDatabase({ databaseUrl: server.url, dataFolder: server.folder, databaseReadUrl: server.url, isDatabasePooled });
  });
  afterAll(() => database.close());

  it('know the day of the administration, and take at most half a minute', async () => {
    expect(await read(SESSION)).toBe('Europe/Berlin 30s');
    expect(await database.replica!.rows({ text: SESSION }, null)).toEqual([['Europe/Berlin 30s']]);
    expect((await database.source.query("SELECT current_setting('TimeZone') AS zone"))[0].zone).toBe('Europe/Berlin');
    const client = database.client('alone');
    await client.connect();
    expect((await client.query('SHOW TimeZone')).rows[0].TimeZone).toBe('Europe/Berlin');
    await client.end();
  });

  it('leave behind on a session what only a session of its own may have', async () => {
    await read('SELECT $1::int + 1', [1]);
    expect(Number(await read('SELECT count(*) FROM pg_prepared_statements')) > 0).toBe(!isDatabasePooled);
    if (isDatabasePooled) expect((await database.readPool.query("SELECT current_setting('statement_timeout') AS most")).rows[0].most).toBe('0');
  });

  it('leave a connection that keeps too much', async () => {
    const counts: number[] = [];
    for (let shape = 0; shape < 700; shape++) counts.push(Number(await read(`SELECT count(*) AS shape${shape} FROM pg_prepared_statements`)));
    expect(Math.max(...counts)).toBeLessThanOrEqual(300);
    expect(counts.filter((count, at) => count < counts[at - 1]!)).toHaveLength(isDatabasePooled ? 0 : 2);
  });

  it('say what went wrong, and go on', async () => {
    await expect(read('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
    await expect(read('SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    expect(await read('SELECT $1::int', [7])).toBe(7);
    expect(database.readPool.waitingCount).toBe(0);
  });
});

describe('reads through a pooler', () => {
  it('change nothing', async () => {
    const database = await openDatabase({ databaseUrl: server.url, dataFolder: server.folder, isDatabasePooled: true });
    await expect(database.readStyle.from(database.readPool, { text: 'CREATE TABLE should_not_be (id int)' })).rejects.toMatchObject({ code: '25006' });
    await database.close();
  });
});
