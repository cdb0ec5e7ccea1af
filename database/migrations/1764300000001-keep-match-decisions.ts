// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every decision about a title is kept, also those that were replaced or undone; matches say of what a component is part and how often they changed. */
export class KeepMatchDecisions1764300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE title_match
        ADD COLUMN vendor_key text NOT NULL DEFAULT '',
        ADD COLUMN component_kind text,
        ADD COLUMN component_of_product_id integer CONSTRAINT title_match_component_of_product_fk REFERENCES product,
        ADD COLUMN revision integer NOT NULL DEFAULT 1;
      DROP INDEX title_match_family;
      CREATE INDEX title_match_family ON title_match (family, vendor_key);
      CREATE INDEX title_match_component_of_product ON title_match (component_of_product_id);

      ALTER TABLE match_decision
        DROP CONSTRAINT match_decision_title_vendor_scope_key,
        ADD COLUMN kind text NOT NULL DEFAULT 'PRODUCT' CHECK (kind IN ('PRODUCT', 'NOT_SOFTWARE', 'COMPONENT')),
        ADD COLUMN made_product boolean NOT NULL DEFAULT false,
        ADD COLUMN undone_at timestamptz,
        ADD COLUMN undone_by_id integer CONSTRAINT match_decision_undone_by_fk REFERENCES actor;
      UPDATE match_decision SET kind = 'NOT_SOFTWARE' WHERE product_id IS NULL;
      ALTER TABLE match_decision
        ALTER COLUMN kind DROP DEFAULT,
        ADD CONSTRAINT match_decision_names_product CHECK (kind <> 'PRODUCT' OR product_id IS NOT NULL OR undone_at IS NOT NULL),
        ADD CONSTRAINT match_decision_not_software_has_none CHECK (kind <> 'NOT_SOFTWARE' OR product_id IS NULL);

      CREATE TABLE match_state (
        only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        knowledge   text NOT NULL,
        replayed_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
