// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { addDays, addMonths, calendarDate, type CalendarDate, type Cents } from '#kernel';
import { lastDayForNotice, licensableCores, licensePosition, measuredUses, nextTermination, noticeCalendar, noticeWarnings, wayOut, type Entitlement, type MeasuredUse, type Metric, type ObservedUse } from '../index.js';

const day = (text: string): CalendarDate => calendarDate(text) as CalendarDate;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days));

describe('the last day for notice', () => {
  it.each([
    ['2027-12-31', { months: 3 }, '2027-09-30'],
    ['2027-06-30', { months: 3 }, '2027-03-31'],
    ['2027-03-31', { months: 1 }, '2027-02-28'],
    ['2028-03-31', { months: 1 }, '2028-02-29'],
    ['2027-05-30', { months: 3 }, '2027-02-28'],
    ['2028-02-29', { months: 12 }, '2027-02-28'],
    ['2027-12-31', { days: 30 }, '2027-12-01'],
    ['2027-12-31', { months: 0 }, '2027-12-31'],
  ])('to end on %s with notice of %j is %s', (endsOn, notice, last) => {
    expect(lastDayForNotice(day(endsOn), notice)).toBe(last);
  });

  it('is the latest day from which the period ends in time', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 24 }), (endsOn, months) => {
        const last = lastDayForNotice(endsOn, { months });
        expect(addMonths(last, months) <= endsOn).toBe(true);
        for (let ahead = 1; ahead <= 4; ahead++) expect(addMonths(addDays(last, ahead), months) > endsOn).toBe(true);
      }),
    );
  });
});

describe('the next termination', () => {
  it('is the end of the running term while notice is still possible, else that of the next one', () => {
    const term = { endsOn: day('2026-12-31'), renewalMonths: 12, notice: { months: 3 } };
    expect(nextTermination(term, day('2026-09-30'))).toEqual({ endsOn: '2026-12-31', noticeBy: '2026-09-30', renewals: 0 });
    expect(nextTermination(term, day('2026-10-01'))).toEqual({ endsOn: '2027-12-31', noticeBy: '2027-09-30', renewals: 1 });
  });

  it('does not drift over short months', () => {
    const term = { endsOn: day('2027-01-30'), renewalMonths: 1, notice: { days: 1 } };
    expect(nextTermination(term, day('2027-02-27'))?.endsOn).toBe('2027-03-30');
    expect(nextTermination(term, day('2027-02-10'))?.endsOn).toBe('2027-02-27');
  });

  it('ends by itself without tacit renewal, and is gone afterwards', () => {
    const term = { endsOn: day('2026-12-31'), renewalMonths: null, notice: { months: 3 } };
    expect(nextTermination(term, day('2026-11-24'))).toEqual({ endsOn: '2026-12-31', noticeBy: null, renewals: 0 });
    expect(nextTermination(term, day('2027-01-01'))).toBeNull();
  });

  it.each([
    ['any-day', '2027-02-24'],
    ['month-end', '2027-02-28'],
    ['quarter-end', '2027-03-31'],
    ['year-end', '2027-12-31'],
  ] as const)('of a contract without end is possible to %s', (noticeTo, endsOn) => {
    const found = nextTermination({ endsOn: null, renewalMonths: null, notice: { months: 3 }, noticeTo }, day('2026-11-24'));
    expect(found?.endsOn).toBe(endsOn);
    expect((found?.noticeBy ?? '') >= '2026-11-24').toBe(true);
  });

  it('agrees with walking from term to term over leap years, month ends and many renewals', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 36 }), fc.integer({ min: 0, max: 12 }), (endsOn, today, renewalMonths, months) => {
        let [renewals, end] = [0, endsOn];
        while (lastDayForNotice(end, { months }) < today) {
          renewals++;
          end = addDays(addMonths(addDays(endsOn, 1), renewals * renewalMonths), -1);
        }
        expect(nextTermination({ endsOn, renewalMonths, notice: { months } }, today)).toEqual({ endsOn: end, noticeBy: lastDayForNotice(end, { months }), renewals });
      }),
    );
  });

  it('is unknown where the notice period matters and nobody knows it', () => {
    const today = day('2026-11-24');
    const contract = { endsOn: day('2027-12-31'), renewalMonths: 12, noticePeriodMonths: null };
    expect(wayOut(contract, today)).toEqual({ status: 'UNKNOWN' });
    expect(wayOut({ ...contract, endsOn: null, renewalMonths: null }, today)).toEqual({ status: 'UNKNOWN' });
    expect(wayOut({ ...contract, noticePeriodMonths: 0 }, today)).toMatchObject({ status: 'OPEN', termination: { noticeBy: '2027-12-31' } });
    expect(wayOut({ ...contract, renewalMonths: null }, today)).toEqual({ status: 'OPEN', termination: { endsOn: '2027-12-31', noticeBy: null, renewals: 0 } });
    expect(wayOut({ ...contract, renewalMonths: null, endsOn: day('2026-11-23') }, today)).toEqual({ status: 'ENDED' });
  });

  it('is warned of 180, 90 and 30 days before the last day for notice, not before the end', () => {
    const { warnings } = noticeWarnings({ endsOn: day('2027-12-31'), renewalMonths: 12, notice: { months: 3 } }, day('2027-07-10'));
    expect(warnings).toEqual([
      { on: '2027-04-03', daysBefore: 180, isDue: true },
      { on: '2027-07-02', daysBefore: 90, isDue: true },
      { on: '2027-08-31', daysBefore: 30, isDue: false },
    ]);
  });

  it('is not warned of where it can be any day, for then none can be missed', () => {
    const term = { endsOn: null, renewalMonths: null, notice: { months: 3 } };
    expect(noticeWarnings(term, day('2027-07-10')).warnings).toEqual([]);
    expect(noticeWarnings({ ...term, noticeTo: 'quarter-end' }, day('2027-07-10')).warnings).toHaveLength(3);
  });
});

