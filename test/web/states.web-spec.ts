// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser, settled } from '../support/browser.js';
import { runProgram } from '../support/running-program.js';

/** Every screen, with what it says where nothing is in the database. */
const EMPTY: readonly (readonly [address: string, says: string | RegExp])[] = [
  ['/', 'Noch ist kein Ziel gesetzt'],
  ['/inventar', 'Das Inventar ist noch leer'],
  ['/inventar/rohnamen', 'Das Inventar ist noch leer'],
  ['/inventar/no-such-product', /gibt es nicht|kein(en)? Produkt/i],
  ['/import', 'Noch kein Import'],
  ['/zuordnung', 'Alles ist zugeordnet'],
  ['/kandidaten', 'Noch nichts bewertet'],
  ['/wellen', 'Es gibt noch keinen Plan'],
  ['/wellen/varianten', 'Es gibt noch keinen Plan'],
  ['/wellen/umsetzung', 'Noch ist kein Plan in Kraft'],
  ['/berichte', 'Kündigungstermine'],
  ['/aemter', 'Es ist noch keine Einheit bekannt'],
  ['/aemter/nirgends', 'Diese Einheit gibt es nicht'],
  ['/rechner', 'Es ist noch kein Rechner bekannt'],
  ['/rechner/Host:1', 'Diesen Rechner gibt es nicht'],
  ['/vertraege', 'Es ist noch kein Vertrag hinterlegt'],
  ['/vertraege/bilanz', 'Es ist noch kein Nutzungsrecht hinterlegt'],
  ['/rat', 'Noch ist kein Plan in Kraft'],
];

describe('screens with nothing to show', () => {
  const site = inBrowser();

  it('say so, and what to do', async () => {
    for (const [address, says] of EMPTY) {
      const { page, faults } = await site.browser.open(`${site.program.url}${address}`);
      await settled(page);
      const text = await page.locator('main').innerText();
      expect({ address, text, faults }).toEqual({ address, text: typeof says === 'string' ? expect.stringContaining(says) : expect.stringMatching(says), faults: [] });
      expect({ address, text }).not.toEqual({ address, text: expect.stringMatching(/undefined|NaN|\[object/) });
      await page.context().close();
    }
  });

  it('say that the server does not answer, and show what is asked for once it does', async () => {
    for (const [address, says] of EMPTY) {
      const { page } = await site.browser.open(site.program.url);
      await page.context().route('**/graphql', (route) => route.abort('connectionrefused'));
      await page.goto(`${site.program.url}${address}`);
      await page.getByText('Der Server antwortet nicht').first().waitFor();
      await page.context().unroute('**/graphql');
      await page.getByRole('button', { name: 'Noch einmal' }).first().click();
      await page.getByText(says).first().waitFor();
      await page.context().close();
    }
  });
});

describe('a server that goes away and comes back', () => {
  const site = inBrowser();

  it('takes nothing from the page: a part that is not here yet says so, and comes when it can', async () => {
    const going = await runProgram();
    const port = Number(new URL(going.url).port);
    const { page } = await site.browser.open(going.url);
    await page.getByText('Noch ist kein Ziel gesetzt').waitFor();
    await going.close();
    await page.getByRole('navigation').getByRole('link', { name: 'Lizenzprüfung' }).click();
    await page.getByRole('heading', { name: 'Der Server antwortet nicht' }).waitFor();
    expect(await page.getByRole('navigation').getByRole('link').count()).toBeGreaterThan(5);
    const back = await runProgram(null, 'none', { port });
    try {
      await page.getByRole('button', { name: 'Noch einmal' }).click();
      await page.getByRole('heading', { level: 1, name: 'Lizenzprüfung' }).waitFor();
    } finally {
      await back.close();
    }
  });
});
