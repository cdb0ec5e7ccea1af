// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CandidateScore, EconomicsAssumptions, Flip, RunCandidate, ScoringModel, Urgency } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';

/** A run as far as a comparison needs it. */
export interface ComparedRun {
  readonly id: number;
  readonly model: ScoringModel;
}

/** A candidate of a run with all that its numbers rest on. */
export interface ScoredCandidate {
  readonly id: number;
  readonly productKey: string;
  readonly productName: string;
  readonly alternativeName: string;
  readonly rank: number;
  readonly candidates: number;
  readonly score: CandidateScore | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly model: ScoringModel;
  readonly assumptions: EconomicsAssumptions;
  readonly npvLow: number | null;
  readonly npvExpected: number | null;
  readonly npvHigh: number | null;
  readonly firstRankAcceptability01: number;
  readonly expectedRank: number | null;
  readonly runId: number;
  readonly seed: number;
  readonly samples: number;
  /** Share of draws in which it ranks before the candidate of each rank; null in runs of many candidates. */
  readonly wins01: readonly number[] | null;
  readonly flips: readonly Flip[] | null;
  readonly topsisRank: number | null;
  readonly prometheeRank: number | null;
  readonly urgency: Urgency | null;
}

/** The candidate that ranks next. */
export interface NextCandidate {
  readonly productKey: string;
  readonly productName: string;
  readonly score: CandidateScore | null;
}

/** Reads what was stored with runs, for those who ask why. */
@Injectable()
export class ComparisonRepository {
  constructor(private readonly transactions: Transactions) {}

  async run(id: number): Promise<ComparedRun | null> {
    const [row] = await this.transactions.query<ComparedRun>('SELECT r.id, m.definition AS model FROM scoring_run r JOIN scoring_model m ON m.id = r.model_id WHERE r.id = $1', [id]);
    return row ?? null;
  }

  /** Candidates of one run that are not the same in the other; `names` gives the names of products. */
  async different(runId: number, otherId: number): Promise<{ readonly candidates: RunCandidate[]; readonly names: ReadonlyMap<string, string> }> {
    const rows = await this.transactions.query<RunCandidate & { name: string }>(
      `SELECT p.key AS id, p.name, c.rank, c.score FROM candidate_score c JOIN product p ON p.id = c.product_id
       LEFT JOIN candidate_score o ON o.run_id = $2 AND o.product_id = c.product_id
       WHERE c.run_id = $1 AND c.score IS NOT NULL AND (o.id IS NULL OR o.rank <> c.rank OR o.score IS DISTINCT FROM c.score) ORDER BY c.rank`,
      [runId, otherId],
    );
    return { candidates: rows, names: new Map(rows.map((row) => [row.id, row.name])) };
  }

  async candidate(id: number): Promise<ScoredCandidate | null> {
    const [row] = await this.transactions.query<ScoredCandidate>(
      `SELECT c.id, p.key AS "productKey", p.name AS "productName", ap.name AS "alternativeName", c.rank, r.candidates, c.score, c.facts, m.definition AS model, r.assumptions,
         c.npv_low_cents::float8 AS "npvLow", c.npv_expected_cents::float8 AS "npvExpected", c.npv_high_cents::float8 AS "npvHigh",
         c.first_rank_acceptability01 AS "firstRankAcceptability01", c.expected_rank AS "expectedRank", c.run_id AS "runId", r.seed::float8 AS seed, r.samples, c.wins01, c.flips,
         c.topsis_rank AS "topsisRank", c.promethee_rank AS "prometheeRank", c.urgency
       FROM candidate_score c JOIN scoring_run r ON r.id = c.run_id JOIN scoring_model m ON m.id = r.model_id JOIN product p ON p.id = c.product_id
       JOIN alternative a ON a.id = c.alternative_id JOIN product ap ON ap.id = a.alternative_id WHERE c.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async next({ runId, rank }: ScoredCandidate): Promise<NextCandidate | null> {
    const [row] = await this.transactions.query<NextCandidate>(
      'SELECT p.key AS "productKey", p.name AS "productName", c.score FROM candidate_score c JOIN product p ON p.id = c.product_id WHERE c.run_id = $1 AND c.rank = $2',
      [runId, rank + 1],
    );
    return row ?? null;
  }
}
