// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey } from '../candidate-facts.js';
import { factWords, type FactDescription } from '../data/fact-words.js';
import type { Wording } from '../model.js';

/** Which fact an answer gives: of the product it is about, as today's product or as somebody's alternative, or of the two together. */
export interface AnsweredFacts {
  readonly today?: FactKey | undefined;
  readonly alternative?: FactKey | undefined;
  readonly pair?: FactKey | undefined;
}

/** A question is only asked where another one has been answered, with one of these answers if any are named. */
export interface Condition {
  readonly question: string;
  readonly isOneOf: readonly (string | number)[] | null;
}

/** A question that only people can answer. */
export interface Question {
  /** Stable id, in capitals: `CITIZEN_FACING`. */
  readonly id: string;
  readonly text: Wording;
  readonly help: Wording | null;
  readonly facts: AnsweredFacts;
  /** Months after which the answer no longer counts, unless the answer itself says until when. */
  readonly validMonths: number;
  /** All of them must hold. */
  readonly askedWhen: readonly Condition[];
  /** Kind and values of the facts it gives; the same for all of them. */
  readonly kind: FactDescription['kind'];
  readonly values: FactDescription['values'];
}

/** A versioned list of questions; a version never changes. */
export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly name: Wording;
  readonly questions: readonly Question[];
}

/** Products that share an answer, because they are of one kind. */
export interface Archetype {
  readonly id: string;
  readonly name: Wording;
  /** Categories of the catalogue whose products belong to it, unless the administration says otherwise for one of them. */
  readonly categories: readonly string[];
  /** Whether it is for specialised procedures, for other software, or for both (null). */
  readonly specialised: boolean | null;
}

/** Whether a question is about a product together with its alternative. */
export function isAboutPair(question: Question): boolean {
  return question.facts.pair !== undefined;
}

/** The values of a choice from little to much, as their fact lists them; stored data may have lost the order. */
export function choicesOf({ facts, values }: Question): string[] {
  const fact = facts.today ?? facts.alternative ?? facts.pair;
  const listed = fact === undefined ? [] : Object.keys(factWords[fact].values).filter((value) => Object.hasOwn(values, value));
  return [...listed, ...Object.keys(values).filter((value) => !listed.includes(value))];
}
