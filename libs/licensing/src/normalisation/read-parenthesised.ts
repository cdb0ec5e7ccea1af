// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { combine } from './combine.js';
import { isFormal } from './formal-title.js';
import { separateRange } from './range.js';
import { isMinorOpen, readName } from './read-name.js';
import { NOTHING, isPublicDomain, type PhraseReader, type Reading } from './reading.js';
import { restricts } from './restricting-remarks.js';
import { SEPARATORS } from './separators.js';
import { isClosed } from './taken-back.js';

/** "Eclipse Public License (EPL), Version 1.0": the text around and the text inside explain each other. */
export function readParenthesised(text: string, read: PhraseReader): Reading | null {
  const inside = /\(([^()]*)\)/.exec(text)?.[1];
  if (inside === undefined) return null;
  const outside = text.replace(/\([^()]*\)/, ' ').replace(/\s+([,;])/g, '$1');
  const outer = readName(outside, isFormal(text)) ?? read(outside);
  const inner = read(inside);
  if (inner.candidates.length === 0 && restricts(inside)) return NOTHING;
  if (inner.candidates.length === 0) return outer.candidates.length > 0 ? outer : null;
  if (outer.candidates.length === 0 || isPublicDomain(outer)) return restricts(outside) ? NOTHING : { ...inner, method: 'part', confidence01: inner.confidence01 * 0.8 };
  if (outer.candidates.some(isClosed) !== inner.candidates.some(isClosed)) return { candidates: [...new Set([...outer.candidates, ...inner.candidates])], method: 'combined', confidence01: 0.4 };
  if (isPublicDomain(inner) || (/\d/.test(outside) && !/\d/.test(inside))) return outer;
  const both = outer.candidates.filter((candidate) => inner.candidates.includes(candidate));
  if (sameButRange(outer, inner)) return separateRange(inside).range !== 'unsaid' || !/\d/.test(outside) ? inner : outer;
  if (outer.candidates.length === 1 && inner.candidates.length > 1 && both.length > 0 && isMinorOpen(outside) && isMinorOpen(inside)) return inner;
  if (both.length > 0) return { candidates: both, method: 'name', confidence01: Math.max(outer.confidence01, inner.confidence01) };
  if (outer.candidates.length === 1 && inner.candidates.length > 1) return outer;
  if (inner.candidates.length === 1 && outer.candidates.length > 1) return inner;
  return { candidates: [...outer.candidates, ...inner.candidates], method: 'combined', confidence01: 0.4 };
}

/** "(GPLv2+ or AFL) and MIT": a group in parentheses beside an operator is one part; null where no group holds an operator. */
export function readGrouped(text: string, read: PhraseReader): Reading | null {
  if (!/\([^()]*(?:\b(?:or|and|oder|und)\b|[|&,/])[^()]*\)/i.test(text) || !/^\(|\)$|\)\s*(?:or|and|oder|und|[|&,;/+])/i.test(text)) return null;
  const groups: string[] = [];
  const masked = text.replace(/\(([^()]*)\)/g, (_, inside: string) => `\u0001${groups.push(inside) - 1}\u0001`);
  if (/[()]/.test(masked)) return null;
  if (/^\u0001\d+\u0001$/.test(masked)) return read(groups[0] as string);
  for (const [separator, operator] of SEPARATORS) {
    const parts = masked.split(new RegExp(separator.source, 'gi'));
    if (parts.length < 2 || parts.length > 20) continue;
    const whole = parts.map((part) => part.trim().replace(/^\u0001(\d+)\u0001$/, (_, i: string) => groups[Number(i)] as string).replace(/\u0001(\d+)\u0001/g, (_, i: string) => `(${groups[Number(i)]})`));
    const joined = combine(operator, whole.filter((part) => part !== '').map((part) => read(part)));
    // A group beside something that cannot be read must not be answered alone.
    return joined ?? (parts.some((part) => /^\s*\u0001\d+\u0001\s*$/.test(part)) ? NOTHING : null);
  }
  return null;
}

/** Whether both name one version of one GNU license and differ only in what they say of later versions. */
function sameButRange(a: Reading, b: Reading): boolean {
  const [left = '', right = ''] = [a.candidates[0], b.candidates[0]];
  const stem = (id: string): string => id.replace(/-(?:only|or-later)$/, '');
  return a.candidates.length === 1 && b.candidates.length === 1 && left !== right && stem(left) === stem(right);
}