describe('the calendar of notice days', () => {
  it('escapes text, folds at 75 octets and ends lines as the standard wants', () => {
    const text = noticeCalendar([{ id: 'c1@fahrplan', contract: 'Ämter; Bürgerdienste, „Größe“\nund ein sehr langer Name für einen Vertrag über viele Jahre', noticeBy: day('2027-09-30'), endsOn: day('2027-12-31') }], '2026-11-24T08:00:00Z', 'de');
    const lines = text.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:Letzter Tag zur Kündigung: Ämter\\; Bürgerdienste\\, „Größe“\\nund ein');
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20270930\r\nDTEND;VALUE=DATE:20271001');
    expect(unfolded.match(/TRIGGER:-P(\d+)D/g)).toEqual(['TRIGGER:-P180D', 'TRIGGER:-P90D', 'TRIGGER:-P30D']);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('holds one event for each contract, whatever its text, and gives the text back', () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.constant('x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:file:///etc/passwd'), fc.stringMatching(/^[\\;,:"\n\r\t ]{0,90}$/));
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, anyDay), { maxLength: 4 }), (contracts) => {
        const text = noticeCalendar(contracts.map(([contract, date], index) => ({ id: `${index}@fahrplan`, contract, noticeBy: date, endsOn: date })), '2026-11-24T08:00:00Z', 'en');
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\x00-\x1f\x7f]/.test(line))).toEqual([]);
        const content = text.replaceAll('\r\n ', '').split('\r\n');
        expect(content.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(contracts.length);
        expect(content.some((line) => line.startsWith('ATTACH'))).toBe(false);
        const summaries = content.filter((line) => line.startsWith('SUMMARY:')).map((line) => line.slice(8).replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign)));
        const plain = (contract: string) => contract.replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, '').toWellFormed();
        expect(summaries).toEqual(contracts.map(([contract]) => `Last day for notice: ${plain(contract)}`));
      }),
    );
  });

  it('without contracts still has a component, as the standard wants', () => {
    expect(noticeCalendar([], '2026-11-24T08:00:00Z', 'de')).toContain('BEGIN:VTIMEZONE\r\n');
  });
});

const right = (quantity: number, upToVersion: string | null = null, unitCostCents: number | null = 100): Entitlement => ({ metric: 'device', quantity, upToVersion, validFrom: null, validUntil: null, unitCostCents: unitCostCents as Cents | null });
const use = (quantity: number | null, version: string | null = '1'): MeasuredUse => ({ metric: 'device', quantity, version });
const today = day('2026-11-24');

