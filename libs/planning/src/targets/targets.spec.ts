// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { CalendarDate } from '#kernel';
import type { EstateFacts, MigrationAhead, RunningContract, UsedProduct } from './facts.js';
import { measureEstate } from './measure-estate.js';
import { MEASURES, type Measure } from './measures.js';
import { replacementsOf } from './replacements.js';

const day = (text: string) => text as CalendarDate;
const today = day('2026-11-10');

const product = (id: number, openness: UsedProduct['openness'], more: Partial<UsedProduct> = {}): UsedProduct => ({ id, openness, isSpecialised: false, installations: 0, isUndecided: false, exemptUntil: null, ...more });
const migration = (productId: number, alternativeId: number, plannedEndsOn: string, more: Partial<MigrationAhead> = {}): MigrationAhead => ({ productId, alternativeId, alternative: 'OPEN', isCoexistence: false, status: 'PLANNED', plannedEndsOn: day(plannedEndsOn), ...more });
const contract = (productId: number | null, openness: RunningContract['openness'], costPerYearCents: number | null, more: Partial<RunningContract> = {}): RunningContract => ({ productId, openness, costPerYearCents, endsOn: null, renewalMonths: null, notice: { months: 3 }, noticeTo: null, ...more });
const estate = (more: Partial<EstateFacts>): EstateFacts => ({ products: [], unrecognised: { families: 0, installations: 0 }, contracts: [], devices: [], ownSoftware: { total: 0, published: 0 }, ...more });
const measure = (which: Measure, facts: EstateFacts, migrations: readonly MigrationAhead[] = []) => measureEstate(facts, replacementsOf(migrations, today))[MEASURES.indexOf(which)]!;

describe('a measured share', () => {
  it('is not known where there is nothing', () => {
    for (const which of MEASURES.filter((one) => one !== 'OPEN_PRODUCTS')) expect(measure(which, estate({}))).toMatchObject({ measure: which, value: null, forecast: [] });
    expect(measure('OPEN_PRODUCTS', estate({}))).toMatchObject({ value: { low: 0, high: 0 } });
  });

  // 2 open, 5 closed, 1 of unknown license, 2 names not recognised: between 2 and 2 + 1 + 2 of 10
  it('of products has what nobody knows on neither side', () => {
    const products = [product(1, 'OPEN'), product(2, 'OPEN'), ...[3, 4, 5, 6, 7].map((id) => product(id, 'CLOSED')), product(8, 'UNKNOWN')];
    expect(measure('PRODUCTS', estate({ products, unrecognised: { families: 2, installations: 9 } }))).toEqual({
      measure: 'PRODUCTS',
      parts: { reached: 2, missed: 5, unknown: 1, unrecognised: 2, uncounted: 0 },
      value: { low: 0.2, high: 0.5 },
      forecast: [],
    });
  });

  it('of specialised procedures counts them alone', () => {
    const products = [product(1, 'OPEN'), product(2, 'CLOSED', { isSpecialised: true }), product(3, 'OPEN', { isSpecialised: true })];
    expect(measure('SPECIALISED_PRODUCTS', estate({ products })).value).toEqual({ low: 0.5, high: 0.5 });
  });

  // 30 of 30 + 50 + 10 + 10 installations are open, at most 50
  it('of installations weighs products by them', () => {
    const products = [product(1, 'OPEN', { installations: 30 }), product(2, 'CLOSED', { installations: 50 }), product(3, 'UNKNOWN', { installations: 10 })];
    expect(measure('INSTALLATIONS', estate({ products, unrecognised: { families: 4, installations: 10 } })).value).toEqual({ low: 0.3, high: 0.5 });
  });

  it('of own software is what is published', () => {
    expect(measure('OWN_SOFTWARE', estate({ ownSoftware: { total: 4, published: 1 } })).value).toEqual({ low: 0.25, high: 0.25 });
  });
});

