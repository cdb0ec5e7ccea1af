// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { MOST_TOKENS } from './limits.js';

const LONGEST = 4_000;
const HIDDEN = { kind: Kind.STRING, value: '…' } as const;

/** A document as it may stand in a log: texts and numbers that were written into it are taken out, and what is very long is cut; null where it cannot be read. */
export function withoutValues(text: string): string | null {
  try {
    const shown = visit(parse(text, { noLocation: true, maxTokens: MOST_TOKENS }), { StringValue: () => HIDDEN, IntValue: () => HIDDEN, FloatValue: () => HIDDEN, ListValue: () => HIDDEN, ObjectValue: () => HIDDEN });
    return stripIgnoredCharacters(print(shown)).slice(0, LONGEST);
  } catch {
    return null;
  }
}
