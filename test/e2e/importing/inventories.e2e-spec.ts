// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdir } from 'node:fs/promises';
import { runProgram, type EndedJob, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
}, 60_000);
afterAll(() => program.close(), 30_000);

const HEADER = 'Rechner;Software;Version;Datum\n';
const csv = (...rows: string[]) => HEADER + rows.map((row) => `${row}\n`).join('');

async function installed(source: string): Promise<string[]> {
  const { rows } = await program.database.query(
    `SELECT concat_ws(' ', h.name, t.raw, v.label, i.installed_on) AS line FROM installation i JOIN source s ON s.id = i.source_id JOIN host h ON h.id = i.host_id
     JOIN title t ON t.id = i.title_id JOIN version v ON v.id = i.version_id WHERE s.name = $1 ORDER BY 1`,
    [source],
  );
  return rows.map((row: { line: string }) => row.line.trim());
}

const counts = (job: EndedJob) => ({ status: job.status, ...job.summary?.installations });

function agent(host: string, software: readonly (readonly [string, string])[], partial = false): string {
  return JSON.stringify({ action: 'inventory', deviceid: `${host}-2024-01-01-10-00-00`, itemtype: 'Computer', ...(partial ? { partial: true } : {}), content: { hardware: { name: host }, versionclient: 'GLPI-Agent_v1.7', softwares: software.map(([name, version]) => ({ name, version })) } });
}

describe('the newer inventory of a source', () => {
  it('removes what it no longer lists, keeps when it was seen, and counts other dates as changes', async () => {
    await program.importFile('a.csv', csv('pc-1;GIMP 2.10;2.10.1;2024-01-01', 'pc-1;7-Zip;19;2024-01-01', 'pc-2;GIMP 2.10;2.10.1;'), { source: 'S' });
    const second = await program.importFile('b.csv', csv('pc-1;GIMP 2.10;2.10.1;2024-02-02', 'pc-2;GIMP 2.10;2.10.1;', 'pc-2;Inkscape;1.3;'), { source: 'S' });
    expect(counts(second)).toEqual({ status: 'DONE', added: 1, removed: 1, changed: 1, unchanged: 1 });
    expect(await installed('S')).toEqual(['pc-1 GIMP 2.10 2.10.1 2024-02-02', 'pc-2 GIMP 2.10 2.10.1', 'pc-2 Inkscape 1.3']);
    const { installations, pastInstallations, imports } = await program.data(`{
      imports { nodes { importedAt } }
      installations { nodes { host { name } title { raw } firstSeenAt lastSeenAt firstSeenIn { fileName } } }
      pastInstallations { totalCount nodes { host { name } title { raw } version source firstSeenAt lastSeenAt goneAt } } }`);
    const [newer, older] = imports.nodes.map((one: { importedAt: string }) => one.importedAt);
    expect(installations.nodes.find((one: any) => one.host.name === 'pc-1')).toEqual({ host: { name: 'pc-1' }, title: { raw: 'GIMP 2.10' }, firstSeenAt: older, lastSeenAt: newer, firstSeenIn: { fileName: 'a.csv' } });
    expect(pastInstallations).toEqual({ totalCount: 1, nodes: [{ host: { name: 'pc-1' }, title: { raw: '7-Zip' }, version: '19', source: 'S', firstSeenAt: older, lastSeenAt: older, goneAt: newer }] });
  });

  it('may list an installation twice: the later date counts, once', async () => {
    const twice = ['pc-9;GIMP 2.10;1;2024-03-03', 'pc-9;GIMP 2.10;1;2024-01-01'];
    expect(counts(await program.importFile('a.csv', csv(...twice), { source: 'Twice' }))).toMatchObject({ added: 1 });
    expect(counts(await program.importFile('b.csv', csv(...twice, 'pc-9;Inkscape;1;'), { source: 'Twice' }))).toEqual({ status: 'DONE', added: 1, removed: 0, changed: 0, unchanged: 1 });
    expect(await installed('Twice')).toEqual(['pc-9 GIMP 2.10 1 2024-03-03', 'pc-9 Inkscape 1']);
  });

  it('touches only the machines it names when it is said to be partial', async () => {
    await program.importFile('all.csv', csv('a;GIMP 2.10;1;', 'b;GIMP 2.10;1;', 'b;Inkscape;1;'), { source: 'P' });
    const part = await program.importFile('part.csv', csv('b;Inkscape;1;', 'c;Inkscape;1;'), { source: 'P', partial: true });
    expect(part.summary).toMatchObject({ scope: 'HOSTS', installations: { added: 1, removed: 1, changed: 0, unchanged: 2 } });
    expect(await installed('P')).toEqual(['a GIMP 2.10 1', 'b Inkscape 1', 'c Inkscape 1']);
  });

  it('as a list in JSON is all of its source, as a table is', async () => {
    const list = (...hosts: string[]) => JSON.stringify(hosts.map((host) => ({ host, software: 'GIMP 2.10', vendor: 'GIMP', version: '1' })));
    await program.importFile('all.json', list('j-1', 'j-2'), { source: 'List' });
    expect((await program.importFile('newer.json', list('j-1'), { source: 'List' })).summary).toMatchObject({ scope: 'SOURCE', format: 'json', installations: { added: 0, removed: 1, unchanged: 1 } });
  });

  it('of an agent replaces what is on its machine, and removes nothing where it tells a part', async () => {
    await program.importFile('one.json', agent('SRV-1', [['GIMP', '1'], ['Vim', '9']]), { source: 'Agents' });
    expect((await program.importFile('two.json', agent('SRV-2', [['GIMP', '1']]), { source: 'Agents' })).summary).toMatchObject({ scope: 'HOSTS', installations: { added: 1, removed: 0 } });
    expect((await program.importFile('newer.json', agent('SRV-1', [['GIMP', '2']]), { source: 'Agents' })).summary.installations).toMatchObject({ added: 1, removed: 2 });
    expect((await program.importFile('part.json', agent('SRV-2', [['Emacs', '29']], true), { source: 'Agents' })).summary).toMatchObject({ scope: 'PARTS', installations: { added: 1, removed: 0 } });
    expect(await installed('Agents')).toEqual(['srv-1 GIMP 2', 'srv-2 Emacs 29', 'srv-2 GIMP 1']);
  });
});

