// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { settled, type Site } from '../../support/browser.js';
import { number } from './as-written.js';
import { dropFile } from './drop-file.js';

const FILE = ['Programm;Firma;Fassung;Gerät', 'Quarzverwaltung Zeta 7;Amt Software GmbH;7;FLOW-PC-1', 'Quarzverwaltung Zeta 8;Amt Software GmbH;8;FLOW-PC-2', 'Kranichregister 2;Amt Software GmbH;2;FLOW-PC-1', 'Mozilla Firefox;Mozilla;128.0;FLOW-PC-2'].join('\n');

/** Raw names that nobody recognises. */
export function catalogueEditor(site: Site): void {
  it('comes with a list of names, and leaves with a new product, until the decisions and the import are taken back', async () => {
    const { program, browser } = site;
    const waiting = async () => (await program.data('{ matchFamilies { totalCount } }')).matchFamilies.totalCount as number;
    const before = await program.data('{ installations { totalCount } imports { totalCount } }');
    const queued = await waiting();
    const { page, faults, picture } = await browser.open(program.url);
    await settled(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
    await dropFile(page, 'fremd.csv', FILE);
    await page.getByRole('textbox', { name: 'Quelle' }).fill('Ablauf');
    await page.getByRole('button', { name: 'Vorschau mit diesen Angaben' }).click();
    await page.getByRole('heading', { name: 'Vorschau', exact: true }).or(page.getByText('IMPORTING.COLUMNS_UNCLEAR')).first().waitFor();
    for (const [column, field] of [['Programm', 'title'], ['Firma', 'vendor'], ['Fassung', 'version'], ['Gerät', 'host']] as const) await page.getByLabel(column, { exact: true }).selectOption(field);
    await page.getByRole('button', { name: 'Vorschau mit diesen Angaben' }).click();
    await page.locator('.tile', { hasText: 'kommt hinzu' }).locator('.tile-value', { hasText: '4' }).waitFor();
    expect((await program.data('{ installations { totalCount } }')).installations).toEqual(before.installations);
    await picture('flow-editor-1-preview');
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText('fremd.csv ist eingelesen').waitFor();
    expect((await program.data('{ installations { totalCount } }')).installations.totalCount).toBe(before.installations.totalCount + 4);
    const added = (await waiting()) - queued;
    expect(added).toBe(2); // two families

    await page.getByRole('link', { name: /Namen warten auf eine Zuordnung$/ }).click();
    await page.getByText(`${number(queued + added, 'de')} Namen warten`).waitFor();
    await page.getByRole('searchbox').fill('Quarzverwaltung');
    const family = page.getByRole('heading', { level: 2, name: /Quarzverwaltung Zeta/ });
    await family.waitFor();
    await page.locator('#main').focus();
    await page.keyboard.press('n');
    const name = page.getByLabel('Name ohne Hersteller und Version');
    await name.waitFor();
    await name.fill('Quarzverwaltung');
    await page.getByLabel('Art', { exact: true }).selectOption({ index: 3 });
    await picture('flow-editor-2-new-product');
    await page.getByRole('button', { name: 'Anlegen und zuordnen' }).press('Enter');
    await page.getByText('Kein Name passt').waitFor();
    const made = 'query { product(name: "Quarzverwaltung") { name titleCount installationCount } }';
    expect((await program.data(made)).product).toEqual({ name: 'Quarzverwaltung', titleCount: 2, installationCount: 2 });

    await page.locator('#main').focus();
    await page.keyboard.press('u');
    await page.getByText('Die Antwort ist zurückgenommen.').waitFor();
    await family.waitFor();
    expect(await waiting()).toBe(queued + added);

    await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
    const row = page.locator('tbody tr', { hasText: 'fremd.csv' });
    await row.getByRole('button', { name: /Zurücknehmen/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Zurücknehmen' }).click();
    await page.getByText('Der Import ist zurückgenommen.').waitFor();
    await row.getByText('zurückgenommen', { exact: true }).waitFor();
    expect((await program.data('{ installations { totalCount } }')).installations).toEqual(before.installations);
    expect(await waiting()).toBe(queued);
    await picture('flow-editor-3-undone');
    expect(faults).toEqual([]);
  });
}
