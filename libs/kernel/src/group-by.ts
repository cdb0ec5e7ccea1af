// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Items by what they have in common, in the order in which each key comes first; as `Map.groupBy`, which the oldest supported Node.js does not have.
 *
 * @example groupBy([1, 2, 3], (number) => number % 2) // Map { 1 → [1, 3], 0 → [2] }
 */
export function groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
