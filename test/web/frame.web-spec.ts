// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser, inLight, OVERFLOW, settled, SMALL, USUAL } from '../support/browser.js';

/** Answered by the page with 404, which browsers note in the console. */
const UNKNOWN = '/hilfe/no-such-page';

/** Every screen that can be reached without data of its own; a new screen is put here. */
const SCREENS = [
  '/',
  '/inventar',
  '/inventar/libreoffice',
  '/inventar/no-such-product',
  '/import',
  '/zuordnung',
  '/lizenzpruefung?text=MIT',
  '/kandidaten',
  '/kandidaten/fragen',
  '/ausnahmen',
  '/aemter',
  '/aemter/no-such-unit',
  '/rechner',
  '/rechner/no-such-host',
  '/vertraege',
  '/vertraege/bilanz',
  '/hilfe',
  '/barrierefreiheit',
  UNKNOWN,
  '/inventar/rohnamen',
  '/inventar/microsoft-office',
  '/wellen',
  '/wellen/varianten',
  '/wellen/umsetzung',
  '/rat',
  '/berichte',
  '/anmelden',
];

describe('the frame of the page', () => {
  const site = inBrowser((program) => program.importFile('inventar.csv', 'Name;Rechner\nLibreOffice 7.5;PC-1\nMicrosoft Office 2019;PC-1\n', { source: 'clients' }));

  for (const locale of ['de-DE', 'en-GB']) {
    it(`has no barrier that axe finds, in either light, breaks no rule of its own policy, and needs no sideways scrolling on a small screen, on any screen, in ${locale}`, async () => {
      const found: Record<string, { light: string[]; dark: string[]; faults: string[]; overflow: number }> = {};
      const { page, faults, axeFindings } = await site.browser.open(site.program.url, { locale });
      for (const screen of SCREENS) {
        faults.length = 0;
        await page.goto(`${site.program.url}${screen}`);
        await settled(page);
        const light = await axeFindings();
        await inLight(page, 'dark');
        const dark = await axeFindings();
        await page.setViewportSize(SMALL);
        const overflow = await page.evaluate<number>(OVERFLOW);
        found[screen] = { light, dark, faults: [...faults], overflow };
        await page.setViewportSize(USUAL);
        await inLight(page, 'light');
      }
      expect(found).toEqual(Object.fromEntries(SCREENS.map((screen) => [screen, { light: [], dark: [], faults: screen === UNKNOWN ? [expect.stringContaining('404')] : [], overflow: 0 }])));
    });
  }

  it('leads to the accessibility statement from every screen, also of strangers and where there is none, and says there what the operator has not said', async () => {
    const { page } = await site.browser.open(`${site.program.url}/anmelden`, { isStranger: true });
    for (const screen of ['/', '/inventar', '/anmelden', '/hilfe', UNKNOWN]) {
      await page.goto(`${site.program.url}${screen}`);
      await page.locator('h1').waitFor();
      expect({ screen, links: await page.getByRole('contentinfo').getByRole('link').allTextContents() }).toEqual({ screen, links: ['Hilfe', 'Erklärung zur Barrierefreiheit', 'Leichte Sprache', 'GraphQL-Schnittstelle'] });
    }
    await page.getByRole('link', { name: 'Erklärung zur Barrierefreiheit' }).click();
    await page.getByText('hat noch nicht gesagt, wo man Barrieren melden kann').waitFor();
    const text = await page.getByRole('main').innerText();
    for (const variable of ['FAHRPLAN_OPERATOR', 'FAHRPLAN_ACCESSIBILITY_CONTACT', 'FAHRPLAN_ACCESSIBILITY_BODY', 'FAHRPLAN_ACCESSIBILITY_REVIEWED_ON', 'FAHRPLAN_SIGN_LANGUAGE_URL']) expect(text).toContain(variable);
    expect(text).toContain('teilweise vereinbar');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('has not said yet where barriers can be reported').waitFor();
    expect(await page.getByRole('main').innerText()).toContain('partially compliant');
  });

  it('shows under which section a screen stands, whatever its address', async () => {
    const { page } = await site.browser.open(site.program.url);
    const found: Record<string, unknown> = {};
    for (const screen of ['/inventar/rohnamen', '/aemter', '/rechner', '/vertraege', '/ausnahmen', '/zuordnung', '/kandidaten/fragen', '/hilfe']) {
      await page.goto(`${site.program.url}${screen}`);
      await settled(page);
      found[screen] = await page.locator('nav [aria-current="page"]').allTextContents();
    }
    expect(found).toEqual({ '/inventar/rohnamen': ['Inventar', 'Rohnamen'], '/aemter': ['Inventar', 'Ämter'], '/rechner': ['Inventar', 'Rechner'], '/vertraege': ['Inventar', 'Verträge'], '/ausnahmen': ['Inventar', 'Ausnahmen'], '/zuordnung': ['Import'], '/kandidaten/fragen': ['Kandidaten', 'Fragen'], '/hilfe': [] });
    await page.getByRole('link', { name: 'Inventar', exact: true }).click();
    await page.getByRole('link', { name: 'Verträge', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Verträge' }).waitFor();
  });

  it('keeps the look that was chosen', async () => {
    const { page } = await site.browser.open(site.program.url);
    await page.getByRole('button', { name: 'Dunkel' }).click();
    expect(await page.locator('html').getAttribute('data-kern-theme')).toBe('dark');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-kern-theme')).toBe('dark');
  });

  it('says that there is no connection, and keeps what is on screen', async () => {
    const { page } = await site.browser.open(`${site.program.url}/inventar`);
    await page.locator('tbody tr').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('Keine Verbindung').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByRole('searchbox').fill('office');
    await page.getByText('Der Server antwortet nicht').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Noch einmal' }).click();
    await page.locator('tbody tr').first().waitFor();
  });
});
