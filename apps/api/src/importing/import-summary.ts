// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '#importing';
import type { Problem } from '#kernel';
import type { Conflict } from './host.repository.js';

/**
 * What a file speaks of, and thereby what it may remove: all of its source; all that is on the machines it names; or parts of what is on them, where only what it says
 * to be gone is gone.
 */
export type ImportScope = 'SOURCE' | 'HOSTS' | 'PARTS';

/** What an import did, or, as a dry run, would do. */
export interface ImportSummary {
  readonly duplicateOf: number | null;
  readonly format: string;
  readonly recordKind: RecordKind;
  readonly scope: ImportScope;
  /** Names of all columns, also of those that are not used; empty where the file is no table. */
  readonly columns: readonly string[];
  readonly mapping: Readonly<Record<string, string>>;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly problems: readonly Problem[];
  readonly installations: { readonly added: number; readonly removed: number; readonly changed: number; readonly unchanged: number };
  /** Contracts or departments, where the file lists those; null for software. */
  readonly administration: { readonly added: number; readonly removed: number; readonly changed: number; readonly unchanged: number } | null;
  /** Machines that were known and have got another unit or user. */
  readonly hostsChanged: number;
  /** Values that a person set and that therefore stay. */
  readonly conflicts: readonly Conflict[];
  /** Raw titles that no earlier import knew. */
  readonly newTitleIds: readonly number[];
  /** Raw titles whose use changed. */
  readonly touchedTitleIds: readonly number[];
}

/** A file that was handed in and waits to be imported. */
export interface Upload {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** How a file is to be read, beyond what is detected. */
export interface ReadingWishes {
  readonly format: string | null;
  readonly mapping: Readonly<Record<string, string>>;
  /** The file tells about the machines it names only. */
  readonly partial: boolean;
  /** The machine of records that name none. */
  readonly host: string | null;
  /** Machines are kept under pseudonyms; null: as the source's last import. */
  readonly pseudonymise: boolean | null;
  /** Names of people are kept, which are dropped otherwise. */
  readonly keepUserNames: boolean;
}

/** What a person asks for when starting an import; kept as the job's payload. */
export interface ImportRequest extends ReadingWishes {
  readonly upload: Upload;
  readonly source: string;
  readonly dryRun: boolean;
}

/** A file read as it comes: nothing is wished for. */
export const NO_WISHES: ReadingWishes = { format: null, mapping: {}, partial: false, host: null, pseudonymise: null, keepUserNames: false };
