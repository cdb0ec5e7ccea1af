// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type CalendarDate } from '#kernel';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
let today: CalendarDate;
beforeAll(async () => {
  program = await runProgram();
  ({ today } = (await program.database.query('SELECT current_date::text AS today')).rows[0] as { today: CalendarDate });
});
afterAll(() => program.close());

const PROBLEM = '... on Problem { code message messageDe } ... on PolicyProblem { problems { code path message messageDe } } ... on InputProblem { path }';
const rule = (key: string, when: object, outcome = 'REVIEW') => ({ key, when, outcome, sentenceDe: `Regel ${key}.`, sentenceEn: `Rule ${key}.` });

async function create(input: object): Promise<any> {
  const { createPolicyVersion } = await program.data(`mutation ($input: CreatePolicyVersionInput!) { createPolicyVersion(input: $input) { __typename ... on PolicyStored { policy { name version isReady isNewest outbound rules { key when outcome } } } ${PROBLEM} } }`, { input });
  return createPolicyVersion;
}

async function grant(input: object): Promise<any> {
  const { grantWaiver } = await program.data(`mutation ($input: GrantWaiverInput!) { grantWaiver(input: $input) { ... on WaiverStored { waiver { id policy component license isInForce } } ... on Problem { code message } ... on InputProblem { path } } }`, { input });
  return grantWaiver;
}

async function check(policy: string, policyVersion: string | null, ...components: [name: string, license: string][]): Promise<any> {
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: components.map(([name, license]) => ({ type: 'library', name, version: '1', licenses: [{ license: { name: license } }] })) };
  const answer = await program.inject({ method: 'POST', url: '/imports?fileName=b.cdx.json', headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.from(JSON.stringify(bill)) });
  const { checkSbom } = await program.data(
    `query ($uploadId: ID!, $policy: String!, $policyVersion: String) { checkSbom(uploadId: $uploadId, policy: $policy, policyVersion: $policyVersion) {
      ... on SbomCheck { policy policyVersion verdict findings { component verdict rule reasonEn } waivers { component license author reason expiresOn isExpired } } ... on Problem { code message } } }`,
    { uploadId: JSON.parse(answer.body).uploadId, policy, policyVersion },
  );
  return checkSbom;
}

