// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const SCORE = 'mutation ($input: StartScoringRunInput!) { startScoringRun(input: $input) { ... on StartScoringRunSuccess { job { id } } ... on Problem { code message } } }';
const COPY = 'mutation ($input: CopyScoringModelInput!) { copyScoringModel(input: $input) { __typename ... on CopyScoringModelSuccess { model { id key version definition } } ... on InputProblem { code message path } ... on NotFoundProblem { code } } }';
const EXPLAIN = `query ($id: ID!, $language: SentenceLanguage) { explainCandidate(id: $id, language: $language) { ... on CandidateExplanation { product alternative rank axes { axis sentence } gates { gate sentence facts principles }
  criteria { criterion sentence parts scales facts principles } economics { sentence inputs assumptions } robustness urgency expired } ... on Problem { code } } }`;

let program: RunningProgram;
const score = async (input: object = {}) => (await program.runJob(SCORE, { input: { samples: 50, ...input } })).resultId!;
const copy = async (input: object) => (await program.data(COPY, { input })).copyScoringModel;

beforeAll(async () => {
  program = await runProgram();
  await addCandidates(program.database, 12);
});
afterAll(() => program.close());

describe('a scoring model', () => {
  it('comes with the program and can neither be changed nor deleted, whoever asks', async () => {
    const { scoringModels } = await program.data('{ scoringModels { nodes { key version definition } } }');
    expect(scoringModels.nodes).toMatchObject([{ key: 'dortmund-2021', version: 1 }]);
    for (const sql of ['UPDATE scoring_model SET version = 2', 'DELETE FROM scoring_model']) await expect(program.database.query(sql)).rejects.toThrow('append-only');
  });

  it('is copied and edited version by version', async () => {
    const weights = [{ criterion: 'openness-gain', weight01: 0.2 }, { criterion: 'reach', weight01: 0.2 }];
    const first = await copy({ key: 'musterstadt', nameDe: 'Musterstadt', criteria: weights });
    expect(first.model).toMatchObject({ key: 'musterstadt', version: 1, definition: { id: 'musterstadt', name: { de: 'Musterstadt', en: 'Musterstadt' } } });
    const second = await copy({ model: 'musterstadt', key: 'musterstadt', replaces: 1, criteria: [{ criterion: 'reach', anchors: [{ at: 1, utility01: 0 }, { at: 1000, utility01: 1 }] }] });
    expect(second.model.version).toBe(2);
    expect(second.model.definition.criteria[0].weight01).toBe(0.2);
    const compare = 'query ($before: ID!, $after: ID!) { compareScoringModels(before: $before, after: $after) { ... on ScoringModelComparison { differences { kind entry path before after } } } }';
    const { compareScoringModels } = await program.data(compare, { before: first.model.id, after: second.model.id });
    expect(compareScoringModels.differences).toEqual([
      { kind: 'CRITERION', entry: 'reach', path: 'scale.anchors.1.at', before: 100, after: 1000 },
      { kind: 'CRITERION', entry: 'reach', path: 'scale.anchors.1.utility01', before: 0.5, after: 1 },
      { kind: 'CRITERION', entry: 'reach', path: 'scale.anchors.2', before: { at: 10_000, utility01: 1 }, after: null },
    ]);
  });

  it.each<[string, object, string]>([
    ['weights that do not sum', { key: 'a', criteria: [{ criterion: 'reach', weight01: 0.24 }] }, 'SCORING.WEIGHTS_DO_NOT_SUM_TO_ONE'],
    ['a weight outside its bounds', { key: 'a', criteria: [{ criterion: 'reach', weight01: 0.9 }] }, 'SCORING.WEIGHT_OUT_OF_BOUNDS'],
    ['a criterion that is not there', { key: 'a', criteria: [{ criterion: 'beauty', weight01: 0.1 }] }, 'SCORING.CRITERION_UNKNOWN'],
    ['a definition without a gate’s input', { key: 'a', definition: { gates: [{ id: 'g' }] } }, 'SCORING.MODEL_INVALID'],
    ['a definition that is a list', { key: 'a', definition: [] }, 'SCORING.MODEL_INVALID'],
    ['a key with signs', { key: "x'; DROP TABLE scoring_model; --" }, 'SCORING.MODEL_KEY_INVALID'],
    ['the key of the shipped model', { key: 'dortmund-2021' }, 'SCORING.MODEL_IS_SHIPPED'],
    ['a model that does not exist', { key: 'a', model: 'nowhere' }, 'SCORING.NOT_FOUND'],
  ])('is refused with %s, and nothing is kept', async (_, input, code) => {
    expect((await copy(input)).code).toBe(code);
    expect((await program.data('{ scoringModels(filter: { key: "a" }) { totalCount } }')).scoringModels.totalCount).toBe(0);
  });

  it('of one’s own may drop a criterion and read a gate from another fact', async () => {
    const { scoringModels } = await program.data('{ scoringModels(filter: { key: "dortmund-2021" }) { nodes { definition } } }');
    const definition = structuredClone(scoringModels.nodes[0].definition);
    definition.criteria = definition.criteria.filter((criterion: any) => criterion.id !== 'footprint');
    definition.criteria[0].weight01 += 0.05;
    definition.gates[0].fact = 'personalData';
    expect((await copy({ key: 'gate-less', definition })).model.definition.criteria).toHaveLength(12);
    definition.gates[0].fact = 'goodWill';
    expect(await copy({ key: 'gate-less', replaces: 1, definition })).toMatchObject({ code: 'SCORING.FACT_UNKNOWN', path: 'gates.0.fact' });
  });
});

