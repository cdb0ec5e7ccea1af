// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ScoringModel } from '../model.js';
import { feasibilityCriteria } from './dortmund-2021-feasibility.js';
import { goalCriteria } from './dortmund-2021-goal.js';
import { memorandumPrinciples } from './memorandum.js';

/**
 * The model shipped for the memorandum. Weights and anchors are defaults, set by the project and not by the council: an administration edits a copy.
 *
 * @source principles: resolution of the council of Dortmund of 11 February 2021; criteria, anchors and weights: own work, version 1
 */
export const dortmund2021: ScoringModel = deepFreeze({
  id: 'dortmund-2021',
  version: 1,
  name: { de: 'Memorandum zur Digitalisierung, Dortmund 2021', en: 'Memorandum on digitalisation, Dortmund 2021' },
  source: 'Memorandum zur Digitalisierung 2020 bis 2025, Rat der Stadt Dortmund, 11. Februar 2021',
  principles: memorandumPrinciples,
  criteria: [...goalCriteria, ...feasibilityCriteria],
  gates: [
    {
      id: 'analogue-path-kept',
      axis: 'GOAL',
      name: { de: 'Analoger Weg bleibt offen', en: 'Analogue path kept' },
      question: {
        de: 'Bleibt der analoge Weg zu der Leistung nach der Umstellung offen?',
        en: 'Does the analogue way to the service stay open after the move?',
      },
      fact: 'analoguePathKept',
      notNeededWhen: { fact: 'citizenFacing', is: 'NO' },
      principles: ['M5'],
    },
  ],
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
