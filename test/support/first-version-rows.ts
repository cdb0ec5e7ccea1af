// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DataSource } from 'typeorm';
import { calendarDate, unwrap } from '#kernel';
import { deriveInputs, dortmund2021, known, scoreCandidate, type CandidateFacts } from '#scoring';

/** The newest migration of the first version that had every stage. */
export const FIRST_VERSION = 'CreatePlanning1764000000007';

const today = calendarDate('2026-03-01')!;

/** Rows in every table of the first version, as it wrote them: an inventory that was imported, matched, scored and planned, with its counts right. */
export async function fillFirstVersion(source: DataSource): Promise<void> {
  const run = (sql: string, values: readonly unknown[] = []) => source.query(sql, [...values]);
  for (const sql of [
    "INSERT INTO job (id, kind, status, step, done, total, subject, result_id, summary, actor_id, started_at, finished_at) VALUES ('11111111-1111-4111-8111-111111111111', 'import', 'DONE', 'reading', 4, 4, 'alt.csv', 'Import:1', '{\"records\": 5}', 2, now(), now())",
    "INSERT INTO upload (id, file_name, bytes, sha256) VALUES ('22222222-2222-4222-8222-222222222222', 'alt.csv', 100, sha256('alt'))",
    "INSERT INTO catalogue_state (sha256) VALUES ('of an older catalogue')",
    "INSERT INTO vendor (key, name, country, aliases) VALUES ('haus-alt', 'Haus Alt', 'DE', '{Alt GmbH}'), ('haus-neu', 'Haus Neu', NULL, '{}')",
    "UPDATE vendor SET merged_into_id = (SELECT id FROM vendor WHERE key = 'haus-alt') WHERE key = 'haus-neu'",
    "INSERT INTO license (expression, verdict, class, osi_approved, fsf_libre, proof) VALUES ('LicenseRef-proprietary', 'DENIED', 'PROPRIETARY', false, false, '{}'), ('MPL-2.0', 'ALLOWED', 'WEAK_COPYLEFT', true, true, '{}')",
    "INSERT INTO category (key, name_de, name_en, publiccode) VALUES ('office-suite', 'Bürosoftware', 'Office suites', '{office}')",
    "INSERT INTO product_function (category_id, key, name_de, name_en) SELECT id, 'text', 'Textverarbeitung', 'Word processing' FROM category",
    `INSERT INTO product (key, name, vendor_id, category_id, license_id, specialised_procedure, personal_data, distribution, aliases, functions, identifiers, sources, none_known_on, origin, search)
       SELECT k, n, v.id, c.id, l.id, k = 'old-2', 'POSSIBLE', '{desktop}', ARRAY[n || ' Pro'], '{text}', '{"purl": "pkg:generic/x"}', '[{"url": "https://example.org"}]', CASE k WHEN 'old-2' THEN DATE '2025-11-01' END, o, lower(n)
       FROM (VALUES ('old-1', 'Altes Programm', 'LicenseRef-proprietary', 'BASE'), ('old-2', 'Zweites Programm', 'LicenseRef-proprietary', 'BASE'), ('new', 'Neues Programm', 'MPL-2.0', 'BASE'), ('7-zip', '7-Zip', 'MPL-2.0', 'BASE')) p(k, n, x, o)
       JOIN license l ON l.expression = x CROSS JOIN category c JOIN vendor v ON v.key = 'haus-alt'`,
    "INSERT INTO release_cycle (product_id, cycle, released_on, end_of_support_on, source) SELECT id, '1', '2020-01-01', '2026-12-31', 'https://example.org' FROM product WHERE key = 'old-1'",
    `INSERT INTO alternative (product_id, alternative_id, kind, covers, missing, coverage01, evidence, verified, notes_de, notes_en, rank, origin)
       SELECT p.id, n.id, 'PARTIAL', '{text}', '{macros}', 0.5, '[{"url": "https://example.org"}]', true, 'Makros', 'macros', 1, 'BASE' FROM product p JOIN product n ON n.key = 'new' WHERE p.key LIKE 'old-%'`,
    "INSERT INTO department (key, name, users, change_load_limit) VALUES ('a', 'Amt A', 20, 3), ('b', 'Amt B', NULL, NULL)",
    "UPDATE department SET parent_id = (SELECT id FROM department WHERE key = 'a') WHERE key = 'b'",
    `INSERT INTO contract (number, product_id, vendor_id, department_id, metric, seats, cost_per_year_cents, starts_on, ends_on, notice_period_months, renewal_months)
       SELECT 'V-1', p.id, p.vendor_id, d.id, 'DEVICE', 10, 120000, '2024-01-01', '2027-12-31', 3, 12 FROM product p JOIN department d ON d.key = 'a' WHERE p.key = 'old-1'`,
    "INSERT INTO product_interface (from_product_id, to_product_id, kind, open_standard) SELECT o.id, t.id, 'file: ODF', true FROM product o JOIN product t ON t.key = 'old-2' WHERE o.key = 'old-1'",
    "INSERT INTO exemption (product_id, reason, evidence, approver, granted_on, expires_on, recheck_on) SELECT id, 'Fachverfahren', 'Vermerk', 'IT-Leitung', '2026-01-01', '2027-01-01', '2026-07-01' FROM product WHERE key = 'old-2'",
    "INSERT INTO source (name) VALUES ('Altbestand')",
    `INSERT INTO import (source_id, actor_id, job_id, file_name, sha256, asked, format, mapping, records, accepted, rejected, added, removed, unchanged, titles_new, titles_matched, titles_queued)
       VALUES (1, 2, '11111111-1111-4111-8111-111111111111', 'alt.csv', sha256('alt'), '{}', 'csv', '{}', 5, 4, 1, 3, 1, 0, 4, 3, 1)`,
    "INSERT INTO import_problem (import_id, position, problem, message, message_de) VALUES (1, 1, '{\"code\": \"IMPORTING.TITLE_MISSING\", \"line\": 6}', 'no title', 'kein Titel')",
    "INSERT INTO host (name, department_id) SELECT n, d.id FROM (VALUES ('pc-1', 'a'), ('pc-2', 'b'), ('pc-3', NULL)) h(n, k) LEFT JOIN department d ON d.key = k",
    "INSERT INTO title (raw, vendor, purl, cpe, first_import_id) VALUES ('Altes Programm 1', 'Alt GmbH', '', '', 1), ('Packhilfe', '', '', '', 1), ('Unbekanntes', '', '', '', 1), ('Altes Programm Register', '', 'pkg:generic/x', '', 1)",
    "INSERT INTO version (label) VALUES (''), ('1.0')",
    'CREATE TABLE installation_1 PARTITION OF installation FOR VALUES IN (1)',
    "INSERT INTO installation (source_id, host_id, title_id, version_id, installed_on, first_import_id) VALUES (1, 1, 1, 2, '2025-05-01', 1), (1, 2, 1, 2, NULL, 1), (1, 2, 2, 1, NULL, 1)",
    'INSERT INTO installation_history (source_id, host_id, title_id, version_id, first_import_id, removed_import_id) VALUES (1, 3, 3, 1, 1, 1)',
    "INSERT INTO register_entry (source_id, title_id, version_id, department_id, users, seats, cost_per_year_cents, contract_ends_on, first_import_id) VALUES (1, 4, 1, 1, 5, 6, 7000, '2028-01-01', 1)",
    'INSERT INTO title_usage (title_id, installations, hosts, register_entries, users) VALUES (1, 2, 2, 0, NULL), (2, 1, 1, 0, NULL), (3, 0, 0, 0, NULL), (4, 0, 0, 1, 5)',
    'INSERT INTO title_department_usage (title_id, department_id, installations) VALUES (1, 1, 1), (1, 2, 1), (2, 2, 1)',
    `INSERT INTO title_match (title_id, decision, decided_by, role, product_id, family, version, confidence01, candidates, reasons)
       SELECT t, d, b, 'PRODUCT', p.id, f, NULL, c, '[]', '[]' FROM (VALUES (1, 'MATCHED', 'RULE', 'old-1', 'altes programm', 0.9), (2, 'MATCHED', 'PERSON', '7-zip', 'packhilfe', 1), (3, 'UNMATCHED', 'RULE', NULL, 'unbekanntes', 0), (4, 'MATCHED', 'RULE', 'old-1', 'altes programm register', 0.8)) m(t, d, b, k, f, c)
       LEFT JOIN product p ON p.key = k`,
    "INSERT INTO match_decision (title, vendor, scope, product_id, actor_id) SELECT 'Packhilfe', '', 'TITLE', id, 2 FROM product WHERE key = '7-zip'",
    "INSERT INTO match_decision (title, vendor, scope, product_id, actor_id) VALUES ('Treiber', '', 'FAMILY', NULL, 2)",
    "UPDATE product_usage SET titles = 2, installations = 2, register_entries = 1, users = 5 WHERE product_id = (SELECT id FROM product WHERE key = 'old-1')",
    "UPDATE product_usage SET titles = 1, installations = 1 WHERE product_id = (SELECT id FROM product WHERE key = '7-zip')",
    "INSERT INTO product_department_usage (product_id, department_id, installations) SELECT p.id, d, 1 FROM (VALUES ('old-1', 1), ('old-1', 2), ('7-zip', 2)) u(k, d) JOIN product p ON p.key = k",
    "INSERT INTO assessment (product_id, question, answer, author, source, answered_on, valid_until) SELECT id, 'MACROS', '12', 'Amt A', 'gezählt', '2026-02-01', '2027-02-01' FROM product WHERE key = 'old-1'",
    "INSERT INTO audit_entry (actor_id, operation, entity, entity_id, after, request_id) SELECT 2, 'startImport', 'Job', i, '{\"file\": \"alt.csv\"}', 'r-1' FROM generate_series(1, 3) i",
  ]) await run(sql);
  await scoreAndPlan(run);
}

