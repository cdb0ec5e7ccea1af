// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { FactUse, GateState } from './candidate-inputs.js';
import type { Interval } from './interval.js';
import type { Axis, Criterion, Principle, ScoringModel } from './model.js';
import type { CandidateScore, Contribution } from './score-candidate.js';

/** The way from one number down to what it rests on. */
export interface Explanation {
  readonly axes: readonly { readonly axis: Axis; readonly sentence: string }[];
  readonly gates: readonly { readonly gate: string; readonly sentence: string; readonly facts: readonly string[] }[];
  readonly criteria: readonly CriterionExplanation[];
}

export interface CriterionExplanation {
  readonly criterion: string;
  readonly name: string;
  /** What it brings, from which input, by which weight. */
  readonly sentence: string;
  /** One sentence per fact: its value, source and date, or that it is missing. */
  readonly facts: readonly string[];
  /** The memorandum's principles it serves, with the memorandum's own words. */
  readonly principles: readonly string[];
}

/**
 * Explains every number of a score in sentences, in the model's order.
 *
 * @param model the one that the score was made with
 */
export function explainScore(score: CandidateScore, model: ScoringModel, language: Language): Explanation {
  const say = sentences[language];
  const number = (value: number, digits = 1) => value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: digits });
  const range = (interval: Interval) => say.range(number(interval.low), number(interval.expected), number(interval.high), interval.low === interval.high);
  const factOf = (use: FactUse) => (use.value === null ? say.missing(use.fact) : say.fact(use.fact, String(use.value), use.source, use.asOf));
  const { goalContribution, feasibility, completeness01 } = score;
  return {
    axes: [
      { axis: 'GOAL', sentence: say.axis(say.goal, range(goalContribution), number(completeness01.goal * 100, 0)) },
      { axis: 'FEASIBILITY', sentence: say.axis(say.feasibility, range(feasibility), number(completeness01.feasibility * 100, 0)) },
    ],
    gates: score.gates.map((gate) => {
      const name = model.gates.find((candidate) => candidate.id === gate.gate)?.name[language] ?? gate.gate;
      return { gate: gate.gate, sentence: say.gate(name, gate.state), facts: gate.facts.map(factOf) };
    }),
    criteria: score.contributions.map((contribution) => {
      const criterion = model.criteria.find((candidate) => candidate.id === contribution.criterion)!;
      return {
        criterion: criterion.id,
        name: criterion.name[language],
        sentence: say.contribution(
          criterion.name[language],
          range(contribution.points),
          number(contribution.weight01 * 100),
          inputOf(contribution, criterion, language, number),
          range(times100(contribution.utility01)),
        ),
        facts: contribution.input.facts.map(factOf),
        principles: contribution.principles.map((id) => principleIn(model.principles, id, language)),
      };
    }),
  };
}

function inputOf({ input }: Contribution, { scale }: Criterion, language: Language, number: (value: number) => string): string {
  const value = input.low === input.high ? number(input.low) : `${number(input.low)}–${number(input.high)}`;
  return `${value} ${scale.unit[language]}`;
}

function times100(interval: Interval): Interval {
  return { low: interval.low * 100, expected: interval.expected * 100, high: interval.high * 100 };
}

function principleIn(principles: readonly Principle[], id: string, language: Language): string {
  const principle = principles.find((candidate) => candidate.id === id);
  return principle ? `${id} ${principle.name[language]}: „${principle.sourceWords}“` : id;
}

const sentences = {
  de: {
    goal: 'Zielbeitrag',
    feasibility: 'Machbarkeit',
    range: (low: string, expected: string, high: string, isExact: boolean) => (isExact ? expected : `${expected} (mindestens ${low}, höchstens ${high})`),
    axis: (name: string, range: string, percent: string) => `${name}: ${range} von 100; ${percent} % des Gewichts sind durch Daten belegt.`,
    gate: (name: string, state: GateState) =>
      ({
        OPEN: `${name}: erfüllt.`,
        CLOSED: `${name}: nicht erfüllt, deshalb zählt die Achse 0.`,
        UNKNOWN: `${name}: unbekannt. Der Erwartungswert zählt zur Hälfte, das Intervall reicht bis 0, bis die Frage beantwortet ist.`,
      })[state],
    contribution: (name: string, points: string, weight: string, input: string, utility: string) =>
      `${name} bringt ${points} Punkte: Gewicht ${weight} % auf ${input}, das ist ${utility} von 100 wert.`,
    fact: (fact: string, value: string, source: string | null, asOf: string | null) =>
      `${fact} = ${value}; Quelle: ${source ?? 'nicht angegeben'}, Stand: ${asOf ?? 'nicht angegeben'}.`,
    missing: (fact: string) => `${fact} ist unbekannt: gerechnet wird mit der ganzen Spanne, im Erwartungswert mit ihrer Mitte.`,
  },
  en: {
    goal: 'Goal contribution',
    feasibility: 'Feasibility',
    range: (low: string, expected: string, high: string, isExact: boolean) => (isExact ? expected : `${expected} (at least ${low}, at most ${high})`),
    axis: (name: string, range: string, percent: string) => `${name}: ${range} of 100; ${percent} % of the weight is backed by data.`,
    gate: (name: string, state: GateState) =>
      ({
        OPEN: `${name}: fulfilled.`,
        CLOSED: `${name}: not fulfilled, so the axis counts 0.`,
        UNKNOWN: `${name}: unknown. The expected value counts half and the interval reaches down to 0 until the question is answered.`,
      })[state],
    contribution: (name: string, points: string, weight: string, input: string, utility: string) =>
      `${name} brings ${points} points: weight ${weight} % on ${input}, which is worth ${utility} of 100.`,
    fact: (fact: string, value: string, source: string | null, asOf: string | null) =>
      `${fact} = ${value}; source: ${source ?? 'not given'}, as of ${asOf ?? 'not given'}.`,
    missing: (fact: string) => `${fact} is unknown: the whole range is counted, in the expected value its middle.`,
  },
} as const;
