// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type CalendarDate } from '#kernel';
import { settled, type Site } from '../../support/browser.js';
import { downloaded, eventsOf } from '../../support/opened-file.js';
import { day, euro, number, tableOf } from './as-written.js';
import { dropFile } from './drop-file.js';

const LICENSE_TEXT = join(import.meta.dirname, '../../../LICENSES/EUPL-1.2.txt');
const EXPRESSION = 'GPL-3.0-only AND BUSL-1.1';
const CHECK = `query ($text: String!, $usage: LicenseUsage) {
  checkLicense(text: $text, usage: $usage, policy: "beschaffung") { ... on LicenseCheck { license verdict rule reasonDe obligations { sentenceDe licenses } } }
}`;
const OUTCOMES: Readonly<Record<string, string>> = { APPROVED: 'zugelassen', REJECTED: 'abgelehnt', REVIEW: 'zu entscheiden' };

const SBOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name: 'Angebot 4711', version: '1' } },
  components: [
    { type: 'library', name: 'offen', version: '1.0', licenses: [{ license: { id: 'MIT' } }] },
    { type: 'library', name: 'stark', version: '2.0', licenses: [{ license: { id: 'AGPL-3.0-only' } }] },
    { type: 'library', name: 'einsehbar', version: '3.0', licenses: [{ license: { id: 'BUSL-1.1' } }] },
    { type: 'library', name: 'stumm', version: '4.0' },
  ],
});

