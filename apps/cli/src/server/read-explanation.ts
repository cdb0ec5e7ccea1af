// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language, Problem } from '#kernel';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

/** Every number of a candidate in sentences; the keys of `show candidate --json`. */
export interface Explanation {
  readonly candidateId: string;
  readonly product: string;
  readonly alternative: string;
  readonly rank: string;
  readonly axes: readonly { readonly axis: string; readonly sentence: string }[];
  readonly gates: readonly { readonly gate: string; readonly sentence: string; readonly facts: readonly string[]; readonly principles: readonly string[] }[];
  readonly criteria: readonly {
    readonly criterion: string;
    readonly name: string;
    readonly axis: string;
    readonly sentence: string;
    readonly parts: readonly string[];
    readonly scales: readonly string[];
    readonly facts: readonly string[];
    readonly principles: readonly string[];
  }[];
  readonly economics: { readonly sentence: string; readonly inputs: readonly string[]; readonly assumptions: readonly string[] };
  readonly robustness: readonly string[];
  readonly urgency: readonly string[];
  readonly expired: readonly string[];
}

const QUERY = serverDocument(`query ($id: ID!, $language: SentenceLanguage) { explainCandidate(id: $id, language: $language) { __typename ... on CandidateExplanation { candidateId product alternative rank axes { axis sentence }
  gates { gate sentence facts principles } criteria { criterion name axis sentence parts scales facts principles } economics { sentence inputs assumptions } robustness urgency expired } ... on Problem { code message } } }`);

/** Reads the explanation of a candidate by its global id. */
export async function readExplanation(id: string, server: Server, language: Language): Promise<Explanation> {
  const { explainCandidate } = await server.ask<{ explainCandidate: { readonly __typename: string } & (Explanation | Problem) }>(QUERY, { id, language });
  const { __typename, ...answer } = explainCandidate;
  if (__typename !== 'CandidateExplanation') throw new CommandFailure(answer as Problem, ExitStatus.NOT_FOUND);
  return answer as Explanation;
}

const CANDIDATE = serverDocument('query ($product: String!) { candidate(product: $product) { id } }');

/** Id of the candidate of a product, named by key, name or alias; null where it is none. */
export async function candidateOf(product: string, server: Server): Promise<string | null> {
  const { candidate } = await server.ask<{ candidate: { readonly id: string } | null }>(CANDIDATE, { product });
  return candidate?.id ?? null;
}
