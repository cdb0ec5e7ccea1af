// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom } from '#kernel';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const HEADER = 'Rechner;Software;Hersteller;Version\r\n';
const ESTATE = [
  ['Gebührenhelfer 3.1 (x64)', 'Eigenbau GmbH', 3], ['Gebührenhelfer 4.0 - Deutsch', 'Eigenbau GmbH', 2], ['Gebührenhelfer 4.0', 'Nordwerk AG', 1], ['GEBUEHRENHELFER 5', '', 1], ['Marktstandplaner Neu', 'Eigenbau GmbH', 4],
  ['Signal', '', 2], ['Mozilla Firefox ESR (x64 de)', 'Mozilla', 5], ['Hundesteuer Druckhilfe 2', '', 1],
] as const;

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
  await importTitles('estate', ESTATE);
}, 60_000);
afterAll(() => program.close(), 30_000);

async function importTitles(source: string, titles: readonly (readonly [string, string, number])[]): Promise<void> {
  const lines = titles.flatMap(([title, vendor, hosts]) => Array.from({ length: hosts }, (_, at) => `pc-${at};${title};${vendor};1`));
  const job = await program.importFile(`${source}.csv`, `${HEADER}${lines.join('\r\n')}\r\n`, { source });
  expect(job.status).toBe('DONE');
}

/** All that matching has stored, without the count of changes. */
async function stored(): Promise<unknown[]> {
  const { rows } = await program.database.query(
    `SELECT t.raw, t.vendor, to_jsonb(m) - 'revision' - 'title_id' AS match FROM title t JOIN title_match m ON m.title_id = t.id ORDER BY t.id`,
  );
  const usage = await program.database.query('SELECT p.key, u.titles, u.installations, u.register_entries FROM product_usage u JOIN product p ON p.id = u.product_id WHERE u.titles > 0 ORDER BY p.key');
  return [...rows, ...usage.rows];
}

const titleId = async (raw: string, vendor = 'Eigenbau GmbH'): Promise<string> => `Title:${(await program.database.query('SELECT id FROM title WHERE raw = $1 AND vendor = $2', [raw, vendor])).rows[0].id}`;
const productId = async (key: string): Promise<string> => (await program.data('query ($key: String!) { product(key: $key) { id } }', { key })).product.id;
const revisionOf = async (title: unknown): Promise<number> => (await program.data('query ($id: ID!) { node(id: $id) { ... on Title { match { revision } } } }', { id: String(title).startsWith('Title:') ? title : 'Title:0' })).node?.match?.revision ?? 1;
const decide = async (input: Record<string, unknown>) =>
  (await program.data(`mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { __typename ... on DecideMatchSuccess { decisionId changedTitles title { match { decision decidedBy role revision componentOf { key } } product { key } } } ... on Problem { code message messageDe } } }`, { input: { revision: await revisionOf(input['title']), ...input } })).decideMatch;
const undo = async (decision: string) => (await program.data(`mutation ($input: UndoMatchDecisionInput!) { undoMatchDecision(input: $input) { __typename ... on UndoMatchDecisionSuccess { changedTitles decision { undoneAt } } ... on Problem { code message } } }`, { input: { decision } })).undoMatchDecision;
const replay = () => program.runJob('mutation { replayMatching { ... on ReplayMatchingSuccess { job { id } } } }');

