// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { FOCUS_FAULT } from '../support/keyboard.js';
import { runProgram } from '../support/running-program.js';
import { inBrowser, inLight, OVERFLOW, settled, SMALL, USUAL } from '../support/browser.js';

/** Screens as they are full of the city's data. */
const SCREENS = ['/', '/inventar', '/inventar/microsoft-sql-server', '/inventar/rohnamen', '/import', '/zuordnung', '/lizenzpruefung?text=GPL+v2+or+later', '/kandidaten', '/wellen', '/wellen?view=list', '/wellen?by=team', '/wellen/varianten', '/wellen/umsetzung', '/rat', '/berichte', '/vertraege?within=180', '/vertraege/bilanz'];

/** A screen of 1280 pixels at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 450 };

/** As much as an A4 sheet holds between its margins, across and upright. */
const SHEETS = { wide: { width: 1031, height: 688 }, upright: { width: 703, height: 1017 } };

/** Pictures are drawn when they come into sight; runs in the page. */
const SCROLL_THROUGH = `(async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
  }
  scrollTo(0, 0);
})()`;

const MOVING = `document.getAnimations().filter((one) => one.playState === 'running' && one.effect.getComputedTiming().activeDuration > 50).map((one) => one.animationName ?? one.transitionProperty)`;

/** Whatever says its name or value badly, beyond what axe knows; runs in the page. */
const UNSAID = `[
  ...[...document.querySelectorAll('input[type=range]')].filter((one) => !one.labels?.length || !one.getAttribute('aria-valuetext')).map((one) => 'slider without name or value: ' + one.id),
  ...[...document.querySelectorAll('.chart')].filter((one) => !one.querySelector('.chart-head button')).map((one) => 'picture without table: ' + one.textContent),
  ...(document.querySelector('footer a[href="/hilfe"]') ? [] : ['no way to help']),
  ...(document.title.startsWith(document.querySelector('h1').textContent + ' – ') ? [] : ['title is not the heading: ' + document.title]),
]`;

async function onPaper(page: Page, sheet: keyof typeof SHEETS): Promise<void> {
  await page.setViewportSize(SHEETS[sheet]);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
}

