// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Role } from '../../../apps/api/src/access/index.js';
import { readConfig } from '../../../apps/api/src/platform/config/config.js';
import { AUDIENCE, CLIENT, runIdentityProvider, type IdentityProvider } from '../../support/identity-provider.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

/** D3 with A33 below it, and A10 beside them. */
let identities: IdentityProvider;
let program: RunningProgram;

beforeAll(async () => {
  identities = await runIdentityProvider('http://localhost/sign-in/callback');
  const settings = readConfig({ FAHRPLAN_OIDC_ISSUER: identities.issuer, FAHRPLAN_OIDC_CLIENT_ID: CLIENT.id, FAHRPLAN_OIDC_AUDIENCE: AUDIENCE, FAHRPLAN_OIDC_DEPARTMENTS_CLAIM: 'departments', FAHRPLAN_PUBLIC_URL: 'http://localhost' });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problem));
  program = await runProgram(null, 'none', { provider: settings.value.provider, publicUrl: settings.value.publicUrl, runsJobs: false });
  await program.database.query("INSERT INTO department (key, name) VALUES ('D3', 'Dezernat 3'), ('A33', 'Bürgeramt'), ('A10', 'Hauptamt')");
  await program.database.query("UPDATE department SET parent_id = (SELECT id FROM department WHERE key = 'D3') WHERE key = 'A33'");
  await program.database.query("INSERT INTO host (name, department_id) SELECT n, (SELECT id FROM department WHERE key = d) FROM (VALUES ('pc-33', 'A33'), ('pc-10', 'A10'), ('pc-none', NULL)) v(n, d)");
  await program.database.query("INSERT INTO contract (number, metric, department_id) SELECT n, 'DEVICE', (SELECT id FROM department WHERE key = d) FROM (VALUES ('V-33', 'A33'), ('V-10', 'A10'), ('V-none', NULL)) v(n, d)");
  await program.database.query("INSERT INTO entitlement (number, product_id, contract_id, metric) SELECT 'R-' || substr(c.number, 3), (SELECT min(id) FROM product), c.id, 'DEVICE' FROM contract c");
  await program.database.query("INSERT INTO entitlement (number, product_id, metric) SELECT 'R-free', min(id), 'DEVICE' FROM product");
}, 120_000);
afterAll(async () => {
  await program.close();
  await identities.close();
});

interface Somebody {
  readonly roles: readonly Role[];
  /** What the provider says; undefined: it says nothing of departments. */
  readonly departments?: readonly string[];
}
const OF_D3: Somebody = { roles: ['editor', 'procurement'], departments: ['D3'] };
const OF_NONE: Somebody = { roles: ['editor', 'procurement'] };
const OF_UNKNOWN: Somebody = { roles: ['editor', 'procurement'], departments: ['A99'] };
const ADMIN: Somebody = { roles: ['admin'], departments: ['D3'] };

async function ask(who: Somebody, document: string, variables: object = {}): Promise<{ status: number; body: any }> {
  const token = await identities.sign({ iss: identities.issuer, aud: AUDIENCE, sub: JSON.stringify(who), exp: Math.floor(Date.now() / 1000) + 600, roles: [...who.roles], ...(who.departments && { departments: [...who.departments] }) });
  const { statusCode, body } = await program.app.inject({ method: 'POST', url: '/graphql', headers: { host: 'localhost', 'content-type': 'application/json', authorization: `Bearer ${token}` }, payload: { query: document, variables } });
  return { status: statusCode, body: JSON.parse(body) };
}

/** `done`, the code of the problem that the mutation answers, or the code of the refusal. */
async function change(who: Somebody, mutation: string, input: object): Promise<string> {
  const schema = program.app.get(GraphQLSchemaHost, { strict: false }).schema;
  const type = String(schema.getMutationType()!.getFields()[mutation]!.args[0]!.type);
  const { body } = await ask(who, `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename ... on Problem { code } } }`, { input });
  return body.errors ? body.errors[0].extensions.code : (body.data[mutation].code ?? 'done');
}

