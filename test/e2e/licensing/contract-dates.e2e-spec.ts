// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays, seededRandom, type CalendarDate } from '#kernel';
import { nextTermination } from '#licensing';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

interface Row {
  readonly number: string;
  readonly ends_on: CalendarDate | null;
  readonly notice_period_months: number | null;
  readonly renewal_months: number | null;
}

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
});
afterAll(() => program.close());

it('finds for 2,000 generated contracts the way out that the library finds', async () => {
  const { rows: [{ today }] } = await program.database.query("SELECT current_date::text AS today");
  const chance = seededRandom(7);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)]!;
  const contracts = Array.from({ length: 2_000 }, (_, index): Row => ({
    number: `C-${index}`,
    ends_on: chance() < 0.1 ? null : addDays(today as CalendarDate, Math.floor((chance() - 0.7) * 4_000)),
    notice_period_months: pick([null, 0, 1, 2, 3, 6, 12, 18]),
    renewal_months: pick([null, 1, 3, 7, 12, 36]),
  }));
  await program.database.query(
    `INSERT INTO contract (number, metric, ends_on, notice_period_months, renewal_months)
     SELECT r.number, 'DEVICE', r.ends_on, r.notice_period_months, r.renewal_months FROM jsonb_to_recordset($1) AS r(number text, ends_on date, notice_period_months int, renewal_months int)`,
    [JSON.stringify(contracts)],
  );
  const found = new Map<string, unknown>();
  for (let after: string | null = null, more = true; more; ) {
    const { contracts: page }: Record<string, any> = await program.data('query ($after: String) { contracts(first: 500, after: $after, orderBy: { field: NUMBER, direction: ASC }) { nodes { number endsOn noticeBy nextTermination { endsOn noticeBy renewals } } pageInfo { hasNextPage endCursor } } }', { after });
    for (const { number, endsOn, noticeBy, nextTermination: way } of page.nodes) {
      expect([number, noticeBy]).toEqual([number, endsOn === null ? null : (way?.noticeBy ?? null)]);
      found.set(number, way);
    }
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  expect(found.size).toBe(2_000);
  for (const contract of contracts) expect([contract, found.get(contract.number)]).toEqual([contract, expectedOf(contract, today as CalendarDate)]);

  // what can be ended from any day on waits for nobody
  const until = addDays(today as CalendarDate, 90);
  const { contracts: soon } = await program.data('query ($until: Date!) { contracts(first: 1000, filter: { noticeUntil: $until }) { nodes { number } } }', { until });
  const expected = contracts.filter((contract) => {
    const lastDay = contract.ends_on === null ? null : ((expectedOf(contract, today as CalendarDate) as { noticeBy: CalendarDate | null } | null)?.noticeBy ?? null);
    return lastDay !== null && lastDay >= today && lastDay <= until;
  });
  expect(soon.nodes.map(({ number }: { number: string }) => number).toSorted()).toEqual(expected.map(({ number }) => number).toSorted());
});

/** The library's answer; nothing where a notice period matters and nobody knows it. */
function expectedOf({ ends_on, notice_period_months, renewal_months }: Row, today: CalendarDate): unknown {
  if (notice_period_months === null && (ends_on === null || renewal_months !== null)) return null;
  return nextTermination({ endsOn: ends_on, renewalMonths: renewal_months, notice: { months: notice_period_months ?? 0 } }, today);
}
