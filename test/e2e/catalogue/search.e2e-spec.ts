// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
});
afterAll(() => program.close());

interface Found {
  readonly totalCount: number;
  readonly nodes: readonly { readonly key: string; readonly category: { readonly key: string } }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

async function search(text: string, first = 20, rest = ''): Promise<Found> {
  return (await program.data<{ products: Found }>(`query ($text: String!, $first: Int!) { products(first: $first, filter: { search: $text } ${rest}) { totalCount nodes { key category { key } } pageInfo { endCursor hasNextPage } } }`, { text, first })).products;
}

describe('a search for a product', () => {
  it.each([
    // what is asked, what comes first, what has to be among the first ten
    ['Photoshop', 'adobe-photoshop', ['gimp', 'krita']],
    ['Fotoshop', 'adobe-photoshop', ['gimp', 'krita']],
    ['photoshop ', 'adobe-photoshop', ['gimp']],
    ['Outlook', 'microsoft-outlook', ['mozilla-thunderbird', 'ox-app-suite']],
    ['Outlok', 'microsoft-outlook', ['mozilla-thunderbird']],
    ['Excel', 'microsoft-excel', ['libreoffice']],
    ['MS Office', 'microsoft-office', ['libreoffice']],
    ['Microsoft Word', 'microsoft-word', ['libreoffice']],
    ['Libreofice', 'libreoffice', []],
    ['Libre Office', 'libreoffice', []],
    ['Thunderbrid', 'mozilla-thunderbird', []],
    ['7zip', '7-zip', []],
    ['7-Zip', '7-zip', []],
    ['WinRAR', 'winrar', ['7-zip']],
    ['Adobe Reader', 'adobe-acrobat-reader', ['okular']],
    ['teamviewer', 'teamviewer', ['rustdesk']],
    ['Exchange', 'microsoft-exchange-server', ['grommunio', 'sogo']],
    ['Sharepoint', 'microsoft-sharepoint', ['nextcloud']],
    ['Teams', 'microsoft-teams', ['element', 'jitsi-meet']],
    ['Visio', 'microsoft-visio', ['draw-io']],
    ['Lotus Notes', 'hcl-notes', []],
    ['Winword', 'microsoft-word', []],
    ['R', 'r', []],
    ['QGIS', 'qgis', []],
    ['Mozila', 'mozilla-firefox', []],
    ['VMware', 'vmware-vsphere', ['proxmox-ve']],
    ['SAP', 'sap-erp', []],
  ])('%j finds %s first, and %j', async (text, first, others) => {
    const keys = (await search(text, 10)).nodes.map(({ key }) => key);
    expect(keys[0]).toBe(first);
    expect(keys).toEqual(expect.arrayContaining(others));
  });
});

describe('a search for a task', () => {
  it.each([
    ['E-Akte', 'document-management'],
    ['Eakte', 'document-management'],
    ['Dokumentenmanagement', 'document-management'],
    ['Textverarbeitung', 'office-suite'],
    ['Tabellenkalkulation', 'office-suite'],
    ['Wahlen', 'elections'],
    ['Wahl', 'elections'],
    ['Friedhof', 'cemetery'],
    ['Friedhöfe', 'cemetery'],
    ['Friedhoefe', 'cemetery'],
    ['Friedhofsverwaltungssoftware', 'cemetery'],
    ['Software für Friedhöfe', 'cemetery'],
    ['Kfz', 'vehicle'],
    ['Zulassungsstelle', 'vehicle'],
    ['Führerschein', 'vehicle'],
    ['Fuehrerscheine', 'vehicle'],
    ['Bürgerbüro', 'registration'],
    ['Buergerbuero', 'registration'],
    ['Einwohnermeldeamt', 'registration'],
    ['Standesamt', 'civil-registry'],
    ['Bussgelder', 'fines'],
    ['Bußgeldverfahren', 'fines'],
    ['Personalabrechnung', 'payroll'],
    ['Ratsinformation', 'council'],
    ['Kitas', 'day-care'],
    ['Bücherei', 'library'],
    ['Feuerwehren', 'fire-rescue'],
    ['Hundesteuer', 'municipal-finance'],
    ['Müll', 'waste'],
    ['Wohngeld', 'housing-benefit'],
    ['Bauantrag', 'building-permits'],
    ['Jugendamt', 'youth'],
    ['Virenscanner', 'endpoint-security'],
    ['Passwortmanager', 'password-management'],
    ['Videokonferenzen', 'video-conference'],
    ['Ticketsystem', 'service-desk'],
    ['Zeiterfassung', 'time-tracking'],
    ['Fernwartung', 'remote-support'],
    ['Groupware', 'groupware'],
    ['Notizen', 'note-taking'],
  ])('%j finds products for it (%s) before others', async (text, category) => {
    const found = await search(text, 30);
    expect(found.nodes.slice(0, 30).some((one) => one.category.key === category)).toBe(true);
    const firstOther = found.nodes.findIndex((one) => one.category.key !== category);
    const firstOwn = found.nodes.findIndex((one) => one.category.key === category);
    expect([text, firstOwn < 3 || firstOther > firstOwn]).toEqual([text, true]);
  });
});

describe('a search for a task that many products do', () => {
  it.each([
    // what is asked, what has to be among the first ten, what does something else and comes after them
    ['Textverarbeitung', ['libreoffice', 'microsoft-office', 'microsoft-word'], ['prezi', 'ethercalc']],
    ['Bildbearbeitung', ['gimp', 'krita'], []],
    ['Firewall', ['opnsense', 'fortigate'], ['wireguard']],
    ['Verschlüsselung', ['veracrypt', 'gnupg'], ['7-zip', 'bareos']],
    ['Chat', ['element'], ['chatgpt']],
    ['KI', ['chatgpt'], ['kicad', 'kimai']],
    ['CAD', ['freecad', 'librecad'], ['caddy', 'cadenza']],
  ])('%j shows %j first, %j later', async (text, early, late) => {
    const keys = (await search(text, 100)).nodes.map(({ key }) => key);
    expect(keys.slice(0, 10)).toEqual(expect.arrayContaining(early));
    for (const key of late) expect([key, keys.slice(0, 10).includes(key)]).toEqual([key, false]);
  });
});

describe('a search', () => {
  it.each([[''], ['   '], ['%'], ['_'], ['\\'], ['!?']])('for %j, which says nothing, finds nothing', async (text) => {
    expect((await search(text)).totalCount).toBe(0);
  });

  it.each([["'; DROP TABLE product; --"], ['x'.repeat(20_000)], ['wort '.repeat(2_000)], ['&|!():*<->'], ['\u0000'.repeat(3).replace(/\0/g, '\u0001')], ['مرحبا 你好 😀']])('is not upset by %j', async (text) => {
    expect((await search(text)).totalCount).toBeGreaterThanOrEqual(0);
    expect((await search('GIMP')).nodes[0]?.key).toBe('gimp');
  });

  it('is paged by its ranking, without gaps or repetitions', async () => {
    const whole = await search('Datenbank', 60);
    const pages: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Found = await search('Datenbank', 7, after === null ? '' : `after: "${after}"`);
      pages.push(...page.nodes.map(({ key }) => key));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage || pages.length >= 60) break;
    }
    expect(pages.slice(0, 60)).toEqual(whole.nodes.map(({ key }) => key).slice(0, pages.length));
  });

