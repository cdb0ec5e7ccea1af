// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
}, 60_000);
afterAll(() => program.close(), 30_000);

const CONTRACTS = 'Vertragsnummer;Vertragsgegenstand;Vertragspartner;Amt;Vertragsbeginn;Vertragsende;Kündigungsfrist;Kosten pro Jahr;Anzahl Lizenzen\n';
const contractsCsv = (...rows: string[]) => CONTRACTS + rows.map((row) => `${row}\n`).join('');
const ONE = 'V-1;Microsoft Office;Microsoft;Amt 10;01.01.2024;31.12.2030;3 Monate;12.000,00;100';
const TWO = 'V-2;Fachverfahren Unbekannt;Haus Meier;Amt 10;01.01.2024;31.12.2031;90 Tage;500,00;5';

const contracts = async () =>
  (await program.data('{ contracts(orderBy: { field: NUMBER }) { nodes { id number title product { key } vendor { name } vendorName department { name } seats costPerYearCents endsOn noticePeriodMonths noticePeriodDays provenance { field origin import { fileName } actor } } } }')).contracts.nodes;

describe('a register of contracts', () => {
  it('becomes contracts, with the product where it is certain and the words where it is not', async () => {
    const job = await program.importFile('vertraege.csv', contractsCsv(ONE, TWO), { source: 'Verträge' });
    expect(job).toMatchObject({ status: 'DONE', summary: { recordKind: 'contracts', contracts: { added: 2, removed: 0, changed: 0, unchanged: 0 }, installations: { added: 0 } } });
    const [one, two] = await contracts();
    expect(one).toMatchObject({ number: 'V-1', product: { key: 'microsoft-office' }, vendorName: 'Microsoft', department: { name: 'Amt 10' }, seats: 100, costPerYearCents: 1_200_000, endsOn: '2030-12-31', noticePeriodMonths: 3, noticePeriodDays: null });
    expect(two).toMatchObject({ number: 'V-2', title: 'Fachverfahren Unbekannt', product: null, vendor: null, vendorName: 'Haus Meier', noticePeriodMonths: null, noticePeriodDays: 90 });
    expect(one.provenance).toContainEqual({ field: 'seats', origin: 'IMPORT', import: { fileName: 'vertraege.csv' }, actor: null });
  });

  it('never overwrites what a person set, says so before, and is undone as a whole', async () => {
    const [{ id }] = await contracts();
    const { node } = await program.data('query ($id: ID!) { node(id: $id) { ... on Contract { revision } } }', { id });
    const curated = await program.data('mutation ($input: CurateContractInput!) { curateContract(input: $input) { ... on CurateContractSuccess { contract { seats } } ... on Problem { code } } }', { input: { id, revision: node.revision, seats: 80 } });
    expect(curated.curateContract).toEqual({ contract: { seats: 80 } });
    const before = await contracts();
    const newer = contractsCsv('V-1;Microsoft Office;Microsoft;Amt 10;01.01.2024;31.12.2032;3 Monate;13.000,00;120');
    const dry = await program.importFile('neu.csv', newer, { source: 'Verträge', dryRun: true });
    expect(dry.summary).toMatchObject({ contracts: { added: 0, removed: 1, changed: 1, unchanged: 0 }, preview: { conflicts: [{ entity: 'Contract', key: 'V-1', field: 'seats', kept: 80, imported: 120 }] } });
    expect(await contracts()).toEqual(before);
    const job = await program.importFile('neu.csv', newer, { source: 'Verträge' });
    const after = await contracts();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ seats: 80, costPerYearCents: 1_300_000, endsOn: '2032-12-31' });
    expect(after[0].provenance).toEqual(expect.arrayContaining([{ field: 'seats', origin: 'PERSON', import: null, actor: 'local' }, { field: 'endsOn', origin: 'IMPORT', import: { fileName: 'neu.csv' }, actor: null }, { field: 'startsOn', origin: 'IMPORT', import: { fileName: 'vertraege.csv' }, actor: null }]));
    const undone = await program.runJob('mutation ($input: UndoImportInput!) { undoImport(input: $input) { ... on UndoImportSuccess { job { id } } ... on Problem { code message } } }', { input: { id: job.resultId } });
    expect(undone).toMatchObject({ status: 'DONE', summary: { rows: { undone: 2 } } });
    expect((await contracts()).map(({ provenance, ...rest }: { provenance: unknown }) => rest)).toEqual(before.map(({ provenance, ...rest }: { provenance: unknown }) => rest));
  });

  it.each([
    ['fewer than no seats', { seats: -1 }, 'CATALOGUE.FIELD_OUT_OF_RANGE', 'seats'],
    ['an end before its beginning', { startsOn: '2030-01-01', endsOn: '2029-01-01' }, 'CATALOGUE.DATES_REVERSED', 'endsOn'],
    ['a renewal without a term', { endsOn: null, renewalMonths: 12 }, 'CATALOGUE.RENEWAL_WITHOUT_TERM', 'renewalMonths'],
    ['notice in months, where it stands in days', { noticePeriodMonths: 3 }, 'CATALOGUE.TWO_NOTICE_PERIODS', 'noticePeriodDays'],
    ['a metric that is none', { metric: 'HANDSHAKE' }, 'CATALOGUE.METRIC_UNKNOWN', 'metric'],
    ['no metric', { metric: null }, 'CATALOGUE.METRIC_UNKNOWN', 'metric'],
  ])('is not given %s', async (_what, fields, code, path) => {
    const { contracts: found } = await program.data('{ contracts(filter: { number: "V-2" }) { nodes { id revision } } }');
    const [contract] = found.nodes;
    const { curateContract } = await program.data('mutation ($input: CurateContractInput!) { curateContract(input: $input) { ... on InputProblem { code path messageDe } } }', { input: { ...contract, ...fields } });
    expect(curateContract).toEqual({ code, path, messageDe: expect.stringContaining('.') });
    expect((await program.data('{ contracts(filter: { search: "unbekannt" }) { nodes { id revision } } }')).contracts.nodes).toEqual([contract]);
  });

  it('takes notice in days in place of months, also as a whole', async () => {
    const put = async (more: object) => (await program.data('mutation ($input: UpsertContractInput!) { upsertContract(input: $input) { ... on ContractStored { contract { revision noticePeriodMonths noticePeriodDays } } ... on InputProblem { code path } } }', { input: { number: 'V-30', metric: 'DEVICE', ...more } })).upsertContract;
    const { contract } = await put({ noticePeriodDays: 30 });
    expect(contract).toMatchObject({ noticePeriodMonths: null, noticePeriodDays: 30 });
    expect((await put({ revision: contract.revision, noticePeriodMonths: 1 })).contract).toMatchObject({ noticePeriodMonths: 1, noticePeriodDays: null });
    expect(await put({ revision: contract.revision + 1, noticePeriodMonths: 1, noticePeriodDays: 30 })).toEqual({ code: 'CATALOGUE.TWO_NOTICE_PERIODS', path: 'noticePeriodDays' });
    await program.database.query("DELETE FROM contract WHERE number = 'V-30'");
  });

  it('does not touch the software of its source', async () => {
    await program.importFile('software.csv', 'Rechner;Software\npc-1;GIMP 2.10\n', { source: 'Beides' });
    await program.importFile('v.csv', contractsCsv('V-9;GIMP;;Amt 10;01.01.2024;31.12.2030;;10,00;1'), { source: 'Beides' });
    expect((await program.database.query("SELECT FROM installation i JOIN source s ON s.id = i.source_id WHERE s.name = 'Beides'")).rowCount).toBe(1);
  });
});

