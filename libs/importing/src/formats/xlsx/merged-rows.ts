// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ArchiveMember } from '../../packed/archive.js';
import type { MergedRows } from '../../sheets/workbook.js';
import { columnOfReference } from './cell-reference.js';
import { textOf } from './parts.js';

const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Za-z]{1,3})(\d{1,7}):[A-Za-z]{1,3}(\d{1,7})["']/g;
/** A tag that is cut between two pieces of text is not longer than this. */
const LONGEST_TAG = 256;
const MOST_MERGED = 200_000;

/**
 * Finds cells that are merged over several rows. They are listed behind the rows, so that the part has to be gone through once before these can be read; only the list is taken
 * apart. Beyond 200,000 they are not followed.
 */
export async function readMergedRows(member: ArchiveMember): Promise<MergedRows[]> {
  const merged: MergedRows[] = [];
  let rest = '';
  for await (const piece of textOf(member)) {
    if (!piece.includes('mergeCell') && !rest.includes('mergeC')) {
      rest = piece.slice(-LONGEST_TAG);
      continue;
    }
    const text = rest + piece;
    let taken = 0;
    for (const match of text.matchAll(MERGED)) {
      taken = match.index + match[0].length;
      const [firstLine, lastLine] = [Number(match[2]), Number(match[3])];
      if (lastLine > firstLine && merged.length < MOST_MERGED) merged.push({ column: columnOfReference(match[1] as string), firstLine, lastLine });
    }
    rest = text.slice(Math.max(taken, text.length - LONGEST_TAG));
  }
  return merged.sort((a, b) => a.firstLine - b.firstLine);
}