  it('can be ordered otherwise, and narrowed by other filters', async () => {
    const ordered = await search('Datenbank', 20, 'orderBy: { field: NAME, direction: ASC }').then(({ nodes }) => nodes.map(({ key }) => key));
    expect(ordered).not.toEqual((await search('Datenbank', 20)).nodes.map(({ key }) => key));
    const { products } = await program.data('{ products(first: 5, filter: { search: "Photoshop", openSource: ALLOWED }) { nodes { key } } }');
    expect(products.nodes[0].key).toBe('gimp');
  });

  it('uses its indexes, whatever is asked', async () => {
    const { rows: [{ prosrc }] } = await program.database.query("SELECT prosrc FROM pg_proc WHERE proname = 'search_products'");
    await program.database.query('BEGIN; SET LOCAL enable_seqscan = off');
    const { rows } = await program.database.query(`EXPLAIN ${(prosrc as string).replaceAll('asked', "'Friedhofsverwaltung Musterhausen'")}`);
    await program.database.query('ROLLBACK');
    const plan = rows.map((row) => row['QUERY PLAN'] as string).join('\n');
    for (const index of ['search_term_term', 'search_term_trigrams', 'search_term_lexemes']) expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on search_term/);
  });

  it('by name finds one product, and none for a task', async () => {
    const one = async (name: string) => (await program.data('query ($name: String) { product(name: $name) { key } }', { name })).product?.key ?? null;
    expect(await one('MS Excel')).toBe('microsoft-excel');
    expect(await one('Adobe Acrobt')).toMatch(/^adobe-acrobat/);
    expect(await one('gimp')).toBe('gimp');
    expect(await one('Bußgeld')).toBeNull();
    expect(await one('Quicken')).toBeNull(); // not what has "quick" in its name
    expect(await one('Dell EMC Avamar')).toBeNull(); // not another product of the same maker
    expect(await one('')).toBeNull();
  });

  it.each(['Oracle', 'Citrix', 'Project', 'SAP', 'Adobe', 'Office', 'Microsoft', 'Server'])('by a name that several products may bear leads to none, and lists them: %s', async (name) => {
    const { product, products } = await program.data('query ($name: String) { product(name: $name) { key } products(first: 100, filter: { named: $name }) { totalCount nodes { key } } }', { name });
    expect(product).toBeNull();
    expect(products.totalCount).toBeGreaterThan(1);
  });

  it.each([
    ['Project', 'microsoft-project'],
    ['Office', 'microsoft-office'],
    ['Citrix', /^citrix-/],
    ['SAP', /^sap-/],
  ])('lists first what is called so: %s', async (name, key) => {
    const { products } = await program.data('query ($name: String) { products(first: 1, filter: { named: $name }) { nodes { key } } }', { name });
    expect(products.nodes[0].key).toMatch(key);
  });

  it.each([
    ['Zoom', 'zoom'],
    ['Slack', 'slack'],
    ['DATEV', 'datev'],
    ['Photoshop', 'adobe-photoshop'],
    ['Java', 'oracle-java-se'],
    ['Visual Studio', 'microsoft-visual-studio'],
  ])('takes a product’s own name before that of its maker and of its family: %s', async (name, key) => {
    expect((await program.data('query ($name: String) { product(name: $name) { key } }', { name })).product?.key).toBe(key);
  });

  it('takes a letter or a sign for no name', async () => {
    for (const name of ['a', '%', '_', ' ', '\\']) expect((await program.data('query ($name: String) { products(filter: { named: $name }) { totalCount } }', { name })).products.totalCount).toBe(0);
  });
});
