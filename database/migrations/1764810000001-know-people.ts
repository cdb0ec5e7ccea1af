// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signs in, and with what. Of a secret only its digest is kept. What is known of a person stands apart from the actor, so that it can be forgotten while their deeds stay on record. */
export class KnowPeople1764810000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE actor DROP CONSTRAINT actor_kind_check, ADD CONSTRAINT actor_kind_check CHECK (kind IN ('PERSON', 'SYSTEM', 'MACHINE'));

      CREATE TABLE person (
        actor_id     integer PRIMARY KEY CONSTRAINT person_actor_fk REFERENCES actor,
        issuer       text NOT NULL,
        subject      text NOT NULL,
        display_name text,
        roles        text[] NOT NULL,
        departments  integer[],
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT person_identity UNIQUE (issuer, subject)
      );

      CREATE TABLE session (
        key_digest bytea PRIMARY KEY CHECK (length(key_digest) = 32),
        actor_id   integer NOT NULL CONSTRAINT session_actor_fk REFERENCES actor,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_expiry ON session (expires_at);

      CREATE TABLE pending_sign_in (
        key_digest bytea PRIMARY KEY CHECK (length(key_digest) = 32),
        content    jsonb NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX pending_sign_in_expiry ON pending_sign_in (expires_at);

      CREATE TABLE access_token (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        actor_id     integer NOT NULL CONSTRAINT access_token_actor_fk REFERENCES actor,
        name         text NOT NULL CHECK (name <> ''),
        key_digest   bytea NOT NULL UNIQUE CHECK (length(key_digest) = 32),
        permissions  text[] NOT NULL,
        created_at   timestamptz NOT NULL DEFAULT now(),
        expires_at   timestamptz NOT NULL,
        last_used_on date,
        revoked_at   timestamptz
      );
      CREATE INDEX access_token_actor ON access_token (actor_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
