// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dateOfInstant } from '#kernel';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const today = dateOfInstant(new Date());
const OFFICE = 'microsoft-office';
let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
  const rows = Array.from({ length: 12 }, (_, host) => `pc-${host};Microsoft Office Professional Plus ${host < 8 ? 2016 : 2019};${host < 8 ? '16.0.4266' : '16.0.10416'};Microsoft Corporation`);
  await program.importFile('inventar.csv', `Rechner;Software;Version;Hersteller\n${rows.join('\n')}\n`, { source: 'inventar' });
});
afterAll(() => program.close());

const PROBLEM = '... on Problem { code message messageDe } ... on InputProblem { path } ... on ChangedMeanwhileProblem { path } ... on NotFoundProblem { id }';
async function contract(input: object): Promise<any> {
  const { upsertContract } = await program.data(`mutation ($input: UpsertContractInput!) { upsertContract(input: $input) { ... on ContractStored { contract { id number revision metric seats costPerYearCents endsOn noticePeriodMonths noticeBy nextTermination { endsOn } product { key } } } ${PROBLEM} } }`, { input });
  return upsertContract.contract ?? upsertContract;
}
async function entitlement(input: object): Promise<any> {
  const { upsertEntitlement } = await program.data(`mutation ($input: UpsertEntitlementInput!) { upsertEntitlement(input: $input) { ... on EntitlementStored { entitlement { number revision quantity upToVersion unitCostCents contract { number } product { key } } } ${PROBLEM} } }`, { input });
  return upsertEntitlement.entitlement ?? upsertEntitlement;
}
async function positions(filter: object | null = null, on: string | null = null): Promise<any[]> {
  const { licensePositions } = await program.data('query ($filter: LicensePositionFilter, $on: Date) { licensePositions(filter: $filter, on: $on) { totalCount positions { productKey metric entitledSeats isCountless usedSeats underSeats underCents unusedSeats unusedCents status } } }', { filter, on });
  expect(licensePositions.totalCount).toBe(licensePositions.positions.length);
  return licensePositions.positions;
}

describe('a license position', () => {
  it('is unknown where nothing was entered as bought', async () => {
    expect(await positions()).toEqual([]);
    expect(await positions({ products: [OFFICE] })).toEqual([{ productKey: OFFICE, metric: 'DEVICE', entitledSeats: null, isCountless: false, usedSeats: 12, underSeats: null, underCents: null, unusedSeats: null, unusedCents: null, status: 'UNKNOWN' }]);
  });

  it('follows from a contract that names product, metric, seats and cost', async () => {
    await contract({ number: 'V-1', product: OFFICE, metric: 'DEVICE', seats: 10, costPerYearCents: 100_000 });
    expect(await positions()).toMatchObject([{ entitledSeats: 10, usedSeats: 12, underSeats: 2, underCents: 20_000, unusedSeats: 0, status: 'UNDER' }]);
    await contract({ number: 'V-1', revision: 1, product: OFFICE, metric: 'DEVICE', seats: 15, costPerYearCents: 150_000 });
    expect(await positions()).toMatchObject([{ entitledSeats: 15, underSeats: 0, underCents: 0, unusedSeats: 3, unusedCents: 30_000, status: 'OVER' }]);
    await contract({ number: 'V-1', revision: 2, product: OFFICE, metric: 'DEVICE' });
    expect(await positions()).toMatchObject([{ entitledSeats: null, usedSeats: 12, underSeats: 0, unusedSeats: null, status: 'UNKNOWN' }]);
  });

  it('is taken from the rights under a contract where they were entered, which reach up to their version', async () => {
    expect(await entitlement({ number: 'R-1', product: OFFICE, contract: 'V-1', metric: 'DEVICE', quantity: 20, upToVersion: '16.0.9999', unitCostCents: 5_000 })).toMatchObject({ revision: 1, contract: { number: 'V-1' } });
    expect(await positions()).toMatchObject([{ entitledSeats: 20, usedSeats: 12, underSeats: 4, underCents: 20_000, unusedSeats: 12, unusedCents: 60_000, status: 'UNDER' }]);
    await entitlement({ number: 'R-2', product: OFFICE, contract: 'V-1', metric: 'DEVICE', quantity: 4, unitCostCents: 7_000 });
    expect(await positions()).toMatchObject([{ entitledSeats: 24, underSeats: 0, unusedSeats: 12, status: 'OVER' }]);
  });

  it('counts rights only within their term, on whichever day', async () => {
    await entitlement({ number: 'R-2', revision: 1, product: OFFICE, contract: 'V-1', metric: 'DEVICE', quantity: 4, unitCostCents: 7_000, validUntil: today });
    expect(await positions(null, today)).toMatchObject([{ entitledSeats: 24 }]);
    expect(await positions(null, addDays(today, 1))).toMatchObject([{ entitledSeats: 20, underSeats: 4 }]);
  });

  it('is unknown in metrics that nobody counts, until somebody does', async () => {
    await entitlement({ number: 'R-core', product: 'microsoft-sql-server', metric: 'CORE', quantity: 32, unitCostCents: 100_000 });
    const core = { products: ['microsoft-sql-server'] };
    expect(await positions(core)).toMatchObject([{ metric: 'CORE', entitledSeats: 32, usedSeats: null, underSeats: 0, unusedSeats: null, unusedCents: null, status: 'UNKNOWN' }]);
    const { recordUsageCount } = await program.data('mutation { recordUsageCount(input: { product: "microsoft-sql-server", metric: CORE, quantity: 40, countedOn: "2026-11-01", author: "RZ" }) { ... on UsageCountStored { count { quantity metric author product { key } } } } }');
    expect(recordUsageCount.count).toEqual({ quantity: 40, metric: 'CORE', author: 'RZ', product: { key: 'microsoft-sql-server' } });
    expect(await positions(core)).toMatchObject([{ usedSeats: 40, underSeats: 8, underCents: 800_000, status: 'UNDER' }]);
    await program.data('mutation { recordUsageCount(input: { product: "microsoft-sql-server", metric: CORE, quantity: 32, countedOn: "2026-11-02", author: "RZ", revision: 1 }) { __typename } }');
    expect(await positions(core)).toMatchObject([{ usedSeats: 32, status: 'BALANCED' }]);
    expect((await program.data('{ usageCounts { nodes { quantity } } }')).usageCounts.nodes).toEqual([{ quantity: 32 }]);
  });

  it('has no number under a site license', async () => {
    await entitlement({ number: 'R-site', product: 'adobe-photoshop', metric: 'SITE', quantity: 9_999 });
    expect(await positions({ products: ['adobe-photoshop'] })).toMatchObject([{ metric: 'SITE', entitledSeats: null, isCountless: true, underSeats: 0, status: 'BALANCED' }]);
  });

  it('is unknown where only a register names the product', async () => {
    await program.importFile('register.csv', 'Verfahren\nMicrosoft Visio\n', { source: 'register' });
    await entitlement({ number: 'R-visio', product: 'microsoft-visio', metric: 'DEVICE', quantity: 5 });
    expect(await positions({ products: ['microsoft-visio'] })).toMatchObject([{ entitledSeats: 5, usedSeats: null, unusedSeats: null, status: 'UNKNOWN' }]);
  });
});