describe('the queue', () => {
  it('shows families by the installations that one answer decides on', async () => {
    const { matchFamilies } = await program.data('{ matchFamilies(first: 10) { totalCount nodes { name titleCount installationCount title { raw } } } }');
    expect(matchFamilies.nodes.slice(0, 2)).toEqual([
      { name: 'gebuehrenhelfer', titleCount: 2, installationCount: 5, title: { raw: 'Gebührenhelfer 3.1 (x64)' } },
      { name: 'marktstandplaner neu', titleCount: 1, installationCount: 4, title: { raw: 'Marktstandplaner Neu' } },
    ]);
    expect(matchFamilies.totalCount).toBe(6);
  });

  it('says before a decision which titles it would cover', async () => {
    const covered = async (id: string) => (await program.data('query ($id: ID!) { titles(filter: { familyOf: $id }, orderBy: { field: RAW }) { nodes { raw vendor } } }', { id })).titles.nodes.map((one: { raw: string }) => one.raw);
    expect(await covered(await titleId('Gebührenhelfer 3.1 (x64)'))).toEqual(['Gebührenhelfer 3.1 (x64)', 'Gebührenhelfer 4.0 - Deutsch']);
    expect(await covered(await titleId('GEBUEHRENHELFER 5', ''))).toEqual(['GEBUEHRENHELFER 5', 'Gebührenhelfer 3.1 (x64)', 'Gebührenhelfer 4.0', 'Gebührenhelfer 4.0 - Deutsch']);
  });
});

