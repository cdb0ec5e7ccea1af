// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoadCatalogue, SHIPPED_CATALOGUE } from '../../../apps/api/src/catalogue/index.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
let folder: string;
beforeAll(async () => {
  program = await runProgram();
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-catalogue-'));
  await cp(SHIPPED_CATALOGUE, folder, { recursive: true });
});
afterAll(async () => {
  await program.close();
  await rm(folder, { recursive: true, force: true });
});

const PROBLEM = '__typename ... on Problem { code message messageDe } ... on InputProblem { file line path facts } ... on CatalogueRefusal { problems { code file line path } }';
const CHANGES = 'changes { change entity key name fields { field before after } }';

async function load(files: Record<string, string>, more: Record<string, unknown> = {}) {
  const payload = Buffer.from(JSON.stringify({ files: Object.entries(files).map(([name, text]) => ({ name, text })) }));
  return loadUpload('test.files.json', payload, more);
}

async function loadUpload(fileName: string, payload: Buffer | string, more: Record<string, unknown> = {}) {
  const answer = await program.inject({ method: 'POST', url: `/imports?fileName=${fileName}`, headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.from(payload as string) });
  const { uploadId } = JSON.parse(answer.body) as { uploadId: string };
  return (await program.data(`mutation ($input: LoadCatalogueInput!) { loadCatalogue(input: $input) { ... on LoadCatalogueSuccess { dryRun ${CHANGES} } ${PROBLEM} } }`, { input: { uploadId, ...more } })).loadCatalogue;
}

const revisionOf = async (key: unknown) => (key === undefined ? undefined : (await program.data('query ($key: String) { product(key: $key) { revision } }', { key })).product?.revision);
const edit = async (mutation: string, input: Record<string, unknown>) =>
  (await program.data(`mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ... on UpsertProductSuccess { product { key name origin license { expression } vendor { key name } } } ${PROBLEM} } }`, { input: { revision: (await revisionOf(input['key'] ?? input['product'])) ?? (mutation === 'upsertProduct' ? undefined : 1), ...input } }))[mutation];

const product = async (key: string, fields = 'name aliases origin releaseCycles { cycle endOfSupportOn source } overrides { field value reason source statedBy layer { kind } } alternatives { origin kind product { key } }') =>
  (await program.data(`query ($key: String) { product(key: $key) { ${fields} } }`, { key })).product;

