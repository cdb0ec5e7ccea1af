// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, err, ok, parseDate, type Problem, type Result } from '#kernel';
import type { Question } from './questionnaire.js';

/** The value of an answer, as its fact takes it. */
export type AnswerValue = string | number;

const MOST: Readonly<Record<'COUNT' | 'AMOUNT' | 'SHARE', number>> = { COUNT: 100_000_000, AMOUNT: 1_000_000_000, SHARE: 1 };
const YES_WORDS = new Set(['ja', 'j', 'yes', 'y', 'true', 'wahr', 'x', '1']);
const NO_WORDS = new Set(['nein', 'n', 'no', 'false', 'falsch', '0']);

/**
 * Reads an answer, however it was given: as the value itself, or in the words of a person in German or English.
 *
 * Choices are taken by value or by wording, in any case of letters; yes and no also as truth values; numbers with decimal comma or point, shares also in percent;
 * days as `2027-06-30` or `30.06.2027`.
 *
 * @returns the value; `SCORING.ANSWER_OUT_OF_SCALE` with what is allowed
 */
export function readAnswer(question: Question, given: unknown): Result<AnswerValue, Problem> {
  const value = question.kind === 'CHOICE' ? choiceOf(question, given) : question.kind === 'DAY' ? dayOf(given) : numberOf(question.kind, given);
  if (value !== null) return ok(value);
  return err({ code: 'SCORING.ANSWER_OUT_OF_SCALE', question: question.id, value: shown(given), allowed: allowedFor(question) });
}

/** What can be answered, in words that are the same in every language: values, or the range of a number. */
export function allowedFor({ kind, values }: Question): readonly string[] {
  switch (kind) {
    case 'CHOICE':
      return Object.keys(values);
    case 'DAY':
      return ['YYYY-MM-DD'];
    case 'COUNT':
      return [`0, 1, 2 … ${MOST.COUNT}`];
    default:
      return [`0 … ${MOST[kind]}`];
  }
}

function choiceOf({ values }: Question, given: unknown): string | null {
  if (typeof given === 'boolean') return Object.hasOwn(values, 'YES') ? (given ? 'YES' : 'NO') : null;
  if (typeof given !== 'string') return null;
  const word = given.trim().toLowerCase();
  const found = Object.keys(values).find((value) => value.toLowerCase() === word || values[value]!.de.toLowerCase() === word || values[value]!.en.toLowerCase() === word);
  if (found !== undefined) return found;
  if (!Object.hasOwn(values, 'YES')) return null;
  return YES_WORDS.has(word) ? 'YES' : NO_WORDS.has(word) ? 'NO' : null;
}

function dayOf(given: unknown): string | null {
  return typeof given === 'string' ? (calendarDate(given.trim()) ?? parseDate(given)) : null;
}

function numberOf(kind: 'COUNT' | 'AMOUNT' | 'SHARE', given: unknown): number | null {
  const value = typeof given === 'number' ? given : typeof given === 'string' ? numberIn(given, kind) : null;
  if (value === null || !Number.isFinite(value) || value < 0 || value > MOST[kind]) return null;
  return kind === 'COUNT' && !Number.isInteger(value) ? null : value + 0;
}

/** `1200`, `1.200`, `1,200.5`, `1.200,5`, `0,75`, `75 %`; a single separator before three digits groups them, unless the number is a share. */
function numberIn(text: string, kind: 'COUNT' | 'AMOUNT' | 'SHARE'): number | null {
  const match = /^([\d., \u00a0\u202f']{1,30}?)\s*(%?)$/.exec(text.trim());
  if (!match || (match[2] === '%' && kind !== 'SHARE')) return null;
  const digits = match[1]!.replace(/[\s\u00a0\u202f']/g, '');
  const grouped = kind === 'SHARE' ? null : /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.exec(digits);
  const both = /^\d{1,3}(?:([.,])\d{3})+(?!\1)[.,](\d+)$/.exec(digits);
  const plain = grouped
    ? digits.replaceAll(grouped[1]!, '')
    : both
      ? `${digits.slice(0, -both[2]!.length - 1).replaceAll(both[1]!, '')}.${both[2]}`
      : digits.replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null;
  return match[2] === '%' ? Number(plain) / 100 : Number(plain);
}

function shown(given: unknown): string {
  return (typeof given === 'string' ? given : (JSON.stringify(given) ?? String(given))).slice(0, 80);
}
