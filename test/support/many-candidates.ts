// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';

/**
 * Writes so many products in use that are proprietary, each with an open-source alternative, a contract and some answers, past the imports.
 *
 * Keys are `<prefix>-1` …; figures follow from the number, so that the same call gives the same again.
 */
export async function addCandidates(database: pg.Client, count: number, prefix = 'candidate'): Promise<void> {
  const number = "split_part(p.key, '-', -1)::int";
  for (const sql of [
    `INSERT INTO vendor (key, name, country) SELECT '${prefix}-maker-' || i, 'Maker ' || i, (ARRAY['US', 'DE', 'CH', NULL])[1 + i % 4] FROM generate_series(1, 40) i`,
    `INSERT INTO product (key, name, vendor_id, category_id, license_id, origin)
       SELECT '${prefix}-' || i, '${prefix} ' || i, v.id, c.id, l.id, 'OWN' FROM generate_series(1, ${count}) i
       JOIN vendor v ON v.key = '${prefix}-maker-' || (1 + i % 40) JOIN category c ON c.key = 'pdf-tool' JOIN license l ON l.verdict = 'DENIED' AND l.id = (SELECT min(id) FROM license WHERE verdict = 'DENIED')`,
    `INSERT INTO alternative (product_id, alternative_id, kind, covers, missing, rank, origin)
       SELECT p.id, (SELECT q.id FROM product q JOIN license l ON l.id = q.license_id WHERE l.verdict = 'ALLOWED' ORDER BY q.id LIMIT 1), (ARRAY['FULL', 'PARTIAL', 'COEXISTENCE'])[1 + ${number} % 3], '{a,b}', '{c}', 1, 'OWN'
       FROM product p WHERE p.key LIKE '${prefix}-%'`,
    `INSERT INTO product_usage (product_id, titles, installations, register_entries) SELECT p.id, 1, 1 + (${number} * 7919) % 900, 0 FROM product p WHERE p.key LIKE '${prefix}-%'
       ON CONFLICT (product_id) DO UPDATE SET titles = 1, installations = excluded.installations`,
    `INSERT INTO contract (number, product_id, vendor_id, metric, cost_per_year_cents, ends_on, notice_period_months, renewal_months)
       SELECT '${prefix}-' || p.id, p.id, p.vendor_id, 'DEVICE', 100000 + ${number}, current_date + 200 + ${number} % 300, 3, 12 FROM product p WHERE p.key LIKE '${prefix}-%' AND ${number} % 2 = 0`,
    `INSERT INTO assessment (product_id, question, answer, author, answered_on) SELECT p.id, 'MACROS', to_jsonb(${number} % 500), 'Amt 10', current_date - 10 FROM product p WHERE p.key LIKE '${prefix}-%' AND ${number} % 3 = 0`,
  ]) await database.query(sql);
}
