// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import writeExcelFile from 'write-excel-file/node';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const ANSWER = 'mutation ($input: AnswerAssessmentInput!) { answerAssessment(input: $input) { __typename ... on AnswerAssessmentSuccess { assessment { id question answer author source answeredOn validUntil isExpired isNewest recordedAt product { key } archetype { key } } } ... on Problem { code message messageDe } } }';
const IMPORT = 'mutation ($input: ImportAssessmentsInput!) { importAssessments(input: $input) { __typename ... on ImportAssessmentsSuccess { rows accepted unchanged empty problems { code file line column message } } ... on Problem { code message } } }';

let program: RunningProgram;
const answer = async (input: object) => (await program.data(ANSWER, { input: { author: 'Amt 10', ...input } })).answerAssessment;
const score = () => program.runJob('mutation { startScoringRun(input: { samples: 20 }) { ... on StartScoringRunSuccess { job { id } } } }');
const factsOf = async (product: string) => (await program.data('query ($product: String!) { candidate(product: $product) { facts } }', { product })).candidate.facts;
const handOut = (path: string) => program.inject({ method: 'GET', url: `/questionnaires/${path}` });
const countOf = async () => Number((await program.database.query('SELECT count(*) AS n FROM assessment')).rows[0].n);
const bringBack = async (name: string, content: Buffer | string, more: object = {}) => {
  const upload = await program.inject({ method: 'POST', url: `/imports?fileName=${encodeURIComponent(name)}`, headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.from(content as string) });
  return (await program.data(IMPORT, { input: { uploadId: JSON.parse(upload.body).uploadId, ...more } })).importAssessments;
};

beforeAll(async () => {
  program = await runProgram();
  await addCandidates(program.database, 6);
});
afterAll(() => program.close());

