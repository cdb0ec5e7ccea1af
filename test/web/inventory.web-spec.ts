// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser, tabTo } from '../support/browser.js';

const INVENTORY = `Name;Hersteller;Version;Rechner;Organisationseinheit
Microsoft Office Professional Plus 2019;Microsoft Corporation;16.0;PC-1;Ordnungsamt
Microsoft Office Professional Plus 2019;Microsoft Corporation;16.0;PC-2;Ordnungsamt
Microsoft Office Professional Plus 2019;Microsoft Corporation;16.0;PC-3;Ordnungsamt
7-Zip 22.01 (x64);Igor Pavlov;22.01;PC-1;Ordnungsamt
Mozilla Firefox (x64 de);Mozilla;115.0;PC-1;Ordnungsamt
Mozilla Firefox (x64 de);Mozilla;115.0;PC-2;Ordnungsamt
`;

describe('the inventory in a browser', () => {
  const site = inBrowser((program) => program.importFile('inventar.csv', INVENTORY, { source: 'clients' }));

  it('lists the products in use, the most installed first', async () => {
    const { page, faults, picture } = await site.browser.open(`${site.program.url}/inventar`);
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.locator('td:first-child').allTextContents()).toEqual(['Microsoft Office', 'Mozilla Firefox', '7-Zip']);
    expect(await rows.first().textContent()).toContain('nicht quelloffen');
    expect(await page.title()).toBe('Inventar – Fahrplan');
    await picture('inventory');
    expect(faults).toEqual([]);
  });

  it('searches as people type, and keeps what was searched for in the address', async () => {
    const { page } = await site.browser.open(`${site.program.url}/inventar`);
    await page.getByRole('searchbox').fill('firefox');
    await page.waitForURL(/q=firefox/);
    await page.getByText('ein Produkt').waitFor();
    expect(await page.locator('tbody tr').allTextContents()).toHaveLength(1);
    await page.reload();
    await page.getByText('ein Produkt').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('firefox');
  });

  it('calls filters that came by a link by their names', async () => {
    const { departments, vendors, categories } = await site.program.data('{ departments(first: 1) { nodes { id name } } vendors(first: 1, filter: { search: "Mozilla" }) { nodes { key name } } categories(first: 1) { nodes { key nameDe } } }');
    const [department, vendor, category] = [departments.nodes[0], vendors.nodes[0], categories.nodes[0]];
    const { page } = await site.browser.open(`${site.program.url}/inventar?vendor=${vendor.key}&category=${category.key}&department=${encodeURIComponent(department.id)}`);
    await page.getByText(`nur Hersteller ${vendor.name}`).waitFor();
    await page.getByText(`nur ${category.nameDe}`).waitFor();
    await page.getByText(`nur ${department.name}`).waitFor();
    await page.goto(`${site.program.url}/inventar?department=${encodeURIComponent(department.id)}`);
    await page.locator('tbody tr').first().waitFor();
    await page.goto(`${site.program.url}/inventar?vendor=no-such-vendor`);
    await page.getByText('nur Hersteller no-such-vendor').waitFor();
  });

  it('filters and orders by what the address says, and takes nonsense in it for nothing', async () => {
    const { page } = await site.browser.open(`${site.program.url}/inventar?openSource=ALLOWED&sort=NAME&direction=ASC&inUse=17`);
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody td:first-child').allTextContents()).toEqual(['7-Zip', 'Mozilla Firefox']);
    await page.getByRole('button', { name: 'Produkt', exact: true }).click();
    await page.waitForURL(/direction=DESC/);
    await expect(page.locator('th[aria-sort]').getAttribute('aria-sort')).resolves.toBe('descending');
  });

  it('says what to do where nothing fits', async () => {
    const { page } = await site.browser.open(`${site.program.url}/inventar?q=qwertzuiopqwertz`);
    await page.getByText('Kein Produkt passt zu diesen Filtern').waitFor();
  });

  it('goes from the list to a product by the keyboard alone', async () => {
    const { page } = await site.browser.open(`${site.program.url}/inventar`);
    await page.locator('tbody tr').first().waitFor();
    await tabTo(page, 'Zum Inhalt springen', 1);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Microsoft Office');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Microsoft Office' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  it('speaks English where the reader does, and back', async () => {
    const { page } = await site.browser.open(`${site.program.url}/inventar`, { locale: 'en-GB' });
    await page.getByRole('heading', { level: 1, name: 'Inventory' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Inventar' }).waitFor();
  });

  it('tells of a product how its number came about, what alternatives can do in words, with evidence, and decides on it', async () => {
    await site.program.importFile('inventar-2.csv', INVENTORY.replaceAll(/Microsoft Office.*PC-[23].*\n/g, ''), { source: 'clients' });
    const { product } = await site.program.data('{ product(key: "microsoft-office") { usageHistory { fileName added removed installations } category { functions { key nameDe } } alternatives(first: 1) { covers evidence } } }');
    expect(product.usageHistory).toEqual([
      { fileName: 'inventar.csv', added: 3, removed: 0, installations: 3 },
      { fileName: 'inventar-2.csv', added: 0, removed: 2, installations: 1 },
    ]);
    await site.program.data('mutation { answerAssessment(input: { product: "microsoft-office", question: "MACROS", answer: 7, author: "Amt 20" }) { __typename } }');
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/inventar/microsoft-office`);
    await page.getByRole('heading', { name: 'Installationen im Lauf der Zeit' }).waitFor();
    await page.getByText('Import inventar-2.csv: 0 Installationen dazu, 2 weg').waitFor();
    const covered = product.category.functions.find(({ key }: { key: string }) => product.alternatives[0].covers.includes(key));
    await page.getByRole('rowheader', { name: covered.nameDe, exact: true }).waitFor();
    await page.locator('td summary', { hasText: 'Beleg' }).first().press('Enter');
    await page.getByRole('link', { name: product.alternatives[0].evidence[0].administration }).first().waitFor();
    const { questionnaires } = await site.program.data('{ questionnaires(first: 100) { nodes { version definition } } }');
    const { text } = questionnaires.nodes[0].definition.questions.find(({ id }: { id: string }) => id === 'MACROS');
    await page.getByText(`Frage „${text.de}“ beantwortet von Amt 20`).waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/LicenseRef-proprietary|MACROS/);
    await page.getByRole('button', { name: 'Ausnahme begründen' }).press('Enter');
    await page.getByLabel('Begründung').fill('Fachverfahren verlangt es');
    await page.getByLabel('Genehmigt von').fill('Rat');
    await page.getByLabel('Gilt bis').fill('2099-12-31');
    await page.keyboard.press('Enter');
    await page.getByText('genehmigt von Rat: Fachverfahren verlangt es').waitFor();
    expect(await axeFindings()).toEqual([]);
    await picture('product');
    expect(faults).toEqual([]);
  });

  for (const [locale, summary, foreign, words, home] of [['de-DE', 'Beleg', 'en', 'running', 'seit'], ['en-GB', 'evidence', 'de', 'seit', 'running']] as const) {
    it(`marks what is said in the other language, to readers in ${locale}`, async () => {
      const { page, axeFindings } = await site.browser.open(`${site.program.url}/inventar/microsoft-office`, { locale });
      await page.locator('td summary', { hasText: summary }).first().press('Enter');
      const notes = page.locator('td li');
      await notes.first().waitFor();
      const languageOf = async (word: string) => notes.getByText(new RegExp(`\\b${word}\\b`)).first().evaluate((found) => found.closest('[lang]')!.getAttribute('lang'));
      expect({ foreign: await languageOf(words), home: await languageOf(home) }).toEqual({ foreign, home: locale.slice(0, 2) });
      expect(await axeFindings()).toEqual([]);
    });
  }
});
