// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Chance } from './chance.js';
import { FOREIGN_FAMILIES, type ForeignFamily } from './data/foreign-titles.js';
import { misspell, spellVendor } from './spelling.js';

/** One title that stands in nobody's catalogue. */
export interface ForeignTitle {
  readonly raw: string;
  readonly vendor: string | null;
  readonly family: ForeignFamily;
  readonly versions: readonly (string | null)[];
}

const ENDLESS = FOREIGN_FAMILIES.length - 1;

/**
 * Writes exactly `count` titles that are all different and none of `taken`: every family in its share, the rest from the last family, which never runs out.
 *
 * @param known whether a title belongs to a product of the catalogue after all, and must not be called foreign
 */
export function foreignTitles(count: number, taken: Set<string>, known: (raw: string) => boolean, chance: Chance): ForeignTitle[] {
  const limited = FOREIGN_FAMILIES.slice(0, ENDLESS);
  const share = Math.min(1, count / limited.reduce((sum, { most }) => sum + most, 0));
  const titles: ForeignTitle[] = [];
  const add = (family: ForeignFamily): void => {
    const plain = fillPattern(family.pattern, chance).trim();
    const raw = chance.happens(0.06) ? misspell(plain, chance) : plain;
    if (raw === '' || taken.has(raw) || known(plain)) return;
    taken.add(raw);
    titles.push({ raw, vendor: family.vendor === null ? null : chance.happens(0.8) ? family.vendor : spellVendor(family.vendor, chance), family, versions: versions(chance) });
  };
  for (const family of limited) {
    const wanted = Math.min(count - titles.length, Math.ceil(family.most * share));
    const before = titles.length;
    for (let attempt = 0; titles.length - before < wanted && attempt < wanted * 6; attempt++) add(family);
  }
  while (titles.length < count) add(FOREIGN_FAMILIES[ENDLESS] as ForeignFamily);
  return titles;
}

/** Fills in the choices of a pattern from the inside out. */
function fillPattern(pattern: string, chance: Chance): string {
  let text = pattern;
  for (let open = innermost(text); open; open = innermost(text)) {
    const choice = open[1] as string;
    const filled = choice === '#' ? String(chance.whole(10, 99)) : choice === '##' ? String(chance.whole(10_000, 99_999)) : chance.pick(choice.split('|'));
    text = text.slice(0, open.index) + filled + text.slice(open.index + open[0].length);
  }
  return text;
}

function innermost(text: string): RegExpExecArray | null {
  return /\{([^{}]*)\}/.exec(text);
}

function versions(chance: Chance): (string | null)[] {
  if (chance.happens(0.2)) return [null];
  const [major, minor] = [chance.whole(1, 16), chance.whole(0, 12)];
  return Array.from({ length: chance.whole(1, 3) }, () => `${major}.${minor}.${chance.whole(0, 9_999)}${chance.happens(0.4) ? `.${chance.whole(0, 99)}` : ''}`);
}
