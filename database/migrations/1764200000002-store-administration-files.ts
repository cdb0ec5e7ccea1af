// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What contract registers and plans of the organisation say that there was no place for, and which source lists them. */
export class StoreAdministrationFiles1764200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contract
        ADD title              text,
        ADD vendor_name        text,
        ADD notice_period_days integer CHECK (notice_period_days >= 0),
        ADD notice_to          text CHECK (notice_to IN ('any-day', 'month-end', 'quarter-end', 'year-end')),
        ADD source_id          integer CONSTRAINT contract_source_fk REFERENCES source,
        ADD CHECK (num_nonnulls(notice_period_months, notice_period_days) <= 1);
      ALTER TABLE department ADD source_id integer CONSTRAINT department_source_fk REFERENCES source;
      CREATE INDEX contract_department ON contract (department_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
