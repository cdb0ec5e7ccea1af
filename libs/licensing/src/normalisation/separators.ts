// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A slash, which may mean a choice as well as both at once. */
export const SLASH = /\s*\/\s*/;

/** What joins the licenses of a text, the loosest first, and whether one may be chosen or all apply. */
export const SEPARATORS: readonly (readonly [RegExp, 'AND' | 'OR'])[] = [
  [/\s+(?:-?or-?|oder|ou|\|\|)\s+|\s*\|\s*|\band\/or\b/i, 'OR'],
  [/,?\s+(?:and|und|et|&&?|plus)\s+|\s*;\s*|\s\+\s|(?<=[A-Za-z])\+(?=[A-Za-z])/i, 'AND'],
  [/\s*,\s*(?!version|v\.?\s*\d|\d)/i, 'AND'],
  [SLASH, 'OR'],
];
