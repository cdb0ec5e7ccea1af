// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser } from '../support/browser.js';

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
  '/vertraege',
  '/hilfe',
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
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has no barrier that axe finds, on any screen, in ${locale}, ${colorScheme}`, async () => {
        const findings: Record<string, string[]> = {};
        for (const screen of SCREENS) {
          const { page, axeFindings } = await site.browser.open(`${site.program.url}${screen}`, { locale, colorScheme });
          await page.locator('h1').waitFor();
          await page.waitForLoadState('networkidle');
          findings[screen] = await axeFindings();
          await page.context().close();
        }
        expect(findings).toEqual(Object.fromEntries(SCREENS.map((screen) => [screen, []])));
      });
    }
  }

  it('breaks no rule of its own policy, on any screen', async () => {
    for (const screen of SCREENS) {
      const { page, faults } = await site.browser.open(`${site.program.url}${screen}`);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect({ screen, faults }).toEqual({ screen, faults: screen === UNKNOWN ? [expect.stringContaining('404')] : [] });
      await page.context().close();
    }
  });

  it('needs no sideways scrolling on a small screen', async () => {
    for (const screen of SCREENS) {
      const { page } = await site.browser.open(`${site.program.url}${screen}`, { viewport: { width: 320, height: 640 } });
      await page.locator('h1').waitFor();
      expect({ screen, overflow: await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)') }).toEqual({ screen, overflow: 0 });
      await page.context().close();
    }
  });

  it('answers to an address that nobody knows by a page that says so, not found', async () => {
    for (const address of ['/no-such-address', '/wellen/no-such-part']) {
      const { page, axeFindings } = await site.browser.open(site.program.url);
      const answer = await page.goto(`${site.program.url}${address}`);
      await page.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' }).waitFor();
      expect({ address, status: answer!.status(), findings: await axeFindings() }).toEqual({ address, status: 404, findings: [] });
      await page.getByRole('main').getByRole('link', { name: 'Zur Startseite' }).click();
      await page.getByRole('heading', { level: 1, name: 'Fahrtziel' }).waitFor();
    }
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
