// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Longest text that is read as an expression, in characters; 10,000 terms take less than half of it. */
export const LONGEST_EXPRESSION_CHARACTERS = 1_000_000;

/** How many licenses an expression may name; every answer to one is well under a second at this number. */
export const MOST_TERMS = 25_000;

/** How deep parentheses may nest; real expressions nest two or three deep, and every walk over the tree is safe at this depth. */
export const DEEPEST_NESTING = 1_000;
