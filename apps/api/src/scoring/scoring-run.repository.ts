// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import type { ScoredRows } from './score-candidates.js';

/** A run before its scores. */
export interface NewScoringRun {
  readonly modelId: number;
  readonly questionnaireId: number | null;
  readonly seed: number;
  readonly samples: number;
  readonly asOf: string;
  readonly inputsHash: string;
  readonly candidates: number;
  readonly assumptions: unknown;
}

/** Writes runs; they are never changed again. */
@Injectable()
export class ScoringRunRepository {
  constructor(private readonly transactions: Transactions) {}

  /** From now on the transaction sees the database as it is at this moment, however often it looks. */
  async lookOnce(): Promise<void> {
    await this.transactions.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  }

  async open(run: NewScoringRun): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>(
      'INSERT INTO scoring_run (model_id, questionnaire_id, seed, samples, as_of, inputs_hash, candidates, assumptions) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id',
      [run.modelId, run.questionnaireId, run.seed, run.samples, run.asOf, run.inputsHash, run.candidates, JSON.stringify(run.assumptions)],
    );
    return row!.id;
  }

  /** @returns whether all of them could be written: a pair that is gone from the catalogue meanwhile cannot */
  async writeScores(runId: number, { scoresJson, questionsJson, candidates }: ScoredRows): Promise<boolean> {
    const written = await this.transactions.query<{ count: number }>(
      `WITH written AS (INSERT INTO candidate_score (run_id, rank, product_id, alternative_id, goal_low, goal_expected, goal_high, feasibility_low, feasibility_expected, feasibility_high,
         npv_low_cents, npv_expected_cents, npv_high_cents, completeness01, first_rank_acceptability01, facts, score, expected_rank, rank_acceptability01, central_weights01, wins01,
         topsis_rank, topsis_closeness, promethee_rank, promethee_flow, flips, sovereignty, urgency)
       SELECT $1, r.* FROM jsonb_to_recordset($2) AS r(rank int, product_id int, alternative_id int, goal_low float8, goal_expected float8, goal_high float8, feasibility_low float8,
         feasibility_expected float8, feasibility_high float8, npv_low_cents bigint, npv_expected_cents bigint, npv_high_cents bigint, completeness01 float8,
         first_rank_acceptability01 float8, facts jsonb, score jsonb, expected_rank float8, rank_acceptability01 real[], central_weights01 jsonb, wins01 real[],
         topsis_rank int, topsis_closeness float8, promethee_rank int, promethee_flow float8, flips jsonb, sovereignty jsonb, urgency jsonb)
       JOIN alternative a ON a.id = r.alternative_id AND a.product_id = r.product_id AND NOT a.retired ORDER BY r.rank RETURNING 1) SELECT count(*)::int AS count FROM written`,
      [runId, scoresJson],
    );
    if (written[0]!.count < candidates) return false;
    await this.transactions.query(
      `INSERT INTO open_question (run_id, candidate_id, axis, position, asks, part, missing, questions, expected_rank_change, changes_first01)
       SELECT $1, c.id, r.axis, r.position, r.asks, r.part, r.missing, r.questions, r.expected_rank_change, r.changes_first01
       FROM jsonb_to_recordset($2) AS r(product_id int, axis text, position int, asks text, part text, missing text[], questions text[], expected_rank_change float8, changes_first01 float8)
       JOIN candidate_score c ON c.run_id = $1 AND c.product_id = r.product_id`,
      [runId, questionsJson],
    );
    return true;
  }
}
