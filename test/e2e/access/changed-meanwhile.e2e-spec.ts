// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInputObjectType, isUnionType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { LOCAL_ACTOR_ID } from '../../../apps/api/src/access/index.js';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

/** What of a mutation's input says what was read: a count of changes, or that in whose place something new comes. */
const READ = ['revision', 'replaces'];

/** Mutations that take no reading, and why nobody overwrites anybody by them. */
const NOTHING_IS_OVERWRITTEN: Readonly<Record<string, string>> = {
  answerAssessment: 'answers are only added; each stays with author and day',
  cancelJob: 'a job ends once',
  copyPolicy: 'makes something new; a name that is taken is refused',
  createAccessToken: 'makes something new',
  createDepartment: 'makes something new; a code that is taken is refused',
  createScenario: 'makes something new; a name that is taken is refused',
  deriveScenario: 'makes something new; a name that is taken is refused',
  exportCataloguePack: 'changes nothing',
  forgetPerson: 'ends once',
  grantExemption: 'exemptions are only added',
  grantWaiver: 'waivers are only added',
  importAssessments: 'answers are only added; each stays with author and day',
  loadCatalogue: 'makes a layer what its file says; what people say lies in a layer of its own above it',
  loadCompatibilityMatrix: 'adds a version',
  measureTargets: 'measurements are only added',
  recordWeighing: 'weighings are only added',
  replayMatching: 'computes anew; what people decided stays',
  revokeAccessToken: 'ends once',
  revokeExemption: 'ends once; the second one is refused',
  revokeWaiver: 'ends once',
  setTarget: 'makes something new',
  startFrontier: 'queues work',
  startImport: 'queues work that leaves alone what people set',
  startPlanning: 'queues work',
  startScoringRun: 'queues work',
  undoImport: 'stops before what later imports or people changed, unless that is accepted',
  undoMatchDecision: 'takes back the very decision that is named',
};

/** An editor's change: the mutation, and its input as far as it does not follow from what was read. */
interface Change {
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Two changes of the same thing, and how an editor reads what they are made for. */
interface Contest {
  readonly read: () => Promise<Readonly<Record<string, unknown>>>;
  readonly changes: readonly [Change, Change];
}

let program: RunningProgram;
let schema: GraphQLSchema;
let plans: string[];
let uploads: string[];
const BILL = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: [{ type: 'library', name: 'a', version: '1' }] };
const PUBLICCODE = (status: string) =>
  ['publiccodeYmlVersion: "0.4"', 'name: Parkausweis', 'url: https://gitlab.opencode.de/stadt/parkausweis.git', 'platforms: [web]', 'categories: [document-management]', `developmentStatus: ${status}`, 'softwareType: standalone/web', 'description:', '  de:', '    shortDescription: Parkausweise online.', `    longDescription: "${'Bürgerinnen und Bürger beantragen ihren Parkausweis. '.repeat(5)}"`, '    features: [Antrag]', 'legal:', '  license: EUPL-1.2', 'maintenance:', '  type: internal', '  contacts:', '    - name: A. Beispiel', 'localisation:', '  localisationReady: false', '  availableLanguages: [de]', ''].join('\n');

beforeAll(async () => {
  program = await runProgram();
  schema = program.app.get(GraphQLSchemaHost, { strict: false }).schema;
  await program.importFile('oe.csv', 'Kürzel;Organisationseinheit;Übergeordnete Einheit;Mitarbeitende\nA10;Hauptamt;;20\nA33;Bürgeramt;A10;120\n', { source: 'OE' });
  await program.importFile('pc.csv', 'Rechner;Software;Amt\npc-1;Marktstandplaner Neu;Bürgeramt\n', { source: 'PC' });
  await addCandidates(program.database, 4, 'umzug');
  expect(await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }')).toMatchObject({ status: 'DONE' });
  const start = 'mutation ($seed: Int!) { startPlanning(input: { timeLimitSeconds: 2, seed: $seed }) { ... on StartPlanningSuccess { job { id } } } }';
  plans = [];
  for (const seed of [1, 2, 3]) {
    const planned = await program.runJob(start, { seed });
    expect(planned).toMatchObject({ status: 'DONE' });
    plans.push(planned.resultId!);
  }
  const standing: Change[] = [
    { mutation: 'putPlanInForce', input: { plan: plans[0] } },
    { mutation: 'upsertContract', input: { number: 'V-1', metric: 'DEVICE' } },
    { mutation: 'upsertEntitlement', input: { number: 'R-1', product: 'acdsee', metric: 'DEVICE' } },
    { mutation: 'recordUsageCount', input: COUNT(1) },
    { mutation: 'upsertOwnSoftware', input: { key: 'parkausweis', name: 'Parkausweis' } },
    { mutation: 'setTarget', input: { measure: 'OPEN_PRODUCTS', name: 'Höchstens drei', goal: 3, dueOn: '2030-12-31' } },
    { mutation: 'createPolicyVersion', input: { name: 'Werkstatt', rules: [RULE('a')] } },
    { mutation: 'copyScoringModel', input: { key: 'musterstadt', nameDe: 'Musterstadt' } },
  ];
  for (const change of standing) expect([change.mutation, (await commit(change)).code]).toEqual([change.mutation, undefined]);
  uploads = [];
  for (const [name, content] of [['a.json', JSON.stringify(BILL)], ['b.json', JSON.stringify({ ...BILL, version: 2 })], ['publiccode.yml', PUBLICCODE('beta')], ['publiccode.yml', PUBLICCODE('stable')]] as const) uploads.push(await program.handIn(name, content));
}, 120_000);
afterAll(() => program.close());

