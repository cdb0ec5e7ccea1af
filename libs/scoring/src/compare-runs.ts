// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { FactKey } from './candidate-facts.js';
import type { FactUse } from './candidate-inputs.js';
import { factWords } from './data/fact-words.js';
import { sayValue } from './explain-score.js';
import { saySource } from './data/source-words.js';
import type { Axis, Wording } from './model.js';
import type { CandidateScore } from './score-candidate.js';

/** A candidate of one run. */
export interface RunCandidate {
  readonly id: string;
  readonly rank: number;
  readonly score: CandidateScore;
}

/** What moved between two runs for one candidate, and because of what. */
export interface Move {
  readonly id: string;
  /** Null where the candidate was not in that run. */
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  readonly goalContributionChange: number | null;
  readonly feasibilityChange: number | null;
  /** Largest change of points first; criteria and gates that are the same in both runs are left out. */
  readonly causes: readonly MoveCause[];
}

export interface MoveCause {
  /** Id of the criterion or gate. */
  readonly because: string;
  readonly axis: Axis;
  /** Change of the criterion's expected points before gates; null for a gate and for a criterion that only one model has. */
  readonly pointsChange: number | null;
  readonly hasWeightChanged: boolean;
  readonly facts: readonly { readonly fact: FactKey; readonly before: FactUse | null; readonly after: FactUse | null }[];
}

/**
 * Compares two runs, of the same model or of different ones: a move per candidate of either, candidates that are the same in both left out; in the order of
 * the later run, then those that are gone.
 */
export function compareRuns(before: readonly RunCandidate[], after: readonly RunCandidate[]): Move[] {
  const [earlier, later] = [new Map(before.map((candidate) => [candidate.id, candidate])), new Map(after.map((candidate) => [candidate.id, candidate]))];
  const ids = new Set([...after, ...before].map((candidate) => candidate.id));
  return [...ids]
    .map((id) => moveOf(id, earlier.get(id) ?? null, later.get(id) ?? null))
    .filter((move) => move.rankBefore !== move.rankAfter || move.goalContributionChange !== 0 || move.feasibilityChange !== 0 || move.causes.length > 0);
}

/** Says why a candidate moved: what changed by how many points, and because of which input from which source. */
export function sayCause({ pointsChange, hasWeightChanged, facts }: MoveCause, name: Wording, language: Language): string {
  const say = sentences[language];
  const number = (value: number) => value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const inputs = facts.map(({ fact, before, after }) => {
    const { name: factName } = factWords[fact];
    const valueOf = (use: FactUse | null) => (use === null || use.value === null ? say.unknown : sayValue(fact, use.value, language));
    return say.fact(factName[language], valueOf(before), valueOf(after), after?.source ? saySource(after.source, language) : null, after?.asOf ?? null);
  });
  const parts = [...(hasWeightChanged ? [say.weight] : []), ...inputs];
  return `${pointsChange === null ? name[language] : say.points(name[language], number(pointsChange))}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}.`;
}

const sentences = {
  de: {
    unknown: 'unbekannt',
    weight: 'das Gewicht wurde geändert',
    points: (name: string, change: string) => `${name} ${change} Punkte`,
    fact: (name: string, before: string, after: string, source: string | null, asOf: string | null) => `${name} ${before} → ${after}${source === null ? '' : ` (${source}, ${asOf ?? 'ohne Datum'})`}`,
  },
  en: {
    unknown: 'unknown',
    weight: 'the weight was changed',
    points: (name: string, change: string) => `${name} ${change} points`,
    fact: (name: string, before: string, after: string, source: string | null, asOf: string | null) => `${name} ${before} → ${after}${source === null ? '' : ` (${source}, ${asOf ?? 'no date'})`}`,
  },
} as const;

function moveOf(id: string, before: RunCandidate | null, after: RunCandidate | null): Move {
  const change = (axis: 'goalContribution' | 'feasibility') => (before && after ? after.score[axis].expected - before.score[axis].expected : null);
  return {
    id,
    rankBefore: before?.rank ?? null,
    rankAfter: after?.rank ?? null,
    goalContributionChange: change('goalContribution'),
    feasibilityChange: change('feasibility'),
    causes: before && after ? causesOf(before.score, after.score) : [],
  };
}

function causesOf(before: CandidateScore, after: CandidateScore): MoveCause[] {
  const causes: MoveCause[] = [];
  for (const id of new Set([...after.contributions, ...before.contributions].map((contribution) => contribution.criterion))) {
    const [old, now] = [before, after].map((score) => score.contributions.find((contribution) => contribution.criterion === id) ?? null);
    const facts = changedFacts(old?.input.facts ?? [], now?.input.facts ?? []);
    const hasWeightChanged = old?.weight01 !== now?.weight01;
    const pointsChange = old && now ? now.points.expected - old.points.expected : null;
    if (facts.length > 0 || hasWeightChanged || pointsChange !== 0) causes.push({ because: id, axis: (now ?? old)!.axis, pointsChange, hasWeightChanged, facts });
  }
  causes.sort((one, other) => Math.abs(other.pointsChange ?? 100) - Math.abs(one.pointsChange ?? 100));
  for (const id of new Set([...after.gates, ...before.gates].map((gate) => gate.gate))) {
    const [old, now] = [before, after].map((score) => score.gates.find((gate) => gate.gate === id) ?? null);
    const facts = changedFacts(old?.facts ?? [], now?.facts ?? []);
    if (old?.state !== now?.state || facts.length > 0) causes.unshift({ because: id, axis: (now ?? old)!.axis, pointsChange: null, hasWeightChanged: false, facts });
  }
  return causes;
}

function changedFacts(before: readonly FactUse[], after: readonly FactUse[]): MoveCause['facts'] {
  return [...new Set([...after, ...before].map((use) => use.fact))]
    .map((fact) => ({ fact, before: before.find((use) => use.fact === fact) ?? null, after: after.find((use) => use.fact === fact) ?? null }))
    .filter(({ before: old, after: now }) => old?.value !== now?.value);
}
