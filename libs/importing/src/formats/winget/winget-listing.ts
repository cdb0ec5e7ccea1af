// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle } from '../../record.js';
import { isUnknownCell } from '../../table/cell-values.js';
import type { ListedLine, Listing } from '../listings/listing.js';
import { columnsOfHeader, sliceColumns } from './fixed-columns.js';

const RULER = /^-{20,}\s*$/;
/** The sign for a cut cell, and what becomes of it where UTF-8 is read as the code page of a console. */
const CUT = /(?:…|ÔÇª|âÇª|\.\.\.)$/;
/** An identifier of winget's own catalogue, as against what stands in Windows' list of programs. */
const IDENTIFIER = /^[A-Za-z0-9][\w+-]*(?:\.[\w+-]+)+$/;

function isHeader(text: string): boolean {
  return columnsOfHeader(text).length >= 3 && !/\d/.test(text);
}

function wordsOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/**
 * What `winget list` prints, in any language: columns of fixed width below a ruler, told by their order (name, identifier, version). Spinner and progress bar, which land in a file too, are
 * passed over. Where a name is cut and its identifier is not, the identifier is the title. Export: `winget list > software.txt` (better: `winget export`).
 *
 * @source winget-cli, TableOutput.h, WorkflowBase.cpp
 */
export const WINGET_LISTING: Listing = {
  format: 'winget-list',
  detect: (lines) => lines.some((line, index) => RULER.test(line) && isHeader(lines[index - 1] ?? '')),
  reader() {
    let before = '';
    let header = '';
    let columns: readonly number[] = [];
    return (text, line): ListedLine => {
      if (RULER.test(text)) {
        header = wordsOf(before);
        columns = columnsOfHeader(before);
        return 'ignored';
      }
      before = text;
      if (columns.length < 3) return 'ignored';
      const cells = sliceColumns(text, columns);
      const [name = '', id = '', version = ''] = cells ?? [];
      // sentences below the table, and the header of a further one
      if (wordsOf(text) === header || (cells !== null && id === '') || (cells === null && /[.:>]\s*$/.test(text))) return 'ignored';
      if (cells === null) return 'unreadable';
      const isNameCut = CUT.test(name);
      const hasIdentifier = IDENTIFIER.test(id) && !CUT.test(id);
      const title = (isNameCut && hasIdentifier) || name === '' ? id.replace(CUT, '') : name.replace(CUT, '').trim();
      const isKnown = !CUT.test(version) && !isUnknownCell(version) && !/^[<>]/.test(version);
      const record = { ...recordOfTitle(title, { line }), version: isKnown ? version : null, source: /^(winget|msstore)$/.test(cells.at(-1) ?? '') ? (cells.at(-1) as string) : null };
      return isNameCut && !hasIdentifier ? { record, note: { code: 'IMPORTING.NAME_CUT', line, column: 1, value: title } } : { record };
    };
  },
};
