// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** How a difference on one column turns into a preference, 0…1; the six shapes of Brans and Vincke. */
export type Preference =
  | { readonly shape: 'USUAL' }
  | { readonly shape: 'U'; readonly indifference: number }
  | { readonly shape: 'V'; readonly strict: number }
  | { readonly shape: 'LEVEL'; readonly indifference: number; readonly strict: number }
  | { readonly shape: 'LINEAR'; readonly indifference: number; readonly strict: number }
  | { readonly shape: 'GAUSSIAN'; readonly inflection: number };

/** One column of the table that PROMETHEE reads. */
export interface PrometheeColumn {
  readonly weight01: number;
  /** Whether more is better. */
  readonly isBenefit: boolean;
  readonly preference: Preference;
}

/**
 * Net outranking flow of each row, −1 (every other is preferred to it) to 1; the flows sum to 0. PROMETHEE II ranks by it.
 *
 * @param rows one per candidate, as many finite numbers as columns
 * @returns one flow per row; 0 for a single row
 * @source Brans & Vincke, "A preference ranking organisation method", Management Science 31 (1985) 647–656
 */
export function prometheeNetFlows(rows: readonly (readonly number[])[], columns: readonly PrometheeColumn[]): number[] {
  return rows.map((one, at) => {
    const flow = rows.reduce((sum, other, index) => (index === at ? sum : sum + preferred(one, other, columns) - preferred(other, one, columns)), 0);
    return rows.length < 2 ? 0 : flow / (rows.length - 1);
  });
}

function preferred(one: readonly number[], other: readonly number[], columns: readonly PrometheeColumn[]): number {
  return columns.reduce((sum, { weight01, isBenefit, preference }, column) => {
    const difference = isBenefit ? one[column]! - other[column]! : other[column]! - one[column]!;
    return sum + (difference > 0 ? weight01 * preferenceOf(difference, preference) : 0);
  }, 0);
}

function preferenceOf(difference: number, preference: Preference): number {
  switch (preference.shape) {
    case 'USUAL':
      return 1;
    case 'U':
      return difference > preference.indifference ? 1 : 0;
    case 'V':
      return difference >= preference.strict ? 1 : difference / preference.strict;
    case 'LEVEL':
      return difference > preference.strict ? 1 : difference > preference.indifference ? 0.5 : 0;
    case 'LINEAR':
      if (difference <= preference.indifference) return 0;
      return difference >= preference.strict ? 1 : (difference - preference.indifference) / (preference.strict - preference.indifference);
    case 'GAUSSIAN':
      return 1 - Math.exp((-difference * difference) / (2 * preference.inflection * preference.inflection));
  }
}
