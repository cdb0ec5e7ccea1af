// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { classifyTokens } from './classify-tokens.js';
import { repairText } from './repair-text.js';
import { spellOutRpm } from './rpm-line.js';
import { tokenise, type Token } from './tokens.js';

/** A title made readable and cut into classified tokens: what every later step works on. */
export interface ReadTitle {
  /** The repaired title. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Repairs, cuts and classifies a raw title; an empty or unreadable one gives no tokens. */
export function readTitle(raw: string): ReadTitle {
  const text = spellOutRpm(repairText(raw));
  const tokens = tokenise(text);
  classifyTokens(tokens, text);
  return { text, tokens };
}
