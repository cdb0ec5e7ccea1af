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
  readonly installations: { readonly added: number; readonly removed: number; readonly unchanged: number };
}
