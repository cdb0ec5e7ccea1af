// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { settled, type Site } from '../../support/browser.js';
import { downloaded } from '../../support/opened-file.js';
import { number, tableOf } from './as-written.js';

const STATES = ['complies', 'planned', 'exempt', 'weighed', 'open'] as const;

/** How far the administration has come, in public, without personal data. */
export function council(site: Site): void {
  it('comes as a stranger, and leaves with figures, their principles and the report, and with nothing of machines, people, departments or contracts', async () => {
    const { program, browser } = site;
    const { page, faults, picture, sheets } = await browser.open(`${program.url}/hilfe`, { isStranger: true });
    const told: string[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname === '/graphql') void response.text().then((text) => told.push(text));
    });
    await page.getByRole('navigation').getByRole('link', { name: 'Rat und Öffentlichkeit' }).click();
    await settled(page);
    await page.getByRole('heading', { name: 'In Leichter Sprache' }).waitFor();
    const { complianceSummary: summary, migrations, hosts, departments, contracts, assessments, exemptions } = await program.data(`{
      complianceSummary { complies planned exempt weighed open }
      migrations(first: 200) { totalCount nodes { product { name } alternative { name } } }
      hosts(first: 1000) { nodes { name } }
      departments(first: 1000) { nodes { name } }
      contracts(first: 1000) { nodes { number } }
      assessments(first: 1000) { nodes { author } }
      exemptions(first: 100) { nodes { reason approver } }
    }`);
    const inUse = STATES.reduce((sum, state) => sum + summary[state], 0);

    const sentences = await page.locator('.easy li').allTextContents();
    expect(sentences).toEqual(expect.arrayContaining([`Es sind ${number(inUse, 'de')} Programme.`, `${number(summary.complies, 'de')} Programme sind schon frei.`, expect.stringContaining(`Bei ${number(summary.open, 'de')} Programmen`)]));
    for (const sentence of sentences) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(18);

    const standing = page.locator('figure', { hasText: 'Produkte in Benutzung und ihr Stand' });
    await standing.getByRole('button', { name: 'Als Tabelle' }).click();
    expect((await tableOf(standing)).map(([, count]) => count)).toEqual(STATES.map((state) => number(summary[state], 'de')));
    const moves = await tableOf(page.getByRole('region', { name: /Umstiege/ }));
    expect(moves.map(([from, to]) => `${from} > ${to}`).toSorted()).toEqual(migrations.nodes.map(({ product, alternative }: any) => `${product.name} > ${alternative.name}`).toSorted());

    const links = page.locator('a.principle');
    expect(await links.count()).toBeGreaterThanOrEqual(4);
    for (const link of await links.all()) {
      const place = new URL((await link.getAttribute('href'))!, page.url()).hash.slice(1);
      await link.click();
      await page.waitForURL(new RegExp(`#${place}$`));
      expect([place, await page.locator(`#${place}`).innerText()]).toEqual([place, expect.stringMatching(new RegExp(`^${place}`, 'i'))]);
      expect(await page.locator(`#${place}`).evaluate((term: any) => term.getBoundingClientRect().top)).toBeLessThan(900);
    }
    await picture('flow-council-1-public');

    const report = await downloaded(page, () => page.getByRole('button', { name: 'Als Markdown sichern' }).click());
    const markdown = report.content.toString();
    expect(report.name).toMatch(/^fahrplan-rat-\d{4}-\d\d-\d\d\.md$/);
    for (const [words, state] of [['quelloffen', 'complies'], ['Umstieg geplant', 'planned'], ['noch offen', 'open']] as const) expect(markdown).toContain(`| ${words} | ${number(summary[state], 'de')} |`);
    expect(await sheets('flow-council-2-report')).toBeGreaterThan(1);

    // whole names, so that a product that is called like an office is no breach
    const secrets = [...hosts.nodes.map(({ name }: any) => name), ...departments.nodes.map(({ name }: any) => name), ...contracts.nodes.map(({ number: contract }: any) => contract), ...assessments.nodes.map(({ author }: any) => author), ...exemptions.nodes.flatMap(({ reason, approver }: any) => [reason, approver])].filter((secret): secret is string => Boolean(secret) && secret.length > 3);
    expect(secrets.length).toBeGreaterThan(1_000);
    const seen = [await page.content(), markdown, ...told].join('\n');
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
    expect(told.some((text) => text.includes('complianceSummary'))).toBe(true);
    expect(faults).toEqual([]);
  });
}
