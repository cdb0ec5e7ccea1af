// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { FactKey } from './candidate-facts.js';
import { sayScale } from './explain-score.js';
import { factsOf } from './measure-facts.js';
import type { Axis, Measure, ScoringModel, Wording } from './model.js';
import { utilityAt } from './scale.js';

/** Where a model uses a fact, and what each answer is worth there. */
export interface AnswerWorth {
  /** Id of the criterion or gate. */
  readonly asks: string;
  readonly axis: Axis;
  readonly name: Wording;
  /** The anchors of the scale in a sentence; null for a gate. */
  readonly scale: string | null;
  readonly unit: Wording | null;
  /** Worth of each answer, 0 (worst) to 1 (best), where it alone decides it; else null. */
  readonly worth01: Readonly<Record<string, number>> | null;
  /** Ids of the principles that are served. */
  readonly principles: readonly string[];
}

/** Says where a fact counts in a model; empty where it does not. */
export function worthOfAnswers(fact: FactKey, model: ScoringModel, language: Language): AnswerWorth[] {
  const gates = model.gates
    .filter((gate) => gate.fact === fact)
    .map(({ id, axis, name, principles }): AnswerWorth => ({ asks: id, axis, name, scale: null, unit: null, worth01: null, principles }));
  const criteria = model.criteria.flatMap(({ id, axis, name, measure, scale, principles }) => {
    const rows = measure.kind === 'POINTS' ? measure.parts : [{ name, measure, scale }];
    return rows
      .filter((row) => factsOf(row.measure).includes(fact))
      .map((row): AnswerWorth => ({ asks: id, axis, name, scale: sayScale(row, language), unit: row.scale.unit, worth01: worthOfLevels(row.measure, (level) => utilityAt(row.scale, level)), principles }));
  });
  return [...gates, ...criteria];
}

function worthOfLevels(measure: Measure, worth: (level: number) => number): Record<string, number> | null {
  if (measure.kind !== 'LEVEL') return null;
  return Object.fromEntries(Object.entries(measure.levels).map(([answer, level]) => [answer, worth(level)]));
}
