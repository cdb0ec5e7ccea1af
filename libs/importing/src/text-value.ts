// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
const LONGEST_TEXT = 10_000;

/** Text of a field of a structured file: trimmed, in one line, without NUL; null for anything else and for what is empty or too long to be a name. */
export function textValue(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text === '' || text.length > LONGEST_TEXT || text.includes('\0')) return null;
  return inOneLine(text).toWellFormed();
}

/** Lines joined by one space, the white space around them dropped. Cost: linear, whatever the text. */
export function inOneLine(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text;
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
