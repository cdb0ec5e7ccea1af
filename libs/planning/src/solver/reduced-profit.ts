// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { WaveModel } from './wave-model.js';

/**
 * What is left of each column's profit after paying for what it takes of every priced row; the "at most one start" rows are not paid for, since a unit's
 * starts are weighed against each other.
 *
 * @param prices per row, of a maximising program; wrong signs are set to 0; may be empty, then nothing is paid
 */
export function reducedProfits({ rows, columns, unitRows }: WaveModel, prices: Float64Array): { readonly profits: Float64Array; /** What all priced rows together bring. */ readonly paid: number } {
  const profits = columns.profit.slice();
  let paid = 0;
  for (let row = unitRows; row < prices.length; row++) {
    const price = Math.max(0, prices[row]!);
    if (!(price > 0) || rows.upper[row] === Infinity) continue;
    paid += price * rows.upper[row]!;
    for (let entry = rows.first[row]!; entry < rows.first[row + 1]!; entry++) {
      const column = rows.column[entry]!;
      profits[column] = profits[column]! - price * rows.coefficient[entry]!;
    }
  }
  return { profits, paid };
}

/** The most that a unit can bring at these profits: at its best start, or left out where it may be. */
export function mostOf({ instance, firstColumn }: WaveModel, profits: Float64Array, unit: number): number {
  let most = instance.required[unit] ? -Infinity : 0;
  for (let column = firstColumn[unit]!; column < firstColumn[unit + 1]!; column++) most = Math.max(most, profits[column]!);
  return most;
}

/** How much a unit's starts, and leaving it out, fall short of the best that it could do at the same prices; in scaled profit, 0 for the best. */
export interface Losses {
  /** Per column of a start. */
  readonly ofColumn: Float64Array;
  /** Per unit; Infinity where it must be planned. */
  readonly leftOut: Float64Array;
}

/**
 * The distance of a plan to the bound is the sum of its units' losses and of what its plan leaves of priced rows: so the losses say which units stand
 * in a wrong place, and which starts are worth a try.
 */
export function lossesOf(model: WaveModel, prices: Float64Array): Losses {
  const { instance, firstColumn } = model;
  const { profits } = reducedProfits(model, prices);
  const ofColumn = new Float64Array(firstColumn[instance.unitCount]!);
  const leftOut = new Float64Array(instance.unitCount);
  for (let unit = 0; unit < instance.unitCount; unit++) {
    const best = mostOf(model, profits, unit);
    for (let column = firstColumn[unit]!; column < firstColumn[unit + 1]!; column++) ofColumn[column] = best - profits[column]!;
    leftOut[unit] = instance.required[unit] ? Infinity : best;
  }
  return { ofColumn, leftOut };
}