describe('a dry run', () => {
  it('shows by name what would change, and leaves nothing, not even the upload', async () => {
    await program.importFile('a.csv', csv('x;GIMP 2.10;1;2024-01-01', 'x;7-Zip;19;'), { source: 'Dry' });
    const before = await installed('Dry');
    const job = await program.importFile('b.csv', csv('x;GIMP 2.10;1;2024-02-02', 'x;Nie gehört;3;'), { source: 'Dry', dryRun: true });
    expect(job).toMatchObject({ status: 'DONE', resultId: null, summary: { installations: { added: 1, removed: 1, changed: 1, unchanged: 0 }, titles: { new: 1 } } });
    expect(job.summary.preview).toEqual({
      added: [{ host: 'x', title: 'Nie gehört', version: '3' }],
      removed: [{ host: 'x', title: '7-Zip', version: '19' }],
      changed: [{ host: 'x', title: 'GIMP 2.10', version: '1' }],
      newTitles: [{ title: 'Nie gehört', vendor: null, decision: 'UNMATCHED', product: null }],
      conflicts: [],
    });
    expect(await installed('Dry')).toEqual(before);
    expect((await program.database.query("SELECT FROM upload WHERE file_name = 'b.csv'")).rowCount).toBe(0);
    expect(await readdir(`${program.dataFolder}/uploads`)).toEqual([]);
  });
});

