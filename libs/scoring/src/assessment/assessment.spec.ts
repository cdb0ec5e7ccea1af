// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, unwrap } from '#kernel';
import fc from 'fast-check';
import {
  answeredFacts, openQuestions, parseArchetypes, parseQuestionnaire, readAnswer, readSheet, sheetCsv, sheetHeader, sheetRow,
  type Answer, type AnswersOfCandidate, type SheetSubject,
} from '../index.js';

const today = calendarDate('2026-11-24')!;
const words = { de: 'x', en: 'x' };
const entry = (id: string, facts: object, more: object = {}) => ({ id, text: words, facts, validMonths: 12, ...more });
const file = (...questions: object[]) => ({ questionnaire: { id: 'q', version: 1, names: words }, questions });
const questionnaire = unwrap(parseQuestionnaire(file(
  entry('CITIZEN_FACING', { today: 'citizenFacing' }),
  entry('PATH', { pair: 'analoguePathKept' }, { askedWhen: [{ question: 'CITIZEN_FACING', isOneOf: ['YES'] }] }),
  entry('MACROS', { today: 'macros' }),
  entry('ACCESSIBLE', { today: 'todayAccessibility', alternative: 'alternativeAccessibility' }),
  entry('EXPORT', { today: 'dataExport' }, { askedWhen: [{ question: 'MACROS' }] }),
  entry('SHARE', { pair: 'formatsCarriedOver01' }),
  entry('ENDS', { today: 'supportEndsOn' }),
  entry('VOLUME', { today: 'documentVolumeGigabytes' }),
)));
const questionOf = (id: string) => questionnaire.questions.find((question) => question.id === id)!;
const answer = (question: string, value: unknown, more: Partial<Answer> = {}): Answer => ({ question, value, author: 'Amt 10', answeredOn: today, source: null, validUntil: null, ...more });
const none: AnswersOfCandidate = { today: [], todayArchetype: [], alternative: [], alternativeArchetype: [], pair: [], pairArchetype: [] };

