// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import type { FactKey } from './candidate-facts.js';
import { factWords, type FactDescription } from './data/fact-words.js';
import type { Axis, Criterion, Gate, Levels, Measure, Scale, ScoringModel } from './model.js';

const ROUNDING = 1e-9;
const AXES: readonly Axis[] = ['GOAL', 'FEASIBILITY'];

/**
 * Accepts a model only if every score that it gives can be explained and repeated.
 *
 * Checked: ids are there once; each axis has criteria, weights in [0, 1] that sum to 1 (± 1e-9) and lie inside bounds that leave room for a sum of 1; anchors
 * rise and utilities only rise or only fall within [0, 1]; parts sum to 100 points; levels are finite, and there is one for every answer that can be given; each
 * fact is of the kind that its measure reads; principles exist.
 *
 * @returns the same model, or the first fault in the order of the model, with `path` to the field
 */
export function checkModel(model: ScoringModel): Result<ScoringModel, Problem> {
  const problem = doubledId(model) ?? firstProblem(model.criteria, checkCriterion) ?? firstProblem(model.gates, checkGate) ?? firstProblem(AXES, (axis) => checkAxis(model, axis)) ?? checkPrinciples(model);
  return problem ? err(problem) : ok(model);
}

/**
 * Says what is wrong with a scale, or null.
 *
 * @param path where it stands in the model, for the problem
 */
export function checkScale(scale: Scale, path: string): Problem | null {
  const { anchors } = scale;
  if (anchors.length < 2) return { code: 'SCORING.SCALE_NEEDS_TWO_ANCHORS', path };
  for (const [index, { at, utility01 }] of anchors.entries()) {
    if (!Number.isFinite(at) || !(utility01 >= 0 && utility01 <= 1)) return { code: 'SCORING.ANCHOR_OUT_OF_RANGE', path, at, utility01 };
    if (scale.interpolation === 'LOG' && at <= 0) return { code: 'SCORING.ANCHOR_OUT_OF_RANGE', path, at, utility01 };
    if (index > 0 && !(at > anchors[index - 1]!.at)) return { code: 'SCORING.ANCHORS_DO_NOT_RISE', path, at };
  }
  const steps = anchors.slice(1).map((anchor, index) => anchor.utility01 - anchors[index]!.utility01);
  return steps.some((step) => step > 0) && steps.some((step) => step < 0) ? { code: 'SCORING.SCALE_TURNS', path } : null;
}

function checkCriterion(criterion: Criterion): Problem | null {
  const { id, weight01, weightMin01, weightMax01, measure } = criterion;
  const path = `criteria.${id}`;
  if (!(weight01 >= 0 && weight01 <= 1)) return { code: 'SCORING.WEIGHT_OUT_OF_RANGE', path, criterion: id, weight: weight01 };
  if (!(weightMin01 >= 0 && weightMin01 <= weight01 && weight01 <= weightMax01 && weightMax01 <= 1)) {
    return { code: 'SCORING.WEIGHT_OUT_OF_BOUNDS', path, criterion: id, weight: weight01, min: weightMin01, max: weightMax01 };
  }
  return checkScale(criterion.scale, path) ?? checkMeasure(measure, path);
}

function checkMeasure(measure: Measure, path: string): Problem | null {
  if (measure.kind !== 'POINTS') return numbersOf(measure).every(Number.isFinite) ? checkFacts(measure, path) : { code: 'SCORING.LEVEL_OUT_OF_RANGE', path };
  const doubled = firstDoubled(measure.parts.map((part) => part.id));
  if (doubled !== undefined) return { code: 'SCORING.ID_TWICE', path, id: doubled };
  const sum = measure.parts.reduce((total, part) => total + part.points, 0);
  const isWhole = Math.abs(sum - 100) <= ROUNDING && measure.parts.every((part) => part.points >= 0);
  if (!isWhole) return { code: 'SCORING.POINTS_DO_NOT_SUM_TO_100', path, sum };
  return firstProblem(measure.parts, (part) => checkScale(part.scale, `${path}.${part.id}`) ?? checkMeasure(part.measure, `${path}.${part.id}`));
}

const NUMBERS: readonly FactDescription['kind'][] = ['COUNT', 'AMOUNT', 'SHARE'];