const COUNT = (quantity: number) => ({ product: 'acdsee', metric: 'DEVICE', quantity, countedOn: '2026-11-01', author: 'RZ' });
const RULE = (key: string) => ({ key, when: {}, outcome: 'REVIEW', sentenceDe: `Regel ${key}.`, sentenceEn: `Rule ${key}.` });
const inputTypeOf = (mutation: string): string => getNamedType(schema.getMutationType()!.getFields()[mutation]!.args[0]!.type).name;

/** What one of these mutations answers. */
async function commit({ mutation, input }: Change, read: object = {}): Promise<any> {
  const payload = getNamedType(schema.getMutationType()!.getFields()[mutation]!.type);
  const conflict = isUnionType(payload) && payload.getTypes().some(({ name }) => name === 'ChangedMeanwhileProblem') ? '... on ChangedMeanwhileProblem { path given current changedBy changedAt }' : '';
  const answer = await program.data(`mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { __typename ... on Problem { code message messageDe } ${conflict} } }`, { input: { ...read, ...input } });
  return answer[mutation];
}

const one = (list: string, fields: string, filter = '') => async () => {
  const { nodes } = (await program.data(`{ ${list}(first: 1${filter}) { nodes { ${fields} } } }`))[list];
  return nodes[0];
};
const contest = (mutation: string, read: Contest['read'], one: object, other: object): readonly [string, Contest] => [mutation, { read, changes: [{ mutation, input: one as Change['input'] }, { mutation, input: other as Change['input'] }] }];

const product = async () => ({ product: 'acdsee', revision: (await program.data('{ product(key: "acdsee") { revision } }')).product.revision });
const software = one('ownSoftware', 'key revision', ', filter: { keys: ["parkausweis"] }');
const target = one('targets', 'id revision', ', filter: { isWithdrawn: false }');
const title = async () => {
  const { nodes } = (await program.data('{ titles(first: 1, filter: { search: "marktstandplaner" }) { nodes { id match { revision } } } }')).titles;
  return { title: nodes[0].id, revision: nodes[0].match.revision };
};

