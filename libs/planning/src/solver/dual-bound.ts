// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mostOf, reducedProfits } from './reduced-profit.js';
import type { WaveModel } from './wave-model.js';

/**
 * Adds up a bound from row prices so that it holds whatever the prices are: by weak duality no plan is worth more than what the priced rows cost
 * plus, for each unit, its best start after paying those prices. The tolerance and the honesty of the solver do not enter.
 *
 * @param prices per row, of a maximising program; wrong signs are set to 0, prices of "one start" rows are not needed
 * @returns upper bound in objective cents (whole, since every plan's worth is)
 * @source A. M. Geoffrion, Lagrangean relaxation for integer programming, Math. Prog. Study 2 (1974)
 */
export function dualBound(model: WaveModel, prices: Float64Array): number {
  const { columns, firstColumn, instance } = model;
  const { profits: reduced, paid } = reducedProfits(model, prices);
  let bound = paid;
  for (let unit = 0; unit < instance.unitCount; unit++) bound += mostOf(model, reduced, unit);
  for (let column = firstColumn[instance.unitCount]!; column < reduced.length; column++) {
    bound += Math.max(reduced[column]! * columns.lower[column]!, reduced[column]! * columns.upper[column]!);
  }
  const cents = bound / model.profitScale;
  return Math.floor(cents + 1e-9 * Math.max(1, Math.abs(cents)));
}
