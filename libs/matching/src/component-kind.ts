// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { COMPONENT_PHRASES, type ComponentKind } from './data/component-words.js';
import type { ReadTitle } from './read-title.js';

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
/** Debian and RPM names of parts; whole families of libraries, fonts and modules. */
const PACKAGE_PART = /^(?:lib(?!re(?:office|cad|wolf|nms|js|plan|book)|vir(?:t-manager)|reoffice$)[a-z0-9]|fonts?-|firmware-|linux-(?:image|headers|modules|libc|firmware)|python3?-|node-|ruby-|golang-|texlive-|gir1\.2-|php\d?(?:\.\d)?-|r-cran-|perl-|xserver-xorg-|kernel-|glibc|gcc-\d)|-(?:dev|devel|doc|docs|dbg|dbgsym|debuginfo|common|data|core|bin|libs?|l10n(?:-[a-z-]+)?|i18n|help(?:-[a-z-]+)?|plugins?|utils?|tools|lang|langpack-[a-z-]+|style-[a-z]+|gtk\d?|kf5|qt\d|java|base-drivers|backend|modules?)(?:-[a-z]{2})?$/;

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
    for (const { kind, words } of phrases) if (words.every((word, offset) => tokens[at + offset]?.text === word)) note(kind, at, words.length);
  }
  for (const [kind] of COMPONENT_PHRASES) if (named.has(kind)) return { kind, tokens: new Set([...named.values()].flatMap((places) => [...places])) };
  return null;
}

/** The package name of titles that are one: `libreoffice-core` of `libreoffice-core:amd64 1:7.4.7`; null where the title has no such shape. */
export function packageName({ text }: ReadTitle): string | null {
  const name = /^([a-z0-9][a-z0-9+.-]+)(?:[:/=_][^\s]*)?(?:\s|$)/.exec(text)?.[1];
  return name !== undefined && /[a-z]/.test(name) ? name : null;
}

/** Whether a package name is that of a part of something: a library, fonts, headers, documentation, translations. */
export function isPackagePart(name: string): boolean {
  return name.includes('-') || name.startsWith('lib') ? PACKAGE_PART.test(name) : false;
}
