// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { openBrowser, tabTo, type OpenBrowser } from '../support/browser.js';
import { runProgram, type RunningProgram } from '../support/running-program.js';

const INVENTORY = ['Name;Rechner', ...['Microsoft Office 2019', 'Adobe Photoshop 2023', 'Microsoft Edge', 'WinRAR 6.2', 'Adobe Acrobat Reader'].flatMap((name, index) => Array.from({ length: 5 - index }, (_, host) => `${name};PC-${host}`))].join('\n');

describe('the candidates in a browser', () => {
  let program: RunningProgram;
  let browser: OpenBrowser;

  beforeAll(async () => {
    [program, browser] = await Promise.all([runProgram(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  it('says what to do where nothing was scored', async () => {
    const { page } = await browser.open(`${program.url}/kandidaten`);
    await page.getByText('Noch nichts bewertet').waitFor();
  });

  it('ranks as the server does, and anew at once where a weight is moved by the keyboard', async () => {
    await program.importFile('inventar.csv', INVENTORY, { source: 'clients' });
    await program.runJob('mutation { startScoringRun(input: {}) { ... on Problem { code message } ... on StartScoringRunSuccess { job { id } } } }');
    const { candidates } = await program.data('{ candidates(first: 100) { nodes { product { name } goalContribution { expected } } } }');
    const names = candidates.nodes.map(({ product }: { product: { name: string } }) => product.name);
    const { page, faults, picture } = await browser.open(`${program.url}/kandidaten`);
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
    const { page, picture } = await browser.open(`${program.url}/kandidaten`);
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
