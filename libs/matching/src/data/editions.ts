// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Words that name an edition, with its class: a product's free and its paid edition may have different licenses, so they are not taken for each other.
 * Own collection from product names, English, German, French, Polish.
 */
export const EDITION_WORDS: ReadonlyMap<string, EditionClass> = new Map<string, EditionClass>([
  ...paid('professional', 'pro', 'prof', 'professionell', 'professionnel', 'professionnelle', 'profesjonalny', 'standard', 'std', 'enterprise', 'ent', 'premium', 'ultimate', 'business', 'corporate',
    'datacenter', 'commercial', 'proplus', 'subscription', 'volume', 'retail', 'oem', 'vl', 'workgroup', 'advanced', 'entreprise'),
  ...free('community', 'ce', 'free', 'freeware', 'trial', 'evaluation', 'eval', 'testversion'),
  ...neutral('home', 'student', 'students', 'education', 'educational', 'academic', 'esr', 'lts', 'ltsr', 'ltsc', 'ltsb', 'portable', 'personal', 'dc', 'cc', 'essentials', 'classic', 'starter', 'basic',
    'privat', 'einzelplatz', 'famille', 'foyer', 'netzwerkversion', 'mehrplatz', 'stable', 'ee', 'se', 'se2', 'xe'),
]);

/** Words that name an edition only behind a version or before the word "edition": `SQL Server 2017 Express`, but not `Outlook Express`. */
export const WEAK_EDITION_WORDS: ReadonlyMap<string, EditionClass> = new Map<string, EditionClass>([...free('express', 'lite'), ...neutral('plus', 'developer', 'web', 'mini', 'core', 'small', 'compact'), ...paid('foundation')]);

/** Words that say "edition" themselves. */
export const EDITION_MARKERS: ReadonlySet<string> = new Set(['edition', 'editions', 'ausgabe', 'edycja', 'edition.']);

export type EditionClass = 'FREE' | 'PAID' | 'NEUTRAL';

function paid(...words: string[]): [string, EditionClass][] {
  return words.map((word) => [word, 'PAID']);
}
function free(...words: string[]): [string, EditionClass][] {
  return words.map((word) => [word, 'FREE']);
}
function neutral(...words: string[]): [string, EditionClass][] {
  return words.map((word) => [word, 'NEUTRAL']);
}
