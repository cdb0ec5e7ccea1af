// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans say of which migrations nobody knows what they save. */
export class MarkUnknownSavings1764600000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE wave_item ADD COLUMN saving_unknown_because text
        CONSTRAINT wave_item_saving_unknown_because_check CHECK (saving_unknown_because IN ('COST', 'CONTRACT_END'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
