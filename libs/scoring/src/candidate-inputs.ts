// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import type { FactKey } from './candidate-facts.js';
import type { Interval } from './interval.js';

/** A fact as it went into a number: its value or null (unknown), where it comes from, and on which day it was true. */
export interface FactUse {
  readonly fact: FactKey;
  readonly value: string | number | null;
  readonly source: string | null;
  readonly asOf: CalendarDate | null;
}

/** A number read from the facts, in the unit of the scale that reads it. `expected` is null where it is not known: then only the ends are. */
export interface Measured {
  readonly low: number;
  readonly expected: number | null;
  readonly high: number;
  /** Share of the facts needed that are known, 0…1. */
  readonly known01: number;
  readonly facts: readonly FactUse[];
}

/** One part of a criterion of several parts: what was measured and what it is worth. */
export interface PartInput extends Measured {
  readonly part: string;
  readonly utility01: Interval;
}

/** What went into one criterion; an unknown input spans the whole scale. */
export interface CriterionInput extends Measured {
  readonly criterion: string;
  /** Empty where the criterion is a single measure. */
  readonly parts: readonly PartInput[];
}

export type GateState = 'OPEN' | 'CLOSED' | 'UNKNOWN';

/** Whether the condition of a gate holds, and by which facts. */
export interface GateInput {
  readonly gate: string;
  readonly state: GateState;
  readonly facts: readonly FactUse[];
}

/** Everything that a model needs to score one candidate. */
export interface CandidateInputs {
  readonly criteria: readonly CriterionInput[];
  readonly gates: readonly GateInput[];
}
