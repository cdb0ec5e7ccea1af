// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts the changes of everything that several people edit, whoever makes them: a person, an import, the undoing of one. Products are counted where the catalogue changes,
 * because what is said of them lies in more tables than their own.
 */
export class CountRevisions1764910000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE host ADD COLUMN revision integer NOT NULL DEFAULT 1;
      ALTER TABLE department ADD COLUMN revision integer NOT NULL DEFAULT 1;
      ALTER TABLE usage_count ADD COLUMN revision integer NOT NULL DEFAULT 1;
      ALTER TABLE product ADD COLUMN revision integer NOT NULL DEFAULT 1;

      CREATE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.revision := OLD.revision + 1;
        RETURN NEW;
      END $$;
      CREATE TRIGGER host_counts_revisions BEFORE UPDATE ON host FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION count_revision();
      CREATE TRIGGER department_counts_revisions BEFORE UPDATE ON department FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION count_revision();
      CREATE TRIGGER contract_counts_revisions BEFORE UPDATE ON contract FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION count_revision();
      CREATE TRIGGER entitlement_counts_revisions BEFORE UPDATE ON entitlement FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION count_revision();
      CREATE TRIGGER usage_count_counts_revisions BEFORE UPDATE ON usage_count FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION count_revision();
      CREATE TRIGGER own_software_counts_revisions BEFORE UPDATE ON own_software FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION count_revision();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