describe('a decision', () => {
  it('covers the family of its vendor, later imports too, and taken back it is as if it had never been made', async () => {
    const before = await stored();
    const answer = await decide({ title: await titleId('Gebührenhelfer 3.1 (x64)'), product: await productId('odoo-community') });
    expect(answer).toMatchObject({ __typename: 'DecideMatchSuccess', changedTitles: 2, title: { match: { decision: 'MATCHED', decidedBy: 'PERSON' }, product: { key: 'odoo-community' } } });
    await importTitles('later', [['Gebührenhelfer 6.2', 'Eigenbau GmbH', 1]]);
    const { titles } = await program.data('{ titles(filter: { search: "helfer" }, orderBy: { field: RAW }) { nodes { raw product { key } } } }');
    expect(titles.nodes.filter((one: { product: unknown }) => one.product !== null).map((one: { raw: string }) => one.raw)).toEqual(['Gebührenhelfer 3.1 (x64)', 'Gebührenhelfer 4.0 - Deutsch', 'Gebührenhelfer 6.2']);
    expect(await undo(answer.decisionId)).toMatchObject({ __typename: 'UndoMatchDecisionSuccess', changedTitles: 3, decision: { undoneAt: expect.any(String) } });
    expect((await stored()).filter((row) => (row as { raw?: string }).raw !== 'Gebührenhelfer 6.2')).toEqual(before);
    expect(await undo(answer.decisionId)).toMatchObject({ code: 'MATCHING.ALREADY_UNDONE' });
  });

  it('replaced by another comes back when that one is undone', async () => {
    const title = await titleId('Marktstandplaner Neu');
    const first = await decide({ title, product: await productId('odoo-community') });
    const state = await stored();
    const second = await decide({ title, product: null });
    expect(second.title.match).toMatchObject({ decision: 'MATCHED', decidedBy: 'PERSON' });
    await undo(second.decisionId);
    expect(await stored()).toEqual(state);
    await undo(first.decisionId);
  });

  it('twice the same changes nothing and makes no second entry', async () => {
    const input = { title: await titleId('Marktstandplaner Neu'), as: 'COMPONENT', product: await productId('odoo-community') };
    const first = await decide(input);
    expect(first.title.match).toMatchObject({ role: 'COMPONENT', componentOf: { key: 'odoo-community' } });
    expect(await decide(input)).toMatchObject({ decisionId: first.decisionId, changedTitles: 0 });
    await undo(first.decisionId);
  });

  it('is found by the product that it names, also once it is undone', async () => {
    const of = async (product: string) => (await program.data('query ($product: String) { matchDecisions(first: 1, filter: { product: $product }) { totalCount nodes { raw scope kind undoneAt } } }', { product })).matchDecisions;
    const before = (await of('odoo-community')).totalCount;
    const answer = await decide({ title: await titleId('Marktstandplaner Neu'), scope: 'TITLE', product: await productId('odoo-community') });
    expect(await of('odoo-community')).toEqual({ totalCount: before + 1, nodes: [{ raw: 'Marktstandplaner Neu', scope: 'TITLE', kind: 'PRODUCT', undoneAt: null }] });
    await undo(answer.decisionId);
    expect(await of('odoo-community')).toMatchObject({ totalCount: before + 1, nodes: [{ undoneAt: expect.any(String) }] });
    expect(await of('nothing-of-that-name')).toEqual({ totalCount: 0, nodes: [] });
  });

  it('can take the candidate that matching proposes', async () => {
    const answer = await decide({ title: await titleId('Signal', ''), as: 'CANDIDATE' });
    expect(answer.title.product).toEqual({ key: 'signal' });
    await undo(answer.decisionId);
    expect(await decide({ title: await titleId('Hundesteuer Druckhilfe 2', ''), as: 'CANDIDATE' })).toMatchObject({ code: expect.stringMatching(/^MATCHING\./) });
  });

  it('can make a product, which is recognised elsewhere too and goes again with the decision', async () => {
    const before = await stored();
    const answer = await decide({ title: await titleId('GEBUEHRENHELFER 5', ''), scope: 'TITLE', newProduct: { name: 'Gebührenhelfer', vendor: 'Eigenbau GmbH', category: 'finance' } });
    expect(answer).toMatchObject({ code: 'MATCHING.CATEGORY_UNKNOWN' });
    expect(answer.message).toMatch(/Similar: .*municipal-finance/);
    const made = await decide({ title: await titleId('GEBUEHRENHELFER 5', ''), scope: 'TITLE', newProduct: { name: 'Gebührenhelfer', vendor: 'Eigenbau GmbH', category: 'municipal-finance', specialisedProcedure: true } });
    expect(made.title.product).toEqual({ key: 'gebuehrenhelfer' });
    const { product } = await program.data('{ product(key: "gebuehrenhelfer") { installationCount titles { nodes { raw } } } }');
    expect(product.installationCount).toBeGreaterThanOrEqual(6);
    expect(await decide({ title: await titleId('Marktstandplaner Neu'), newProduct: { name: 'gebührenhelfer', vendor: null, category: 'municipal-finance' } })).toMatchObject({ code: 'MATCHING.NEW_PRODUCT_KNOWN' });
    const other = await program.data('mutation { upsertProduct(input: { key: "7-zip", revision: 1, aliases: ["Siebenzip"], reason: "test" }) { __typename } }');
    expect(other.upsertProduct.__typename).toBe('UpsertProductSuccess');
    expect((await program.data('{ product(key: "gebuehrenhelfer") { installationCount } }')).product).toEqual({ installationCount: product.installationCount });
    await undo(made.decisionId);
    expect(await stored()).toEqual(before);
    expect((await program.data('{ product(key: "gebuehrenhelfer") { id } }')).product).toBeNull();
  });

  it('of somebody who saw an older state is refused, and of two at once one is told', async () => {
    const title = await titleId('Marktstandplaner Neu');
    const { node } = await program.data('query ($id: ID!) { node(id: $id) { ... on Title { match { revision } } } }', { id: title });
    const { revision } = node.match;
    const answers = await Promise.all([decide({ title, product: null, revision }), decide({ title, product: await productId('odoo-community'), revision })]);
    expect(answers.map((one) => one.__typename).sort()).toEqual(['ChangedMeanwhileProblem', 'DecideMatchSuccess']);
    expect(answers.find((one) => one.code)).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE' });
    await undo(answers.find((one) => one.decisionId).decisionId);
  });

  it.each([
    [{ title: 'Title:999999', product: null }, 'MATCHING.NOT_FOUND'],
    [{ title: 'Host:1', product: null }, 'PLATFORM.ID_INVALID'],
    [{ as: 'PRODUCT' }, 'MATCHING.PRODUCT_MISSING'],
    [{ product: 'Product:999999' }, 'MATCHING.NOT_FOUND'],
    [{ newProduct: { name: ' ?! ', category: 'municipal-finance' } }, 'MATCHING.NEW_PRODUCT_NAME_INVALID'],
    [{ newProduct: { name: 'x'.repeat(201), category: 'municipal-finance' } }, 'MATCHING.NEW_PRODUCT_NAME_INVALID'],
  ])('%j is refused with what to do and leaves no trace', async (input, code) => {
    const before = await stored();
    const answer = await decide({ title: await titleId('Marktstandplaner Neu'), ...input });
    expect(answer.code).toBe(code);
    expect(answer.message.length).toBeGreaterThan(30);
    expect(answer.messageDe).not.toBe(answer.message);
    expect(await stored()).toEqual(before);
  });

  it('about something that never was cannot be undone', async () => {
    expect(await undo('MatchDecision:999999')).toMatchObject({ code: 'MATCHING.NOT_FOUND' });
    expect(await undo('Title:1')).toMatchObject({ code: 'PLATFORM.ID_INVALID' });
  });

  it('is written down with who, what and when', async () => {
    const { matchDecisions } = await program.data('{ matchDecisions(first: 3, filter: { undone: true }) { nodes { raw kind scope decidedBy decidedAt undoneAt } } }');
    expect(matchDecisions.nodes).toHaveLength(3);
    const audit = await program.database.query("SELECT operation, count(*)::int AS n FROM audit_entry WHERE operation IN ('decideMatch', 'undoMatchDecision') GROUP BY 1 ORDER BY 1");
    expect(audit.rows.map(({ operation }) => operation)).toEqual(['decideMatch', 'undoMatchDecision']);
    expect(audit.rows[0].n).toBe(audit.rows[1].n);
  });
});

