// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { unwrap } from '#kernel';
import { ReceiveUpload, NO_WISHES } from '../../../apps/api/src/importing/index.js';
import { RunImport } from '../../../apps/api/src/pipeline/run-import.use-case.js';
import { UndoImport } from '../../../apps/api/src/pipeline/undo-import.use-case.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
}, 60_000);
afterAll(() => program.close(), 30_000);

const HEADER = 'Rechner;Software;Version;Datum\n';
const csv = (...rows: string[]) => HEADER + rows.map((row) => `${row}\n`).join('');
const UNDO = 'mutation ($input: UndoImportInput!) { undoImport(input: $input) { ... on UndoImportSuccess { job { id } } ... on Problem { code message } } }';
const undo = (id: string | null, more: Record<string, unknown> = {}) => program.runJob(UNDO, { input: { id, ...more } });

const linesOf = async (sql: string, source: string): Promise<string[]> => (await program.database.query(sql, [source])).rows.map((row: { line: string }) => row.line);
const NAMED = `JOIN source s ON s.id = i.source_id JOIN host h ON h.id = i.host_id JOIN title t ON t.id = i.title_id JOIN version v ON v.id = i.version_id JOIN import f ON f.id = i.first_import_id`;
const live = (source: string) => linesOf(`SELECT concat_ws('|', h.name, t.raw, v.label, i.installed_on, f.file_name) AS line FROM installation i ${NAMED} WHERE s.name = $1 ORDER BY 1`, source);
const past = (source: string) => linesOf(`SELECT concat_ws('|', h.name, t.raw, v.label, i.installed_on, f.file_name, g.file_name) AS line FROM installation_history i ${NAMED} JOIN import g ON g.id = i.removed_import_id WHERE s.name = $1 ORDER BY 1`, source);

/** All that lists show, without numbers that only count up. */
async function everything(): Promise<unknown> {
  const { rows } = await program.database.query(`SELECT
    (SELECT jsonb_agg(x ORDER BY x) FROM (SELECT jsonb_build_array(t.raw, t.vendor, u.installations, u.hosts, u.register_entries, u.users, m.decision) FROM title t LEFT JOIN title_usage u ON u.title_id = t.id LEFT JOIN title_match m ON m.title_id = t.id) r(x)) AS titles,
    (SELECT jsonb_agg(x ORDER BY x) FROM (SELECT jsonb_build_array(h.name, d.name) FROM host h LEFT JOIN department d ON d.id = h.department_id) r(x)) AS hosts,
    (SELECT jsonb_agg(x ORDER BY x) FROM (SELECT jsonb_build_array(p.key, u.installations, u.titles) FROM product_usage u JOIN product p ON p.id = u.product_id WHERE u.titles > 0) r(x)) AS products,
    (SELECT jsonb_agg(x ORDER BY x) FROM (SELECT jsonb_build_array(t.raw, u.installations) FROM title_department_usage u LEFT JOIN title t ON t.id = u.title_id) r(x)) AS departments,
    (SELECT jsonb_agg(x ORDER BY x) FROM (SELECT to_jsonb(c) - 'id' FROM contract c) r(x)) AS contracts,
    (SELECT jsonb_agg(x ORDER BY x) FROM (SELECT to_jsonb(r) - 'id' FROM register_entry r) r(x)) AS register`);
  return rows[0];
}