describe('an answer', () => {
  it.each<[string, unknown, unknown]>([
    ['CITIZEN_FACING', 'YES', 'YES'], ['CITIZEN_FACING', true, 'YES'], ['CITIZEN_FACING', ' Ja ', 'YES'], ['CITIZEN_FACING', 'nein', 'NO'], ['CITIZEN_FACING', 'x', 'YES'],
    ['ACCESSIBLE', 'unabhängig geprüft', 'TESTED'], ['ACCESSIBLE', 'tested', 'TESTED'], ['ACCESSIBLE', 'declared by the maker', 'SELF_DECLARED'],
    ['MACROS', 12, 12], ['MACROS', '1.200', 1200], ['MACROS', '1,200', 1200], ['MACROS', '0', 0], ['MACROS', '1 234 567', 1234567],
    ['VOLUME', '1.234,5', 1234.5], ['VOLUME', '1,234.5', 1234.5], ['VOLUME', '0,5', 0.5],
    ['SHARE', '75 %', 0.75], ['SHARE', '0,75', 0.75], ['SHARE', '1', 1],
    ['ENDS', '30.06.2027', '2027-06-30'], ['ENDS', '2027-06-30', '2027-06-30'],
  ])('to %s may be given as %j', (question, given, value) => {
    expect(readAnswer(questionOf(question), given)).toEqual({ ok: true, value });
  });

  it.each<[string, unknown]>([
    ['CITIZEN_FACING', 'vielleicht'], ['CITIZEN_FACING', 2], ['CITIZEN_FACING', null], ['ACCESSIBLE', 'yes'], ['ACCESSIBLE', true], ['ACCESSIBLE', 'toString'],
    ['MACROS', -1], ['MACROS', 1.5], ['MACROS', '1,5'], ['MACROS', Number.NaN], ['MACROS', Number.POSITIVE_INFINITY], ['MACROS', '1e9'], ['MACROS', '999999999999'], ['MACROS', true], ['MACROS', {}],
    ['SHARE', 1.01], ['SHARE', '101 %'], ['SHARE', '-1 %'], ['MACROS', '5 %'], ['ENDS', '31.02.2027'], ['ENDS', 20270630], ['ENDS', 'bald'],
  ])('to %s is refused as %j', (question, given) => {
    expect(readAnswer(questionOf(question), given)).toMatchObject({ ok: false, problem: { code: 'SCORING.ANSWER_OUT_OF_SCALE', question } });
  });

  it('never comes out of its scale, whatever text is given', () => {
    fc.assert(fc.property(fc.constantFrom(...questionnaire.questions), fc.oneof(fc.string(), fc.stringMatching(/^[\d., %']{0,12}$/), fc.anything()), (question, given) => {
      const read = readAnswer(question, given);
      if (!read.ok) return;
      if (question.kind === 'CHOICE') expect(Object.keys(question.values)).toContain(read.value);
      else if (question.kind === 'DAY') expect(calendarDate(String(read.value))).not.toBeNull();
      else expect(typeof read.value === 'number' && read.value >= 0 && (question.kind !== 'SHARE' || read.value <= 1)).toBe(true);
    }));
  });
});

describe('answers become facts', () => {
  it('with author, source and date', () => {
    const { facts } = answeredFacts(questionnaire, { ...none, today: [answer('MACROS', 12, { source: 'Zählung' })] }, today);
    expect(facts).toEqual({ macros: { value: 12, source: 'Amt 10: Zählung', asOf: today } });
  });

  it('of which the one with the latest day counts, of the same day the one given last', () => {
    const day = (text: string) => calendarDate(text)!;
    const answers = [answer('MACROS', 1, { answeredOn: day('2026-10-01') }), answer('MACROS', 2, { answeredOn: day('2026-11-01') }), answer('MACROS', 3, { answeredOn: day('2026-11-01') }), answer('MACROS', 4, { answeredOn: day('2026-05-01') }), answer('MACROS', 9, { answeredOn: day('2026-11-25') })];
    expect(answeredFacts(questionnaire, { ...none, today: answers }, today).facts.macros!.value).toBe(3);
  });

  it('until they expire, which shows', () => {
    const old = answer('MACROS', 12, { answeredOn: calendarDate('2025-11-23')! });
    expect(answeredFacts(questionnaire, { ...none, today: [old] }, today)).toEqual({ facts: {}, expired: [{ question: 'MACROS', fact: 'macros', expiredOn: '2026-11-23' }] });
    expect(answeredFacts(questionnaire, { ...none, today: [{ ...old, validUntil: today }] }, today).facts.macros!.value).toBe(12);
  });

  it('of the archetype only where the product has none of its own that counts', () => {
    const shared = [answer('MACROS', 5)];
    const own = (value: unknown, more?: Partial<Answer>) => answeredFacts(questionnaire, { ...none, today: [answer('MACROS', value, more)], todayArchetype: shared }, today);
    expect(own(7).facts.macros!.value).toBe(7);
    expect(own(null).facts.macros!.value).toBe(5);
    expect(own(7, { validUntil: calendarDate('2026-01-01')! })).toMatchObject({ facts: { macros: { value: 5 } }, expired: [] });
    expect(own('many').facts.macros!.value).toBe(5);
  });

  it('of both sides apart, and of an alternative for every product that it replaces', () => {
    const { facts } = answeredFacts(questionnaire, { ...none, today: [answer('ACCESSIBLE', 'NONE')], alternative: [answer('ACCESSIBLE', 'TESTED')] }, today);
    expect([facts.todayAccessibility!.value, facts.alternativeAccessibility!.value]).toEqual(['NONE', 'TESTED']);
  });

  it('unless another answer rules the question out', () => {
    const kept = (citizens: unknown) => answeredFacts(questionnaire, { ...none, today: [answer('CITIZEN_FACING', citizens)], pair: [answer('PATH', 'NO')] }, today).facts.analoguePathKept;
    expect(kept('NO')).toBeUndefined();
    expect(kept('YES')!.value).toBe('NO');
    expect(answeredFacts(questionnaire, { ...none, pair: [answer('PATH', 'NO')] }, today).facts.analoguePathKept!.value).toBe('NO');
  });
});

describe('what is still to be asked', () => {
  it('leaves out what is answered, what waits for another answer, and what is ruled out', () => {
    const open = (known: [string, string | number][]) => openQuestions(questionnaire, 'today', new Map(known)).map((question) => question.id);
    expect(open([])).toEqual(['CITIZEN_FACING', 'MACROS', 'ACCESSIBLE', 'ENDS', 'VOLUME']);
    expect(open([['MACROS', 3], ['ENDS', '2027-01-01'], ['VOLUME', 1]])).toEqual(['CITIZEN_FACING', 'ACCESSIBLE', 'EXPORT']);
  });
});

describe('a questionnaire', () => {
  it.each<[string, object[], string]>([
    ['a fact that does not exist', [entry('A', { today: 'mood' })], 'questions.0.facts.today'],
    ['no fact', [entry('A', {})], 'questions.0.facts'],
    ['a fact about something else', [entry('A', { today: 'similarity' })], 'questions.0.facts.today'],
    ['facts with different values', [entry('A', { today: 'macros', alternative: 'alternativeAccessibility' })], 'questions.0.facts'],
    ['an id twice', [entry('A', { today: 'macros' }), entry('A', { today: 'dataExport' })], 'questions.1.id'],
    ['a condition on a later question', [entry('A', { today: 'macros' }, { askedWhen: [{ question: 'B' }] }), entry('B', { today: 'dataExport' })], 'questions.0.askedWhen.0.question'],
    ['a condition on an answer that cannot be given', [entry('A', { today: 'dataExport' }), entry('B', { today: 'macros' }, { askedWhen: [{ question: 'A', isOneOf: ['PERHAPS'] }] })], 'questions.1.askedWhen.0.isOneOf'],
    ['no validity', [entry('A', { today: 'macros' }, { validMonths: 0 })], 'questions.0.validMonths'],
    ['no questions', [], 'questions'],
  ])('with %s is refused', (_, questions, path) => {
    expect(parseQuestionnaire(file(...questions))).toMatchObject({ ok: false, problem: { code: 'SCORING.QUESTIONNAIRE_INVALID', path } });
  });

  it('has archetypes in which each category stands once', () => {
    const archetype = (id: string, more: object) => ({ id, names: words, categories: ['gis'], ...more });
    expect(parseArchetypes({ archetypes: [archetype('a', { specialised: true }), archetype('b', { specialised: false })] })).toMatchObject({ ok: true });
    expect(parseArchetypes({ archetypes: [archetype('a', { specialised: true }), archetype('b', {})] })).toMatchObject({ ok: false });
    expect(parseArchetypes({ archetypes: [archetype('a', {}), archetype('a', { categories: [] })] })).toMatchObject({ ok: false });
  });
});

describe('a questionnaire on paper', () => {
  const subject: SheetSubject = { kind: 'PRODUCT', key: 'office', name: '=HYPERLINK("http://x")', alternative: null };
  const filled = (language: 'de' | 'en', change: (row: string[], header: string[]) => void) => {
    const [header, row] = [sheetHeader(language), sheetRow(questionOf('CITIZEN_FACING'), subject, language)];
    change(row, header);
    return readSheet([header, row].map((cells, index) => ({ line: index + 1, cells })), questionnaire);
  };
  const put = (row: string[], header: string[], column: string, text: string) => (row[header.indexOf(column)] = text);

  it('comes back in either language, with its columns in any order', () => {
    expect(filled('de', (row, header) => {
      put(row, header, 'Antwort', 'ja');
      put(row, header, 'Beantwortet am', '1.11.2026');
      row.reverse();
      header.reverse();
    })).toMatchObject({ ok: true, value: { answers: [{ product: 'office', question: 'CITIZEN_FACING', answer: 'ja', answeredOn: '2026-11-01', line: 2, column: 5 }], problems: [] } });
    expect(filled('en', (row, header) => put(row, header, 'Answer', 'no'))).toMatchObject({ value: { answers: [{ answer: 'no', archetype: null, validUntil: null }] } });
  });

  it('may say in its first line what separates its cells', () => {
    const [header, row] = [sheetHeader('de'), sheetRow(questionOf('CITIZEN_FACING'), subject, 'de')];
    put(row, header, 'Antwort', 'nein');
    const sheet = [['sep=', ''], header, row].map((cells, index) => ({ line: index + 1, cells }));
    expect(readSheet(sheet, questionnaire)).toMatchObject({ ok: true, value: { answers: [{ answer: 'nein', line: 3 }] } });
  });

  it('without an answer says nothing', () => {
    expect(filled('de', () => undefined)).toEqual({ ok: true, value: { answers: [], empty: 1, problems: [] } });
  });

  it('names the cell of what is wrong', () => {
    expect(filled('de', (row, header) => {
      put(row, header, 'Antwort', 'ja');
      put(row, header, 'Gültig bis', 'bald');
    })).toMatchObject({ value: { answers: [], problems: [{ code: 'SCORING.SHEET_NOT_A_DAY', line: 2, column: 13 }] } });
    expect(filled('de', (row, header) => {
      put(row, header, 'Antwort', 'ja');
      put(row, header, 'Frage (Kennung)', 'NOTHING');
    })).toMatchObject({ value: { answers: [], problems: [{ code: 'SCORING.QUESTION_UNKNOWN', line: 2, column: 6 }] } });
    expect(filled('de', (_, header) => put(header, header, 'Antwort', 'Meinung'))).toMatchObject({ ok: false, problem: { code: 'SCORING.SHEET_COLUMN_MISSING' } });
    expect(readSheet([], questionnaire)).toMatchObject({ ok: false });
  });

  it('is no formula to a spreadsheet, whatever a product is called', () => {
    fc.assert(fc.property(fc.string(), (name) => {
      const csv = sheetCsv([[name]]).slice(1, -2);
      const cell = csv.startsWith('"') ? csv.slice(1, -1).replaceAll('""', '"') : csv;
      expect(/^[=+\-@\t\r]/.test(cell)).toBe(false);
      expect(cell.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(name);
    }));
  });
});
