// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STEM = '0.52 + 0.3 * least(length(w.word), length(t.term)) / greatest(length(w.word), length(t.term))';

/** Another form of a word ("quick" for "Quicken") finds a task, but a name only weakly: names have no plural. */
export class NameProductsStrictly1764400000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [row] = (await runner.query(`SELECT pg_get_functiondef('search_products(text)'::regprocedure) AS definition`)) as { definition: string }[];
    const definition = row!.definition.replace(STEM, `CASE WHEN t.kind IN ('NAME', 'ALIAS') AND ' ' || t.term || ' ' NOT LIKE '% ' || w.word || ' %' THEN 0.38 ELSE ${STEM} END`);
    if (definition === row!.definition) throw new Error('search_products is not what this migration changes');
    await runner.query(definition);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