describe('an answer', () => {
  it('counts in the next run, with author, source and date, until it expires', async () => {
    const given = await answer({ product: 'candidate-1', question: 'CITIZEN_FACING', answer: 'Ja', source: 'Geschäftsverteilung' });
    expect(given.assessment).toMatchObject({ answer: 'YES', author: 'Amt 10', isExpired: false, isNewest: true, product: { key: 'candidate-1' }, validUntil: expect.stringMatching(/^\d{4}-/) });
    await answer({ product: 'candidate-1', question: 'DATA_EXPORT', answer: 'FULL', answeredOn: '2020-01-01', validUntil: '2021-01-01' });
    await score();
    const facts = await factsOf('candidate-1');
    expect(facts.citizenFacing).toMatchObject({ value: 'YES', source: 'Amt 10: Geschäftsverteilung' });
    expect(facts.dataExport).toBeUndefined();
    expect(facts.expired).toEqual([{ question: 'DATA_EXPORT', fact: 'dataExport', expiredOn: '2021-01-01' }]);
    const { assessments } = await program.data('{ assessments(filter: { expired: true }) { nodes { question isExpired } } }');
    expect(assessments.nodes).toEqual([{ question: 'DATA_EXPORT', isExpired: true }]);
  });

  it('to an archetype serves its products, and gives way to one of their own', async () => {
    const { archetypes } = await program.data('{ archetypes(filter: { key: "desktop-software" }) { nodes { key productCount } } }');
    expect(archetypes.nodes).toEqual([{ key: 'desktop-software', productCount: 6 }]);
    await answer({ archetype: 'desktop-software', question: 'SIMILARITY', answer: 'hoch' });
    await answer({ product: 'candidate-2', question: 'SIMILARITY', answer: 'LOW' });
    const { assignArchetype } = await program.data('mutation { assignArchetype(input: { products: [{ product: "candidate-3", revision: 1 }], archetype: null }) { ... on AssignArchetypeSuccess { assigned } ... on Problem { code } } }');
    expect(assignArchetype).toEqual({ assigned: 1 });
    await score();
    expect([(await factsOf('candidate-1')).similarity?.value, (await factsOf('candidate-2')).similarity?.value, (await factsOf('candidate-3')).similarity?.value]).toEqual(['HIGH', 'LOW', undefined]);
    const servedBy = async (question: string) => (await program.data('query ($question: String!) { products(filter: { archetype: "desktop-software", inUse: true, unanswered: $question }) { nodes { key } } }', { question })).products.nodes.map(({ key }: { key: string }) => key);
    expect(await servedBy('SIMILARITY')).toEqual(['candidate-1', 'candidate-4', 'candidate-5', 'candidate-6']);
    await answer({ product: 'candidate-2', question: 'SIMILARITY', answer: null });
    await answer({ product: 'candidate-4', question: 'SIMILARITY', answer: 'HIGH', answeredOn: '2001-01-01' }); // expired long ago
    await answer({ product: 'candidate-5', alternative: 'candidate-1', question: 'SIMILARITY', answer: 'HIGH' });
    expect(await servedBy('SIMILARITY')).toEqual(['candidate-1', 'candidate-2', 'candidate-4', 'candidate-5', 'candidate-6']);
    await answer({ product: 'candidate-2', question: 'SIMILARITY', answer: 'LOW' });
  });

  it('about an alternative is given once for every product that it replaces', async () => {
    const { candidate } = await program.data('{ candidate(product: "candidate-1") { alternative { product { key } } } }');
    await answer({ product: candidate.alternative.product.key, question: 'GOVERNANCE', answer: 'FOUNDATION' });
    await score();
    for (const product of ['candidate-1', 'candidate-4']) expect((await factsOf(product)).governance.value).toBe('FOUNDATION');
  });

  it('is taken back by null, which stays on record', async () => {
    await answer({ product: 'candidate-4', question: 'OWN_DEVELOPMENT', answer: 'OWN' });
    await answer({ product: 'candidate-4', question: 'OWN_DEVELOPMENT', answer: null });
    await score();
    expect((await factsOf('candidate-4')).ownDevelopment).toBeUndefined();
    const { assessments } = await program.data('{ assessments(filter: { product: "candidate-4", question: "OWN_DEVELOPMENT" }) { nodes { answer isNewest } } }');
    expect(assessments.nodes).toEqual([{ answer: null, isNewest: true }, { answer: 'OWN', isNewest: false }]);
    for (const sql of ['UPDATE assessment SET author = $$x$$', 'DELETE FROM assessment']) await expect(program.database.query(sql)).rejects.toThrow('append-only');
  });

  it('given twice is kept once', async () => {
    const [first, again] = [await answer({ product: 'candidate-5', question: 'SUPPORT_ENDS', answer: '30.06.2027' }), await answer({ product: 'candidate-5', question: 'SUPPORT_ENDS', answer: '2027-06-30' })];
    expect(again.assessment.id).toBe(first.assessment.id);
  });

  it('that somebody else has given meanwhile is not passed over', async () => {
    const about = { product: 'candidate-5', question: 'MACROS' };
    expect(await answer({ ...about, answer: 1, follows: 'Assessment:1' })).toMatchObject({ code: 'SCORING.ANSWERED_MEANWHILE' });
    const first = await answer({ ...about, answer: 3, author: 'Amt 20', follows: null });
    const late = await answer({ ...about, answer: 4, follows: null });
    expect(late).toMatchObject({ code: 'SCORING.ANSWERED_MEANWHILE', message: expect.stringContaining('Amt 20') });
    expect((await answer({ ...about, answer: 4, follows: first.assessment.id })).assessment).toMatchObject({ answer: 4, isNewest: true });
    const both = await Promise.all([5, 6].map((value) => answer({ product: 'candidate-5', question: 'NAMED_USERS', answer: value, follows: null })));
    expect(both.filter(({ code }) => code === 'SCORING.ANSWERED_MEANWHILE')).toHaveLength(1);
    const { assessments } = await program.data('query ($since: DateTime!) { assessments(filter: { product: "candidate-5", recordedAfter: $since }) { nodes { answer } } }', { since: new Date(Date.parse(first.assessment.recordedAt) + 1).toISOString() });
    expect(assessments.nodes.map((node: { answer: unknown }) => node.answer)).toEqual(expect.arrayContaining([4]));
    expect(assessments.nodes).toHaveLength(2);
  });

  it.each<[string, object, string]>([
    ['out of scale', { product: 'candidate-1', question: 'MACROS', answer: -3 }, 'SCORING.ANSWER_OUT_OF_SCALE'],
    ['without a question', { product: 'candidate-1', question: 'MOOD', answer: 1 }, 'SCORING.QUESTION_UNKNOWN'],
    ['about nothing', { question: 'MACROS', answer: 3 }, 'SCORING.SUBJECT_UNCLEAR'],
    ['about two things', { product: 'candidate-1', archetype: 'desktop-software', question: 'MACROS', answer: 3 }, 'SCORING.SUBJECT_UNCLEAR'],
    ['about a product that never was', { product: "x' OR 1=1", question: 'MACROS', answer: 3 }, 'SCORING.NOT_FOUND'],
    ['about an archetype that never was', { archetype: 'nothing', question: 'MACROS', answer: 3 }, 'SCORING.NOT_FOUND'],
    ['of nobody', { product: 'candidate-1', question: 'MACROS', answer: 3, author: '  ' }, 'SCORING.AUTHOR_MISSING'],
    ['from tomorrow', { product: 'candidate-1', question: 'MACROS', answer: 3, answeredOn: '2999-01-01' }, 'SCORING.ANSWERED_LATER'],
    ['that ends before it begins', { product: 'candidate-1', question: 'MACROS', answer: 3, validUntil: '2001-01-01' }, 'SCORING.VALIDITY_ENDS_BEFORE'],
    ['with an alternative where none is asked', { product: 'candidate-1', alternative: 'candidate-2', question: 'MACROS', answer: 3 }, 'SCORING.ALTERNATIVE_NOT_ASKED'],
    ['with itself as alternative', { product: 'candidate-1', alternative: 'candidate-1', question: 'SIMILARITY', answer: 'LOW' }, 'SCORING.ALTERNATIVE_IS_PRODUCT'],
    ['longer than a page', { product: 'candidate-1', question: 'MACROS', answer: 3, source: 'x'.repeat(2_001) }, 'SCORING.TEXT_TOO_LONG'],
  ])('%s is refused with what to do', async (_, input, code) => {
    const before = await countOf();
    const problem = await answer(input);
    expect(problem.code).toBe(code);
    expect(problem.message).not.toContain(code);
    expect(problem.messageDe).not.toBe(problem.message);
    expect(await countOf()).toBe(before);
  });

  it('about a product that is gone is refused, and an older one about it does no harm to a run', async () => {
    await answer({ product: 'candidate-6', question: 'MACROS', answer: 3 });
    await program.database.query(`UPDATE product SET retired = true WHERE key = 'candidate-6'`);
    expect((await answer({ product: 'candidate-6', question: 'MACROS', answer: 4 })).code).toBe('SCORING.PRODUCT_GONE');
    expect((await score()).status).toBe('DONE');
    await program.database.query(`UPDATE product SET retired = false WHERE key = 'candidate-6'`);
  });

  it('that another answer rules out is refused', async () => {
    await answer({ product: 'candidate-2', question: 'CITIZEN_FACING', answer: false });
    expect((await answer({ product: 'candidate-2', question: 'ANALOGUE_PATH_KEPT', answer: true })).code).toBe('SCORING.QUESTION_NOT_ASKED');
    expect((await answer({ product: 'candidate-1', question: 'ANALOGUE_PATH_KEPT', answer: true })).assessment.answer).toBe('YES');
  });
});

