// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * An expected failure as plain data: a stable code (`STAGE.WHAT`), where it sits, and the facts needed to mend it.
 * No finished sentence: that is written at the edge, in the reader's language, by {@link describeProblem}.
 */
export interface Problem {
  readonly code: string;
  readonly file?: string;
  /** 1-based line in the file. */
  readonly line?: number;
  /** 1-based column in the line: of characters in text, of cells in tables. */
  readonly column?: number;
  /** Path to the field, for structured files: `components[3].name`. */
  readonly path?: string;
  readonly [fact: string]: unknown;
}

export type Language = 'de' | 'en';

/**
 * Sentences of one stage: for each code, what is wrong and what to do, with `{fact}` where a fact of the problem goes; `{fact:money}` for cents and
 * `{fact:number}` for amounts are written as the reader's language does.
 */
export type Messages = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const LONGEST_FACT = 200;
const LONGEST_LIST = 500;

/**
 * Writes the sentence for a problem in the reader's language.
 *
 * @returns the stage's sentence with the problem's facts filled in (lists joined by comma, long facts cut at 200 characters, long lists at 500);
 *   the bare code where no sentence is known, so that nothing is lost
 */
export function describeProblem(problem: Problem, messages: Messages, language: Language): string {
  const template = messages[problem.code]?.[language];
  if (template === undefined) return problem.code;
  return template.replace(/\{(\w+)(?::(money|number))?\}/g, (placeholder, name: string, form: 'money' | 'number' | undefined) => {
    const fact = problem[name];
    if (fact === undefined) return placeholder;
    return form !== undefined && typeof fact === 'number' && Number.isFinite(fact) ? showAmount(fact, form, language) : showFact(fact);
  });
}

const LOCALES = { de: 'de-DE', en: 'en-IE' } as const;

function showAmount(amount: number, form: 'money' | 'number', language: Language): string {
  if (form === 'number') return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(amount);
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' }).format(amount / 100);
}

function showFact(fact: unknown): string {
  const text = Array.isArray(fact)
    ? fact.map((item) => (typeof item === 'object' && item !== null ? JSON.stringify(item) : String(item))).join(', ')
    : typeof fact === 'object' && fact !== null
      ? JSON.stringify(fact)
      : String(fact);
  const longest = Array.isArray(fact) ? LONGEST_LIST : LONGEST_FACT;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
