// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Client } from 'pg';
import type { KnownProduct } from '#matching';
import type { MadeTitle } from './matching-data.js';

/** The rival: everything in sets, equal names by one join, the rest by the GIN index of pg_trgm. */
const NORMALISE = `CREATE OR REPLACE FUNCTION pg_temp.matching_key(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(regexp_replace(translate(lower(t), 'äöü', 'aou'), '\\((x64|remove only|deutsch)\\)|64-bit|\\yx86\\y|\\yde-de\\y|\\ymui\\y', ' ', 'g'), '\\yv?\\d+(\\.\\d+)+\\y', ' ', 'g'), '[^a-z0-9]+', ' ', 'g')) $$`;

/** Loads both sides into temporary tables; not part of what is measured. */
export async function loadTrigramTables(client: Client, products: readonly KnownProduct[], titles: readonly MadeTitle[]): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  await client.query(NORMALISE);
  await client.query('CREATE TEMP TABLE bench_product (id int PRIMARY KEY, name text NOT NULL); CREATE TEMP TABLE bench_title (place int PRIMARY KEY, title text NOT NULL)');
  await client.query('INSERT INTO bench_product SELECT * FROM unnest($1::int[], $2::text[])', [products.map(({ id }) => id), products.map(({ name }) => name)]);
  await client.query('INSERT INTO bench_title SELECT * FROM unnest($1::int[], $2::text[])', [titles.map((_, at) => at), titles.map(({ title }) => title)]);
  await client.query('ALTER TABLE bench_product ADD key text; UPDATE bench_product SET key = pg_temp.matching_key(name); CREATE INDEX ON bench_product (key); CREATE INDEX ON bench_product USING gin (key gin_trgm_ops); ANALYZE bench_product; ANALYZE bench_title');
}

/** Matches all titles; similar ones count from 0.6 on, the best threshold of 0.4, 0.5, 0.6, 0.7 on this data. */
export async function matchByTrigramSql(client: Client, from: number, to: number): Promise<(number | null)[]> {
  await client.query('SET pg_trgm.similarity_threshold = 0.6');
  const { rows } = await client.query<{ id: number | null }>(
    `WITH asked AS MATERIALIZED (SELECT place, pg_temp.matching_key(title) AS key FROM bench_title WHERE place >= $1 AND place < $2),
          equal AS MATERIALIZED (SELECT a.place, a.key, min(p.id) AS id FROM asked a LEFT JOIN bench_product p ON p.key = a.key GROUP BY a.place, a.key)
     SELECT coalesce(e.id, s.id) AS id FROM equal e
       LEFT JOIN LATERAL (SELECT p.id FROM bench_product p WHERE e.id IS NULL AND p.key % e.key ORDER BY similarity(p.key, e.key) DESC, p.id LIMIT 1) s ON true
      ORDER BY e.place`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}
