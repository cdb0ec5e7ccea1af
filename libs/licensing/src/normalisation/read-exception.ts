// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { exceptionRows } from '../data/exceptions.js';
import { wordsOf } from './words.js';

/** Words that name an exception in the wild, with the ids for the second and third version of the GNU licenses. */
const WORDS: readonly (readonly [RegExp, string | readonly [second: string, third: string]])[] = [
  [/\bclass\s*-?path\b|\bcpe\b|\bce\b/i, 'Classpath-exception-2.0'],
  [/\bautoconf\b/i, ['Autoconf-exception-2.0', 'Autoconf-exception-3.0']],
  [/\bbison\b/i, 'Bison-exception-2.2'],
  [/\bgcc\b|\bruntime library\b/i, ['GCC-exception-2.0', 'GCC-exception-3.1']],
  [/\bfont\b/i, 'Font-exception-2.0'],
  [/\bllvm\b/i, 'LLVM-exception'],
  [/\buniversal foss\b|\bfoss\b|\bfloss\b/i, 'Universal-FOSS-exception-1.0'],
  [/\blibtool\b/i, 'Libtool-exception'],
  [/\bswift\b/i, 'Swift-exception'],
  [/\bwx\s*widgets\b|\bwx\s*windows\b/i, 'WxWindows-exception-3.1'],
  [/\blinux[- ]syscall\b/i, 'Linux-syscall-note'],
  [/\bu-?boot\b/i, 'u-boot-exception-2.0'],
  [/\bbootloader\b/i, 'Bootloader-exception'],
  [/\becos\b/i, 'eCos-exception-2.0'],
  [/\bocaml\b/i, 'OCaml-LGPL-linking-exception'],
  [/\bqt\b/i, 'Qt-GPL-exception-1.0'],
  [/\btexinfo\b/i, 'Texinfo-exception'],
];

const byWords = new Map(exceptionRows.map((row) => [wordsOf(row.id).join(' '), row.id]));

/** The exception that the words after "with" name, or null where none is certain ("with exceptions", "with OpenSSL exception"). */
export function readException(text: string, license: string): string | null {
  const listed = byWords.get(wordsOf(text).join(' '));
  if (listed !== undefined) return listed;
  const ids = WORDS.find(([pattern]) => pattern.test(text))?.[1];
  if (ids === undefined || typeof ids === 'string') return ids ?? null;
  return /-3\.0/.test(license) ? ids[1] : ids[0];
}
