// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts, and the append-only record of what they did. */
export class CreateAccess1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE actor (
        id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('PERSON', 'SYSTEM')),
        name text NOT NULL UNIQUE
      );
      INSERT INTO actor (kind, name) VALUES ('SYSTEM', 'fahrplan'), ('PERSON', 'local');

      CREATE TABLE audit_entry (
        id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at         timestamptz NOT NULL DEFAULT now(),
        actor_id   integer NOT NULL CONSTRAINT audit_entry_actor_fk REFERENCES actor,
        operation  text NOT NULL,
        entity     text NOT NULL,
        entity_id  text NOT NULL,
        before     jsonb,
        after      jsonb,
        request_id text
      );
      CREATE INDEX audit_entry_entity ON audit_entry (entity, entity_id, id);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_entry_is_never_truncated BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
