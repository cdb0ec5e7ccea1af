// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { wordings } from './wordings.js';

/** A license by its text: how many words it has, and their digest. */
export interface KnownWording {
  readonly id: string;
  readonly length: number;
  readonly digest: string;
}

/** So many words at the beginning of a text are looked up. */
export const WORDS_OF_A_BEGINNING = 8;

const byBeginning = new Map<string, KnownWording[]>();
for (const [id, beginning, length, digest] of wordings) {
  const known = { id, length, digest };
  const others = byBeginning.get(beginning);
  if (others) others.push(known);
  else byBeginning.set(beginning, [known]);
}

/** The licenses whose texts begin with words of this digest. */
export function wordingsBeginning(beginning: string): readonly KnownWording[] {
  return byBeginning.get(beginning) ?? [];
}
