// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate } from '#kernel';
import { addCandidates } from '../support/many-candidates.js';
import { actedByOnPaper, inBrowser, tabTo } from '../support/browser.js';

describe('the destination in a browser', () => {
  const grant = (product: string, more: object) =>
    site.program.data('mutation ($input: GrantExemptionInput!) { grantExemption(input: $input) { __typename } }', { input: { product, reason: 'Kein Ersatz am Markt', approver: 'Digitalausschuss', ...more } });
  const site = inBrowser(async (program) => {
    await program.importFile('inventar.csv', 'Name;Rechner\n7-Zip 22.01;PC-1\nQuarzverwaltung Zeta 7;PC-1\n', { source: 'clients' });
    await addCandidates(program.database, 12);
    await program.database.query(
      `INSERT INTO contract (number, metric, ends_on, notice_period_months, renewal_months, product_id)
       SELECT 'V-' || n, 'DEVICE', current_date + 40 * n, 1, 12, (SELECT id FROM product WHERE key = 'candidate-' || n) FROM generate_series(1, 8) n`,
    );
  });
  beforeAll(async () => {
    const { rows } = await site.program.database.query('SELECT current_date::text AS today');
    const today = rows[0].today as CalendarDate;
    await grant('candidate-1', { expiresOn: addDays(today, 30) });
    await grant('candidate-2', { grantedOn: addDays(today, -20), expiresOn: addDays(today, 400), recheckOn: addDays(today, -1) });
    await grant('candidate-3', { grantedOn: addDays(today, -20), expiresOn: addDays(today, -1) });
  });

  it('leads from every number to just as many rows', async () => {
    const { page, faults } = await site.browser.open(site.program.url);
    await page.locator('a.tile').first().waitFor();
    const tiles = await page.locator('a.tile').evaluateAll((found) => found.map((tile) => ({ name: tile.querySelector('.tile-name')!.textContent, count: Number(tile.querySelector('.tile-value')!.textContent), href: tile.getAttribute('href')! })));
    expect(await page.locator('.tile').count()).toBe(tiles.length); // none without a way
    const seen: Record<string, number> = {};
    for (const { name, count, href } of tiles) {
      await page.goto(new URL(href, site.program.url).href);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      const rows = href.startsWith('/zuordnung') ? await page.locator('.queue-name').count() : await page.locator('main tbody tr').count();
      expect({ name, href, rows }).toEqual({ name, href, rows: count });
      seen[name!] = count;
    }
    expect(Object.values(seen).filter((count) => count > 0).length).toBeGreaterThanOrEqual(6);
    expect(faults).toEqual([]);
  });

  it('leads on to a decision by the keyboard: an exemption is renewed, and another one taken back', async () => {
    const { page, axeFindings, picture } = await site.browser.open(`${site.program.url}/ausnahmen?within=90&state=HOLDS`);
    await page.locator('tbody tr').first().waitFor();
    expect(await axeFindings()).toEqual([]);
    expect(await actedByOnPaper(page)).toEqual([]);
    await tabTo(page, 'Erneuern: candidate 1');
    await page.keyboard.press('Enter');
    await page.getByLabel('Genehmigt von').fill('Rat');
    await page.getByLabel('Gilt bis').fill('2020-01-01');
    await page.keyboard.press('Enter');
    await page.getByText('SCORING.EXEMPTION_ENDS_BEFORE').waitFor();
    await page.getByLabel('Gilt bis').fill('2099-12-31');
    await picture('exemption-renewed');
    await page.keyboard.press('Enter');
    await page.getByText(/Ausnahme für candidate 1 gilt bis/).waitFor();
    await page.goto(`${site.program.url}/ausnahmen?recheck=true`);
    await page.getByRole('button', { name: 'Zurücknehmen: candidate 2' }).press('Enter');
    await page.getByLabel('Warum').fill('Es gibt jetzt einen Ersatz');
    await page.getByLabel('Zurückgenommen von').fill('Rat');
    await page.keyboard.press('Enter');
    await page.getByText('Die Ausnahme für candidate 2 gilt nicht mehr').waitFor();
    const { products } = await site.program.data('{ products(first: 50, filter: { standings: [OPEN] }) { nodes { key } } }');
    expect(products.nodes.map(({ key }: { key: string }) => key)).toContain('candidate-2');
    expect(products.nodes.map(({ key }: { key: string }) => key)).not.toContain('candidate-1');
  });
});
