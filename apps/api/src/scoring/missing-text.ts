// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

const LONGEST = 10_000;

/** The problem with texts that a register needs: one that is empty, or any that is too long; null where all are fine. */
export function missingText(needed: Readonly<Record<string, string>>, others: readonly (string | null)[] = []): Problem | null {
  const empty = Object.keys(needed).find((name) => needed[name]!.trim() === '');
  if (empty !== undefined) return { code: 'SCORING.TEXT_MISSING', path: empty, field: empty };
  const texts = [...Object.values(needed), ...others].filter((text) => text !== null);
  return texts.some((text) => text.length > LONGEST || text.includes('\0')) ? { code: 'SCORING.TEXT_TOO_LONG', most: LONGEST } : null;
}
