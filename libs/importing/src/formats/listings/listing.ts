// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { InventoryRecord } from '../../record.js';

/** What a line of a listing is: software, a line to pass over, or neither; with `note`, what is wrong with the software that was taken. */
export type ListedLine = 'ignored' | 'unreadable' | { readonly record: InventoryRecord; readonly note?: Problem };

/** A list that a command prints, one piece of software in a line. */
export interface Listing {
  readonly format: string;
  /** Tells the listing by its first lines, without their ends and without empty ones. */
  detect(lines: readonly string[]): boolean;
  /** Makes a reader for one file; it may remember what stood above. */
  reader(): (text: string, line: number) => ListedLine;
}

/** Whether nearly all lines pass, and at least one does. */
export function nearlyAll(lines: readonly string[], passes: (line: string) => boolean): boolean {
  const passing = lines.filter(passes).length;
  return passing > 0 && passing >= lines.length * 0.9;
}
