// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { FactKey } from './candidate-facts.js';
import type { FactUse, GateState, PartInput } from './candidate-inputs.js';
import { factWords } from './data/fact-words.js';
import { saySource } from './data/source-words.js';
import type { Interval } from './interval.js';
import type { Axis, Criterion, Part, Principle, ScoringModel } from './model.js';
import { utilityOf } from './derive-inputs.js';
import type { CandidateScore, Contribution } from './score-candidate.js';

/** The way from one number down to what it rests on. */
export interface Explanation {
  readonly axes: readonly { readonly axis: Axis; readonly sentence: string }[];
  readonly gates: readonly { readonly gate: string; readonly name: string; readonly sentence: string; readonly facts: readonly string[]; readonly principles: readonly string[] }[];
  readonly criteria: readonly CriterionExplanation[];
}

export interface CriterionExplanation {
  readonly criterion: string;
  readonly name: string;
  readonly axis: Axis;
  /** What it brings, from which input, by which weight. */
  readonly sentence: string;
  /** One sentence per part of a criterion that has several: its points, and from what. */
  readonly parts: readonly string[];
  /** The anchors by which inputs are turned into worth, of the criterion or of each of its parts: enough to recompute the number by hand. */
  readonly scales: readonly string[];
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
  const range = (interval: Interval, digits = 1) => say.range(number(interval.low, digits), number(interval.expected, digits), number(interval.high, digits), interval.low === interval.high);
  const { goalContribution, feasibility, completeness01 } = score;
  const principleOf = (id: string) => principleIn(model.principles, id, language);
  return {
    axes: [
      { axis: 'GOAL', sentence: say.axis(say.goal, range(goalContribution), number(completeness01.goal * 100, 0)) },
      { axis: 'FEASIBILITY', sentence: say.axis(say.feasibility, range(feasibility), number(completeness01.feasibility * 100, 0)) },
    ],
    gates: score.gates.map((gate) => {
      const name = model.gates.find((candidate) => candidate.id === gate.gate)?.name[language] ?? gate.gate;
      return { gate: gate.gate, name, sentence: say.gate(name, gate.state), facts: gate.facts.map((use) => sayFact(use, language, gate.state === 'UNKNOWN')), principles: gate.principles.map(principleOf) };
    }),
    criteria: score.contributions.map((contribution) => {
      const criterion = model.criteria.find((candidate) => candidate.id === contribution.criterion)!;
      const { measure } = criterion;
      const parts = measure.kind === 'POINTS' ? measure.parts : [];
      return {
        criterion: criterion.id,
        name: criterion.name[language],
        axis: criterion.axis,
        sentence: say.contribution(
          criterion.name[language],
          range(contribution.points),
          number(contribution.weight01 * 100),
          inputOf(contribution.input, criterion, language, number),
          range(times(contribution.utility01, 100)),
        ),
        parts: parts.flatMap((part) => {
          const input = contribution.input.parts.find((candidate) => candidate.part === part.id);
          return input ? [partOf(input, part, language, number, range)] : [];
        }),
        scales: (parts.length > 0 ? parts : [criterion]).map((row) => sayScale(row, language)),
        facts: (parts.length > 0 ? contribution.input.parts : [contribution.input]).flatMap((input) => input.facts.map((use) => sayFact(use, language, input.low < input.high))),
        principles: contribution.principles.map(principleOf),
      };
    }),
  };
}

/**
 * A fact in a sentence: what it is called, its value in words, its source and date; or that it is unknown.
 *
 * @param leavesOpen whether the number is open because of it: not where another fact stands in, or where it does not matter
 */
export function sayFact({ fact, value, source, asOf }: FactUse, language: Language, leavesOpen = true): string {
  const { name } = factWords[fact];
  const say = sentences[language];
  if (value === null) return leavesOpen ? say.missing(name[language]) : say.notNeeded(name[language]);
  return say.fact(name[language], sayValue(fact, value, language), source === null ? null : saySource(source, language), asOf);
}

/** The anchors of a criterion or part in a sentence: what an input is worth, 0 to 100. */
export function sayScale({ name, scale }: Pick<Criterion, 'name' | 'scale'>, language: Language): string {
  const number = (value: number, digits: number) => value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: digits });
  const anchors = scale.anchors.map(({ at, utility01 }) => `${number(at, 2)} → ${number(utility01 * 100, 0)}`).join(', ');
  return sentences[language].scale(name[language], `${anchors} (${scale.unit[language]})`, scale.interpolation === 'LOG');
}

/** The value of a fact in words: choices as they are called, shares in percent, numbers as the language writes them, days as they are. */
export function sayValue(fact: FactKey, value: string | number, language: Language): string {
  const { kind, values } = factWords[fact];
  if (typeof value === 'string') return values[value]?.[language] ?? value;
  const number = (amount: number, digits: number) => amount.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: digits });
  return kind === 'SHARE' ? `${number(value * 100, 2)} %` : number(value, 3);
}

type NumberOf = (value: number, digits?: number) => string;

function inputOf(input: Pick<Contribution['input'], 'low' | 'high'>, { scale }: Pick<Criterion, 'scale'>, language: Language, number: NumberOf): string {
  const value = input.low === input.high ? number(input.low, 2) : `${number(input.low, 2)}–${number(input.high, 2)}`;
  return `${value} ${scale.unit[language]}`;
}

function partOf(input: PartInput, part: Part, language: Language, number: NumberOf, range: (interval: Interval, digits?: number) => string): string {
  const utility01 = utilityOf(input, part.scale);
  return sentences[language].part(part.name[language], range(times(utility01, part.points)), number(part.points), inputOf(input, part, language, number), range(times(utility01, 100)));
}

function times({ low, expected, high }: Interval, factor: number): Interval {
  return { low: low * factor, expected: expected * factor, high: high * factor };
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
    part: (name: string, points: string, most: string, input: string, utility: string) => `${name}: ${points} von ${most} Punkten für ${input}, das ist ${utility} von 100 wert.`,
    scale: (name: string, anchors: string, isLog: boolean) => `${name}: ${anchors}, dazwischen ${isLog ? 'gerade im Logarithmus' : 'gerade'}.`,
    fact: (fact: string, value: string, source: string | null, asOf: string | null) =>
      `${fact}: ${value}. Quelle: ${source ?? 'nicht angegeben'}, Stand: ${asOf ?? 'nicht angegeben'}.`,
    notNeeded: (fact: string) => `${fact}: unbekannt; hier nicht nötig.`,
    missing: (fact: string) => `${fact}: unbekannt. Gerechnet wird mit der ganzen Spanne, im Erwartungswert mit ihrer Mitte.`,
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
    part: (name: string, points: string, most: string, input: string, utility: string) => `${name}: ${points} of ${most} points for ${input}, which is worth ${utility} of 100.`,
    scale: (name: string, anchors: string, isLog: boolean) => `${name}: ${anchors}, between them straight${isLog ? ' in the logarithm' : ''}.`,
    fact: (fact: string, value: string, source: string | null, asOf: string | null) =>
      `${fact}: ${value}. Source: ${source ?? 'not given'}, as of ${asOf ?? 'not given'}.`,
    notNeeded: (fact: string) => `${fact}: unknown; not needed here.`,
    missing: (fact: string) => `${fact}: unknown. The whole range is counted, in the expected value its middle.`,
  },
} as const;
