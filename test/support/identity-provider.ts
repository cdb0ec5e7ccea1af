// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import OidcProvider from 'oidc-provider';
import { ROLES } from '../../apps/api/src/access/index.js';

export const AUDIENCE = 'urn:fahrplan:api';
export const CLIENT = { id: 'fahrplan', secret: 'a client secret of the tests' };
export const ROBOT = { id: 'inventory-robot', secret: 'a secret of the robot' };

/** People that the provider knows, with what it says of them. */
const PEOPLE: Readonly<Record<string, object>> = {
  erika: { name: 'Erika Mustermann', roles: ['stadt-lesen'] },
  ...Object.fromEntries(ROLES.map((role) => [role, { name: `Mit Rolle ${role}`, roles: [role] }])),
  niemand: { name: 'Niemand Bestimmtes', roles: [] },
  max: { name: 'Max Muster', roles: ['stadt-leitung', 'unbekannt'] },
};

/** A certified implementation of OpenID Connect on a port of its own, in this process. */
export interface IdentityProvider {
  readonly issuer: string;
  /** Signs in as a browser would: forms, redirects and cookies. @returns where the provider sends the browser at last */
  signIn(startUrl: string, login: string): Promise<URL>;
  /** An access token by client credentials. */
  robotToken(): Promise<string>;
  /** A token signed with the provider's own key. */
  sign(claims: JWTPayload, header?: Record<string, unknown>): Promise<string>;
  readonly publicKey: CryptoKey;
  close(): Promise<void>;
}

/**
 * @param callback where it may send browsers back to; after signing out to `/anmelden` beside it
 * @param options `signsOut`: whether people can be led here to sign out
 */
export async function runIdentityProvider(callback: string, { signsOut = true }: { readonly signsOut?: boolean } = {}): Promise<IdentityProvider> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new OidcProvider(issuer, {
    clients: [
      { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback], post_logout_redirect_uris: [new URL('/anmelden', callback).href], grant_types: ['authorization_code'], response_types: ['code'] },
      { client_id: ROBOT.id, client_secret: ROBOT.secret, redirect_uris: [], grant_types: ['client_credentials'], response_types: [] },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] } as never,
    cookies: { keys: ['only in tests'] },
    claims: { openid: ['sub'], profile: ['name', 'roles'] },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...PEOPLE[id] }) }),
    extraTokenClaims: () => ({ roles: ['stadt-technik'] }),
    pkce: { required: () => true },
    features: {
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: signsOut },
      resourceIndicators: { enabled: true, getResourceServerInfo: async () => ({ scope: '', audience: AUDIENCE, accessTokenFormat: 'jwt', accessTokenTTL: 300, jwt: { sign: { alg: 'RS256' } } }) },
    },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    publicKey,
    signIn: (startUrl, login) => signIn(startUrl, login, callback),
    async robotToken() {
      const basic = Buffer.from(`${encodeURIComponent(ROBOT.id)}:${encodeURIComponent(ROBOT.secret)}`).toString('base64');
      const response = await fetch(`${issuer}/token`, { method: 'POST', headers: { authorization: `Basic ${basic}` }, body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE }) });
      return ((await response.json()) as { access_token: string }).access_token;
    },
    sign: (claims, header = {}) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function signIn(startUrl: string, login: string, callback: string): Promise<URL> {
  const jar = new Map<string, string>();
  let [url, init]: [string, RequestInit] = [startUrl, {}];
  for (let step = 0; step < 20; step++) {
    if (url.startsWith(callback)) return new URL(url);
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '') jar.delete(name!);
      else jar.set(name!, value!);
    }
    const to = response.headers.get('location');
    const page = await response.text();
    if (to !== null) {
      [url, init] = [new URL(to, url).href, {}];
      continue;
    }
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`no form at ${url}: ${response.status} ${page.slice(0, 500)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login';
    [url, init] = [new URL(action, url).href, { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'x' }) }];
  }
  throw new Error('the sign-in does not end');
}
