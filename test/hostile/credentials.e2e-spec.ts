// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { readConfig } from '../../apps/api/src/platform/config/config.js';
import { AUDIENCE, CLIENT, ROBOT, runIdentityProvider, type IdentityProvider } from '../support/identity-provider.js';
import { runProgram, type RunningProgram } from '../support/running-program.js';

const PUBLIC_URL = 'http://localhost:4820';
const now = () => Math.floor(Date.now() / 1000);
let identities: IdentityProvider;
let program: RunningProgram;

beforeAll(async () => {
  identities = await runIdentityProvider(`${PUBLIC_URL}/sign-in/callback`);
  const settings = readConfig({
    FAHRPLAN_OIDC_ISSUER: identities.issuer,
    FAHRPLAN_OIDC_CLIENT_ID: CLIENT.id,
    FAHRPLAN_OIDC_CLIENT_SECRET: CLIENT.secret,
    FAHRPLAN_OIDC_AUDIENCE: AUDIENCE,
    FAHRPLAN_OIDC_ROLES: 'stadt-lesen=reader,stadt-leitung=admin,stadt-technik=editor',
    FAHRPLAN_PUBLIC_URL: PUBLIC_URL,
    FAHRPLAN_PUBLIC_VIEW: 'on',
    HOST: '0.0.0.0',
  });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problem));
  const { provider, publicUrl, isExplorerOn, isPublicViewOn } = settings.value;
  program = await runProgram(null, 'none', { provider, publicUrl, isExplorerOn, isPublicViewOn });
}, 120_000);
afterAll(async () => {
  await program.close();
  await identities.close();
});

const send = (headers: Record<string, string>, query: string, variables: object = {}) => program.app.inject({ method: 'POST', url: '/graphql', headers: { host: 'localhost', 'content-type': 'application/json', ...headers }, payload: { query, variables } });
const ask = (headers: Record<string, string>, query = '{ hosts { totalCount } }') => send(headers, query);
const bearer = (token: string) => ask({ authorization: `Bearer ${token}` });
const codeOf = (body: string): string => JSON.parse(body).errors?.[0].extensions.code ?? JSON.parse(body).problem?.code;
const good = (): JWTPayload => ({ iss: identities.issuer, aud: AUDIENCE, sub: 'someone', exp: now() + 300, roles: ['stadt-lesen'] });

async function begin() {
  const begun = await program.app.inject({ url: '/sign-in', headers: { host: 'localhost' } });
  return { cookie: String(begun.headers['set-cookie']).split(';')[0]!, location: new URL(String(begun.headers.location)) };
}

/** Signs in as a browser does; the cookie of the session. */
async function sessionOf(login: string): Promise<string> {
  const { cookie, location } = await begin();
  const back = await identities.signIn(location.href, login);
  const done = await program.app.inject({ url: `${back.pathname}${back.search}`, headers: { host: 'localhost', cookie } });
  if (done.statusCode !== 303) throw new Error(done.body);
  return [done.headers['set-cookie']].flat().map((one) => String(one).split(';')[0]!).find((one) => one.startsWith('fahrplan-session='))!;
}

