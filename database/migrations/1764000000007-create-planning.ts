// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scenarios, and the plans that answer them. */
export class CreatePlanning1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scenario (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name       text NOT NULL UNIQUE,
        definition jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE plan (
        id                 integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        scenario_id        integer NOT NULL CONSTRAINT plan_scenario_fk REFERENCES scenario,
        run_id             integer NOT NULL CONSTRAINT plan_run_fk REFERENCES scoring_run,
        status             text NOT NULL CHECK (status IN ('OPTIMAL', 'FEASIBLE', 'INFEASIBLE')),
        objective          double precision,
        bound              double precision,
        gap01              double precision,
        bound_source       text,
        seed               bigint NOT NULL,
        time_limit_seconds double precision NOT NULL,
        problem            jsonb NOT NULL,
        result             jsonb NOT NULL,
        conflicts          jsonb NOT NULL DEFAULT '[]',
        finished_at        timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE wave (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plan_id      integer NOT NULL CONSTRAINT wave_plan_fk REFERENCES plan,
        period       integer NOT NULL,
        starts_on    date NOT NULL,
        cost_cents   bigint NOT NULL,
        saving_cents bigint NOT NULL,
        effort_days  double precision NOT NULL,
        team_effort  jsonb NOT NULL,
        budget_cents bigint,
        UNIQUE (plan_id, period)
      );

      CREATE TABLE wave_item (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        wave_id      integer NOT NULL CONSTRAINT wave_item_wave_fk REFERENCES wave,
        candidate_id integer NOT NULL CONSTRAINT wave_item_candidate_fk REFERENCES candidate_score,
        size_is_assumed boolean NOT NULL,
        UNIQUE (wave_id, candidate_id)
      );
      CREATE INDEX wave_item_candidate ON wave_item (candidate_id);

      CREATE TABLE unscheduled_item (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plan_id      integer NOT NULL CONSTRAINT unscheduled_item_plan_fk REFERENCES plan,
        candidate_id integer NOT NULL CONSTRAINT unscheduled_item_candidate_fk REFERENCES candidate_score,
        reason       jsonb NOT NULL,
        UNIQUE (plan_id, candidate_id)
      );
      CREATE TRIGGER plan_is_immutable BEFORE UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER wave_is_immutable BEFORE UPDATE ON wave FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER wave_item_is_immutable BEFORE UPDATE ON wave_item FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