/** Each mutation that changes something that is there, with two changes that cannot both hold; removals come last. */
const contests = (): readonly (readonly [string, Contest])[] => [
  contest('assignArchetype', async () => ({ products: [await product()] }), { archetype: 'desktop-software' }, { archetype: null }),
  contest('changeTarget', target, { goal: 2 }, { goal: 1 }),
  contest('copyScoringModel', async () => ({ model: 'musterstadt', key: 'musterstadt', replaces: Math.max(...(await program.data('{ scoringModels(filter: { key: "musterstadt" }) { nodes { version } } }')).scoringModels.nodes.map(({ version }: { version: number }) => version)) }), { nameDe: 'Eine' }, { nameDe: 'Andere' }),
  contest('createPolicyVersion', async () => ({ name: 'Werkstatt', replaces: (await program.data('{ policy(name: "Werkstatt") { version } }')).policy.version }), { rules: [RULE('b')] }, { rules: [RULE('c')] }),
  contest('curateContract', one('contracts', 'id revision', ', orderBy: { field: NUMBER, direction: DESC }'), { seats: 10 }, { seats: 20 }),
  contest('curateDepartment', one('departments', 'id revision', ', filter: { search: "Bürgeramt" }'), { users: 1 }, { name: 'Amt für alle' }),
  contest('curateHost', one('hosts', 'id revision'), { department: null }, { department: 'Department:1' }),
  contest('decideMatch', title, { as: 'NOT_SOFTWARE' }, { as: 'COMPONENT' }),
  contest('dismissAlternative', product, { alternative: 'gimp', reason: 'eine' }, { alternative: 'gimp', reason: 'andere' }),
  contest('proposeAlternative', product, { alternative: 'darktable', kind: 'PARTIAL', covers: ['raw'] }, { alternative: 'darktable', kind: 'COEXISTENCE' }),
  contest('putPlanInForce', async () => ({ replaces: (await one('plans', 'id', ', filter: { isInForce: true }')()).id }), { plan: plans[1] }, { plan: plans[2] }),
  contest('recordUsageCount', async () => ({ revision: (await program.data('{ usageCounts(filter: { product: "acdsee" }) { nodes { revision } } }')).usageCounts.nodes[0].revision }), COUNT(2), COUNT(3)),
  contest('registerPubliccode', software, { uploadId: uploads[2] }, { uploadId: uploads[3] }),
  contest('setM1Reading', async () => ({ replaces: (await program.data('{ complianceSummary { reading } }')).complianceSummary.reading }), { reading: 'EQUAL_FOOTING' }, { reading: 'EQUAL_FOOTING' }),
  contest('setMigrationStatus', async () => {
    const { product: { key }, revision } = await one('migrations', 'product { key } revision', ', filter: { status: [PLANNED, BLOCKED] }')();
    return { product: key, revision };
  }, { status: 'BLOCKED', blockers: ['Lizenz'] }, { status: 'CANCELLED' }),
  contest('setOwnSoftwareParts', software, { uploadId: uploads[0] }, { uploadId: uploads[1] }),
  contest('stateEconomicsSetting', async () => ({ key: 'staffDayCents', replaces: (await program.data('{ economicsSettings { key stated { version } } }')).economicsSettings.find(({ key }: { key: string }) => key === 'staffDayCents').stated?.version }), { low: 60_000, author: 'Personalamt' }, { low: 70_000, author: 'Kämmerei' }),
  contest('upsertContract', one('contracts', 'number revision', ', orderBy: { field: NUMBER, direction: DESC }'), { metric: 'DEVICE', seats: 1 }, { metric: 'CORE' }),
  contest('upsertEntitlement', one('entitlements', 'number revision'), { product: 'acdsee', metric: 'DEVICE', quantity: 1 }, { product: 'acdsee', metric: 'CORE' }),
  contest('upsertOwnSoftware', software, { name: 'Parkausweis eins' }, { name: 'Parkausweis zwei' }),
  contest('upsertProduct', async () => ({ key: 'acdsee', revision: (await product()).revision }), { name: 'ACDSee eins' }, { name: 'ACDSee zwei' }),
  ['withdrawTarget', { read: target, changes: [{ mutation: 'withdrawTarget', input: { reason: 'so beschlossen' } }, { mutation: 'changeTarget', input: { goal: 0 } }] }],
  ['removeEntitlement', { read: one('entitlements', 'number revision'), changes: [{ mutation: 'removeEntitlement', input: {} }, { mutation: 'upsertEntitlement', input: { product: 'acdsee', metric: 'SERVER' } }] }],
  ['removeContract', { read: one('contracts', 'number revision', ', orderBy: { field: NUMBER, direction: DESC }'), changes: [{ mutation: 'removeContract', input: {} }, { mutation: 'upsertContract', input: { metric: 'SERVER' } }] }],
  ['removeOwnSoftware', { read: software, changes: [{ mutation: 'removeOwnSoftware', input: {} }, { mutation: 'upsertOwnSoftware', input: { name: 'Parkausweis drei' } }] }],
];

