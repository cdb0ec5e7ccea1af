// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { migrate } from '../apps/api/src/platform/database/migrate.js';
import { openDatabase, type OpenDatabase } from '../apps/api/src/platform/database/open-database.js';
import { describeSchema } from './describe-schema.js';

describe('the description of the database schema', () => {
  let folder: string;
  let database: OpenDatabase;
  let owner: DataSource;
  let copy: DataSource;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fahrplan-describe-'));
    database = await openDatabase({ databaseUrl: undefined, dataFolder: folder });
    const { host, port, user } = database.owner.connection;
    const open = (name: string) => new DataSource({ type: 'postgres', host, port, username: user, database: name } as ConstructorParameters<typeof DataSource>[0]).initialize();
    owner = await open('fahrplan');
    await owner.query('CREATE DATABASE copy');
    copy = await open('copy');
  });

  afterAll(async () => {
    await copy?.destroy();
    await owner?.destroy();
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is SQL that makes the same database again', async () => {
    await migrate(database);
    const described = await describeSchema(owner);
    await copy.query(described);
    expect(await describeSchema(copy)).toBe(described);
  });

  it('shows what a statement changes', async () => {
    const before = await describeSchema(owner);
    const changes: [statement: string, line: RegExp][] = [
      ['ALTER TABLE host ADD COLUMN seen_by text COLLATE "C"', /^ {2}seen_by text COLLATE "C"/m],
      ['ALTER TABLE host ADD COLUMN length int GENERATED ALWAYS AS (char_length(name)) STORED', /^ {2}length integer GENERATED ALWAYS AS \(char_length\(name\)\) STORED/m],
      ["CREATE TYPE colour AS ENUM ('red', 'it''s green')", /^CREATE TYPE colour AS ENUM \('red', 'it''s green'\);$/m],
      ['CREATE VIEW busy_host AS SELECT id FROM host', /^CREATE VIEW busy_host AS$/m],
      ["COMMENT ON COLUMN host.name IS 'as it calls itself'", /^COMMENT ON COLUMN host\.name IS 'as it calls itself';$/m],
      ['CREATE UNIQUE INDEX one_host ON host (lower(name)) WHERE department_id IS NULL', /^CREATE UNIQUE INDEX one_host ON host .*WHERE \(department_id IS NULL\);$/m],
      ['ALTER TABLE host DROP CONSTRAINT host_department_fk', /^(?![\s\S]*host_department_fk)/],
    ];
    for (const [statement, line] of changes) {
      await owner.query(statement);
      expect(await describeSchema(owner)).toMatch(line);
    }
    expect(await describeSchema(owner)).not.toBe(before);
  });

  it('passes over no object in silence: what it cannot describe, it names', async () => {
    for (const [kind, statement, undo] of [
      ['sequence ticket', 'CREATE SEQUENCE ticket', 'DROP SEQUENCE ticket'],
      ['type age', 'CREATE DOMAIN age AS int CHECK (VALUE >= 0)', 'DROP DOMAIN age'],
      ['type pair', 'CREATE TYPE pair AS (a int, b int)', 'DROP TYPE pair'],
      ['table source', 'ALTER TABLE source ENABLE ROW LEVEL SECURITY', 'ALTER TABLE source DISABLE ROW LEVEL SECURITY'],
      ['rule nothing', 'CREATE RULE nothing AS ON DELETE TO source DO INSTEAD NOTHING', 'DROP RULE nothing ON source'],
    ] as const) {
      await owner.query(statement);
      await expect(describeSchema(owner)).rejects.toThrow(kind);
      await owner.query(undo);
    }
  });
});
