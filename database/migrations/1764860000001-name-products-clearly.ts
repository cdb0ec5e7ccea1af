// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A name leads to one product where it says which, and to all that it may mean where it does not. */
export class NameProductsClearly1764860000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Products that a name may mean: one where the name is clear, several where it is not, none where nothing is called so. In this order:
      -- key; name; alias, unless vendors are called so too; the only products of vendors called so; names that hold it as whole words, where the vendor's name
      -- before it makes a whole name and it is a word of that vendor alone and of no category or function; the best of the search for what is mistyped.
      -- score: those called so come first, then those that most alternatives lead to and from.
      CREATE FUNCTION products_named(asked text) RETURNS TABLE (product_id integer, score real) LANGUAGE sql STABLE ROWS 5 AS $$
        WITH form AS MATERIALIZED (
          SELECT left(search_form(asked), 120) AS words
        ), keyed AS MATERIALIZED (
          SELECT p.id FROM product p WHERE p.key = lower(btrim(asked)) AND NOT p.retired
        ), exact AS MATERIALIZED (
          SELECT p.id, bool_or(t.kind = 'NAME') AS is_name FROM form f JOIN search_term t ON t.term = f.words JOIN product p ON p.id = t.product_id AND NOT p.retired GROUP BY p.id
        ), makers AS MATERIALIZED (
          SELECT p.id FROM form f JOIN search_term t ON t.term = f.words JOIN product p ON p.vendor_id = t.vendor_id AND NOT p.retired GROUP BY p.id
        ), holders AS MATERIALIZED (
          SELECT p.id, p.vendor_id, bool_or(t.kind = 'NAME') AS is_name, bool_or(EXISTS (SELECT FROM search_term v WHERE v.vendor_id = p.vendor_id AND t.term = v.term || ' ' || f.words)) AS is_whole
          FROM form f JOIN search_term t ON t.term LIKE '%' || f.words || '%' AND ' ' || t.term || ' ' LIKE '% ' || f.words || ' %'
          JOIN product p ON p.id = t.product_id AND NOT p.retired
          WHERE length(f.words) >= 2 GROUP BY p.id, p.vendor_id
        ), generic AS MATERIALIZED (
          SELECT EXISTS (
            SELECT FROM form f JOIN search_term t ON t.term LIKE '%' || f.words || '%' AND ' ' || t.term || ' ' LIKE '% ' || f.words || ' %' WHERE t.kind IN ('CATEGORY', 'FUNCTION')
          ) AS is_generic
        ), steps AS (
          SELECT 1 AS step, id FROM keyed
          UNION ALL SELECT 2, id FROM exact WHERE is_name
          UNION ALL SELECT 3, id FROM exact WHERE NOT EXISTS (SELECT FROM makers)
          UNION ALL SELECT 4, id FROM makers
          UNION ALL SELECT 4, id FROM exact WHERE EXISTS (SELECT FROM makers)
          UNION ALL SELECT 5, id FROM holders, generic WHERE is_whole AND NOT is_generic AND (SELECT count(DISTINCT vendor_id) FROM holders) = 1
          UNION ALL SELECT 6, id FROM holders
          UNION ALL SELECT 7, (SELECT s.product_id FROM search_products(asked) s WHERE s.named AND s.score >= 45 ORDER BY s.score DESC, s.product_id LIMIT 1)
          WHERE (SELECT length(words) FROM form) >= 2 AND NOT EXISTS (SELECT FROM keyed) AND NOT EXISTS (SELECT FROM exact) AND NOT EXISTS (SELECT FROM makers) AND NOT EXISTS (SELECT FROM holders)
        )
        SELECT s.id,
          ((SELECT count(*) FROM alternative a WHERE NOT a.retired AND s.id IN (a.product_id, a.alternative_id)) + coalesce((SELECT 10000 * h.is_whole::int + 1000 * h.is_name::int FROM holders h WHERE h.id = s.id), 0))::real
        FROM steps s WHERE s.id IS NOT NULL AND s.step = (SELECT min(first.step) FROM steps first WHERE first.id IS NOT NULL) GROUP BY s.id
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
