// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { actedByOnPaper, inBrowser, tabTo } from '../support/browser.js';
import { addCandidates } from '../support/many-candidates.js';
import type { RunningProgram } from '../support/running-program.js';

const INVENTORY = ['Name;Rechner', ...['Microsoft Office 2019', 'Adobe Photoshop 2023', 'Microsoft Edge', 'WinRAR 6.2', 'Adobe Acrobat Reader'].flatMap((name, index) => Array.from({ length: 5 - index }, (_, host) => `${name};PC-${host}`))].join('\n');

/** More than the server gives at once. */
const MANY = 1_250;

describe('the candidates in a browser', () => {
  const site = inBrowser();

  it('says what to do where nothing was scored', async () => {
    const { page } = await site.browser.open(`${site.program.url}/kandidaten`);
    await page.getByText('Noch nichts bewertet').waitFor();
  });

  it('ranks as the server does, and anew at once where a weight is moved by the keyboard', async () => {
    await site.program.importFile('inventar.csv', INVENTORY, { source: 'clients' });
    await site.program.runJob('mutation { startScoringRun(input: {}) { ... on Problem { code message } ... on StartScoringRunSuccess { job { id } } } }');
    const { candidates } = await site.program.data('{ candidates(first: 100) { nodes { product { name } goalContribution { expected } } } }');
    const names = candidates.nodes.map(({ product }: { product: { name: string } }) => product.name);
    const { page, faults, picture } = await site.browser.open(`${site.program.url}/kandidaten`);
    await page.locator('tbody tr').first().waitFor();
    const shown = await page.locator('.table-frame tbody tr td:nth-child(3)').allTextContents();
    expect(shown.map((name) => name.trim())).toEqual(names);
    await page.getByText('Gewichte', { exact: true }).click();
    const before = await page.locator('.table-frame tbody tr .interval').allTextContents();
    await page.locator('.weight input').first().focus();
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowRight');
    await page.getByText('mit Ihren Gewichten').waitFor();
    expect(await page.locator('.table-frame tbody tr .interval').allTextContents()).not.toEqual(before);
    await picture('candidates');
    await page.getByRole('button', { name: 'Gewichte des Modells' }).click();
    await page.getByText('mit Ihren Gewichten').waitFor({ state: 'detached' });
    expect(await page.locator('.table-frame tbody tr .interval').allTextContents()).toEqual(before);
    expect(faults).toEqual([]);
  });

  it('asks first what would move the ranking most, on either axis', async () => {
    const { openQuestions } = await site.program.data('{ openQuestions(first: 20, filter: { answerable: true }) { nodes { axis expectedRankChange candidate { product { name } } } } }');
    const changes = openQuestions.nodes.map(({ expectedRankChange }: { expectedRankChange: number }) => expectedRankChange);
    expect(changes).toEqual(changes.toSorted((one: number, other: number) => other - one));
    const { page } = await site.browser.open(`${site.program.url}/kandidaten`);
    const asked = page.getByRole('region', { name: 'Was als Nächstes zu fragen ist' }).locator('tbody td:first-child');
    await asked.first().waitFor();
    expect(await asked.allTextContents()).toEqual(openQuestions.nodes.map(({ candidate }: { candidate: { product: { name: string } } }) => candidate.product.name));
  });

  it('goes to paper without what is only there to act by, such as the column to compare', async () => {
    const { page } = await site.browser.open(`${site.program.url}/kandidaten`);
    await page.getByRole('columnheader', { name: 'vergleichen' }).waitFor();
    expect(await actedByOnPaper(page)).toEqual([]);
    await page.getByRole('columnheader', { name: 'vergleichen' }).waitFor();
  });

  it('compares two candidates, chosen by the keyboard, and keeps them in the address', async () => {
    const { page, picture } = await site.browser.open(`${site.program.url}/kandidaten`);
    await page.locator('tbody tr').first().waitFor();
    const [one, other] = (await page.locator('.table-frame tbody tr td:nth-child(3)').allTextContents()).map((name) => name.trim());
    await tabTo(page, `${one}: vergleichen`);
    await page.keyboard.press('Space');
    await tabTo(page, `${other}: vergleichen`);
    await page.keyboard.press('Space');
    await page.getByRole('heading', { name: `${one} und ${other} im Vergleich` }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: `${one} und ${other} im Vergleich` }).waitFor();
    await page.getByRole('heading', { name: 'Was die Reihenfolge drehen würde' }).waitFor();
    await picture('candidates-compared');
  });
});

