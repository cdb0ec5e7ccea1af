// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser, tabTo } from '../support/browser.js';

const INVENTORY = ['Name;Rechner', ...['Microsoft Office 2019', 'Adobe Photoshop 2023', 'Microsoft Edge', 'WinRAR 6.2', 'Adobe Acrobat Reader'].flatMap((name, index) => Array.from({ length: 5 - index }, (_, host) => `${name};PC-${host}`))].join('\n');

describe('the candidates in a browser', () => {
  const site = inBrowser();

  it('says what to do where nothing was scored', async () => {
    const { page } = await site.browser.open(`${site.program.url}/kandidaten`);
    await page.getByText('Noch nichts bewertet').waitFor();
  });

  it('ranks as the server does, and anew at once where a weight is moved by the keyboard', async () => {
    await site.program.importFile('inventar.csv', INVENTORY, { source: 'clients' });
    await site.program.runJob('mutation { startScoringRun(input: {}) { ... on Problem { code message } ... on StartScoringRunSuccess { job { id } } } }');
    const { candidates } = await site.program.data('{ candidates(first: 100) { nodes { product { name } goalContribution { expected } } } }');
    const names = candidates.nodes.map(({ product }: { product: { name: string } }) => product.name);
    const { page, faults, picture } = await site.browser.open(`${site.program.url}/kandidaten`);
    await page.locator('tbody tr').first().waitFor();
    const shown = await page.locator('.table-frame tbody tr td:nth-child(3)').allTextContents();
    expect(shown.map((name) => name.trim())).toEqual(names);
    await page.getByText('Gewichte', { exact: true }).click();
    const before = await page.locator('.table-frame tbody tr .interval').allTextContents();
    await page.locator('.weight input').first().focus();
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowRight');
    await page.getByText('mit Ihren Gewichten').waitFor();
    expect(await page.locator('.table-frame tbody tr .interval').allTextContents()).not.toEqual(before);
    await picture('candidates');
    await page.getByRole('button', { name: 'Gewichte des Modells' }).click();
    expect(await page.locator('.table-frame tbody tr .interval').allTextContents()).toEqual(before);
    expect(faults).toEqual([]);
  });

  it('compares two candidates, chosen by the keyboard, and keeps them in the address', async () => {
    const { page, picture } = await site.browser.open(`${site.program.url}/kandidaten`);
    await page.locator('tbody tr').first().waitFor();
    const [one, other] = (await page.locator('.table-frame tbody tr td:nth-child(3)').allTextContents()).map((name) => name.trim());
    await tabTo(page, `${one}: vergleichen`);
    await page.keyboard.press('Space');
    await tabTo(page, `${other}: vergleichen`);
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: `${one} und ${other} im Vergleich` }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: `${one} und ${other} im Vergleich` }).waitFor();
    await page.getByRole('heading', { name: 'Was die Reihenfolge drehen würde' }).waitFor();
    await picture('candidates-compared');
  });
});
