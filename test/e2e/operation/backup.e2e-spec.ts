// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { backUp } from '../../../apps/api/src/operation/back-up.js';
import { FrameWriter } from '../../../apps/api/src/operation/backup-file.js';
import { examine } from '../../../apps/api/src/operation/doctor.js';
import { restore } from '../../../apps/api/src/operation/restore.js';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../../apps/api/src/platform/database/embedded-postgres.js';
import { ProblemError } from '../../../apps/api/src/platform/problem-error.js';
import { migrations } from '../../../database/migrations.js';
import { makeOlder } from '../../support/older-database.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const INVENTORY = 'Rechner;Software;Version\npc-1;Firefox;128\npc-2;Größe „x“\\N;1\npc-2;LibreOffice;24.2\n';

/** Rows of every table, counted and digested by the database itself, in no order; the list of tables is the database's own. */
async function contentOf(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string }>("SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname NOT IN ('migration', 'upload', 'session', 'pending_sign_in', 'access_token') ORDER BY 1");
  const content: Record<string, string> = {};
  for (const { name } of rows) {
    const read = await client.query<{ content: string }>(`SELECT count(*) || ':' || coalesce(md5(string_agg(md5(r::text), '' ORDER BY md5(r::text))), '') AS content FROM "${name}" r`);
    content[name] = read.rows[0]!.content;
  }
  return content;
}

describe('a backup', () => {
  let program: RunningProgram;
  let folder: string;
  let target: EmbeddedPostgres;
  let file: string;

  beforeAll(async () => {
    program = await runProgram();
    await program.importFile('inventar.csv', INVENTORY);
    folder = await mkdtemp(join(tmpdir(), 'fahrplan-backup-'));
    file = join(folder, 'a.fahrplan');
    target = await openEmbeddedPostgres(join(folder, 'data'), 'fast');
    await backUp(configOf(program), file, new Date());
  }, 120_000);
  afterAll(async () => {
    await target.close();
    await program.close();
    await rm(folder, { recursive: true, force: true });
  });

  const configOf = ({ database: { host, port, user, database, password }, dataFolder }: RunningProgram) => ({
    dataFolder,
    databaseUrl: host.startsWith('/') ? undefined : `postgres://${user}:${encodeURIComponent(String(password))}@${host}:${port}/${database}`,
  });
  const into = () => ({ dataFolder: join(folder, 'data'), databaseUrl: undefined });
  const code = async (work: Promise<unknown>) =>
    work.then(
      () => 'went well',
      (failure: unknown) => (failure instanceof ProblemError ? failure.problem.code : String(failure)),
    );
  const variant = async (name: string, bytes: Uint8Array) => {
    await writeFile(join(folder, name), bytes);
    return code(restore(into(), join(folder, name)));
  };
  const header = (names: readonly string[]) => ({ format: 'fahrplan-backup', version: 1, createdAt: new Date(0).toISOString(), migrations: names, partitions: [] });
  const written = (...documents: object[]) => {
    const writer = new FrameWriter();
    return gzipSync(Buffer.concat([...documents.map((one) => writer.document(one)), writer.end()]));
  };

  it('is refused where it was cut off, at any place', async () => {
    const whole = await readFile(file);
    for (const share of [0, 0.1, 0.5, 0.999]) expect(await variant('cut', whole.subarray(0, Math.floor(whole.length * share)))).toBe('OPERATION.BACKUP_DAMAGED');
  });

  it('is refused where one of its bytes is another, also below a packing that is whole', async () => {
    const plain = gunzipSync(await readFile(file));
    const at = plain.indexOf('LibreOffice');
    plain[at] = 'l'.charCodeAt(0);
    expect(await variant('tampered', gzipSync(plain))).toBe('OPERATION.BACKUP_DAMAGED');
  });

  it('is refused where something follows its end', async () => {
    const plain = gunzipSync(await readFile(file));
    expect(await variant('longer', gzipSync(Buffer.concat([plain, plain])))).toBe('OPERATION.BACKUP_DAMAGED');
  });

  it('is refused where a newer program made it, or no program at all', async () => {
    const names = migrations.map((migration) => migration.name);
    expect(await variant('newer', written(header([...names, 'FromTomorrow'])))).toBe('OPERATION.BACKUP_OF_OTHER_VERSION');
    expect(await variant('strange', written({ format: 'something else' }))).toBe('OPERATION.BACKUP_OF_OTHER_KIND');
    expect(await variant('statement', written({ ...header(names), partitions: [{ name: 'installation_1', of: 'installation', bound: 'DEFAULT; DROP TABLE job' }] }))).toBe('OPERATION.BACKUP_OF_OTHER_KIND');
    expect(await variant('text', Buffer.from('CREATE TABLE x ();'))).toBe('OPERATION.BACKUP_DAMAGED');
    expect(await code(restore(into(), join(folder, 'none')))).toBe('OPERATION.BACKUP_DAMAGED');
  });

  it('overwrites nothing', async () => expect(await code(backUp(configOf(program), file, new Date()))).toBe('OPERATION.BACKUP_EXISTS'));

  it('leaves nothing behind where it cannot be put in to the end', async () => {
    expect(await variant('wrong-column', written(header(migrations.map((one) => one.name)), { table: 'job', columns: ['nothing_of_the_kind'], sequences: {} }))).toContain('nothing_of_the_kind');
    const client = new pg.Client(target.connection);
    await client.connect();
    const { rows } = await client.query("SELECT count(*)::int AS tables FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')");
    await client.end();
    expect(rows[0].tables).toBe(0);
  });

  it('gives back every row of every table, in an installation that is well and goes on numbering', async () => {
    const before = await contentOf(program.database);
    expect(Number(before['installation']!.split(':')[0])).toBe(3);
    await restore(into(), file);
    const client = new pg.Client({ ...target.connection, options: '-c TimeZone=Europe/Berlin' });
    await client.connect();
    try {
      expect(await contentOf(client)).toEqual(before);
      const { rows } = await client.query("INSERT INTO title (raw) VALUES ('after the restore') RETURNING id, (SELECT max(id) FROM title) AS last");
      expect(rows[0].id).toBeGreaterThan(rows[0].last);
      await client.query("DELETE FROM title WHERE raw = 'after the restore'");
      await expect(client.query('DELETE FROM audit_entry')).rejects.toThrow();
    } finally {
      await client.end();
    }
    expect((await examine({ FAHRPLAN_DATA: join(folder, 'data') })).filter((check) => check.problem !== null)).toEqual([]);
    expect(await code(restore(into(), file))).toBe('OPERATION.DATABASE_NOT_EMPTY');
  });
});

