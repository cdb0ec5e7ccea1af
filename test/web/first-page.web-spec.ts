// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { gzipSync } from 'node:zlib';
import { inBrowser, settled } from '../support/browser.js';

/** What the first page may fetch of script, compressed; drawing pictures is fetched with the first picture in sight. */
const MOST_BYTES = 200_000;

describe('the first page', () => {
  const site = inBrowser();

  it('fetches less than 200 kB of compressed script', async () => {
    const { page } = await site.browser.open(`${site.program.url}/hilfe`); // signs in
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url());
    });
    await page.goto(site.program.url);
    await settled(page);
    await page.waitForLoadState('networkidle');
    let total = 0;
    for (const script of scripts) total += gzipSync(await (await page.request.get(script)).body(), { level: 9 }).length;
    expect(total).toBeGreaterThan(20_000); // it was counted
    expect(total).toBeLessThan(MOST_BYTES);
  });
});
