// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Licences that are asked at once. */
export const MOST_LINES = 5_000;
/** A longer line is no name of a licence, so the file is no list of them. */
const LONGEST_LINE = 300;
/** Lists are small; whatever is larger goes to the server as it is. */
const LARGEST_LIST_BYTES = 2 * 1024 * 1024;

/**
 * The licences of a text file with one in each line; null where the file is something else (a bill of materials, a licence text), by what it holds.
 */
export async function linesOf(file: File): Promise<readonly string[] | null> {
  if (file.size > LARGEST_LIST_BYTES) return null;
  return licenseLines(await file.text());
}

/** The same of a text; empty lines are left out. */
export function licenseLines(text: string): readonly string[] | null {
  const plain = text.replace(/^\uFEFF/, '');
  if (/^\s*[{[<]/.test(plain) || plain.includes('\0') || /^SPDXVersion:/m.test(plain)) return null;
  const lines = plain.split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '');
  return lines.some((line) => line.length > LONGEST_LINE) ? null : lines;
}
