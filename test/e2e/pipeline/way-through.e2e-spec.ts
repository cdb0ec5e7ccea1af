// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const HEADER = 'Rechner;Softwarebezeichnung;Hersteller;Version;Amt;Installationsdatum\r\n';
const INVENTORY =
  HEADER +
  'PC-0001;Microsoft Office Professional Plus 2016 - de-de;Microsoft Corporation;16.0.4266;Bürgeramt;01.02.2020\r\n' +
  'PC-0002;Microsoft Office Professional Plus 2016 - de-de;Microsoft Corporation;16.0.4266;Bürgeramt;01.02.2020\r\n' +
  'PC-0002;Mozilla Firefox ESR (x64 de);Mozilla;115.3;Bürgeramt;05.03.2024\r\n' +
  'PC-0003;Adobe Photoshop CC 2019;Adobe Systems Incorporated;20.0;Vermessungsamt;\r\n' +
  'PC-0003;Kassenhelfer Ämterlösung 3;Eigenbau;3;Vermessungsamt;\r\n';

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
}, 60_000);
afterAll(() => program.close(), 30_000);

async function rowsOf(...tables: string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const table of tables) counts.push(Number((await program.database.query(`SELECT count(*) FROM ${table}`)).rows[0].count));
  return counts;
}

const INVENTORY_TABLES = ['source', 'import', 'import_problem', 'host', 'title', 'version', 'installation', 'installation_history', 'register_entry', 'title_match', 'department'];

