// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** One column of the table that TOPSIS reads. */
export interface TopsisColumn {
  readonly weight01: number;
  /** Whether more is better. */
  readonly isBenefit: boolean;
}

/**
 * Closeness of each row to the best row that could be, 0 (is the worst) to 1 (is the best).
 *
 * A second opinion only: columns are normalised over today's rows, so that adding one can reorder the others, which the additive score never does.
 *
 * @param rows one per candidate, as many finite numbers as columns
 * @returns one closeness per row; 0.5 for rows that all are alike; nothing for no rows
 * @source Hwang & Yoon, "Multiple Attribute Decision Making", Springer 1981, chapter III.2 (vector normalisation, Euclidean distance)
 */
export function topsisCloseness(rows: readonly (readonly number[])[], columns: readonly TopsisColumn[]): number[] {
  const weighted = columns.map(({ weight01 }, column) => {
    const length = Math.sqrt(rows.reduce((sum, row) => sum + row[column]! * row[column]!, 0));
    return rows.map((row) => (length === 0 ? 0 : (weight01 * row[column]!) / length));
  });
  const extremes = weighted.map((values, column) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return columns[column]!.isBenefit ? { best: most, worst: least } : { best: least, worst: most };
  });
  return rows.map((_, row) => {
    const distanceTo = (end: 'best' | 'worst') => Math.sqrt(weighted.reduce((sum, values, column) => sum + (values[row]! - extremes[column]![end]) ** 2, 0));
    const [toBest, toWorst] = [distanceTo('best'), distanceTo('worst')];
    return toBest + toWorst === 0 ? 0.5 : toWorst / (toBest + toWorst);
  });
}
