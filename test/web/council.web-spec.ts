// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { inBrowser, tabTo } from '../support/browser.js';

const INVENTORY = `Name;Rechner;Organisationseinheit;Benutzer
Microsoft Office Professional Plus 2019;GEHEIM-PC-1;Sozialamt;mustermann
7-Zip 22.01 (x64);GEHEIM-PC-1;Sozialamt;mustermann
`;

describe('the view for council and public', () => {
  const site = inBrowser((program) => program.importFile('inventar.csv', INVENTORY, { source: 'clients' }));

  it('gives the same figures on the screen, as Markdown, and through the interface', async () => {
    const { complianceSummary } = await site.program.data('{ complianceSummary { complies planned exempt weighed open } }');
    const { page, faults } = await site.browser.open(`${site.program.url}/rat`);
    await page.getByRole('heading', { name: 'In Leichter Sprache' }).waitFor();
    await tabTo(page, 'Als Markdown sichern');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const report = await readFile(await download.path(), 'utf8');
    for (const [words, count] of [['quelloffen', complianceSummary.complies], ['Umstieg geplant', complianceSummary.planned], ['noch offen', complianceSummary.open]]) expect(report).toContain(`| ${words} | ${count} |`);
    await page.getByRole('button', { name: 'Als Tabelle' }).click();
    const counts = await page.locator('table').first().locator('tbody td:nth-child(2)').allTextContents();
    expect(counts).toEqual(['complies', 'planned', 'exempt', 'weighed', 'open'].map((state) => String(complianceSummary[state])));
    expect(faults).toEqual([]);
  });

  it('names no person, machine or department', async () => {
    const { page } = await site.browser.open(`${site.program.url}/rat`);
    await page.getByRole('heading', { name: 'In Leichter Sprache' }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/GEHEIM|mustermann|Sozialamt/i);
  });

  it('leads from each number to its principle', async () => {
    const { page } = await site.browser.open(`${site.program.url}/rat`);
    await page.getByRole('link', { name: 'Grundsatz M2' }).click();
    await page.waitForURL(/#m2$/);
    expect(await page.locator('#m2').count()).toBe(1);
  });
});
