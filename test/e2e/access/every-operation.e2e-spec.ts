// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { permissionsOf, ROLES } from '../../../apps/api/src/access/index.js';
import { readConfig } from '../../../apps/api/src/platform/config/config.js';
import { AUDIENCE, CLIENT, runIdentityProvider, type IdentityProvider } from '../../support/identity-provider.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const SAMPLES: Readonly<Record<string, string>> = { ID: '"X:1"', String: '"x"', Int: '1', Float: '1', Boolean: 'true', Date: '"2026-01-01"', Cents: '1', Count: '1', JSON: '{}', DateTime: '"2026-01-01T00:00:00Z"' };
let identities: IdentityProvider;
let program: RunningProgram;
let schema: GraphQLSchema;

beforeAll(async () => {
  identities = await runIdentityProvider('http://localhost/sign-in/callback');
  const settings = readConfig({ FAHRPLAN_OIDC_ISSUER: identities.issuer, FAHRPLAN_OIDC_CLIENT_ID: CLIENT.id, FAHRPLAN_OIDC_AUDIENCE: AUDIENCE, FAHRPLAN_PUBLIC_URL: 'http://localhost' });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problem));
  program = await runProgram(null, 'none', { provider: settings.value.provider, publicUrl: settings.value.publicUrl, runsJobs: false });
  schema = program.app.get(GraphQLSchemaHost, { strict: false }).schema;
}, 120_000);
afterAll(async () => {
  await program.close();
  await identities.close();
});

/** Some value of a type, with what it has to hold. */
function sampleOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) return `{ ${Object.values(type.getFields()).filter(isRequiredInputField).map((field) => `${field.name}: ${sampleOf(field.type)}`).join(', ')} }`;
  return SAMPLES[type.name] ?? '"x"';
}

/** An operation of every field of Query and Mutation, as small as it can be, with what it needs. */
function operations(): readonly { readonly name: string; readonly document: string; readonly needs: string }[] {
  return [schema.getQueryType()!, schema.getMutationType()!].flatMap((root) =>
    Object.values(root.getFields()).map((field) => {
      const given = field.args.filter(isRequiredArgument).map((one) => `${one.name}: ${sampleOf(one.type)}`);
      const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
      return { name: `${root.name}.${field.name}`, document: `${root.name.toLowerCase()} { ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection} }`, needs: field.extensions['needs'] as string };
    }),
  );
}

async function statusOf(document: string, roles: readonly string[] | null): Promise<number> {
  const authorization = roles && { authorization: `Bearer ${await identities.sign({ iss: identities.issuer, aud: AUDIENCE, sub: roles.join() || 'nobody', exp: Math.floor(Date.now() / 1000) + 600, roles: [...roles] })}` };
  return (await program.app.inject({ method: 'POST', url: '/graphql', headers: { host: 'localhost', 'content-type': 'application/json', ...authorization }, payload: { query: document } })).statusCode;
}

describe('every operation of the interface', () => {
  it('is closed to strangers and to people without a role, but for those that are open to all', async () => {
    for (const { name, document, needs } of operations()) {
      const isOpen = needs === 'open';
      expect([name, await statusOf(document, null), await statusOf(document, [])]).toEqual([name, isOpen ? 200 : 401, isOpen ? 200 : 403]);
    }
  }, 60_000);

  it.each(ROLES)('is open to the role %s exactly where the role says so', async (role) => {
    const held: ReadonlySet<string> = permissionsOf([role]);
    const wrong: string[] = [];
    for (const { name, document, needs } of operations()) {
      const isAllowed = needs === 'open' || held.has(needs);
      const status = await statusOf(document, [role]);
      if (isAllowed !== (status !== 401 && status !== 403) || status >= 500) wrong.push(`${name}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(operations().length).toBeGreaterThan(100);
  }, 60_000);
});