describe('an import that was a mistake', () => {
  it('is undone as a whole: everything is as before', async () => {
    await program.importFile('good.csv', 'Rechner;Software;Version;Amt\npc-1;GIMP 2.10;1;Amt A\npc-2;Inkscape;1;Amt A\n', { source: 'M' });
    await program.importFile('register.csv', 'Verfahren;Nutzer\nMicrosoft Visio;5\n', { source: 'R' });
    const before = await everything();
    const wrong = await program.importFile('wrong.csv', 'Rechner;Software;Version;Amt\npc-1;GIMP 2.10;1;Amt B\npc-9;Unsinn 3000;7;Amt B\n', { source: 'M' });
    const register = await program.importFile('register2.csv', 'Verfahren;Nutzer\nMicrosoft Visio;7\nUnsinn Zwei;3\n', { source: 'R' });
    expect(wrong.summary).toMatchObject({ installations: { added: 1, removed: 1, unchanged: 1 }, hostsChanged: 1 });
    expect(register.summary.installations).toMatchObject({ added: 1, changed: 1 });
    expect(await undo(wrong.resultId, { dryRun: true })).toMatchObject({ status: 'DONE', resultId: null, summary: { installations: { removed: 1, restored: 1, kept: 0 }, conflicts: 0 } });
    expect(await everything()).not.toEqual(before);
    expect(await undo(wrong.resultId)).toMatchObject({ status: 'DONE', summary: { titles: { removed: 1 }, hosts: { removed: 1 } } });
    expect(await undo(register.resultId)).toMatchObject({ status: 'DONE', summary: { rows: { undone: 2, kept: 0 } } });
    expect(await everything()).toEqual(before);
    const { import: record } = await program.data('query ($id: ID!) { import(id: $id) { undoneAt fileName } }', { id: wrong.resultId });
    expect(record).toEqual({ undoneAt: expect.stringMatching(/^20/), fileName: 'wrong.csv' });
    expect(await undo(wrong.resultId)).toMatchObject({ status: 'FAILED', problem: { code: 'IMPORTING.ALREADY_UNDONE' } });
    expect(await program.importFile('wrong.csv', csv('pc-1;GIMP 2.10;1;'), { source: 'M' })).toMatchObject({ status: 'DONE', summary: { duplicateOf: null } });
  });

  it('that later imports built on is told before, and then gives way to them', async () => {
    const first = await program.importFile('1.csv', csv('a;GIMP 2.10;1;', 'b;GIMP 2.10;1;'), { source: 'L' });
    await program.importFile('2.csv', csv('a;GIMP 2.10;1;', 'a;Inkscape;1;'), { source: 'L', partial: true });
    expect(await undo(first.resultId)).toMatchObject({ status: 'FAILED', problem: { code: 'IMPORTING.UNDO_CONFLICTS' } });
    expect(await undo(first.resultId, { acceptConflicts: true })).toMatchObject({ status: 'DONE', summary: { installations: { removed: 1, kept: 1 }, conflicts: 1 } });
    expect(await live('L')).toEqual(['a|GIMP 2.10|1|2.csv', 'a|Inkscape|1|2.csv']);
  });

  it.each([
    ['Import:999999', 'IMPORTING.NOT_FOUND'],
    ['Host:1', 'PLATFORM.ID_INVALID'],
  ])('cannot be undone as %s', async (id, code) => {
    const { undoImport } = await program.data(UNDO, { input: { id } });
    expect(undoImport.code).toBe(code);
  });

  it('leaves what would be there without it, whatever came before and after', async () => {
    const [run, take, files] = [program.app.get(RunImport, { strict: false }), program.app.get(UndoImport, { strict: false }), program.app.get(ReceiveUpload, { strict: false })];
    const watched = { jobId: null, actorId: 1, signal: new AbortController().signal, progress: () => undefined };
    const importAll = async (source: string, imports: readonly { rows: readonly string[]; partial: boolean; name: string }[]) => {
      const ids: number[] = [];
      for (const { rows, partial, name } of imports) {
        const { upload } = unwrap(await files.execute(Readable.from([Buffer.from(csv(`${name};Datei ${name};1;`, ...rows))]), name));
        const done = await run.execute({ ...watched, payload: { ...NO_WISHES, upload, source, partial, dryRun: false } });
        if (!done.ok) throw new Error(JSON.stringify(done.problem));
        ids.push(Number(done.value.resultId!.split(':')[1]));
      }
      return ids;
    };
    const row = fc.tuple(fc.constantFrom('p', 'q', 'r'), fc.constantFrom('GIMP 2.10', 'Inkscape'), fc.constantFrom('1', '2'), fc.constantFrom('', '2024-01-01', '2024-02-02')).map((cells) => cells.join(';'));
    const oneImport = fc.record({ rows: fc.uniqueArray(row, { maxLength: 5, selector: (line) => line.split(';').slice(0, 3).join(';') }), partial: fc.boolean() });
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(oneImport, { minLength: 2, maxLength: 5 }), fc.nat(), async (drawn, which) => {
        const imports = drawn.map((one, at) => ({ ...one, name: `f${at}` }));
        const undone = which % imports.length;
        const [a, b] = [`Mit ${++turn}`, `Ohne ${turn}`];
        const ids = await importAll(a, imports);
        await importAll(b, imports.filter((_, at) => at !== undone));
        const result = await take.execute({ ...watched, payload: { importId: ids[undone]!, dryRun: false, acceptConflicts: true } });
        expect(result.ok).toBe(true);
        expect(await live(a)).toEqual(await live(b));
        expect(await past(a)).toEqual(await past(b));
      }),
      { numRuns: 4, seed: 20_261 },
    );
  }, 240_000);
});
