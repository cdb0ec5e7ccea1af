// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ArchiveMember } from '../../packed/archive.js';
import { Unreadable } from '../../unreadable.js';
import { readWholePart } from './parts.js';

/** The texts of a workbook, each told once, may not be longer than this together, in UTF-16 units. */
const LONGEST_TOGETHER = 268_435_456;

/** Reads the texts that cells point at by number; phonetic hints are left out. @source ECMA-376 part 1, 18.4 */
export async function readSharedStrings(member: ArchiveMember): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let total = 0;
  let isText = false;
  let phonetic = 0;
  await readWholePart(member, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = phonetic === 0;
      else if (name === 'rPh') phonetic++;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        total += text.length;
        if (total > LONGEST_TOGETHER) throw new Unreadable({ code: 'IMPORTING.WORKBOOK_TOO_LARGE', most: LONGEST_TOGETHER });
        strings.push(unescaped(text));
      }
    },
  });
  return strings;
}

/** Characters that XML cannot hold stand as `_x000D_` in workbooks. @source ECMA-376 part 1, 22.9.2.19 */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}