describe('contracts and rights that people enter', () => {
  it('are not overwritten by somebody who has not seen them as they are', async () => {
    expect(await contract({ number: 'V-1', product: OFFICE, metric: 'DEVICE' })).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE', path: 'revision' });
    expect(await contract({ number: 'V-1', revision: 1, metric: 'DEVICE' })).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE' });
    expect(await contract({ number: 'V-new', revision: 1, metric: 'DEVICE' })).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE' });
    const both = await Promise.all([1, 2].map(() => contract({ number: 'V-race', metric: 'DEVICE' })));
    expect(both.map(({ code }) => code ?? 'stored').sort()).toEqual(['PLATFORM.CHANGED_MEANWHILE', 'stored']);
  });

  it.each([
    ['names a product that does not exist', { product: 'nothing' }, 'NOT_FOUND', undefined],
    ['names a product that is no text', { product: 'a\0b' }, 'NOT_FOUND', undefined],
    ['has a number that is no text', { number: 'a\0b' }, 'FIELD_NOT_TEXT', 'number'],
    ['has no number', { number: '  ' }, 'FIELD_EMPTY', 'number'],
    ['has fewer than no seats', { seats: -1 }, 'FIELD_OUT_OF_RANGE', 'seats'],
    ['costs more than there is', { costPerYearCents: 9e15 }, 'FIELD_OUT_OF_RANGE', 'costPerYearCents'],
    ['renews itself by nothing', { endsOn: '2027-01-01', renewalMonths: 0 }, 'FIELD_OUT_OF_RANGE', 'renewalMonths'],
    ['ends before it begins', { startsOn: '2027-01-02', endsOn: '2027-01-01' }, 'DATES_REVERSED', 'endsOn'],
    ['ends in a year that no contract sees', { endsOn: '9999-12-31' }, 'FIELD_OUT_OF_RANGE', 'endsOn'],
    ['has no end and renews itself', { renewalMonths: 12 }, 'RENEWAL_WITHOUT_TERM', 'renewalMonths'],
    ['has a number of many lines', { number: 'x'.repeat(500) }, 'FIELD_TOO_LONG', 'number'],
  ])('are refused with the place if one %s', async (_what, part, code, path) => {
    const refused = await contract({ number: 'V-bad', metric: 'DEVICE', ...part });
    expect(refused).toMatchObject({ code: `CATALOGUE.${code}`, ...(path === undefined ? {} : { path }) });
    for (const sentence of [refused.message, refused.messageDe]) expect(sentence).toMatch(/^[^{}]{15,}$/);
    expect((await program.data('{ contracts { nodes { number } } }')).contracts.nodes).not.toContainEqual({ number: 'V-bad' });
  });

  it('are taken away only whole, and leave their trace', async () => {
    const remove = (what: string, number: string, revision: number) => program.data(`mutation ($input: RemoveByNumberInput!) { remove${what}(input: $input) { ... on RemovedByNumber { number } ... on Problem { code } } }`, { input: { number, revision } }).then((data) => data[`remove${what}`]);
    expect(await remove('Contract', 'V-1', 3)).toEqual({ code: 'CATALOGUE.CONTRACT_HAS_RIGHTS' });
    expect(await remove('Entitlement', 'R-1', 9)).toEqual({ code: 'PLATFORM.CHANGED_MEANWHILE' });
    expect(await remove('Entitlement', 'R-1', 1)).toEqual({ number: 'R-1' });
    expect(await remove('Entitlement', 'R-2', 2)).toEqual({ number: 'R-2' });
    expect(await remove('Contract', 'V-1', 3)).toEqual({ number: 'V-1' });
    expect(await remove('Contract', 'V-1', 3)).toEqual({ code: 'CATALOGUE.NOT_FOUND' });
    const { rows } = await program.database.query("SELECT operation FROM audit_entry WHERE entity = 'Contract' AND (before ->> 'number' = 'V-1' OR after ->> 'number' = 'V-1') ORDER BY id");
    expect(rows.map(({ operation }) => operation)).toEqual(['upsertContract', 'upsertContract', 'upsertContract', 'removeContract']);
  });
});

