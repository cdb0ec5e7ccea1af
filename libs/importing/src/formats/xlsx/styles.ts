// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ArchiveMember } from '../../packed/archive.js';
import { readWholePart } from './parts.js';

/** Built-in number formats that show a day. @source ECMA-376 part 1, 18.8.30 (and the ids that East Asian versions use for dates) */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** For each cell style, whether numbers in it are shown as days. */
export async function readDateStyles(member: ArchiveMember): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isCellFormats = false;
  await readWholePart(member, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isCellFormats = true;
      else if (name === 'xf' && isCellFormats) styles.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return styles.map((id) => {
    const code = codes.get(id);
    return code === undefined ? BUILT_IN_DATES.has(id) : isDateCode(code);
  });
}

/** Whether a format code shows a day: it has a year or a day outside of texts, colours, languages and durations. */
export function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] as string;
  return /[ydjt]/i.test(bare.replace(/general|standard|text/gi, '')) && !/[0#?]/.test(bare.replace(/\.0+/g, ''));
}
