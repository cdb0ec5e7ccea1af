// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ShownProblem } from './states.js';

export interface PlacedProblem extends ShownProblem {
  readonly path?: string | null;
}

export interface FieldProblems<Field extends string> {
  /** What is wrong with a field. */
  readonly at: (field: Field) => ShownProblem | undefined;
  /** What is about no field of the form. */
  readonly rest: readonly ShownProblem[];
}

/** Takes what a mutation refused with apart: what stands at which field of the form, and what is about the whole. */
export function problemsByField<Field extends string>(answer: object | null | undefined, fields: readonly Field[]): FieldProblems<Field> {
  const first = answer && 'code' in answer && 'messageDe' in answer ? (answer as PlacedProblem & { readonly problems?: readonly PlacedProblem[] }) : undefined;
  const problems: readonly PlacedProblem[] = first === undefined ? [] : first.problems && first.problems.length > 0 ? first.problems : [first];
  // a path may lead to a field and into it: `products[0].aliases[2]`
  const fieldOf = ({ path }: PlacedProblem) => path?.split(/[.[\]]+/).flatMap((step) => fields.find((field) => field === step) ?? [])[0];
  return {
    at: (field) => problems.find((problem) => fieldOf(problem) === field),
    rest: problems.filter((problem) => fieldOf(problem) === undefined),
  };
}
