// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import type { CandidateFacts } from './candidate-facts.js';
import type { CandidateInputs, CriterionInput, GateInput, Measured, PartInput } from './candidate-inputs.js';
import { sumIntervals, type Interval } from './interval.js';
import { measureFacts, useOf } from './measure-facts.js';
import type { Criterion, Gate, ScoringModel } from './model.js';
import { isWithinScale, utilityAt } from './scale.js';

/**
 * Derives what a model needs from what is known about a candidate: one input per criterion and gate, in the model's order.
 *
 * An unknown fact is neither 0 nor an average: its input spans the scale from end to end, `expected` is null, `known01` says how much is missing.
 *
 * @param model one that {@link checkModel} accepted
 * @param today the day of the run; ages and remaining times are counted from it
 * @returns the inputs, or the first fact that is not what it should be (`SCORING.FACT_OUT_OF_RANGE`, `SCORING.INPUT_OUT_OF_SCALE`)
 */
export function deriveInputs(facts: CandidateFacts, model: ScoringModel, today: CalendarDate): Result<CandidateInputs, Problem> {
  const criteria: CriterionInput[] = [];
  for (const criterion of model.criteria) {
    const input = criterionInput(criterion, facts, today);
    if (!input.ok) return input;
    criteria.push(input.value);
  }
  const gates: GateInput[] = [];
  for (const gate of model.gates) {
    const input = gateInput(gate, facts);
    if (!input.ok) return input;
    gates.push(input.value);
  }
  return ok({ criteria, gates });
}

/** What a measured number is worth; where only its ends are known, half way between what these are worth. */
export function utilityOf(measured: Pick<Measured, 'low' | 'expected' | 'high'>, scale: Criterion['scale']): Interval {
  const ends = [utilityAt(scale, measured.low), utilityAt(scale, measured.high)] as const;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return { low, expected: measured.expected === null ? (low + high) / 2 : utilityAt(scale, measured.expected), high };
}

function criterionInput(criterion: Criterion, facts: CandidateFacts, today: CalendarDate): Result<CriterionInput, Problem> {
  const { measure, scale, id } = criterion;
  if (measure.kind !== 'POINTS') {
    const measured = measureFacts(measure, { facts, today, scale });
    if (!measured.ok) return measured;
    return withinScale(criterion, { ...measured.value, criterion: id, parts: [] });
  }
  const parts: PartInput[] = [];
  for (const part of measure.parts) {
    const measured = measureFacts(part.measure, { facts, today, scale: part.scale });
    if (!measured.ok) return measured;
    parts.push({ ...measured.value, part: part.id, utility01: utilityOf(measured.value, part.scale) });
  }
  const points = sumIntervals(measure.parts.map((part, index) => times(parts[index]!.utility01, part.points)));
  const known01 = measure.parts.reduce((sum, part, index) => sum + (part.points / 100) * parts[index]!.known01, 0);
  const expected = parts.every((part) => part.known01 === 0) ? null : points.expected;
  return withinScale(criterion, { criterion: id, ...points, expected, known01, facts: parts.flatMap((part) => part.facts), parts });
}

function withinScale({ id, scale }: Criterion, input: CriterionInput): Result<CriterionInput, Problem> {
  if (scale.beyond === 'SATURATES' || (isWithinScale(scale, input.low) && isWithinScale(scale, input.high))) return ok(input);
  const value = isWithinScale(scale, input.low) ? input.high : input.low;
  return err({ code: 'SCORING.INPUT_OUT_OF_SCALE', criterion: id, value, from: scale.anchors[0]!.at, to: scale.anchors.at(-1)!.at });
}

function gateInput(gate: Gate, facts: CandidateFacts): Result<GateInput, Problem> {
  const condition = gate.notNeededWhen;
  const answer = useOf(facts, gate.fact);
  if (answer.value !== null && answer.value !== 'YES' && answer.value !== 'NO') {
    return err({ code: 'SCORING.FACT_OUT_OF_RANGE', fact: gate.fact, value: String(answer.value), allowed: ['YES', 'NO'] });
  }
  const uses = condition ? [answer, useOf(facts, condition.fact)] : [answer];
  const isNotNeeded = condition !== null && uses[1]!.value === condition.is;
  // Whoever answers the gate's own question knows better than the rule that makes it pointless.
  const state = answer.value === 'NO' ? 'CLOSED' : answer.value === 'YES' || isNotNeeded ? 'OPEN' : 'UNKNOWN';
  return ok({ gate: gate.id, state, facts: uses });
}

function times(interval: Interval, factor: number): Interval {
  return { low: interval.low * factor, expected: interval.expected * factor, high: interval.high * factor };
}
