// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser, inLight, OVERFLOW, SMALL, tabTo, USUAL } from '../support/browser.js';

describe('what people say themselves, in a browser', () => {
  const site = inBrowser(async (program) => {
    await program.importFile('oe.csv', 'Kürzel;Organisationseinheit;Übergeordnete Einheit;Mitarbeitende\nD3;Dezernat 3;;\nA33;Bürgeramt;D3;120\nA10;Hauptamt;;20\n', { source: 'OE' });
    await program.importFile('pc.csv', 'Rechner;Software;Amt\npc-33;GIMP 2.10;Bürgeramt\npc-33;Wappenrolle Musterhausen;Bürgeramt\npc-10;GIMP 2.10;Hauptamt\npc-frei;7-Zip 22.01;\n', { source: 'PC' });
  });
  const productOf = async (key: string) =>
    (await site.program.data('query ($key: String) { product(key: $key) { key revision name aliases functions personalData specialisedProcedure noneKnownOn distribution license { expression } vendor { name } category { key } overrides { field reason source } alternatives { kind covers carriesOver complements notesDe product { key } } } }', { key })).product;
  const say = (input: object) => site.program.data('mutation ($input: UpsertProductInput!) { upsertProduct(input: $input) { __typename ... on Problem { code } } }', { input });

  it('a product that the catalogue lacks is entered by the keyboard, with what is wrong beside its field', async () => {
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/inventar`);
    await tabTo(page, 'Neues Produkt');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Neues Produkt' });
    await dialog.getByLabel('Name', { exact: true }).waitFor();
    const wrong = async (label: string, code: string) => dialog.locator('.field', { has: page.getByLabel(label, { exact: true }) }).getByText(code).waitFor();
    const add = () => dialog.getByRole('button', { name: 'Anlegen' }).press('Enter');
    await add();
    await page.locator('input:focus[aria-invalid="true"]').waitFor(); // the first of them
    for (const label of ['Name', 'Hersteller', 'Art', 'Lizenz']) await wrong(label, 'CATALOGUE.FIELD_MISSING');
    expect(await dialog.getByLabel('Name', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await axeFindings()).toEqual([]);
    await picture('product-new-wrong');
    await dialog.getByLabel('Name', { exact: true }).fill('ACDSee');
    await tabTo(page, 'Hersteller');
    await page.keyboard.type('Stadtwerke <b>Neustadt</b>');
    await page.locator('.combo-list').getByText('neu anlegen').waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Art', { exact: true }).selectOption('Geoinformation');
    await dialog.getByLabel('Lizenz', { exact: true }).fill('ganz frei, wirklich');
    await add();
    await wrong('Name', 'PAGE.NAME_TAKEN');
    await dialog.getByLabel('Name', { exact: true }).fill('Bescheiddrucker');
    await add();
    await wrong('Lizenz', 'CATALOGUE.LICENSE_INVALID');
    await dialog.getByLabel('Lizenz', { exact: true }).fill('GPL v3 or later');
    await dialog.getByLabel('Auch genannt').fill('Bescheid-Druck\n\n  Druckbescheider ');
    await dialog.getByLabel('Server', { exact: true }).press('Space');
    await dialog.getByLabel('Fachverfahren').press('Space');
    await dialog.getByLabel('Quelle').fill('http://example.org');
    await add();
    await wrong('Quelle', 'CATALOGUE.FIELD_INVALID');
    await dialog.getByLabel('Quelle').fill('');
    await page.setViewportSize(SMALL);
    expect(await page.evaluate(OVERFLOW)).toBe(0);
    await picture('product-new-small');
    await page.setViewportSize(USUAL);
    await add();
    await page.getByRole('heading', { level: 1, name: 'Bescheiddrucker' }).waitFor();
    await page.getByText('Bescheiddrucker angelegt.').waitFor();
    expect(await productOf('bescheiddrucker')).toMatchObject({ aliases: ['Bescheid-Druck', 'Druckbescheider'], distribution: ['server'], specialisedProcedure: true, license: { expression: 'GPL-3.0-or-later' }, vendor: { name: 'Stadtwerke <b>Neustadt</b>' }, personalData: null });
    expect(faults).toEqual([]);
  });

  it('single fields of a product are said otherwise; what somebody else changed meanwhile stands beside it, and one’s own word can be taken back', async () => {
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/inventar/acdsee`, { locale: 'en-GB' });
    const before = await productOf('acdsee');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit ACDSee' });
    await dialog.getByLabel('Also called').fill('ACDSee Photo Studio\nACDSee of ours');
    await dialog.getByLabel('Personal data').selectOption('usual');
    await dialog.getByLabel('Reason').fill('so called here');
    expect(await axeFindings()).toEqual([]);
    await picture('product-edit');
    await say({ key: 'acdsee', revision: before.revision, aliases: ['ACDSee of others'], name: 'ACDSee (others)' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    const conflict = page.getByRole('region', { name: 'Changed meanwhile' });
    await conflict.getByRole('row', { name: /Also called .* ACDSee of others ACDSee Photo Studio, ACDSee of ours/ }).waitFor();
    await conflict.getByRole('row', { name: /Name ACDSee ACDSee \(others\) ACDSee/ }).waitFor();
    expect(await axeFindings()).toEqual([]);
    await inLight(page, 'dark');
    expect(await axeFindings()).toEqual([]);
    await picture('product-conflict-dark');
    await page.setViewportSize(SMALL);
    expect(await page.evaluate(OVERFLOW)).toBe(0);
    await page.setViewportSize(USUAL);
    await page.getByRole('button', { name: 'Lay my entries over it' }).press('Enter');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('ACDSee (others) changed.').waitFor();
    expect(await productOf('acdsee')).toMatchObject({ name: 'ACDSee (others)', aliases: ['ACDSee Photo Studio', 'ACDSee of ours'], personalData: 'TYPICAL' });
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('group', { name: 'Take own statements back' }).getByLabel(/^name: ACDSee \(others\)/).press('Space');
    await page.getByRole('group', { name: 'Take own statements back' }).getByLabel(/^other names/).press('Space');
    await picture('product-reset');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'ACDSee', exact: true }).waitFor();
    expect(await productOf('acdsee')).toMatchObject({ name: before.name, aliases: before.aliases, personalData: 'TYPICAL' });
    expect(faults).toEqual([]);
  });

  it('an alternative is proposed, another one dismissed with its reason, and both are taken back', async () => {
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/inventar/acdsee`);
    await page.getByRole('button', { name: 'Alternative vorschlagen' }).press('Enter');
    const dialog = page.getByRole('dialog');
    const propose = () => dialog.getByRole('button', { name: 'Vorschlagen', exact: true }).press('Enter');
    await propose();
    const product = page.getByRole('combobox', { name: 'Quelloffenes Produkt' });
    const beside = (code: string) => page.locator('.field', { has: product }).getByText(code).waitFor();
    await beside('PAGE.ALTERNATIVE_MISSING');
    const choose = async (name: string, into = product) => {
      await into.fill(name);
      await page.getByRole('option', { name: new RegExp(`^${name}\\b`) }).first().click();
    };
    await choose('GIMP');
    await propose();
    await beside('PAGE.ALTERNATIVE_KNOWN');
    await choose('darktable');
    await dialog.getByLabel('Ersetzt').selectOption('mit Ergänzung');
    await dialog.getByLabel(/^Kann es: RAW/).selectOption('deckt ab');
    await dialog.getByLabel('Übernimmt').fill('RAW\nXMP');
    await dialog.getByLabel('Beleg (Adresse)').fill('http://example.org');
    expect(await axeFindings()).toEqual([]);
    await propose();
    await page.locator('.field', { has: page.getByLabel('Beleg (Adresse)') }).getByText('CATALOGUE.FIELD_INVALID').waitFor();
    await dialog.getByLabel('Beleg (Adresse)').fill('https://example.org/umstieg');
    await dialog.getByLabel('Verwaltung, die umgestiegen ist').fill('Stadt A');
    await propose();
    await page.locator('.field', { has: page.getByLabel('Ersetzt') }).getByText('CATALOGUE.COMPLEMENTS_MISSING').waitFor();
    await choose('digiKam', dialog.getByRole('combobox', { name: 'Braucht dazu' }));
    await choose('Krita', dialog.getByRole('combobox', { name: 'Braucht dazu' }));
    await dialog.getByRole('button', { name: 'Krita weglassen' }).press('Enter');
    expect(await axeFindings()).toEqual([]);
    await dialog.getByLabel('auf Deutsch').fill('nur Rohdaten');
    await picture('alternative-proposed');
    await page.setViewportSize(SMALL);
    expect(await page.evaluate(OVERFLOW)).toBe(0);
    await page.setViewportSize(USUAL);
    await propose();
    await page.getByText('darktable als Alternative zu ACDSee vorgeschlagen.').waitFor();
    expect((await productOf('acdsee')).alternatives).toContainEqual(expect.objectContaining({ kind: 'NEEDS_COMPLEMENT', covers: ['raw'], carriesOver: ['RAW', 'XMP'], complements: ['digikam'], notesDe: 'nur Rohdaten', product: { key: 'darktable' } }));
    await page.getByRole('button', { name: 'Verwerfen: GIMP' }).press('Enter');
    await page.getByLabel('Warum sie hier keine ist').fill('passt bei uns nicht');
    expect(await axeFindings()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('GIMP verworfen.').waitFor();
    await page.getByText('verworfen (passt bei uns nicht)').waitFor();
    await picture('alternatives-own');
    expect((await productOf('acdsee')).alternatives.map((one: { product: { key: string } }) => one.product.key)).not.toContain('gimp');
    for (const name of ['GIMP', 'darktable']) {
      await page.getByRole('button', { name: `Zurücknehmen: ${name}` }).press('Enter');
      await page.getByText(`Zu ${name} gilt wieder der gemeinsame Katalog.`).waitFor();
    }
    expect((await productOf('acdsee')).overrides.map(({ field }: { field: string }) => field)).toEqual(['personalData']);
    expect(faults).toEqual([]);
  });

  it('the history of a product tells which raw titles people took for it, and how they changed its names', async () => {
    const { nodes: [title] } = (await site.program.data('{ titles(filter: { search: "Wappenrolle" }) { nodes { id match { revision } } } }')).titles;
    const { product } = await site.program.data('{ product(key: "acdsee") { id revision } }');
    const { decideMatch } = await site.program.data('mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { ... on DecideMatchSuccess { decisionId } } }', { input: { title: title.id, revision: title.match.revision, product: product.id } });
    await say({ key: 'acdsee', revision: product.revision, aliases: ['ACDSee Photo Studio', 'Wappenschau'], reason: 'so steht es im Ordnungsamt' });
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/inventar/acdsee`);
    const history = page.getByRole('region', { name: 'Verlauf und Entscheidungen' });
    await history.getByText('Rohname „Wappenrolle Musterhausen“ und seine anderen Fassungen als dieses Produkt erkannt, von Hand').waitFor();
    await history.getByText('Weiterer Name: „Wappenschau“ – so steht es im Ordnungsamt').waitFor();
    await history.getByText('Eigene Angabe: Name: „ACDSee“ statt „ACDSee (others)“').waitFor();
    expect(await history.getByText('weitere Namen').count()).toBe(0); // told once
    expect(await axeFindings()).toEqual([]);
    await picture('product-history');
    await site.program.data('mutation ($decision: ID!) { undoMatchDecision(input: { decision: $decision }) { __typename } }', { decision: decideMatch.decisionId });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Assignment of the raw title “Wappenrolle Musterhausen” taken back').waitFor();
    expect(await axeFindings()).toEqual([]);
    expect(faults).toEqual([]);
  });
});
