// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CandidateFacts, FactKey } from './candidate-facts.js';
import type { FactUse } from './candidate-inputs.js';
import { mapInterval, sumIntervals, type Interval } from './interval.js';
import { useOf } from './measure-facts.js';
import type { Wording } from './model.js';

/** One of the eight objectives of the framework. */
export interface SovereigntyObjective {
  readonly id: string;
  readonly name: Wording;
  readonly weight01: number;
}

/**
 * The eight objectives with their weights in the sovereignty score.
 *
 * @source Cloud Sovereignty Framework 1.2.1, European Commission (DG DIGIT), October 2025; German names are ours
 */
export const sovereigntyObjectives: readonly SovereigntyObjective[] = [
  { id: 'SOV-1', name: { de: 'Strategische Souveränität', en: 'Strategic sovereignty' }, weight01: 0.15 },
  { id: 'SOV-2', name: { de: 'Recht und Gerichtsbarkeit', en: 'Legal and jurisdictional sovereignty' }, weight01: 0.1 },
  { id: 'SOV-3', name: { de: 'Daten und KI', en: 'Data and AI sovereignty' }, weight01: 0.1 },
  { id: 'SOV-4', name: { de: 'Betrieb', en: 'Operational sovereignty' }, weight01: 0.15 },
  { id: 'SOV-5', name: { de: 'Lieferkette', en: 'Supply chain sovereignty' }, weight01: 0.2 },
  { id: 'SOV-6', name: { de: 'Technologie', en: 'Technology sovereignty' }, weight01: 0.15 },
  { id: 'SOV-7', name: { de: 'Sicherheit und Regeltreue', en: 'Security and compliance sovereignty' }, weight01: 0.1 },
  { id: 'SOV-8', name: { de: 'Umwelt', en: 'Environmental sustainability' }, weight01: 0.05 },
];

/** How far one objective is reached. */
export interface ObjectiveStanding {
  readonly objective: string;
  /** SEAL level, 0 to 4. */
  readonly level: Interval;
  readonly facts: readonly FactUse[];
}

/** A view beside the score, never part of it. */
export interface SovereigntyProfile {
  readonly objectives: readonly ObjectiveStanding[];
  /** Σ weight · level / 4, 0 to 100. */
  readonly score: Interval;
  /** Lowest level over all objectives: a tender that asks for a level refuses what lies below it in any of them. */
  readonly lowestLevel: Interval;
  /** Share of the weight whose level is answered. */
  readonly completeness01: number;
}

const HIGHEST = 4;
/** Control from outside the EU leaves SEAL-2 as the highest level of SOV-2: the levels above exclude it. */
const HIGHEST_UNDER_FOREIGN_LAW = 2;

/**
 * Profile of today's product or of the alternative by the EU Cloud Sovereignty Framework.
 *
 * Levels come from answers; a missing one spans 0 to 4. The only thing read from elsewhere is the law that can reach the data of today's product: where it is
 * not that of the EU, SOV-2 lies at SEAL-2 or below, until an answer says otherwise.
 *
 * @source weights and levels: {@link sovereigntyObjectives}; the bound of SOV-2 is our reading of the levels' definitions
 */
export function sovereigntyProfile(facts: CandidateFacts, side: 'today' | 'alternative'): SovereigntyProfile {
  const objectives = sovereigntyObjectives.map(({ id }, index): ObjectiveStanding => {
    const answer = useOf(facts, `${side}Sov${index + 1}` as FactKey);
    if (answer.value !== null) {
      const level = Number(String(answer.value).slice(-1));
      return { objective: id, level: { low: level, expected: level, high: level }, facts: [answer] };
    }
    const law = side === 'today' && id === 'SOV-2' ? [useOf(facts, 'todayJurisdiction')] : [];
    const high = law.some(({ value }) => value !== null && value !== 'EU') ? HIGHEST_UNDER_FOREIGN_LAW : HIGHEST;
    return { objective: id, level: { low: 0, expected: high / 2, high }, facts: [answer, ...law] };
  });
  const weighted = objectives.map(({ level }, index) => mapInterval(level, (value) => (100 * sovereigntyObjectives[index]!.weight01 * value) / HIGHEST));
  const lowest = (end: keyof Interval) => Math.min(...objectives.map(({ level }) => level[end]));
  return {
    objectives,
    score: sumIntervals(weighted),
    lowestLevel: { low: lowest('low'), expected: lowest('expected'), high: lowest('high') },
    completeness01: objectives.reduce((sum, { facts: [answer] }, index) => sum + (answer!.value === null ? 0 : sovereigntyObjectives[index]!.weight01), 0),
  };
}
