// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
});
afterAll(() => program.close());

async function handIn(fileName: string, content: string): Promise<string> {
  const answer = await program.inject({ method: 'POST', url: `/imports?fileName=${fileName}`, headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.from(content) });
  return (JSON.parse(answer.body) as { uploadId: string }).uploadId;
}

const checkSbom = (uploadId: string, rest = '') =>
  program.data(`query ($uploadId: ID!) { checkSbom(uploadId: $uploadId${rest}) {
    ... on SbomCheck { fileName format specVersion policy policyVersion usage verdict components approved review rejected
      findings { component license verdict rule path reasonDe reasonEn } open: findings(verdicts: [REVIEW, REJECTED], first: 1) { component } obligations { key sentenceDe sentenceEn licenses } }
    ... on Problem { code message messageDe } ... on InputProblem { file path } } }`, { uploadId });

const bill = (...components: object[]) => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components });
const part = (name: string, license?: string) => ({ type: 'library', name, version: '1', ...(license ? { licenses: [{ license: { name: license } }] } : {}) });

describe('licenses over GraphQL', () => {
  it('says what a spelling from the wild means, whether it is open source, and why in both languages', async () => {
    const { license } = await program.data('{ license(text: "GPL v2 or later") { decision expression verdict class osiApproved fsfLibre candidates confidence01 proof proofDe proofEn } }');
    expect(license).toMatchObject({ decision: 'NORMALISED', expression: 'GPL-2.0-or-later', candidates: ['GPL-2.0-or-later'], verdict: 'ALLOWED', class: 'strong-copyleft', osiApproved: true, fsfLibre: true, proof: { verdict: 'ALLOWED' } });
    expect(license.proofDe).toContain('Open Source: GPL-2.0-or-later');
    expect(license.proofEn).toContain('open source: GPL-2.0-or-later');
  });

  it.each([
    ['a family without version', 'GPL', 'AMBIGUOUS', 'ALLOWED'],
    ['a license that only looks open', 'SSPL-1.0', 'EXACT', 'DENIED'],
    ['an empty text', '', 'UNKNOWN', 'UNKNOWN'],
    ['a text nobody knows', 'company secret', 'UNKNOWN', 'UNKNOWN'],
    ['5,000 parentheses', '('.repeat(5_000), 'UNKNOWN', 'UNKNOWN'],
  ])('never guesses: %s', async (_what, text, decision, verdict) => {
    const { license } = await program.data('query ($text: String!) { license(text: $text) { decision verdict } }', { text });
    expect(license).toEqual({ decision, verdict });
  });

  it('answers many texts in their order and refuses more than 5,000', async () => {
    const many = 'query ($texts: [String!]!) { licensesOf(texts: $texts) { expression } }';
    const texts = Array.from({ length: 5_000 }, (_, index) => (index % 2 === 0 ? 'MIT' : 'Apache 2'));
    const { licensesOf } = await program.data(many, { texts });
    expect(licensesOf).toHaveLength(5_000);
    expect(licensesOf.slice(0, 2)).toEqual([{ expression: 'MIT' }, { expression: 'Apache-2.0' }]);
    const { body } = await program.query(many, { texts: [...texts, 'MIT'] });
    expect(body.errors?.[0]?.extensions?.['code']).toBe('LICENSING.TOO_MANY_TEXTS');
  });

  it('says which parts may go into software under an outbound license', async () => {
    const { checkCompatibility } = await program.data('{ checkCompatibility(outbound: "EUPL-1.2", inbound: ["MIT", "SSPL-1.0", "something"]) { verdict pairs { inbound verdict reason reasonDe reasonEn source } } }');
    expect(checkCompatibility.verdict).toBe('INCOMPATIBLE');
    expect(checkCompatibility.pairs.map((pair: { verdict: string }) => pair.verdict)).toEqual(['COMPATIBLE', 'INCOMPATIBLE', 'UNKNOWN']);
  });

  it('checks one license against a policy and lists what has to be done', async () => {
    const ask = (text: string, rest = '') => program.data(`query ($text: String!) { checkLicense(text: $text${rest}) { ... on LicenseCheck { verdict rule usage license reasonDe reasonEn obligations { key sentenceDe licenses } } ... on NotFoundProblem { code id message } } }`, { text });
    expect((await ask('AGPL-3.0-only', ', usage: NETWORK')).checkLicense).toMatchObject({ verdict: 'REVIEW', rule: 'netz-copyleft-im-dienst', usage: 'NETWORK', license: 'AGPL-3.0-only', obligations: expect.arrayContaining([expect.objectContaining({ licenses: ['AGPL-3.0-only'] })]) });
    expect((await ask('MIT')).checkLicense).toMatchObject({ verdict: 'APPROVED', usage: 'INTERNAL' });
    expect((await ask('no idea')).checkLicense).toMatchObject({ verdict: 'REVIEW', rule: 'unbekannt', license: null });
    expect((await ask('MIT', ', policy: "constructor"')).checkLicense).toEqual({ code: 'LICENSING.NOT_FOUND', id: 'constructor', message: 'LicensePolicy “constructor” does not exist. There are: beschaffung 1, veroeffentlichung 1.' });
  });
});

