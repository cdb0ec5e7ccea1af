// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Finds any of the names as a word of its own, in any case of letters. */
export function namedIn(names: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map((name) => name.replaceAll(/[.*+?^$()[\]\\|{}]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
