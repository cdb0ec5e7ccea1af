// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Chance } from './chance.js';

const LEGAL_FORM = /,?\s+(GmbH( & Co\. KG)?|AG|SE|e\. ?V\.|Inc\.?|Corp(oration|\.)?|Ltd\.?|LLC|AöR|Foundation)$/i;

/** UTF-8 read as Windows-1252: what happens to umlauts when an export names the wrong encoding. */
export function mojibake(text: string): string {
  return text.replace(/[äöüÄÖÜßé®–]/g, (letter) => (({ ä: 'Ã¤', ö: 'Ã¶', ü: 'Ã¼', Ä: 'Ã„', Ö: 'Ã–', Ü: 'Ãœ', ß: 'ÃŸ', é: 'Ã©', '®': 'Â®', '–': 'â€“' }) as Record<string, string>)[letter] ?? letter);
}

/** One slip of the keyboard in one of the longer words: a letter left out, doubled, or two swapped. Digits stay; a text without such a word stays as it is. */
export function slip(text: string, chance: Chance): string {
  const words = [...text.matchAll(/\p{L}{5,}/gu)];
  if (words.length === 0) return text;
  const word = chance.pick(words);
  const at = word.index + chance.whole(1, word[0].length - 2);
  const kind = chance.whole(0, 2);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text.charAt(at) + text.slice(at);
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/** The title as a worse source would have written it. */
export function misspell(text: string, chance: Chance): string {
  const kind = chance.next();
  if (kind < 0.3) return slip(text, chance);
  if (kind < 0.45) return text.toUpperCase();
  if (kind < 0.55) return text.toLowerCase();
  if (kind < 0.65) return text.replace(/ /, '  ');
  if (kind < 0.72) return text.replace(/ /, '\u00a0');
  if (kind < 0.8) return text.replace(/^(\S+)/, chance.pick(['$1®', '$1(R)', '$1™']));
  if (kind < 0.9) return /[äöüß]/i.test(text) ? mojibake(text) : slip(text, chance);
  return /[äöüß]/i.test(text) ? text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/Ä/g, 'Ae').replace(/Ö/g, 'Oe').replace(/Ü/g, 'Ue').replace(/ß/g, 'ss') : `${text} `.replace(/ $/, '.');
}

/** The vendor as inventories name it: in full, without its legal form, in other letters, or not at all. */
export function spellVendor(vendor: string, chance: Chance): string | null {
  const kind = chance.next();
  const short = vendor.replace(LEGAL_FORM, '');
  if (kind < 0.45) return vendor;
  if (kind < 0.6) return short;
  if (kind < 0.68) return /^Microsoft/.test(vendor) ? 'Microsoft Corporation' : `${short} ${chance.pick(['Inc.', 'GmbH', 'Ltd.', 'AG', 'Corp.'])}`;
  if (kind < 0.75) return short.toUpperCase();
  if (kind < 0.8) return mojibake(vendor);
  if (kind < 0.83) return chance.pick(['k.A.', 'unbekannt', 'Unknown', '-', 'N/A']);
  if (kind < 0.86) return slip(short, chance);
  return null;
}