/** The shared base as a later version of the program would bring it. */
async function updateBase(file: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(folder, file);
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} does not hold ${from}`);
  await writeFile(path, after);
  const loaded = await program.app.get(LoadCatalogue, { strict: false }).execute(folder);
  expect(loaded).toMatchObject({ ok: true, value: { changed: true } });
}

const entry = (id: string, more = '') => `  - { id: ${id}, name: ${id} for tests, vendor: adobe, license: LicenseRef-proprietary${more} }\n`;
const file = (...entries: string[]) => `category: graphics\nproducts:\n${entries.join('')}`;

describe('what an administration says itself', () => {
  it('overrides single fields with its reason', async () => {
    expect(await edit('upsertProduct', { key: 'acdsee', name: 'ACDSee (Bildstelle)', reason: 'so heißt es bei uns', source: 'https://example.org/liste' })).toMatchObject({ product: { key: 'acdsee', origin: 'BASE' } });
    expect((await product('acdsee')).overrides).toEqual([{ field: 'name', value: 'ACDSee (Bildstelle)', reason: 'so heißt es bei uns', source: { url: 'https://example.org/liste', verified: false }, statedBy: expect.any(String), layer: { kind: 'OWN' } }]);
  });

  it('adds products of its own, with a vendor nobody knew and a license as people write it', async () => {
    const made = await edit('upsertProduct', { name: 'Fährplan-Öl 3', vendor: 'Stadtwerke Musterhausen', category: 'gis', license: 'GPL v3 or later', aliases: ['FPÖ3'] });
    expect(made).toMatchObject({ product: { key: 'faehrplan-oel-3', origin: 'OWN', license: { expression: 'GPL-3.0-or-later' }, vendor: { key: 'stadtwerke-musterhausen', name: 'Stadtwerke Musterhausen' } } });
  });

  it('proposes alternatives and dismisses others', async () => {
    await edit('proposeAlternative', { product: 'acdsee', alternative: 'darktable', kind: 'PARTIAL', covers: ['raw'], notesDe: 'nur Rohdaten', evidence: [{ url: 'https://example.org', administration: 'Stadt A' }] });
    await edit('dismissAlternative', { product: 'acdsee', alternative: 'gimp', reason: 'passt bei uns nicht' });
    expect((await product('acdsee')).alternatives).toEqual([{ origin: 'BASE', kind: 'PARTIAL', product: { key: 'digikam' } }, { origin: 'OWN', kind: 'PARTIAL', product: { key: 'darktable' } }]);
  });

  it('says what a product can do, and takes back what it said of personal data', async () => {
    const read = async () => product('gimp', 'functions personalData');
    const before = await read();
    await edit('upsertProduct', { key: 'gimp', functions: ['raw'], personalData: 'TYPICAL' });
    expect(await read()).toEqual({ functions: ['raw'], personalData: 'TYPICAL' });
    await edit('upsertProduct', { key: 'gimp', personalData: null });
    expect(await read()).toEqual({ functions: ['raw'], personalData: null });
    await edit('upsertProduct', { key: 'gimp', reset: ['functions', 'personalData'] });
    expect(await read()).toEqual(before);
  });

  it('describes a product that a decision about a title made, and tells a second one who read it before', async () => {
    await program.importFile('made.csv', 'host;title\npc1;Wappenrolle Musterhausen\n', { source: 'made' });
    const { id, match } = (await program.data('{ titles(filter: { search: "Wappenrolle" }) { nodes { id match { revision } } } }')).titles.nodes[0];
    await program.data('mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { __typename } }', { input: { title: id, revision: match.revision, newProduct: { name: 'Wappenrolle', vendor: null, category: 'gis' } } });
    const read = (await product('wappenrolle', 'revision')).revision;
    const all = { key: 'wappenrolle', revision: read, name: 'Wappenrolle', vendor: 'adobe', category: 'gis', license: 'MIT' };
    expect(await edit('upsertProduct', { ...all, license: null })).toMatchObject({ code: 'CATALOGUE.FIELD_MISSING' });
    expect(await edit('upsertProduct', all)).toMatchObject({ product: { origin: 'OWN', license: { expression: 'MIT' } } });
    expect(await edit('upsertProduct', { ...all, license: 'ISC' })).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE' });
    expect(await product('wappenrolle', 'license { expression } titles { totalCount }')).toEqual({ license: { expression: 'MIT' }, titles: { totalCount: 1 } });
  });

  it('outlives an update of the shared base that changes the same products', async () => {
    await updateBase('products/graphics.yaml', 'name: ACDSee\n    vendor: acd-systems\n    aliases: [ACDSee Photo Studio]', 'name: ACDSee Ultimate\n    vendor: acd-systems\n    aliases: [ACDSee Photo Studio, ACDSee of tomorrow]');
    const { name, aliases, alternatives } = await product('acdsee');
    expect([name, aliases]).toEqual(['ACDSee (Bildstelle)', ['ACDSee Photo Studio', 'ACDSee of tomorrow']]);
    expect(alternatives.map((one: { product: { key: string } }) => one.product.key)).toEqual(['digikam', 'darktable']);
    expect(await product('faehrplan-oel-3', 'name aliases')).toEqual({ name: 'Fährplan-Öl 3', aliases: ['FPÖ3'] });
  });

  it('is told field by field, the newest first, and apart from what the base changed', async () => {
    const { edits } = await product('acdsee', 'edits { at field before after }');
    expect(edits.map(({ field }: { field: string }) => field)).toEqual(['alternatives', 'alternatives', 'name']);
    expect(edits[2]).toEqual({ at: expect.stringMatching(/^\d{4}-.*Z$/), field: 'name', before: 'ACDSee', after: 'ACDSee (Bildstelle)' });
    const overrides = (await product('acdsee', 'overrides { field statedAt }')).overrides;
    expect(overrides.find(({ field }: { field: string }) => field === 'name').statedAt).toBe(edits[2].at);
    expect((await product('digikam', 'edits { field }')).edits).toEqual([]);
  });

  it('gives way again where the administration takes its word back', async () => {
    await edit('upsertProduct', { key: 'acdsee', reset: ['name', 'alternatives.gimp', 'alternatives.darktable'] });
    expect(await product('acdsee', 'name overrides { field } alternatives { product { key } }')).toEqual({ name: 'ACDSee Ultimate', overrides: [], alternatives: [{ product: { key: 'digikam' } }, { product: { key: 'gimp' } }] });
  });

  it.each([
    ['a product that has no license', 'upsertProduct', { name: 'Nur ein Name', vendor: 'adobe', category: 'gis' }, 'CATALOGUE.FIELD_MISSING'],
    ['a category that does not exist', 'upsertProduct', { name: 'Falsch', vendor: 'adobe', category: 'nothing', license: 'MIT' }, 'CATALOGUE.REFERENCE_DANGLING'],
    ['a license that is none', 'upsertProduct', { key: 'gimp', license: 'ganz frei, wirklich' }, 'CATALOGUE.LICENSE_INVALID'],
    ['a name that another product has', 'upsertProduct', { key: 'acdsee', name: 'GIMP' }, 'CATALOGUE.NAME_AMBIGUOUS'],
    ['a link without https', 'upsertProduct', { key: 'acdsee', support: [{ provider: 'x', url: 'http://example.org' }] }, 'CATALOGUE.FIELD_INVALID'],
    ['a name of 4,000 characters', 'upsertProduct', { key: 'acdsee', name: 'x'.repeat(4_000) }, 'CATALOGUE.FIELD_INVALID'],
    ['an alternative that is not open source', 'proposeAlternative', { product: 'gimp', alternative: 'acdsee', kind: 'FULL' }, 'CATALOGUE.ALTERNATIVE_NOT_OPEN'],
    ['itself as alternative', 'proposeAlternative', { product: 'gimp', alternative: 'gimp', kind: 'FULL' }, 'CATALOGUE.ALTERNATIVE_SELF'],
    ['an alternative nobody knows', 'proposeAlternative', { product: 'gimp', alternative: 'nothing-of-that-name', kind: 'FULL' }, 'CATALOGUE.REFERENCE_DANGLING'],
    ['an alternative of a product nobody knows', 'proposeAlternative', { product: 'nothing-of-that-name', alternative: 'gimp', kind: 'FULL' }, 'CATALOGUE.NOT_FOUND'],
    ['a name that no key can be made of', 'upsertProduct', { name: 'ΑΒΓ', vendor: 'adobe', category: 'gis', license: 'MIT' }, 'CATALOGUE.FIELD_INVALID'],
    ['a name that is taken away', 'upsertProduct', { key: 'acdsee', name: ' ' }, 'CATALOGUE.FIELD_MISSING'],
    ['a vendor that is taken away', 'upsertProduct', { key: 'acdsee', vendor: '' }, 'CATALOGUE.FIELD_MISSING'],
    ['a source that is no https address', 'upsertProduct', { key: 'acdsee', aliases: ['ACDSee 1'], source: 'javascript:alert(1)' }, 'CATALOGUE.FIELD_INVALID'],
    ['a reason in several lines', 'upsertProduct', { key: 'acdsee', aliases: ['ACDSee 1'], reason: 'a\nb' }, 'CATALOGUE.FIELD_INVALID'],
    ['a circle of successors', 'upsertProduct', { key: 'meso', replaces: ['vois-meso'] }, 'CATALOGUE.SUCCESSION_CIRCLE'],
  ])('is refused for %s, and nothing of it is kept', async (_what, mutation, input, code) => {
    const before = (await program.database.query('SELECT (SELECT count(*) FROM product_statement) + (SELECT count(*) FROM catalogue_entry) AS n')).rows;
    const answer = await edit(mutation, input);
    expect([answer.code, ...(answer.problems ?? []).map((one: { code: string }) => one.code)]).toContain(code);
    expect(answer.message).not.toMatch(/\{\w+\}/);
    expect((await program.database.query('SELECT (SELECT count(*) FROM product_statement) + (SELECT count(*) FROM catalogue_entry) AS n')).rows).toEqual(before);
  });

  it('is written down with who, what, before and after', async () => {
    const { rows } = await program.database.query("SELECT operation, entity_id FROM audit_entry WHERE operation IN ('proposeAlternative', 'upsertProduct') ORDER BY id LIMIT 2");
    expect(rows).toEqual([{ operation: 'upsertProduct', entity_id: 'acdsee' }, { operation: 'upsertProduct', entity_id: 'faehrplan-oel-3' }]);
  });
});

describe('loading catalogue files', () => {
  it('shows what would change, changes it, and finds nothing the second time', async () => {
    const files = { 'own.yaml': file(entry('drawing-one', ', alternatives: [{ product: gimp, kind: PARTIAL }]'), entry('drawing-two')) };
    const added = [{ change: 'ADDED', entity: 'PRODUCT', key: 'drawing-one', name: 'drawing-one for tests', fields: [] }, expect.objectContaining({ key: 'drawing-two' })];
    expect(await load(files, { dryRun: true })).toMatchObject({ dryRun: true, changes: added });
    expect(await product('drawing-one', 'name')).toBeNull();
    expect(await load(files)).toMatchObject({ dryRun: false, changes: added });
    expect(await product('drawing-one', 'origin alternatives { product { key } }')).toEqual({ origin: 'FILE', alternatives: [{ product: { key: 'gimp' } }] });
    expect(await load(files)).toMatchObject({ changes: [] });
  });

  it('names the fields of an entry that differ', async () => {
    const { changes } = await load({ 'own.yaml': file(entry('drawing-two', ', aliases: [Second Drawing]')) });
    expect(changes).toEqual([{ change: 'CHANGED', entity: 'PRODUCT', key: 'drawing-two', name: 'drawing-two for tests', fields: [{ field: 'aliases', before: [], after: ['Second Drawing'] }] }]);
  });

  it.each([
    ['broken YAML', 'category: graphics\nproducts:\n  - id: "x\n', 'CATALOGUE.YAML_BROKEN', expect.any(Number)],
    ['an unknown field', file(entry('fresh'), entry('x', ', colour: red')), 'CATALOGUE.FIELD_UNKNOWN', 4],
    ['a circle of successors', file(entry('fresh', ', replaces: [x]'), entry('x', ', replaces: [fresh]')), 'CATALOGUE.SUCCESSION_CIRCLE', 3],
    ['an alias bomb', `a: &a [x,x,x]\n${'bcdefgh'.split('').map((name, at) => `${name}: &${name} [*${'abcdefg'[at]}, *${'abcdefg'[at]}]\n`).join('')}`, 'CATALOGUE.YAML_ALIAS', 2],
    ['brackets without end', '['.repeat(50_000), expect.stringMatching(/^CATALOGUE\.YAML_/), 1],
    ['a dangling reference', file(entry('fresh'), entry('x', ', replaces: [nothing-there]')), 'CATALOGUE.REFERENCE_DANGLING', 4],
    ['a name that stands already', file(entry('fresh'), '  - { id: x, name: GIMP, vendor: adobe, license: MIT }\n'), 'CATALOGUE.NAME_AMBIGUOUS', 4],
    ['a pack that is none', 'pack: { name: x }\n', 'CATALOGUE.FIELD_MISSING', 1],
  ])('refuses %s with file and line, and leaves the catalogue as it was', async (_what, text, code, line) => {
    const answer = await load({ 'good.yaml': file(entry('innocent')), 'bad.yaml': text });
    expect(answer.problems?.[0] ?? answer).toMatchObject({ code, file: 'bad.yaml', line });
    expect(await product('innocent', 'name')).toBeNull();
    expect(await product('fresh', 'name')).toBeNull();
  });

  it('makes a product of a publiccode.yml', async () => {
    const text = 'publiccodeYmlVersion: "0"\nname: Friedhofsplan Musterhausen\nurl: https://github.com/Musterhausen/friedhof.git\nlegal: { license: EUPL-1.2, mainCopyrightOwner: Stadt Musterhausen }\nsoftwareType: standalone/web\ncategories: [document-management]\nmaintenance: { type: contract, contractors: [{ name: Helfer GmbH, website: https://example.org, until: "2030-01-01" }] }\n';
    expect(await load({ 'publiccode.yml': text })).toMatchObject({ changes: [{ entity: 'VENDOR', key: 'stadt-musterhausen' }, { entity: 'PRODUCT', key: 'friedhofsplan-musterhausen' }] });
    expect(await product('friedhofsplan-musterhausen', 'license { expression verdict } category { key } vendor { name } distribution support identifiers sources')).toMatchObject({
      license: { expression: 'EUPL-1.2', verdict: 'ALLOWED' },
      category: { key: 'document-management' },
      vendor: { name: 'Stadt Musterhausen' },
      distribution: ['server'],
      support: [{ provider: 'Helfer GmbH', url: 'https://example.org' }],
      identifiers: { purl: ['pkg:github/musterhausen/friedhof'] },
    });
    expect(await load({ 'publiccode.yml': text })).toMatchObject({ changes: [] });
  });

  it('files a publiccode.yml under the category that is named where none of its own fits', async () => {
    const text = 'publiccodeYmlVersion: "0"\nname: Etwas Seltenes\nurl: https://example.org/x\nlegal: { license: MIT, repoOwner: Adobe }\ncategories: [no-such-thing]\n';
    expect(await load({ 'publiccode.yml': text })).toMatchObject({ code: 'CATALOGUE.PUBLICCODE_CATEGORY_UNKNOWN', line: 5 });
    expect(await load({ 'publiccode.yml': text }, { category: 'gis' })).toMatchObject({ changes: [{ key: 'etwas-seltenes' }] });
    expect(await product('etwas-seltenes', 'vendor { key }')).toEqual({ vendor: { key: 'adobe' } });
  });

  it('recognises titles anew where a name has come', async () => {
    await program.importFile('titles.csv', 'host;title\npc1;Zeichenbrett Quadrat\n', { source: 'rematch' });
    const recognised = async () => (await program.data('{ titles(filter: { search: "Zeichenbrett" }) { nodes { product { key } } } }')).titles.nodes;
    expect(await recognised()).toEqual([{ product: null }]);
    await load({ 'own.yaml': file(entry('drawing-two', ', aliases: [Zeichenbrett Quadrat]')) });
    expect(await recognised()).toEqual([{ product: { key: 'drawing-two' } }]);
  });
});

describe('release cycles of endoflife.date', () => {
  const api = (name: string, ...releases: object[]) => JSON.stringify({ schema_version: '1.2.0', result: { name, label: name, releases } });

  it('take the place of those that came from there, and leave curated ones alone', async () => {
    await load({ 'own.yaml': file(entry('drawing-two', ', identifiers: { endoflife: postgresql-of-tests }, releaseCycles: [{ cycle: "1", endOfSupportOn: 2020-01-01, source: https://example.org/our-word }, { cycle: "2", source: https://endoflife.date/postgresql-of-tests }]')) });
    const loaded = await loadUpload('postgresql-of-tests.json', api('postgresql-of-tests', { name: '1', eolFrom: '2029-09-09' }, { name: '3', releaseDate: '2026-01-01', eolFrom: '2031-01-01' }), { kind: 'ENDOFLIFE' });
    expect(loaded.changes).toEqual([expect.objectContaining({ change: 'CHANGED', key: 'drawing-two', fields: [expect.objectContaining({ field: 'releaseCycles' })] })]);
    const { releaseCycles } = await product('drawing-two');
    expect(releaseCycles).toEqual([{ cycle: '3', endOfSupportOn: '2031-01-01', source: 'https://endoflife.date/postgresql-of-tests' }, { cycle: '1', endOfSupportOn: '2020-01-01', source: 'https://example.org/our-word' }]);
    expect((await loadUpload('postgresql-of-tests.json', api('postgresql-of-tests', { name: '1', eolFrom: '2029-09-09' }, { name: '3', releaseDate: '2026-01-01', eolFrom: '2031-01-01' }), { kind: 'ENDOFLIFE' })).changes).toEqual([]);
  });

  it.each([
    ['a file that is none', 'not json', 'CATALOGUE.ENDOFLIFE_UNREADABLE'],
    ['a product that the catalogue does not know', api('never-heard-of-it', { name: '1', eolFrom: '2029-09-09' }), 'CATALOGUE.ENDOFLIFE_NO_PRODUCT'],
  ])('refuse %s', async (_what, text, code) => {
    expect(await loadUpload('x.json', text, { kind: 'ENDOFLIFE' })).toMatchObject({ code });
  });
});

describe('a pack', () => {
  let shared = '';
  const pack = async (name = 'musterhausen') => (await program.data(`mutation ($input: ExportCataloguePackInput!) { exportCataloguePack(input: $input) { ... on ExportCataloguePackSuccess { text sha256 } ${PROBLEM} } }`, { input: { name, publisher: 'Stadt Musterhausen' } })).exportCataloguePack;

  it('takes what one administration knows to another, with who, when, version, license and hash', async () => {
    await edit('upsertProduct', { key: 'acdsee', aliases: ['ACDSee from the pack'], reason: 'bei uns so geliefert' });
    const { text, sha256 } = await pack();
    await program.database.query("DELETE FROM catalogue_layer WHERE kind IN ('FILE', 'OWN')"); // as if this were another administration
    expect((await load({ 'pack.yaml': text })).changes.map((change: { key: string }) => change.key)).toEqual(expect.arrayContaining(['stadt-musterhausen', 'drawing-one', 'faehrplan-oel-3', 'acdsee']));
    expect(await product('acdsee')).toMatchObject({ aliases: ['ACDSee from the pack'], overrides: [{ field: 'aliases', reason: 'bei uns so geliefert', layer: { kind: 'PACK' } }] });
    expect(await product('faehrplan-oel-3', 'origin')).toEqual({ origin: 'PACK' });
    expect((await program.data('{ catalogueLayers(filter: { kind: PACK }) { nodes { name provenance } } }')).catalogueLayers.nodes).toEqual([
      { name: 'musterhausen', provenance: { name: 'musterhausen', publisher: 'Stadt Musterhausen', publishedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), version: '1', license: 'CC0-1.0', sha256 } },
    ]);
    expect((await load({ 'pack.yaml': text })).changes).toEqual([]);
    await edit('upsertProduct', { key: 'acdsee', aliases: ['Our own word'] });
    expect((await load({ 'pack.yaml': text })).changes).toEqual([]);
    expect((await product('acdsee')).aliases).toEqual(['Our own word']);
    shared = text;
  });

  it('is refused where somebody changed it on the way', async () => {
    expect(await load({ 'pack.yaml': shared.replace('Fährplan-Öl 3', 'Fährplan-Öl 4') })).toMatchObject({ code: 'CATALOGUE.PACK_CHANGED', file: 'pack.yaml', line: expect.any(Number) });
  });

  it('is refused where it speaks of a product that nobody has', async () => {
    const changed = shared.replace('product: acdsee', 'product: not-a-product');
    const { facts } = await load({ 'pack.yaml': changed });
    const answer = await load({ 'pack.yaml': changed.replace(/sha256: \w+/, `sha256: ${facts.found}`) });
    expect(answer).toMatchObject({ code: 'CATALOGUE.STATEMENT_ON_NOTHING' });
  });
});