const idOf = async (table: 'host' | 'department' | 'contract', key: string): Promise<{ id: string; revision: number }> => {
  const column = { host: 'name', department: 'key', contract: 'number' }[table];
  const { rows } = await program.database.query(`SELECT id, revision FROM ${table} WHERE ${column} = $1`, [key]);
  return { id: `${table[0]!.toUpperCase()}${table.slice(1)}:${rows[0].id}`, revision: rows[0].revision };
};
const numbered = async (table: 'contract' | 'entitlement', number: string) => ({ number, revision: (await program.database.query(`SELECT revision FROM ${table} WHERE number = $1`, [number])).rows[0]?.revision as number });
const unit = async (key: string) => (await idOf('department', key)).id;
const state = async () => (await program.database.query("SELECT (SELECT jsonb_agg(h ORDER BY id) FROM host h) AS hosts, (SELECT jsonb_agg(c ORDER BY id) FROM contract c) AS contracts, (SELECT jsonb_agg(d ORDER BY id) FROM department d) AS departments, (SELECT jsonb_agg(e ORDER BY id) FROM entitlement e) AS rights, (SELECT count(*) FROM job) AS jobs")).rows[0];

describe('somebody with departments', () => {
  it.each<[string, string, () => Promise<object>]>([
    ['a machine of a department below theirs', 'curateHost', async () => ({ ...(await idOf('host', 'pc-33')), department: await unit('D3') })],
    ['a department below theirs', 'curateDepartment', async () => ({ ...(await idOf('department', 'A33')), users: 7 })],
    ['their own department', 'curateDepartment', async () => ({ ...(await idOf('department', 'D3')), name: 'Dezernat III' })],
    ['where a department of theirs stands, among their own', 'curateDepartment', async () => ({ ...(await idOf('department', 'A33')), parent: await unit('D3') })],
    ['a unit below theirs', 'createDepartment', async () => ({ key: 'A34', name: 'Standesamt', parent: await unit('D3') })],
    ['a contract of theirs', 'curateContract', async () => ({ ...(await idOf('contract', 'V-33')), seats: 3 })],
    ['a contract of theirs as a whole', 'upsertContract', async () => ({ ...(await numbered('contract', 'V-33')), metric: 'CORE', department: 'A33' })],
    ['a new contract of theirs', 'upsertContract', async () => ({ number: 'V-new', metric: 'DEVICE', department: 'D3' })],
    ['a right under a contract of theirs', 'upsertEntitlement', async () => ({ ...(await numbered('entitlement', 'R-33')), product: 'acdsee', metric: 'DEVICE', contract: 'V-33' })],
    ['a new right under one of theirs', 'upsertEntitlement', async () => ({ number: 'R-new', product: 'acdsee', metric: 'DEVICE', contract: 'V-new' })],
    ['a right that is to go', 'removeEntitlement', () => numbered('entitlement', 'R-new')],
    ['a contract that is to go', 'removeContract', () => numbered('contract', 'V-new')],
    ['what all know together: the catalogue', 'upsertProduct', async () => ({ key: 'acdsee', revision: 1, aliases: ['ACDSee aus dem Bürgeramt'] })],
  ])('changes %s', async (_, mutation, input) => expect(await change(OF_D3, mutation, await input())).toBe('done'));

  it.each<[string, string, () => Promise<object>]>([
    ['a machine of another department', 'curateHost', async () => ({ ...(await idOf('host', 'pc-10')), department: await unit('A33') })],
    ['a machine of nobody', 'curateHost', async () => ({ ...(await idOf('host', 'pc-none')), department: await unit('A33') })],
    ['to which other department a machine belongs', 'curateHost', async () => ({ ...(await idOf('host', 'pc-33')), department: await unit('A10') })],
    ['that a machine belongs to nobody', 'curateHost', async () => ({ ...(await idOf('host', 'pc-33')), department: null })],
    ['another department', 'curateDepartment', async () => ({ ...(await idOf('department', 'A10')), users: 1 })],
    ['that a department of theirs stands elsewhere', 'curateDepartment', async () => ({ ...(await idOf('department', 'A33')), parent: await unit('A10') })],
    ['a unit below another department', 'createDepartment', async () => ({ key: 'A11', name: 'Personalamt', parent: await unit('A10') })],
    ['a unit below none', 'createDepartment', async () => ({ key: 'D4', name: 'Dezernat 4' })],
    ['another department by its code', 'createDepartment', async () => ({ key: ' A10 ', name: 'Hauptamt', parent: await unit('D3') })],
    ['a contract of another department', 'curateContract', async () => ({ ...(await idOf('contract', 'V-10')), seats: 1 })],
    ['a contract of nobody', 'curateContract', async () => ({ ...(await idOf('contract', 'V-none')), seats: 1 })],
    ['who else pays for a contract', 'curateContract', async () => ({ ...(await idOf('contract', 'V-33')), department: await unit('A10') })],
    ['a contract of another department as a whole', 'upsertContract', async () => ({ ...(await numbered('contract', 'V-10')), metric: 'CORE', department: 'A33' })],
    ['the same under a number with blanks around it', 'upsertContract', async () => ({ ...(await numbered('contract', 'V-10')), number: ' V-10 ', metric: 'CORE', department: 'A33' })],
    ['that a contract belongs to nobody', 'upsertContract', async () => ({ ...(await numbered('contract', 'V-33')), metric: 'CORE' })],
    ['a new contract for another department', 'upsertContract', async () => ({ number: 'V-other', metric: 'DEVICE', department: 'A10' })],
    ['a contract of another department that is to go', 'removeContract', () => numbered('contract', 'V-10')],
    ['a right of another department', 'upsertEntitlement', async () => ({ ...(await numbered('entitlement', 'R-10')), product: 'acdsee', metric: 'DEVICE', contract: 'V-33' })],
    ['a right that is under no contract', 'upsertEntitlement', async () => ({ ...(await numbered('entitlement', 'R-free')), product: 'acdsee', metric: 'DEVICE', contract: 'V-33' })],
    ['a right so that it is under another’s contract', 'upsertEntitlement', async () => ({ ...(await numbered('entitlement', 'R-33')), product: 'acdsee', metric: 'DEVICE', contract: 'V-10' })],
    ['a right so that it is under none', 'upsertEntitlement', async () => ({ ...(await numbered('entitlement', 'R-33')), product: 'acdsee', metric: 'DEVICE' })],
    ['a right of another that is to go', 'removeEntitlement', () => numbered('entitlement', 'R-10')],
  ])('does not change %s', async (_, mutation, input) => {
    const before = await state();
    expect(await change(OF_D3, mutation, await input())).toBe('ACCESS.OTHER_DEPARTMENT');
    expect(await state()).toEqual(before);
  });

  it.each<[string, string, object]>([
    ['import', 'startImport', { uploadId: '00000000-0000-4000-8000-000000000000' }],
    ['take an import back', 'undoImport', { id: 'Import:1' }],
    ['count for all', 'recordUsageCount', { product: 'acdsee', metric: 'DEVICE', quantity: 1, countedOn: '2026-01-01', author: 'x' }],
  ])('does not %s, which speaks for the whole administration', async (_, mutation, input) => expect(await change(OF_D3, mutation, input)).toBe('ACCESS.WHOLE_ADMINISTRATION'));

  it('is told what it is about, in both languages', async () => {
    const { body } = await ask(OF_D3, 'mutation ($input: RemoveByNumberInput!) { removeContract(input: $input) { __typename } }', { input: { number: 'V-10', revision: 1 } });
    expect(body.errors[0]).toMatchObject({ message: expect.stringContaining('V-10'), extensions: { code: 'ACCESS.OTHER_DEPARTMENT' } });
    expect(body.errors[0].message).not.toContain('{');
  });

  it('may ask for something that is not there, and hears just that', async () => {
    expect(await change(OF_D3, 'curateHost', { id: 'Host:999999', revision: 1, department: await unit('A33') })).toBe('IMPORTING.NOT_FOUND');
    expect(await change(OF_D3, 'curateHost', { id: 'nonsense', revision: 1 })).toBe('PLATFORM.ID_INVALID');
    expect(await change(OF_D3, 'removeContract', { number: 'a\0b', revision: 1 })).toBe('CATALOGUE.NOT_FOUND');
  });

  it('is limited in each of several changes of one request', async () => {
    const [own, other] = [await idOf('contract', 'V-33'), await idOf('contract', 'V-10')];
    const { body } = await ask(OF_D3, 'mutation ($own: CurateContractInput!, $other: CurateContractInput!) { own: curateContract(input: $own) { __typename } other: curateContract(input: $other) { __typename } }', { own: { ...own, seats: 4 }, other: { ...other, seats: 4 } });
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0].path).toEqual(['other']);
    expect((await program.database.query("SELECT seats FROM contract WHERE number = 'V-10'")).rows).toEqual([{ seats: null }]);
  });

  it('changes nothing of any department where the provider names none that is known, or none at all', async () => {
    for (const who of [OF_UNKNOWN, OF_NONE]) expect(await change(who, 'curateHost', { ...(await idOf('host', 'pc-33')), department: await unit('A33') })).toBe('ACCESS.OTHER_DEPARTMENT');
  });

  it('is not limited as an administrator', async () => {
    expect(await change(ADMIN, 'curateHost', { ...(await idOf('host', 'pc-10')), department: await unit('A10') })).toBe('done');
    expect(await change(ADMIN, 'undoImport', { id: 'Import:1' })).toBe('IMPORTING.NOT_FOUND');
  });

  it('is limited with an access token too', async () => {
    const { body } = await ask(OF_D3, 'mutation { createAccessToken(input: { name: "Skript", permissions: ["contracts:write"] }) { ... on CreateAccessTokenSuccess { secret } ... on Problem { code } } }');
    const send = async (number: string) => {
      const answer = await program.app.inject({ method: 'POST', url: '/graphql', headers: { host: 'localhost', 'content-type': 'application/json', authorization: `Bearer ${body.data.createAccessToken.secret}` }, payload: { query: 'mutation ($input: CurateContractInput!) { curateContract(input: $input) { __typename } }', variables: { input: { ...(await idOf('contract', number)), seats: 9 } } } });
      return JSON.parse(answer.body);
    };
    expect((await send('V-10')).errors[0].extensions.code).toBe('ACCESS.OTHER_DEPARTMENT');
    expect((await send('V-33')).data.curateContract.__typename).toBe('CurateContractSuccess');
  });

  it('reads what everybody reads', async () => {
    const { body } = await ask(OF_D3, '{ hosts { totalCount } contracts { totalCount } }');
    expect(body.data).toEqual({ hosts: { totalCount: 3 }, contracts: { totalCount: 3 } });
  });
});

it('every change of something that belongs to departments is tried above', () => {
  const fields = Object.values(program.app.get(GraphQLSchemaHost, { strict: false }).schema.getMutationType()!.getFields());
  const limited = fields.filter(({ extensions }) => extensions['reach'] !== 'SHARED').map(({ name }) => name);
  expect(limited.sort()).toEqual(['createDepartment', 'curateContract', 'curateDepartment', 'curateHost', 'recordUsageCount', 'removeContract', 'removeEntitlement', 'startImport', 'undoImport', 'upsertContract', 'upsertEntitlement']);
});
