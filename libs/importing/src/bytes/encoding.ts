// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Encodings that inventories come in; `windows-1252` stands for ISO-8859-1 too, which it contains. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'cp850';

/** An encoding and the length of the byte order mark that told it (0 without one). */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly bomBytes: number;
  /** True where the bytes seen would read the same in UTF-8 and in Windows-1252, so that a later byte has to decide. */
  readonly isAsciiSoFar: boolean;
}

/** ü ä ö of code page 850, which Windows consoles write in German. */
const CP850_UMLAUTS: ReadonlySet<number> = new Set([0x81, 0x84, 0x94]);
/** Ä Ö Ü of code page 850, at the beginning of words. */
const CP850_CAPITALS: ReadonlySet<number> = new Set([0x8e, 0x99, 0x9a]);
const SHARP_S_OF_850 = 0xe1;
/** € of ISO-8859-15, where Windows-1252 has the sign ¤ that nobody uses. */
const EURO_OF_8859_15 = 0xa4;

/**
 * Tells the encoding of text from its first bytes.
 *
 * @returns the encoding of the byte order mark; without one, UTF-16 where every second byte is 0, UTF-8 where it is valid (but for a few places), else the single-byte
 *   encoding in which most high bytes are letters; null for what is not text (empty input is UTF-8)
 */
export function detectEncoding(head: Uint8Array, isWhole: boolean): DetectedEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3, isAsciiSoFar: false };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2, isAsciiSoFar: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2, isAsciiSoFar: false };
  const counts = countBytes(head);
  const pairs = Math.max(1, head.length >> 1);
  if (counts.oddZeros / pairs > 0.5 && counts.evenZeros / pairs < 0.05) return { encoding: 'utf-16le', bomBytes: 0, isAsciiSoFar: false };
  if (counts.evenZeros / pairs > 0.5 && counts.oddZeros / pairs < 0.05) return { encoding: 'utf-16be', bomBytes: 0, isAsciiSoFar: false };
  if (isBinary(head, counts)) return null;
  if (counts.high === 0) return { encoding: 'utf-8', bomBytes: 0, isAsciiSoFar: true };
  if (isUtf8(head, isWhole)) return { encoding: 'utf-8', bomBytes: 0, isAsciiSoFar: false };
  return { encoding: singleByteEncoding(head), bomBytes: 0, isAsciiSoFar: false };
}

interface ByteCounts {
  evenZeros: number;
  oddZeros: number;
  controls: number;
  high: number;
}

function countBytes(head: Uint8Array): ByteCounts {
  const counts: ByteCounts = { evenZeros: 0, oddZeros: 0, controls: 0, high: 0 };
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] as number;
    if (byte === 0) {
      if (at % 2 === 0) counts.evenZeros++;
      else counts.oddZeros++;
    } else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) counts.controls++;
    else if (byte >= 0x80) counts.high++;
  }
  return counts;
}

/** Text has next to no zeros and control characters; a few are taken for damage in single lines. */
function isBinary(head: Uint8Array, counts: ByteCounts): boolean {
  const odd = counts.evenZeros + counts.oddZeros + counts.controls;
  return odd > 4 && odd / head.length > 0.005;
}

/** Faults per sequence of UTF-8 up to which a file is taken for damaged UTF-8 rather than for another encoding. */
const MOST_FAULTS_01 = 0.25;

/** Whether the bytes are UTF-8, a few damaged places allowed; a sequence cut by the end of the head is forgiven unless the head is the whole file. */
function isUtf8(head: Uint8Array, isWhole: boolean): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head, { stream: !isWhole });
  let faults = 0;
  let sequences = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) faults++;
    else if (code >= 0x80) sequences++;
  }
  return faults === 0 || faults <= sequences * MOST_FAULTS_01;
}

/**
 * Tells single-byte encodings apart by their letters: umlauts of code pages 850 and 437 (which have them in the same places) stand inside of words, or begin them, where Windows-1252 has
 * quotation marks and signs. The place of ß there is á in Windows-1252, which says nothing.
 */
function singleByteEncoding(head: Uint8Array): Encoding {
  let cp850 = 0;
  let latin = 0;
  let windowsOnly = 0;
  let euros = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] as number;
    if (byte < 0x80 || byte === SHARP_S_OF_850) continue;
    const isBeforeLetter = isLetter850(head[at + 1]);
    if (CP850_UMLAUTS.has(byte) && (isLetter850(head[at - 1]) || (isBeforeLetter && head[at - 1] !== 0x20))) cp850++;
    else if (CP850_CAPITALS.has(byte) && isBeforeLetter) cp850++;
    else if (byte < 0xa0) windowsOnly++;
    else if (byte >= 0xc0) latin++;
    else if (byte === EURO_OF_8859_15) euros++;
  }
  if (cp850 > latin && cp850 > windowsOnly) return 'cp850';
  return euros > 0 && windowsOnly === 0 && cp850 === 0 ? 'iso-8859-15' : 'windows-1252';
}

function isLetter850(byte: number | undefined): boolean {
  return isAsciiLetter(byte) || (byte !== undefined && (CP850_UMLAUTS.has(byte) || byte === SHARP_S_OF_850));
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
