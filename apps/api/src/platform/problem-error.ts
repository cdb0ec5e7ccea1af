// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { IntrinsicException } from '@nestjs/common';
import type { Problem } from '#kernel';

/** Carries a problem through code that can only throw (start-up, library callbacks); caught at the edge and shown as the problem it is; not logged as a failure. */
export class ProblemError extends IntrinsicException {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}