describe('policies', () => {
  it('are there from the start, with a sentence for every rule in both languages', async () => {
    const { policies } = await program.data('{ policies(first: 2, filter: { isReady: true }) { totalCount nodes { name version isReady isNewest outbound rules { key outcome when sentenceDe sentenceEn } } } }');
    expect(policies.nodes.map(({ name, version, isReady, isNewest, outbound }: any) => [name, version, isReady, isNewest, outbound])).toEqual([['beschaffung', '1', true, true, null], ['veroeffentlichung', '1', true, true, 'EUPL-1.2']]);
    for (const one of policies.nodes.flatMap((policy: { rules: object[] }) => policy.rules)) expect([one.sentenceDe, one.sentenceEn]).not.toContain('');
  });

  it('that came with the program are not changed but copied, and the copy is edited version by version', async () => {
    expect(await create({ name: 'beschaffung', replaces: '1', rules: [rule('a', {})] })).toMatchObject({ __typename: 'PolicyProblem', code: 'LICENSING.POLICY_IS_READY' });
    const { copyPolicy } = await program.data(`mutation { copyPolicy(input: { policy: "veroeffentlichung", name: "Werkstatt" }) { ... on PolicyStored { policy { name version isReady outbound rules { key } } } ${PROBLEM} } }`);
    expect(copyPolicy.policy).toMatchObject({ name: 'Werkstatt', version: '1', isReady: false, outbound: 'EUPL-1.2' });
    expect(copyPolicy.policy.rules.map(({ key }: { key: string }) => key)).toContain('unvertraeglich');
    const rules = [rule('nur-mit', { license: ['MIT'] }, 'APPROVED'), rule('rest', {}, 'REJECTED')];
    expect(await create({ name: 'Werkstatt', replaces: '1', rules })).toMatchObject({ policy: { version: '2', isNewest: true, outbound: null, rules: [{ key: 'nur-mit', when: { license: ['MIT'] }, outcome: 'APPROVED' }, { key: 'rest', when: {} }] } });
    const { policy, older } = await program.data('{ policy(name: "Werkstatt") { version versions { version isNewest } } older: policy(name: "Werkstatt", version: "1") { version isNewest outbound } }');
    expect(policy).toEqual({ version: '2', versions: [{ version: '2', isNewest: true }, { version: '1', isNewest: false }] });
    expect(older).toEqual({ version: '1', isNewest: false, outbound: 'EUPL-1.2' });
  });

  it('keep every version for checks, which name the one they ran', async () => {
    expect(await check('Werkstatt', null, ['a', 'ISC'])).toMatchObject({ policy: 'Werkstatt', policyVersion: '2', verdict: 'REJECTED', findings: [{ rule: 'rest', reasonEn: 'Rule rest.' }] });
    expect(await check('Werkstatt', '1', ['a', 'ISC'])).toMatchObject({ policyVersion: '1', verdict: 'APPROVED', findings: [{ rule: 'vertraeglich' }] });
    expect(await check('Werkstatt', '7', ['a', 'ISC'])).toMatchObject({ code: 'LICENSING.NOT_FOUND', message: expect.stringContaining('Werkstatt 2') });
    const { checkLicense } = await program.data('{ checkLicense(text: "MIT", policy: "Werkstatt", policyVersion: "2") { ... on LicenseCheck { policyVersion verdict rule } } }');
    expect(checkLicense).toEqual({ policyVersion: '2', verdict: 'APPROVED', rule: 'nur-mit' });
  });

  it('cannot be changed in the database either', async () => {
    await expect(program.database.query("UPDATE license_policy SET rules = '[]'")).rejects.toThrow('append-only');
    await expect(program.database.query('DELETE FROM license_policy')).rejects.toThrow('append-only');
  });

  it('are not overwritten by somebody who has not seen the newest version', async () => {
    expect(await create({ name: 'Werkstatt', replaces: '1', rules: [rule('a', {})] })).toMatchObject({ __typename: 'ChangedMeanwhileProblem', code: 'PLATFORM.CHANGED_MEANWHILE' });
    expect(await create({ name: 'Werkstatt', rules: [rule('a', {})] })).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE' });
    const both = await Promise.all([1, 2].map((number) => create({ name: 'Werkstatt', replaces: '2', rules: [rule(`a${number}`, {})] })));
    expect(both.map((answer) => answer.code ?? 'stored').sort()).toEqual(['PLATFORM.CHANGED_MEANWHILE', 'stored']);
  });

  it('with mistakes are refused with every place and what to do, and nothing is stored', async () => {
    const refused = await create({ name: 'Falsch', rules: [rule('a', { class: ['frei'] }), rule('a', {}), rule('b', { verdict: ['DENIED'] }), rule('c', { usage: ['internal'] }, 'APPROVED')] });
    expect(refused.problems.map(({ code, path }: any) => [code.slice('LICENSING.POLICY_'.length), path])).toEqual([
      ['VALUE', 'rules[0].when.class[0]'],
      ['RULE_TWICE', 'rules[1].key'],
      ['RULE_UNREACHABLE', 'rules[2]'],
      ['RULE_UNREACHABLE', 'rules[3]'],
      ['APPROVES_UNKNOWN', 'rules[3].when'],
    ]);
    for (const { message, messageDe } of refused.problems) for (const text of [message, messageDe]) expect(text).toMatch(/^[^{}]{20,}$/);
    expect((await create({ name: 'Leer', rules: [] })).problems).toMatchObject([{ code: 'LICENSING.POLICY_EMPTY', path: 'rules' }]);
    expect((await create({ name: 'Nul', rules: [{ ...rule('a', { productKind: ['x\0'] }), sentenceDe: 'a\0' }] })).problems).toMatchObject([{ code: 'LICENSING.NOT_TEXT' }]);
    expect(await check('a\0b', null, ['a', 'MIT'])).toMatchObject({ code: 'LICENSING.NOT_FOUND' });
    const { policies } = await program.data('{ policies { nodes { name } } }');
    expect(policies.nodes.map(({ name }: { name: string }) => name)).toEqual(['Werkstatt', 'beschaffung', 'veroeffentlichung']);
  });
});