async function scoreAndPlan(run: (sql: string, values?: readonly unknown[]) => Promise<any>): Promise<void> {
  const facts: CandidateFacts = { installations: known(2, 'inventory', today), citizenFacing: known('NO', 'catalogue', today), alternativeKind: known('PARTIAL', 'catalogue', today) };
  const score = unwrap(scoreCandidate(dortmund2021, unwrap(deriveInputs(facts, dortmund2021, today))));
  const { goalContribution: goal, feasibility } = score;
  await run("INSERT INTO scoring_model (key, version, definition) VALUES ('dortmund-2021', 1, $1)", [JSON.stringify(dortmund2021)]);
  await run("INSERT INTO scoring_run (model_id, seed, samples, as_of, inputs_hash, assumptions, candidates) VALUES (1, 1, 500, $1, 'abc', '{\"horizonMonths\": 60}', 2)", [today]);
  await run(
    `INSERT INTO candidate_score (run_id, rank, product_id, alternative_id, goal_low, goal_expected, goal_high, feasibility_low, feasibility_expected, feasibility_high, npv_low_cents, npv_expected_cents, npv_high_cents,
       completeness01, first_rank_acceptability01, facts, explanation)
     SELECT 1, split_part(p.key, '-', 2)::int, p.id, a.id, $1, $2, $3, $4, $5, $6, 1, 2, 3, 0.5, 0.8, $7, $8 FROM product p JOIN alternative a ON a.product_id = p.id`,
    [goal.low, goal.expected, goal.high, feasibility.low, feasibility.expected, feasibility.high, JSON.stringify(facts), JSON.stringify({ score, de: {}, en: {} })],
  );
  const periods = [{ startsOn: '2026-01-01', endsOn: '2026-06-30', budgetCents: 1_000_000 }, { startsOn: '2026-07-01', endsOn: '2026-12-31', budgetCents: 1_000_000 }];
  const teams = [{ id: 'it', name: 'IT', capacityDays: [100, 100] }];
  await run("INSERT INTO scenario (name, definition) VALUES ('Haushalt 2026', $1)", [JSON.stringify({ periods, teams })]);
  await run(
    "INSERT INTO plan (scenario_id, run_id, status, objective, bound, gap01, bound_source, seed, time_limit_seconds, problem, result, conflicts) VALUES (1, 1, 'OPTIMAL', 10, 10, 0, 'MILP', 1, 5, $1, $2, '[]')",
    [JSON.stringify({ periods, teams, items: [{ id: 'old-1', value: 10, durationPeriods: 1 }, { id: 'old-2', value: 5, durationPeriods: 1 }] }), JSON.stringify({ status: 'OPTIMAL', starts: { 'old-1': 0 } })],
  );
  await run("INSERT INTO wave (plan_id, period, starts_on, cost_cents, saving_cents, effort_days, team_effort, budget_cents) VALUES (1, 0, '2026-01-01', 100, 200, 3, '{\"it\": 3}', 1000000)");
  await run('INSERT INTO wave_item (wave_id, candidate_id, size_is_assumed) VALUES (1, 1, false)');
  await run('INSERT INTO unscheduled_item (plan_id, candidate_id, reason) VALUES (1, 2, $1)', [JSON.stringify({ code: 'PLANNING.OUT_NOT_WORTH', de: 'lohnt nicht', en: 'not worth it' })]);
}
