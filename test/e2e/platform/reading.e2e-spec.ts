// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const HOSTS = 23;
const TITLES = ['Microsoft Office Professional Plus 2019', 'Mozilla Firefox 115', '7-Zip 19.00 (x64)', 'GIMP 2.10', 'Fantasieware Alpha', 'Fantasieware Beta', 'Adobe Photoshop 2020'];

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
  const rows = Array.from({ length: HOSTS }, (_, host) => TITLES.filter((_title, index) => host % (index + 1) === 0).map((title) => `PC-${String(host).padStart(3, '0')};${title};;1.${host % 3};Amt ${host % 4};2024-01-${String((host % 28) + 1).padStart(2, '0')}`)).flat();
  await program.importFile('bestand.csv', `Host;Software;Hersteller;Version;Amt;Installationsdatum\n${rows.join('\n')}\n`, { source: 'Bestand' });
}, 90_000);
afterAll(() => program.close(), 30_000);

/** Queries that ask in every way the language knows. */
const QUERIES: readonly (readonly [what: string, text: string, variables: Record<string, unknown>])[] = [
  ['aliases, and one field twice with other arguments', '{ a: products(first: 2) { nodes { n: name x: alternatives(first: 1) { kind } y: alternatives(first: 3) { kind product { name } } } } b: products(first: 3, orderBy: { field: INSTALLATIONS, direction: DESC }) { totalCount nodes { key installationCount } } }', {}],
  ['fragments and conditions on types', 'query { hosts(first: 3) { nodes { ...H ... on Node { id } ... on Host { installations(first: 2) { totalCount nodes { title { ...T } } } } } } } fragment H on Host { name __typename } fragment T on Title { raw match { decision reasons { code en } candidates { name } } product { name vendor { name country } } }', {}],
  ['include and skip', 'query ($yes: Boolean!, $no: Boolean!) { products(first: 2) { nodes { id name @include(if: $no) key @skip(if: $yes) vendor @include(if: $yes) { name } ... @skip(if: $no) { category { key } } } totalCount @include(if: $no) } }', { yes: true, no: false }],
  ['the same fields merged from two places', '{ titles(first: 4) { nodes { raw } } titles(first: 4) { nodes { id match { role } } pageInfo { hasNextPage endCursor } } }', {}],
  ['edges, cursors, page info and nodes together', '{ titles(first: 3, orderBy: { field: RAW }) { __typename edges { __typename cursor node { raw } } nodes { id } pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor } totalCount } }', {}],
  ['the end of a list', '{ hosts(last: 4) { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }', {}],
  ['variables with defaults and null', 'query ($first: Int = 2, $filter: ProductFilter, $search: String) { products(first: $first, filter: $filter) { nodes { name } } titles(first: 3, filter: { search: $search }) { totalCount nodes { raw } } }', { filter: null, search: null }],
  ['filters from variables', 'query ($filter: ProductFilter!, $field: ProductOrderField!) { products(filter: $filter, orderBy: { field: $field, direction: DESC }) { totalCount nodes { key license { expression verdict class } } } }', { filter: { inUse: true, openSource: 'ALLOWED' }, field: 'INSTALLATIONS' }],
  ['an empty page', '{ products(first: 0) { totalCount nodes { name } edges { cursor } pageInfo { hasNextPage startCursor } } }', {}],
  ['lists without rows, and nothing found', '{ product(key: "no-such-product") { name } contracts { totalCount nodes { number } } plans { nodes { id } } p: product(key: "microsoft-office") { contracts { number } candidate { rank } interfaces { kind } releaseCycles { cycle endOfSupportOn } } }', {}],
  ['quotes and signs in values', 'query ($s: String!) { titles(filter: { search: $s }) { totalCount } products(filter: { search: "O\'Reilly \\\\ %_ \\" ; DROP TABLE product" }) { totalCount } }', { s: "'; DROP TABLE title; --" }],
  ['a long alias', '{ products(first: 1) { aVeryLongNameThatPostgreSQLWouldCutBecauseItHasMoreThanSixtyThreeBytesInIt: nodes { alsoThisNameIsFarTooLongForAColumnOfATableInPostgreSQLWhichCutsNames: name } } }', {}],
];