describe('the columns of a source', () => {
  const ODD = 'Kiste;Zeug;Nr\nk-1;GIMP 2.10;1\nk-2;GIMP 2.10;1\n';

  it('are remembered once they were given, also where the next file has others beside', async () => {
    expect(await program.importFile('odd.csv', ODD, { source: 'Odd' })).toMatchObject({ status: 'FAILED', problem: { code: 'IMPORTING.COLUMNS_UNCLEAR' } });
    const mapping = [{ column: 'Kiste', field: 'host' }, { column: 'Zeug', field: 'title' }];
    expect(await program.importFile('odd.csv', ODD, { source: 'Odd', mapping })).toMatchObject({ status: 'DONE', summary: { installations: { added: 2 } } });
    expect(await program.importFile('odd.csv', ODD, { source: 'Odd' })).toMatchObject({ status: 'DONE', summary: { duplicateOf: expect.stringMatching(/^Import:/) } });
    expect(await program.importFile('next.csv', 'Zeug;Kiste;Farbe\nGIMP 2.10;k-3;rot\n', { source: 'Odd' })).toMatchObject({ status: 'DONE', summary: { columns: ['Zeug', 'Kiste', 'Farbe'], mapping: { Kiste: 'host', Zeug: 'title' }, installations: { added: 1 } } });
    expect(await installed('Odd')).toEqual(['k-3 GIMP 2.10']);
  });

  it('give way to what is given anew, and to a file that has none of them', async () => {
    const other = await program.importFile('other.csv', ODD, { source: 'Odd', mapping: [{ column: 'Nr', field: 'title' }] });
    expect(other.summary.mapping).toEqual({ Nr: 'title', Kiste: 'host' });
    expect(await program.importFile('plain.csv', csv('pc;Vim;9;'), { source: 'Odd' })).toMatchObject({ status: 'DONE', summary: { mapping: { Rechner: 'host', Software: 'title' } } });
  });
});

describe('names of machines and people', () => {
  it('of machines become the same pseudonym in every import of the source, once that was asked for', async () => {
    await program.importFile('a.csv', csv('PC-Meier;GIMP 2.10;1;'), { source: 'Private', pseudonymise: true });
    const again = await program.importFile('b.csv', csv('pc-meier;GIMP 2.10;1;', 'pc-huber;GIMP 2.10;1;'), { source: 'Private' });
    expect(again.summary.installations).toMatchObject({ added: 1, removed: 0, unchanged: 1 });
    const hosts = (await installed('Private')).map((line) => line.split(' ')[0]!);
    for (const host of hosts) expect(host).toMatch(/^host-[a-z2-7]{20}$/);
    const { rows } = await program.database.query("SELECT string_agg(x::text, ' ') AS everything FROM (SELECT to_jsonb(j) FROM job j UNION ALL SELECT to_jsonb(i) FROM import_problem i UNION ALL SELECT to_jsonb(a) FROM audit_entry a UNION ALL SELECT to_jsonb(h) FROM host h UNION ALL SELECT to_jsonb(s) FROM source s) AS r(x)");
    expect(rows[0].everything).not.toMatch(/meier|huber|only used in tests/i);
  });

  it('of people are left out of the problems of a column that should be a count', async () => {
    const job = await program.importFile('u.csv', 'Rechner;Software;Anzahl Nutzer\npc-1;GIMP 2.10;3\npc-2;GIMP 2.10;Erika Mustermann\n', { source: 'People' });
    expect(job.status).toBe('DONE');
    expect(JSON.stringify(job.summary)).not.toContain('Mustermann');
    expect((await program.database.query("SELECT FROM import_problem WHERE message LIKE '%Mustermann%' OR problem::text LIKE '%Mustermann%'")).rowCount).toBe(0);
  });
});

describe('imports at the same time', () => {
  it('of different sources give the same names one id', async () => {
    const rows = (at: number) => csv(...Array.from({ length: 300 }, (_, host) => `gleich-${host};Neuer Titel ${host % 40};${host % 7};`), `nur-${at};GIMP 2.10;1;`);
    const jobs = await Promise.all([1, 2, 3, 4].map((at) => program.importFile(`${at}.csv`, rows(at), { source: `Zugleich ${at}` })));
    for (const job of jobs) expect(counts(job)).toEqual({ status: 'DONE', added: 301, removed: 0, changed: 0, unchanged: 0 });
    const { rows: found } = await program.database.query("SELECT count(*)::int AS hosts, (SELECT count(*)::int FROM title WHERE raw LIKE 'Neuer Titel%') AS titles FROM host WHERE name LIKE 'gleich-%'");
    expect(found[0]).toEqual({ hosts: 300, titles: 40 });
    const { rows: usage } = await program.database.query("SELECT sum(u.installations)::int AS installations, sum(u.hosts)::int AS hosts FROM title_usage u JOIN title t ON t.id = u.title_id WHERE t.raw LIKE 'Neuer Titel%'");
    expect(usage[0]).toEqual({ installations: 1_200, hosts: 300 });
    expect(await installed('Zugleich 3')).toHaveLength(301);
  });
});