describe('replaying all rules over history', () => {
  it.each([11, 12])('gives what live imports, decisions and their undoing gave, in random order (seed %i)', async (seed) => {
    const random = seededRandom(seed);
    const pick = <T,>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const made: string[] = [];
    for (let step = 0; step < 8; step++) {
      const chance = random();
      if (chance < 0.35) await importTitles(`random-${seed}-${step}`, Array.from({ length: 4 }, () => [`${pick(['Gebührenhelfer', 'Signal', 'Session', 'Firefox', 'Marktstandplaner', 'Akte'])}${pick(['', ' 2', ' (de)', ' de', ' 7.1 (x64)', ' Add-in'])}`, pick(['', 'Eigenbau GmbH', 'Mozilla', 'Signal Messenger']), 1] as const));
      else if (chance < 0.8 || made.length === 0) {
        const { rows } = await program.database.query('SELECT id FROM title ORDER BY id');
        const answer = pick<Record<string, unknown>>([{ product: null }, { product: await productId('signal') }, { product: await productId('odoo-community') }, { as: 'COMPONENT' }, { newProduct: { name: `Neues ${seed} ${step}`, category: 'municipal-finance' } }, { newProduct: { name: 'Akte', vendor: `Haus ${step}`, category: 'municipal-finance' } }]);
        const decided = await decide({ title: `Title:${pick(rows as { id: number }[]).id}`, scope: pick(['TITLE', 'FAMILY']), ...answer });
        if (decided.decisionId !== undefined && !made.includes(decided.decisionId)) made.push(decided.decisionId);
      } else await undo(made.splice(Math.floor(random() * made.length), 1)[0]!);
    }
    const live = await stored();
    const job = await replay();
    expect(job).toMatchObject({ status: 'DONE', summary: { changed: 0 } });
    expect(await stored()).toEqual(live);
  });

  it('brings what somebody changed behind the program’s back into step', async () => {
    const right = await stored();
    await program.database.query("UPDATE title_match SET decision = 'UNMATCHED', product_id = NULL, family = 'x'");
    const job = await replay();
    expect(job.summary.changed).toBe(job.summary.titles);
    expect(await stored()).toEqual(right);
  });
});
