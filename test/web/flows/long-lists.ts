// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Site } from '../../support/browser.js';

const PAGE = 'query ($after: String) { products(first: 1000, after: $after, orderBy: { field: NAME, direction: ASC }) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }';

/** Runs in the page. */
const FRAMES = '(async () => { for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame); })()';

/** Leaps over many rows of a list of which only a part is drawn. */
export function longLists(site: Site): void {
  it('land on the rows that belong there, and fetch each of them once', async () => {
    const { program, browser } = site;
    const names: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { products }: Record<string, any> = await program.data(PAGE, { after });
      names.push(...products.nodes.map(({ name }: { name: string }) => name));
      [after, more] = [products.pageInfo.endCursor, products.pageInfo.hasNextPage];
    }
    const { page, faults } = await browser.open(`${program.url}/inventar?inUse=false&sort=NAME&direction=ASC`);
    const asked: (string | null)[] = [];
    page.on('request', (request) => {
      const { query, variables } = request.method() === 'POST' ? (request.postDataJSON() as { query?: string; variables?: { after?: string | null } }) : {};
      if (query?.includes('query Products')) asked.push(variables?.after ?? null);
    });
    await page.locator('tbody tr[aria-rowindex="2"]').waitFor();
    const leap = (to: 'top' | 'bottom') => page.evaluate(`(() => { const list = document.querySelector('.table-scroll'); list.scrollTo(0, ${to === 'top' ? '0' : 'list.scrollHeight'}); })()`);
    const expectInPlace = async (lastIndex: number) => {
      await page.locator(`.table-frame tbody tr[aria-rowindex="${lastIndex + 2}"] a`).first().waitFor();
      await page.locator('.table-waiting').first().waitFor({ state: 'detached' });
      await page.evaluate(FRAMES); // whoever loads again for each row that is drawn has asked again by now
      const rows = await page.locator('.table-frame tbody tr[aria-rowindex]').evaluateAll((found: any[]) => found.map((row): [number, string] => [Number(row.getAttribute('aria-rowindex')) - 2, row.cells[0].textContent]));
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.map(([, name]) => name)).toEqual(rows.map(([index]) => names[index]));
    };
    await leap('bottom');
    await leap('bottom'); // once more, while the rows are on their way
    await expectInPlace(1_099); // the list is drawn a thousand rows ahead of those that are here
    await leap('bottom');
    await expectInPlace(Math.min(names.length, 2_199) - 1);
    await leap('top');
    await expectInPlace(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(faults).toEqual([]);
  });
}
