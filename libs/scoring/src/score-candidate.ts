// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import type { CandidateInputs, CriterionInput, GateInput } from './candidate-inputs.js';
import { utilityOf } from './derive-inputs.js';
import { sumIntervals, type Interval } from './interval.js';
import type { Axis, Criterion, ScoringModel } from './model.js';
import { isWithinScale } from './scale.js';

/** What one criterion brings to its axis, and everything that the number rests on. */
export interface Contribution {
  readonly criterion: string;
  readonly axis: Axis;
  readonly weight01: number;
  readonly input: CriterionInput;
  readonly utility01: Interval;
  /** 100 · weight · utility: points of the axis before its gates. */
  readonly points: Interval;
  readonly principles: readonly string[];
}

/** Score of one candidate on both axes, never mixed. */
export interface CandidateScore {
  /** How far the move serves the principles, 0…100. */
  readonly goalContribution: Interval;
  /** How ready the alternative, the data, the interfaces and the people are, 0…100. */
  readonly feasibility: Interval;
  /** Share of the weight that is backed by data: of each axis, and of both (their mean). Gates are not in it: see `gates`. */
  readonly completeness01: { readonly goal: number; readonly feasibility: number; readonly overall: number };
  readonly gates: readonly (GateInput & { readonly axis: Axis; readonly principles: readonly string[] })[];
  /** In the model's order. */
  readonly contributions: readonly Contribution[];
}

/**
 * Scores one candidate: per axis `100 · Π gate · Σ weight · utility(input)`.
 *
 * The ends hold every completion of what is missing. The expected value counts a missing answer half way between what its worst and its best would be
 * worth; a gate whose answer is missing counts half in it and spans `low = 0` to `high` as if open. `completeness01` and `gates` stand beside it.
 *
 * @param model one that {@link checkModel} accepted
 * @returns the score, or `SCORING.INPUT_MISSING`, `SCORING.GATE_INPUT_MISSING`, `SCORING.INPUT_UNKNOWN` (for a criterion or gate the model does not
 *   have), `SCORING.INPUT_NOT_AN_INTERVAL` (NaN, infinite, `low > high`), `SCORING.INPUT_OUT_OF_SCALE`
 */
export function scoreCandidate(model: ScoringModel, inputs: CandidateInputs): Result<CandidateScore, Problem> {
  const stranger = strangerIn(model, inputs);
  if (stranger) return err(stranger);
  const contributions: Contribution[] = [];
  for (const criterion of model.criteria) {
    const input = inputs.criteria.find((candidate) => candidate.criterion === criterion.id);
    if (!input) return err({ code: 'SCORING.INPUT_MISSING', criterion: criterion.id });
    const problem = checkInput(criterion, input);
    if (problem) return err(problem);
    contributions.push(contributionOf(criterion, input));
  }
  const gates: CandidateScore['gates'][number][] = [];
  for (const gate of model.gates) {
    const input = inputs.gates.find((candidate) => candidate.gate === gate.id);
    if (!input) return err({ code: 'SCORING.GATE_INPUT_MISSING', gate: gate.id });
    gates.push({ ...input, axis: gate.axis, principles: gate.principles });
  }
  const [goal, feasibility] = [completenessOf(contributions, 'GOAL'), completenessOf(contributions, 'FEASIBILITY')];
  return ok({
    goalContribution: axisScore(contributions, gates, 'GOAL'),
    feasibility: axisScore(contributions, gates, 'FEASIBILITY'),
    completeness01: { goal, feasibility, overall: (goal + feasibility) / 2 },
    gates,
    contributions,
  });
}

/** What the gates of an axis multiply it with: an unknown one with 0 at worst, 1 at best, a half expected; no gate with 1. */
export function gateFactor(gates: readonly Pick<CandidateScore['gates'][number], 'axis' | 'state'>[], axis: Axis): Interval {
  let [low, expected, high] = [1, 1, 1];
  for (const gate of gates) {
    if (gate.axis !== axis || gate.state === 'OPEN') continue;
    low = 0;
    expected *= gate.state === 'CLOSED' ? 0 : 0.5;
    high *= gate.state === 'CLOSED' ? 0 : 1;
  }
  return { low, expected, high };
}

function contributionOf(criterion: Criterion, input: CriterionInput): Contribution {
  const utility01 = utilityOf(input, criterion.scale);
  const { weight01 } = criterion;
  const points = { low: 100 * weight01 * utility01.low, expected: 100 * weight01 * utility01.expected, high: 100 * weight01 * utility01.high };
  return { criterion: criterion.id, axis: criterion.axis, weight01, input, utility01, points, principles: criterion.principles };
}

function axisScore(contributions: readonly Contribution[], gates: CandidateScore['gates'], axis: Axis): Interval {
  const sum = sumIntervals(contributions.filter((contribution) => contribution.axis === axis).map((contribution) => contribution.points));
  const factor = gateFactor(gates, axis);
  return {
    low: Math.min(100, sum.low * factor.low),
    expected: Math.min(100, sum.expected * factor.expected),
    high: Math.min(100, sum.high * factor.high),
  };
}

function completenessOf(contributions: readonly Contribution[], axis: Axis): number {
  let [backed, whole] = [0, 0];
  for (const { axis: itsAxis, weight01, input } of contributions) {
    if (itsAxis !== axis) continue;
    backed += weight01 * input.known01;
    whole += weight01;
  }
  return whole === 0 ? 1 : Math.min(1, backed / whole);
}

function checkInput({ id, scale }: Criterion, { low, expected, high }: CriterionInput): Problem | null {
  const between = expected ?? low;
  if (!Number.isFinite(low) || !Number.isFinite(high) || !(low <= between && between <= high)) {
    return { code: 'SCORING.INPUT_NOT_AN_INTERVAL', criterion: id, low, expected, high };
  }
  if (scale.beyond === 'SATURATES' || (isWithinScale(scale, low) && isWithinScale(scale, high))) return null;
  return {
    code: 'SCORING.INPUT_OUT_OF_SCALE',
    criterion: id,
    value: isWithinScale(scale, low) ? high : low,
    from: scale.anchors[0]!.at,
    to: scale.anchors.at(-1)!.at,
  };
}

function strangerIn(model: ScoringModel, inputs: CandidateInputs): Problem | null {
  const criteria = new Set(model.criteria.map((criterion) => criterion.id));
  const gates = new Set(model.gates.map((gate) => gate.id));
  const criterion = inputs.criteria.find((input) => !criteria.has(input.criterion));
  if (criterion) return { code: 'SCORING.INPUT_UNKNOWN', input: criterion.criterion, model: model.id };
  const gate = inputs.gates.find((input) => !gates.has(input.gate));
  return gate ? { code: 'SCORING.INPUT_UNKNOWN', input: gate.gate, model: model.id } : null;
}
