// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser, tabTo } from '../support/browser.js';

const FIRST = 'Name;Hersteller;Version;Rechner\nMicrosoft Office Professional Plus 2019;Microsoft;16.0;PC-1\nQuarzverwaltung Zeta 7;Amt Software GmbH;7;PC-1\nQuarzverwaltung Zeta 8;Amt Software GmbH;8;PC-2\n7-Zip 22.01;Igor Pavlov;22.01;PC-2\n';

describe('imports and recognition in a browser', () => {
  const drop = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  const site = inBrowser();

  it('shows what a file would change, changes nothing before it is taken over, and takes it back', async () => {
    const { page, faults, picture } = await site.browser.open(`${site.program.url}/import`);
    await page.getByText('Noch kein Import').waitFor();
    await page.locator('input[type=file]').setInputFiles(drop('inventar.csv', FIRST));
    await page.getByRole('button', { name: 'Vorschau mit diesen Angaben' }).click();
    await page.getByRole('heading', { name: 'Vorschau' }).waitFor();
    expect(await page.locator('.tile', { hasText: 'kommt hinzu' }).textContent()).toContain('4');
    expect(await page.getByLabel('Hersteller', { exact: true }).inputValue()).toBe('vendor');
    await picture('import-preview');
    expect((await site.program.data('{ imports { totalCount } }'))['imports'].totalCount).toBe(0);
    await page.getByRole('button', { name: 'Übernehmen' }).press('Enter');
    await page.getByText('inventar.csv ist eingelesen').waitFor();
    expect(await page.locator('.told:focus').innerText({ timeout: 5_000 })).toContain('inventar.csv ist eingelesen'); // the focus is where the outcome is told
    await tabTo(page, 'Schließen', 3);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.innerText')).toBe('Datei auswählen');
    const row = page.locator('tbody tr', { hasText: 'inventar.csv' });
    await row.waitFor();
    await row.getByRole('button', { name: /Zurücknehmen/ }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Zurücknehmen' }).press('Enter');
    await page.getByText('Der Import ist zurückgenommen.').waitFor();
    await row.getByRole('button').waitFor({ state: 'detached' });
    expect(await page.locator('.table-scroll:focus').count()).toBe(1); // the button is gone, and the focus with the list it stood in
    expect((await site.program.data('{ installations { totalCount } }'))['installations'].totalCount).toBe(0);
    expect(faults).toEqual([]);
  });

  it('says where a line cannot be read, and lets columns be named where they cannot be told', async () => {
    const { page } = await site.browser.open(`${site.program.url}/import`);
    await page.locator('input[type=file]').setInputFiles(drop('raetsel.csv', 'q1;q2;q3\n17;xx;4\n18;yy;5\n'));
    await page.getByRole('button', { name: 'Vorschau mit diesen Angaben' }).click();
    await page.getByText('IMPORTING.COLUMNS_UNCLEAR').waitFor();
    await page.getByLabel('q2', { exact: true }).selectOption('title');
    await page.getByRole('button', { name: 'Vorschau mit diesen Angaben' }).click();
    await page.getByRole('heading', { name: 'Vorschau' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(drop('leer.csv', ''));
    await page.getByRole('button', { name: 'Vorschau mit diesen Angaben' }).click();
    await page.getByText(/Kennung: IMPORTING\./).waitFor();
  });

  it('is worked through by keys alone: a new product, no software, and back', async () => {
    await site.program.importFile('inventar.csv', FIRST, { source: 'clients' });
    const { page, faults, picture } = await site.browser.open(`${site.program.url}/zuordnung`);
    await page.getByRole('heading', { level: 2, name: /Quarzverwaltung Zeta/ }).waitFor();
    await picture('queue');
    await page.keyboard.press('x');
    await page.getByText('Alles ist zugeordnet').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Die Antwort ist zurückgenommen.').waitFor();
    await page.getByRole('heading', { level: 2, name: /Quarzverwaltung Zeta/ }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Name ohne Hersteller und Version').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Quarzverwaltung');
    await tabTo(page, 'Art');
    await page.getByLabel('Art', { exact: true }).selectOption({ index: 1 });
    await tabTo(page, 'Anlegen und zuordnen');
    await page.keyboard.press('Enter');
    await page.getByText('Alles ist zugeordnet').waitFor();
    expect((await site.program.data('{ product(name: "Quarzverwaltung") { name titleCount } }'))['product']).toEqual({ name: 'Quarzverwaltung', titleCount: 2 });
    expect(faults).toEqual([]);
  });
});
