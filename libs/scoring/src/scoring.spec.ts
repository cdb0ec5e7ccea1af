// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, describeProblem, unwrap, type CalendarDate } from '#kernel';
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import {
  checkModel, deriveInputs, dortmund2021, economics, explainScore, known, rankCandidates, scoreCandidate, scoringMessages, utilityAt,
  type CandidateFacts, type CandidateScore, type ScoringModel,
} from './index.js';
import { portableLog } from './portable-log.js';

const today = calendarDate('2026-11-24')!;
const fact = <T>(value: T) => known(value, 'test register', today);
const score = (facts: CandidateFacts): CandidateScore => unwrap(scoreCandidate(dortmund2021, unwrap(deriveInputs(facts, dortmund2021, today))));
const nothingKnown: CandidateFacts = {};

const office: CandidateFacts = {
  todayLicenseClass: fact('PROPRIETARY'),
  alternativeLicenseClass: fact('WEAK_COPYLEFT'),
  installations: fact(10_000),
  citizenFacing: fact('NO'),
  supportEndsOn: fact('2026-11-24' as CalendarDate),
};

/** Any facts, each known or not; numbers of the size that occurs. */
const anyFacts: fc.Arbitrary<CandidateFacts> = fc.record(
  Object.fromEntries(
    Object.entries({
      todayLicenseClass: fc.constantFrom('PROPRIETARY', 'NON_COMMERCIAL', 'SOURCE_AVAILABLE', 'PERMISSIVE'),
      alternativeLicenseClass: fc.constantFrom('PROPRIETARY', 'SOURCE_AVAILABLE', 'STRONG_COPYLEFT'),
      installations: fc.nat(100_000),
      namedUsers: fc.nat(100_000),
      vendorSpendShare01: fc.double({ min: 0, max: 1, noNaN: true }),
      openFormats: fc.constantFrom('NONE', 'SOME', 'ALL'),
      supportOffers: fc.nat(9),
      personalData: fc.constantFrom('YES', 'NO'),
      todayJurisdiction: fc.constantFrom('EU', 'THIRD_COUNTRY'),
      supportEndsOn: fc.constantFrom('2020-01-01', '2027-06-30', '2040-01-01'),
      citizenFacing: fc.constantFrom('YES', 'NO'),
      analoguePathKept: fc.constantFrom('YES', 'NO'),
      alternativeKind: fc.constantFrom('FULL', 'PARTIAL', 'NEEDS_COMPLEMENT', 'COEXISTENCE'),
      functionsCovered: fc.nat(20),
      functionsMissing: fc.nat(20),
      interfacesOpen: fc.nat(20),
      interfacesDocumented: fc.nat(20),
      interfacesProprietary: fc.nat(20),
      macros: fc.nat(20_000),
      usersToTrain: fc.nat(20_000),
    }).map(([key, values]) => [key, fc.option((values as fc.Arbitrary<string | number>).map(fact), { nil: undefined })]),
  ),
) as fc.Arbitrary<CandidateFacts>;

