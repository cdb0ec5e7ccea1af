// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The number of letters to insert, drop, replace or swap with their neighbour to get from one word to the other (optimal string alignment),
 * as long as it does not exceed a bound.
 *
 * @returns the distance, or `most` + 1 where it is greater than `most`; cost O(length × most)
 * @source Wagner and Fischer 1974; Ukkonen 1985 for the band
 */
export function editDistanceWithin(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast = new Int32Array(b.length + 1);
  let last = new Int32Array(b.length + 1);
  let row = new Int32Array(b.length + 1);
  for (let column = 0; column <= b.length; column++) last[column] = column;
  for (let line = 1; line <= a.length; line++) {
    const from = Math.max(1, line - most);
    const to = Math.min(b.length, line + most);
    row.fill(most + 1);
    row[0] = line;
    let best = line;
    for (let column = from; column <= to; column++) {
      const same = a.charCodeAt(line - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(last[column - 1]! + (same ? 0 : 1), last[column]! + 1, row[column - 1]! + 1);
      if (line > 1 && column > 1 && a.charCodeAt(line - 1) === b.charCodeAt(column - 2) && a.charCodeAt(line - 2) === b.charCodeAt(column - 1)) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      row[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length]!, most + 1);
}
