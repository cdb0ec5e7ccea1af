// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addCandidates } from '../support/many-candidates.js';
import { inBrowser } from '../support/browser.js';
import { downloaded, rowsOfCsv, sheetsOf } from '../support/opened-file.js';

const FORMULA = '=HYPERLINK("http://evil.example";"x")';

describe('reports in a browser', () => {
  const site = inBrowser(async (program) => {
    await addCandidates(program.database, 20, 'umzug');
    await program.database.query('UPDATE product SET name = $1 WHERE key = $2', [FORMULA, 'umzug-2']);
    await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
    await program.runJob('mutation { startPlanning(input: { timeLimitSeconds: 2 }) { ... on StartPlanningSuccess { job { id } } } }');
  });

  it('are all downloaded by a click, open, and no cell of them is a formula', async () => {
    const { page, faults } = await site.browser.open(`${site.program.url}/berichte`);
    await page.getByRole('heading', { name: 'Neuester Plan' }).waitFor();
    const links = await page.locator('main a[download]').evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
    expect(links.map((link) => link.replace(/\?.*/, '')).toSorted()).toEqual(['/contracts/notice-dates.ics', '/inventory/products.csv', '/inventory/products.md', '/inventory/products.xlsx', '/inventory/seat-balance.csv', '/inventory/seat-balance.md', '/inventory/seat-balance.xlsx', '/plans/newest.csv', '/plans/newest.ics', '/plans/newest.md', '/plans/newest.xlsx', '/questionnaires/open.csv', '/questionnaires/open.xlsx']);
    const seen: string[] = [];
    for (const link of links) {
      await page.reload(); // a browser lets a page download ten times by itself
      const { name, content } = await downloaded(page, () => page.locator(`main a[href="${link}"]`).press('Enter'));
      seen.push(name.split('.').at(-1)!);
      if (name.endsWith('.csv')) {
        const rows = rowsOfCsv(content);
        expect(rows.length).toBeGreaterThan(5);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t]/);
        expect(rows.flat().some((cell) => cell.includes('HYPERLINK'))).toBe(true);
      } else if (name.endsWith('.xlsx')) {
        const sheets = await sheetsOf(content);
        expect(sheets.length).toBeGreaterThan(0);
        for (const sheet of sheets) expect(sheet).not.toMatch(/<f[ >]/);
      } else if (name.endsWith('.ics')) {
        expect(content.toString()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\r\n$/);
      } else {
        expect(content.toString()).toMatch(/^#+ /);
        expect(content.toString()).toContain('umzug 1');
      }
    }
    expect([...new Set(seen)].toSorted()).toEqual(['csv', 'ics', 'md', 'xlsx']);
    expect(faults).toEqual([]);
  });
});
