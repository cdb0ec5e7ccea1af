// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of the administration's own software, and what it is made of. */
export class CreateOwnSoftware1764100000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_software (
        id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key            text NOT NULL UNIQUE,
        name           text NOT NULL CHECK (name <> ''),
        license        text,
        is_open        boolean NOT NULL,
        repository_url text,
        publiccode     jsonb NOT NULL,
        parts_file     text,
        revision       integer NOT NULL DEFAULT 1
      );
      CREATE INDEX own_software_name ON own_software (name, id);

      CREATE TABLE own_software_part (
        id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        own_software_id integer NOT NULL CONSTRAINT own_software_part_software_fk REFERENCES own_software ON DELETE CASCADE,
        name            text NOT NULL,
        version         text,
        purl            text,
        license         text
      );
      CREATE INDEX own_software_part_software ON own_software_part (own_software_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
