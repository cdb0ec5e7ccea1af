// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { matrixOf, type CompatibilityAnswer, type CompatibilityMatrix, type MatrixEntry } from '#licensing';
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

const CHECK = serverDocument('query ($outbound: String!, $inbound: [String!]!) { checkCompatibility(outbound: $outbound, inbound: $inbound) { verdict pairs { inbound outbound verdict reason source } } }');

/** The server's word on whether parts fit, by what was loaded there. */
export async function askCompatibility(outbound: string, inbound: readonly string[], server: Server): Promise<CompatibilityAnswer> {
  const { checkCompatibility } = await server.ask<{ checkCompatibility: CompatibilityAnswer }>(CHECK, { outbound, inbound });
  return checkCompatibility;
}

interface Answer {
  readonly compatibilityMatrices: { readonly nodes: readonly { readonly source: string; readonly cells: { readonly nodes: readonly MatrixEntry[] } }[] };
}

const MATRIX_ROW = serverDocument('query ($outbound: String!) { compatibilityMatrices(first: 1) { nodes { source cells(first: 1000, filter: { outbound: $outbound }) { nodes { outbound inbound cell } } } } }');

/** The row of the newest matrix that the server keeps for one license of the whole; undefined where none was loaded. */
export async function readMatrixRow(outbound: string, server: Server): Promise<CompatibilityMatrix | undefined> {
  const { compatibilityMatrices } = await server.ask<Answer>(MATRIX_ROW, { outbound });
  const [newest] = compatibilityMatrices.nodes;
  return newest && matrixOf(newest.source, newest.cells.nodes);
}
