// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser, tabTo } from '../support/browser.js';

const SBOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  components: [
    { type: 'library', name: 'free', version: '1', licenses: [{ license: { id: 'MIT' } }] },
    { type: 'library', name: 'restricted', version: '2', licenses: [{ license: { id: 'BUSL-1.1' } }] },
    { type: 'library', name: 'silent', version: '3' },
  ],
});

describe('the license check in a browser', () => {
  const site = inBrowser();

  it('answers by the keyboard alone, with reasons and obligations, and keeps the question in the address', async () => {
    const { page, faults, picture } = await site.browser.open(`${site.program.url}/lizenzpruefung`);
    await tabTo(page, 'Lizenz: Name, Ausdruck oder ganzer Text');
    await page.keyboard.type('GPL v2 or later');
    await tabTo(page, 'Prüfen');
    await page.keyboard.press('Enter');
    await page.getByText('GPL-2.0-or-later', { exact: true }).waitFor();
    await page.getByText('zugelassen', { exact: true }).waitFor();
    await picture('license-check');
    expect(page.url()).toContain('text=GPL');
    await page.reload();
    await page.getByText('GPL-2.0-or-later', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  });

  it('never takes the unknown for allowed', async () => {
    const { page } = await site.browser.open(`${site.program.url}/lizenzpruefung?text=Quux+Public+Thing+9`);
    await page.getByText('zu entscheiden', { exact: true }).waitFor();
    expect(await page.locator('.kern-badge', { hasText: /^unbekannt$/ }).count()).toBe(1);
  });

  it('checks a bill of materials, a list, and refuses what is neither', async () => {
    const { page, picture } = await site.browser.open(`${site.program.url}/lizenzpruefung`);
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ name: 'bom.json', mimeType: 'application/json', buffer: Buffer.from(SBOM) });
    await page.locator('tbody tr', { hasText: 'restricted' }).waitFor();
    expect(await page.getByRole('region', { name: 'Bestandteile' }).locator('tbody tr').allTextContents()).toEqual([expect.stringMatching(/restricted.*zu entscheiden/), expect.stringMatching(/silent.*keine Angabe.*zu entscheiden/), expect.stringMatching(/free.*zugelassen/)]);
    await page.getByLabel('Verwendung').selectOption('DISTRIBUTION');
    await page.getByRole('region', { name: 'Was zu tun ist' }).getByRole('row', { name: /MIT/ }).first().waitFor();
    await picture('license-sbom');
    await file.setInputFiles({ name: 'liste.txt', mimeType: 'text/plain', buffer: Buffer.from('MIT\r\nSSPL-1.0\r\n\r\nIrgendwas\r\n') });
    await page.locator('tbody tr', { hasText: 'SSPL' }).waitFor();
    expect(await page.locator('tbody tr').allTextContents()).toEqual([expect.stringMatching(/MIT.*quelloffen/), expect.stringMatching(/SSPL.*nicht quelloffen/), expect.stringMatching(/Irgendwas.*unbekannt/)]);
    await file.setInputFiles({ name: 'cut.json', mimeType: 'application/json', buffer: Buffer.from(SBOM.slice(0, 100)) });
    await page.getByText(/Kennung: IMPORTING\./).waitFor();
  });
});
