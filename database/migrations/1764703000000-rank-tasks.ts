// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many ways the catalogue knows to and from a product, as at most three points: of two that do the same task, the better known one comes first. */
const KNOWN = '0.2 * least(15, (SELECT count(*) FROM alternative k WHERE k.alternative_id = p.id AND NOT k.retired) + (SELECT count(*) FROM alternative k WHERE k.product_id = p.id AND NOT k.retired))';

/** Eight points where the category of what does the task is called by the same word. */
const IN_CATEGORY = 'CASE WHEN EXISTS (SELECT FROM best c JOIN search_term u ON u.id = c.id WHERE c.no = b.no AND u.category_id = p.category_id AND c.quality >= 0.9 * b.quality) THEN 8 ELSE 0 END';

const CHANGES = [
  ['b.quality * 66, false FROM best b JOIN search_term t ON t.id = b.id JOIN product p ON p.category_id', `b.quality * (64 + ${KNOWN}), false FROM best b JOIN search_term t ON t.id = b.id JOIN product p ON p.category_id`],
  ['b.quality * 64, false FROM best b JOIN search_term t ON t.id = b.id JOIN product_function x', `b.quality * (60 + ${IN_CATEGORY} + ${KNOWN}), false FROM best b JOIN search_term t ON t.id = b.id JOIN product_function x`],
  ['0.72 + 0.1 * length(w.word) / length(t.term) FROM w JOIN search_term t ON t.term ~>=~ w.word AND', "CASE WHEN length(w.word) <= 4 AND t.kind IN ('NAME', 'ALIAS') THEN 0.5 ELSE 0.72 END + 0.1 * length(w.word) / length(t.term) FROM w JOIN search_term t ON t.term ~>=~ w.word AND"],
] as const;

/**
 * A task that is a category as well leads to the products of the category that do it ("Textverarbeitung" to LibreOffice before EtherCalc), then to the rest of it, then
 * to products elsewhere that do it too ("Verschlüsselung" to VeraCrypt before 7-Zip), the well-known ones first; and a short word that is a task of its own ("KI",
 * "CAD") goes before names that merely begin with its letters.
 */
export class RankTasks1764703000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [row] = (await runner.query(`SELECT pg_get_functiondef('search_products(text)'::regprocedure) AS definition`)) as { definition: string }[];
    let definition = row!.definition;
    for (const [before, after] of CHANGES) {
      if (definition.split(before).length !== 2) throw new Error(`search_products is not what this migration changes: ${before}`);
      definition = definition.replace(before, () => after);
    }
    await runner.query(definition);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
