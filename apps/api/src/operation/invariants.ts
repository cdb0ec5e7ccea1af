// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Something that has to hold of the stored data at any moment that a transaction can see. */
export interface Invariant {
  readonly name: string;
  /** Counts, as `count`, the rows that break it. */
  readonly sql: string;
}

const BUSY = "EXISTS (SELECT FROM job WHERE status IN ('QUEUED', 'RUNNING') AND kind IN ('import', 'match'))";

/** Whatever is kept twice (a count beside what it counts, a job beside its result, a job beside its place in the queue), said as what would break it. */
export const invariants: readonly Invariant[] = [
  {
    name: 'TITLE_COUNTS',
    sql: `SELECT count(*) FROM (SELECT title_id, count(*) AS n, count(DISTINCT host_id) AS hosts FROM installation GROUP BY title_id) c FULL JOIN (SELECT * FROM title_usage WHERE installations > 0) u USING (title_id)
      WHERE c.n IS DISTINCT FROM u.installations OR c.hosts IS DISTINCT FROM u.hosts::bigint`,
  },
  {
    name: 'TITLE_DEPARTMENT_COUNTS',
    sql: `SELECT count(*) FROM (SELECT i.title_id, h.department_id, count(*) AS n FROM installation i JOIN host h ON h.id = i.host_id WHERE h.department_id IS NOT NULL GROUP BY 1, 2) c
      FULL JOIN title_department_usage u USING (title_id, department_id) WHERE c.n IS DISTINCT FROM u.installations`,
  },
  {
    name: 'REGISTER_COUNTS',
    sql: `SELECT count(*) FROM (SELECT title_id, count(*) AS n FROM register_entry GROUP BY title_id) c FULL JOIN (SELECT * FROM title_usage WHERE register_entries > 0) u USING (title_id)
      WHERE c.n IS DISTINCT FROM u.register_entries::bigint`,
  },
  {
    name: 'PRODUCT_COUNTS',
    sql: `SELECT count(*) FROM product p LEFT JOIN product_usage k ON k.product_id = p.id
      LEFT JOIN (SELECT m.product_id, sum(u.installations) AS n, sum(u.register_entries) AS entries FROM title_match m JOIN title_usage u USING (title_id) WHERE m.role = 'PRODUCT' GROUP BY 1) c ON c.product_id = p.id
      WHERE NOT ${BUSY} AND (k.installations IS DISTINCT FROM coalesce(c.n, 0) OR k.register_entries IS DISTINCT FROM coalesce(c.entries, 0))`,
  },
  {
    name: 'PRODUCT_DEPARTMENT_COUNTS',
    sql: `SELECT count(*) FROM (SELECT m.product_id, u.department_id, sum(u.installations) AS n FROM title_department_usage u JOIN title_match m ON m.title_id = u.title_id AND m.role = 'PRODUCT' WHERE m.product_id IS NOT NULL GROUP BY 1, 2) c
      FULL JOIN product_department_usage k USING (product_id, department_id) WHERE NOT ${BUSY} AND c.n IS DISTINCT FROM k.installations`,
  },
  { name: 'TITLES_MATCHED', sql: `SELECT count(*) FROM title t WHERE NOT ${BUSY} AND NOT EXISTS (SELECT FROM title_match m WHERE m.title_id = t.id)` },
  {
    name: 'FINISHED_IMPORTS_STORED',
    sql: "SELECT count(*) FROM job j WHERE j.kind = 'import' AND j.status = 'DONE' AND j.result_id LIKE 'Import:%' AND NOT EXISTS (SELECT FROM import i WHERE 'Import:' || i.id = j.result_id)",
  },
  { name: 'STORED_IMPORTS_FINISHED', sql: "SELECT count(*) FROM import i LEFT JOIN job j ON j.id = i.job_id WHERE (i.job_id IS NOT NULL AND (j.id IS NULL OR j.status IN ('FAILED', 'CANCELLED'))) OR i.format = ''" },
  {
    name: 'IMPORTS_ADD_UP',
    sql: "SELECT count(*) FROM import WHERE records < 0 OR accepted < 0 OR rejected < 0 OR accepted + rejected > records",
  },
  {
    name: 'STAGES_LEFT_BEHIND',
    sql: `SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relname ~ '^installation_[0-9]+$' AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid)`,
  },
  {
    name: 'WAVES_OF_THEIR_PLAN',
    sql: "SELECT count(*) FROM wave_item i LEFT JOIN wave w ON w.id = i.wave_id LEFT JOIN plan p ON p.id = w.plan_id WHERE p.id IS NULL",
  },
  {
    name: 'PROTECTION_ON',
    sql: "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled NOT IN ('O', 'A')",
  },
  {
    name: 'AUDIT_PROTECTED',
    sql: "SELECT 5 - count(*) AS count FROM pg_trigger WHERE tgrelid IN ('audit_entry'::regclass, 'audit_chain'::regclass) AND tgname IN ('audit_entry_is_append_only', 'audit_entry_is_never_truncated', 'audit_entry_is_chained', 'audit_chain_is_append_only', 'audit_chain_is_never_truncated') AND tgenabled IN ('O', 'A')",
  },
  { name: 'AUDIT_CHAINED', sql: 'SELECT count(*) FROM audit_entry e FULL JOIN audit_chain c ON c.entry_id = e.id WHERE e.id IS NULL OR c.seq IS NULL' },
  { name: 'INDEXES_VALID', sql: 'SELECT count(*) FROM pg_index WHERE NOT indisvalid OR NOT indisready' },
  { name: 'CONSTRAINTS_VALIDATED', sql: 'SELECT count(*) FROM pg_constraint WHERE NOT convalidated' },
];

/** Jobs that nobody will ever take up, because the queue does not know them. */
export const LOST_JOBS = "SELECT count(*) FROM job j WHERE j.status IN ('QUEUED', 'RUNNING') AND NOT EXISTS (SELECT FROM job_queue.job q WHERE q.id = j.id AND q.state IN ('created', 'retry', 'active'))";

/** Jobs that have waited longer than any live worker lets them wait. */
export const WAITING_JOBS = "SELECT count(*) FROM job WHERE status = 'QUEUED' AND created_at < now() - INTERVAL '1 hour'";
