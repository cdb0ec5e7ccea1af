// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { editionClass } from './alias-keys.js';
import { EVERYDAY_WORDS } from './data/everyday-words.js';
import type { EditionClass } from './data/editions.js';
import { TELLING_ALONE } from './data/generic-words.js';
import type { KnownName, KnownNames } from './known-names.js';
import type { TitleName } from './title-name.js';
import type { Token } from './tokens.js';
import { compareVendor, type VendorEvidence } from './vendor-name.js';

/** How sure it is that a name found in the title means its product, and why. */
export interface JudgedName {
  readonly product: number;
  readonly confidence01: number;
  readonly reasons: readonly Problem[];
  readonly literal: boolean;
  readonly vendor: VendorEvidence;
}

/** What is known about how the name was found. */
export interface FoundName {
  readonly name: KnownName;
  readonly wholeTitle: boolean;
  /** Letters corrected; 0 for the name as it stands. */
  readonly edits: number;
}

/** Without a vendor, letters are corrected in names of this length only; from the second length on a person is asked. */
const LONG_ENOUGH_TO_CORRECT = 10;
const LONG_ENOUGH_TO_ASK = 8;

/**
 * Weighs one found name: the vendor beside the title and inside it, how telling the name is, the edition, remarks in brackets, corrected letters.
 *
 * @returns confidence 0 where it is rather another: a word that many products are called by, or letters to correct, and another vendor ("Tableau Server")
 * @param givenVendor telling words of the publisher beside the title; empty where there is none
 */
export function judgeName(found: FoundName, title: TitleName, givenVendor: readonly string[], known: KnownNames): JudgedName {
  const { name, edits } = found;
  const product = known.products[name.product]!;
  const reasons: Problem[] = [edits === 0 ? { code: 'MATCHING.NAME_EQUAL', alias: name.alias } : { code: 'MATCHING.NAME_CORRECTED', alias: name.alias, edits }];
  const vendor = vendorEvidence(name, title, givenVendor, known);
  let confidence01 = edits > 0 ? 0.9 - 0.03 * edits : name.literal ? 0.95 : 0.92;
  if (vendor === 'CONFIRMED') {
    confidence01 += 0.04;
    reasons.push({ code: 'MATCHING.VENDOR_CONFIRMED', vendor: product.vendorName });
  } else if (vendor === 'DIFFERENT') {
    confidence01 = name.generic || edits > 0 ? 0 : isCoined(name) && found.wholeTitle && isUnheardOf(name, title, givenVendor, known) ? 0.82 : Math.min(confidence01, 0.55);
    reasons.push({ code: 'MATCHING.VENDOR_DIFFERS', given: givenVendor.join(' ') || title.vendorMarks.find((mark) => mark !== null)?.join(' '), expected: product.vendorName });
  } else if (name.generic && !(name.literal && found.wholeTitle && isTellingAlone(name))) {
    confidence01 = Math.min(confidence01, 0.6);
    reasons.push({ code: 'MATCHING.NAME_GENERIC', alias: name.key });
  } else if (name.generic) confidence01 -= 0.12;
  if (edits > 0 && vendor === 'UNKNOWN' && name.key.length < LONG_ENOUGH_TO_CORRECT) confidence01 = name.key.length < LONG_ENOUGH_TO_ASK ? 0 : Math.min(confidence01, 0.65);
  if (isOtherEdition(name, title.tokens, known.editions[name.product]!)) {
    confidence01 = Math.min(confidence01, 0.6);
    reasons.push({ code: 'MATCHING.EDITION_DIFFERS', alias: name.alias });
  }
  if (title.remark.size > 0) {
    confidence01 -= name.generic || name.key.length < 4 ? 0.3 : 0.1;
    reasons.push({ code: 'MATCHING.REMARK_LEFT_OUT', words: [...title.remark].map((at) => title.tokens[at]!.text) });
  }
  return { product: name.product, confidence01: Math.max(0, Math.round(confidence01 * 1000) / 1000), reasons, literal: name.literal, vendor };
}

