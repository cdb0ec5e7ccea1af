// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

/** A number that is not known exactly; an end that cannot be known is null. */
export interface Interval {
  readonly low: number | null;
  readonly expected: number | null;
  readonly high: number | null;
}

/** One migration candidate of a scoring run. */
export interface ScoredCandidate {
  readonly rank: number;
  readonly product: string;
  readonly alternative: string | null;
  readonly goalContribution: Interval;
  readonly feasibility: Interval;
  readonly npvCents: Interval;
  readonly completeness01: number;
  readonly firstRankAcceptability01: number;
}

/** A scoring run with all its candidates, the first rank first; the keys of `score --json`. */
export interface ScoredRun {
  readonly runId: string;
  readonly model: string;
  readonly modelVersion: number;
  readonly seed: number;
  readonly candidates: readonly ScoredCandidate[];
}

type Node = Omit<ScoredCandidate, 'product' | 'alternative'> & { readonly product: { readonly name: string }; readonly alternative: { readonly product: { readonly name: string } } | null };

interface RunPage {
  readonly id: string;
  readonly seed: number;
  readonly model: { readonly key: string; readonly version: number };
  readonly candidates: { readonly nodes: readonly Node[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
}

const PAGE = 500;
const INTERVAL = '{ low expected high }';
const QUERY = serverDocument(`query ($id: ID!, $after: String) { scoringRun(id: $id) { id seed model { key version } candidates(first: ${PAGE}, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes { rank product { name } alternative { product { name } } goalContribution ${INTERVAL} feasibility ${INTERVAL} npvCents ${INTERVAL} completeness01 firstRankAcceptability01 }
} } }`);

/** Reads a scoring run page by page; null where there is none. */
export async function readRun(id: string, server: Server): Promise<ScoredRun | null> {
  const candidates: ScoredCandidate[] = [];
  let after: string | null = null;
  for (;;) {
    const { scoringRun: run }: { scoringRun: RunPage | null } = await server.ask<{ scoringRun: RunPage | null }>(QUERY, { id, after });
    if (run === null) return null;
    candidates.push(...run.candidates.nodes.map((node) => ({ ...node, product: node.product.name, alternative: node.alternative?.product.name ?? null })));
    const { hasNextPage, endCursor }: RunPage['candidates']['pageInfo'] = run.candidates.pageInfo;
    if (!hasNextPage) return { runId: run.id, model: run.model.key, modelVersion: run.model.version, seed: run.seed, candidates };
    after = endCursor;
  }
}

const NEWEST = serverDocument('{ scoringRuns(first: 1) { nodes { id } } }');

/** Id of the newest scoring run; null before the first. */
export async function newestRun(server: Server): Promise<string | null> {
  const { scoringRuns } = await server.ask<{ scoringRuns: { nodes: readonly { id: string }[] } }>(NEWEST);
  return scoringRuns.nodes[0]?.id ?? null;
}
