// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { ContractField, ContractRecord, DepartmentField, DepartmentRecord, InventoryField, InventoryRecord, RecordKind } from './record.js';

/** What a column can stand for; which of the three it is, the kind of record says. */
export type TableField = InventoryField | ContractField | DepartmentField;

/** A file as it comes in: pieces of bytes of any size. Nothing is read in any other way. */
export type ByteSource = AsyncIterable<Uint8Array>;

/** What the caller knows about a file before it is read; all of it may be left out. */
export interface ReadOptions {
  /** Shown in problems as `file`; never used to tell the format. */
  readonly fileName?: string;
  /** Skips the detection of the format. */
  readonly format?: string;
  /**
   * Column of the file → field, for tables; wins over what was detected. `#3` stands for the third column, whatever its name.
   * A column or field that does not exist is a refusal that lists those that do.
   */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Records per batch; 2,000 unless given. */
  readonly batchSize?: number;
}

/** A column of a table, and the field it was taken for (null: not used). */
export interface DetectedColumn {
  /** 1-based. */
  readonly position: number;
  /** Text of the header cell, or `#3` where there is none. */
  readonly name: string;
  readonly field: TableField | null;
  /** How sure the field is, in [0, 1]; 1 for a mapping that was given. */
  readonly confidence01: number;
}

/** What was found out about a file before its first record. */
export interface Detection {
  readonly format: string;
  readonly recordKind: RecordKind;
  /** Version of the format where it has one: `1.5` of CycloneDX. */
  readonly formatVersion: string | null;
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `iso-8859-15`, `cp850`. */
  readonly encoding: string;
  /** Between the cells of a row; null for what is no table, or has one column. */
  readonly delimiter: string | null;
  /** 1-based line of the header row; null where there is none. */
  readonly headerLine: number | null;
  readonly columns: readonly DetectedColumn[];
  /** The mapping in use, by the names of the columns: what to remember for the next file of this source. */
  readonly mapping: Readonly<Record<string, TableField>>;
  readonly confidence01: number;
  /** True where records carry no host: a register of what is in use, with the count unknown. */
  readonly isRegister: boolean;
  /** True where the file says that it tells a part of what is on its hosts only; then what it does not name is not gone. */
  readonly isPartial?: boolean;
}

/** Sums at the end of a file. */
export interface ReadingTotals {
  /** accepted + rejected. */
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  /** All problems, also those that were not listed one by one. */
  readonly problems: number;
  readonly problemsByCode: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/** The most problems that are handed out one by one; the rest are only counted. */
export const LISTED_PROBLEMS = 1_000;

/** What gathered since the last batch. Only the list that fits the file's kind of record is filled. */
export interface ReadingBatch {
  readonly kind: 'batch';
  readonly records: readonly InventoryRecord[];
  /**
   * Software of which the file says that it is no longer there (a log of changes tells it); always with a host. In the order of batches the last word on an
   * installation counts; within one batch nothing is in both lists.
   */
  readonly removed: readonly InventoryRecord[];
  readonly contracts: readonly ContractRecord[];
  readonly departments: readonly DepartmentRecord[];
  readonly problems: readonly Problem[];
  readonly bytesRead: number;
}

/**
 * What reading a file yields, in this order: `detected` once, `batch` any number of times, `end` once; or `refused` once, as the last event.
 *
 * A refusal may come after batches (a file that is cut in its middle shows it late): then none of the records counts.
 */
export type ReadingEvent =
  | { readonly kind: 'detected'; readonly detection: Detection }
  | ReadingBatch
  | { readonly kind: 'end'; readonly totals: ReadingTotals }
  | { readonly kind: 'refused'; readonly problem: Problem };