describe('somebody whom the provider knows', () => {
  it('signs in on the page, and may do what the roles say that are known here', async () => {
    const cookie = await sessionOf('erika');
    const { data } = JSON.parse((await ask({ cookie }, '{ viewer { name permissions } hosts { totalCount } }')).body);
    expect(data).toMatchObject({ viewer: { name: 'Erika Mustermann' }, hosts: { totalCount: 0 } });
    expect(data.viewer.permissions).not.toContain('audit:read');
    const refused = await ask({ cookie }, 'mutation { replayMatching { __typename } }');
    expect([refused.statusCode, codeOf(refused.body)]).toEqual([403, 'ACCESS.NOT_ALLOWED']);
    const boss = await sessionOf('max');
    expect(JSON.parse((await ask({ cookie: boss }, '{ viewer { permissions } }')).body).data.viewer.permissions).toContain('access:admin');
  });

  it('a machine gets in by client credentials, as a machine', async () => {
    expect((await bearer(await identities.robotToken())).statusCode).toBe(200);
    const { rows } = await program.database.query('SELECT a.kind, p.roles FROM person p JOIN actor a ON a.id = p.actor_id WHERE p.subject = $1', [ROBOT.id]);
    expect(rows).toEqual([{ kind: 'MACHINE', roles: ['editor'] }]);
  });

  it('an answer of another browser, a second time, or forged, signs nobody in', async () => {
    const [victim, attacker] = [await begin(), await begin()];
    expect(Object.fromEntries(attacker.location.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', code_challenge: expect.any(String), state: expect.any(String), nonce: expect.any(String) });
    const back = await identities.signIn(attacker.location.href, 'max');
    const answer = (cookie: string, path = `${back.pathname}${back.search}`) => program.app.inject({ url: path, headers: { host: 'localhost', ...(cookie ? { cookie } : {}) } });
    for (const cookie of ['', victim.cookie]) expect((await answer(cookie)).statusCode).toBe(401);
    const forged = new URL(back);
    forged.searchParams.set('state', victim.location.searchParams.get('state')!);
    expect((await answer(victim.cookie, `${forged.pathname}${forged.search}`)).statusCode).toBe(401); // the code of another flow
    const own = await identities.signIn((await begin()).location.href, 'max');
    expect((await answer('', `${own.pathname}${own.search}`)).statusCode).toBe(401);
    const again = await begin();
    const late = await identities.signIn(again.location.href, 'max');
    expect((await answer(again.cookie, `${late.pathname}${late.search}`)).statusCode).toBe(303);
    const twice = await answer(again.cookie, `${late.pathname}${late.search}`);
    expect([twice.statusCode, codeOf(twice.body)]).toEqual([401, 'ACCESS.SIGN_IN_FAILED']);
  });

  it('a stranger sees the public view and nothing beside it', async () => {
    expect((await ask({}, '{ products(first: 1) { totalCount nodes { name vendor { name } } } }')).statusCode).toBe(200);
    for (const query of ['{ hosts { totalCount } }', '{ products { nodes { contracts { number } } } }', '{ products { nodes { usageByDepartment { installations } } } }', '{ products(filter: { department: "Department:1" }) { totalCount } }', '{ node(id: "Host:1") { id } }', '{ products { nodes { name } } assessments { totalCount } }']) {
      const answer = await ask({}, query);
      expect([query, answer.statusCode, codeOf(answer.body)]).toEqual([query, 401, 'ACCESS.SIGN_IN_REQUIRED']);
    }
    expect((await ask({}, '{ __schema { types { name } } }')).statusCode).toBe(400); // introspection is off where a provider signs people in
    expect((await program.app.inject({ url: '/explorer/start.js', headers: { host: 'localhost' } })).statusCode).toBe(404);
  });

  it('there is no token of the data folder, and no link', async () => {
    expect(program.program.localToken).toBeNull();
    expect(await program.program.signInUrl()).toBeNull();
  });
});

describe('a token that does not hold is refused with 401', () => {
  it('while one that does is taken', async () => {
    expect((await bearer(await identities.sign(good()))).statusCode).toBe(200);
  });

  const foreignKey = async () => (await generateKeyPair('RS256')).privateKey;
  const cases: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['not signed (alg none)', () => new UnsecuredJWT(good()).encode()],
    ['not signed, in other letters', () => `${Buffer.from('{"alg":"nOnE"}').toString('base64url')}.${Buffer.from(JSON.stringify(good())).toString('base64url')}.`],
    ['of another issuer', () => identities.sign({ ...good(), iss: 'https://evil.example' })],
    ['without an issuer', () => identities.sign({ ...good(), iss: undefined })],
    ['for another audience', () => identities.sign({ ...good(), aud: 'urn:other' })],
    ['for the page, not for programs', () => identities.sign({ ...good(), aud: CLIENT.id })],
    ['that has ended', () => identities.sign({ ...good(), exp: now() - 120 })],
    ['without an end', () => identities.sign({ ...good(), exp: undefined })],
    ['that does not hold yet', () => identities.sign({ ...good(), nbf: now() + 600 })],
    ['of nobody', () => identities.sign({ ...good(), sub: undefined })],
    ['signed with the public key as a shared secret', async () => new SignJWT(good()).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(new TextEncoder().encode(await exportSPKI(identities.publicKey)))],
    ['of an unknown key', async () => new SignJWT(good()).setProtectedHeader({ alg: 'RS256', kid: 'k2' }).sign(await foreignKey())],
    ['of another key under a known name', async () => new SignJWT(good()).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(await foreignKey())],
    ['that says where its key is (jku)', async () => new SignJWT(good()).setProtectedHeader({ alg: 'RS256', kid: 'k9', jku: 'https://evil.example/jwks' }).sign(await foreignKey())],
    ['that says where its certificate is (x5u)', async () => new SignJWT(good()).setProtectedHeader({ alg: 'RS256', kid: 'k9', x5u: 'https://evil.example/x5u' }).sign(await foreignKey())],
    ['that brings its key along (jwk)', async () => new SignJWT(good()).setProtectedHeader({ alg: 'RS256', jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }).sign(await foreignKey())],
    ['changed after it was signed', async () => (await identities.sign(good())).replace(/\.([^.]+)\./, (_all, body: string) => `.${Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), roles: ['stadt-leitung'] })).toString('base64url')}.`)],
    ['cut off', async () => (await identities.sign(good())).slice(0, -20)],
    ['no token at all', () => 'x'],
    ['as one of ours', () => 'fahrplan_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['of great length', () => 'a'.repeat(15_000)],
  ];
  it.each(cases)('%s', async (_what, make) => {
    const answer = await bearer(await make());
    expect([answer.statusCode, codeOf(answer.body)]).toEqual([401, 'ACCESS.CREDENTIAL_REFUSED']);
    expect(answer.body).not.toContain('totalCount');
  });

  it('and a name that cannot be stored keeps nobody out', async () => {
    expect((await bearer(await identities.sign({ ...good(), sub: 'odd', name: 'Eri\0ka\u001b[31m', roles: ['stadt-lesen', 'a\0b'] }))).statusCode).toBe(200);
    const { rows } = await program.database.query("SELECT display_name FROM person WHERE subject = 'odd'");
    expect(rows).toEqual([{ display_name: 'Eri ka [31m' }]);
  });

  it('known, but without a role: nothing may be done', async () => {
    for (const roles of [undefined, [], ['stadt-unbekannt'], 'admin', { 0: 'stadt-leitung' }]) expect((await bearer(await identities.sign({ ...good(), sub: 'nobody', roles: roles as never }))).statusCode).toBe(403);
  });
});

describe('headers of somebody who wishes ill', () => {
  it.each([
    ['Basic without a token', { authorization: 'Basic bWU6bWU=' }, 401],
    ['a scheme that is not known', { authorization: 'Digest x' }, 401],
    ['an empty one', { authorization: '' }, 401],
    ['a session that nobody has', { cookie: 'fahrplan-session=x' }, 401],
    ['cookies that are none', { cookie: '=;;; fahrplan-session; %' }, 401],
    ['a name that was turned to this machine', { host: 'evil.example' }, 421],
    ['a name that begins like ours', { host: 'localhost.evil.example' }, 421],
    ['a name with somebody in it', { host: 'localhost@evil.example' }, 421],
  ])('%s', async (_what, headers, status) => {
    expect((await ask(headers as never)).statusCode).toBe(status);
  });

  it('a change that a page of another origin sends is not carried out, though the browser sends the session along', async () => {
    const cookie = await sessionOf('max');
    const change = (headers: Record<string, string>) => program.app.inject({ method: 'POST', url: '/imports', headers: { host: 'localhost', cookie, ...headers }, payload: 'x' });
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'http://localhost:9999' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) expect((await change(headers as never)).statusCode).toBe(403);
    expect((await change({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
  });
});

describe('a token for programs', () => {
  const MAKE = 'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { ... on CreateAccessTokenSuccess { secret token { id permissions } } ... on Problem { code } } }';
  const make = async (cookie: string, input: object) => JSON.parse((await send({ cookie }, MAKE, { input })).body).data.createAccessToken;

  it('does what it was made for and nothing else, until it is taken back', async () => {
    const cookie = await sessionOf('erika');
    const { secret, token } = await make(cookie, { name: 'Monitor', permissions: ['inventory:read'], days: 7 });
    const asToken = { authorization: `Bearer ${secret}` };
    expect((await ask(asToken)).statusCode).toBe(200);
    expect((await ask(asToken, '{ contracts { totalCount } }')).statusCode).toBe(403);
    const { rows } = await program.database.query('SELECT to_jsonb(t)::text AS row FROM access_token t UNION ALL SELECT after::text FROM audit_entry');
    expect(JSON.stringify(rows)).not.toContain(secret.slice(9));
    const other = await sessionOf('max');
    expect(JSON.parse((await send({ cookie: other }, '{ accessTokens { id } }')).body).data.accessTokens).toEqual([]);
    const revoked = await send({ cookie: other }, 'mutation ($id: ID!) { revokeAccessToken(input: { id: $id }) { __typename } }', { id: token.id });
    expect(JSON.parse(revoked.body).data.revokeAccessToken.__typename).toBe('RevokeAccessTokenSuccess'); // by an administrator
    expect((await ask(asToken)).statusCode).toBe(401);
  });

  it('is never handed on with more than its maker has, and ends with its time, and with its owner', async () => {
    const cookie = await sessionOf('erika');
    expect((await make(cookie, { name: 'x', permissions: ['access:admin'] })).code).toBe('ACCESS.PERMISSION_NOT_HELD');
    for (const days of [0, 367, -1]) expect((await make(cookie, { name: 'x', permissions: ['jobs:read'], days })).code).toBe('ACCESS.TOKEN_TOO_LONG');
    const [ended, orphaned] = [await make(cookie, { name: 'y', permissions: ['inventory:read'] }), await make(cookie, { name: 'z', permissions: ['inventory:read'] })];
    await program.database.query("UPDATE access_token SET expires_at = now() - INTERVAL '1 second' WHERE id = $1", [ended.token.id]);
    expect([(await bearer(ended.secret)).statusCode, (await bearer(orphaned.secret)).statusCode]).toEqual([401, 200]);
    await program.database.query("UPDATE person SET roles = '{}' WHERE subject = 'erika'");
    expect((await bearer(orphaned.secret)).statusCode).toBe(403);
    const { rows } = await program.database.query("SELECT a.name FROM actor a JOIN person p ON p.actor_id = a.id WHERE subject = 'erika'");
    const forgotten = await send({ cookie: await sessionOf('max') }, 'mutation ($actor: String!) { forgetPerson(input: { actor: $actor }) { __typename } }', { actor: rows[0].name });
    expect(JSON.parse(forgotten.body).data.forgetPerson.__typename).toBe('ForgetPersonSuccess');
    expect([(await bearer(orphaned.secret)).statusCode, (await ask({ cookie })).statusCode]).toEqual([401, 401]);
    expect((await program.database.query("SELECT FROM person WHERE subject = 'erika'")).rowCount).toBe(0);
  });
});