describe('the model dortmund-2021', () => {
  it('passes its own check and cannot be changed', () => {
    expect(checkModel(dortmund2021).ok).toBe(true);
    expect(() => ((dortmund2021.criteria[0] as { weight01: number }).weight01 = 1)).toThrow();
  });

  const changed = (change: (model: ScoringModel['criteria'][number], index: number) => object) =>
    checkModel({ ...dortmund2021, criteria: dortmund2021.criteria.map((criterion, index) => ({ ...criterion, ...change(criterion, index) })) });
  it.each([
    ['weights that do not sum', { weight01: 0.3 }, 'SCORING.WEIGHTS_DO_NOT_SUM_TO_ONE'],
    ['a weight that is no number', { weight01: Number.NaN }, 'SCORING.WEIGHT_OUT_OF_RANGE'],
    ['a weight outside its bounds', { weightMin01: 0.26 }, 'SCORING.WEIGHT_OUT_OF_BOUNDS'],
    ['an id that another has', { id: 'reach' }, 'SCORING.ID_TWICE'],
    ['a principle that is not there', { principles: ['M99'] }, 'SCORING.PRINCIPLE_UNKNOWN'],
    ['a scale that turns', { scale: { ...dortmund2021.criteria[0]!.scale, anchors: [{ at: 0, utility01: 0 }, { at: 1, utility01: 1 }, { at: 2, utility01: 0 }] } }, 'SCORING.SCALE_TURNS'],
  ])('refuses %s', (_, fault, code) => {
    expect(changed((__, index) => (index === 0 ? fault : {}))).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('a score', () => {
  it('adds weight times utility, by hand', () => {
    const { contributions } = score(office);
    const points = Object.fromEntries(contributions.map((contribution) => [contribution.criterion, contribution.points]));
    expect(points['openness-gain']).toEqual({ low: 25, expected: 25, high: 25 });
    expect(points['reach']).toEqual({ low: 15, expected: 15, high: 15 });
    // Support ends today: 50 of 100 points are certain, the other 50 are not known.
    expect(points['data-protection-security']).toEqual({ low: 7.5, expected: 11.25, high: 15 });
  });

  it('spans the whole scale where nothing is known', () => {
    expect(score(nothingKnown)).toMatchObject({
      goalContribution: { low: 0, high: 100 },
      feasibility: { low: 0, expected: 50, high: 100 },
      completeness01: { goal: 0, feasibility: 0, overall: 0 },
      gates: [{ state: 'UNKNOWN' }],
    });
    expect(score(nothingKnown).goalContribution.expected).toBeCloseTo(25, 12);
  });

  it('is 0 behind a closed gate, and needs no analogue path where no citizen is served', () => {
    expect(score({ ...office, citizenFacing: fact('YES'), analoguePathKept: fact('NO') }).goalContribution).toEqual({ low: 0, expected: 0, high: 0 });
    expect(score(office).gates).toMatchObject([{ state: 'OPEN' }]);
  });

  // Not a completion: a count that replaces another known one, or that contradicts the kind of alternative that was stated.
  it('holds in its interval every completion of what is missing', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (some, more) => {
        const [before, after] = [score(some), score(completed(some, more))];
        for (const axis of ['goalContribution', 'feasibility'] as const) {
          expect(after[axis].low).toBeGreaterThanOrEqual(before[axis].low - 1e-9);
          expect(after[axis].high).toBeLessThanOrEqual(before[axis].high + 1e-9);
          expect(after[axis].low).toBeLessThanOrEqual(after[axis].expected + 1e-9);
          expect(after[axis].expected).toBeLessThanOrEqual(after[axis].high + 1e-9);
        }
      }),
    );
  });

  it('is never raised by a worse input', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(1_000), fc.nat(1_000), (facts, one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
        const goal = (installations: number) => score({ ...facts, namedUsers: undefined, installations: fact(installations) }).goalContribution;
        const ready = (macros: number) => score({ ...facts, macros: fact(macros) }).feasibility;
        expect(goal(fewer).expected).toBeLessThanOrEqual(goal(more).expected + 1e-9);
        expect(ready(more).low).toBeLessThanOrEqual(ready(fewer).low + 1e-9);
      }),
    );
  });

  it.each([
    ['a negative count', { installations: fact(-1) }],
    ['an infinite count', { installations: fact(Number.POSITIVE_INFINITY) }],
    ['no number', { macros: fact(Number.NaN) }],
    ['a share beyond 1', { vendorSpendShare01: fact(1.2) }],
    ['an answer without a level', { governance: fact('CHAOS' as never) }],
    ['a day that does not exist', { supportEndsOn: fact('2027-02-30' as CalendarDate) }],
    ['a gate answered with maybe', { analoguePathKept: fact('MAYBE' as never) }],
  ])('refuses %s', (_, facts: CandidateFacts) => {
    expect(deriveInputs(facts, dortmund2021, today)).toMatchObject({ ok: false, problem: { code: 'SCORING.FACT_OUT_OF_RANGE' } });
  });

  it('refuses inputs without those of a gate', () => {
    const inputs = unwrap(deriveInputs(office, dortmund2021, today));
    expect(scoreCandidate(dortmund2021, { ...inputs, gates: [] })).toMatchObject({ ok: false, problem: { code: 'SCORING.GATE_INPUT_MISSING' } });
  });

  it('is explained down to source, date and the memorandum in both languages', () => {
    const german = explainScore(score(office), dortmund2021, 'de');
    expect(german.criteria[0]!.sentence).toBe('Gewinn an Offenheit bringt 25 Punkte: Gewicht 25 % auf 4 Stufen, das ist 100 von 100 wert.');
    expect(german.criteria[0]!.facts[0]).toContain('Quelle: test register, Stand: 2026-11-24');
    expect(german.criteria[0]!.principles[0]).toContain('Wo möglich Nutzung von Open Source Software');
    expect(explainScore(score(nothingKnown), dortmund2021, 'en').gates[0]!.sentence).toContain('unknown');
    // What another fact stands in for, or makes pointless, is unknown but leaves nothing open.
    expect(german.criteria[1]!.facts).toEqual(['Installationen: 10.000. Quelle: test register, Stand: 2026-11-24.', 'Benannte Nutzende: unbekannt; hier nicht nötig.']);
    expect(german.gates[0]!.facts[0]).toBe('Analoger Weg bleibt offen: unbekannt; hier nicht nötig.');
    expect(german.criteria[2]!.facts[0]).toContain('mit der ganzen Spanne');
  });
});

describe('a scale', () => {
  it('follows its logarithm as the engine knows it', () => {
    fc.assert(fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => expect(portableLog(value)).toBeCloseTo(Math.log(value), 12)));
  });
  it('is half way at 100 between 1 and 10,000', () => {
    const reach = dortmund2021.criteria.find((criterion) => criterion.id === 'reach')!.scale;
    expect([0, 1, 10, 100, 10_000, Infinity].map((value) => utilityAt(reach, value))).toEqual([0, 0, expect.closeTo(0.25, 12), 0.5, 1, 1]);
  });
});

