// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Cell } from '../table/cell-values.js';

/** A row of a sheet that holds something; cells without content are ''. */
export interface SheetRow {
  /** 1-based. */
  readonly line: number;
  readonly cells: Cell[];
}

/** Cells that are one: rows below the first have no content of their own. 0-based column, 1-based rows. */
export interface MergedRows {
  readonly column: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** One sheet of a workbook; its rows may be read more than once. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows in their order, a piece at a time. */
  rows(): AsyncGenerator<readonly SheetRow[]>;
  /** Cells merged over several rows, in the order of their first rows. */
  mergedRows(): Promise<readonly MergedRows[]>;
}

/** A workbook of any format. */
export interface Workbook {
  readonly format: 'xlsx' | 'ods';
  readonly sheets: readonly Sheet[];
}

/** A sheet has at most so many columns, and so many rows. @source Excel specifications and limits */
export const MOST_SHEET_COLUMNS = 16_384;
export const MOST_SHEET_ROWS = 1_048_576;
