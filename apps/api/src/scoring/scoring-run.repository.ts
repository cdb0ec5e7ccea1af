// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { RankedCandidate, ScoringModel } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';

/** A run before its scores. */
export interface NewScoringRun {
  readonly modelId: number;
  readonly seed: number;
  readonly samples: number;
  readonly asOf: string;
  readonly inputsHash: string;
  readonly candidates: number;
  readonly assumptions: unknown;
}

/** A candidate's place in a run with all that it rests on. */
export interface NewCandidateScore {
  readonly ranked: RankedCandidate;
  readonly productId: number;
  readonly alternativeId: number;
  readonly facts: unknown;
  readonly explanation: unknown;
}

/** Writes models and runs; both are never changed again. */
@Injectable()
export class ScoringRunRepository {
  constructor(private readonly transactions: Transactions) {}

  async newestModel(key: string): Promise<ScoringModel | null> {
    const [row] = await this.transactions.query<{ definition: ScoringModel }>('SELECT definition FROM scoring_model WHERE key = $1 ORDER BY version DESC LIMIT 1', [key]);
    return row?.definition ?? null;
  }

  async keepModel(model: ScoringModel): Promise<number> {
    await this.transactions.query('INSERT INTO scoring_model (key, version, definition) VALUES ($1, $2, $3) ON CONFLICT (key, version) DO NOTHING', [model.id, model.version, JSON.stringify(model)]);
    const [row] = await this.transactions.query<{ id: number }>('SELECT id FROM scoring_model WHERE key = $1 AND version = $2', [model.id, model.version]);
    return row!.id;
  }

  async open(run: NewScoringRun): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>(
      'INSERT INTO scoring_run (model_id, seed, samples, as_of, inputs_hash, candidates, assumptions) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id',
      [run.modelId, run.seed, run.samples, run.asOf, run.inputsHash, run.candidates, JSON.stringify(run.assumptions)],
    );
    return row!.id;
  }

  async writeScores(runId: number, scores: readonly NewCandidateScore[]): Promise<void> {
    const rows = scores.map(({ ranked, productId, alternativeId, facts, explanation }) => ({
      rank: ranked.rank,
      product_id: productId,
      alternative_id: alternativeId,
      goal_low: ranked.goalContribution.low,
      goal_expected: ranked.goalContribution.expected,
      goal_high: ranked.goalContribution.high,
      feasibility_low: ranked.feasibility.low,
      feasibility_expected: ranked.feasibility.expected,
      feasibility_high: ranked.feasibility.high,
      npv_low_cents: ranked.npvCents.low,
      npv_expected_cents: ranked.npvCents.expected,
      npv_high_cents: ranked.npvCents.high,
      completeness01: ranked.completeness01,
      first_rank_acceptability01: ranked.firstRankAcceptability01,
      facts,
      explanation,
    }));
    await this.transactions.query(
      `INSERT INTO candidate_score (run_id, rank, product_id, alternative_id, goal_low, goal_expected, goal_high, feasibility_low, feasibility_expected, feasibility_high,
         npv_low_cents, npv_expected_cents, npv_high_cents, completeness01, first_rank_acceptability01, facts, explanation)
       SELECT $1, r.* FROM jsonb_to_recordset($2) AS r(rank int, product_id int, alternative_id int, goal_low float8, goal_expected float8, goal_high float8, feasibility_low float8,
         feasibility_expected float8, feasibility_high float8, npv_low_cents bigint, npv_expected_cents bigint, npv_high_cents bigint, completeness01 float8,
         first_rank_acceptability01 float8, facts jsonb, explanation jsonb)`,
      [runId, JSON.stringify(rows)],
    );
  }
}
