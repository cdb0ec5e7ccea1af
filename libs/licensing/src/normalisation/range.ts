// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Whether a text grants later versions too, binds to one, or does not say. */
export type Range = 'only' | 'or-later' | 'unsaid';

const LATER =
  /[,;(]?\s*(?:either\s+)?(?:(?:and|or|oder|und|ou|et)(?:\s*\(?\s*(?:at your (?:option|choice)|nach ihrer wahl)\s*\)?,?)?\s+)(?:\(?(?:at your (?:option|choice)|nach ihrer wahl)\)?,?\s+)?(?:any\s+|all\s+|jede[rn]?\s+|einer\s+|toute\s+version\s+)?(?:later|newer|higher|greater|above|upwards?|neuer|höher|später|ultérieure|supérieure)(?:e[rn]?)?(?:\s+versions?(?:\s+\d)?)?\)?|[-_\s]or[-_]later\b|\bor[-_\s]*later\b|\bany (?:later )?version\b|>=\s*(?=v?\d)|(?<=[\dA-Za-z])\+(?=$|[\s),;])/i;
const ONLY = /[-_\s(,]+(?:only|nur)\b\)?|^nur\s+/i;

/** A text without the words that say its range of versions, and the range. */
export interface RangedText {
  readonly text: string;
  readonly range: Range;
}

/** Separates "or later", "+", "any later version", "oder neuer", "only" from the rest of a license name. */
export function separateRange(given: string): RangedText {
  const text = given.replace(/\s+/g, ' '); // the patterns would try every blank of a long row with every other
  if (LATER.test(text)) return { text: text.replace(LATER, ' '), range: 'or-later' };
  if (ONLY.test(text)) return { text: text.replace(ONLY, ' '), range: 'only' };
  return { text, range: 'unsaid' };
}
