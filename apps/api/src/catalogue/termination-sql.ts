// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
const NOTICE = 'make_interval(months => coalesce(c.notice_period_months, 0), days => coalesce(c.notice_period_days, 0))';
const HAS_NOTICE = 'num_nonnulls(c.notice_period_months, c.notice_period_days) > 0';

/** The last day from which the notice period still ends by `day`: for months the day of the same number, or up to three later where that month is short. */
const lastDayForNotice = (day: string) => `(SELECT max(x.d) FROM (SELECT (${day} - ${NOTICE})::date + i AS d FROM generate_series(0, 3) i) x
    WHERE (x.d + ${NOTICE})::date <= ${day})`;

/** The first day from `day` on to whose end notice can be given. */
const endOfSpan = (day: string) => `(CASE c.notice_to WHEN 'month-end' THEN (date_trunc('month', ${day}) + INTERVAL '1 month' - INTERVAL '1 day')::date
    WHEN 'quarter-end' THEN (date_trunc('quarter', ${day}) + INTERVAL '3 months' - INTERVAL '1 day')::date
    WHEN 'year-end' THEN (date_trunc('year', ${day}) + INTERVAL '1 year' - INTERVAL '1 day')::date ELSE ${day} END)`;

/**
 * Every contract's next way out, as `nextTermination` of the licensing library finds it: under tacit renewal the first term whose last day for notice has
 * not passed; without renewal the end of the term, until that has passed; without a term whatever the notice period allows from today. Where a contract
 * renews and nobody knows its notice period, there is no row, for nothing can be promised.
 *
 * Columns: `contract_id`, `ends_on`, `notice_by` (null: ends by itself), `renewals`.
 */
export const TERMINATIONS = `(SELECT c.id, c.id AS contract_id, t.ends_on, t.notice_by, t.renewals FROM contract c CROSS JOIN LATERAL (
  SELECT c.ends_on, NULL::date AS notice_by, 0 AS renewals WHERE c.renewal_months IS NULL AND c.ends_on >= current_date
  UNION ALL
  SELECT e.ends_on, ${lastDayForNotice('e.ends_on')}, 0
  FROM (SELECT ${endOfSpan(`(current_date + ${NOTICE})::date`)} AS ends_on) e
  WHERE c.ends_on IS NULL AND ${HAS_NOTICE}
  UNION ALL
  (SELECT e.ends_on, n.notice_by, r.renewals
  FROM (SELECT greatest(0, floor((extract(year FROM age(date_trunc('month', current_date), date_trunc('month', c.ends_on + 1))) * 12
      + extract(month FROM age(date_trunc('month', current_date), date_trunc('month', c.ends_on + 1)))) / c.renewal_months)::int - 1) AS first) f
  CROSS JOIN LATERAL generate_series(f.first, f.first + coalesce(c.notice_period_months, c.notice_period_days / 28 + 1) / c.renewal_months + 3) AS r(renewals)
  CROSS JOIN LATERAL (SELECT ((c.ends_on + 1) + make_interval(months => r.renewals * c.renewal_months))::date - 1 AS ends_on) e
  CROSS JOIN LATERAL (SELECT ${lastDayForNotice('e.ends_on')} AS notice_by) n
  WHERE c.renewal_months IS NOT NULL AND ${HAS_NOTICE} AND n.notice_by >= current_date
  ORDER BY r.renewals LIMIT 1)
) t)`;
