// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Server } from './server.js';

/** Something that is not known, and what an answer could change; the keys of `show questions --json`. */
export interface AskedNext {
  readonly position: number;
  readonly product: string;
  readonly asks: string;
  readonly part: string | null;
  readonly questions: readonly string[];
  readonly expectedRankChange: number;
  readonly changesFirst01: number;
}

/** What to ask next for the goal, the most rank change first. */
export interface Questions {
  readonly total: number;
  readonly questions: readonly AskedNext[];
}

type Node = Omit<AskedNext, 'product'> & { readonly candidate: { readonly product: { readonly name: string } } };

const SHOWN = 30;

export async function readQuestions(server: Server): Promise<Questions> {
  const { openQuestions } = await server.ask<{ openQuestions: { totalCount: number; nodes: readonly Node[] } }>(
    `{ openQuestions(first: ${SHOWN}, filter: { axis: "GOAL" }) { totalCount nodes { position asks part questions expectedRankChange changesFirst01 candidate { product { name } } } } }`,
  );
  return { total: openQuestions.totalCount, questions: openQuestions.nodes.map(({ candidate, ...node }) => ({ ...node, product: candidate.product.name })) };
}