describe('weights from comparisons', () => {
  const ELICIT = 'query ($comparisons: [[Float!]!]!) { elicitWeights(comparisons: $comparisons) { ... on ElicitedWeights { weights01 consistencyRatio } ... on Problem { code message } } }';
  it('come with their consistency ratio, and are refused where they contradict each other', async () => {
    const { elicitWeights } = await program.data(ELICIT, { comparisons: [[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]] });
    expect(elicitWeights.weights01.map((weight: number) => weight.toFixed(4))).toEqual(['0.5714', '0.2857', '0.1429']);
    expect(elicitWeights.consistencyRatio).toBeCloseTo(0, 9);
    expect((await program.data(ELICIT, { comparisons: [[1, 9, 0.1111], [0.1111, 1, 9], [9, 0.1111, 1]] })).elicitWeights.code).toBe('SCORING.COMPARISONS_INCONSISTENT');
    expect((await program.data(ELICIT, { comparisons: [[1, 2], [2]] })).elicitWeights.code).toBe('SCORING.PARAMETER_OUT_OF_RANGE');
  });
});

describe('a candidate', () => {
  it('is explained down to input, source, date and the resolution, in both languages', async () => {
    await score();
    const { candidate } = await program.data('{ candidate(product: "candidate 3") { id rank product { key } score sovereignty urgency flips rankAcceptability01 } }');
    expect(candidate.product.key).toBe('candidate-3');
    expect(candidate.rankAcceptability01).toHaveLength(12);
    const explained = async (language: string) => (await program.data(EXPLAIN, { id: candidate.id, language })).explainCandidate;
    const [german, english] = [await explained('de'), await explained('en')];
    expect(german.rank).toContain(`Rang ${candidate.rank} von 12`);
    const reach = german.criteria.find((one: any) => one.criterion === 'reach');
    expect(reach.sentence).toMatch(/^Reichweite bringt [\d,]+ Punkte: Gewicht 15 % auf [\d.]+ Installationen oder Nutzende/);
    expect(reach.facts[0]).toMatch(/^Installationen: [\d.]+\. Quelle: Inventar, Stand: \d{4}-\d{2}-\d{2}\.$/);
    expect(reach.scales[0]).toBe('Reichweite: 1 → 0, 100 → 50, 10.000 → 100 (Installationen oder Nutzende), dazwischen gerade im Logarithmus.');
    expect(reach.principles[0]).toContain('Wo möglich Nutzung von Open Source Software');
    expect(german.criteria.find((one: any) => one.criterion === 'openness-gain').facts[0]).toContain('Quelle: Lizenz laut Katalog: ');
    expect(german.criteria.find((one: any) => one.criterion === 'lock-in-relief').parts).toHaveLength(4);
    expect(german.gates[0].sentence).toContain('unbekannt');
    expect(english.gates[0].sentence).toContain('unknown');
    expect(english.criteria.find((one: any) => one.criterion === 'reach').sentence).toMatch(/^Reach brings/);
    expect(german.economics.inputs).toHaveLength(5);
    expect(german.economics.inputs[2]).toContain('Annahmen');
    expect(candidate.sovereignty.alternative.score).toEqual({ low: 0, expected: 50, high: 100 });
    expect(german.robustness[0]).toMatch(/^In [\d,]+ % der Ziehungen vor dem nächsten Kandidaten, candidate \d+\.$/);
    expect(german.robustness.at(-1)).toMatch(/^Zweite Meinung .* Rang \d+ nach TOPSIS, Rang \d+ nach PROMETHEE II\.$/);
    expect(english.urgency).toEqual([expect.stringContaining('0–10 of 10 points'), 'When the vendor’s support ends is not known.']);
    expect(candidate.urgency.notes.map((note: any) => note.note)).toContain('SUPPORT_UNKNOWN');
  });

  it('has its interfaces counted by how open they are; one that nobody can tell leaves all counts open', async () => {
    const connect = (to: number, kind: string, open: boolean | null) =>
      program.database.query(`INSERT INTO product_interface (from_product_id, to_product_id, kind, open_standard) SELECT a.id, b.id, $1, $2 FROM product a, product b WHERE a.key = 'candidate-9' AND b.key = $3`, [kind, open, `candidate-${to}`]);
    await connect(1, 'DIRECTORY: LDAP', true);
    await connect(2, 'DATABASE: T-SQL-Prozeduren', false);
    await connect(3, 'WEB_SERVICE: Hersteller-API (proprietär)', false);
    const input = async () => {
      await score();
      const { candidate } = await program.data('{ candidate(product: "candidate-9") { id score } }');
      return candidate.score.contributions.find((one: any) => one.criterion === 'interface-readiness').input;
    };
    const counted = await input();
    // 1 × 0.25 + 1 × 1 + 1 × 3.
    expect(counted).toMatchObject({ low: 4.25, high: 4.25, known01: 1 });
    expect(counted.facts.map(({ value, source }: any) => [value, source])).toEqual([1, 1, 1].map((count) => [count, 'interfaces: LDAP, T-SQL-Prozeduren, Hersteller-API (proprietär)']));
    await connect(4, 'FILE: Austauschdatei', null);
    expect(await input()).toMatchObject({ low: 0, high: 30, known01: 0 });
  });

  it('that does not exist, or is none, is not explained', async () => {
    for (const id of ['Candidate:999999', 'Product:1', 'nonsense']) expect((await program.data(EXPLAIN, { id })).explainCandidate.code).toBe('SCORING.NOT_FOUND');
    expect((await program.data('{ candidate(product: "LibreOffice") { rank } }')).candidate).toBeNull();
  });

  it('under contract whose notice period nobody knows saves from its earliest end to never', async () => {
    await program.database.query(`UPDATE contract SET notice_period_months = NULL WHERE number = (SELECT min(number) FROM contract)`);
    const { rows: [{ key }] } = await program.database.query(`SELECT p.key FROM contract c JOIN product p ON p.id = c.product_id WHERE c.number = (SELECT min(number) FROM contract)`);
    await score();
    const { candidate } = await program.data('query ($key: String!) { candidate(product: $key) { id facts npvCents { low high } } }', { key });
    expect(candidate.facts.money.contractEndsOn).toEqual({ earliest: expect.stringMatching(/^\d{4}-/), latest: null });
    expect(candidate.npvCents.low).toBeLessThan(0);
    const { explainCandidate } = await program.data(EXPLAIN, { id: candidate.id, language: 'de' });
    expect(explainCandidate.economics.inputs[1]).toContain('Kündigungsfrist fehlt');
  });
});

