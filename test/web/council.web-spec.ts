// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { operatorIn } from '../../apps/api/src/platform/config/operator-settings.js';
import { inBrowser, NUMBERS_WITHOUT_PRINCIPLE, settled, tabTo } from '../support/browser.js';
import { addCandidates } from '../support/many-candidates.js';
import { runProgram } from '../support/running-program.js';

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
    expect(await page.evaluate(NUMBERS_WITHOUT_PRINCIPLE)).toEqual([]);
    const anchors = await page.evaluate<boolean[]>(`[...document.querySelectorAll('main a.principle')].map((link) => document.querySelector(link.hash) !== null)`);
    expect(anchors.length).toBeGreaterThanOrEqual(5);
    expect(anchors).not.toContain(false);
  });

  it('opens at the principle that a link from elsewhere names', async () => {
    const { page } = await site.browser.open(site.program.url);
    await settled(page);
    expect(await page.evaluate(NUMBERS_WITHOUT_PRINCIPLE)).toEqual([]);
    await page.getByRole('link', { name: 'M7', exact: true }).first().click();
    await page.waitForURL(/\/rat#m7$/);
    await page.locator('#m11').waitFor();
    await page.waitForFunction('(() => { const { top } = document.querySelector("#m7").getBoundingClientRect(); return top >= 0 && top < innerHeight; })()');
  });

  it('tells in easy language of as many programs as there are: the parts make the whole', async () => {
    const { complianceSummary } = await site.program.data('{ complianceSummary { complies planned exempt weighed open } }');
    const { page } = await site.browser.open(`${site.program.url}/rat`);
    await page.getByRole('heading', { name: 'In Leichter Sprache' }).waitFor();
    const said = (await page.locator('.easy li').allTextContents()).join(' ');
    const numbers = [...said.matchAll(/\b(ein|einem|[\d.]+) Programme?n?\b/gi)].map(([, word]) => (/^ein/i.test(word!) ? 1 : Number(word!.replaceAll('.', ''))));
    const [all, ...parts] = numbers;
    expect(all).toBe(Object.values(complianceSummary as Record<string, number>).reduce((sum, count) => sum + count, 0));
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(all);
  });
});

describe('the public view, before a stranger', () => {
  const SECRETS = /GEHEIM|mustermann|Sozialamt|umzug-maker|Amt 10|krank/i;
  const site = inBrowser(
    async (program) => {
      await program.importFile('inventar.csv', INVENTORY, { source: 'clients', keepUserNames: true });
      await addCandidates(program.database, 8, 'umzug');
      await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
      const { resultId } = await program.runJob('mutation { startPlanning(input: { timeLimitSeconds: 2 }) { ... on StartPlanningSuccess { job { id } } } }');
      await program.data('mutation ($plan: ID!) { putPlanInForce(input: { plan: $plan }) { ... on PutPlanInForceSuccess { plan { id } } } }', { plan: resultId });
      const { migrations } = await program.data('{ migrations(first: 1) { nodes { product { key } revision } } }');
      const [{ product, revision }] = migrations.nodes;
      await program.data('mutation ($input: SetMigrationStatusInput!) { setMigrationStatus(input: $input) { __typename } }', { input: { product: product.key, status: 'BLOCKED', blockers: ['Erika Mustermann ist krank'], note: 'Sozialamt wartet', revision } });
    },
    () =>
      runProgram(null, 'none', {
        isPublicViewOn: true,
        operator: operatorIn({
          FAHRPLAN_OPERATOR: 'Stadt Musterstadt',
          FAHRPLAN_IMPRINT_URL: 'https://musterstadt.example/impressum',
          FAHRPLAN_PRIVACY_URL: 'https://musterstadt.example/datenschutz',
          FAHRPLAN_ACCESSIBILITY_LAW: 'BGG NRW und BITVNRW',
          FAHRPLAN_ACCESSIBILITY_CONTACT: 'barrierefrei@musterstadt.example',
          FAHRPLAN_ACCESSIBILITY_BODY: 'Ombudsstelle für barrierefreie Informationstechnik',
          FAHRPLAN_ACCESSIBILITY_BODY_URL: 'https://ombudsstelle.example/',
          FAHRPLAN_ACCESSIBILITY_REVIEWED_ON: '2027-03-31',
          FAHRPLAN_SIGN_LANGUAGE_URL: 'https://musterstadt.example/dgs',
        }),
      }),
  );

  it('shows how far the city has come, and sends nothing of people, machines, departments or contracts', async () => {
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/hilfe`, { isStranger: true });
    const sent: string[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname === '/graphql') void response.text().then((text) => sent.push(text));
    });
    await page.getByRole('navigation').getByRole('link', { name: 'Rat und Öffentlichkeit' }).click();
    await page.getByText('Der Rat der Stadt hat gesagt').waitFor();
    await page.getByText('blockiert').first().waitFor();
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Rat und Öffentlichkeit']);
    await page.waitForLoadState('networkidle');
    expect(sent.some((text) => text.includes('complianceSummary') && text.includes('umzug'))).toBe(true);
    expect(sent.filter((text) => SECRETS.test(text))).toEqual([]);
    expect(await page.locator('body').innerText()).not.toMatch(SECRETS);
    expect(await axeFindings()).toEqual([]);
    expect(faults).toEqual([]);
    await picture('public-view');
  });

  it('can be printed, without what is only for the screen, and taken away as Markdown', async () => {
    const { page } = await site.browser.open(`${site.program.url}/rat`, { isStranger: true });
    await page.getByText('Der Rat der Stadt hat gesagt').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Als Markdown sichern' }).click()]);
    const report = await readFile(await download.path(), 'utf8');
    expect(report).toMatch(/^# Rat und Öffentlichkeit\n/);
    expect(report).toContain('| blockiert');
    expect(report).not.toMatch(SECRETS);
    await page.emulateMedia({ media: 'print' });
    for (const place of ['.frame-header', '.frame-footer', '.page-actions']) expect([place, await page.locator(place).isVisible()]).toEqual([place, false]);
    expect(await page.getByText('Der Rat der Stadt hat gesagt').isVisible()).toBe(true);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')).toBe(0);
  });

  it('says who runs it, and in the statement where to turn', async () => {
    const { page, axeFindings } = await site.browser.open(`${site.program.url}/rat`, { isStranger: true });
    await page.getByRole('contentinfo').getByRole('link', { name: 'Impressum' }).waitFor();
    const hrefs = () => page.getByRole('main').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(await page.getByRole('contentinfo').getByRole('link', { name: 'Datenschutz' }).getAttribute('href')).toBe('https://musterstadt.example/datenschutz');
    await page.getByRole('link', { name: 'Erklärung zur Barrierefreiheit' }).click();
    await page.getByText('Stadt Musterstadt hat diese Erklärung zuletzt am 31.03.2027 überprüft').waitFor();
    expect(await page.getByText('im Einklang mit BGG NRW und BITVNRW').count()).toBe(1);
    expect(await hrefs()).toEqual(['mailto:barrierefrei@musterstadt.example', 'https://ombudsstelle.example/', 'https://musterstadt.example/dgs', '/rat']);
    expect(await page.getByRole('main').innerText()).not.toContain('FAHRPLAN_');
    expect(await axeFindings()).toEqual([]);
  });

  it('leads from everything else to the way in, and back to what is open', async () => {
    const { page } = await site.browser.open(`${site.program.url}/inventar`, { isStranger: true });
    await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
    await page.getByRole('link', { name: 'der Bericht für Rat und Öffentlichkeit' }).click();
    await page.getByText('Der Rat der Stadt hat gesagt').waitFor();
  });
});
