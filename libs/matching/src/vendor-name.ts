// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { GENERIC_WORDS } from './data/generic-words.js';
import { COMPANY_FORMS } from './data/noise-words.js';
import { GENERIC_VENDOR_WORDS, PACKAGING_PUBLISHERS } from './data/publishers-that-package.js';
import { VENDOR_GROUPS } from './data/vendor-groups.js';
import { foldLetters } from './fold-letters.js';
import { repairText } from './repair-text.js';

/** What a publisher's name says about a product's vendor. `UNKNOWN`: nothing, either side is missing or says nothing. */
export type VendorEvidence = 'CONFIRMED' | 'UNKNOWN' | 'DIFFERENT';

/** All folded words of a vendor's name, with company forms. */
export function vendorWords(name: string): string[] {
  return foldLetters(repairText(name).replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (abbreviation) => abbreviation.replaceAll('.', ''))).match(/[0-9a-z\u0370-\uffff]+/g) ?? [];
}

/** Where a vendor is asked for and there is none. */
const SAYS_NOBODY = /^(?:the )?(?:open source|free software|public domain)(?: (?:project|community|software|team))?$/;

/**
 * The words of a vendor's name that tell who it is: without company forms and words like "Software"; if nothing else is left, those stay.
 * Empty for packagers (Debian, PortableApps) and names that say nobody.
 */
export function tellingVendorWords(name: string): string[] {
  const words = vendorWords(name);
  if (words.some((word) => PACKAGING_PUBLISHERS.has(word)) || SAYS_NOBODY.test(words.join(' '))) return [];
  const withoutForms = words.filter((word) => !COMPANY_FORMS.has(word));
  const telling = withoutForms.filter((word) => !GENERIC_VENDOR_WORDS.has(word));
  return telling.length > 0 ? telling : withoutForms.length > 1 ? withoutForms : [];
}

/** One key per spelling of a vendor: the telling words, written together. */
export function vendorKey(name: string): string {
  return tellingVendorWords(name).join('');
}

const GROUP_MEMBERS = new Map<string, ReadonlySet<string>>();
for (const group of VENDOR_GROUPS) {
  const keys = group.map((name) => vendorKey(name) || vendorWords(name).join('')).filter(Boolean);
  for (const key of keys) GROUP_MEMBERS.set(key, new Set([...(GROUP_MEMBERS.get(key) ?? []), ...keys]));
}

/** The keys of a vendor and of all companies that count as the same vendor. */
export function vendorKeysWithGroup(name: string): ReadonlySet<string> {
  const key = vendorKey(name);
  if (key === '') return new Set();
  const writtenTogether = vendorWords(name).filter((word) => !COMPANY_FORMS.has(word)).join('');
  return new Set([key, writtenTogether, ...(GROUP_MEMBERS.get(key) ?? [])]);
}

/** A product's vendor as matching compares it. */
export interface ComparableVendor {
  /** Keys of the vendor, its aliases and their groups; empty where the vendor is unknown. */
  readonly keys: ReadonlySet<string>;
  /** Key of the vendor's own name, without aliases and companies that were merged into it; empty where it is unknown. */
  readonly ownKey: string;
  /** Telling words of the vendor and its aliases. */
  readonly words: ReadonlySet<string>;
  /** Compact names of the product: projects publish under their own name ("The GIMP Team"), which is no evidence either way. */
  readonly productKeys: readonly string[];
}

/** Compares a publisher, given as {@link tellingVendorWords}, with a product's vendor. */
export function compareVendor(given: readonly string[], known: ComparableVendor): VendorEvidence {
  if (given.length === 0) return 'UNKNOWN';
  const key = given.join('');
  if (known.keys.has(key)) return 'CONFIRMED';
  if (known.keys.size === 0) return 'UNKNOWN';
  if (given.some((word) => word.length >= 3 && known.words.has(word)) && given.filter((word) => known.words.has(word)).length * 2 >= given.length) return 'CONFIRMED';
  if (given.some((word) => word.length >= 4 && known.keys.has(word) && !GENERIC_WORDS.has(word))) return 'CONFIRMED';
  const group = GROUP_MEMBERS.get(key) ?? GROUP_MEMBERS.get(given[0]!);
  if (group !== undefined && given[0]!.length >= 3 && [...group].some((member) => known.keys.has(member))) return 'CONFIRMED';
  return known.productKeys.some((name) => key === name || (name.length >= 5 && key.startsWith(name)) || (key.length >= 5 && name.startsWith(key))) ? 'UNKNOWN' : 'DIFFERENT';
}
