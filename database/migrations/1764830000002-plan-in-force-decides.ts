// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A product is planned where a migration of the plan in force replaces it, not where any plan that was tried would; and waves say which of their items come after the end of support. */
export class PlanInForceDecides1764830000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW planned_product;
      CREATE VIEW planned_product AS
        SELECT m.product_id, m.plan_id, coalesce(m.started_on, m.planned_starts_on) AS starts_on FROM product_migration m WHERE m.status <> 'CANCELLED';

      ALTER TABLE wave_item ADD COLUMN late_for_support_end date;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
