// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { ExitStatus } from './exit-status.js';

/** Ends a command with a problem that a person can mend; caught in one place, printed, and turned into the exit status. */
export class CommandFailure extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: ExitStatus = ExitStatus.REFUSED,
  ) {
    super(problem.code);
    this.name = 'CommandFailure';
  }
}

/** The command was typed wrongly. */
export function wrongUsage(problem: Problem): CommandFailure {
  return new CommandFailure(problem, ExitStatus.WRONG_USAGE);
}