describe('a questionnaire for people without an account', () => {
  const rowsOf = (csv: string) => parse(csv, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];

  it('goes out as CSV with the open questions, comes back filled, and names the cells that cannot be taken', async () => {
    const out = await handOut('open.csv?product=candidate-5&language=de');
    expect(out.headers['content-disposition']).toContain('fragebogen.csv');
    // Its installations were counted.
    expect(out.body).not.toContain('NAMED_USERS');
    const rows = rowsOf(out.body);
    expect(rows.map((row) => row['Frage (Kennung)'])).toEqual(expect.arrayContaining(['CITIZEN_FACING', 'PERSONAL_DATA', 'FORMATS_CARRIED_OVER']));
    // The way for citizens is asked about once it is known that citizens are served; the end of support was answered, likeness by the archetype.
    for (const answered of ['ANALOGUE_PATH_KEPT', 'SUPPORT_ENDS', 'SIMILARITY']) expect(rows.map((row) => row['Frage (Kennung)'])).not.toContain(answered);
    const fill: Record<string, string> = { CITIZEN_FACING: 'nein', PERSONAL_DATA: 'manchmal', DATA_EXPORT: 'vollständig' };
    const lines = rows.map((row) => ({ ...row, Antwort: fill[row['Frage (Kennung)']!] ?? '', 'Beantwortet von': 'Amt 51' }) as Record<string, string>);
    const header = Object.keys(lines[0]!);
    const csv = [header, ...lines.map((line) => header.map((name) => line[name]!))].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
    const looked = await bringBack('fragebogen.csv', csv, { dryRun: true });
    const before = await countOf();
    const taken = await bringBack('fragebogen.csv', csv);
    expect(looked).toEqual(taken);
    const bad = rows.findIndex((row) => row['Frage (Kennung)'] === 'PERSONAL_DATA');
    expect(taken).toMatchObject({ rows: rows.length, accepted: 2, unchanged: 0, empty: rows.length - 3, problems: [{ code: 'SCORING.ANSWER_OUT_OF_SCALE', file: 'fragebogen.csv', line: bad + 2, column: 9 }] });
    expect(await countOf()).toBe(before + 2);
    expect(await bringBack('fragebogen.csv', csv)).toMatchObject({ accepted: 0, unchanged: 2 });
    for (const answered of ['CITIZEN_FACING', 'DATA_EXPORT']) expect(rowsOf((await handOut('open.csv?product=candidate-5&language=de')).body).map((row) => row['Frage (Kennung)'])).not.toContain(answered);
  });

  it('goes out as a workbook and comes back as one', async () => {
    const out = await handOut('open.xlsx?archetype=desktop-software&language=en');
    expect(out.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(await bringBack('questionnaire.xlsx', out.rawPayload)).toMatchObject({ accepted: 0, problems: [] });
    const filled = await writeExcelFile([['Archetype (key)', 'Question (id)', 'Answer', 'Answered by'], ['desktop-software', 'CATCH_UP_AREA', 'administration', 'Amt 10'], ['desktop-software', 'MACROS', 1200, 'Amt 10'], ['nothing', 'MACROS', 5, 'Amt 10'], ['desktop-software', 'MACROS', 5, null]]).toBuffer();
    expect(await bringBack('filled.xlsx', filled)).toMatchObject({ rows: 4, accepted: 2, problems: [{ code: 'SCORING.NOT_FOUND', line: 4, column: 3 }, { code: 'SCORING.AUTHOR_MISSING', line: 5 }] });
    await score();
    expect((await factsOf('candidate-1')).catchUpArea.value).toBe('ADMINISTRATION');
  });

  it.each<[string, string | Buffer, string]>([
    ['an inventory', 'Host;Software\nPC1;Firefox\n', 'SCORING.SHEET_COLUMN_MISSING'],
    ['nothing', '', 'IMPORTING.FILE_EMPTY'],
    ['a quote that is never closed', 'Produkt (Schlüssel);Frage (Kennung);Antwort\ncandidate-1;MACROS;"3\n', 'IMPORTING.UNCLOSED_QUOTE'],
    ['bytes of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0]), 'IMPORTING.'],
  ])('is refused where it is %s', async (_, content, code) => {
    const before = await countOf();
    expect((await bringBack('file.csv', content)).code).toContain(code);
    expect(await countOf()).toBe(before);
  });

  it('is not handed out for what does not exist', async () => {
    for (const path of ['open.csv?product=nowhere', 'open.csv?archetype=nowhere', 'other.csv', '..%2f..%2fetc%2fpasswd']) expect((await handOut(path)).statusCode).toBe(404);
    expect(JSON.parse((await handOut('other.csv')).body)).toEqual({ problem: { code: 'SCORING.NOT_FOUND', what: 'Questionnaire', id: 'other.csv', message: expect.stringContaining('was not found'), messageDe: expect.stringContaining('wurde nicht gefunden') } });
  });
});