describe('the page, full of data, to people who see, hear or move otherwise', () => {
  const site = inBrowser(undefined, () => runProgram(null, 'city'));

  for (const [locale, light, whereSmall] of [['de-DE', 'light', 'dark'], ['en-GB', 'dark', 'light']] as const) {
    it(`has no barrier that axe finds: ${locale}, ${light} on a desk, ${whereSmall} where it is small, with pictures drawn`, async () => {
      const found: Record<string, object> = {};
      const clean: Record<string, object> = {};
      const { page, axeFindings, picture, faults } = await site.browser.open(site.program.url, { locale });
      for (const screen of SCREENS) {
        await page.goto(`${site.program.url}${screen}`);
        await settled(page);
        await inLight(page, light);
        await page.evaluate(SCROLL_THROUGH);
        await settled(page);
        const [desk, unsaid, moving] = [await axeFindings(), await page.evaluate(UNSAID), await page.evaluate(MOVING)];
        await page.setViewportSize(SMALL);
        await inLight(page, whereSmall);
        await settled(page);
        const small = await axeFindings();
        found[screen] = { desk, small, unsaid, moving, overflow: await page.evaluate(OVERFLOW), language: await page.locator('html').getAttribute('lang') };
        clean[screen] = { desk: [], small: [], unsaid: [], moving: [], overflow: 0, language: locale.slice(0, 2) };
        await picture(`small-${locale.slice(0, 2)}${screen.replaceAll(/\W+/g, '-')}`);
        await page.setViewportSize(USUAL);
      }
      expect(found).toEqual(clean);
      expect(faults).toEqual([]);
    });
  }

  it('has none in what opens: weights, columns, downloads, a migration and why it is not earlier, planning anew', async () => {
    const { page, axeFindings } = await site.browser.open(`${site.program.url}/kandidaten`);
    await page.getByText('Gewichte', { exact: true }).click();
    expect({ weights: await axeFindings(), unsaid: await page.evaluate(UNSAID) }).toEqual({ weights: [], unsaid: [] });
    await page.goto(`${site.program.url}/inventar`);
    await settled(page);
    await page.locator('.columns summary').click();
    expect(await axeFindings()).toEqual([]);
    await page.goto(`${site.program.url}/wellen?q=office`);
    await settled(page);
    await page.locator('.downloads summary').click();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('region', { name: 'In keiner Welle' }).getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Warum in keiner Welle?' }).click();
    await settled(page);
    expect(await axeFindings()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Neu planen' }).first().click();
    await page.getByRole('dialog').getByLabel('Suchzeit in Sekunden').waitFor();
    expect(await axeFindings()).toEqual([]);
  });

  it('shows where the keyboard stands at a zoom of 200 %, and never hides it behind something that stays in place', async () => {
    const STEPS = 30;
    const found: Record<string, unknown> = {};
    const { page } = await site.browser.open(site.program.url, { viewport: ZOOMED });
    for (const screen of SCREENS) {
      await page.goto(`${site.program.url}${screen}`);
      await settled(page);
      if (await page.evaluate(OVERFLOW)) found[screen] = 'scrolls sideways';
      await page.locator('#main').focus();
      for (let step = 0; step < STEPS; step++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate('document.activeElement === document.body')) break; // past the end
        const fault = await page.evaluate(FOCUS_FAULT);
        if (fault) found[`${screen}: ${step}`] = fault;
      }
    }
    expect(found).toEqual({});
  });

  it('says where one has come to: title, focus and language follow', async () => {
    const { page } = await site.browser.open(site.program.url);
    await settled(page);
    await page.getByRole('link', { name: 'Kandidaten', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kandidaten' }).waitFor();
    expect([await page.title(), await page.evaluate('document.activeElement.id')]).toEqual(['Kandidaten – Fahrplan', 'main']);
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Candidates' }).waitFor();
    expect([await page.title(), await page.locator('html').getAttribute('lang')]).toEqual(['Candidates – Fahrplan', 'en']);
  });

  it('stays legible in colours that the system forces', async () => {
    const { page, picture } = await site.browser.open(`${site.program.url}/wellen`, { forcedColors: 'active' });
    await settled(page);
    const [current, other, icon, ground] = await page.evaluate<string[]>(`[
      getComputedStyle(document.querySelector('.frame-nav a[aria-current="page"]')).borderBottomColor,
      getComputedStyle(document.querySelector('.frame-nav a:not([aria-current])')).borderBottomColor,
      getComputedStyle(document.querySelector('.frame-tool .kern-icon')).backgroundColor,
      getComputedStyle(document.body).backgroundColor,
    ]`);
    expect(current).not.toBe(other);
    expect(icon).not.toBe(ground);
    await picture('forced-colours');
  });

  it('opens on paper what is folded on screen, and folds it again', async () => {
    const { product } = await site.program.data('{ product(key: "microsoft-sql-server") { license { expression } } }');
    const { license } = await site.program.data('query ($text: String!) { license(text: $text) { proofDe } }', { text: product.license.expression });
    const { page } = await site.browser.open(`${site.program.url}/inventar/microsoft-sql-server`);
    await settled(page);
    const folded = () => page.locator('main details:not([open])').count();
    const before = await folded();
    expect(before).toBeGreaterThan(1);
    await page.getByText('Warum dieses Urteil').click();
    await onPaper(page, 'upright');
    expect(await folded()).toBe(0);
    expect(await page.locator('main').innerText()).toContain(license.proofDe.split('\n')[0]);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await folded()).toBe(before - 1); // what the reader has opened stays open

    await page.goto(`${site.program.url}/kandidaten`);
    await settled(page);
    await onPaper(page, 'wide');
    expect(await page.locator('.weights').innerText()).toMatch(/Beitrag zum Ziel[^]*\d+\s%/);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await page.locator('.weights').getAttribute('open')).toBeNull();
  });

  it('puts whole lists and tables in place of pictures on paper, light, with nothing cut, and one sheet for a licence', async () => {
    const total = (await site.program.data('{ candidates { totalCount } }'))['candidates'].totalCount as number;
    const { page, sheets } = await site.browser.open(`${site.program.url}/kandidaten`, { colorScheme: 'dark' });
    const cut = `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(one).position !== 'absolute').map((one) => one.className || one.tagName)`;
    const paper: Record<string, unknown> = {};
    for (const [screen, sheet] of [['/kandidaten', 'wide'], ['/wellen', 'wide'], ['/wellen?view=list', 'wide'], ['/rat', 'upright'], ['/lizenzpruefung?text=GPL+v2+or+later', 'upright'], ['/', 'upright']] as const) {
      await page.goto(`${site.program.url}${screen}`);
      await settled(page);
      await onPaper(page, sheet);
      paper[screen] = { cut: await page.evaluate(cut), pictures: await page.locator('.chart-picture').count(), light: await page.locator('html').getAttribute('data-kern-theme') };
      if (screen === '/kandidaten') expect(await page.locator('.table-frame').evaluateAll((frames) => frames.map((frame) => frame.querySelectorAll('tbody tr').length))).toEqual([total, total]); // the ranking, and the table in place of the portfolio
      await page.emulateMedia({ media: null });
      await page.setViewportSize(USUAL);
      await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
      expect(await page.locator('html').getAttribute('data-kern-theme')).toBe('dark');
      const count = await sheets(`paper${screen.replaceAll(/\W+/g, '-')}`);
      if (screen.startsWith('/lizenzpruefung')) expect({ screen, count }).toEqual({ screen, count: 1 });
    }
    expect(paper).toEqual(Object.fromEntries(Object.keys(paper).map((screen) => [screen, { cut: [], pictures: 0, light: 'light' }])));
  });
});
