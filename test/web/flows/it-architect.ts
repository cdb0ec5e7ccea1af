// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { downloaded, rowsOfCsv, sheetsOf } from '../../support/opened-file.js';
import { settled, type Site } from '../../support/browser.js';
import { day, euro, number, tableOf } from './as-written.js';

/** „Which products use MS SQL Server, in which departments, and what would replace them?" */
export function itArchitect(site: Site): void {
  it('comes with a question about SQL Server, and leaves with products, departments, alternatives and files', async () => {
    const { program, browser } = site;
    const { page, faults, picture } = await browser.open(program.url, { locale: 'en-GB' });
    await settled(page);
    const { complianceSummary, searched, narrowed, product, answered } = await program.data(`{
      complianceSummary { open }
      searched: products(first: 100, filter: { search: "sql server", inUse: true }) { totalCount nodes { name } }
      narrowed: products(first: 100, filter: { search: "sql server", inUse: true, hasAlternative: true }) { totalCount nodes { name vendor { name } installationCount alternatives(first: 1) { product { name } } standing { state } } }
      product(key: "microsoft-sql-server") {
        name installationCount
        usageByDepartment { department { name } installations }
        category { functions { key nameEn } }
        alternatives(first: 5) { covers missing coverage01 product { key name license { expression } } }
        interfaces { from { name } to { name } openStandard }
        contracts { number endsOn seats costPerYearCents }
        releaseCycles { cycle endOfSupportOn }
      }
      answered: product(key: "postgresql") { name alternativeTo: alternatives(first: 1) { id } }
    }`);
    expect(await page.locator('a.tile', { hasText: 'look and decide' }).locator('.tile-value').textContent()).toBe(number(complianceSummary.open));

    await page.getByRole('navigation').getByRole('link', { name: 'Inventory' }).click();
    await page.getByRole('searchbox').pressSequentially('sql server', { delay: 30 });
    await page.getByText(`${searched.totalCount} products`).waitFor();
    const names = page.locator('.table-frame tbody td:first-child');
    expect(await names.first().textContent()).toBe(searched.nodes[0].name);
    await page.getByLabel('Alternative known').selectOption('yes');
    await page.getByText(`${narrowed.totalCount} products`).waitFor();
    expect(narrowed.totalCount).toBeLessThan(searched.totalCount);
    expect(await names.allTextContents()).toEqual(narrowed.nodes.map(({ name }: { name: string }) => name));
    expect(new URL(page.url()).search).toMatch(/q=sql(\+|%20)server&hasAlternative=true/);
    await picture('flow-architect-1-inventory');

    await page.getByRole('link', { name: product.name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: product.name }).waitFor();
    const compared = page.getByRole('region', { name: 'Alternatives, function by function' });
    for (const { key, nameEn } of product.category.functions) {
      const marks = product.alternatives.map(({ covers, missing }: { covers: string[]; missing: string[] }) => (covers.includes(key) ? 'covers' : missing.includes(key) ? 'is missing' : 'not known'));
      if (marks.every((mark: string) => mark === 'not known')) continue;
      const row = compared.getByRole('row').filter({ has: page.getByRole('rowheader', { name: nameEn, exact: true }) });
      expect([nameEn, await row.locator('.kern-sr-only').allTextContents()]).toEqual([nameEn, marks]);
    }
    expect(await compared.locator('tr', { hasText: 'Coverage' }).locator('td').allTextContents()).toEqual(product.alternatives.map(({ coverage01 }: { coverage01: number }) => `${Math.round(coverage01 * 100)}%`));

    const usage = page.locator('figure', { hasText: 'Installations by department' });
    await usage.getByRole('button', { name: 'As a table' }).click();
    const byDepartment = new Map(product.usageByDepartment.map(({ department, installations }: { department: { name: string }; installations: number }) => [department.name, number(installations)]));
    expect(new Map((await tableOf(usage)).map(([name, count]) => [name, count]))).toEqual(byDepartment);

    const connected = page.locator('figure', { hasText: `What is connected with ${product.name}` });
    await connected.scrollIntoViewIfNeeded();
    await connected.locator('canvas').waitFor();
    await picture('flow-architect-2-product');
    await connected.getByRole('button', { name: 'As a table' }).click();
    const pairs = (await tableOf(connected)).map(([from, to, , open]) => `${from} > ${to}: ${open}`);
    expect(pairs.toSorted()).toEqual(product.interfaces.map(({ from, to, openStandard }: any) => `${from.name} > ${to.name}: ${openStandard === null ? 'unknown' : openStandard ? 'yes' : 'no'}`).toSorted());

    const [contract] = product.contracts;
    const contracts = await tableOf(page.getByRole('region', { name: 'Contracts' }));
    expect(contracts[0]).toEqual(expect.arrayContaining([contract.number, day(contract.endsOn), number(contract.seats), euro(contract.costPerYearCents)]));
    const cycle = product.releaseCycles[0];
    expect((await tableOf(page.getByRole('region', { name: 'Release cycles' }))).find(([name]) => name === cycle.cycle)).toContain(day(cycle.endOfSupportOn));

    await compared.getByRole('link', { name: answered.name }).click();
    await page.getByRole('heading', { level: 1, name: answered.name }).waitFor();

    await page.getByRole('navigation').getByRole('link', { name: 'Reports' }).click();
    const { plans } = await program.data('{ plans(first: 1) { nodes { waves { period costCents items { product { name } } } } } }');
    const waves = plans.nodes[0].waves as { period: number; costCents: number; items: { product: { name: string } }[] }[];
    const section = page.locator('section', { hasText: 'Newest plan' }).last();
    const csv = await downloaded(page, () => section.getByRole('link', { name: 'CSV' }).click());
    const rows = rowsOfCsv(csv.content);
    const head = rows.findIndex(([first]) => first === 'Wave');
    expect(rows.slice(head + 1, head + 1 + waves.length).map(([, period, , items]) => [Number(period), items!.split('; ').toSorted()])).toEqual(waves.map(({ period, items }) => [period, items.map(({ product: { name } }) => name).toSorted()]));
    const workbook = await downloaded(page, () => section.getByRole('link', { name: 'Excel' }).click());
    const [sheet] = await sheetsOf(workbook.content);
    expect(sheet!.match(/<row /g)).toHaveLength(1 + waves.length);
    expect([csv.name, workbook.name]).toEqual(['plan-newest.csv', 'plan-newest.xlsx']);
    expect(faults).toEqual([]);
  });
}
