// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources, imports, hosts, raw titles and installations. */
export class CreateImporting1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source (
        id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL UNIQUE
      );

      CREATE TABLE upload (
        id          uuid PRIMARY KEY,
        file_name   text NOT NULL,
        bytes       bigint NOT NULL,
        sha256      bytea NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE import (
        id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source_id       integer NOT NULL CONSTRAINT import_source_fk REFERENCES source,
        actor_id        integer NOT NULL CONSTRAINT import_actor_fk REFERENCES actor,
        job_id          uuid CONSTRAINT import_job_fk REFERENCES job,
        file_name       text NOT NULL,
        sha256          bytea NOT NULL,
        asked           jsonb NOT NULL DEFAULT '{}',
        format          text NOT NULL,
        mapping         jsonb NOT NULL DEFAULT '{}',
        records         bigint NOT NULL,
        accepted        bigint NOT NULL,
        rejected        bigint NOT NULL,
        added           bigint NOT NULL,
        removed         bigint NOT NULL,
        unchanged       bigint NOT NULL,
        titles_new      integer NOT NULL,
        titles_matched  integer NOT NULL,
        titles_queued   integer NOT NULL,
        duplicate_of_id integer CONSTRAINT import_duplicate_of_fk REFERENCES import,
        imported_at     timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX import_newest ON import (source_id, id DESC);

      CREATE TABLE import_problem (
        import_id integer NOT NULL CONSTRAINT import_problem_import_fk REFERENCES import ON DELETE CASCADE,
        position  integer NOT NULL,
        problem   jsonb NOT NULL,
        message   text NOT NULL,
        message_de text NOT NULL,
        PRIMARY KEY (import_id, position)
      );

      CREATE TABLE host (
        id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name          text NOT NULL UNIQUE,
        department_id integer CONSTRAINT host_department_fk REFERENCES department
      );
      CREATE INDEX host_department ON host (department_id);

      CREATE TABLE title (
        id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        raw    text NOT NULL,
        vendor text NOT NULL DEFAULT '',
        purl   text NOT NULL DEFAULT '',
        cpe    text NOT NULL DEFAULT '',
        first_import_id integer CONSTRAINT title_first_import_fk REFERENCES import
      );
      CREATE UNIQUE INDEX title_identity ON title (md5(raw), md5(vendor), md5(purl || chr(1) || cpe));
      CREATE INDEX title_raw_search ON title USING gin (lower(raw) gin_trgm_ops);
      CREATE INDEX title_raw ON title (left(raw, 200), id);

      CREATE TABLE version (
        id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        label text NOT NULL UNIQUE
      );

      CREATE TABLE installation (
        source_id       integer NOT NULL,
        host_id         integer NOT NULL CONSTRAINT installation_host_fk REFERENCES host,
        title_id        integer NOT NULL CONSTRAINT installation_title_fk REFERENCES title,
        version_id      integer NOT NULL CONSTRAINT installation_version_fk REFERENCES version,
        installed_on    date,
        first_import_id integer NOT NULL,
        PRIMARY KEY (source_id, host_id, title_id, version_id)
      ) PARTITION BY LIST (source_id);
      CREATE INDEX installation_title ON installation (title_id, host_id);
      CREATE INDEX installation_host ON installation (host_id, title_id);

      CREATE TABLE installation_history (
        source_id         integer NOT NULL,
        host_id           integer NOT NULL,
        title_id          integer NOT NULL,
        version_id        integer NOT NULL,
        installed_on      date,
        first_import_id   integer NOT NULL,
        removed_import_id integer NOT NULL CONSTRAINT installation_history_removed_import_fk REFERENCES import
      );
      CREATE INDEX installation_history_host ON installation_history (host_id);

      CREATE TABLE register_entry (
        id                  integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source_id           integer NOT NULL CONSTRAINT register_entry_source_fk REFERENCES source,
        title_id            integer NOT NULL CONSTRAINT register_entry_title_fk REFERENCES title,
        version_id          integer NOT NULL CONSTRAINT register_entry_version_fk REFERENCES version,
        department_id       integer CONSTRAINT register_entry_department_fk REFERENCES department,
        users               integer CHECK (users >= 0),
        seats               integer CHECK (seats >= 0),
        cost_per_year_cents bigint,
        contract_ends_on    date,
        first_import_id     integer NOT NULL CONSTRAINT register_entry_first_import_fk REFERENCES import
      );
      CREATE UNIQUE INDEX register_entry_identity ON register_entry (source_id, title_id, version_id, coalesce(department_id, 0));
      CREATE INDEX register_entry_title ON register_entry (title_id);

      CREATE TABLE title_usage (
        title_id         integer PRIMARY KEY CONSTRAINT title_usage_title_fk REFERENCES title ON DELETE CASCADE,
        installations    bigint NOT NULL,
        hosts            integer NOT NULL,
        register_entries integer NOT NULL,
        users            integer
      );
      CREATE INDEX title_usage_most ON title_usage (installations, title_id);

      CREATE TABLE title_department_usage (
        title_id      integer NOT NULL CONSTRAINT title_department_usage_title_fk REFERENCES title ON DELETE CASCADE,
        department_id integer NOT NULL CONSTRAINT title_department_usage_department_fk REFERENCES department,
        installations bigint NOT NULL,
        PRIMARY KEY (title_id, department_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
