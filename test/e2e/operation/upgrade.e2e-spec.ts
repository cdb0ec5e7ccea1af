// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../database/migrations.js';
import { examine } from '../../../apps/api/src/operation/doctor.js';
import { FIRST_VERSION, fillFirstVersion } from '../../support/first-version-rows.js';
import { makeOlder, migrationsUpTo } from '../../support/older-database.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

/** Table → rows, each by the columns that the first version had and that are still there. */
type Content = Readonly<Record<string, readonly string[]>>;

/** What upgrading is meant to change of what was there: the catalogue has to be read anew. */
const MEANT = ['catalogue_state.sha256'];

let program: RunningProgram;
let columns: Record<string, string[]>;
let before: Content;
let after: Content;

beforeAll(async () => {
  program = await runProgram(async (connection) => {
    await makeOlder(connection, migrationsUpTo(FIRST_VERSION), async (source) => {
      await fillFirstVersion(source);
      columns = await columnsOf(source);
      before = await contentOf(source, columns);
    });
    await makeOlder(connection, migrations.map(({ name }) => name).slice(migrationsUpTo(FIRST_VERSION).length), async (source) => {
      const now = await columnsOf(source);
      const still = Object.fromEntries(Object.entries(columns).map(([table, names]) => [table, names.filter((name) => now[table]!.includes(name) && !MEANT.includes(`${table}.${name}`))]));
      before = Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows.map((row) => JSON.stringify(pick(JSON.parse(row), still[table]!)))]));
      after = await contentOf(source, still);
    });
  });
}, 180_000);
afterAll(() => program.close());

function pick(row: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries([...names].sort().map((name) => [name, row[name]]));
}

async function columnsOf(source: DataSource): Promise<Record<string, string[]>> {
  const rows: { table: string; names: string[] }[] = await source.query(
    `SELECT c.relname AS table, array_agg(a.attname::text) AS names FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migration' GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ table, names }) => [table, names]));
}

async function contentOf(source: DataSource, of: Readonly<Record<string, readonly string[]>>): Promise<Content> {
  const content: Record<string, readonly string[]> = {};
  for (const [table, names] of Object.entries(of)) {
    const rows: { row: Record<string, unknown> }[] = await source.query(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
    content[table] = rows.map(({ row }) => JSON.stringify(pick(row, names))).sort();
  }
  return content;
}

/** Until nothing is queued or runs. */
async function jobsEnd(): Promise<void> {
  for (let patience = 600; patience > 0; patience--) {
    const { rows } = await program.database.query<{ open: number }>("SELECT count(*)::int AS open FROM job WHERE status IN ('QUEUED', 'RUNNING')");
    if (rows[0]!.open === 0) return;
    await sleep(100);
  }
  throw new Error('jobs do not end');
}

const wrong = async (): Promise<unknown[]> => {
  const { host, port, user, database, password } = program.database;
  const url = host.startsWith('/') ? {} : { DATABASE_URL: `postgres://${user}:${encodeURIComponent(String(password))}@${host}:${port}/${database}` };
  return (await examine({ FAHRPLAN_DATA: program.dataFolder, ...url })).filter(({ problem }) => problem !== null);
};

describe('a database that the first version filled', () => {
  it('had rows in every table', () => {
    expect(Object.keys(before).length).toBeGreaterThan(35);
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual([]);
  });

  it('keeps every one of them, word for word, through every migration', () => {
    for (const [table, rows] of Object.entries(before)) expect([table, [...after[table]!].sort()]).toEqual([table, [...rows].sort()]);
  });

  it('holds all that has to hold, once today’s program has read its catalogue and recognised its titles', async () => {
    await jobsEnd();
    expect(await wrong()).toEqual([]);
    const { rows } = await program.database.query("SELECT status, message FROM job WHERE status <> 'DONE'");
    expect(rows).toEqual([]);
  });

  it('answers every list with every field', async () => {
    const schema = program.app.get(GraphQLSchemaHost, { strict: false }).schema;
    const lists = Object.values(schema.getQueryType()!.getFields()).filter((field) => getNamedType(field.type).name.endsWith('Connection') && !field.args.some(isRequiredArgument));
    const filled: string[] = [];
    for (const { name, type } of lists) {
      const connection = getNamedType(type);
      const node = isObjectType(connection) ? getNamedType(connection.getFields()['nodes']!.type) : undefined;
      if (!isObjectType(node)) throw new Error(name);
      const fields = Object.values(node.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument)).map((field) => field.name);
      const { body } = await program.query<any>(`{ list: ${name}(first: 100) { totalCount nodes { __typename ${fields.join(' ')} } } }`);
      expect([name, body.errors]).toEqual([name, undefined]);
      expect(body.data.list.nodes).toHaveLength(Math.min(100, body.data.list.totalCount));
      if (body.data.list.totalCount > 0) filled.push(name);
    }
    expect(filled).toEqual(expect.arrayContaining(['products', 'contracts', 'departments', 'hosts', 'titles', 'installations', 'imports', 'exemptions', 'assessments', 'scoringRuns', 'candidates', 'scenarios', 'plans', 'auditTrail', 'jobs', 'matchDecisions']));
  });

  it('shows what people had said, and goes on from there', async () => {
    const { titles, hosts, contracts } = await program.data('{ titles(filter: { search: "Packhilfe" }) { nodes { installationCount match { decidedBy revision } product { key } } } hosts(filter: { search: "pc-1" }) { nodes { id revision department { name } } } contracts { nodes { number revision costPerYearCents } } }');
    expect(titles.nodes).toEqual([{ installationCount: 1, match: { decidedBy: 'PERSON', revision: expect.any(Number) }, product: { key: '7-zip' } }]);
    expect(contracts.nodes).toEqual([{ number: 'V-1', revision: 1, costPerYearCents: 120_000 }]);
    expect(hosts.nodes).toMatchObject([{ revision: 1, department: { name: 'Amt A' } }]);
    const { curateHost } = await program.data('mutation ($input: CurateHostInput!) { curateHost(input: $input) { ... on CurateHostSuccess { host { revision } } ... on Problem { code } } }', { input: { id: hosts.nodes[0].id, revision: 1, department: 'Department:2' } });
    expect(curateHost).toEqual({ host: { revision: 2 } });
    expect(await program.importFile('neu.csv', 'Rechner;Software;Version;Amt\npc-1;Microsoft Visio 2016;16;Amt A\npc-9;Altes Programm 1;1.0;Amt B\n', { source: 'Altbestand' })).toMatchObject({ status: 'DONE' });
    expect(await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }')).toMatchObject({ status: 'DONE' });
    await jobsEnd();
    expect(await wrong()).toEqual([]);
  });
});
