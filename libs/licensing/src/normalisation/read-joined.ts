// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { combine } from './combine.js';
import type { PhraseReader, Reading } from './reading.js';
import { SEPARATORS, SLASH } from './separators.js';

/** "MIT or Apache 2", "MPLv2.0, MIT", "CDDL/GPLv2 dual license": all parts must be readable. */
export function readJoined(text: string, read: PhraseReader): Reading | null {
  const isDual = /\b(?:dual|tri|triple|multi)\b[\s-]*(?:licen[cs]\w*)?|\bdual-licen[cs]\w*/i.test(text);
  const bare = isDual ? text.replace(/\b(?:dual|tri|triple|multi)[\s-]*(?:licen[cs]\w*)?(?:\s+(?:consisting of|under|of))?(?:\s+the)?/gi, ' ').trim() : text.replace(/^either\s+/i, '');
  const masked = bare.replace(/\b(lesser|library|later|revised|new|old|original)\s+or\s+(lesser|library|revised|new|old)\b/gi, '$1_or_$2').replace(/\bdevelopment and distribution\b/gi, 'development_and_distribution').replace(/\bor\s+(?:any\s+)?(?:\(?at your option\)?\s+)?(?:any\s+)?(later|newer|above|higher|greater|neuer|höher|später)/gi, 'or_$1');
  for (const [separator, operator] of SEPARATORS) {
    const parts = masked.split(new RegExp(separator.source, 'gi')).map((part) => part.replace(/_/g, ' ').trim()).map(withInheritedName);
    if (parts.length < 2 || parts.length > 20) continue;
    const readings = parts.filter((part) => part !== '').map((part) => read(part));
    const joined = combine(isDual ? 'OR' : operator, readings);
    // A slash beside "proprietary" may mean both at once as well as a choice.
    if (joined !== null && !isDual && separator.source === SLASH.source && readings.some(isProprietary)) return { ...joined, candidates: [...joined.candidates, ...(combine('AND', readings)?.candidates ?? [])], confidence01: 0.4 };
    if (joined !== null) return joined;
  }
  return null;
}

/** "GPL v2 or v3", "LGPL 2.1/3": a version alone is one of the license named before it. */
function withInheritedName(part: string, at: number, parts: readonly string[]): string {
  const name = /^v?(?:ersion\s*)?\d(?:\.\d+)?\+?$/i.test(part) ? /^([a-z][a-z\s-]*?)[\s-]*v?(?:ersion\s*)?\d(?:\.\d+)?\+?$/i.exec(parts[at - 1] ?? '')?.[1] : undefined;
  return name === undefined ? part : `${name} ${part}`;
}

function isProprietary(reading: Reading): boolean {
  return reading.candidates[0] === 'LicenseRef-proprietary';
}
