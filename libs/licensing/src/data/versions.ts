// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licenseRows } from './licenses.js';

const VERSIONED = /^(.+?)-v?(\d+(?:\.\d+)*[a-z]?)(-only|-or-later)?$/;

/** An id taken apart: `LGPL-2.1-or-later` is family `LGPL`, version `2.1`, range `-or-later`. */
export interface VersionedId {
  readonly family: string;
  readonly version: string;
  readonly range: '' | '-only' | '-or-later';
}

/** Takes an id apart by its version; null where it has none at its end (`MIT`, `CC-BY-3.0-DE`). */
export function versionOf(id: string): VersionedId | null {
  const match = VERSIONED.exec(id);
  if (!match) return null;
  return { family: match[1] as string, version: match[2] as string, range: (match[3] ?? '') as VersionedId['range'] };
}

/** Current ids of the same family with a higher version, lowest first; empty for ids without version. */
export function laterVersions(id: string): string[] {
  const own = versionOf(id);
  if (own === null) return [];
  return licenseRows
    .filter((row) => row.deprecated !== true)
    .map((row) => ({ id: row.id, parts: versionOf(row.id) }))
    .filter(({ parts }) => parts !== null && parts.family === own.family && compareVersions(parts.version, own.version) > 0)
    .sort((a, b) => compareVersions(versionOf(a.id)?.version ?? '', versionOf(b.id)?.version ?? ''))
    .map((row) => row.id);
}

/** Orders `1.1` before `1.3a` before `1.3c` before `2.0`; a missing part counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.match(/\d+|[a-z]/g) ?? [], b.match(/\d+|[a-z]/g) ?? []];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? '0', right[i] ?? '0'];
    const byNumber = Number(x) - Number(y);
    if (Number.isNaN(byNumber) ? x !== y : byNumber !== 0) return Number.isNaN(byNumber) ? (x < y ? -1 : 1) : byNumber;
  }
  return 0;
}
