// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which plan is in force, and how far its migrations are. */
export class SteerMigrations1764600000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_in_force (
        id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plan_id integer NOT NULL CONSTRAINT plan_in_force_plan_fk REFERENCES plan,
        put_at  timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX plan_in_force_plan ON plan_in_force (plan_id);
      CREATE TRIGGER plan_in_force_is_append_only BEFORE UPDATE OR DELETE ON plan_in_force FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE product_migration (
        id                integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id        integer NOT NULL UNIQUE CONSTRAINT product_migration_product_fk REFERENCES product,
        alternative_id    integer NOT NULL CONSTRAINT product_migration_alternative_fk REFERENCES product,
        plan_id           integer NOT NULL CONSTRAINT product_migration_plan_fk REFERENCES plan,
        status            text NOT NULL CHECK (status IN ('PLANNED', 'RUNNING', 'BLOCKED', 'DONE', 'CANCELLED')),
        planned_starts_on date NOT NULL,
        planned_ends_on   date NOT NULL,
        started_on        date,
        ended_on          date,
        blockers          text[] NOT NULL DEFAULT '{}',
        cancelled_by      text CHECK (cancelled_by IN ('DECISION', 'PLAN')),
        note              text,
        revision          integer NOT NULL DEFAULT 1,
        CONSTRAINT product_migration_blockers_check CHECK ((status = 'BLOCKED') = (cardinality(blockers) > 0)),
        CONSTRAINT product_migration_started_check CHECK (status NOT IN ('RUNNING', 'DONE') OR started_on IS NOT NULL),
        CONSTRAINT product_migration_ended_check CHECK ((status = 'DONE') = (ended_on IS NOT NULL) AND ended_on >= started_on),
        CONSTRAINT product_migration_cancelled_check CHECK ((status = 'CANCELLED') = (cancelled_by IS NOT NULL))
      );
      CREATE INDEX product_migration_alternative ON product_migration (alternative_id);
      CREATE INDEX product_migration_plan ON product_migration (plan_id);

      CREATE TABLE migration_event (
        id                integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        migration_id      integer NOT NULL CONSTRAINT migration_event_migration_fk REFERENCES product_migration,
        status            text NOT NULL,
        happened_on       date NOT NULL,
        planned_starts_on date NOT NULL,
        blockers          text[] NOT NULL,
        note              text,
        recorded_at       timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX migration_event_migration ON migration_event (migration_id);
      CREATE TRIGGER migration_event_is_append_only BEFORE UPDATE OR DELETE ON migration_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