describe('a plan of the organisation', () => {
  it('becomes a tree of units, to which hosts then belong', async () => {
    const job = await program.importFile('oe.csv', 'Kürzel;Organisationseinheit;Übergeordnete Einheit;Mitarbeitende\nD3;Dezernat 3;;\nA33;Bürgeramt;D3;120\n', { source: 'OE' });
    expect(job).toMatchObject({ status: 'DONE', summary: { recordKind: 'departments', departments: { added: 2 } } });
    await program.importFile('pc.csv', 'Rechner;Software;Amt\npc-33;GIMP 2.10;Bürgeramt\n', { source: 'PC' });
    const { hosts, departments } = await program.data('{ hosts(filter: { search: "pc-33" }) { nodes { id department { key } provenance { field origin import { fileName } } } } departments(filter: { search: "bürger" }) { nodes { id name users parent { name } } } }');
    expect(departments.nodes).toMatchObject([{ name: 'Bürgeramt', users: 120, parent: { name: 'Dezernat 3' } }]);
    expect(hosts.nodes[0]).toMatchObject({ department: { key: 'A33' }, provenance: [{ field: 'department', origin: 'IMPORT', import: { fileName: 'pc.csv' } }, { field: 'name', origin: 'IMPORT' }] });
  });

  it('is never made a circle, nor its units nameless', async () => {
    const unit = async (key: string) => (await program.database.query('SELECT id, revision FROM department WHERE key = $1', [key])).rows[0];
    const [above, below] = [await unit('D3'), await unit('A33')];
    const curate = async ({ id, revision }: { id: number; revision: number }, fields: object) =>
      (await program.data('mutation ($input: CurateDepartmentInput!) { curateDepartment(input: $input) { __typename ... on InputProblem { code path } } }', { input: { id: `Department:${id}`, revision, ...fields } })).curateDepartment;
    expect(await curate(above, { parent: `Department:${below.id}` })).toMatchObject({ code: 'CATALOGUE.PARENT_BELOW', path: 'parent' });
    expect(await curate(above, { parent: `Department:${above.id}` })).toMatchObject({ code: 'CATALOGUE.PARENT_BELOW', path: 'parent' });
    expect(await curate(above, { name: '   ' })).toMatchObject({ code: 'CATALOGUE.FIELD_EMPTY', path: 'name' });
    expect(await curate(above, { name: null })).toMatchObject({ code: 'CATALOGUE.FIELD_EMPTY', path: 'name' });
    expect(await curate(above, { name: 'x'.repeat(201) })).toMatchObject({ code: 'CATALOGUE.FIELD_TOO_LONG', path: 'name' });
    expect(await curate(above, { users: -5 })).toMatchObject({ code: 'CATALOGUE.FIELD_OUT_OF_RANGE', path: 'users' });
    expect(await unit('D3')).toEqual(above);
  });

  it('gets units that no list has named, once, with who and what in the audit trail, and lists then leave alone what was said', async () => {
    const create = async (input: object) =>
      (await program.data('mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { __typename ... on CreateDepartmentSuccess { department { id key name users changeLoadLimit revision hostCount productCount installationCount parent { key } children { key } provenance { field origin actor } } } ... on Problem { code } ... on InputProblem { path } } }', { input })).createDepartment;
    const { departments } = await program.data('{ departments(filter: { keys: ["D3"] }) { nodes { id children { key } } } }');
    const [{ id: parent, children }] = departments.nodes;
    expect(children).toEqual([{ key: 'A33' }]);
    const made = await create({ key: ' A34 ', name: ' Standesamt ', parent, changeLoadLimit: 40 });
    expect(made.department).toMatchObject({ key: 'A34', name: 'Standesamt', users: null, changeLoadLimit: 40, revision: 1, hostCount: 0, productCount: 0, installationCount: 0, parent: { key: 'D3' }, children: [] });
    expect(made.department.provenance).toEqual([{ field: 'changeLoadLimit', origin: 'PERSON', actor: 'local' }, { field: 'name', origin: 'PERSON', actor: 'local' }, { field: 'parent', origin: 'PERSON', actor: 'local' }]);
    const { auditTrail } = await program.data('{ auditTrail(filter: { operation: "createDepartment" }) { nodes { entity entityId before after } } }');
    expect(auditTrail.nodes).toEqual([{ entity: 'Department', entityId: made.department.id.split(':')[1], before: null, after: { key: 'A34', fields: { name: 'Standesamt', parent: Number(parent.split(':')[1]), changeLoadLimit: 40 } } }]);
    const refused: readonly (readonly [object, string, string?])[] = [
      [{ key: 'A34', name: 'Noch eines' }, 'CATALOGUE.UNIT_KEY_TAKEN', 'key'],
      [{ key: '  ', name: 'Ohne Kürzel' }, 'CATALOGUE.FIELD_EMPTY', 'key'],
      [{ key: 'A35', name: '' }, 'CATALOGUE.FIELD_EMPTY', 'name'],
      [{ key: 'x'.repeat(201), name: 'Lang' }, 'CATALOGUE.FIELD_TOO_LONG', 'key'],
      [{ key: 'A35\0', name: 'Nul' }, 'CATALOGUE.FIELD_NOT_TEXT', 'key'],
      [{ key: 'A35', name: 'Negativ', users: -1 }, 'CATALOGUE.FIELD_OUT_OF_RANGE', 'users'],
      [{ key: 'A35', name: 'Waise', parent: 'Department:999999' }, 'IMPORTING.NOT_FOUND'],
      [{ key: 'A35', name: 'Unsinn', parent: 'Host:1' }, 'PLATFORM.ID_INVALID'],
    ];
    for (const [input, code, path] of refused) expect([input, await create(input)]).toEqual([input, expect.objectContaining({ code, ...(path && { path }) })]);
    await program.importFile('oe2.csv', 'Kürzel;Organisationseinheit;Übergeordnete Einheit;Mitarbeitende\nD3;Dezernat 3;;\nA33;Bürgeramt;D3;120\nA34;Amt 34;;7\n', { source: 'OE' });
    expect((await program.data('{ departments(filter: { keys: ["A34"] }) { nodes { name users parent { key } } } }')).departments.nodes).toEqual([{ name: 'Standesamt', users: 7, parent: { key: 'D3' } }]);
  });

  it('tells machines of nobody, and those with a product, from others', async () => {
    await program.importFile('pc3.csv', 'Rechner;Software\npc-free;7-Zip 22.01\n', { source: 'PC3' });
    const { product } = await program.data('{ product(key: "gimp") { id } }');
    const named = async (filter: object) => (await program.data('query ($filter: HostFilter) { hosts(filter: $filter) { totalCount nodes { name } } }', { filter })).hosts.nodes.map(({ name }: { name: string }) => name);
    expect(await named({ isUnassigned: true, search: 'pc' })).toEqual(['pc-1', 'pc-free']);
    expect(await named({ isUnassigned: false })).toEqual(['pc-33']);
    expect(await named({ product: product.id })).toEqual(['pc-1', 'pc-33']);
  });

  it('keeps a machine where a person put it', async () => {
    const { hosts, departments } = await program.data('{ hosts(filter: { search: "pc-33" }) { nodes { id revision } } departments(filter: { search: "Dezernat" }) { nodes { id } } }');
    await program.data('mutation ($input: CurateHostInput!) { curateHost(input: $input) { ... on CurateHostSuccess { host { name } } } }', { input: { id: hosts.nodes[0].id, revision: hosts.nodes[0].revision, department: departments.nodes[0].id } });
    const job = await program.importFile('pc2.csv', 'Rechner;Software;Amt\npc-33;GIMP 2.10;Bürgeramt\npc-34;GIMP 2.10;Bürgeramt\n', { source: 'PC' });
    expect(job.summary).toMatchObject({ conflicts: 1, hostsChanged: 0 });
    const { product } = await program.data('{ product(key: "gimp") { usageByDepartment { department { name } installations } } }');
    expect(product.usageByDepartment).toEqual(expect.arrayContaining([{ department: { name: 'Dezernat 3' }, installations: 1 }]));
  });
});
