// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scoring models, assessments, immutable runs and their scores. */
export class CreateScoring1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scoring_model (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key        text NOT NULL,
        version    integer NOT NULL,
        definition jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (key, version)
      );

      CREATE TABLE assessment (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id  integer NOT NULL CONSTRAINT assessment_product_fk REFERENCES product,
        question    text NOT NULL,
        answer      jsonb NOT NULL,
        author      text NOT NULL,
        source      text,
        answered_on date NOT NULL,
        valid_until date
      );
      CREATE INDEX assessment_newest ON assessment (product_id, question, id DESC);

      CREATE TABLE scoring_run (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        model_id    integer NOT NULL CONSTRAINT scoring_run_model_fk REFERENCES scoring_model,
        seed        bigint NOT NULL,
        samples     integer NOT NULL,
        as_of       date NOT NULL,
        inputs_hash text NOT NULL,
        assumptions jsonb NOT NULL,
        candidates  integer NOT NULL,
        finished_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE candidate_score (
        id                           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        run_id                       integer NOT NULL CONSTRAINT candidate_score_run_fk REFERENCES scoring_run,
        rank                         integer NOT NULL,
        product_id                   integer NOT NULL CONSTRAINT candidate_score_product_fk REFERENCES product,
        alternative_id               integer NOT NULL CONSTRAINT candidate_score_alternative_fk REFERENCES alternative,
        goal_low                     double precision NOT NULL,
        goal_expected                double precision NOT NULL,
        goal_high                    double precision NOT NULL,
        feasibility_low              double precision NOT NULL,
        feasibility_expected         double precision NOT NULL,
        feasibility_high             double precision NOT NULL,
        npv_low_cents                bigint,
        npv_expected_cents           bigint,
        npv_high_cents               bigint,
        completeness01               double precision NOT NULL,
        first_rank_acceptability01   double precision NOT NULL,
        facts                        jsonb NOT NULL,
        explanation                  jsonb NOT NULL,
        UNIQUE (run_id, rank),
        UNIQUE (run_id, product_id)
      );
      CREATE INDEX candidate_score_product ON candidate_score (product_id, run_id DESC);
      CREATE TRIGGER scoring_run_is_immutable BEFORE UPDATE ON scoring_run FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER candidate_score_is_immutable BEFORE UPDATE ON candidate_score FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER scoring_model_is_immutable BEFORE UPDATE ON scoring_model FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