describe('a backup of a database with another history', () => {
  /** With what stands on them. */
  const LATE = ['KnowPeople1764810000001', 'ChainAuditTrail1764810000002', 'KeepIdTokens1765060000001'];
  const names = migrations.map(({ name }) => name);
  const early = names.filter((name) => !LATE.includes(name) && name !== names.at(-1));
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fahrplan-history-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each<[string, readonly string[], readonly string[]]>([
    ['whose migrations came in another order', [...early, ...LATE, names.at(-1)!], []],
    ['that lacks migrations in the middle', early, [...LATE, names.at(-1)!]],
    ['of an older version', names.slice(0, 12), names.slice(12)],
  ])('%s is put in as it was there, and then brought to today’s', async (what, ran, missing) => {
    const [from, to] = [join(folder, `${what}-from`), join(folder, `${what}-to`)];
    const older = await openEmbeddedPostgres(from, 'fast');
    const file = join(folder, `${what}.fahrplan`);
    try {
      await makeOlder(older.connection, ran, async (source) => {
        await source.query("INSERT INTO department (key, name) SELECT 'd' || i, 'Amt ' || i FROM generate_series(1, 50) i");
        await source.query("INSERT INTO audit_entry (actor_id, operation, entity, entity_id) SELECT 1, 'test', 'Department', i FROM generate_series(1, 50) i");
      });
      await backUp({ dataFolder: from, databaseUrl: undefined }, file, new Date());
    } finally {
      await older.close();
    }
    const target = await openEmbeddedPostgres(to, 'fast');
    try {
      const restored = await restore({ dataFolder: to, databaseUrl: undefined }, file);
      expect(restored.migrated).toEqual(missing);
      const client = new pg.Client(target.connection);
      await client.connect();
      const { rows } = await client.query("SELECT (SELECT array_agg(name::text ORDER BY id) FROM migration) AS names, (SELECT count(*)::int FROM department) AS departments, (SELECT count(*)::int FROM audit_chain) AS chained");
      await client.end();
      expect(rows).toEqual([{ names: [...ran, ...missing], departments: 50, chained: 50 }]);
      const problems = (await examine({ FAHRPLAN_DATA: to })).filter(({ problem }) => problem !== null);
      expect(problems).toEqual([]);
    } finally {
      await target.close();
    }
  }, 120_000);
});