describe('bills of materials over GraphQL', () => {
  it('judges every component and the whole', async () => {
    const uploadId = await handIn('offer.cdx.json', bill(part('a', 'MIT'), part('b', 'SSPL-1.0'), part('c')));
    const { checkSbom: answer } = await checkSbom(uploadId);
    expect(answer).toMatchObject({ fileName: 'offer.cdx.json', format: 'CycloneDX', specVersion: '1.5', policy: 'beschaffung', usage: 'INTERNAL', verdict: 'REVIEW', components: 3, approved: 1, review: 2, rejected: 0, open: [{ component: 'b' }] });
    expect(answer.findings.map((finding: { component: string; license: string | null; verdict: string }) => [finding.component, finding.license, finding.verdict])).toEqual([['a', 'MIT', 'APPROVED'], ['b', 'SSPL-1.0', 'REVIEW'], ['c', null, 'REVIEW']]);
    const { checkSbom: published } = await checkSbom(uploadId, ', policy: "veroeffentlichung"');
    expect(published).toMatchObject({ usage: 'PUBLICATION', verdict: 'REJECTED', rejected: 1 });
  });

  it('lists what has to be done for all that is not rejected, each once', async () => {
    const uploadId = await handIn('offer.cdx.json', bill(part('a', 'MIT'), part('b', 'MIT'), part('c', 'ISC'), part('d', 'SSPL-1.0'), part('e')));
    const { checkSbom: answer } = await checkSbom(uploadId, ', usage: PUBLICATION, policy: "veroeffentlichung"');
    expect(answer.findings.find(({ component }: { component: string }) => component === 'd').verdict).toBe('REJECTED');
    expect(answer.obligations[0]).toMatchObject({ key: 'keep-notices', sentenceDe: expect.any(String), sentenceEn: expect.any(String), licenses: ['MIT', 'ISC'] });
    expect(answer.obligations.flatMap(({ licenses }: { licenses: string[] }) => licenses)).not.toContain('SSPL-1.0');
  });

  it('asks for a decision where nothing is listed, for nothing was shown', async () => {
    expect((await checkSbom(await handIn('empty.cdx.json', bill()))).checkSbom).toMatchObject({ verdict: 'REVIEW', components: 0, findings: [] });
  });

  it.each([
    ['no bill at all', 'name,version\na,1\n'],
    ['an empty file', ''],
    ['a bill that breaks its schema', bill({ type: 'nonsense', name: 'a' })],
    ['a broken document', bill(part('a')).slice(0, -20)],
  ])('refuses %s with code and file', async (_what, content) => {
    const { checkSbom: answer } = await checkSbom(await handIn('x.json', content));
    expect(answer).toMatchObject({ code: expect.stringMatching(/^IMPORTING\./), file: 'x.json', message: expect.stringMatching(/\S/) });
    expect(answer.message).not.toBe(answer.code);
  });

  it.each(['00000000-0000-0000-0000-000000000000', '../../etc/passwd', ''])('knows no file %s', async (uploadId) => {
    expect((await checkSbom(uploadId)).checkSbom).toMatchObject({ code: 'IMPORTING.NOT_FOUND' });
  });
});
