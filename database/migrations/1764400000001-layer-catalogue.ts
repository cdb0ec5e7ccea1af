// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each entry of the catalogue comes from: the shared base, packs of other administrations, the administration's own word. */
export class LayerCatalogue1764400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalogue_layer (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind       text NOT NULL CHECK (kind IN ('BASE', 'FILE', 'PACK', 'OWN')),
        name       text NOT NULL,
        provenance jsonb NOT NULL DEFAULT '{}',
        loaded_at  timestamptz NOT NULL DEFAULT now(),
        UNIQUE (kind, name)
      );

      CREATE TABLE catalogue_entry (
        layer_id integer NOT NULL CONSTRAINT catalogue_entry_layer_fk REFERENCES catalogue_layer ON DELETE CASCADE,
        entity   text NOT NULL CHECK (entity IN ('VENDOR', 'CATEGORY', 'PRODUCT')),
        key      text NOT NULL,
        position integer NOT NULL,
        entry    jsonb NOT NULL,
        PRIMARY KEY (layer_id, entity, key)
      );

      CREATE TABLE product_statement (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        layer_id    integer NOT NULL CONSTRAINT product_statement_layer_fk REFERENCES catalogue_layer ON DELETE CASCADE,
        product_key text NOT NULL,
        field       text NOT NULL,
        value       jsonb NOT NULL,
        reason      text,
        source      jsonb,
        actor_id    integer NOT NULL CONSTRAINT product_statement_actor_fk REFERENCES actor,
        stated_at   timestamptz NOT NULL DEFAULT now(),
        UNIQUE (layer_id, product_key, field)
      );
      CREATE INDEX product_statement_product ON product_statement (product_key);

      CREATE TABLE endoflife_cycles (
        name      text PRIMARY KEY,
        cycles    jsonb NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now()
      );

      ALTER TABLE vendor DROP CONSTRAINT vendor_origin_check, ADD CHECK (origin IN ('BASE', 'FILE', 'PACK', 'OWN'));
      ALTER TABLE product DROP CONSTRAINT product_origin_check, ADD CHECK (origin IN ('BASE', 'FILE', 'PACK', 'OWN')),
        ADD COLUMN replaces text[] NOT NULL DEFAULT '{}',
        ADD COLUMN cost jsonb,
        ADD COLUMN support jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE alternative DROP CONSTRAINT alternative_origin_check, ADD CHECK (origin IN ('BASE', 'FILE', 'PACK', 'OWN')), ADD COLUMN retired boolean NOT NULL DEFAULT false;

      -- what is stored was written without layers: the next start reads the base anew
      UPDATE catalogue_state SET sha256 = '';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
