// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsOfCsv, sheetsOf } from '../../support/opened-file.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const FORMULA = '=HYPERLINK("http://evil.example";"x")';

describe('the inventory as a table', () => {
  let program: RunningProgram;
  beforeAll(async () => {
    program = await runProgram();
    const software = ['Microsoft Office Professional Plus 2019', 'Mozilla Firefox 115', 'Mozilla Firefox 115'];
    await program.importFile('inventar.csv', `Rechner;Software\n${software.map((name, host) => `pc-${host};${name}`).join('\n')}\n`, { source: 'inventar' });
    await program.database.query('UPDATE vendor SET name = $1 WHERE id = (SELECT vendor_id FROM product WHERE key = $2)', [FORMULA, 'mozilla-firefox']);
  }, 90_000);
  afterAll(() => program.close(), 30_000);
  const file = async (name: string, language = 'de') => program.inject({ url: `/inventory/${name}?language=${language}` });

  it('has a row for each product in use, the most installed first, and counts as the interface does', async () => {
    const answer = await file('products.csv');
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="products.csv"']);
    const [head, ...rows] = rowsOfCsv(answer.rawPayload);
    expect(head).toEqual(['Schlüssel', 'Produkt', 'Hersteller', 'Kategorie', 'Lizenz', 'Open Source', 'Installationen', 'Rohnamen', 'Einträge im Verfahrensverzeichnis', 'Organisationseinheiten', 'Alternativen']);
    const { products } = await program.data('{ products(filter: { inUse: true }, orderBy: { field: INSTALLATIONS, direction: DESC }) { nodes { key name installationCount titleCount license { expression } alternatives { product { name } } } } }');
    expect(rows.map(([key, name, , , license, , installations, titles]) => [key, name, license, installations, titles])).toEqual(
      products.nodes.map((one: any) => [one.key, one.name, one.license?.expression ?? '', String(one.installationCount), String(one.titleCount)]),
    );
    expect(rows.map((row) => [row[0], row[5], row[6]])).toEqual([['mozilla-firefox', 'ja', '2'], ['microsoft-office', 'nein', '1']]);
    expect(rows[1]![10]!.split('; ').toSorted()).toEqual(products.nodes[1].alternatives.map((one: any) => one.product.name).toSorted());
  });

  it('holds no formula, in whichever form it goes out', async () => {
    expect(rowsOfCsv((await file('products.csv')).rawPayload)[1]![2]).toBe(`'${FORMULA}`);
    const [sheet = ''] = await sheetsOf((await file('products.xlsx')).rawPayload);
    expect(sheet).not.toMatch(/<f[ >]/);
    const markdown = (await file('products.md', 'en')).body;
    expect(markdown).toMatch(/^## Inventory\n/);
    expect(markdown).toContain('| yes | 2 |');
  });

  it('says which files there are', async () => {
    const answer = await file('products.pdf', 'en');
    const allowed = 'products.csv, products.xlsx, products.md';
    expect([answer.statusCode, JSON.parse(answer.body).problem]).toEqual([
      404,
      { code: 'CATALOGUE.NO_SUCH_FILE', name: 'products.pdf', allowed, message: `There is no file “products.pdf”. There are: ${allowed}.`, messageDe: `Eine Datei „products.pdf“ gibt es nicht. Es gibt: ${allowed}.` },
    ]);
  });

  it('lays what was bought against what is used, and leaves empty what nobody knows', async () => {
    expect(rowsOfCsv((await file('seat-balance.csv')).rawPayload)).toHaveLength(1);
    const CONTRACT = 'mutation ($input: UpsertContractInput!) { upsertContract(input: $input) { __typename } }';
    for (const input of [{ number: 'V-1', product: 'microsoft-office', metric: 'DEVICE', seats: 3, costPerYearCents: 90_000 }, { number: 'V-2', product: 'mozilla-firefox', metric: 'NAMED_USER', seats: 5 }]) {
      expect((await program.data(CONTRACT, { input })).upsertContract.__typename).toBe('ContractStored');
    }
    const [, ...rows] = rowsOfCsv((await file('seat-balance.csv')).rawPayload);
    expect(rows.find(([key]) => key === 'microsoft-office')).toEqual(['microsoft-office', 'Microsoft Office', 'Geräte', '3', '1', '0', '0', '2', '600', 'mehr als nötig']);
    expect(rows.find(([key]) => key === 'mozilla-firefox')).toEqual(['mozilla-firefox', 'Mozilla Firefox', 'Personen', '5', '', '', '', '', '', 'nicht bekannt']);
  });
});