/** A quote with a licence, a bill of materials, or a contract about to renew. */
export function procurement(site: Site): void {
  it('comes with a quote, and leaves with a verdict, its reasons, what has to be done, and one sheet for the file', async () => {
    const { program, browser } = site;
    const asked = async (text: string, usage: string | null) => (await program.data(CHECK, { text, usage })).checkLicense;
    const { page, faults, picture, sheets } = await browser.open(program.url);
    await page.getByRole('navigation').getByRole('link', { name: 'Lizenzprüfung' }).click();

    const text = await readFile(LICENSE_TEXT, 'utf8');
    await page.getByRole('textbox', { name: 'Lizenz: Name, Ausdruck oder ganzer Text' }).fill(text);
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByText('EUPL-1.2', { exact: true }).waitFor();
    const obligations = page.getByRole('region', { name: 'Was zu tun ist' });
    for (const usage of [null, 'PUBLICATION']) {
      if (usage) await page.getByLabel('Verwendung').selectOption(usage);
      const check = await asked(text, usage);
      if (check.obligations.length > 0) await obligations.locator('tbody tr').nth(check.obligations.length - 1).waitFor();
      await page.locator('.check-verdict', { hasText: OUTCOMES[check.verdict]! }).waitFor();
      await page.getByText(check.reasonDe).waitFor();
      expect(check.license).toBe('EUPL-1.2');
      expect(check.obligations.length === 0 ? [] : await tableOf(obligations)).toEqual(check.obligations.map((one: { sentenceDe: string; licenses: string[] }) => [one.sentenceDe, one.licenses.join(', ')]));
    }
    expect(page.url()).not.toContain('text=');

    await page.getByRole('textbox', { name: 'Lizenz: Name' }).fill(EXPRESSION);
    await page.getByRole('button', { name: 'Prüfen' }).click();
    const check = await asked(EXPRESSION, 'PUBLICATION');
    await page.getByText(check.reasonDe).waitFor();
    expect(await tableOf(obligations)).toEqual(check.obligations.map((one: { sentenceDe: string; licenses: string[] }) => [one.sentenceDe, one.licenses.join(', ')]));
    expect(check.obligations.some(({ licenses }: { licenses: string[] }) => licenses.includes('BUSL-1.1'))).toBe(true);
    await picture('flow-procurement-1-expression');

    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const printed = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    for (const part of [EXPRESSION, OUTCOMES[check.verdict], check.reasonDe, check.rule, 'als eigene Software veröffentlichen', 'Beschaffung, Fassung', ...check.obligations.map(({ sentenceDe }: { sentenceDe: string }) => sentenceDe)]) expect(printed).toContain(part);
    for (const part of ['Abmelden', 'Datei auswählen', 'Drucken oder als PDF sichern']) expect(printed).not.toContain(part);
    await page.emulateMedia({ media: null });
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await sheets('flow-procurement-2-sheet')).toBe(1);

    await dropFile(page, 'angebot.cdx.json', SBOM);
    await page.getByRole('region', { name: 'Bestandteile' }).getByRole('row', { name: /einsehbar/ }).waitFor();
    const uploadId = await program.handIn('angebot.cdx.json', SBOM);
    const { checkSbom } = await program.data('query ($id: ID!) { checkSbom(uploadId: $id, usage: PUBLICATION, policy: "beschaffung") { ... on SbomCheck { verdict approved rejected review findings(first: 10) { component verdict reasonDe } } } }', { id: uploadId });
    expect(await page.locator('.tile-value').allTextContents()).toEqual([checkSbom.rejected, checkSbom.review, checkSbom.approved].map((count) => number(count, 'de')));
    await page.locator('.check-verdict', { hasText: OUTCOMES[checkSbom.verdict]! }).waitFor();
    for (const { component, verdict, reasonDe } of checkSbom.findings) {
      const row = await page.getByRole('region', { name: 'Bestandteile' }).getByRole('row').filter({ hasText: component }).innerText();
      expect([component, row]).toEqual([component, expect.stringContaining(OUTCOMES[verdict]!)]);
      expect([component, row]).toEqual([component, expect.stringContaining(reasonDe)]);
    }
    await picture('flow-procurement-3-bill-of-materials');

    await dropFile(page, 'lizenzen.txt', 'Apache-2.0\nSSPL-1.0\nHauslizenz der Firma\n');
    await page.getByRole('row', { name: /Hauslizenz/ }).waitFor();
    const { licensesOf } = await program.data('{ licensesOf(texts: ["Apache-2.0", "SSPL-1.0", "Hauslizenz der Firma"]) { verdict } }');
    const words: Readonly<Record<string, string>> = { ALLOWED: 'quelloffen', DENIED: 'nicht quelloffen', UNKNOWN: 'unbekannt' };
    expect(await page.locator('tbody .kern-badge').allTextContents()).toEqual(licensesOf.map(({ verdict }: { verdict: string }) => words[verdict]));
    expect(faults).toEqual([]);
  });

  it('comes with contracts about to renew, and leaves with the last days for notice, the balance of seats and what could replace a product', async () => {
    const { program, browser } = site;
    const { page, faults, picture } = await browser.open(program.url);
    await settled(page);
    const { today } = await page.evaluate<{ today: CalendarDate }>('({ today: new Date().toISOString().slice(0, 10) })');
    const until = addDays(today, 180);
    const { contracts, licensePositions } = await program.data(
      `query ($until: Date!) {
        contracts(first: 100, filter: { noticeUntil: $until }, orderBy: { field: NOTICE_BY, direction: ASC }) { totalCount nodes { number endsOn noticeBy seats costPerYearCents product { key name license { verdict } alternatives(first: 5) { product { name } } } } }
        licensePositions(filter: { statuses: [UNDER] }) { totalCount underCents positions { productName entitledSeats usedSeats underSeats underCents } }
      }`,
      { until },
    );
    const tile = page.locator('a.tile', { hasText: 'Verträge sind in den nächsten 180 Tagen zu kündigen' });
    expect(await tile.locator('.tile-value').textContent()).toBe(number(contracts.totalCount, 'de'));
    await tile.click();
    await page.getByText(`${contracts.totalCount} Verträge`).waitFor();
    const shown = await tableOf(page.locator('.table-frame'));
    expect(shown.slice(0, 5).map((cells) => [cells[0], cells[3], cells[4], cells[5]])).toEqual(contracts.nodes.slice(0, 5).map((one: any) => [one.number, day(one.noticeBy, 'de'), day(one.endsOn, 'de'), number(one.seats, 'de')]));
    await picture('flow-procurement-4-contracts');

    const calendar = await downloaded(page, () => page.getByRole('link', { name: 'Termine als Kalender' }).click());
    expect(calendar.name).toBe('notice-dates.ics');
    const days = eventsOf(calendar.content).filter(({ DTSTART }) => DTSTART! <= until.replaceAll('-', '')).map(({ DTSTART, SUMMARY }) => [DTSTART, SUMMARY!.replaceAll('\\', '')]);
    expect(days).toHaveLength(contracts.totalCount);
    for (const { number: contract, noticeBy } of contracts.nodes) expect(days).toContainEqual([noticeBy.replaceAll('-', ''), expect.stringMatching(new RegExp(`^Letzter Tag zur Kündigung: ${contract.replaceAll('.', '\\.')}`))]);

    await page.getByRole('link', { name: 'Platzbilanz' }).click();
    await page.getByLabel('Stand').selectOption('UNDER');
    await page.getByText(`${licensePositions.totalCount} Bilanzen am ${day(today, 'de')}`).waitFor();
    const short = await tableOf(page.locator('.table-frame'));
    const positions = licensePositions.positions.slice(0, 10).map((one: any) => [one.productName, number(one.entitledSeats, 'de'), number(one.usedSeats, 'de'), number(one.underSeats, 'de'), one.underCents === null ? '–' : euro(one.underCents, 'de')]);
    expect(short.slice(0, 10).map((cells) => [cells[0], cells[3], cells[4], cells[5], cells[6]])).toEqual(positions);
    expect(await page.locator('dl.facts dd').first().textContent()).toBe(euro(licensePositions.underCents, 'de'));
    await picture('flow-procurement-5-seat-balance');

    await page.getByRole('link', { name: 'Verträge' }).click();
    const choice = contracts.nodes.find(({ product }: any) => product?.license?.verdict === 'DENIED' && product.alternatives.length > 1)!;
    await page.getByLabel('Kündbar in den nächsten').selectOption('180');
    await page.getByText(`${contracts.totalCount} Verträge`).waitFor();
    await page.getByRole('link', { name: choice.product.name, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: choice.product.name }).waitFor();
    expect(await page.getByRole('region', { name: 'Alternativen, Funktion für Funktion' }).locator('thead th').allTextContents()).toEqual(['Funktion', ...choice.product.alternatives.map(({ product }: any) => product.name)]);
    const own = await tableOf(page.getByRole('region', { name: 'Verträge' }));
    expect(own).toContainEqual(expect.arrayContaining([choice.number, day(choice.noticeBy, 'de')]));
    await page.getByRole('region', { name: 'Platzbilanz' }).waitFor();
    expect(faults).toEqual([]);
  });
}
