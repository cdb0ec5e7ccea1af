// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inBrowser, settled } from '../support/browser.js';
import { runProgram } from '../support/running-program.js';

const INVENTORY = 'Name;Rechner\nMicrosoft Office 2019;PC-1\nLibreOffice 7.5;PC-1\nHausmeister-Zeiterfassung 3000;PC-2\n';
const SCREENS = (JSON.parse(readFileSync('apps/web/addresses.json', 'utf8')) as string[]).filter((address) => address !== '/anmelden').map((address) => address.replace(':key', 'microsoft-office'));

/** What the page asks, with the status of each answer. */
function watch(page: Page): { readonly asked: Map<string, number>; readonly overSocket: string[] } {
  const asked = new Map<string, number>();
  const overSocket: string[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('/graphql') || response.request().method() !== 'POST') return;
    asked.set((response.request().postDataJSON() as { operationName: string }).operationName, response.status());
  });
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => overSocket.push((JSON.parse(String(payload)) as { type: string }).type)));
  return { asked, overSocket };
}

describe('where only trusted documents are answered', () => {
  const site = inBrowser(
    (program) => program.importFile('inventar.csv', INVENTORY, { source: 'clients' }),
    () => runProgram(null, 'none', { trustedDocuments: { mode: 'only', folder: null } }),
  );

  it('the page shows every screen, imports a file with its progress, and searches', async () => {
    const { page, faults } = await site.browser.open(`${site.program.url}/hilfe`); // signs in
    const { asked, overSocket } = watch(page);
    for (const screen of SCREENS) {
      await page.goto(`${site.program.url}${screen}`);
      await settled(page);
    }
    await page.goto(`${site.program.url}/import`);
    await page.locator('input[type=file]').setInputFiles({ name: 'neu.csv', mimeType: 'text/csv', buffer: Buffer.from('Name;Rechner\nGIMP 2.10;PC-3\n') });
    await page.getByRole('button', { name: 'Vorschau mit diesen Angaben' }).click();
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText('neu.csv ist eingelesen').waitFor();
    await page.goto(`${site.program.url}/inventar`);
    await page.getByRole('searchbox').fill('libre');
    await page.getByRole('link', { name: 'LibreOffice', exact: true }).first().waitFor();
    expect([...asked].filter(([, status]) => status !== 200)).toEqual([]);
    expect(asked.size).toBeGreaterThan(15);
    expect(overSocket).toContain('next');
    expect(overSocket).not.toContain('error');
    expect(faults).toEqual([]);
  });

  it('but what a script in the page makes up is refused', async () => {
    const { page } = await site.browser.open(`${site.program.url}/hilfe`);
    const status = await page.evaluate(async () => (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ hosts { nodes { name } } }"}' })).status);
    expect(status).toBe(403);
  });
});