describe('an inventory file that nobody prepared', () => {
  it('is shown by a dry run and leaves no trace', async () => {
    const before = await rowsOf(...INVENTORY_TABLES);
    const job = await program.importFile('inventar.csv', Buffer.from(INVENTORY, 'latin1'), { source: 'Client', dryRun: true });
    expect(job).toMatchObject({ status: 'DONE', resultId: null, summary: { records: 5, accepted: 5, installations: { added: 5, removed: 0, unchanged: 0 } } });
    expect(await rowsOf(...INVENTORY_TABLES)).toEqual(before);
  });

  it('gives installations, recognised products and a queue', async () => {
    const job = await program.importFile('inventar.csv', Buffer.from(INVENTORY, 'latin1'), { source: 'Client' });
    expect(job).toMatchObject({ status: 'DONE', summary: { format: 'csv', records: 5, accepted: 5, rejected: 0, titles: { new: 4, matched: 3, queued: 1 } } });
    const { products, matchQueue, hosts, departments } = await program.data(`{
      products(filter: { inUse: true }, orderBy: { field: INSTALLATIONS, direction: DESC }) { totalCount nodes { key installationCount usageByDepartment { department { name } installations } } }
      matchQueue { totalCount nodes { id raw vendor } }
      hosts { nodes { name department { name } installations { totalCount nodes { title { raw } version installedOn } } } }
      departments { nodes { name } } }`);
    const counts = Object.fromEntries(products.nodes.map((one: { key: string; installationCount: number }) => [one.key, one.installationCount]));
    expect(counts).toEqual({ 'microsoft-office': 2, 'mozilla-firefox': 1, 'adobe-photoshop': 1 });
    expect(products.nodes[0].usageByDepartment).toEqual([{ department: { name: 'Bürgeramt' }, installations: 2 }]);
    expect(matchQueue).toMatchObject({ totalCount: 1, nodes: [{ raw: 'Kassenhelfer Ämterlösung 3', vendor: 'Eigenbau' }] });
    expect(hosts.nodes[0]).toMatchObject({ name: 'pc-0001', department: { name: 'Bürgeramt' }, installations: { totalCount: 1, nodes: [{ version: '16.0.4266', installedOn: '2020-02-01' }] } });
    expect(departments.nodes).toHaveLength(2);
  });

  it('changes nothing the second time', async () => {
    const before = await rowsOf(...INVENTORY_TABLES.filter((table) => table !== 'import'));
    const job = await program.importFile('inventar.csv', Buffer.from(INVENTORY, 'latin1'), { source: 'Client' });
    expect(job).toMatchObject({ status: 'DONE', summary: { duplicateOf: expect.stringMatching(/^Import:\d+$/), installations: { added: 0, removed: 0, unchanged: 5 } } });
    expect(await rowsOf(...INVENTORY_TABLES.filter((table) => table !== 'import'))).toEqual(before);
  });

  it('gives way to the newer inventory of its source, and is kept as history', async () => {
    const newer = INVENTORY.split('\r\n').filter((line) => !line.startsWith('PC-0002;Mozilla')).join('\r\n') + 'PC-0004;Mozilla Firefox ESR (x64 de);Mozilla;115.3;;\r\n';
    const job = await program.importFile('inventar-neu.csv', newer, { source: 'Client' });
    expect(job.summary.installations).toEqual({ added: 1, removed: 1, changed: 0, unchanged: 4 });
    expect(await rowsOf('installation', 'installation_history')).toEqual([5, 1]);
  });

  it('reports a bad line with its place and takes the good ones', async () => {
    const job = await program.importFile('zweite.csv', `${HEADER}PC-9;;Hersteller;1;;\r\nPC-9;7-Zip 19.00 (x64);Igor Pavlov;19.00;;31.02.2020\r\nPC-9;GIMP 2.10;;2.10;;28.02.2020\r\nPC-8;GIMP 2.10;;2.10;;29.02.2020\r\n`, { source: 'Zweite' });
    expect(job).toMatchObject({ status: 'DONE', summary: { records: 4, accepted: 3, rejected: 1 } });
    const { import: stored } = await program.data('query ($id: ID!) { import(id: $id) { problems { code message messageDe file line column } } }', { id: job.resultId });
    expect(stored.problems).toEqual(expect.arrayContaining([expect.objectContaining({ file: 'zweite.csv', line: 2 }), expect.objectContaining({ line: 3, column: 6 })]));
    for (const problem of stored.problems) expect(problem.message).not.toBe(problem.code);
  });

  it('may be a plain list of names: in use, count unknown', async () => {
    const job = await program.importFile('register.csv', 'Verfahren\nMicrosoft Visio\nMicrosoft Visio\nSAP Crystal Reports\n', { source: 'Register' });
    expect(job).toMatchObject({ status: 'DONE', summary: { installations: { added: 2 } } });
    const { product } = await program.data('{ product(name: "Microsoft Visio") { installationCount registerEntryCount titles { nodes { registerEntries { users seats } } } } }');
    expect(product).toEqual({ installationCount: 0, registerEntryCount: 1, titles: { nodes: [{ registerEntries: [{ users: null, seats: null }] }] } });
  });

  it.each([
    ['empty', ''],
    ['binary', Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 256)],
    ['cut in its middle', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","name":"a"},{"type":"libr'],
    ['40 columns of nonsense', `${Array.from({ length: 40 }, (_, index) => `c${index}`).join(';')}\n${Array.from({ length: 30 }, (_, row) => Array.from({ length: 40 }, (_, column) => row * column * 0.37).join(';')).join('\n')}\n`],
    ['nothing but a header', HEADER],
  ])('is refused with a code and leaves no trace when it is %s', async (_what, content) => {
    const before = await rowsOf(...INVENTORY_TABLES);
    const job = await program.importFile('schlecht.csv', content, { source: 'Schlecht' });
    expect(job.status).toBe('FAILED');
    expect(job.problem?.code).toMatch(/^IMPORTING\.[A-Z_]+$/);
    expect(job.problem?.message).not.toBe(job.problem?.code);
    expect(job.problem?.messageDe).not.toBe(job.problem?.message);
    expect(await rowsOf(...INVENTORY_TABLES)).toEqual(before);
  });

  it('may come twice at once: one waits for the other', async () => {
    const [one, other] = await Promise.all([program.importFile('a.csv', `${HEADER}PC-A;GIMP 2.10;;2.10;;\r\n`, { source: 'Zugleich' }), program.importFile('b.csv', `${HEADER}PC-B;GIMP 2.10;;2.10;;\r\n`, { source: 'Zugleich' })]);
    expect([one.status, other.status]).toEqual(['DONE', 'DONE']);
    const left = await program.database.query("SELECT h.name FROM installation i JOIN host h ON h.id = i.host_id JOIN source s ON s.id = i.source_id WHERE s.name = 'Zugleich'");
    expect(left.rows).toHaveLength(1);
  });
});

