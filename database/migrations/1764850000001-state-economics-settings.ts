// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the administration assumes about money and effort, version by version. */
export class StateEconomicsSettings1764850000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE economics_setting (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key         text NOT NULL,
        version     integer NOT NULL,
        low         double precision NOT NULL,
        high        double precision NOT NULL CHECK (high >= low),
        author      text NOT NULL,
        source      text,
        set_on      date NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (key, version)
      );
      CREATE TRIGGER economics_setting_is_append_only BEFORE UPDATE OR DELETE ON economics_setting FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
