// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

/**
 * Thrown inside streams of bytes and text, which have no other way to say that a file cannot be read on; `readInventory` turns it into a refusal.
 * Never leaves the library.
 */
export class Unreadable extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