describe('the last days for notice', () => {
  const hostile = 'Ä;1,\\\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR';
  const renewing = { metric: 'SITE', renewalMonths: 12, noticePeriodMonths: 3 };

  it('are warned of 180, 90 and 30 days before, and never guessed', async () => {
    const endsOn = addMonths(addDays(today, 60), 3);
    await contract({ number: 'N-known', ...renewing, endsOn });
    expect(await contract({ number: 'N-unknown', metric: 'SITE', renewalMonths: 12, endsOn })).toMatchObject({ noticePeriodMonths: null, noticeBy: null, nextTermination: null });
    await contract({ number: 'N-ends', metric: 'SITE', endsOn });
    await contract({ number: 'N-any-day', metric: 'SITE', noticePeriodMonths: 3 });
    const { noticeWarnings } = await program.data('{ noticeWarnings { totalCount nodes { warnOn daysBefore isDue noticeBy endsOn contract { number } } } }');
    const { noticeBy } = noticeWarnings.nodes[0];
    expect(noticeWarnings.nodes).toEqual([180, 90, 30].map((daysBefore) => ({ warnOn: addDays(noticeBy, -daysBefore), daysBefore, isDue: addDays(noticeBy, -daysBefore) <= today, noticeBy, endsOn, contract: { number: 'N-known' } })));
    const { noticeWarnings: due } = await program.data('{ noticeWarnings(filter: { isDue: true }, orderBy: { field: NOTICE_BY }) { nodes { daysBefore } } }');
    expect(due.nodes.map(({ daysBefore }: { daysBefore: number }) => daysBefore).sort()).toEqual([180, 90]);
  });

  it('come as a calendar in both languages, which text of contracts cannot break', async () => {
    await contract({ number: hostile, ...renewing, endsOn: addMonths(today, 9) });
    const fetch = (language: string) => program.inject({ url: '/contracts/notice-dates.ics', headers: { 'accept-language': language } });
    const english = await fetch('en');
    expect([english.statusCode, english.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = english.body.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\x00-\x1f]/.test(line))).toEqual([]);
    expect(lines.filter((line) => /^(BEGIN|END):VCALENDAR/.test(line))).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    const unfolded = english.body.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:Last day for notice: Ä\\;1\\,\\\\\\nEND:VCALENDAR\\nBEGIN:VCALENDAR\r\n');
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    expect(uids((await fetch('de')).body)).toEqual(uids(english.body));
    expect((await fetch('de')).body.replaceAll('\r\n ', '')).toContain('SUMMARY:Letzter Tag zur Kündigung: N-known');
    const asked = await program.inject({ url: '/contracts/notice-dates.ics?language=de', headers: { 'accept-language': 'en' } });
    expect(asked.body).toContain('SUMMARY:Letzter Tag zur Kündigung');
  });
});
