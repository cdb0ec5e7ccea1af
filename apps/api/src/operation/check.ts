// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

/** One thing that was looked at: well where it has no problem. A warning is something to mend with which everything works. */
export interface Check {
  readonly check: string;
  readonly problem: Problem | null;
  /** What could be better, though nothing is wrong. */
  readonly warning?: Problem;
  readonly facts: Readonly<Record<string, unknown>>;
}