/** Each fact must be of the kind that the measure reads, and each answer to it must have a level: else a run would stop at the first such answer. */
function checkFacts(measure: Exclude<Measure, { kind: 'POINTS' }>, path: string): Problem | null {
  switch (measure.kind) {
    case 'LEVEL':
      return checkLevels(measure.fact, measure.levels, path);
    case 'LEVEL_GAIN':
      return firstProblem([measure.today, measure.alternative], (fact) => checkLevels(fact, measure.levels, path));
    case 'LEVEL_PRODUCT':
      return firstProblem(measure.factors, ({ fact, levels }) => checkLevels(fact, levels, path));
    case 'COVERAGE':
      return checkKinds([measure.covered, measure.missing], NUMBERS, path) ?? checkLevels(measure.alternativeKind, measure.ranges, path);
    case 'DAYS_UNTIL':
    case 'DAYS_SINCE':
      return checkKinds([measure.fact], ['DAY'], path);
    case 'SHARE_SQUARED':
      return checkKinds([measure.fact], ['SHARE'], path);
    case 'LARGEST':
      return checkKinds(measure.facts, NUMBERS, path);
    case 'WEIGHTED_SUM':
      return checkKinds(measure.terms.map((term) => term.fact), NUMBERS, path);
  }
}

function checkGate({ id, fact, notNeededWhen }: Gate): Problem | null {
  const path = `gates.${id}`;
  if (factWords[fact].values['YES'] === undefined) return { code: 'SCORING.FACT_OF_WRONG_KIND', path, fact, expected: 'YES / NO' };
  if (notNeededWhen === null || factWords[notNeededWhen.fact].values[notNeededWhen.is] !== undefined) return null;
  return { code: 'SCORING.FACT_OF_WRONG_KIND', path, fact: notNeededWhen.fact, expected: notNeededWhen.is };
}

function checkLevels(fact: FactKey, levels: Levels | Readonly<Record<string, unknown>>, path: string): Problem | null {
  const problem = checkKinds([fact], ['CHOICE'], path);
  if (problem) return problem;
  const without = Object.keys(factWords[fact].values).find((value) => !Object.hasOwn(levels, value));
  return without === undefined ? null : { code: 'SCORING.LEVEL_MISSING', path, fact, value: without };
}

function checkKinds(facts: readonly FactKey[], kinds: readonly FactDescription['kind'][], path: string): Problem | null {
  const stranger = facts.find((fact) => !kinds.includes(factWords[fact].kind));
  return stranger === undefined ? null : { code: 'SCORING.FACT_OF_WRONG_KIND', path, fact: stranger, expected: kinds.join(' / ') };
}

function numbersOf(measure: Exclude<Measure, { kind: 'POINTS' }>): number[] {
  switch (measure.kind) {
    case 'LEVEL':
    case 'LEVEL_GAIN':
      return orNone(Object.values(measure.levels));
    case 'LEVEL_PRODUCT':
      return orNone(measure.factors.flatMap((factor) => Object.values(factor.levels).map((level) => (level >= 0 ? level : Number.NaN))));
    case 'WEIGHTED_SUM':
      return orNone(measure.terms.map((term) => (term.factor >= 0 ? term.factor : Number.NaN)));
    case 'COVERAGE':
      return orNone(Object.values(measure.ranges).map(([low, high]) => (low >= 0 && low <= high && high <= 1 ? low : Number.NaN)));
    default:
      return [];
  }
}

/** A measure without any level could never be answered. */
function orNone(numbers: number[]): number[] {
  return numbers.length === 0 ? [Number.NaN] : numbers;
}

function checkAxis(model: ScoringModel, axis: Axis): Problem | null {
  const criteria = model.criteria.filter((criterion) => criterion.axis === axis);
  const sumOf = (weight: (criterion: Criterion) => number) => criteria.reduce((sum, criterion) => sum + weight(criterion), 0);
  const sum = sumOf((criterion) => criterion.weight01);
  return Math.abs(sum - 1) <= ROUNDING ? null : { code: 'SCORING.WEIGHTS_DO_NOT_SUM_TO_ONE', axis, sum };
}

function checkPrinciples(model: ScoringModel): Problem | null {
  const known = new Set(model.principles.map((principle) => principle.id));
  for (const { id, principles } of [...model.criteria, ...model.gates]) {
    const missing = principles.find((principle) => !known.has(principle));
    if (missing !== undefined) return { code: 'SCORING.PRINCIPLE_UNKNOWN', criterion: id, principle: missing };
  }
  return null;
}

function doubledId(model: ScoringModel): Problem | null {
  const id = firstDoubled([...model.criteria, ...model.gates].map((entry) => entry.id)) ?? firstDoubled(model.principles.map((principle) => principle.id));
  return id === undefined ? null : { code: 'SCORING.ID_TWICE', path: 'criteria', id };
}

function firstDoubled(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

function firstProblem<T>(items: readonly T[], check: (item: T) => Problem | null): Problem | null {
  for (const item of items) {
    const problem = check(item);
    if (problem) return problem;
  }
  return null;
}
