// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Random } from '#kernel';

const MOST_CHANGES = 6;
const LONGEST_BYTES = 200_000;
/** What parsers stumble over: ends of things, beginnings of other formats, numbers at borders, names with a meaning in JavaScript. */
const TOKENS: readonly Uint8Array[] = [
  '', '\0', '\uFEFF', '\r', '\n\n', '"', "'", '\\', '\\u0000', '\\ud800', '{', '}', '[', ']', '(', ')', ',', ';', ':', '\t', '|', '&a [*a, *a]', '*a', '<<: *a', '!!js/function', '---\n', '<!DOCTYPE a [<!ENTITY b "bb">]>', '&b;', ']]>', '<a>', '</a>', '<![CDATA[',
  '__proto__', 'constructor', 'prototype', 'toString', 'null', 'true', 'NaN', '-0', '1e999', '-1', '9007199254740993', '99999999999999999999', '0x10', '1.5', '2024-02-30', '9999-12-31', '0000-00-00', '\u202E', '\u{1F4A9}', 'İ', 'ß', 'GPL-2.0-only WITH Classpath-exception-2.0', ' AND ', ' OR ', ' WITH ', '+', 'LicenseRef-', 'DocumentRef-:', 'pkg:npm/%00', '=1+1', 'sep=;\n', 'PK\x03\x04', '<?xml version="1.0" encoding="utf-7"?>', 'SPDXVersion: SPDX-2.3\n', '{"bomFormat":"CycloneDX"}',
].map((token) => new TextEncoder().encode(token));
const NESTS: readonly (readonly [string, string])[] = [['[', ']'], ['{"a":', '}'], ['(', ')'], ['<a>', '</a>'], ['- ', ''], ['[[', ''], ['"', '"']];

/** A valid sample, damaged a few times over; the same chance gives the same input. */
export function mutate(samples: readonly Uint8Array[], random: Random): Uint8Array {
  const below = (end: number) => Math.floor(random() * end);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  let bytes = pick(samples);
  for (let change = below(MOST_CHANGES); change >= 0; change--) bytes = changed(bytes);
  return bytes.length > LONGEST_BYTES ? bytes.subarray(0, LONGEST_BYTES) : bytes;

  function changed(from: Uint8Array): Uint8Array {
    const at = below(from.length + 1);
    const length = below(Math.min(from.length - at, 1 + below(200)) + 1);
    switch (below(9)) {
      case 0:
        return replaced(from, at, Math.min(1, from.length - at), Uint8Array.of(below(256)));
      case 1:
        return replaced(from, at, Math.min(1, from.length - at), Uint8Array.of((from[at] ?? 0) ^ (1 << below(8))));
      case 2:
        return replaced(from, at, length, new Uint8Array());
      case 3:
        return replaced(from, at, 0, from.subarray(at, at + length));
      case 4:
        return replaced(from, at, length, pick(TOKENS));
      case 5:
        return replaced(from, at, 0, pick(TOKENS));
      case 6: {
        const other = pick(samples);
        const start = below(other.length + 1);
        return replaced(from, at, length, other.subarray(start, start + below(400)));
      }
      case 7:
        return random() < 0.2 ? nested(from, at) : from.subarray(0, at);
      default:
        return replaced(from, at, length, Uint8Array.from({ length: below(40) }, () => below(256)));
    }
  }

  function nested(from: Uint8Array, at: number): Uint8Array {
    const [open, close] = pick(NESTS);
    const depth = 1 + below(3_000);
    return replaced(from, at, 0, new TextEncoder().encode(open.repeat(depth) + close.repeat(depth)));
  }
}

function replaced(from: Uint8Array, at: number, length: number, by: Uint8Array): Uint8Array {
  const made = new Uint8Array(from.length - length + by.length);
  made.set(from.subarray(0, at));
  made.set(by, at);
  made.set(from.subarray(at + length), at + by.length);
  return made;
}
