// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentsCheck, LicenseFinding, Usage } from '#licensing';
import type { DescribedProblem } from '../context.js';

/** What one file came to, but for its findings; the keys of `sbom --json`. */
export interface SbomAnswer {
  readonly file: string;
  readonly status: 'OK' | 'REFUSED';
  readonly problem: DescribedProblem | null;
  readonly format: string | null;
  readonly specVersion: string | null;
  readonly components: number;
  readonly verdict: ComponentsCheck['verdict'] | null;
  readonly counts: Readonly<Record<LicenseFinding['verdict'], number>>;
  readonly policy: string;
  readonly policyVersion: string;
  /** Loaded compatibility matrix that went before our own table; null where none did. */
  readonly matrix: string | null;
  readonly usage: Usage;
  /** Where the document departs from its standard without harm. */
  readonly deviations: readonly DescribedProblem[];
}
