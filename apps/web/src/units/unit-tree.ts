// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A unit with what stands above it. */
export interface Unit {
  readonly key: string;
  readonly name: string;
  readonly parent: { readonly key: string } | null;
}

/** A unit in its place: how many stand above it. */
export interface PlacedUnit<Of extends Unit> {
  readonly unit: Of;
  readonly depth: number;
}

/**
 * Units as a tree in reading order: each below the one it belongs to, those of one parent by name. A unit whose parent is not among them stands at the top, and so does one of a circle.
 *
 * @param search part of a name or key; kept is what has it, with all that stands above it. Empty: everything
 */
export function unitTree<Of extends Unit>(units: readonly Of[], search: string, language: string): readonly PlacedUnit<Of>[] {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const kept = keptOf(units, byKey, search.trim().toLocaleLowerCase(language));
  const order = new Intl.Collator(language, { numeric: true });
  const below = new Map<string | null, Of[]>();
  for (const unit of units.filter(({ key }) => kept.has(key)).sort((one, other) => order.compare(one.name, other.name))) {
    const above = unit.parent && byKey.has(unit.parent.key) ? unit.parent.key : null;
    const siblings = below.get(above);
    if (siblings) siblings.push(unit);
    else below.set(above, [unit]);
  }
  const placed: PlacedUnit<Of>[] = [];
  const seen = new Set<string>();
  const walk = (tops: readonly Of[]) => {
    const waiting = tops.map((unit) => ({ unit, depth: 0 })).reverse();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { unit, depth } = next;
      if (seen.has(unit.key)) continue;
      seen.add(unit.key);
      placed.push(next);
      waiting.push(...(below.get(unit.key) ?? []).map((child) => ({ unit: child, depth: depth + 1 })).reverse());
    }
  };
  walk(below.get(null) ?? []);
  for (const unit of units) if (kept.has(unit.key) && !seen.has(unit.key)) walk([unit]);
  return placed;
}

/** What fits to the search, and all that stands above it. */
function keptOf<Of extends Unit>(units: readonly Of[], byKey: ReadonlyMap<string, Of>, search: string): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const unit of units) {
    if (!`${unit.name}\n${unit.key}`.toLowerCase().includes(search)) continue;
    for (let at: Of | undefined = unit; at !== undefined && !kept.has(at.key); at = at.parent ? byKey.get(at.parent.key) : undefined) kept.add(at.key);
  }
  return kept;
}
