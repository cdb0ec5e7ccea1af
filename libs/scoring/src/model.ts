// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { FactKey } from './candidate-facts.js';

/** The same words in each language of the program. */
export type Wording = Readonly<Record<Language, string>>;

/** A score that must not be mixed with the other: what a move brings to the goal, or how ready it is. */
export type Axis = 'GOAL' | 'FEASIBILITY';

/** A sentence of the council's resolution that a number can point to. */
export interface Principle {
  /** Stable id: `M1` … `M11` in the memorandum. */
  readonly id: string;
  readonly name: Wording;
  /** The resolution's own words, in the language they were written in. */
  readonly sourceWords: string;
}

/** A point that fixes what a value is worth; points are stored with the model and shown to the reader. */
export interface Anchor {
  /** Value in the scale's unit. */
  readonly at: number;
  /** What that value is worth, 0 (worst) to 1 (best). */
  readonly utility01: number;
}

/**
 * Maps a value to what it is worth by fixed anchor points, never by comparison with today's candidates.
 * Anchors rise strictly in `at`, and utilities only rise or only fall. Between anchors the line is straight in the value (`LINEAR`) or in its logarithm (`LOG`).
 */
export interface Scale {
  readonly unit: Wording;
  readonly interpolation: 'LINEAR' | 'LOG';
  readonly anchors: readonly Anchor[];
  /** What a value outside the first and last anchor means: it is worth as much as the nearest anchor, or it is a fault of the input. */
  readonly beyond: 'SATURATES' | 'REFUSED';
}

/** Levels of a named answer and the number each stands for. */
export type Levels = Readonly<Record<string, number>>;

/** How the number that a scale reads is taken from the facts of a candidate. */
export type Measure =
  /** The largest of the facts that are known: each can stand for the others; unknown only if all are. */
  | { readonly kind: 'LARGEST'; readonly facts: readonly FactKey[] }
  /** The number an answer stands for. */
  | { readonly kind: 'LEVEL'; readonly fact: FactKey; readonly levels: Levels }
  /** Level of the alternative minus level of today's product. */
  | { readonly kind: 'LEVEL_GAIN'; readonly today: FactKey; readonly alternative: FactKey; readonly levels: Levels }
  /** Product of the numbers that several answers stand for (all of them zero or more). */
  | { readonly kind: 'LEVEL_PRODUCT'; readonly factors: readonly { readonly fact: FactKey; readonly levels: Levels }[] }
  /** Sum of counts, each times a factor of zero or more; a missing count leaves the sum open towards the end of the scale. */
  | { readonly kind: 'WEIGHTED_SUM'; readonly terms: readonly { readonly fact: FactKey; readonly factor: number }[] }
  /** Square of a share, in points of 10,000: its contribution to the Herfindahl–Hirschman index. */
  | { readonly kind: 'SHARE_SQUARED'; readonly fact: FactKey }
  /** Days from the day of the run to the fact's day (negative where it has passed). */
  | { readonly kind: 'DAYS_UNTIL'; readonly fact: FactKey }
  /** Days from the fact's day to the day of the run. */
  | { readonly kind: 'DAYS_SINCE'; readonly fact: FactKey }
  /** Covered functions as a share of covered and missing ones; where they are not counted, the range that the kind of alternative stands for (a count overrides it). */
  | {
      readonly kind: 'COVERAGE';
      readonly covered: FactKey;
      readonly missing: FactKey;
      readonly alternativeKind: FactKey;
      readonly ranges: Readonly<Record<string, readonly [low: number, high: number]>>;
    }
  /** Points of several parts; they sum to 100. */
  | { readonly kind: 'POINTS'; readonly parts: readonly Part[] };

/** One part of a criterion that is made of several answers. */
export interface Part {
  readonly id: string;
  readonly name: Wording;
  /** Points that the best answer earns. */
  readonly points: number;
  readonly measure: Exclude<Measure, { kind: 'POINTS' }>;
  readonly scale: Scale;
}

/** One dimension of the score. Weights of an axis sum to 1. */
export interface Criterion {
  readonly id: string;
  readonly axis: Axis;
  readonly name: Wording;
  readonly question: Wording;
  readonly weight01: number;
  /** Bounds within which the weight is varied when robustness is tested. */
  readonly weightMin01: number;
  readonly weightMax01: number;
  readonly measure: Measure;
  readonly scale: Scale;
  readonly principles: readonly string[];
}

/** A condition without which an axis counts nothing. */
export interface Gate {
  readonly id: string;
  readonly axis: Axis;
  readonly name: Wording;
  readonly question: Wording;
  /** `YES`, `NO` or unknown. */
  readonly fact: FactKey;
  /** Answer to another fact that makes the gate pointless: it is then open, unless its own question was answered with `NO`. */
  readonly notNeededWhen: { readonly fact: FactKey; readonly is: string } | null;
  readonly principles: readonly string[];
}

/** A versioned set of criteria, weights, scales and gates. A version never changes; a change is a copy with another id or version. */
export interface ScoringModel {
  readonly id: string;
  readonly version: number;
  readonly name: Wording;
  /** The resolution that the principles are taken from. */
  readonly source: string;
  readonly principles: readonly Principle[];
  readonly criteria: readonly Criterion[];
  readonly gates: readonly Gate[];
}
