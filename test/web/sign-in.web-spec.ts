// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser } from '../support/browser.js';
import { runProgramWithProvider, signInAtProvider } from '../support/program-with-provider.js';

const INVENTORY = 'Name;Rechner\nLibreOffice 7.5;PC-1\nMicrosoft Office 2019;PC-1\n';
/** What the window tells when somebody comes back to it. */
const comeBack = 'dispatchEvent(new Event("focus"))';

describe('signing in on one’s own machine', () => {
  const site = inBrowser((program) => program.importFile('inventar.csv', INVENTORY, { source: 'clients' }));

  it('a stranger learns how to come by a link, and finds the screen that was wanted on coming back', async () => {
    const { page, axeFindings, picture } = await site.browser.open(`${site.program.url}/inventar?q=office`, { isStranger: true });
    await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
    await page.getByText('npx fahrplan sign-in').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await axeFindings()).toEqual([]);
    await picture('sign-in-local');
    const other = await page.context().newPage();
    await other.goto((await site.program.program.signInUrl())!);
    await page.evaluate(comeBack);
    await page.getByRole('link', { name: 'LibreOffice', exact: true }).first().waitFor();
    await page.getByText('Dieser Rechner').waitFor();
    expect(new URL(page.url()).search).toBe('?q=office');
  });

  it('a link that was used is explained, and says how to get another one', async () => {
    const link = (await site.program.program.signInUrl())!;
    const { page } = await site.browser.open(link, { isStranger: true });
    await page.getByText('Dieser Rechner').waitFor();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await page.goto(link);
    await page.getByText('Dieser Anmeldelink gilt nicht').waitFor();
    await page.getByText('ACCESS.LINK_REFUSED').waitFor();
    await page.getByText('npx fahrplan sign-in').waitFor();
  });

  it('a session that ends takes nothing from the screen, and goes on after a new sign-in', async () => {
    const { page } = await site.browser.open(`${site.program.url}/inventar`);
    await page.locator('tbody tr').first().waitFor();
    await site.program.database.query('DELETE FROM session');
    await page.getByRole('searchbox').fill('libre');
    await page.getByText('Ihre Sitzung ist abgelaufen').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('libre');
    const other = await page.context().newPage();
    await other.goto((await site.program.program.signInUrl())!);
    await page.evaluate(comeBack);
    await page.getByText('Ihre Sitzung ist abgelaufen').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'LibreOffice', exact: true }).first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('libre');
  });
});

describe('signing in at an identity provider', () => {
  const site = inBrowser(undefined, runProgramWithProvider);

  it('leads there by a button, and back to where one was, under one’s name; signing out ends it', async () => {
    const { page, axeFindings, picture } = await site.browser.open(`${site.program.url}/inventar?q=office&sort=NAME`, { isStranger: true });
    await page.getByRole('link', { name: 'Anmelden' }).last().waitFor();
    expect(await axeFindings()).toEqual([]);
    await picture('sign-in-provider');
    await page.getByRole('main').getByRole('link', { name: 'Anmelden' }).click();
    await signInAtProvider(page, 'reader');
    await page.getByText('Mit Rolle reader').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Inventar' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=office&sort=NAME');
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
    expect(await axeFindings()).toEqual([]);
  });

  it('signing out leads to the provider as well, for who wants it; then a password is asked for again', async () => {
    const { page } = await site.browser.open(`${site.program.url}/sign-in`, { isStranger: true });
    const signOut = async () => {
      await page.getByRole('button', { name: 'Abmelden' }).click();
      await page.getByText('Beim Identitätsanbieter sind Sie noch angemeldet').waitFor();
    };
    await signInAtProvider(page, 'editor');
    await page.getByText('Mit Rolle editor').waitFor();
    await signOut();
    await page.getByRole('main').getByRole('link', { name: 'Anmelden', exact: true }).click();
    await page.getByText('Mit Rolle editor').waitFor(); // no password was asked for
    await signOut();
    await page.getByRole('link', { name: 'Auch beim Identitätsanbieter abmelden' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Anmelden', exact: true }).click();
    await page.locator('input[name="password"]').waitFor();
  });

  it('somebody without a role is told who can give one', async () => {
    const { page, axeFindings } = await site.browser.open(`${site.program.url}/sign-in`, { isStranger: true });
    await signInAtProvider(page, 'niemand');
    await page.getByText('haben hier aber keine Rolle').waitFor();
    expect(await axeFindings()).toEqual([]);
  });

  it('an answer of the provider that this browser did not ask for is explained', async () => {
    const { page } = await site.browser.open(`${site.program.url}/sign-in/callback?state=x&code=y`, { isStranger: true });
    await page.getByText('Die Anmeldung ist nicht zustande gekommen').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Anmelden' }).waitFor();
  });
});
