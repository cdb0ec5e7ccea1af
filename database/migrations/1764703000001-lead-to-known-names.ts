// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many ways the catalogue knows to and from the product of a term, as at most three points; nothing for a name that is asked for as it is. */
const KNOWN = 'CASE WHEN b.quality < 1 THEN 0.2 * least(15, (SELECT count(*) FROM alternative k WHERE k.alternative_id = t.product_id AND NOT k.retired) + (SELECT count(*) FROM alternative k WHERE k.product_id = t.product_id AND NOT k.retired)) ELSE 0 END';

const CHANGES = [
  ['0.86 + 0.08 * length(w.word) / length(t.term)', '0.88 + 0.03 * length(w.word) / length(t.term)'],
  ["b.quality * CASE t.kind WHEN 'NAME' THEN 100 ELSE 96 END AS score, true AS named", `b.quality * CASE t.kind WHEN 'NAME' THEN 100 ELSE 96 END + ${KNOWN} AS score, true AS named`],
] as const;

/** A word that many names begin with ("VMware", "SAP") leads to the one that most ways lead to and from, and no longer to the shortest. */
export class LeadToKnownNames1764703000001 implements MigrationInterface {
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
