// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { CompactEncrypt, CompactSign, exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { Provider } from '../../apps/api/src/access/provider.js';

const AUDIENCE = 'urn:fahrplan:api';
const KEYS = '/keys';
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A provider of our own making, which can be made to misbehave; each path's answers, and how often each was asked for. */
let answers: Record<string, Answer>;
let asked: Record<string, number>;
let issuer: string;
/** Where others listen: whoever follows there shows it. */
let elsewhere: string;
const servers = [0, 1].map(() =>
  createServer((request, response) => {
    const path = `${request.socket.localPort === Number(new URL(elsewhere).port) ? 'elsewhere' : ''}${request.url}`;
    asked[path] = (asked[path] ?? 0) + 1;
    (answers[path] ?? ((_request, missing) => missing.writeHead(404).end()))(request, response);
  }),
);

const json = (value: unknown): Answer => (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(typeof value === 'string' ? value : JSON.stringify(value));
const discovery = (more: object = {}) => json({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}${KEYS}`, ...more });

interface Pair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}
async function pair(alg: string, jwk: Partial<JWK>): Promise<Pair> {
  const made = await generateKeyPair(alg, { extractable: true });
  return { ...made, jwk: { ...(await exportJWK(made.publicKey)), use: 'sig', ...jwk } };
}
let rsa: Pair;
let ec256: Pair;
let ec384: Pair;
let ed: Pair;

beforeAll(async () => {
  [rsa, ec256, ec384, ed] = await Promise.all([pair('RS256', { kid: 'rsa' }), pair('ES256', { kid: 'ec256' }), pair('ES384', { kid: 'ec384' }), pair('EdDSA', { kid: 'ed' })]);
  const [own, other] = await Promise.all(servers.map((server) => new Promise<string>((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)))));
  [issuer, elsewhere] = [own!, other!];
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const REAL_TIME = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: [...REAL_TIME] });
  asked = {};
  answers = { '/.well-known/openid-configuration': discovery(), [KEYS]: json({ keys: [rsa.jwk, ec256.jwk, ec384.jwk, ed.jwk] }) };
});
afterEach(() => jest.useRealTimers());
const later = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1_000);

const provider = (settings: object = {}) => new Provider({ issuer, clientId: 'fahrplan', clientSecret: null, audience: AUDIENCE, scope: 'openid', rolesClaim: 'roles', roleNames: null, departmentsClaim: null, hosts: [new URL(issuer).host], ...settings });
const now = () => Math.floor(Date.now() / 1_000);
const good = (more: object = {}): JWTPayload => ({ iss: issuer, aud: AUDIENCE, sub: 'someone', exp: now() + 3_600, ...more });
const sign = (header: Partial<JWTHeaderParameters> = {}, claims: object = {}, key: CryptoKey | Uint8Array = rsa.privateKey) => new SignJWT(good(claims)).setProtectedHeader({ alg: 'RS256', kid: 'rsa', ...header } as JWTHeaderParameters).sign(key);
const verdict = async (of: Provider, token: string): Promise<string> => {
  try {
    return `taken: ${(await of.verify(token)).sub}`;
  } catch (failure) {
    return (failure as { problem?: { code: string } }).problem?.code ?? String(failure);
  }
};
const TAKEN = 'taken: someone';
const REFUSED = 'ACCESS.CREDENTIAL_REFUSED';
const SILENT = 'ACCESS.PROVIDER_SILENT';
const raw = (header: string, claims: string): string => [header, claims].map((part) => Buffer.from(part).toString('base64url')).join('.');
/** Signs texts as they are, where a library would not write them so. */
const signRaw = async (header: string, claims: string): Promise<string> => {
  const text = raw(header, claims);
  return `${text}.${Buffer.from(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', rsa.privateKey, Buffer.from(text))).toString('base64url')}`;
};

describe('keys that a provider changes', () => {
  it('a token of a new key is taken without a new start, one of a key that is gone is not any more', async () => {
    const [of, fresh] = [provider(), await pair('RS256', { kid: 'fresh' })];
    const [old, young] = [await sign(), await sign({ kid: 'fresh' }, {}, fresh.privateKey)];
    expect([await verdict(of, old), await verdict(of, young)]).toEqual([TAKEN, REFUSED]);
    later(31);
    answers[KEYS] = json({ keys: [fresh.jwk] });
    expect(await verdict(of, old)).toBe(TAKEN); // nothing told of the change yet
    expect(await verdict(of, young)).toBe(TAKEN);
    expect(await verdict(of, old)).toBe(REFUSED);
    expect(asked[KEYS]).toBe(2);
  });

  it('a key that is gone ends within ten minutes, though no token of a new one comes', async () => {
    const of = provider();
    const token = await sign();
    expect(await verdict(of, token)).toBe(TAKEN);
    answers[KEYS] = json({ keys: [ec256.jwk] });
    later(601);
    expect(await verdict(of, token)).toBe(REFUSED);
  });

  it('another key under the name of an old one takes its place', async () => {
    const [of, other] = [provider(), await pair('RS256', { kid: 'rsa' })];
    const token = await sign();
    expect(await verdict(of, token)).toBe(TAKEN);
    answers[KEYS] = json({ keys: [other.jwk] });
    later(601);
    expect([await verdict(of, token), await verdict(of, await sign({}, {}, other.privateKey))]).toEqual([REFUSED, TAKEN]);
  });
});

describe('a flood of tokens does not become a flood of questions', () => {
  it('of unknown keys: one question before, one in half a minute', async () => {
    const of = provider();
    const flood = () => Promise.all(Array.from({ length: 200 }, async (_, k) => verdict(of, await sign({ kid: `unknown ${k}` }))));
    expect(new Set(await flood())).toEqual(new Set([REFUSED]));
    expect(asked).toEqual({ '/.well-known/openid-configuration': 1, [KEYS]: 1 });
    later(31);
    await flood();
    await flood();
    expect(asked[KEYS]).toBe(2);
    expect(await verdict(of, await sign())).toBe(TAKEN);
  });

  it('of none that could hold: no question at all for the keys', async () => {
    const of = provider();
    for (const token of ['x', 'a.b.c', '..', '', raw('{"alg":"none"}', JSON.stringify(good())) + '.', await sign({ alg: 'HS256' }, {}, new Uint8Array(32)), 'a'.repeat(5_000_000)]) expect(await verdict(of, token)).toBe(REFUSED);
    expect(asked[KEYS]).toBeUndefined();
  });

  it.each<[string, () => void, string]>([
    ['answers nothing but faults', () => (answers[KEYS] = (_request, response) => void response.writeHead(503).end()), KEYS],
    ['knows no such address', () => (answers[KEYS] = (_request, response) => void response.writeHead(404).end()), KEYS],
    ['breaks off', () => (answers[KEYS] = (request) => void request.socket.destroy()), KEYS],
    ['answers no JSON', () => (answers[KEYS] = json('<html>')), KEYS],
    ['answers other JSON', () => (answers[KEYS] = json('[1]')), KEYS],
    ['answers keys that are none', () => (answers[KEYS] = json({ keys: 'rsa' })), KEYS],
    ['answers keys without end', () => (answers[KEYS] = json({ keys: [rsa.jwk], pad: 'x'.repeat(2 * 1024 * 1024) })), KEYS],
    ['says of itself what is no JSON', () => (answers['/.well-known/openid-configuration'] = json('<html>')), '/.well-known/openid-configuration'],
    ['says that it is another one', () => (answers['/.well-known/openid-configuration'] = discovery({ issuer: 'https://evil.example' })), '/.well-known/openid-configuration'],
    ['says of itself more than anybody reads', () => (answers['/.well-known/openid-configuration'] = discovery({ pad: 'x'.repeat(2 * 1024 * 1024) })), '/.well-known/openid-configuration'],
    ['says nothing of its keys', () => (answers['/.well-known/openid-configuration'] = discovery({ jwks_uri: undefined })), '/.well-known/openid-configuration'],
  ])('while the provider %s: one question, and a good token is told that it is the provider', async (_what, break_, path) => {
    const of = provider();
    break_();
    for (let k = 0; k < 50; k++) expect(await verdict(of, await sign({ kid: `x ${k}` }))).toBe(SILENT);
    expect(await verdict(of, await sign())).toBe(SILENT);
    expect(asked[path]).toBe(1);
    answers = { '/.well-known/openid-configuration': discovery(), [KEYS]: json({ keys: [rsa.jwk] }) };
    later(6);
    if (_what !== 'says nothing of its keys') expect(await verdict(of, await sign())).toBe(TAKEN);
  });

  it('while the provider does not answer, all wait for one question', async () => {
    const of = provider();
    const held: ServerResponse[] = [];
    answers[KEYS] = (_request, response) => void held.push(response);
    const waiting = Promise.all(Array.from({ length: 50 }, async () => verdict(of, await sign())));
    while (held.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(held.length).toBe(1);
    held[0]!.destroy();
    expect(new Set(await waiting)).toEqual(new Set([SILENT]));
  });

  it('keys that are known count on while the provider is away, until they are ten minutes old', async () => {
    const of = provider();
    const token = await sign();
    expect(await verdict(of, token)).toBe(TAKEN);
    answers = {};
    later(300);
    expect([await verdict(of, token), await verdict(of, await sign({ kid: 'unknown' })), await verdict(of, token)]).toEqual([TAKEN, SILENT, TAKEN]);
    later(400);
    expect(await verdict(of, token)).toBe(SILENT);
  });
});

describe('what a provider says of itself', () => {
  const DOCUMENT = '/.well-known/openid-configuration';
  const MOVED = '/moved';
  /** Asked anew beside the answers, so these may still be as before for a moment. */
  const soon = async (of: Provider, token: string, wanted: string, seconds = 0): Promise<string> => {
    let last = '';
    for (let look = 0; look < 200 && (last = await verdict(of, token)) !== wanted; look++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      later(seconds);
    }
    return last;
  };

  it('is asked for again after an hour, and where its keys lie by then they are looked for', async () => {
    const of = provider();
    const token = await sign();
    expect(await verdict(of, token)).toBe(TAKEN);
    answers = { [DOCUMENT]: discovery({ jwks_uri: `${issuer}${MOVED}` }), [MOVED]: json({ keys: [ec256.jwk] }), [KEYS]: answers[KEYS]! };
    later(3_500);
    expect([await verdict(of, token), asked[DOCUMENT]]).toEqual([TAKEN, 1]);
    later(101);
    expect(await soon(of, token, REFUSED)).toBe(REFUSED);
    expect(asked[DOCUMENT]).toBe(2);
  });

  it('is asked for again where the keys are no longer where it said, though that address answers others', async () => {
    const fresh = await pair('RS256', { kid: 'fresh' });
    const of = provider();
    expect(await verdict(of, await sign())).toBe(TAKEN);
    answers = { [DOCUMENT]: discovery({ jwks_uri: `${issuer}${MOVED}` }), [MOVED]: json({ keys: [fresh.jwk] }), [KEYS]: answers[KEYS]! };
    later(31);
    expect(await soon(of, await sign({ kid: 'fresh' }, {}, fresh.privateKey), TAKEN)).toBe(TAKEN);
  });

  it.each<[string, () => void]>([
    ['is gone', () => delete answers[KEYS]],
    ['answers faults', () => (answers[KEYS] = (_request, response) => void response.writeHead(503).end())],
    ['breaks off', () => (answers[KEYS] = (request) => void request.socket.destroy())],
  ])('is asked for again where the address of the keys %s, before that is tried once more', async (_what, break_) => {
    const of = provider();
    const token = await sign();
    expect(await verdict(of, token)).toBe(TAKEN);
    answers = { ...answers, [DOCUMENT]: discovery({ jwks_uri: `${issuer}${MOVED}` }), [MOVED]: json({ keys: [rsa.jwk] }) };
    break_();
    later(601);
    expect(await verdict(of, token)).toBe(SILENT); // and is doubted from then on
    later(6);
    expect(await soon(of, token, TAKEN, 6)).toBe(TAKEN); // asks anew, and meanwhile the old address once more, after which the provider rests
    expect(asked[DOCUMENT]).toBe(2);
  });

  it('is not asked for by a flood of tokens with keys that somebody made up', async () => {
    const of = provider();
    const flood = async () => {
      for (let k = 0; k < 50; k++) expect(await verdict(of, await sign({ kid: `x ${k}` }))).toBe(REFUSED);
    };
    await flood();
    expect(asked[DOCUMENT]).toBe(1);
    for (let round = 0; round < 3; round++) {
      later(31);
      await flood();
      await flood();
    }
    expect(asked[DOCUMENT]).toBeLessThanOrEqual(4);
  });

  it.each<[string, Answer]>([
    ['nothing', (_request, response) => void response.writeHead(404).end()],
    ['faults', (_request, response) => void response.writeHead(503).end()],
    ['that it is another one', json({ issuer: 'https://evil.example', jwks_uri: 'https://evil.example/keys' })],
    ['no JSON', json('<html>')],
  ])('counts on where it says %s later, and is asked for twice a minute at most', async (_what, answer) => {
    const of = provider();
    const token = await sign({}, { exp: now() + 7_200 });
    expect(await verdict(of, token)).toBe(TAKEN);
    answers[DOCUMENT] = answer;
    later(3_601);
    let taken = 0;
    for (let second = 0; second < 60; second++) {
      if ((await verdict(of, token)) === TAKEN) taken++;
      await new Promise((resolve) => setTimeout(resolve, 2)); // what is asked beside comes to its end
      later(1);
    }
    expect(taken).toBeGreaterThan(45);
    expect(asked[DOCUMENT]).toBeGreaterThan(1);
    expect(asked[DOCUMENT]).toBeLessThanOrEqual(4);
  });
});

describe('nobody else is asked', () => {
  it.each<[string, () => void, string]>([
    ['keys that are said to lie elsewhere', () => (answers['/.well-known/openid-configuration'] = discovery({ jwks_uri: `${elsewhere}${KEYS}` })), 'ACCESS.HOST_NOT_ALLOWED'],
    ['keys that are said to be a file', () => (answers['/.well-known/openid-configuration'] = discovery({ jwks_uri: 'file:///etc/passwd' })), 'ACCESS.HOST_NOT_ALLOWED'],
    ['keys at no address', () => (answers['/.well-known/openid-configuration'] = discovery({ jwks_uri: 'keys' })), SILENT],
    ['a redirect to another host', () => (answers[KEYS] = (_request, response) => void response.writeHead(302, { location: `${elsewhere}${KEYS}` }).end()), SILENT],
    ['a redirect within the host', () => (answers[KEYS] = (_request, response) => void response.writeHead(307, { location: `${issuer}/other` }).end()), SILENT],
    ['a redirect of the first question', () => (answers['/.well-known/openid-configuration'] = (_request, response) => void response.writeHead(302, { location: `${elsewhere}/.well-known/openid-configuration` }).end()), SILENT],
  ])('for %s', async (_what, lead, code) => {
    lead();
    for (const path of [KEYS, '/.well-known/openid-configuration']) answers[`elsewhere${path}`] = json({ keys: [rsa.jwk] });
    expect(await verdict(provider(), await sign())).toBe(code);
    expect(Object.keys(asked).filter((path) => path.startsWith('elsewhere') || path === '/other')).toEqual([]);
  });

  it('nor by http, where the provider is spoken to by https', async () => {
    const open = provider({ issuer: issuer.replace('http:', 'https:') });
    const answer = (open as unknown as { door: { fetch(address: string, init: object): Promise<Response> } }).door.fetch(`${issuer}${KEYS}`, {});
    await expect(answer).rejects.toMatchObject({ problem: { code: 'ACCESS.HOST_NOT_ALLOWED', host: issuer } });
    expect(asked).toEqual({});
  });

  it.each<[string, Partial<JWTHeaderParameters>]>([
    ['jku', { jku: 'ELSEWHERE/keys' }],
    ['x5u', { x5u: 'ELSEWHERE/keys' }],
    ['x5c', { x5c: ['MIIB'] }],
    ['jwk', { jwk: 'OWN' as never }],
  ])('for a key that the token itself brings or names (%s)', async (_what, header) => {
    const own = await pair('RS256', { kid: 'rsa' });
    answers['elsewhere/keys'] = json({ keys: [own.jwk] });
    const full = JSON.parse(JSON.stringify(header).replace('ELSEWHERE', elsewhere).replace('"OWN"', JSON.stringify(own.jwk))) as Partial<JWTHeaderParameters>;
    for (const kid of ['rsa', 'own', undefined]) expect(await verdict(provider(), await sign({ ...full, kid } as Partial<JWTHeaderParameters>, {}, own.privateKey))).toBe(REFUSED);
    expect(asked['elsewhere/keys']).toBeUndefined();
    expect(await verdict(provider(), await sign(full))).toBe(TAKEN); // it is not even looked at
  });
});

describe('a token', () => {
  it.each<[string, () => Promise<string>]>([
    ['of an elliptic curve', () => sign({ alg: 'ES256', kid: 'ec256' }, {}, ec256.privateKey)],
    ['of a longer curve', () => sign({ alg: 'ES384', kid: 'ec384' }, {}, ec384.privateKey)],
    ['of Edwards’ curve', () => sign({ alg: 'EdDSA', kid: 'ed' }, {}, ed.privateKey)],
    ['for several audiences', () => sign({}, { aud: ['urn:other', AUDIENCE] })],
    ['that names its kind', () => sign({ typ: 'application/AT+JWT' })],
    ['that was made for another client', () => sign({}, { azp: 'robot', client_id: 'robot' })],
    ['that says it was made tomorrow', () => sign({}, { iat: now() + 86_400 })],
    ['that says its names twice', async () => signRaw('{"alg":"none","alg":"RS256","kid":"rsa"}', `{"aud":"urn:other",${JSON.stringify(good()).slice(1)}`)],
  ])('%s holds', async (_what, make) => {
    expect(await verdict(provider(), await make())).toBe(TAKEN);
  });

  const publicText = () => exportSPKI(rsa.publicKey);
  const secretOf = (text: string) => new TextEncoder().encode(text);
  it.each<[string, () => Promise<string>]>([
    ...['HS256', 'HS384', 'HS512'].flatMap((alg): [string, () => Promise<string>][] => [
      [`${alg} by the text of the public key`, async () => sign({ alg }, {}, secretOf(await publicText()))],
      [`${alg} by the public key as it is published`, async () => sign({ alg }, {}, secretOf(JSON.stringify(rsa.jwk)))],
      [`${alg} by the number in the public key`, async () => sign({ alg }, {}, new Uint8Array(Buffer.from(rsa.jwk.n!, 'base64url')))],
    ]),
    ['ES256 under the name of a key of RSA', () => sign({ alg: 'ES256' }, {}, ec256.privateKey)],
    ['RS256 under the name of a curve', () => sign({ kid: 'ec256' })],
    ['ES256 under the name of a longer curve', () => sign({ alg: 'ES256', kid: 'ec384' }, {}, ec256.privateKey)],
    ['ES384 under the name of a shorter curve', () => sign({ alg: 'ES384', kid: 'ec256' }, {}, ec384.privateKey)],
    ['ES512 with a key of another curve', async () => sign({ alg: 'ES512', kid: 'ec384' }, {}, (await generateKeyPair('ES512')).privateKey)],
    ['EdDSA under the name of a curve of the other kind', () => sign({ alg: 'EdDSA', kid: 'ec256' }, {}, ed.privateKey)],
    ['PS256 said, RS256 done', async () => (await sign()).replace(/^[^.]+/, Buffer.from('{"alg":"PS256","kid":"rsa"}').toString('base64url'))],
    ['of zeros, where a curve was to sign', async () => `${raw('{"alg":"ES256","kid":"ec256"}', JSON.stringify(good()))}.${Buffer.alloc(64).toString('base64url')}`],
    ['of a signature in another writing (DER)', async () => `${raw('{"alg":"ES256","kid":"ec256"}', JSON.stringify(good()))}.${Buffer.from('3006020101020101', 'hex').toString('base64url')}`],
    ['of an algorithm that nobody knows', async () => `${raw('{"alg":"RS1","kid":"rsa"}', JSON.stringify(good()))}.AAAA`],
    ['of an algorithm that is no text', () => signRaw('{"alg":["RS256"],"kid":"rsa"}', JSON.stringify(good()))],
    ['of no algorithm', () => signRaw('{"kid":"rsa"}', JSON.stringify(good()))],
    ['of alg none, after another one', () => signRaw('{"alg":"RS256","alg":"none","kid":"rsa"}', JSON.stringify(good()))],
    ['with a header that is no JSON', () => signRaw('{', JSON.stringify(good()))],
    ['with a list for a header', () => signRaw('["RS256"]', JSON.stringify(good()))],
    ['that asks for an extension (crit)', () => signRaw('{"alg":"RS256","kid":"rsa","crit":["exp"],"exp":1}', JSON.stringify(good()))],
    ['that asks for nothing (crit)', () => signRaw('{"alg":"RS256","kid":"rsa","crit":[]}', JSON.stringify(good()))],
    ['whose content is not encoded (b64)', () => new CompactSign(Buffer.from(JSON.stringify(good()))).setProtectedHeader({ alg: 'RS256', kid: 'rsa', b64: false, crit: ['b64'] }).sign(rsa.privateKey).catch(() => signRaw('{"alg":"RS256","kid":"rsa","b64":false,"crit":["b64"]}', JSON.stringify(good())))],
    ['within a token', async () => new CompactSign(Buffer.from(await sign())).setProtectedHeader({ alg: 'RS256', kid: 'rsa', cty: 'JWT' }).sign(rsa.privateKey)],
    ['that is encrypted', async () => new CompactEncrypt(Buffer.from(await sign())).setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'rsa', cty: 'JWT' }).encrypt(await crypto.subtle.importKey('jwk', { ...rsa.jwk, use: 'enc', alg: 'RSA-OAEP-256', key_ops: ['encrypt'] } as never, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']))],
    ['in JSON', async () => JSON.stringify({ payload: '', signatures: [] })],
    ['in four parts', async () => `${await sign()}.x`],
    ['with a path for a key', () => sign({ kid: '../../../../etc/passwd' })],
    ['with a statement for a key', () => sign({ kid: "rsa' OR '1'='1" })],
    ['with a command for a key', () => sign({ kid: 'rsa|whoami' })],
    ['with a name of an object’s own for a key', () => sign({ kid: '__proto__' })],
    ['with an empty name for a key', () => sign({ kid: '' })],
    ['with a very long name for a key', () => sign({ kid: 'k'.repeat(9_000) })],
    ['that is longer than any', () => sign({}, { pad: 'x'.repeat(16_000) })],
    ['of the page (ID token)', () => sign({}, { at_hash: 'x' })],
    ['of the page, as Keycloak names it', () => sign({}, { typ: 'ID' })],
    ['to get others with, as Keycloak names it', () => sign({}, { typ: 'Refresh' })],
    ['to sign out with', () => sign({ typ: 'logout+jwt' }, { events: {} })],
    ['of a known event', () => sign({}, { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })],
    ['for a proof of possession (DPoP)', () => sign({ typ: 'dpop+jwt' })],
    ['without an end', () => sign({}, { exp: undefined })],
    ['with an end that is a text', () => signRaw('{"alg":"RS256","kid":"rsa"}', JSON.stringify(good()).replace(/"exp":(\d+)/, '"exp":"$1"'))],
    ['with an end that is no number', () => signRaw('{"alg":"RS256","kid":"rsa"}', JSON.stringify(good()).replace(/"exp":\d+/, '"exp":null'))],
    ['that has ended a minute ago', () => sign({}, { exp: now() - 60 })],
    ['that says its end twice, and has ended', () => signRaw('{"alg":"RS256","kid":"rsa"}', `{"exp":${now() + 999},${JSON.stringify(good({ exp: now() - 60 })).slice(1)}`)],
    ['that does not hold yet', () => sign({}, { nbf: now() + 60 })],
    ['that holds from a text on', () => signRaw('{"alg":"RS256","kid":"rsa"}', JSON.stringify({ ...good(), nbf: '0' }))],
    ['that was made at a time that is a text', () => sign({}, { iat: 'yesterday' })],
    ['for audiences that are others', () => sign({}, { aud: ['urn:other', `${AUDIENCE}/`, AUDIENCE.toUpperCase()] })],
    ['for no audience', () => sign({}, { aud: [] })],
    ['for an audience that is no text', () => signRaw('{"alg":"RS256","kid":"rsa"}', JSON.stringify({ ...good(), aud: { [AUDIENCE]: true } }))],
    ['of an issuer that begins alike', () => sign({}, { iss: `${issuer}/` })],
    ['of several issuers', () => signRaw('{"alg":"RS256","kid":"rsa"}', JSON.stringify({ ...good(), iss: [issuer] }))],
    ['of nobody', () => sign({}, { sub: '' })],
    ['of somebody with a name that cannot be stored', () => sign({}, { sub: 'a\0b' })],
    ['of somebody with a very long name', () => sign({}, { sub: 's'.repeat(256) })],
    ['of somebody who is no text', () => signRaw('{"alg":"RS256","kid":"rsa"}', JSON.stringify({ ...good(), sub: { id: 1 } }))],
    ['of claims that are a list', () => signRaw('{"alg":"RS256","kid":"rsa"}', JSON.stringify([good()]))],
    ['of claims that are no JSON', () => signRaw('{"alg":"RS256","kid":"rsa"}', '{')],
  ])('%s is refused', async (_what, make) => {
    expect(await verdict(provider(), await make())).toBe(REFUSED);
  });

  it('of a shared secret that the provider publishes by mistake is refused', async () => {
    answers[KEYS] = json({ keys: [rsa.jwk, { kty: 'oct', kid: 'shared', k: Buffer.alloc(32, 1).toString('base64url') }] });
    expect(await verdict(provider(), await sign({ alg: 'HS256', kid: 'shared' }, {}, new Uint8Array(32).fill(1)))).toBe(REFUSED);
  });

  it('without the name of a key is taken where one key alone fits, and refused where several do', async () => {
    expect(await verdict(provider(), await sign({ kid: undefined }))).toBe(TAKEN);
    answers[KEYS] = json({ keys: [rsa.jwk, (await pair('RS256', { kid: 'other' })).jwk] });
    expect(await verdict(provider(), await sign({ kid: undefined }))).toBe(REFUSED);
  });
});
