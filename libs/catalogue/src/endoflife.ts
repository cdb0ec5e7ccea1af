// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, err, ok, type Problem, type Result } from '#kernel';
import type { CatalogueProduct, ReleaseCycle } from './entry.js';

/** Release cycles by product name on endoflife.date, newest first as they come. */
export type EndoflifeCycles = ReadonlyMap<string, readonly ReleaseCycle[]>;

type Plain = Readonly<Record<string, unknown>>;

/**
 * Reads release cycles of endoflife.date in its forms: one product of the API (`{result: {name, releases}}`, version 1), the list of cycles of one
 * product (version 0; its name is the file's name), and lists of whole products (`[{slug, cycles}]`, `{result: [{name, releases}]}`).
 *
 * An end that is only said to be reached or not (`true`, `false`) is no day and stays open. Entries of another form are left out.
 *
 * @param fileName for the problems, and for the product's name where the text has none
 * @returns cycles by product, or `CATALOGUE.ENDOFLIFE_UNREADABLE` where the text is no JSON or holds no cycle at all
 * @source https://endoflife.date/docs/api/v1/
 */
export function readEndoflife(text: string, fileName: string): Result<EndoflifeCycles, Problem> {
  const unreadable = err({ code: 'CATALOGUE.ENDOFLIFE_UNREADABLE', file: fileName });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return unreadable;
  }
  const cycles = new Map<string, readonly ReleaseCycle[]>();
  const result = isPlain(json) && 'result' in json ? json['result'] : json;
  const list = Array.isArray(result) ? result.filter(isPlain) : isPlain(result) ? [result] : [];
  if (list.length > 0 && list.every((entry) => 'cycle' in entry)) {
    const name = fileName.replace(/^.*[/\\]/, '').replace(/\.json$/i, '');
    cycles.set(name, cyclesOf(list, name));
  } else {
    for (const product of list) {
      const name = product['name'] ?? product['slug'];
      const releases = product['releases'] ?? product['cycles'];
      if (typeof name === 'string' && Array.isArray(releases)) cycles.set(name, cyclesOf(releases.filter(isPlain), name));
    }
  }
  return [...cycles.values()].some((releases) => releases.length > 0) ? ok(cycles) : unreadable;
}

/**
 * Decides which cycles a product has after reading endoflife.date: the read ones in place of those that came from there before, while cycles that an
 * editor wrote with another source stay as they are and win over a read one of the same name.
 *
 * @returns the same list, not a copy, where nothing is known under the product's endoflife name
 */
export function refreshReleaseCycles(product: CatalogueProduct, read: EndoflifeCycles): readonly ReleaseCycle[] {
  const name = product.identifiers.endoflife;
  const fresh = name === undefined ? undefined : read.get(name);
  if (fresh === undefined) return product.releaseCycles;
  const curated = product.releaseCycles.filter(({ source }) => !source.startsWith(SITE));
  const known = new Set(curated.map(({ cycle }) => cycle));
  return [...curated, ...fresh.filter(({ cycle }) => !known.has(cycle))];
}

const SITE = 'https://endoflife.date/';

function cyclesOf(releases: readonly Plain[], product: string): ReleaseCycle[] {
  return releases.flatMap((release) => {
    const cycle = [release['label'], release['name'], release['cycle'], release['releaseCycle']].find((name) => typeof name === 'string' || typeof name === 'number');
    if (cycle === undefined) return [];
    const releasedOn = day(release['releaseDate']);
    const endOfSupportOn = day(release['eolFrom'] ?? release['eol']);
    return [{ cycle: String(cycle), ...(releasedOn && { releasedOn }), ...(endOfSupportOn && { endOfSupportOn }), source: `${SITE}${encodeURIComponent(product.toWellFormed())}` }];
  });
}

function day(value: unknown) {
  return typeof value === 'string' ? calendarDate(value) : null;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