describe('waivers', () => {
  const waiver = { policy: 'veroeffentlichung', component: 'gpl-part', license: 'gpl-3.0-only', author: 'A. Beispiel', reason: 'wird ersetzt' };

  it('let a component pass until their day, and only under their license', async () => {
    expect(await check('veroeffentlichung', null, ['gpl-part', 'GPL-3.0-only'])).toMatchObject({ verdict: 'REJECTED', waivers: [] });
    expect(await grant({ ...waiver, expiresOn: today })).toMatchObject({ waiver: { policy: 'veroeffentlichung', license: 'GPL-3.0-only', isInForce: true } });
    expect(await check('veroeffentlichung', null, ['gpl-part', 'GPL-3.0-only'])).toMatchObject({ verdict: 'APPROVED', findings: [{ rule: 'ausnahme', reasonEn: `Exemption until ${today} by A. Beispiel: wird ersetzt` }], waivers: [{ isExpired: false }] });
    expect(await check('veroeffentlichung', null, ['gpl-part', 'SSPL-1.0'])).toMatchObject({ verdict: 'REJECTED', waivers: [] });
  });

  it('that have expired do not count and are shown', async () => {
    await program.database.query('UPDATE license_waiver SET expires_on = expires_on - 3');
    const yesterday = addDays(today, -3);
    expect(await check('veroeffentlichung', null, ['gpl-part', 'GPL-3.0-only'])).toMatchObject({ verdict: 'REJECTED', findings: [{ rule: 'unvertraeglich' }], waivers: [{ component: 'gpl-part', license: 'GPL-3.0-only', author: 'A. Beispiel', reason: 'wird ersetzt', expiresOn: yesterday, isExpired: true }] });
    const { waivers } = await program.data('{ waivers(filter: { policy: "veroeffentlichung", isInForce: false }) { nodes { component isExpired isInForce expiresOn } } }');
    expect(waivers.nodes).toEqual([{ component: 'gpl-part', isExpired: true, isInForce: false, expiresOn: yesterday }]);
  });

  it('end when they are revoked, and stay to be seen', async () => {
    const { waiver: { id } } = await grant({ ...waiver, license: null, expiresOn: addDays(today, 30) });
    const revoke = (one: string) => program.data(`mutation ($id: ID!) { revokeWaiver(input: { waiver: $id }) { ... on WaiverStored { waiver { isInForce revokedAt } } ... on Problem { code } } }`, { id: one });
    expect((await revoke(id)).revokeWaiver).toMatchObject({ waiver: { isInForce: false, revokedAt: expect.any(String) } });
    expect((await revoke(id)).revokeWaiver).toMatchObject({ waiver: { isInForce: false } });
    expect((await revoke('LicenseWaiver:9999')).revokeWaiver).toEqual({ code: 'LICENSING.NOT_FOUND' });
    expect((await revoke('Product:1')).revokeWaiver).toEqual({ code: 'PLATFORM.ID_INVALID' });
    expect(await check('veroeffentlichung', null, ['gpl-part', 'GPL-3.0-only'])).toMatchObject({ verdict: 'REJECTED' });
    const { rows } = await program.database.query("SELECT operation, count(*)::int AS times FROM audit_entry WHERE entity = 'LicenseWaiver' GROUP BY 1 ORDER BY 1");
    expect(rows).toEqual([{ operation: 'grantWaiver', times: 2 }, { operation: 'revokeWaiver', times: 1 }]);
  });

  it.each([
    ['that ended before it began', { expiresOn: '2020-01-01' }, { code: 'LICENSING.WAIVER_EXPIRED', path: 'expiresOn' }],
    ['without a reason', { reason: '  ' }, { code: 'LICENSING.WAIVER_TEXT', path: 'reason' }],
    ['without anybody who answers for it', { author: '' }, { code: 'LICENSING.WAIVER_TEXT', path: 'author' }],
    ['from a policy that does not exist', { policy: 'nichts' }, { code: 'LICENSING.NOT_FOUND' }],
    ['with what is no text', { reason: 'a\0b' }, { code: 'LICENSING.NOT_TEXT' }],
  ])('%s are refused', async (_what, part, problem) => {
    expect(await grant({ ...waiver, expiresOn: addDays(today, 30), ...part })).toMatchObject(problem);
  });
});
