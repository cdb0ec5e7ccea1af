// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ties each entry of the audit trail to the one before it. A transaction does so as its last step, when it commits: then it holds everything else that it needs, so it can wait for its
 * turn without ever keeping somebody waiting who keeps it waiting.
 */
export class ChainAuditTrail1764810000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_chain (
        seq      bigint PRIMARY KEY,
        entry_id bigint NOT NULL UNIQUE CONSTRAINT audit_chain_entry_fk REFERENCES audit_entry,
        hash     bytea NOT NULL CHECK (length(hash) = 32)
      );

      CREATE FUNCTION audit_content(entry audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT string_agg(CASE WHEN part IS NULL THEN '-' ELSE length(convert_to(part, 'UTF8')) || ':' || part END, ',' ORDER BY place)
        FROM unnest(ARRAY[entry.id::text, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_id::text, entry.operation, entry.entity, entry.entity_id,
          entry.before::text, entry.after::text, entry.request_id]) WITH ORDINALITY AS p(part, place)
      $$;

      CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        last_seq bigint := 0;
        last_hash bytea := decode(repeat('00', 32), 'hex');
        link record;
      BEGIN
        PERFORM pg_advisory_xact_lock(1635083369);
        FOR link IN SELECT seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1 LOOP
          last_seq := link.seq;
          last_hash := link.hash;
        END LOOP;
        INSERT INTO audit_chain (seq, entry_id, hash) VALUES (last_seq + 1, NEW.id, sha256(last_hash || convert_to((last_seq + 1) || ',' || audit_content(NEW), 'UTF8')));
        RETURN NULL;
      END $$;

      DO $$
      DECLARE
        entry audit_entry;
        n bigint := 0;
        h bytea := decode(repeat('00', 32), 'hex');
      BEGIN
        FOR entry IN SELECT * FROM audit_entry ORDER BY id LOOP
          n := n + 1;
          h := sha256(h || convert_to(n || ',' || audit_content(entry), 'UTF8'));
          INSERT INTO audit_chain (seq, entry_id, hash) VALUES (n, entry.id, h);
        END LOOP;
      END $$;

      CREATE CONSTRAINT TRIGGER audit_entry_is_chained AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
      CREATE TRIGGER audit_chain_is_append_only BEFORE UPDATE OR DELETE ON audit_chain FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_chain_is_never_truncated BEFORE TRUNCATE ON audit_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