describe('a title that nobody recognised', () => {
  it('is decided once, for history and for all that comes', async () => {
    const { matchQueue, product } = await program.data('{ matchQueue(filter: { search: "kassenhelfer" }) { nodes { id match { revision } } } product(key: "odoo") { id name } }');
    const target = product ?? (await program.data('{ products(first: 1) { nodes { id } } }')).products.nodes[0];
    const decided = await program.data(
      'mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { __typename ... on DecideMatchSuccess { title { match { decision decidedBy } product { id } } } ... on Problem { code } } }',
      { input: { title: matchQueue.nodes[0].id, revision: matchQueue.nodes[0].match.revision, product: target.id } },
    );
    expect(decided.decideMatch).toEqual({ __typename: 'DecideMatchSuccess', title: { match: { decision: 'MATCHED', decidedBy: 'PERSON' }, product: { id: target.id } } });
    await program.importFile('spaeter.csv', `${HEADER}PC-77;Kassenhelfer Ämterlösung 4;Eigenbau;4;;\r\n`, { source: 'Später' });
    const { titles } = await program.data('{ titles(filter: { search: "kassenhelfer" }, orderBy: { field: RAW }) { nodes { raw product { id } } } }');
    expect(titles.nodes.map((one: { product: { id: string } | null }) => one.product?.id)).toEqual([target.id, target.id]);
    const audit = await program.database.query("SELECT actor_id, after FROM audit_entry WHERE operation = 'decideMatch'");
    expect(audit.rows).toHaveLength(1);
  });

  it('cannot be decided for what does not exist', async () => {
    const [known] = (await program.data('{ titles(first: 1, filter: { search: "kassenhelfer" }) { nodes { id match { revision } } } }')).titles.nodes;
    const answer = async (input: Record<string, unknown>) => (await program.data('mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { __typename ... on Problem { code message } } }', { input: { revision: known.match.revision, ...input } })).decideMatch;
    expect(await answer({ title: 'Title:999999', product: null })).toMatchObject({ __typename: 'NotFoundProblem', code: 'MATCHING.NOT_FOUND' });
    expect(await answer({ title: known.id, product: 'Product:999999' })).toMatchObject({ code: 'MATCHING.NOT_FOUND' });
    expect(await answer({ title: 'Product:1', product: null })).toMatchObject({ code: 'PLATFORM.ID_INVALID' });
  });
});

describe('the way from inventory to waves', () => {
  it('refuses to plan before anything was scored', async () => {
    const job = await program.runJob('mutation { startPlanning(input: {}) { ... on StartPlanningSuccess { job { id } } } }');
    expect(job).toMatchObject({ status: 'FAILED', problem: { code: 'PLANNING.NO_RUN' } });
  });

  const SCORE = 'mutation { startScoringRun(input: { seed: 7, samples: 500 }) { ... on StartScoringRunSuccess { job { id } } } }';
  const CANDIDATES = 'query ($id: ID!) { scoringRun(id: $id) { inputsHash candidates { totalCount nodes { rank product { key } goalContribution { low expected high } firstRankAcceptability01 completeness01 } } } }';

  it('scores every candidate, the same for the same seed', async () => {
    const runs = [await program.runJob(SCORE), await program.runJob(SCORE)];
    const [one, other] = await Promise.all(runs.map(async (run) => (await program.data(CANDIDATES, { id: run.resultId })).scoringRun));
    expect(one.candidates.totalCount).toBeGreaterThan(1);
    expect(other).toEqual(one);
    for (const { goalContribution } of one.candidates.nodes) {
      expect(goalContribution.low).toBeLessThanOrEqual(goalContribution.expected);
      expect(goalContribution.expected).toBeLessThanOrEqual(goalContribution.high);
    }
    expect(one.candidates.nodes.map((candidate: { rank: number }) => candidate.rank)).toEqual(one.candidates.nodes.map((_: unknown, index: number) => index + 1));
  });

  it('plans waves with a proof, on a stated assumption where the size is unknown', async () => {
    const job = await program.runJob('mutation { startPlanning(input: { timeLimitSeconds: 3 }) { ... on StartPlanningSuccess { job { id } } } }');
    expect(job.status).toBe('DONE');
    const { plan } = await program.data('query ($id: ID!) { plan(id: $id) { status objective bound gap01 waves { period startsOn items { product { key } sizeIsAssumed candidate { rank } } } unscheduled { product { key } reason { code de en } } } }', { id: job.resultId });
    expect(plan.status).toBe('OPTIMAL');
    expect(plan.bound).toBeGreaterThanOrEqual(plan.objective);
    const planned = plan.waves.flatMap((wave: { items: { product: { key: string }; sizeIsAssumed: boolean }[] }) => wave.items);
    expect(planned.find((item: { product: { key: string } }) => item.product.key === 'microsoft-visio')?.sizeIsAssumed).toBe(true);
    expect(planned.find((item: { product: { key: string } }) => item.product.key === 'microsoft-office')?.sizeIsAssumed).toBe(false);
  });

  it('never changes what was stored', async () => {
    for (const sql of ['UPDATE scoring_run SET seed = 1', 'UPDATE candidate_score SET rank = rank + 1', 'UPDATE plan SET status = status', 'UPDATE audit_entry SET operation = operation', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry CASCADE']) {
      await expect(program.database.query(sql)).rejects.toThrow(/append-only/);
    }
  });

  it('leaves no run behind when one fails', async () => {
    const before = await rowsOf('scoring_run', 'candidate_score');
    // Stored past the program, so that the run breaks where it computes.
    await program.database.query(`INSERT INTO scoring_model (key, version, definition) VALUES ('broken', 1, '{"id": "broken", "version": 1}')`);
    const job = await program.runJob('mutation { startScoringRun(input: { model: "broken", samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
    expect(job.status).toBe('FAILED');
    expect(await rowsOf('scoring_run', 'candidate_score')).toEqual(before);
  });
});
