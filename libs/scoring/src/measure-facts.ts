// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, daysBetween, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import type { CandidateFacts, Fact, FactKey } from './candidate-facts.js';
import type { FactUse, Measured } from './candidate-inputs.js';
import type { Levels, Measure, Part, Scale } from './model.js';

/** What a measure is read from. */
export interface MeasureContext {
  readonly facts: CandidateFacts;
  readonly today: CalendarDate;
  /** The scale that will read the number: an unknown number spans it from end to end. */
  readonly scale: Scale;
}

type Span = Omit<Measured, 'facts'>;

/**
 * Reads one number from the facts of a candidate.
 *
 * @returns the number, or the interval it can lie in; `SCORING.FACT_OUT_OF_RANGE` for a negative or infinite count, a share outside [0, 1],
 *   a day that does not exist or an answer that the model has no level for
 */
export function measureFacts(measure: Part['measure'], context: MeasureContext): Result<Measured, Problem> {
  const keys = factsOf(measure);
  for (const key of keys) {
    const problem = checkFact(key, valueOf(context.facts, key), measure);
    if (problem) return err(problem);
  }
  return ok({ ...spanOf(measure, context), facts: keys.map((key) => useOf(context.facts, key)) });
}

/** The facts that a measure reads, in the order in which the model names them. */
export function factsOf(measure: Measure): FactKey[] {
  switch (measure.kind) {
    case 'LARGEST':
      return [...measure.facts];
    case 'LEVEL_GAIN':
      return [measure.today, measure.alternative];
    case 'LEVEL_PRODUCT':
      return measure.factors.map((factor) => factor.fact);
    case 'WEIGHTED_SUM':
      return measure.terms.map((term) => term.fact);
    case 'COVERAGE':
      return [measure.covered, measure.missing, measure.alternativeKind];
    case 'POINTS':
      return measure.parts.flatMap((part) => factsOf(part.measure));
    default:
      return [measure.fact];
  }
}

/** A fact as the explanation shows it. */
export function useOf(facts: CandidateFacts, key: FactKey): FactUse {
  const fact = facts[key] as Fact<string | number> | undefined;
  return { fact: key, value: fact?.value ?? null, source: fact?.source ?? null, asOf: fact?.asOf ?? null };
}

function spanOf(measure: Part['measure'], { facts, today, scale }: MeasureContext): Span {
  const number = (key: FactKey) => valueOf(facts, key) as number | null;
  const unknown: Span = { low: scale.anchors[0]!.at, expected: null, high: scale.anchors.at(-1)!.at, known01: 0 };
  switch (measure.kind) {
    case 'LARGEST': {
      const values = measure.facts.map(number).filter((value) => value !== null);
      return values.length === 0 ? unknown : exact(Math.max(...values));
    }
    case 'LEVEL':
      return spanOfLevels([levelOf(facts, measure.fact, measure.levels)], (level) => level[0]!);
    case 'LEVEL_GAIN': {
      const today_ = levelOf(facts, measure.today, measure.levels);
      const alternative = levelOf(facts, measure.alternative, measure.levels);
      return withKnown([today_, alternative], alternative.low - today_.high, alternative.high - today_.low);
    }
    case 'LEVEL_PRODUCT':
      return spanOfLevels(
        measure.factors.map((factor) => levelOf(facts, factor.fact, factor.levels)),
        (levels) => levels.reduce((product, level) => product * level, 1),
      );
    case 'WEIGHTED_SUM': {
      const values = measure.terms.map((term) => ({ ...term, count: number(term.fact) }));
      const missing = values.filter((value) => value.count === null && value.factor > 0).length;
      const sum = values.reduce((total, value) => total + value.factor * (value.count ?? 0), 0);
      if (missing === 0) return exact(sum);
      return { low: sum, expected: null, high: Math.max(sum, unknown.high), known01: 1 - missing / values.length };
    }
    case 'SHARE_SQUARED': {
      const share01 = number(measure.fact);
      return share01 === null ? unknown : exact(share01 * share01 * 10_000);
    }
    case 'DAYS_UNTIL':
    case 'DAYS_SINCE': {
      const day = valueOf(facts, measure.fact) as CalendarDate | null;
      if (day === null) return unknown;
      return exact(measure.kind === 'DAYS_UNTIL' ? daysBetween(today, day) : daysBetween(day, today));
    }
    case 'COVERAGE': {
      const [covered, missing] = [number(measure.covered), number(measure.missing)];
      if (covered !== null && missing !== null && covered + missing > 0) return exact(covered / (covered + missing));
      const range = measure.ranges[valueOf(facts, measure.alternativeKind) as string];
      return range ? { low: range[0], expected: null, high: range[1], known01: 0.5 } : unknown;
    }
  }
}

interface Level {
  readonly low: number;
  readonly high: number;
  readonly known: boolean;
}

function levelOf(facts: CandidateFacts, key: FactKey, levels: Levels): Level {
  const value = valueOf(facts, key);
  if (value !== null) return { low: levels[value]!, high: levels[value]!, known: true };
  const all = Object.values(levels);
  return { low: Math.min(...all), high: Math.max(...all), known: false };
}

function spanOfLevels(levels: readonly Level[], combine: (levels: readonly number[]) => number): Span {
  return withKnown(levels, combine(levels.map((level) => level.low)), combine(levels.map((level) => level.high)));
}

/** Where the ends meet the number is known, whatever the missing answer would be. */
function withKnown(levels: readonly Level[], low: number, high: number): Span {
  if (low === high) return exact(low);
  return { low, expected: null, high, known01: levels.filter((level) => level.known).length / levels.length };
}

function exact(value: number): Span {
  return { low: value, expected: value, high: value, known01: 1 };
}

function valueOf(facts: CandidateFacts, key: FactKey): string | number | null {
  return (facts[key]?.value as string | number | null | undefined) ?? null;
}

function checkFact(fact: FactKey, value: string | number | null, measure: Part['measure']): Problem | null {
  if (value === null) return null;
  const allowed = allowedFor(fact, measure);
  const isFine =
    allowed !== null
      ? typeof value === 'string' && allowed.includes(value)
      : measure.kind === 'DAYS_UNTIL' || measure.kind === 'DAYS_SINCE'
        ? typeof value === 'string' && calendarDate(value) !== null
        : typeof value === 'number' && value >= 0 && value <= (fact.endsWith('01') ? 1 : Number.MAX_SAFE_INTEGER);
  return isFine ? null : { code: 'SCORING.FACT_OUT_OF_RANGE', fact, value: String(value), allowed: allowed ?? [] };
}

function allowedFor(fact: FactKey, measure: Part['measure']): string[] | null {
  if (measure.kind === 'LEVEL' || measure.kind === 'LEVEL_GAIN') return Object.keys(measure.levels);
  if (measure.kind === 'LEVEL_PRODUCT') return measure.factors.filter((factor) => factor.fact === fact).flatMap((factor) => Object.keys(factor.levels));
  if (measure.kind === 'COVERAGE' && fact === measure.alternativeKind) return Object.keys(measure.ranges);
  return null;
}
