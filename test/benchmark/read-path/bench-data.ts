// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Size of the generated database; everything else follows from it. */
export interface BenchSize {
  readonly installations: number;
}

export const PRODUCTS = 2_000;
export const CATEGORIES = 20;
const CYCLES_EACH = 10;
const ALTERNATIVES_EACH = 6;
const TITLES = 20_000;
const HOSTS = 20_000;

/** Changes when the rows below change, so that a database kept from an earlier run is made anew. */
export const BENCH_DATA_VERSION = 2;

/** Statements that fill an empty, migrated database by `generate_series`, in order, in one transaction; the same rows on every machine. */
export function benchStatements({ installations }: BenchSize): string[] {
  return [
    `INSERT INTO vendor (key, name, country, aliases) SELECT 'vendor-' || i, 'Hersteller ' || i, (ARRAY['DE', 'US', 'FR', NULL])[1 + i % 4], ARRAY['Herst. ' || i] FROM generate_series(1, 400) i`,
    `INSERT INTO license (expression, verdict, class, osi_approved, fsf_libre, proof) SELECT 'LicenseRef-' || i, (ARRAY['ALLOWED', 'DENIED', 'UNKNOWN'])[1 + i % 3], 'PERMISSIVE', i % 3 = 0, i % 3 = 0, '{}' FROM generate_series(1, 60) i`,
    `INSERT INTO category (id, key, name_de, name_en) OVERRIDING SYSTEM VALUE SELECT i, 'category-' || i, 'Sorte ' || i, 'Kind ' || i FROM generate_series(1, ${CATEGORIES}) i`,
    `SELECT setval(pg_get_serial_sequence('category', 'id'), ${CATEGORIES})`,
    `INSERT INTO product (key, name, vendor_id, category_id, license_id, specialised_procedure, distribution, aliases)
       SELECT 'product-' || i, 'Produkt ' || lpad((i * 7919 % ${PRODUCTS})::text, 5, '0'), v.id, c.id, l.id, i % 7 = 0, ARRAY['desktop'], ARRAY['P ' || i, 'Prod. ' || i]
       FROM generate_series(1, ${PRODUCTS}) i
       JOIN vendor v ON v.key = 'vendor-' || (1 + i % 400) JOIN category c ON c.key = 'category-' || (1 + i % ${CATEGORIES}) JOIN license l ON l.expression = 'LicenseRef-' || (1 + i % 60)`,
    `CREATE TEMP TABLE numbered AS SELECT id, row_number() OVER (ORDER BY length(key), key)::int AS n FROM product`,
    `INSERT INTO release_cycle (product_id, cycle, released_on, end_of_support_on, source)
       SELECT n.id, (2010 + k)::text, DATE '2010-01-01' + 365 * k, DATE '2015-01-01' + 365 * k + n.n % 200, 'generated' FROM numbered n, generate_series(1, ${CYCLES_EACH}) k`,
    `INSERT INTO alternative (product_id, alternative_id, kind, coverage01, verified, rank)
       SELECT n.id, o.id, (ARRAY['FULL', 'PARTIAL', 'NEEDS_COMPLEMENT', 'COEXISTENCE'])[1 + k % 4], (n.n * k % 100) / 100.0, k % 2 = 0, k
       FROM numbered n, generate_series(1, ${ALTERNATIVES_EACH}) k, numbered o WHERE o.n = 1 + (n.n - 1 + k * 37) % ${PRODUCTS}`,
    `INSERT INTO department (key, name, users, change_load_limit) SELECT 'amt-' || i, 'Amt ' || i, 50 + i, 2 FROM generate_series(1, 60) i`,
    `INSERT INTO contract (number, product_id, vendor_id, department_id, metric, seats, cost_per_year_cents, starts_on, ends_on, notice_period_months, renewal_months)
       SELECT 'V-' || lpad(i::text, 6, '0'), n.id, p.vendor_id, d.id, 'NAMED_USER', i % 4000, (i * 7919) % 90000000, DATE '2020-01-01' + i % 900, DATE '2027-01-01' + (i * 31) % 1400, i % 12, 12
       FROM generate_series(1, 5000) i JOIN numbered n ON n.n = 1 + i % ${PRODUCTS} JOIN product p ON p.id = n.id JOIN department d ON d.key = 'amt-' || (1 + i % 60)`,
    `INSERT INTO source (name) VALUES ('benchmark')`,
    `INSERT INTO import (source_id, actor_id, file_name, sha256, format, records, accepted, rejected, added, removed, unchanged, titles_new, titles_matched, titles_queued)
       SELECT s.id, (SELECT min(id) FROM actor), 'generated', '\\x00', 'csv', ${installations}, ${installations}, 0, ${installations}, 0, 0, ${TITLES}, ${TITLES}, 0 FROM source s`,
    `INSERT INTO host (name, department_id) SELECT 'host-' || lpad(i::text, 6, '0'), d.id FROM generate_series(1, ${HOSTS}) i JOIN department d ON d.key = 'amt-' || (1 + i % 60)`,
    `INSERT INTO title (raw, vendor, first_import_id) SELECT 'Titel ' || lpad((i * 7919 % ${TITLES})::text, 6, '0') || ' (x64)', 'Herst. ' || (1 + i % 400), (SELECT min(id) FROM import) FROM generate_series(1, ${TITLES}) i`,
    `INSERT INTO version (label) SELECT (i / 50) || '.' || i % 50 FROM generate_series(1, 500) i`,
    `INSERT INTO title_match (title_id, decision, decided_by, role, family, product_id, version, confidence01)
       SELECT t.id, 'MATCHED', 'RULE', 'PRODUCT', 'titel ' || t.id, n.id, NULL, 0.97 FROM title t JOIN numbered n ON n.n = 1 + t.id % ${PRODUCTS}`,
    ...installationStatements(installations),
    `INSERT INTO title_usage (title_id, installations, hosts, register_entries) SELECT title_id, count(*), count(DISTINCT host_id), 0 FROM installation GROUP BY 1`,
    `INSERT INTO title_department_usage SELECT title_id, department_id, count(*) FROM installation JOIN host h ON h.id = host_id GROUP BY 1, 2`,
    `INSERT INTO product_usage (product_id, titles, installations, register_entries) SELECT m.product_id, count(*), sum(u.installations), 0 FROM title_usage u JOIN title_match m USING (title_id) GROUP BY 1 ON CONFLICT (product_id) DO UPDATE SET titles = excluded.titles, installations = excluded.installations`,
    `INSERT INTO product_department_usage SELECT m.product_id, u.department_id, sum(u.installations) FROM title_department_usage u JOIN title_match m USING (title_id) GROUP BY 1, 2`,
    `INSERT INTO scoring_model (key, version, definition) VALUES ('benchmark', 1, '{}')`,
    `INSERT INTO scoring_run (model_id, seed, samples, as_of, inputs_hash, candidates, assumptions) SELECT id, 1, 1000, '2027-01-01', 'generated', 1000, '{}' FROM scoring_model WHERE key = 'benchmark'`,
    `INSERT INTO candidate_score (run_id, rank, product_id, alternative_id, goal_low, goal_expected, goal_high, feasibility_low, feasibility_expected, feasibility_high, npv_low_cents, npv_expected_cents, npv_high_cents, completeness01, first_rank_acceptability01, facts, score)
       SELECT (SELECT max(id) FROM scoring_run), n.n, n.id, a.id, 40 - n.n / 50.0, 60 - n.n / 50.0, 80 - n.n / 50.0, 30, 50, 70, -n.n * 100, n.n * 100, n.n * 900, 0.7, 1.0 / n.n, '{}', '[]'
       FROM numbered n JOIN alternative a ON a.product_id = n.id AND a.rank = 1 WHERE n.n <= 1000`,
    `DROP TABLE numbered`,
  ];
}

/** Fills a partition before its indexes are there, and attaches it then. */
function installationStatements(installations: number): string[] {
  const perHost = Math.ceil(installations / HOSTS);
  return [
    `CREATE TABLE installation_benchmark (LIKE installation INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`,
    `INSERT INTO installation_benchmark (source_id, host_id, title_id, version_id, installed_on, first_import_id)
       SELECT s.id, h.id, t.low + (h.id * 31 + k * 397) % ${TITLES}, v.low + (h.id + k) % 500, DATE '2024-01-01' + (h.id + k) % 900, i.id
       FROM (SELECT min(id) AS id FROM source) s, (SELECT min(id) AS id FROM import) i, (SELECT min(id) AS low FROM title) t, (SELECT min(id) AS low FROM version) v,
            host h, generate_series(1, ${perHost}) k`,
    `DO $$ BEGIN EXECUTE format('ALTER TABLE installation ATTACH PARTITION installation_benchmark FOR VALUES IN (%s)', (SELECT min(id) FROM source)); END $$`,
  ];
}
