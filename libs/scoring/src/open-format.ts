// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { OPEN_FORMATS } from './data/open-formats.js';
import { namedIn } from './named-in.js';

const NAMED = namedIn(OPEN_FORMATS);

/**
 * Decides whether a format or interface is open: one of {@link OPEN_FORMATS} is named in it, in any case of letters.
 *
 * @param format as a catalogue or an administration spells it: `ODF`, `PDF/A`, `ODF (converted)`; the empty text and names that nobody listed are not open
 * @example
 * isOpenFormat('PDF/A-3'); // → true
 * isOpenFormat('DXF'); // → false
 */
export function isOpenFormat(format: string): boolean {
  return NAMED.test(format);
}
