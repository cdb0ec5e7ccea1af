// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { compareScores, scoreCandidate, type CandidateInputs, type CandidateScore, type ScoringModel } from '#scoring';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const RANKED = graphql(`
  fragment RankedCandidate on Candidate @_unmask {
    id
    rank
    product { key name installationCount }
    alternative { kind product { key name } }
    goalContribution { low expected high }
    feasibility { low expected high }
    npvCents { low expected high }
    completeness01
    firstRankAcceptability01
    scoreInputs
  }
`);

/** The newest run with what is needed to rank it again, as far as the first rows; the rest follows by {@link CANDIDATE_PAGE}. */
export const CANDIDATES = graphql(
  `
    query Candidates {
      scoringRuns(first: 1) {
        nodes {
          id
          asOf
          samples
          model { key version definition }
          candidates(first: 200) { totalCount pageInfo { hasNextPage endCursor } nodes { ...RankedCandidate } }
        }
      }
      openQuestions(first: 20, filter: { answerable: true }) {
        nodes { id asks expectedRankChange candidate { product { key name } } }
      }
    }
  `,
  [RANKED],
);

/** Further candidates of a run: of the same one, whatever was scored meanwhile. */
export const CANDIDATE_PAGE = graphql(
  `
    query CandidatePage($run: ID!, $first: Int!, $after: String!) {
      scoringRun(id: $run) { candidates(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...RankedCandidate } } }
    }
  `,
  [RANKED],
);

export type ScoredRun = ResultOf<typeof CANDIDATES>['scoringRuns']['nodes'][number];
export type Candidate = ScoredRun['candidates']['nodes'][number];

/** A candidate with its place under the weights in force on the screen. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: CandidateScore;
  readonly rank: number;
}

/**
 * Ranks the candidates under a model of the same criteria; equal scores keep the order of the run. A candidate whose score is not of this model is left out.
 */
export function rankUnder(model: ScoringModel, candidates: readonly Candidate[]): readonly Ranked[] {
  const scored = candidates.flatMap((candidate) => {
    const score = candidate.scoreInputs === null ? null : scoreCandidate(model, candidate.scoreInputs as CandidateInputs);
    return score?.ok ? [{ candidate, score: score.value }] : [];
  });
  scored.sort((one, other) => compareScores(one.score, other.score, 'GOAL') || one.candidate.rank - other.candidate.rank);
  return scored.map((one, index) => ({ ...one, rank: index + 1 }));
}
