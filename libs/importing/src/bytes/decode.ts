// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import iconv from 'iconv-lite';
import type { ByteSource } from '../reading.js';
import type { DetectedEncoding, Encoding } from './encoding.js';

const ICONV_NAMES: Readonly<Record<Exclude<Encoding, 'utf-8'>, string>> = {
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  cp850: 'cp850',
};

/**
 * Turns bytes into text, piece by piece, without the byte order mark.
 *
 * Text that was plain ASCII so far and then shows a byte that UTF-8 does not allow is read as Windows-1252 from there on. Where UTF-8 has been
 * seen before, such bytes become U+FFFD and are left to the reader to report.
 */
export async function* decodeText(source: ByteSource, detected: DetectedEncoding): AsyncGenerator<string> {
  let toSkip = detected.bomBytes;
  const decoder = detected.encoding === 'utf-8' ? utf8Decoder(detected.isAsciiSoFar) : iconvDecoder(detected.encoding);
  for await (const piece of source) {
    const bytes = toSkip > 0 ? piece.subarray(toSkip) : piece;
    toSkip = Math.max(0, toSkip - piece.length);
    const text = decoder.write(bytes);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}

interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

function iconvDecoder(encoding: Exclude<Encoding, 'utf-8'>): Decoder {
  const decoder = iconv.getDecoder(ICONV_NAMES[encoding], { stripBOM: false });
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    end: () => decoder.end() ?? '',
  };
}

function utf8Decoder(mayBeWindows: boolean): Decoder {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  let fallback: Decoder | null = null;
  let isAscii = mayBeWindows;
  return {
    write(bytes) {
      if (fallback) return fallback.write(bytes);
      if (isAscii && hasHighByte(bytes)) {
        if (isPlausibleUtf8(bytes)) isAscii = false;
        else {
          fallback = iconvDecoder('windows-1252');
          return fallback.write(bytes);
        }
      }
      return lenient.decode(bytes, { stream: true });
    },
    end: () => (fallback ? fallback.end() : lenient.decode()),
  };
}

function hasHighByte(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) >= 0x80) return true;
  return false;
}

function isPlausibleUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
