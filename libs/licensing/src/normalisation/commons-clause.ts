// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** The Commons Clause as an expression. */
export const COMMONS_CLAUSE = 'LicenseRef-scancode-commons-clause';

const CLAUSE = /["“'(]*\bcommon'?s?[\s_-]*clause(?:[\s-]*licen[cs]e)?(?:[\s-]*(?:condition|restriction|addition|addendum|rider|exception|amendment))*(?:[\s,]*(?:v|version)?\s*1(?:\.0)?)?["”')]*/gi;
const BEFORE = /(?:[\s,;:/+&|()–—-]|\b(?:with|w|and|plus|(?<=\S\s)mit|und|under|unter|subject|to|modified|extended|amended|restricted|limited|by|including|incl|the|a|der|die|license|licence)\b|\bu\.)+$/i;
const AFTER = /^(?:[\s,;:/+&|().–—-]|\b(?:with|w|and|plus|und|on|top|of|to|for|applied|added|over|the|auf|zur?)\b)+/i;

/**
 * Takes the Commons Clause out of a text that adds it to a license ("MIT modified with the Commons Clause", "Commons Clause + Apache 2.0").
 *
 * @returns what is left and on which side of the clause it stood; null where the text does not speak of the clause, or only to say that it does not apply
 */
export function withoutCommonsClause(text: string): { readonly rest: string; readonly stands: 'before' | 'after' } | null {
  const at = text.search(CLAUSE);
  if (at < 0) return null;
  const [before = '', ...later] = text.split(CLAUSE);
  if (/\b(?:without|no|not|ohne|kein[e]?|removed?)\b/i.test(text)) return null;
  const head = before.replace(BEFORE, '').trim();
  const tail = later.join(' ').replace(AFTER, '').replace(BEFORE, '').trim();
  return head === '' ? { rest: tail, stands: 'after' } : { rest: `${head} ${tail}`.trim(), stands: 'before' };
}
