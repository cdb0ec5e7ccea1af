// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** What the command line tells the script that called it. */
export const ExitStatus = {
  DONE: 0,
  /** A bug or a broken machine. */
  FAILED: 1,
  WRONG_USAGE: 2,
  /** The input was refused; a problem with code and message was printed. */
  REFUSED: 3,
  NOT_FOUND: 4,
  /** A check came out negative: rejected by the policy, not compatible, not valid. */
  CHECK_NEGATIVE: 5,
} as const;

export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];
