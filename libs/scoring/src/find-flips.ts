// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Axis, ScoringModel } from './model.js';
import { gateFactor, type CandidateScore } from './score-candidate.js';

/** The weight of one criterion at which two candidates change places, the other weights shrinking or growing in proportion. */
export interface Flip {
  readonly criterion: string;
  readonly weightNow01: number;
  readonly weightAtFlip01: number;
  /** Whether every weight then still lies within the model's bounds. */
  readonly isWithinBounds: boolean;
}

/**
 * Finds what would swap two candidates: for each criterion the weight at which both have the same expected value, smallest change first.
 *
 * Only one weight is moved at a time; a criterion whose weight cannot swap them whatever it is does not appear. Equal candidates have no flip.
 *
 * @param ahead score of the candidate that ranks before the other
 */
export function findFlips(model: ScoringModel, ahead: CandidateScore, behind: CandidateScore, axis: Axis): Flip[] {
  const [factorAhead, factorBehind] = [gateFactor(ahead.gates, axis).expected, gateFactor(behind.gates, axis).expected];
  const rows = model.criteria
    .map((criterion, index) => ({
      criterion,
      lead: factorAhead * ahead.contributions[index]!.utility01.expected - factorBehind * behind.contributions[index]!.utility01.expected,
    }))
    .filter((row) => row.criterion.axis === axis);
  const total = rows.reduce((sum, { criterion, lead }) => sum + criterion.weight01 * lead, 0);
  if (Math.abs(total) < 1e-12) return [];
  const flips: Flip[] = [];
  for (const { criterion, lead } of rows) {
    const others = 1 - criterion.weight01;
    if (others <= 0) continue;
    const leadOfOthers = (total - criterion.weight01 * lead) / others;
    const weightAtFlip01 = leadOfOthers / (leadOfOthers - lead);
    if (!(weightAtFlip01 >= 0 && weightAtFlip01 <= 1)) continue;
    const scale = (1 - weightAtFlip01) / others;
    const isWithinBounds = rows.every(({ criterion: row }) => {
      const weight = row === criterion ? weightAtFlip01 : row.weight01 * scale;
      return weight >= row.weightMin01 - 1e-9 && weight <= row.weightMax01 + 1e-9;
    });
    flips.push({ criterion: criterion.id, weightNow01: criterion.weight01, weightAtFlip01, isWithinBounds });
  }
  return flips.sort((one, other) => Math.abs(one.weightAtFlip01 - one.weightNow01) - Math.abs(other.weightAtFlip01 - other.weightNow01));
}
