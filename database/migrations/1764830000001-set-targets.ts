// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Targets in all their versions, and what was measured on the way to them. */
export class SetTargets1764830000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE target (
        id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        measure text NOT NULL CHECK (measure IN ('PRODUCTS', 'SPECIALISED_PRODUCTS', 'INSTALLATIONS', 'DEVICES', 'SPEND', 'OWN_SOFTWARE', 'OPEN_PRODUCTS'))
      );
      CREATE TRIGGER target_is_immutable BEFORE UPDATE OR DELETE ON target FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE target_version (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        target_id    integer NOT NULL CONSTRAINT target_version_target_fk REFERENCES target,
        revision     integer NOT NULL CHECK (revision > 0),
        name         text NOT NULL CHECK (name <> ''),
        goal         double precision NOT NULL CHECK (goal >= 0),
        due_on       date NOT NULL,
        note         text,
        is_withdrawn boolean NOT NULL,
        actor_id     integer NOT NULL CONSTRAINT target_version_actor_fk REFERENCES actor,
        set_at       timestamptz NOT NULL DEFAULT now(),
        UNIQUE (target_id, revision)
      );
      CREATE TRIGGER target_version_is_append_only BEFORE UPDATE OR DELETE ON target_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE measurement (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        measure      text NOT NULL,
        measured_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
        plan_id      integer CONSTRAINT measurement_plan_fk REFERENCES plan,
        reached      bigint NOT NULL CHECK (reached >= 0),
        missed       bigint NOT NULL CHECK (missed >= 0),
        unknown      bigint NOT NULL CHECK (unknown >= 0),
        unrecognised bigint NOT NULL CHECK (unrecognised >= 0),
        uncounted    bigint NOT NULL CHECK (uncounted >= 0),
        low          double precision,
        high         double precision,
        forecast     jsonb NOT NULL,
        CONSTRAINT measurement_bounds_check CHECK (num_nonnulls(low, high) IN (0, 2) AND low <= high)
      );
      CREATE INDEX measurement_newest ON measurement (measure, measured_at DESC, id DESC);
      CREATE INDEX measurement_plan ON measurement (plan_id);
      CREATE TRIGGER measurement_is_immutable BEFORE UPDATE OR DELETE ON measurement FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
