// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isEnumType, isInputObjectType, type GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { READ_POOL } from '../../../apps/api/src/platform/graphql/reading/read-database.js';
import { randomQuery, type KnownValues } from '../../support/random-query.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const TITLES = ['Microsoft Office Professional Plus 2019', 'Mozilla Firefox 115', '7-Zip 19.00 (x64)', 'GIMP 2.10', 'Fantasieware Alpha', "O'Reilly %_\\ \"Beta\"", 'Adobe Photoshop 2020', 'Microsoft Visio 2016'];
const WORDS = ['office', 'microsoft', '', "O'Reilly", '%', '_', '\\', '"', '); --', 'ämter', 'microsoft-office', 'pc-0', 'DE', 'Bestand', 'import'];

let program: RunningProgram;
let schema: GraphQLSchema;
let known: KnownValues;
let statements = 0;
/** Root fields that are read from the database: every list, and the objects found by id. */
let roots: string[];

beforeAll(async () => {
  program = await runProgram();
  schema = program.app.get(GraphQLSchemaHost, { strict: false }).schema;
  const rows = Array.from({ length: 17 }, (_, host) => TITLES.filter((_title, index) => host % (index + 1) === 0).map((title) => `PC-${host};"${title.replaceAll('"', '""')}";;1.${host % 3};${host % 5 === 0 ? '' : `Amt ${host % 4}`};${host % 3 === 0 ? '' : `2024-01-${host + 10}`}`)).flat();
  await program.importFile('bestand.csv', `Host;Software;Hersteller;Version;Amt;Installationsdatum\n${rows.join('\n')}\n`, { source: 'Bestand' });
  await program.importFile('register.csv', 'Verfahren\nMicrosoft Visio\nSAP Crystal Reports\n', { source: 'Register' });
  await program.runJob('mutation { startScoringRun(input: { seed: 7, samples: 100 }) { ... on StartScoringRunSuccess { job { id } } } }');
  await program.runJob('mutation { startPlanning(input: { timeLimitSeconds: 1 }) { ... on StartPlanningSuccess { job { id } } } }');
  const fields = Object.values(schema.getQueryType()!.getFields());
  const lists = fields.filter((field) => getNamedType(field.type).name.endsWith('Connection'));
  roots = [...lists.map((field) => field.name), 'product', 'job', 'import', 'plan', 'scoringRun'];
  const ids: Record<string, string[]> = {};
  const cursors: Record<string, string[]> = {};
  for (const field of lists) {
    const type = getNamedType(field.type).name.replace(/Connection$/, '');
    const order = getNamedType(field.args.find((one) => one.name === 'orderBy')!.type);
    const orders = isInputObjectType(order) ? getNamedType(order.getFields()['field']!.type) : undefined;
    for (const { name } of isEnumType(orders) ? orders.getValues() : []) {
      const { list } = await program.data(`{ list: ${field.name}(first: 6, orderBy: { field: ${name} }) { edges { cursor node { __typename } } } }`);
      cursors[`${type}.${name}`] = list.edges.map((edge: { cursor: string }) => edge.cursor);
    }
    const found = await program.query<{ list: { nodes: { id: string }[] } }>(`{ list: ${field.name}(first: 6) { nodes { id } } }`);
    if (found.body.data && found.body.data.list.nodes.length > 0) ids[type] = found.body.data.list.nodes.map((node) => node.id);
  }
  known = { ids, cursors, words: WORDS };
  const counted = new WeakSet<pg.PoolClient>();
  program.app.get<pg.Pool>(READ_POOL, { strict: false }).on('acquire', (client) => {
    if (counted.has(client)) return;
    counted.add(client);
    const run = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      statements += 1;
      return run(...given);
    }) as never;
  });
}, 90_000);
afterAll(() => program.close(), 30_000);

describe('any valid query', () => {
  it('is answered by one statement, and as the ordinary executor would answer it', async () => {
    await fc.assert(
      fc.asyncProperty(randomQuery(schema, roots, known), async ({ head, selection, fragments, variables }) => {
        statements = 0;
        const direct = await program.query(`${head} { ${selection} } ${fragments}`, variables);
        expect([direct.body.errors, statements, typeof direct.headers['etag']]).toEqual([undefined, 1, 'string']);
        const ordinary = await program.query<Record<string, unknown>>(`${head} { ordinaryWay: match(titles: []) { title } ${selection} } ${fragments}`, variables);
        expect([ordinary.body.errors, ordinary.headers['etag']]).toEqual([undefined, undefined]);
        const { ordinaryWay, ...rest } = ordinary.body.data!;
        expect(ordinaryWay).toEqual([]);
        expect(direct.body.data).toEqual(rest);
      }),
      { numRuns: 60, seed: 20_260_101, endOnFailure: true },
    );
  }, 60_000);
});
