// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** One licence of the SPDX list, in the list's own spelling; `orLater` where a `+` follows it. */
export interface LicenseTerm {
  readonly kind: 'license';
  readonly id: string;
  readonly orLater: boolean;
}

/** A licence that some document defines for itself: `LicenseRef-name`, or `DocumentRef-document:LicenseRef-name`. Case matters. */
export interface LicenseRefTerm {
  readonly kind: 'license-ref';
  readonly document: string | null;
  readonly name: string;
}

/** A licence under an exception of the SPDX list, or under an `AdditionRef-…` (kept with its prefix and document). */
export interface WithTerm {
  readonly kind: 'with';
  readonly license: LicenseTerm | LicenseRefTerm;
  readonly exception: string;
}

/** Two or more parts, none of which is a conjunction of the same kind: `A AND (B AND C)` is one node with three operands. */
export interface Conjunction {
  readonly kind: 'and' | 'or';
  readonly operands: readonly LicenseExpression[];
}

/** `NONE` (there is no licence) and `NOASSERTION` (nobody looked, or nobody says); only ever the whole expression. */
export interface NoLicense {
  readonly kind: 'none' | 'noassertion';
}

export type LicenseExpression = LicenseTerm | LicenseRefTerm | WithTerm | Conjunction | NoLicense;

/** Joins parts under AND or OR and keeps the rule that no operand is of the same kind; a single part stands for itself. */
export function conjoin(kind: 'and' | 'or', parts: readonly LicenseExpression[]): LicenseExpression {
  const operands = parts.flatMap((part) => (part.kind === kind ? part.operands : [part]));
  const [only] = operands;
  return operands.length === 1 && only !== undefined ? only : { kind, operands };
}
