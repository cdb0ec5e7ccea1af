// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Compatibility matrices that were loaded, version by version, cell by cell. */
export class CreateCompatibilityMatrix1764100000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE compatibility_matrix (
        id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        version   integer NOT NULL UNIQUE CHECK (version > 0),
        file_name text NOT NULL,
        sha256    text NOT NULL,
        licenses  integer NOT NULL,
        actor_id  integer NOT NULL CONSTRAINT compatibility_matrix_actor_fk REFERENCES actor,
        loaded_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE compatibility_cell (
        id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        matrix_id integer NOT NULL CONSTRAINT compatibility_cell_matrix_fk REFERENCES compatibility_matrix,
        outbound  text NOT NULL,
        inbound   text NOT NULL,
        cell      text NOT NULL CHECK (cell IN ('Same', 'Yes', 'No', 'Unknown', 'Check dependency')),
        UNIQUE (matrix_id, outbound, inbound)
      );
      CREATE INDEX compatibility_cell_place ON compatibility_cell (matrix_id, id);
      CREATE TRIGGER compatibility_matrix_is_immutable BEFORE UPDATE OR DELETE ON compatibility_matrix FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER compatibility_cell_is_immutable BEFORE UPDATE OR DELETE ON compatibility_cell FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
