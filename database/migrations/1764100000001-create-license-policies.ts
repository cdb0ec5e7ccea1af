// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policies about licenses, version by version, and the waivers from them. */
export class CreateLicensePolicies1764100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE license_policy (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name       text NOT NULL,
        version    integer NOT NULL CHECK (version > 0),
        is_ready   boolean NOT NULL,
        outbound   text,
        rules      jsonb NOT NULL,
        actor_id   integer NOT NULL CONSTRAINT license_policy_actor_fk REFERENCES actor,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (name, version)
      );
      CREATE TRIGGER license_policy_is_immutable BEFORE UPDATE OR DELETE ON license_policy FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE license_waiver (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        policy     text NOT NULL,
        component  text NOT NULL CHECK (component <> ''),
        license    text,
        author     text NOT NULL CHECK (author <> ''),
        reason     text NOT NULL CHECK (reason <> ''),
        granted_at timestamptz NOT NULL DEFAULT now(),
        expires_on date NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX license_waiver_policy ON license_waiver (policy, expires_on, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
