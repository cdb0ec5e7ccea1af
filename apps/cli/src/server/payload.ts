// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';

/** Selects what {@link payloadOf} needs of the problems in a mutation's union. */
export const PROBLEM_FIELDS = '... on Problem { code message } ... on InputProblem { line column path }';

/** The same of a mutation that is refused where somebody else was faster. */
export const CHANGE_FIELDS = `${PROBLEM_FIELDS} ... on ChangedMeanwhileProblem { changedBy changedAt }`;

/**
 * The success of a mutation's union.
 *
 * @param file what the person called the file, where there is one
 * @throws CommandFailure with the problem the union held instead, its sentence in the reader's language
 */
export function payloadOf<Success extends object>(payload: Success | Problem, file?: string): Success {
  if (!('code' in payload)) return payload;
  const known = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null)) as unknown as Problem;
  throw new CommandFailure({ ...known, ...(file === undefined ? {} : { file }) }, known.code.endsWith('NOT_FOUND') ? ExitStatus.NOT_FOUND : ExitStatus.REFUSED);
}
