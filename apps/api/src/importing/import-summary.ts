// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

/** What an import did, or, as a dry run, would do. */
export interface ImportSummary {
  /** Null for a dry run: nothing was stored. */
  readonly importId: number | null;
  readonly duplicateOf: number | null;
  readonly format: string;
  readonly mapping: Readonly<Record<string, string>>;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly problems: readonly Problem[];
  readonly installations: { readonly added: number; readonly removed: number; readonly unchanged: number };
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

/** What a person asks for when starting an import; kept as the job's payload. */
export interface ImportRequest {
  readonly upload: Upload;
  readonly source: string;
  readonly format: string | null;
  readonly mapping: Readonly<Record<string, string>>;
  readonly dryRun: boolean;
}
