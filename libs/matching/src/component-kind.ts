// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { COMPONENT_PHRASES, type ComponentKind } from './data/component-words.js';
import type { ReadTitle } from './read-title.js';
import type { Token } from './tokens.js';

/** A component found in a title, and which tokens say so. */
export interface FoundComponent {
  readonly kind: ComponentKind;
  readonly tokens: ReadonlySet<number>;
}

const PHRASES_BY_FIRST_WORD = new Map<string, { kind: ComponentKind; words: string[] }[]>();
for (const [kind, phrases] of COMPONENT_PHRASES) {
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    PHRASES_BY_FIRST_WORD.set(words[0]!, [...(PHRASES_BY_FIRST_WORD.get(words[0]!) ?? []), { kind, words }]);
  }
}

/** A Knowledge Base article number, as Windows updates carry it. */
const KNOWLEDGE_BASE = /^kb\d{6,8}$/;

/**
 * Decides whether a title names a component: by phrases (updates, drivers, language packs, redistributables, add-ins, installers' helpers), article numbers
 * of patches, or the name of a package part.
 *
 * @returns the kind that stands first in the order update, driver, language pack, runtime, add-on, support tool; null where the title names none
 */
export function componentOf(title: ReadTitle): FoundComponent | null {
  const { tokens } = title;
  const named = new Map<ComponentKind, Set<number>>();
  const note = (kind: ComponentKind, from: number, length: number): void => {
    const places = named.get(kind) ?? new Set<number>();
    for (let offset = 0; offset < length; offset++) places.add(from + offset);
    named.set(kind, places);
  };
  for (let at = 0; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (text.startsWith('kb') && KNOWLEDGE_BASE.test(text)) note('UPDATE', at, 1);
    const phrases = PHRASES_BY_FIRST_WORD.get(text);
    if (phrases === undefined) continue;
    for (const { kind, words } of phrases) if (words.every((word, offset) => tokens[at + offset]?.text === word) && !(words[0] === 'cumulative' && tokens[at]!.kind === 'VERSION')) note(kind, at, words.length);
  }
  const length = updateOfSomething(tokens);
  if (length > 0) note('UPDATE', 0, length);
  for (const [kind] of COMPONENT_PHRASES) if (named.has(kind)) return { kind, tokens: new Set([...named.values()].flatMap((places) => [...places])) };
  return null;
}

/** "Service Pack 2 for …", "Cumulative Update 5 für …": how many tokens say so; 0 where the title does not begin like that. */
function updateOfSomething(tokens: readonly Token[]): number {
  const at = tokens.findIndex(({ text }) => /^(?:for|fuer|pour|dla)$/.test(text));
  const before = tokens.slice(0, Math.max(at, 0));
  const named = before.some(({ text }) => /^(?:update|patch|hotfix|pack|sp\d+|cu\d+)$/.test(text));
  return named && before.every(({ text }) => /^(?:service|feature|cumulative|security|update|patch|hotfix|pack|sp\d+|cu\d+|kb\d+|[\d.]+)$/.test(text)) ? before.length : 0;
}