describe('the questions in a browser', () => {
  const site = inBrowser(async (program) => {
    await program.importFile('inventar.csv', INVENTORY, { source: 'clients' });
    await score(program);
  });
  const score = (program: RunningProgram) => program.runJob('mutation { startScoringRun(input: { samples: 100 }) { ... on Problem { code message } ... on StartScoringRunSuccess { job { id } } } }');
  const answersOf = async (filter = '') => (await site.program.data(`{ assessments(first: 100${filter}) { totalCount nodes { question answer author source answeredOn product { name } alternative { name } } } }`)).assessments;

  it('are answered one after the other by the keyboard, with evidence and day, and taken back', async () => {
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/kandidaten/fragen`);
    await page.locator('.ask-form').waitFor();
    await tabTo(page, /^ja/);
    await page.keyboard.press('Space');
    await tabTo(page, 'Nachweis');
    await page.keyboard.type('Aufgabenverteilung 2026');
    await page.keyboard.press('Enter');
    await page.getByText('fehlt, wer sie gibt').waitFor(); // in place: nothing is lost
    await tabTo(page, 'Beantwortet von');
    await page.keyboard.type('Organisationsamt');
    await page.keyboard.press('Enter');
    await page.getByText(/^Antwort zu .* gespeichert/).waitFor();
    const told = await answersOf();
    expect(told.nodes).toEqual([expect.objectContaining({ answer: 'YES', author: 'Organisationsamt', source: 'Aufgabenverteilung 2026' })]);
    await page.getByText('Eine Antwort kam seit der letzten Bewertung dazu.').waitFor();
    expect(await page.evaluate('document.activeElement.type')).toBe('radio'); // ready for the next one
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText('2 Antworten kamen').waitFor();
    expect((await answersOf()).totalCount).toBe(2);
    expect(await axeFindings()).toEqual([]);
    await picture('questions');
    await page.getByRole('button', { name: 'Rückgängig' }).last().click();
    await page.getByText('Antwort zurückgenommen').waitFor();
    expect((await answersOf(', filter: { newest: true }')).nodes.map(({ answer }: { answer: unknown }) => answer).toSorted()).toEqual(['YES', null].toSorted());
    expect(faults).toEqual([]);
  });

  it('read a number as it is typed, say what it counts, and refuse nonsense in place', async () => {
    const { page } = await site.browser.open(`${site.program.url}/kandidaten/fragen?q=${encodeURIComponent('Wie viele Schnittstellen zu anderen Verfahren folgen')}`);
    await page.getByLabel(/^Antwort/).fill('1.200');
    await page.getByText('Verstanden als 1.200').waitFor();
    await page.getByLabel(/^Antwort/).fill('viele');
    await page.getByText('Das ist keine mögliche Antwort').waitFor();
    await page.getByLabel('Beantwortet von').fill('Amt 10');
    await page.getByLabel('Beantwortet von').press('Enter');
    await page.getByText('SCORING.ANSWER_OUT_OF_SCALE').waitFor();
    await page.getByText('Wie die Antwort zählt').click();
    await page.getByText(/→ 100.*dazwischen/).first().waitFor();
    await page.getByLabel(/^Antwort/).fill('3');
    await page.getByLabel('Beantwortet am').fill('2999-01-01');
    await page.getByLabel('Beantwortet von').press('Enter');
    await page.getByText('SCORING.ANSWERED_LATER').waitFor();
    expect((await answersOf(', filter: { question: "INTERFACES_OPEN" }')).totalCount).toBe(0);
  });

  it('show what somebody else answered meanwhile, before it is passed over', async () => {
    const { page, picture } = await site.browser.open(`${site.program.url}/kandidaten/fragen?q=Makros`);
    await page.getByText('Diese Frage hat noch niemand beantwortet').waitFor();
    const [name] = (await page.locator('.ask-name').first().locator('span').first().textContent())!.split(' → ');
    const { products } = await site.program.data('query ($name: String!) { products(first: 5, filter: { named: $name, inUse: true }) { nodes { key name } } }', { name });
    const { key } = products.nodes.find((one: { name: string }) => one.name === name);
    const { answerAssessment } = await site.program.data('mutation ($key: String!) { answerAssessment(input: { product: $key, question: "MACROS", answer: 7, author: "Amt 20" }) { __typename } }', { key });
    expect(answerAssessment.__typename).toBe('AnswerAssessmentSuccess');
    await page.getByLabel(/^Antwort/).fill('9');
    await page.getByLabel('Beantwortet von').fill('Amt 10');
    await page.getByLabel('Beantwortet von').press('Enter');
    await page.getByText('SCORING.ANSWERED_MEANWHILE').waitFor();
    await page.getByRole('cell', { name: 'Amt 20' }).waitFor();
    await picture('questions-conflict');
    await page.getByLabel('Beantwortet von').press('Enter');
    await page.getByText(/^Antwort zu .* gespeichert/).waitFor();
    expect((await answersOf(', filter: { question: "MACROS", newest: true }')).nodes).toEqual([expect.objectContaining({ answer: 9, author: 'Amt 10' })]);
  });

  it('show what the answers bring about after a new scoring', async () => {
    const { page, picture } = await site.browser.open(`${site.program.url}/kandidaten/fragen`);
    await page.getByRole('button', { name: 'Neu bewerten' }).click();
    await page.getByText('Bei ').and(page.getByRole('status')).waitFor();
    await page.getByText(/Makros.*9/).first().waitFor();
    await picture('questions-effect');
    await page.getByRole('button', { name: 'Weiter mit den nächsten Fragen' }).click();
    await page.getByText('Seit der letzten Bewertung wurde nichts beantwortet.').waitFor();
  });

  it('go out as a table and come back: looked at, then kept, with every bad cell named', async () => {
    const { page, faults, picture } = await site.browser.open(`${site.program.url}/kandidaten/fragen`, { locale: 'en-GB' });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Questionnaire as CSV' }).click()]);
    const [header, ...lines] = parse(await readFile(await download.path()), { bom: true, delimiter: ';' }) as string[][];
    const [question, answer] = [header!.indexOf('Question (id)'), header!.indexOf('Answer')];
    const filled = lines.map((line) => line.with(answer, { PERSONAL_DATA: 'perhaps', DATA_EXPORT: 'in full' }[line[question]!] ?? ''));
    const good = filled.filter((line) => line[question] === 'DATA_EXPORT').length;
    const bad = filled.filter((line) => line[question] === 'PERSONAL_DATA').length;
    const before = (await answersOf()).totalCount;
    await page.getByLabel('Who answers, where the table does not say').fill('IT office');
    const buffer = Buffer.from([header!, ...filled].map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'));
    await page.locator('input[type=file]').setInputFiles({ name: 'filled.csv', mimeType: 'text/csv', buffer });
    await page.getByText('looked at, nothing is saved yet').waitFor();
    expect((await answersOf()).totalCount).toBe(before);
    expect(await page.locator('table').last().locator('tbody tr').count()).toBe(bad);
    await picture('questionnaire-read');
    await page.getByRole('button', { name: `Take over answers (${good})` }).press('Enter');
    await page.getByText('filled.csv: taken over').waitFor();
    expect((await answersOf()).totalCount).toBe(before + good);
    await page.locator('input[type=file]').setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') });
    await page.locator('.code', { hasText: /(IMPORTING|SCORING)\./ }).waitFor();
    expect(faults).toEqual([]);
  });

  it('are answered once for a whole kind of products, saying for which, and taken back', async () => {
    await addCandidates(site.program.database, MANY);
    await score(site.program);
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/kandidaten/fragen?q=${encodeURIComponent('Makros')}`);
    await page.getByRole('combobox', { name: 'Gefragt wird nach' }).selectOption('ganzen Produktarten');
    await page.getByText('Jedes Produkt der Art').waitFor();
    const served = async () => (await site.program.data('{ products(filter: { archetype: "desktop-software", inUse: true, unanswered: "MACROS" }) { totalCount } }')).products.totalCount;
    const before = await served();
    expect(before).toBeGreaterThan(MANY / 2);
    await page.getByText(`Die Antwort zählt für ${new Intl.NumberFormat('de').format(before)} Produkte in Benutzung`).click();
    await page.getByRole('region', { name: 'Produkte, für die die Antwort zählt' }).getByText('candidate 1', { exact: false }).first().waitFor();
    expect(await axeFindings()).toEqual([]);
    await picture('questions-archetype');
    await page.getByLabel(/^Antwort/).fill('12');
    await page.getByLabel('Beantwortet von').fill('Amt 10');
    await site.program.data('mutation { answerAssessment(input: { archetype: "desktop-software", question: "MACROS", answer: 3, author: "Amt 20" }) { __typename } }');
    await page.getByLabel('Beantwortet von').press('Enter');
    await page.getByText('SCORING.ANSWERED_MEANWHILE').waitFor();
    await page.getByRole('cell', { name: 'Amt 20' }).waitFor();
    await page.getByLabel('Beantwortet von').press('Enter');
    await page.getByText(/^Antwort zu .* gespeichert/).waitFor();
    const standing = async () => (await site.program.data('{ assessments(first: 5, filter: { archetype: "desktop-software", question: "MACROS", newest: true }) { nodes { answer author product { key } } } }')).assessments.nodes;
    expect(await standing()).toEqual([{ answer: 12, author: 'Amt 10', product: null }]);
    await page.getByRole('button', { name: 'Rückgängig' }).last().click();
    await page.getByText('Antwort zurückgenommen').waitFor();
    expect(await standing()).toEqual([{ answer: 3, author: 'Amt 20', product: null }]);
    expect(faults).toEqual([]);
  });

  it('are listed to the last one, reached by the keyboard, and nothing typed is lost by looking at another', async () => {
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/kandidaten/fragen`);
    await page.locator('.ask-form').waitFor();
    await page.locator('.still-loading').waitFor({ state: 'detached' });
    const rows = await site.program.database.query('SELECT count(*) AS n FROM open_question WHERE run_id = (SELECT max(id) FROM scoring_run) AND cardinality(questions) > 0');
    expect(Number(rows.rows[0].n)).toBeGreaterThan(1_200);
    const size = Number(await page.locator('.ask-name').first().getAttribute('aria-setsize'));
    expect(size).toBeGreaterThan(1_000);
    await page.getByRole('status').filter({ hasText: new Intl.NumberFormat('de').format(size) }).waitFor();
    expect(await page.locator('.ask-name').count()).toBeLessThan(60); // what is out of sight is not drawn
    const first = await page.locator('.ask-form .kern-title').textContent();
    await page.getByLabel('Nachweis').fill('Zählung im Archiv');
    const answer = page.locator('.ask-choice input').or(page.locator('.ask-form input[inputmode=decimal]')).or(page.locator('.ask-form input[type=date]').first()).first();
    if ((await answer.getAttribute('type')) === 'radio') await answer.check();
    else await answer.fill('1');
    await page.getByRole('listbox').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator(`.ask-name[aria-selected=true][aria-posinset="${size}"]`).waitFor();
    expect(await axeFindings()).toEqual([]);
    await picture('questions-many');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.locator('.ask-name[aria-selected=true][aria-posinset="1"]').waitFor();
    expect(await page.locator('.ask-form .kern-title').textContent()).toBe(first);
    expect(await page.getByLabel('Nachweis').inputValue()).toBe('Zählung im Archiv');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    await page.getByRole('link', { name: 'Rangfolge', exact: true }).click();
    expect(page.url()).toContain('/kandidaten/fragen');
    await page.getByRole('link', { name: 'Rangfolge', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/kandidaten');
    expect(asked).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('leave out whatever was answered since the run, also where that is more than the server gives at once', async () => {
    const { page } = await site.browser.open(`${site.program.url}/kandidaten/fragen?q=${encodeURIComponent('in einem Zug')}`);
    await page.locator('.still-loading').waitFor({ state: 'detached' });
    expect(Number(await page.locator('.ask-name').first().getAttribute('aria-setsize'))).toBeGreaterThan(1_200);
    await site.program.database.query(`INSERT INTO assessment (product_id, question, answer, author, answered_on) SELECT p.id, 'DATA_EXPORT', '"FULL"', 'Amt 10', current_date FROM product p`);
    await page.reload();
    await page.getByText('Keine offene Frage passt dazu').waitFor();
    await page.getByText(/^[\d.]+ Antworten kamen seit der letzten Bewertung dazu\.$/).waitFor();
  });

  it('rank all candidates however many there are, and draw all of them', async () => {
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/kandidaten`);
    const { candidates } = await site.program.data('{ candidates(first: 1) { totalCount } }');
    expect(candidates.totalCount).toBeGreaterThan(1_200);
    await page.locator(`.table[aria-rowcount="${candidates.totalCount + 1}"]`).waitFor();
    await page.locator('.still-loading').waitFor({ state: 'detached' });
    const scroller = page.getByRole('region', { name: 'Rangfolge' });
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.locator(`tr[aria-rowindex="${candidates.totalCount + 1}"]`).waitFor();
    expect(await page.locator('tbody tr').count()).toBeLessThan(100);
    await page.getByRole('button', { name: 'Als Tabelle' }).click();
    await page.locator(`.chart .table[aria-rowcount="${candidates.totalCount + 1}"]`).waitFor();
    await page.getByRole('button', { name: 'Als Bild' }).click();
    await page.locator('.chart canvas').waitFor();
    expect(await axeFindings()).toEqual([]);
    await picture('candidates-many');
    await page.getByRole('searchbox').fill(`candidate ${MANY}`);
    await page.locator('.table[aria-rowcount="2"]').first().waitFor();
    expect(faults).toEqual([]);
  });
});
