// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questionnaires, archetypes and answers with source and validity; what a run says beside the score; models and runs that cannot be deleted. */
export class ExtendScoring1764500000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE questionnaire (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key        text NOT NULL,
        version    integer NOT NULL,
        definition jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (key, version)
      );
      CREATE TRIGGER questionnaire_is_immutable BEFORE UPDATE OR DELETE ON questionnaire FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE archetype (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key         text NOT NULL UNIQUE,
        name_de     text NOT NULL,
        name_en     text NOT NULL,
        categories  text[] NOT NULL DEFAULT '{}',
        specialised boolean,
        retired     boolean NOT NULL DEFAULT false
      );
      CREATE TABLE archetype_assignment (
        product_id   integer PRIMARY KEY CONSTRAINT archetype_assignment_product_fk REFERENCES product ON DELETE CASCADE,
        archetype_id integer CONSTRAINT archetype_assignment_archetype_fk REFERENCES archetype
      );
      CREATE INDEX archetype_assignment_archetype ON archetype_assignment (archetype_id);
      CREATE VIEW product_archetype AS
        SELECT p.id AS product_id, CASE WHEN x.product_id IS NOT NULL THEN x.archetype_id ELSE
          (SELECT a.id FROM archetype a JOIN category c ON c.id = p.category_id
           WHERE NOT a.retired AND c.key = ANY (a.categories) AND (a.specialised IS NULL OR a.specialised = p.specialised_procedure) ORDER BY a.id LIMIT 1) END AS archetype_id
        FROM product p LEFT JOIN archetype_assignment x ON x.product_id = p.id;

      ALTER TABLE assessment
        ALTER COLUMN product_id DROP NOT NULL,
        ADD COLUMN archetype_id integer CONSTRAINT assessment_archetype_fk REFERENCES archetype,
        ADD COLUMN alternative_id integer CONSTRAINT assessment_alternative_fk REFERENCES product,
        ADD COLUMN questionnaire_id integer CONSTRAINT assessment_questionnaire_fk REFERENCES questionnaire,
        ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT assessment_subject CHECK (num_nonnulls(product_id, archetype_id) = 1),
        ADD CONSTRAINT assessment_alternative_differs CHECK (alternative_id IS NULL OR alternative_id <> product_id);
      CREATE INDEX assessment_archetype ON assessment (archetype_id, question, id DESC) WHERE archetype_id IS NOT NULL;
      CREATE INDEX assessment_day ON assessment (answered_on, id);
      CREATE TRIGGER assessment_is_append_only BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_change();

      ALTER TABLE scoring_run ADD COLUMN questionnaire_id integer CONSTRAINT scoring_run_questionnaire_fk REFERENCES questionnaire;

      ALTER TABLE candidate_score DISABLE TRIGGER candidate_score_is_immutable;
      ALTER TABLE candidate_score
        ADD COLUMN score jsonb,
        ADD COLUMN expected_rank double precision,
        ADD COLUMN rank_acceptability01 real[],
        ADD COLUMN central_weights01 jsonb,
        ADD COLUMN wins01 real[],
        ADD COLUMN topsis_rank integer,
        ADD COLUMN topsis_closeness double precision,
        ADD COLUMN promethee_rank integer,
        ADD COLUMN promethee_flow double precision,
        ADD COLUMN flips jsonb,
        ADD COLUMN sovereignty jsonb,
        ADD COLUMN urgency jsonb;
      UPDATE candidate_score SET score = explanation -> 'score';
      ALTER TABLE candidate_score DROP COLUMN explanation;
      ALTER TABLE candidate_score ENABLE TRIGGER candidate_score_is_immutable;

      CREATE TABLE open_question (
        id                   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        candidate_id         integer NOT NULL CONSTRAINT open_question_candidate_fk REFERENCES candidate_score,
        run_id               integer NOT NULL CONSTRAINT open_question_run_fk REFERENCES scoring_run,
        axis                 text NOT NULL CHECK (axis IN ('GOAL', 'FEASIBILITY')),
        position             integer NOT NULL,
        asks                 text NOT NULL,
        part                 text,
        missing              text[] NOT NULL,
        questions            text[] NOT NULL,
        expected_rank_change double precision NOT NULL,
        changes_first01      double precision NOT NULL,
        UNIQUE (run_id, axis, position)
      );
      CREATE INDEX open_question_candidate ON open_question (candidate_id, position);

      DROP TRIGGER scoring_model_is_immutable ON scoring_model;
      DROP TRIGGER scoring_run_is_immutable ON scoring_run;
      DROP TRIGGER candidate_score_is_immutable ON candidate_score;
      CREATE TRIGGER scoring_model_is_immutable BEFORE UPDATE OR DELETE ON scoring_model FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER scoring_run_is_immutable BEFORE UPDATE OR DELETE ON scoring_run FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER candidate_score_is_immutable BEFORE UPDATE OR DELETE ON candidate_score FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER open_question_is_immutable BEFORE UPDATE OR DELETE ON open_question FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
