// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeJwt } from 'jose';
import { readConfig } from '../../../apps/api/src/platform/config/config.js';
import { CLIENT, runIdentityProvider, type IdentityProvider } from '../../support/identity-provider.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const PUBLIC = 'http://localhost';

/** The program where people sign in at a provider that does, or does not, let them be led there to sign out. */
function withProvider(signsOut: boolean) {
  const open: { identities?: IdentityProvider; program?: RunningProgram } = {};
  beforeAll(async () => {
    open.identities = await runIdentityProvider(`${PUBLIC}/sign-in/callback`, { signsOut });
    const settings = readConfig({ FAHRPLAN_OIDC_ISSUER: open.identities.issuer, FAHRPLAN_OIDC_CLIENT_ID: CLIENT.id, FAHRPLAN_OIDC_CLIENT_SECRET: CLIENT.secret, FAHRPLAN_PUBLIC_URL: PUBLIC });
    if (!settings.ok) throw new Error(JSON.stringify(settings.problem));
    open.program = await runProgram(null, 'none', { provider: settings.value.provider, publicUrl: settings.value.publicUrl, runsJobs: false });
  }, 120_000);
  afterAll(async () => {
    await open.program?.close();
    await open.identities?.close();
  });
  const ask = async (method: 'GET' | 'POST', url: string, cookie?: string) => {
    const { statusCode, headers } = await open.program!.app.inject({ method, url, headers: { host: 'localhost', ...(cookie !== undefined && { cookie }) } });
    const cookies = [headers['set-cookie'] ?? []].flat().map((set) => set.split(';')[0]!);
    return { status: statusCode, to: headers.location ?? '', cookieOf: (name: string) => cookies.find((one) => one.startsWith(`${name}=`) && !one.endsWith('=')) };
  };
  const signIn = async (login: string) => {
    const begun = await ask('GET', '/sign-in');
    const back = await open.identities!.signIn(begun.to, login);
    return (await ask('GET', `${back.pathname}${back.search}`, begun.cookieOf('fahrplan-sign-in'))).cookieOf('fahrplan-session');
  };
  /** How many rows still hold something of what the provider said. */
  const kept = async () => Number((await open.program!.database.query("SELECT (SELECT count(*) FROM session WHERE id_token IS NOT NULL) + (SELECT count(*) FROM pending_sign_in WHERE content ? 'idToken') AS count")).rows[0].count);
  return { ask, signIn, kept, issuer: () => open.identities!.issuer };
}

describe('signing out where the provider lets people be led there', () => {
  const { ask, signIn, kept, issuer } = withProvider(true);

  it('ends the session here, offers the way there, and says there whose session it is and where to come back to', async () => {
    const out = await ask('POST', '/sign-out', await signIn('reader'));
    expect(out).toMatchObject({ status: 303, to: '/anmelden?signedOut=OFFER' });
    const there = await ask('GET', '/sign-out/provider', out.cookieOf('fahrplan-sign-in'));
    const { origin, searchParams } = new URL(there.to);
    expect({ status: there.status, origin, back: searchParams.get('post_logout_redirect_uri'), client: searchParams.get('client_id') }).toEqual({ status: 303, origin: issuer(), back: `${PUBLIC}/anmelden`, client: CLIENT.id });
    expect(decodeJwt(searchParams.get('id_token_hint')!)).toMatchObject({ sub: 'reader', iss: issuer(), aud: CLIENT.id });
    expect(await kept()).toBe(0);
  });

  it('leads there once, and only the browser that signed out here', async () => {
    const out = await ask('POST', '/sign-out', await signIn('editor'));
    const offered = out.cookieOf('fahrplan-sign-in')!;
    expect(await kept()).toBe(1);
    expect((await ask('GET', '/sign-out/provider')).to).toBe('/anmelden');
    expect((await ask('GET', '/sign-out/provider', 'fahrplan-sign-in=guessed')).to).toBe('/anmelden');
    expect((await ask('GET', '/sign-out/provider', offered)).to).toContain('id_token_hint');
    expect((await ask('GET', '/sign-out/provider', offered)).to).toBe('/anmelden');
  });

  it('what was offered is no sign-in', async () => {
    const offered = (await ask('POST', '/sign-out', await signIn('planner'))).cookieOf('fahrplan-sign-in')!;
    expect((await ask('GET', `/sign-in/callback?code=x&state=${offered.split('=')[1]}`, offered)).cookieOf('fahrplan-session')).toBeUndefined();
  });

  it('whoever is not signed in, or signs out twice, is offered nothing', async () => {
    const session = await signIn('reader');
    await ask('POST', '/sign-out', session);
    expect(await ask('POST', '/sign-out', session)).toMatchObject({ status: 303, to: '/' });
    expect(await ask('POST', '/sign-out')).toMatchObject({ status: 303, to: '/' });
  });
});

describe('signing out where the provider does not', () => {
  const { ask, signIn, kept } = withProvider(false);

  it('ends the session here, says that it is only here, and keeps nothing', async () => {
    const out = await ask('POST', '/sign-out', await signIn('reader'));
    expect(out).toMatchObject({ status: 303, to: '/anmelden?signedOut=HERE' });
    expect(out.cookieOf('fahrplan-sign-in')).toBeUndefined();
    expect(await kept()).toBe(0);
  });
});
