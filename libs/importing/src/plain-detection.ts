// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Detection } from './reading.js';

/** What is known of a file whose form leaves nothing to be detected: no columns, no mapping. */
export function plainDetection(format: string, encoding: string, isRegister: boolean): Detection {
  return { format, recordKind: 'software', formatVersion: null, encoding, delimiter: null, headerLine: null, columns: [], mapping: {}, confidence01: 1, isRegister };
}
