// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readException } from './read-exception.js';
import { NOTHING, type PhraseReader, type Reading } from './reading.js';

/** "GPLv2 with Classpath exception": null where no exception is spoken of, no candidates where it is not certain which. */
export function readExcepted(text: string, read: PhraseReader): Reading | null {
  const match = /^(.+?)[\s,;(-]+(?:(?:with|includ(?:ing|es)|plus|mit|\+(?!.*\bwith\b))[\s-]+|w\/\s*)(?:the\s+|a\s+)?(.*?(?:except\w*|\bcpe\b|ausnahme|\bnote\b)\S*)\s*(.*)$/i.exec(text);
  if (match === null || /\b(?:and|or)\b/i.test(match[3] ?? '')) return null;
  const license = read(match[1] as string);
  const candidates = license.candidates.map((candidate) => {
    const exception = readException((match[2] as string).replace(/\bexcept\w*|\bausnahme/gi, ' '), candidate);
    const last = /(?:^| )\S+$/.exec(candidate)?.[0].trim() ?? '';
    return exception === null || / WITH \S+$/.test(candidate) || last.endsWith(')') ? null : `${candidate} WITH ${exception}`;
  });
  if (candidates.includes(null)) return NOTHING;
  return { candidates: candidates as string[], method: 'combined', confidence01: license.confidence01 * 0.95 };
}
