// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import covered and changed, so that it can be told apart, previewed and undone; and the keys of installations in the order in which they are read. */
export class KeepHistoryOfImports1764200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import
        ADD scope         text NOT NULL DEFAULT 'SOURCE' CHECK (scope IN ('SOURCE', 'HOSTS', 'PARTS')),
        ADD record_kind   text NOT NULL DEFAULT 'software' CHECK (record_kind IN ('software', 'contracts', 'departments')),
        ADD changed       bigint NOT NULL DEFAULT 0,
        ADD pseudonymised boolean NOT NULL DEFAULT false,
        ADD undone_at     timestamptz,
        ADD undone_by_id  integer CONSTRAINT import_undone_by_fk REFERENCES actor;

      ALTER TABLE source
        ADD pseudonymised    boolean NOT NULL DEFAULT false,
        ADD pseudonym_check  text;

      CREATE TABLE import_host (
        import_id integer NOT NULL CONSTRAINT import_host_import_fk REFERENCES import ON DELETE CASCADE,
        host_id   integer NOT NULL CONSTRAINT import_host_host_fk REFERENCES host ON DELETE CASCADE,
        PRIMARY KEY (host_id, import_id)
      );

      CREATE TABLE import_change (
        import_id integer NOT NULL CONSTRAINT import_change_import_fk REFERENCES import ON DELETE CASCADE,
        entity    text NOT NULL CHECK (entity IN ('HOST', 'REGISTER_ENTRY', 'CONTRACT', 'DEPARTMENT')),
        key       text NOT NULL,
        before    jsonb,
        after     jsonb,
        PRIMARY KEY (entity, key, import_id)
      );
      CREATE INDEX import_change_import ON import_change (import_id);

      ALTER TABLE host
        ADD user_name            text,
        ADD first_import_id      integer CONSTRAINT host_first_import_fk REFERENCES import,
        ADD department_import_id integer CONSTRAINT host_department_import_fk REFERENCES import;
      UPDATE host h SET first_import_id = (SELECT min(i.first_import_id) FROM installation i WHERE i.host_id = h.id);
      UPDATE host SET department_import_id = first_import_id WHERE department_id IS NOT NULL;

      CREATE TABLE field_origin (
        entity    text NOT NULL CHECK (entity IN ('Host', 'Contract', 'Department', 'Product')),
        entity_id integer NOT NULL,
        field     text NOT NULL,
        actor_id  integer CONSTRAINT field_origin_actor_fk REFERENCES actor,
        import_id integer CONSTRAINT field_origin_import_fk REFERENCES import,
        at        timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (entity, entity_id, field),
        CHECK (num_nonnulls(actor_id, import_id) = 1)
      );

      ALTER TABLE register_entry ADD devices integer CHECK (devices >= 0);

      ALTER TABLE installation DROP CONSTRAINT installation_pkey;
      ALTER TABLE installation ADD PRIMARY KEY (host_id, title_id, version_id, source_id);
      DROP INDEX installation_host;
      -- A summary that the program alone writes, as large as the inventory is varied: checking each of its rows cost more than counting them.
      ALTER TABLE title_department_usage DROP CONSTRAINT title_department_usage_title_fk, DROP CONSTRAINT title_department_usage_department_fk;
      CREATE INDEX installation_history_first ON installation_history (source_id, first_import_id);
      CREATE INDEX installation_history_removed ON installation_history (source_id, removed_import_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