describe('a ranking', () => {
  const rankable = (id: string, facts: CandidateFacts) => ({ id, score: score(facts), npvCents: { low: null, expected: null, high: null } });
  const rank = (...candidates: ReturnType<typeof rankable>[]) => unwrap(rankCandidates(dortmund2021, candidates, { seed: 1, samples: 300 }));

  it('is the same in whatever order candidates come, and keeps its order when one is added', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { minLength: 2, maxLength: 6 }), (many) => {
        const candidates = many.map((facts, index) => rankable(`c${index}`, facts));
        const all = rank(...candidates);
        expect(rank(...[...candidates].reverse()).candidates).toEqual(all.candidates);
        const fewer = rank(...candidates.slice(1)).candidates.map((candidate) => candidate.id);
        expect(all.candidates.map((candidate) => candidate.id).filter((id) => id !== 'c0')).toEqual(fewer);
      }),
      { numRuns: 20 },
    );
  });

  it('orders ties by id and gives both the first rank in every draw', () => {
    const ranking = rank(rankable('b', office), rankable('a', office));
    // Inputs that are not known are drawn for each candidate on its own.
    expect(ranking.candidates.map((candidate) => candidate.id)).toEqual(['a', 'b']);
  });

  it('of nothing is empty', () => {
    expect(rank().candidates).toEqual([]);
  });

  it('refuses the same id twice, no samples, and another model’s score', () => {
    const one = rankable('a', office);
    expect(rankCandidates(dortmund2021, [one, one], { seed: 1 })).toMatchObject({ problem: { code: 'SCORING.ID_TWICE' } });
    expect(rankCandidates(dortmund2021, [one], { seed: 1, samples: 0 })).toMatchObject({ problem: { code: 'SCORING.SAMPLES_OUT_OF_RANGE' } });
    const other = { ...dortmund2021, criteria: dortmund2021.criteria.slice(1) };
    expect(rankCandidates(other, [one], { seed: 1 })).toMatchObject({ problem: { code: 'SCORING.WRONG_MODEL' } });
  });
});

describe('the money', () => {
  const parameters = { startsOn: calendarDate('2027-01-01')!, dualRunningMonths: 3, horizonMonths: 24, discount01: 0, staffDayCents: 50_000 };
  const amount = (cents: number) => ({ low: cents, high: cents });
  const facts = {
    annualCostCents: amount(1_200_000), contractEndsOn: { earliest: calendarDate('2027-07-01')!, latest: calendarDate('2027-07-01')! }, oneOffCents: amount(100_000),
    annualRunningCostCents: amount(120_000), effortDays: amount(2),
  };
  it('counts savings from the contract’s end only', () => {
    // 18 months saved at 1,000,00; 100,000 once, 24 months at 10,000, two days at 50,000.
    const cents = 18 * 100_000 - 100_000 - 24 * 10_000 - 2 * 50_000;
    expect(unwrap(economics(facts, parameters)).npvCents).toEqual({ low: cents, expected: cents, high: cents });
  });
  it('leaves open what is not known', () => {
    expect(unwrap(economics({ ...facts, oneOffCents: null }, parameters))).toMatchObject({ npvCents: { low: null, expected: null }, missing: ['oneOffCents'] });
    expect(unwrap(economics({ ...facts, contractEndsOn: null }, parameters)).savingMonths).toEqual({ least: 0, most: 21 });
  });
  it('spans from the earliest to the latest end of a contract whose notice period is not known', () => {
    const [known, open] = [facts, { ...facts, contractEndsOn: { ...facts.contractEndsOn, latest: null } }].map((one) => unwrap(economics(one, parameters)));
    expect(open!.savingMonths).toEqual({ least: 0, most: 18 });
    expect(open!.npvCents.high).toBe(known!.npvCents.high);
    expect(open!.npvCents.low).toBe(known!.npvCents.low! - 18 * 100_000);
  });
  it('refuses a horizon of nothing', () => {
    expect(economics(facts, { ...parameters, horizonMonths: 0 })).toMatchObject({ problem: { code: 'SCORING.PARAMETER_OUT_OF_RANGE' } });
  });
});

describe('every problem', () => {
  it('has a sentence in German and English', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !/spec|messages/.test(name));
    const codes = new Set(sources.flatMap((name) => readFileSync(new URL(name, folder), 'utf8').match(/'SCORING\.\w+'/g) ?? []));
    for (const code of codes) for (const language of ['de', 'en'] as const) expect(describeProblem({ code: code.slice(1, -1) }, scoringMessages, language)).not.toBe(code.slice(1, -1));
    expect(codes.size).toBeGreaterThan(10);
  });
});

function completed(some: CandidateFacts, more: CandidateFacts): CandidateFacts {
  const answers: Record<string, unknown> = { ...withoutUnknown(more) };
  if (some.installations || some.namedUsers) for (const key of ['installations', 'namedUsers']) delete answers[key];
  if (some.citizenFacing?.value === 'NO' || more.citizenFacing?.value === 'NO') delete answers.analoguePathKept;
  if (some.alternativeKind) for (const key of ['functionsCovered', 'functionsMissing']) delete answers[key];
  return { ...answers, ...withoutUnknown(some) };
}

function withoutUnknown(facts: CandidateFacts): CandidateFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