/** The spelling was listed with an edition and the title has none, or one is free and the other is not; so for the product's own name, whatever the spelling. */
function isOtherEdition({ droppedEdition, words }: KnownName, tokens: readonly Token[], ofProduct: EditionClass | null): boolean {
  const ofTitle = editionClass(tokens);
  const left = editionClass(tokens.filter(({ text }) => !words.includes(text)));
  const isFreeAgainstPaid = (one: EditionClass, other: EditionClass): boolean => one !== other && (one === 'FREE' || other === 'FREE');
  if (droppedEdition !== null && (ofTitle === null || isFreeAgainstPaid(ofTitle, droppedEdition))) return true;
  return left !== null && ofProduct !== null && left !== 'NEUTRAL' && ofProduct !== 'NEUTRAL' && isFreeAgainstPaid(left, ofProduct);
}

/** A name that nobody else has: a word that somebody made up, by its inner capital or digit (`AutoHotkey`, `KDiff3`), or several words (`Double Commander`). */
function isCoined({ alias, literal, key, words }: KnownName): boolean {
  return literal && key.length >= 6 && (/\p{Ll}\p{Lu}|\p{L}\d/u.test(alias) || words.filter((word) => /[a-z]{3}/.test(word)).length > 1);
}

/** A publisher that makes nothing else we know: a private name, a packager, or a company's earlier name. A vendor inside the title is never one. */
function isUnheardOf({ words }: KnownName, { tokens, vendorMarks }: TitleName, givenVendor: readonly string[], known: KnownNames): boolean {
  return givenVendor.length > 0 && vendorMarks.every((mark, at) => mark === null || words.includes(tokens[at]!.text)) && !known.vendorKeys.has(givenVendor.join('')) && !givenVendor.some((word) => word.length >= 4 && known.vendorKeys.has(word));
}

/** One word that many are called by needs the vendor; several together, as the catalogue lists them, or one like "Outlook" do not. */
function isTellingAlone({ key, words }: KnownName): boolean {
  return words.some((word) => TELLING_ALONE.has(word)) || (!EVERYDAY_WORDS.has(key) && words.filter((word) => !/^[\d.]+$/.test(word)).length > 1);
}

/** The worst that the publisher beside the title and vendors named inside it say; inside, a vendor that is part of the name itself is no evidence against. */
function vendorEvidence(name: KnownName, title: TitleName, givenVendor: readonly string[], known: KnownNames): VendorEvidence {
  const vendor = known.vendors[name.product]!;
  const beside = compareVendor(givenVendor, vendor);
  let inside: VendorEvidence = 'UNKNOWN';
  for (let at = 0; at < title.vendorMarks.length; at++) {
    const mark = title.vendorMarks[at];
    if (mark === null || mark === undefined) continue;
    const evidence = compareVendor(mark, vendor);
    // of a common word neither its own letters nor a sister company are evidence: `GitHub Copilot` is not Microsoft's other Copilot
    if (evidence === 'CONFIRMED' && name.generic && (name.words.includes(title.tokens[at]!.text) || (!isTellingAlone(name) && mark.join('') !== vendor.ownKey))) continue;
    if (evidence === 'CONFIRMED') inside = inside === 'DIFFERENT' ? inside : 'CONFIRMED';
    else if (inside === 'CONFIRMED' && title.tokens[at]!.bracket > 0) continue;
    else if (evidence === 'DIFFERENT' && !name.words.includes(title.tokens[at]!.text)) inside = 'DIFFERENT';
    else if (evidence === 'UNKNOWN' && !name.words.includes(title.tokens[at]!.text)) inside = 'DIFFERENT';
  }
  if (beside === 'DIFFERENT' || inside === 'DIFFERENT') return 'DIFFERENT';
  return beside === 'CONFIRMED' || inside === 'CONFIRMED' ? 'CONFIRMED' : 'UNKNOWN';
}
