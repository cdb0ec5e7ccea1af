// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Titles longer than this are cut: no real name is, and hostile ones may be megabytes. */
const LONGEST_TITLE = 400;

/** Windows-1252 characters that stand for bytes 0x80–0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTE_OF = new Map([...WINDOWS_1252].map((character, index) => [character, 0x80 + index]));
const PLAIN = /^[\x20-\x7e]*$/;
const SUSPECT_RUN = new RegExp(`[\\u00a0-\\u00ff${WINDOWS_1252}]{2,}`, 'g');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', reg: ' ', trade: ' ', copy: ' ', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è' };

/**
 * Makes a raw title readable: UTF-8 that was read as Windows-1252 or code page 850, decomposed letters, character references, trade mark
 * signs, control characters and unusual dashes and spaces.
 *
 * @returns one line without leading or trailing space, NFC, at most 400 UTF-16 units; the empty string where nothing is left
 */
export function repairText(raw: string): string {
  let text = raw.length > LONGEST_TITLE ? raw.slice(0, LONGEST_TITLE) : raw;
  if (text.includes('&') && text.includes(';')) text = text.replace(/&(?:#(\d{1,6})|([A-Za-z]{2,6}));/g, readEntity);
  if (!PLAIN.test(text)) text = repairUnusual(text);
  if (text.includes('(')) text = text.replace(/\((?:tm|r|c)\)/gi, ' ');
  if (text.includes(' ++')) text = text.replace(/(?<=\w) (?=\+\+(?:\s|$))/g, '');
  return text.trim();
}

function repairUnusual(text: string): string {
  return text
    .replace(SUSPECT_RUN, decodeRun)
    .replace(/(?<=\p{L})[\u0081\u0084\u0094]|[\u0081\u0084\u008e\u0094\u0099\u009a](?=\p{L})/gu, (byte) => CODE_PAGE_850[byte] ?? byte)
    .replace(/[™®©℠]/g, ' ')
    .normalize('NFKC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u3000\u00a0]/g, ' ')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd]/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[‘’‚´`]/g, "'");
}

/** Umlauts of code page 850 as they look when their byte is taken for Latin-1. */
const CODE_PAGE_850: Readonly<Record<string, string>> = { '\u0081': 'ü', '\u0084': 'ä', '\u0094': 'ö', '\u008e': 'Ä', '\u0099': 'Ö', '\u009a': 'Ü' };

function decodeRun(run: string): string {
  const bytes = Uint8Array.from(run, (character) => BYTE_OF.get(character) ?? character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return run;
  }
}

function readEntity(reference: string, number: string | undefined, name: string | undefined): string {
  if (number !== undefined) return Number(number) <= 0x10ffff ? String.fromCodePoint(Number(number)) : ' ';
  return ENTITIES[name!] ?? reference;
}
