// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Outcome } from '#licensing';
import { ProblemError } from '../platform/problem-error.js';
import type { SbomFinding } from './licensing.types.js';

const MOST_FINDINGS = 50_000;

/** The findings that are asked for, out of all of a check. */
export function partOf(findings: readonly SbomFinding[], { verdicts, first, skip }: { readonly verdicts: readonly Outcome[] | null; readonly first: number; readonly skip: number }): readonly SbomFinding[] {
  if (skip < 0) throw new ProblemError({ code: 'PLATFORM.PAGE_SIZE_OUT_OF_RANGE', argument: 'skip', value: skip, most: Number.MAX_SAFE_INTEGER });
  if (first < 0 || first > MOST_FINDINGS) throw new ProblemError({ code: 'PLATFORM.PAGE_SIZE_OUT_OF_RANGE', argument: 'first', value: first, most: MOST_FINDINGS });
  const wanted = verdicts ? findings.filter(({ verdict }) => verdicts.includes(verdict)) : findings;
  return wanted.slice(skip, skip + first);
}
