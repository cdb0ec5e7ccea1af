// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A row as a file writes it, before its words are checked. */
export interface RawMatrixRow {
  readonly outbound: string;
  /** Where the row stands: a line of a CSV file, a path in a JSON document. */
  readonly place: { readonly line: number } | { readonly path: string };
  readonly cells: readonly (readonly [inbound: string, word: string])[];
}
