// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comply or explain: exemptions that can be revoked but not rewritten, weighings, the reading of M1, and which products are planned. */
export class ExtendExemptions1764500000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE exemption
        ADD COLUMN revoked_on     date,
        ADD COLUMN revoked_by     text,
        ADD COLUMN revoked_reason text,
        ADD COLUMN recorded_at    timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT exemption_days CHECK (expires_on >= granted_on),
        ADD CONSTRAINT exemption_revoked CHECK (num_nonnulls(revoked_on, revoked_by, revoked_reason) IN (0, 3));
      CREATE FUNCTION refuse_rewritten_exemption() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.revoked_on IS NULL AND NEW.revoked_on IS NOT NULL
          AND (NEW.product_id, NEW.reason, NEW.evidence, NEW.approver, NEW.granted_on, NEW.expires_on, NEW.recheck_on, NEW.recorded_at)
            IS NOT DISTINCT FROM (OLD.product_id, OLD.reason, OLD.evidence, OLD.approver, OLD.granted_on, OLD.expires_on, OLD.recheck_on, OLD.recorded_at)
        THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'an exemption is append-only but for its revocation' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER exemption_is_append_only BEFORE UPDATE OR DELETE ON exemption FOR EACH ROW EXECUTE FUNCTION refuse_rewritten_exemption();

      CREATE TABLE weighing (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id  integer NOT NULL CONSTRAINT weighing_product_fk REFERENCES product,
        reason      text NOT NULL,
        weighed_by  text NOT NULL,
        weighed_on  date NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX weighing_product ON weighing (product_id, weighed_on);
      CREATE TRIGGER weighing_is_append_only BEFORE UPDATE OR DELETE ON weighing FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE scoring_setting (
        only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        m1_reading text NOT NULL DEFAULT 'OSS_FIRST' CHECK (m1_reading IN ('OSS_FIRST', 'EQUAL_FOOTING')),
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO scoring_setting DEFAULT VALUES;

      CREATE VIEW planned_product AS
        SELECT DISTINCT ON (c.product_id) c.product_id, w.plan_id, w.id AS wave_id, w.period, w.starts_on
        FROM wave w JOIN wave_item i ON i.wave_id = w.id JOIN candidate_score c ON c.id = i.candidate_id
        WHERE w.plan_id = (SELECT max(p.id) FROM plan p WHERE p.status <> 'INFEASIBLE')
        ORDER BY c.product_id, w.period, w.id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