/** Any field that is not read from the database sends the whole operation through the ordinary executor. */
const ordinary = (text: string) => text.replace('{', '{ ordinaryWay: match(titles: []) { title } ').replace(/^(fragment|query)[^{]*\{ ordinaryWay/, (start) => start);

describe('an answer made by the database', () => {
  it.each(QUERIES)('is the one of the ordinary executor: %s', async (_what, text, variables) => {
    const direct = await program.query(text, variables);
    const executed = await program.query<Record<string, unknown>>(ordinary(text), variables);
    expect(direct.body.errors).toBeUndefined();
    expect(executed.body.errors).toBeUndefined();
    const { ordinaryWay, ...rest } = executed.body.data!;
    expect(ordinaryWay).toEqual([]);
    expect(direct.body.data).toEqual(rest);
  });
});

describe('a list', () => {
  const LISTS: readonly (readonly [string, string, string])[] = [
    ['titles', 'orderBy: { field: INSTALLATIONS, direction: DESC }', 'raw'],
    ['titles', 'orderBy: { field: RAW, direction: ASC }', 'raw'],
    ['hosts', 'orderBy: { field: NAME, direction: DESC }', 'name'],
    ['installations', 'orderBy: { field: HOST, direction: ASC }', 'host { name } title { raw }'],
    ['products', 'filter: { search: "office" }, orderBy: { field: INSTALLATIONS, direction: DESC }', 'key'],
  ];

  it.each(LISTS)('%s (%s) is the same in one piece and page by page, forward and backward', async (list, order, fields) => {
    const page = async (cut: string) => (await program.data(`{ list: ${list}(${order}, ${cut}) { totalCount nodes { ${fields} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`)).list;
    const whole = await page('first: 1000');
    expect(whole.nodes).toHaveLength(whole.totalCount);
    expect(whole.totalCount).toBeGreaterThan(3);
    for (const size of [1, 3, 7]) {
      const forward: unknown[] = [];
      for (let at: { pageInfo: { hasNextPage: boolean; endCursor: string } } = { pageInfo: { hasNextPage: true, endCursor: '' } }; at.pageInfo.hasNextPage; ) {
        at = await page(`first: ${size}${at.pageInfo.endCursor ? `, after: "${at.pageInfo.endCursor}"` : ''}`);
        forward.push(...(at as unknown as { nodes: unknown[] }).nodes);
      }
      expect(forward).toEqual(whole.nodes);
    }
    const backward: unknown[] = [];
    for (let at: { pageInfo: { hasPreviousPage: boolean; startCursor: string } } = { pageInfo: { hasPreviousPage: true, startCursor: '' } }; at.pageInfo.hasPreviousPage; ) {
      at = await page(`last: 4${at.pageInfo.startCursor ? `, before: "${at.pageInfo.startCursor}"` : ''}`);
      backward.unshift(...(at as unknown as { nodes: unknown[] }).nodes);
    }
    expect(backward).toEqual(whole.nodes);
  });

  it('says what is wrong with a page that cannot be given', async () => {
    const codeOf = async (text: string) => (await program.query(text)).body.errors?.[0]?.extensions?.['code'];
    expect(await codeOf('{ products(first: -1) { totalCount } }')).toBe('PLATFORM.PAGE_SIZE_OUT_OF_RANGE');
    expect(await codeOf('{ products(first: 1001) { nodes { name } } }')).toBe('PLATFORM.PAGE_SIZE_OUT_OF_RANGE');
    expect(await codeOf('{ products(after: "nonsense") { nodes { name } } }')).toBe('PLATFORM.CURSOR_INVALID');
    const { titles } = await program.data('{ titles(first: 1, orderBy: { field: RAW }) { pageInfo { endCursor } } }');
    expect(await codeOf(`{ titles(orderBy: { field: INSTALLATIONS }, after: "${titles.pageInfo.endCursor}") { nodes { raw } } }`)).toBe('PLATFORM.CURSOR_INVALID');
    expect(await codeOf('{ product(id: "Host:1") { name } }')).toBe('PLATFORM.ID_INVALID');
  });
});

describe('an answer asked for again', () => {
  const QUERY = '{ titles { totalCount } }';

  it.each(['{ product(key: $key) { name } }', '{ product(key: $key) { name } match(titles: []) { title } }'])('says that a NUL is no text: %s', async (query) => {
    const { body } = await program.query<Record<string, unknown>>(`query ($key: String!) ${query}`, { key: 'a\0b' });
    expect(body.errors).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: 'PLATFORM.NOT_TEXT' }) })]);
  });

  it('is not sent again while nothing has changed, and never stale', async () => {
    const first = await program.query<{ titles: { totalCount: number } }>(QUERY);
    const etag = String(first.headers['etag']);
    const again = await program.query(QUERY, undefined, { 'if-none-match': etag });
    expect(again).toMatchObject({ status: 304, body: {} });
    await program.database.query("INSERT INTO title (raw) VALUES ('behind the back')");
    const after = await program.query<{ titles: { totalCount: number } }>(QUERY, undefined, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(after.body.data!.titles.totalCount).toBe(first.body.data!.titles.totalCount + 1);
    await program.database.query("DELETE FROM title WHERE raw = 'behind the back'");
    expect((await program.query<{ titles: { totalCount: number } }>(QUERY)).body.data).toEqual(first.body.data);
  });

  it('waits for the commit of a change that is under way', async () => {
    const before = (await program.data(QUERY)).titles.totalCount;
    await program.database.query('BEGIN');
    await program.database.query("INSERT INTO title (raw) VALUES ('not yet')");
    expect((await program.data(QUERY)).titles.totalCount).toBe(before);
    await program.database.query('COMMIT');
    expect((await program.data(QUERY)).titles.totalCount).toBe(before + 1);
  });
});

describe('a global id', () => {
  it.each(['Product', 'Vendor', 'License', 'Department', 'Host', 'Title', 'Import', 'Job'])('finds the %s it belongs to', async (type) => {
    const list = { Product: 'products', Vendor: 'vendors', License: 'licenses', Department: 'departments', Host: 'hosts', Title: 'titles', Import: 'imports', Job: 'jobs' }[type];
    const { rows } = await program.data(`{ rows: ${list}(first: 1) { nodes { id } } }`);
    const { node } = await program.data('query ($id: ID!) { node(id: $id) { __typename id } }', { id: rows.nodes[0].id });
    expect(node).toEqual({ __typename: type, id: rows.nodes[0].id });
  });

  it.each(['', 'Product', 'Product:', 'Product:1 OR 1=1', 'PageInfo:1', "Product:1'", 'Nonsense:1'])('that is none (%j) is refused', async (id) => {
    const { body } = await program.query('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(body.errors?.[0]?.extensions?.['code']).toBe('PLATFORM.ID_INVALID');
  });
});