describe('two candidates of a run', () => {
  const COMPARE = `query ($one: ID!, $other: ID!) { compareCandidates(one: $one, other: $other, language: de) { ... on CandidateComparison { before01 after01 sentence flips { criterion isWithinBounds } } ... on Problem { code } } }`;

  it('are compared by the very draws of the run, whichever two they are', async () => {
    const run = await score({ samples: 300 });
    const { scoringRun } = await program.data('query ($id: ID!) { scoringRun(id: $id) { candidates(first: 20) { nodes { id wins01 product { name } } } } }', { id: run });
    const nodes = scoringRun.candidates.nodes;
    for (const [one, other] of [[0, 1], [5, 2], [11, 0]] as const) {
      const { compareCandidates } = await program.data(COMPARE, { one: nodes[one].id, other: nodes[other].id });
      expect(compareCandidates.before01).toBeCloseTo(nodes[one].wins01[other], 6);
      expect(compareCandidates.after01).toBeCloseTo(nodes[other].wins01[one], 6);
      expect(compareCandidates.sentence).toContain(nodes[one].product.name);
    }
  });

  it('of different runs are not compared, nor what is none', async () => {
    const idIn = async (run: string) => (await program.data('query ($id: ID!) { scoringRun(id: $id) { candidates(first: 1) { nodes { id } } } }', { id: run })).scoringRun.candidates.nodes[0].id;
    const [one, other] = [await idIn(await score()), await idIn(await score())];
    expect((await program.data(COMPARE, { one, other })).compareCandidates.code).toBe('SCORING.NOT_OF_ONE_RUN');
    expect((await program.data(COMPARE, { one, other: 'Candidate:987654' })).compareCandidates.code).toBe('SCORING.NOT_FOUND');
  });
});