describe('an effective license position', () => {
  it('counts what is missing and what is unused in seats and cents', () => {
    expect(licensePosition([right(10)], [use(13)], today)).toMatchObject([{ ownedSeats: 10, usedSeats: 13, underSeats: 3, underCents: 300, unusedSeats: 0, status: 'UNDER' }]);
    expect(licensePosition([right(10)], [use(4)], today)).toMatchObject([{ underSeats: 0, unusedSeats: 6, unusedCents: 600, status: 'OVER' }]);
    expect(licensePosition([right(10)], [use(10)], today)).toMatchObject([{ status: 'BALANCED' }]);
    expect(licensePosition([], [], today)).toEqual([]);
  });

  it('lets newer rights cover older versions but not the other way round', () => {
    expect(licensePosition([right(5, '2019'), right(5, '2016')], [use(6, '2016'), use(4, '2019')], today)).toMatchObject([{ underSeats: 0, unusedSeats: 0 }]);
    expect(licensePosition([right(10, '2016')], [use(3, '2019')], today)).toMatchObject([{ underSeats: 3, unusedSeats: 10, status: 'UNDER' }]);
    expect(licensePosition([right(10, '2016')], [use(3, null)], today)).toMatchObject([{ underSeats: 3 }]);
  });

  it('keeps unknown counts and prices unknown', () => {
    expect(licensePosition([right(10)], [use(null)], today)).toMatchObject([{ usedSeats: null, unusedSeats: null, unusedCents: null, status: 'UNKNOWN' }]);
    expect(licensePosition([right(1, null, null)], [use(3)], today)).toMatchObject([{ underSeats: 2, underCents: null }]);
  });

  it('keeps rights in an unknown number unknown', () => {
    const unknown = { ...right(0), quantity: null };
    expect(licensePosition([unknown], [use(4)], today)).toMatchObject([{ ownedSeats: null, usedSeats: 4, underSeats: 0, unusedSeats: null, unusedCents: null, status: 'UNKNOWN' }]);
    expect(licensePosition([{ ...unknown, upToVersion: '2016' }], [use(4, '2019')], today)).toMatchObject([{ underSeats: 4, status: 'UNDER' }]);
  });

  it('ignores rights outside their term', () => {
    const ended = { ...right(10), validUntil: day('2026-11-23') };
    expect(licensePosition([ended], [use(1)], today)).toMatchObject([{ ownedSeats: 0, underSeats: 1 }]);
    expect(licensePosition([{ ...ended, validUntil: today }], [use(1)], today)).toMatchObject([{ underSeats: 0 }]);
  });

  it('takes a site license as countless at its site only', () => {
    const site: Entitlement = { ...right(1), metric: 'site', site: 'Rathaus' };
    const positions = licensePosition([site], [{ ...use(400), site: 'Rathaus' }, { ...use(2), site: 'Bauhof' }], today);
    expect(positions).toMatchObject([{ metric: 'device', underSeats: 2 }, { metric: 'site', ownedSeats: null, usedSeats: 400, underSeats: 0, status: 'BALANCED' }]);
  });

  it('covers as many uses as the best of all assignments', () => {
    const version = fc.constantFrom('1', '2', '3');
    fc.assert(
      fc.property(fc.array(version, { maxLength: 5 }), fc.array(version, { maxLength: 5 }), (owned, used) => {
        const [position] = licensePosition(owned.map((v) => right(1, v)), used.map((v) => use(1, v)), today);
        expect(used.length - (position?.underSeats ?? 0)).toBe(bestAssignment(owned, used));
      }),
    );
  });

  it('counts cores with the minima per processor and per server', () => {
    expect(licensableCores([{ cores: 4, processors: 1 }, { cores: 24, processors: 2 }, { cores: 8, processors: 4 }], 8, 16)).toBe(16 + 24 + 32);
  });
});

describe('what is used of a product', () => {
  const observed: ObservedUse = { machines: [{ version: '2019', quantity: 7 }], areMachinesCounted: true, namedUsers: 5, counts: [] };
  const rightIn = (metric: Metric): Entitlement => ({ ...right(1), metric });
  const counted: MeasuredUse = { metric: 'core', version: null, quantity: 32 };

  it.each<[string, Metric[], Partial<ObservedUse>, MeasuredUse[]]>([
    ['machines for rights by device', ['device'], {}, [use(7, '2019')]],
    ['machines where nothing was bought', [], {}, [use(7, '2019')]],
    ['machines under a site license', ['site'], {}, [use(7, '2019')]],
    ['people for rights by named user', ['named-user'], {}, [{ metric: 'named-user', version: null, quantity: 5 }]],
    ['an unknown number of people where nobody counted', ['named-user'], { namedUsers: null }, [{ metric: 'named-user', version: null, quantity: null }]],
    ['an unknown number of machines where only a register names it', ['device'], { machines: [], areMachinesCounted: false }, [use(null, null)]],
    ['nothing where machines were looked at and none had it', ['device'], { machines: [] }, []],
    ['an unknown number of cores', ['core'], {}, [{ ...counted, quantity: null }]],
    ['the cores that somebody counted', ['core'], { counts: [counted] }, [counted]],
    ['an unknown number of each where machines may take either', ['device', 'concurrent-user'], {}, [use(null, null), { metric: 'concurrent-user', version: null, quantity: null }]],
    ['machines for the one metric that nobody counted', ['device', 'core'], { counts: [counted] }, [counted, use(7, '2019')]],
  ])('is %s', (_, metrics, part, expected) => {
    expect(measuredUses(metrics.map(rightIn), { ...observed, ...part })).toEqual(expected);
  });
});

/** Tries every assignment. */
function bestAssignment(owned: readonly string[], used: readonly string[]): number {
  const [first, ...others] = used;
  if (first === undefined) return 0;
  let best = bestAssignment(owned, others);
  owned.forEach((reach, i) => {
    if (reach >= first) best = Math.max(best, 1 + bestAssignment(owned.filter((_, j) => j !== i), others));
  });
  return best;
}
