// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a program that owns nothing cannot do itself, each as one function of the owner that does only that: the partition of a source's first inventory, statistics of names for the rest of an import, and the next link of the
 * audit trail's chain. Names are looked up where only the owner can put any; numbers and names are checked before they become part of a statement.
 */
export class LendRightsOfOwner1765070000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER FUNCTION chain_audit_entry() SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;
      REVOKE EXECUTE ON FUNCTION chain_audit_entry() FROM PUBLIC;

      -- The place for the first inventory of a source: whoever asked may fill it, nobody sees it before it is attached.
      CREATE FUNCTION open_installations(source integer, import integer) RETURNS void LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.source s WHERE s.id = open_installations.source) THEN
          RAISE EXCEPTION 'there is no source %', source USING ERRCODE = 'invalid_parameter_value';
        END IF;
        EXECUTE format('CREATE TABLE public.%I (LIKE public.installation INCLUDING DEFAULTS)', 'installation_' || source);
        EXECUTE format('ALTER TABLE public.%I ALTER source_id SET DEFAULT %s, ALTER first_import_id SET DEFAULT %s', 'installation_' || source, source, import);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO %I', 'installation_' || source, session_user);
      END $$;
      REVOKE EXECUTE ON FUNCTION open_installations(integer, integer) FROM PUBLIC;

      -- Keys and indexes are built when it is full. A file may list an installation twice; the one with the later date stays. That is rare, so the key is tried first.
      CREATE FUNCTION attach_installations(source integer) RETURNS void LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        partition text := 'installation_' || source;
        add_key text := format('ALTER TABLE public.%I ADD PRIMARY KEY (host_id, title_id, version_id, source_id)', partition);
      BEGIN
        EXECUTE format('ALTER TABLE public.%I ALTER source_id DROP DEFAULT, ALTER first_import_id DROP DEFAULT', partition);
        BEGIN
          EXECUTE add_key;
        EXCEPTION WHEN unique_violation THEN
          EXECUTE format('DELETE FROM public.%1$I WHERE ctid IN (SELECT at FROM (
            SELECT ctid AS at, row_number() OVER (PARTITION BY host_id, title_id, version_id ORDER BY installed_on DESC NULLS LAST, ctid) AS n FROM public.%1$I) r WHERE n > 1)', partition);
          EXECUTE add_key;
        END;
        EXECUTE format('CREATE INDEX ON public.%I (title_id, host_id)', partition);
        EXECUTE format('ALTER TABLE public.%I ADD CHECK (source_id = %s)', partition, source);
        EXECUTE format('ALTER TABLE public.installation ATTACH PARTITION public.%I FOR VALUES IN (%s)', partition, source);
        EXECUTE format('ANALYZE public.%I', partition);
      END $$;
      REVOKE EXECUTE ON FUNCTION attach_installations(integer) FROM PUBLIC;

      -- What follows in an import joins rows that autovacuum has not seen.
      CREATE FUNCTION analyze_names(names text) RETURNS void LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF names NOT IN ('department', 'host', 'title', 'version') THEN
          RAISE EXCEPTION '% holds no names', names USING ERRCODE = 'invalid_parameter_value';
        END IF;
        EXECUTE format('ANALYZE public.%I', names);
      END $$;
      REVOKE EXECUTE ON FUNCTION analyze_names(text) FROM PUBLIC;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
