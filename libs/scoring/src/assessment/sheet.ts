// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, guarded, ok, parseDate, type CalendarDate, type Language, type Problem, type Result } from '#kernel';
import { allowedFor } from './read-answer.js';
import { choicesOf, type Question, type Questionnaire } from './questionnaire.js';
import type { Wording } from '../model.js';

/** What a row of the sheet asks about. */
export interface SheetSubject {
  /** Key and name of a product, or of an archetype. */
  readonly kind: 'PRODUCT' | 'ARCHETYPE';
  readonly key: string;
  readonly name: string;
  /** The product that would replace it, where the question is about both. */
  readonly alternative: { readonly key: string; readonly name: string } | null;
}

/** An answer as it stands in a sheet, with its place; still to be read by its question. */
export interface SheetAnswer {
  readonly line: number;
  /** 1-based column of the answer's cell. */
  readonly column: number;
  readonly product: string | null;
  readonly archetype: string | null;
  readonly alternative: string | null;
  readonly question: string;
  readonly answer: string;
  readonly author: string | null;
  readonly source: string | null;
  readonly answeredOn: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

const COLUMNS = {
  product: { de: 'Produkt (Schlüssel)', en: 'Product (key)' },
  productName: { de: 'Produkt', en: 'Product' },
  archetype: { de: 'Produktart (Schlüssel)', en: 'Archetype (key)' },
  alternative: { de: 'Alternative (Schlüssel)', en: 'Alternative (key)' },
  alternativeName: { de: 'Alternative', en: 'Alternative' },
  question: { de: 'Frage (Kennung)', en: 'Question (id)' },
  text: { de: 'Frage', en: 'Question' },
  allowed: { de: 'Mögliche Antworten', en: 'Possible answers' },
  answer: { de: 'Antwort', en: 'Answer' },
  author: { de: 'Beantwortet von', en: 'Answered by' },
  source: { de: 'Quelle', en: 'Source' },
  answeredOn: { de: 'Beantwortet am', en: 'Answered on' },
  validUntil: { de: 'Gültig bis', en: 'Valid until' },
} satisfies Record<string, Wording>;

type ColumnKey = keyof typeof COLUMNS;
const ORDER = Object.keys(COLUMNS) as ColumnKey[];
const NEEDED: readonly ColumnKey[] = ['question', 'answer'];

/** Header of the sheet in a language. */
export function sheetHeader(language: Language): string[] {
  return ORDER.map((column) => COLUMNS[column][language]);
}

/** A row that asks a question about a subject; the cells for the answer are empty. */
export function sheetRow(question: Question, { kind, key, name, alternative }: SheetSubject, language: Language): string[] {
  const allowed = question.kind === 'CHOICE' ? choicesOf(question).map((value) => question.values[value]![language]) : allowedFor(question);
  const cells: Readonly<Partial<Record<ColumnKey, string>>> = {
    product: kind === 'PRODUCT' ? key : '',
    productName: name,
    archetype: kind === 'ARCHETYPE' ? key : '',
    alternative: alternative?.key ?? '',
    alternativeName: alternative?.name ?? '',
    question: question.id,
    text: question.help === null ? question.text[language] : `${question.text[language]} (${question.help[language]})`,
    allowed: allowed.join(' | '),
  };
  return ORDER.map((column) => cells[column] ?? '');
}

/**
 * Finds the answers in a filled sheet, whatever its language and the order of its columns; rows without an answer are left out.
 *
 * @param rows with 1-based lines, the header first
 * @returns answers and problems of single cells in the order of the sheet; or `SCORING.SHEET_COLUMN_MISSING`
 */
export function readSheet(rows: readonly { readonly line: number; readonly cells: readonly string[] }[], questionnaire: Questionnaire): Result<{ readonly answers: SheetAnswer[]; readonly empty: number; readonly problems: Problem[] }, Problem> {
  // Some spreadsheets want to be told in the first line what separates cells.
  const [header, ...body] = /^sep=.?$/i.test(rows[0]?.cells[0] ?? '') ? rows.slice(1) : rows;
  const places = new Map<ColumnKey, number>();
  for (const column of ORDER) {
    const place = (header?.cells ?? []).findIndex((cell) => Object.values(COLUMNS[column]).some((name) => sameWord(name, cell)));
    if (place >= 0) places.set(column, place);
  }
  const lacking = NEEDED.find((column) => !places.has(column)) ?? (places.has('product') || places.has('archetype') ? null : 'product');
  if (lacking !== null) return err({ code: 'SCORING.SHEET_COLUMN_MISSING', line: header?.line ?? 1, expected: Object.values(COLUMNS[lacking]) });
  const known = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const answers: SheetAnswer[] = [];
  const problems: Problem[] = [];
  let empty = 0;
  for (const { line, cells } of body) {
    const at = (column: ColumnKey): string | null => {
      const place = places.get(column);
      const text = place === undefined ? '' : unguarded(cells[place] ?? '').trim();
      return text === '' ? null : text;
    };
    const answer = at('answer');
    if (answer === null) {
      empty++;
      continue;
    }
    const columnOf = (column: ColumnKey) => (places.get(column) ?? 0) + 1;
    const days = (['answeredOn', 'validUntil'] as const).map((column) => {
      const text = at(column);
      const day = text === null ? null : parseDate(text);
      if (text !== null && day === null) problems.push({ code: 'SCORING.SHEET_NOT_A_DAY', line, column: columnOf(column), value: text.slice(0, 80) });
      return { day, isFine: text === null || day !== null };
    });
    const question = at('question');
    if (question === null || !known.has(question)) problems.push({ code: 'SCORING.QUESTION_UNKNOWN', line, column: columnOf('question'), question: question ?? '' });
    else if (days.every((day) => day.isFine)) {
      answers.push({
        line, column: columnOf('answer'), product: at('product'), archetype: at('archetype'), alternative: at('alternative'), question, answer,
        author: at('author'), source: at('source'), answeredOn: days[0]!.day, validUntil: days[1]!.day,
      });
    }
  }
  return ok({ answers, empty, problems });
}

/** Takes off what {@link guarded} put in front. */
function unguarded(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** A sheet as CSV that spreadsheets of both languages open by a click: semicolons, quotes where needed, UTF-8 with its mark. */
export function sheetCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[";\r\n]/.test(guarded(text)) ? `"${guarded(text).replaceAll('"', '""')}"` : guarded(text));
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function sameWord(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}
