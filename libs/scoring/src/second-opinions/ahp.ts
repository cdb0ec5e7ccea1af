// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';

/** Weights from pairwise comparisons and how far the comparisons agree with each other. */
export interface ElicitedWeights {
  /** In the order of the comparisons; they sum to 1. */
  readonly weights01: readonly number[];
  readonly largestEigenvalue: number;
  /** 0 where every comparison follows from the others; 0.1 and more is refused. */
  readonly consistencyRatio: number;
}

/** Mean consistency index of random comparisons, by number of criteria from 1. */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
const MOST_CONSISTENT = 0.1;

/**
 * Elicits weights by AHP: the principal eigenvector of the comparisons.
 *
 * @param comparisons `[i][j]` says how many times as important i is as j, 1/9…9; `[j][i]` is its reciprocal (± 1 %), `[i][i]` is 1; 1 to 10 criteria
 * @returns the weights, or `SCORING.COMPARISONS_NOT_RECIPROCAL` with the pair, or `SCORING.COMPARISONS_INCONSISTENT` for a consistency ratio of 0.1 or more
 * @source Saaty, "The Analytic Hierarchy Process", McGraw-Hill 1980; random index as given there
 */
export function elicitWeights(comparisons: readonly (readonly number[])[]): Result<ElicitedWeights, Problem> {
  const count = comparisons.length;
  if (count < 1 || count > RANDOM_INDEX.length || comparisons.some((row) => row.length !== count)) {
    return err({ code: 'SCORING.PARAMETER_OUT_OF_RANGE', parameter: 'comparisons', value: String(count), from: 1, to: RANDOM_INDEX.length });
  }
  for (const [i, row] of comparisons.entries()) {
    for (const [j, ratio] of row.entries()) {
      const isFine = ratio >= 1 / 9.01 && ratio <= 9.01 && Math.abs(ratio * comparisons[j]![i]! - 1) <= 0.01;
      if (!isFine) return err({ code: 'SCORING.COMPARISONS_NOT_RECIPROCAL', row: i + 1, column: j + 1, ratio: String(ratio) });
    }
  }
  const { vector, eigenvalue } = principalEigenvector(comparisons);
  const randomIndex = RANDOM_INDEX[count - 1]!;
  const consistencyRatio = randomIndex === 0 ? 0 : Math.max(0, (eigenvalue - count) / (count - 1)) / randomIndex;
  if (consistencyRatio >= MOST_CONSISTENT) return err({ code: 'SCORING.COMPARISONS_INCONSISTENT', ratio: consistencyRatio.toFixed(2) });
  return ok({ weights01: vector, largestEigenvalue: eigenvalue, consistencyRatio });
}

/** Power iteration; converges for every matrix of positive numbers. */
function principalEigenvector(matrix: readonly (readonly number[])[]): { vector: number[]; eigenvalue: number } {
  let vector = matrix.map(() => 1 / matrix.length);
  let eigenvalue = matrix.length;
  for (let step = 0; step < 1_000; step++) {
    const image = matrix.map((row) => row.reduce((sum, ratio, index) => sum + ratio * vector[index]!, 0));
    eigenvalue = image.reduce((sum, value) => sum + value, 0);
    const next = image.map((value) => value / eigenvalue);
    const change = next.reduce((most, value, index) => Math.max(most, Math.abs(value - vector[index]!)), 0);
    vector = next;
    if (change < 1e-14) break;
  }
  return { vector, eigenvalue };
}
