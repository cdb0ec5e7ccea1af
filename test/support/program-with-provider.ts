// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import type { Config } from '../../apps/api/src/platform/config/config.js';
import { readConfig } from '../../apps/api/src/platform/config/config.js';
import { AUDIENCE, CLIENT, runIdentityProvider } from './identity-provider.js';
import { runProgram, type RunningProgram } from './running-program.js';
import { freePort } from './free-ports.js';

const ONE_HOUR_S = 3_600;

/** The program on an empty database, where an identity provider signs people in, which ends with it; what is asked of it past the browser is asked by an administrator. */
export async function runProgramWithProvider(settings: Partial<Config> = {}): Promise<RunningProgram> {
  const port = await freePort(); // the program has to know its address before it has it
  const publicUrl = `http://127.0.0.1:${port}`;
  const identities = await runIdentityProvider(`${publicUrl}/sign-in/callback`);
  const read = readConfig({ FAHRPLAN_OIDC_ISSUER: identities.issuer, FAHRPLAN_OIDC_CLIENT_ID: CLIENT.id, FAHRPLAN_OIDC_CLIENT_SECRET: CLIENT.secret, FAHRPLAN_OIDC_AUDIENCE: AUDIENCE, FAHRPLAN_PUBLIC_URL: publicUrl });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const administrator = await identities.sign({ iss: identities.issuer, aud: AUDIENCE, sub: 'administrator', exp: Math.floor(Date.now() / 1000) + ONE_HOUR_S, roles: ['admin'] });
  const program = await runProgram(null, 'none', { port, publicUrl, provider: read.value.provider, ...settings }, administrator);
  return {
    ...program,
    async close() {
      await program.close();
      await identities.close();
    },
  };
}

/** Fills in the provider's forms, as somebody who was led there. */
export async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('x');
  await page.locator('button[type="submit"]').click();
  await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' });
  await page.locator('button[type="submit"]').click();
}