/** Sends both at once, and holds each back where it writes, until both have come as far as they can. */
async function race({ read, changes }: Contest): Promise<any[]> {
  const seen = await read();
  await program.database.query('BEGIN; LOCK TABLE audit_entry IN SHARE ROW EXCLUSIVE MODE');
  const sent = changes.map((change) => commit(change, seen));
  try {
    for (let patience = 200; patience > 0; patience--) {
      const { rows } = await program.database.query<{ waiting: number }>("SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
      if (rows[0]!.waiting >= 2) break;
      await sleep(25);
    }
  } finally {
    await program.database.query('COMMIT');
  }
  return Promise.all(sent);
}

describe('a mutation', () => {
  const readingOf = (field: GraphQLField<unknown, unknown>): boolean => {
    const holds = (type: unknown): boolean => isInputObjectType(type) && Object.values(type.getFields()).some((one) => READ.includes(one.name) || holds(getNamedType(one.type)));
    return field.name !== 'upsertProduct' ? field.args.some((one) => holds(getNamedType(one.type))) : (getNamedType(field.args[0]!.type) as any).getFields().revision !== undefined;
  };

  it('takes what was read of the thing that it changes, or overwrites nothing', () => {
    const fields = Object.values(schema.getMutationType()!.getFields());
    const reading = fields.filter(readingOf).map(({ name }) => name);
    expect(reading.sort()).toEqual(contests().map(([name]) => name).sort());
    expect([...reading, ...Object.keys(NOTHING_IS_OVERWRITTEN)].sort()).toEqual(fields.map(({ name }) => name).sort());
  });

  it('that takes it can answer that somebody else was faster', () => {
    for (const [name] of contests()) {
      const payload = getNamedType(schema.getMutationType()!.getFields()[name]!.type);
      expect([name, isUnionType(payload) && payload.getTypes().map((type) => type.name)]).toEqual([name, expect.arrayContaining(['ChangedMeanwhileProblem'])]);
    }
  });
});

describe('of two editors at once', () => {
  it('one wins, whatever they change, and the other is told', async () => {
    for (const [name, contest] of contests()) {
      const [first, second] = contest.changes;
      const answers = await race(contest);
      const isSame = first.mutation === second.mutation && JSON.stringify(first.input) === JSON.stringify(second.input);
      const losers = answers.filter(({ code }) => code !== undefined);
      expect([name, losers.length, answers]).toEqual([name, isSame ? 0 : 1, expect.anything()]);
      if (isSame) continue;
      expect(losers[0]).toEqual(expect.objectContaining({ message: expect.stringMatching(/^[^{}]{20,}$/), messageDe: expect.stringMatching(/^[^{}]{20,}$/) }));
      if (first.mutation === second.mutation) expect([name, losers[0]]).toEqual([name, expect.objectContaining({ __typename: 'ChangedMeanwhileProblem', code: 'PLATFORM.CHANGED_MEANWHILE', changedBy: 'local', changedAt: expect.any(String) })]);
    }
  }, 300_000);

  it('both may add the same thing: the second is told that it is there', async () => {
    const answers = await race({ read: async () => ({ number: 'V-neu' }), changes: [{ mutation: 'upsertContract', input: { metric: 'DEVICE', seats: 1 } }, { mutation: 'upsertContract', input: { metric: 'DEVICE', seats: 2 } }] });
    expect(answers.filter(({ code }) => code !== undefined)).toMatchObject([{ __typename: 'ChangedMeanwhileProblem', path: 'revision', given: null, current: '1', changedBy: 'local' }]);
  });
});

describe('somebody who read before the last change', () => {
  it('is told who made it and when, and nothing is stored', async () => {
    await program.database.query(`INSERT INTO person (actor_id, issuer, subject, display_name, roles) VALUES (${LOCAL_ACTOR_ID}, 'https://example.org', 'x', 'Beate Beispiel', '{editor}')`);
    const read = one('hosts', 'id name revision department { id }');
    const { name, department, ...seen } = (await read()) as any;
    await commit({ mutation: 'curateHost', input: { department: null } }, seen);
    const late = await commit({ mutation: 'curateHost', input: { department: 'Department:1' } }, seen);
    expect(late).toMatchObject({ __typename: 'ChangedMeanwhileProblem', path: 'revision', given: String(seen.revision), current: String(seen.revision + 1), changedBy: 'Beate Beispiel' });
    expect(Date.now() - Date.parse(late.changedAt)).toBeLessThan(60_000);
    expect(late.message).toContain(name);
    expect(await read()).toMatchObject({ department: null, revision: seen.revision + 1 });
    await program.database.query(`DELETE FROM person WHERE actor_id = ${LOCAL_ACTOR_ID}`);
  });

  it('is told of an import too, which is nobody’s deed', async () => {
    const read = one('departments', 'id revision users', ', filter: { search: "Hauptamt" }');
    const { users, ...seen } = (await read()) as any;
    await program.importFile('oe.csv', 'Kürzel;Organisationseinheit;Übergeordnete Einheit;Mitarbeitende\nA10;Hauptamt;;21\nA33;Bürgeramt;A10;120\n', { source: 'OE' });
    expect(await commit({ mutation: 'curateDepartment', input: { users: 30 } }, seen)).toMatchObject({ __typename: 'ChangedMeanwhileProblem', changedBy: null, changedAt: null });
    expect([users, (await read()).users]).toEqual([20, 21]);
  });

  it('is not disturbed by an import that says the same again', async () => {
    const read = one('departments', 'id revision', ', filter: { search: "Hauptamt" }');
    const seen = await read();
    await program.importFile('oe.csv', 'Kürzel;Organisationseinheit;Übergeordnete Einheit;Mitarbeitende\nA10;Hauptamt;;21\nA33;Bürgeramt;A10;120\n', { source: 'OE' });
    expect((await commit({ mutation: 'curateDepartment', input: { users: 30 } }, seen)).code).toBeUndefined();
  });

  it('cannot change what says of itself to be released either', async () => {
    const read = one('departments', 'id revision', ', filter: { search: "Hauptamt" }');
    const seen = (await read()) as any;
    await commit({ mutation: 'curateDepartment', input: { release: ['users'] } }, seen);
    expect(await read()).toMatchObject({ revision: seen.revision + 1 });
    expect(await commit({ mutation: 'curateDepartment', input: { users: 5 } }, seen)).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE' });
  });
});