describe('two runs', () => {
  const COMPARE = `query ($before: ID!, $after: ID!) { compareScoringRuns(before: $before, after: $after, language: de) { ... on ScoringRunComparison { moved moves { productKey rankBefore rankAfter
    goalContributionChange causes { because pointsChange hasWeightChanged sentence } } } ... on Problem { code } } }`;

  it('say what moved, and because of which input', async () => {
    const before = await score();
    await program.database.query(`UPDATE product_usage SET installations = 10000 WHERE product_id = (SELECT id FROM product WHERE key = 'candidate-5')`);
    const after = await score();
    const { compareScoringRuns } = await program.data(COMPARE, { before, after });
    const move = compareScoringRuns.moves.find((one: any) => one.productKey === 'candidate-5');
    expect(move.goalContributionChange).toBeGreaterThan(0);
    expect(move.causes.map((cause: any) => cause.because)).toEqual(expect.arrayContaining(['reach', 'people']));
    expect(move.causes.find((cause: any) => cause.because === 'reach').sentence).toMatch(/^Reichweite \+[\d,]+ Punkte: Installationen [\d.]+ → 10\.000 \(Inventar, \d{4}/);
    expect((await program.data(COMPARE, { before, after: before })).compareScoringRuns).toEqual({ moved: 0, moves: [] });
    expect((await program.data(COMPARE, { before, after: 'ScoringRun:99999' })).compareScoringRuns.code).toBe('SCORING.NOT_FOUND');
  });

  it('of different models name the weights as the cause', async () => {
    const [before, after] = [await score(), await score({ model: 'musterstadt', version: 1 })];
    const { compareScoringRuns } = await program.data(COMPARE, { before, after });
    expect(compareScoringRuns.moves[0].causes.filter((cause: any) => cause.hasWeightChanged).map((cause: any) => cause.because).sort()).toEqual(['openness-gain', 'reach']);
  });
});