describe('the forecast of products', () => {
  const products = [product(1, 'OPEN'), product(2, 'CLOSED'), product(3, 'CLOSED'), product(4, 'CLOSED')];

  // 2 goes to 1, which is there: 1 of 3; 3 goes to 9, which is new: 2 of 3; 4 is not planned
  it('lets the old go and the new come, once', () => {
    expect(measure('PRODUCTS', estate({ products }), [migration(2, 1, '2027-03-31'), migration(3, 9, '2027-06-30')]).forecast).toEqual([
      { on: '2027-03-31', low: 1 / 3, high: 1 / 3 },
      { on: '2027-06-30', low: 2 / 3, high: 2 / 3 },
    ]);
  });

  it.each<[string, Partial<MigrationAhead>, string]>([
    ['is blocked', { status: 'BLOCKED' }, '2027-03-31'],
    ['is late', { plannedEndsOn: day('2026-11-09') }, '2026-11-11'],
    ['is said to be done while the product is still found', { status: 'DONE', plannedEndsOn: day('2026-10-01') }, '2026-11-11'],
    ['only puts the alternative beside what stays', { isCoexistence: true }, '2027-03-31'],
    ['leads to what has an unknown license', { alternative: 'UNKNOWN' }, '2027-03-31'],
  ])('stays below and may rise where a migration %s', (_name, more, on) => {
    expect(measure('PRODUCTS', estate({ products }), [migration(2, 9, '2027-03-31', more)]).forecast).toEqual([{ on, low: 0.25, high: 0.5 }]);
  });

  it('does not change where a migration leads to what is not open source', () => {
    expect(measure('PRODUCTS', estate({ products }), [migration(2, 9, '2027-03-31', { alternative: 'CLOSED' })]).forecast).toEqual([]);
  });

  it('of installations moves them to the alternative', () => {
    const some = [product(1, 'OPEN', { installations: 30 }), product(2, 'CLOSED', { installations: 70 })];
    expect(measure('INSTALLATIONS', estate({ products: some }), [migration(2, 9, '2027-03-31')]).forecast).toEqual([{ on: '2027-03-31', low: 1, high: 1 }]);
  });
});

describe('the share of devices', () => {
  it('is of those on which everything is open source, and may be where something is not known', () => {
    const devices = [
      { devices: 1, hasClosed: false, surelyOn: 'today', possiblyOn: 'today' },
      { devices: 2, hasClosed: false, surelyOn: null, possiblyOn: 'today' },
      { devices: 3, hasClosed: true, surelyOn: day('2027-03-31'), possiblyOn: day('2027-03-31') },
      { devices: 4, hasClosed: true, surelyOn: null, possiblyOn: null },
    ] as const;
    const measured = measure('DEVICES', estate({ devices }));
    expect(measured).toMatchObject({ parts: { reached: 1, missed: 7, unknown: 2 }, value: { low: 0.1, high: 0.3 } });
    expect(measured.forecast).toEqual([{ on: '2027-03-31', low: 0.4, high: 0.6 }]);
  });
});

describe('the share of spend', () => {
  // 200 of 200 + 600 + 200 a year
  const contracts = [contract(1, 'OPEN', 20_000), contract(2, 'CLOSED', 60_000), contract(null, 'UNKNOWN', 20_000)];

  it('leaves what a contract is for open where nobody knows it', () => {
    expect(measure('SPEND', estate({ contracts }))).toMatchObject({ parts: { reached: 20_000, missed: 60_000, unknown: 20_000, uncounted: 0 }, value: { low: 0.2, high: 0.4 } });
  });

  it.each<[RunningContract['openness'], object]>([
    ['OPEN', { low: 0.2, high: 1 }],
    ['CLOSED', { low: 0, high: 0.4 }],
    ['UNKNOWN', { low: 0, high: 1 }],
  ])('can be anything on one side where the cost of something %s is not known', (openness, value) => {
    expect(measure('SPEND', estate({ contracts: [...contracts, contract(4, openness, null)] }))).toMatchObject({ parts: { uncounted: 1 }, value });
  });

  // done on 31 March, notice of three months: the contract runs to 30 June; from 1 July 200 of 400, or 200 + 600 + 200 of 1,000
  it('changes when the contract of what is replaced can be left', () => {
    expect(measure('SPEND', estate({ contracts }), [migration(2, 9, '2027-03-31')]).forecast).toEqual([{ on: '2027-07-01', low: 0.5, high: 1 }]);
  });

  it('does not rise for certain where nobody knows the notice period', () => {
    const unclear = [contracts[0]!, contract(2, 'CLOSED', 60_000, { notice: null })];
    expect(measure('SPEND', estate({ contracts: unclear }), [migration(2, 9, '2027-03-31')]).forecast).toEqual([{ on: '2027-04-01', low: 0.25, high: 1 }]);
  });
});

describe('products that need a decision', () => {
  it('are as many as are certain, and at most those nobody knows too; an exemption that ends makes one more', () => {
    const products = [
      product(1, 'OPEN'),
      product(2, 'CLOSED', { isUndecided: true }),
      product(3, 'UNKNOWN', { isUndecided: true }),
      product(4, 'CLOSED', { exemptUntil: day('2027-01-31') }),
      product(5, 'CLOSED'),
    ];
    expect(measure('OPEN_PRODUCTS', estate({ products, unrecognised: { families: 2, installations: 0 } }))).toEqual({
      measure: 'OPEN_PRODUCTS',
      parts: { reached: 3, missed: 1, unknown: 1, unrecognised: 2, uncounted: 0 },
      value: { low: 1, high: 4 },
      forecast: [{ on: '2027-02-01', low: 2, high: 5 }],
    });
  });
});

