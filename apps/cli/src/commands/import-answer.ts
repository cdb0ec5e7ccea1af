// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DescribedProblem } from '../context.js';

/** What one file came to; the keys of `import --json`. */
export interface ImportAnswer {
  readonly file: string;
  readonly importId: string | null;
  readonly dryRun: boolean;
  readonly format: string;
  readonly duplicateOf: string | null;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly problems: readonly DescribedProblem[];
  readonly titles: { readonly new: number; readonly matched: number; readonly queued: number };
  readonly installations: Changes;
  /** What the file spoke of: SOURCE, HOSTS or PARTS. */
  readonly scope: string;
  /** Contracts or departments, where the file lists those. */
  readonly contracts?: Changes;
  readonly departments?: Changes;
  readonly hostsChanged: number;
  /** Values that a person set and that therefore stay. */
  readonly conflicts: number;
  /** What would change, by name; of a dry run only, at most 100 of each. */
  readonly preview?: ImportPreview;
}

/** Rows that came, went, stayed with other details, and stayed as they were. */
export interface Changes {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface PreviewRow {
  readonly host: string | null;
  readonly title: string;
  readonly version: string | null;
}

export interface ImportPreview {
  readonly added: readonly PreviewRow[];
  readonly removed: readonly PreviewRow[];
  readonly changed: readonly PreviewRow[];
  readonly newTitles: readonly { readonly title: string; readonly decision: string; readonly product: string | null }[];
  readonly conflicts: readonly { readonly entity: string; readonly key: string; readonly field: string; readonly kept: unknown; readonly imported: unknown }[];
}