describe('any estate', () => {
  const openness = fc.constantFrom('OPEN' as const, 'CLOSED' as const, 'UNKNOWN' as const);
  const days = fc.integer({ min: 0, max: 700 }).map((after) => new Date(Date.parse('2026-06-01') + after * 86_400_000).toISOString().slice(0, 10));
  const cases = fc.record({
    products: fc.array(fc.record({ openness, installations: fc.nat(50), isSpecialised: fc.boolean() }), { maxLength: 6 }),
    migrations: fc.array(fc.record({ from: fc.nat(5), to: fc.nat(5), on: days, alternative: openness, isCoexistence: fc.boolean(), status: fc.constantFrom('PLANNED' as const, 'RUNNING' as const, 'BLOCKED' as const, 'DONE' as const) }), { maxLength: 6 }),
    contracts: fc.array(fc.record({ product: fc.option(fc.nat(7)), openness, cents: fc.option(fc.nat(9_000)), notice: fc.option(fc.nat(12)) }), { maxLength: 6 }),
    families: fc.nat(2),
  });

  const factsOf = ({ products, migrations, contracts, families }: { products: any[]; migrations: any[]; contracts: any[]; families: number }) => {
    const used = products.map((one, id) => product(id, one.openness, one));
    const of = new Map(migrations.filter(({ from }) => used[from] !== undefined && used[from].openness !== 'OPEN').map((one) => [one.from, one]));
    const ahead = [...of.values()].map(({ from, to, on, ...rest }) => migration(from, to + 3, on, rest)).filter(({ productId, alternativeId }) => productId !== alternativeId && (used[alternativeId]?.openness ?? 'OPEN') === 'OPEN');
    const facts = estate({
      products: used,
      unrecognised: { families, installations: families },
      contracts: contracts.map((one) => contract(one.product, one.product === null ? 'UNKNOWN' : (used[one.product]?.openness ?? one.openness), one.cents, { notice: one.notice === null ? null : { months: one.notice } })),
    });
    return { facts, replacements: replacementsOf(ahead, today) };
  };

  it('has a low and a high between 0 and 1 in this order, and by the plan the low never falls', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { facts, replacements } = factsOf(given);
        for (const { measure: which, value, forecast } of measureEstate(facts, replacements)) {
          if (which === 'OPEN_PRODUCTS' || value === null) continue;
          let last = { ...value, on: today };
          for (const point of [last, ...forecast]) {
            expect(point.low).toBeLessThanOrEqual(point.high);
            expect(point.low).toBeGreaterThanOrEqual(last.low);
            expect(point.high).toBeLessThanOrEqual(1);
            expect(point.on >= last.on).toBe(true);
            last = point;
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has exactly the least and the greatest share of products that everything unknown allows', () => {
    fc.assert(
      fc.property(cases, days, (given, later) => {
        const on = later > today ? later : today;
        const { facts, replacements } = factsOf(given);
        const { value, forecast } = measureEstate(facts, replacements)[0]!;
        const bounds = forecast.findLast((point) => point.on <= on) ?? value;
        const shares = worlds(facts.products, replacements, facts.unrecognised.families, on);
        if (bounds === null) expect(shares).toEqual([]);
        else expect([bounds.low, bounds.high]).toEqual([Math.min(...shares), Math.max(...shares)]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The share of open products in every world that what is known allows, one by one. */
function worlds(products: readonly UsedProduct[], replacements: ReturnType<typeof replacementsOf>, families: number, on: string): number[] {
  const choices: ((world: { open: Set<string>; closed: Set<string> }) => void)[][] = [];
  for (const { id, openness } of products) {
    const replacement = replacements.find(({ productId }) => productId === id);
    const stay = (['OPEN', 'CLOSED'] as const).filter((one) => openness === 'UNKNOWN' || openness === one).map((one) => (world: { open: Set<string>; closed: Set<string> }) => void world[one === 'OPEN' ? 'open' : 'closed'].add(`${id}`));
    const go = (world: { open: Set<string> }) => void world.open.add(`${replacement!.alternativeId}`);
    if (replacement?.surelyOn && replacement.surelyOn <= on) choices.push([go]);
    else if (replacement && replacement.possiblyOn <= on) choices.push([...stay, go]);
    else choices.push(stay);
  }
  for (let family = 0; family < families; family++) choices.push([(world) => void world.open.add(`name ${family}`), (world) => void world.closed.add(`name ${family}`), () => undefined]);
  const shares: number[] = [];
  const visit = (at: number, taken: ((world: { open: Set<string>; closed: Set<string> }) => void)[]): void => {
    if (at < choices.length) return choices[at]!.forEach((choice) => visit(at + 1, [...taken, choice]));
    const world = { open: new Set<string>(), closed: new Set<string>() };
    for (const choice of taken) choice(world);
    if (world.open.size + world.closed.size > 0) shares.push(world.open.size / (world.open.size + world.closed.size));
  };
  visit(0, []);
  return shares;
}
