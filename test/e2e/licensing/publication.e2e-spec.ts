// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readPubliccode } from '#licensing';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

let program: RunningProgram;
beforeAll(async () => {
  program = await runProgram();
});
afterAll(() => program.close());

const FIELDS = 'key name license isOpen repositoryUrl isPublished developmentStatus partsFile partCount revision';
const STORED = `... on OwnSoftwareStored { changed software { ${FIELDS} } } ... on Problem { code message messageDe } ... on ChangedMeanwhileProblem { path } ... on InputProblem { path }`;
async function upsert(input: object): Promise<any> {
  const { upsertOwnSoftware } = await program.data(`mutation ($input: UpsertOwnSoftwareInput!) { upsertOwnSoftware(input: $input) { ${STORED} } }`, { input });
  return upsertOwnSoftware.software ?? upsertOwnSoftware;
}
async function register(content: string, key: string | null = null, revision: number | null = null): Promise<any> {
  const uploadId = await program.handIn('publiccode.yml', content);
  return (await program.data(`mutation ($input: RegisterPubliccodeInput!) { registerPubliccode(input: $input) { ${STORED} ... on PubliccodeProblem { problems { code path line } } } }`, { input: { uploadId, key, revision } })).registerPubliccode;
}
async function parts(key: string, ...components: [name: string, license?: string][]): Promise<any> {
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: components.map(([name, license]) => ({ type: 'library', name, version: '1', ...(license ? { licenses: [{ license: { name: license } }] } : {}) })) };
  const uploadId = await program.handIn('parts.cdx.json', JSON.stringify(bill));
  const { ownSoftware } = await program.data('query ($keys: [String!]) { ownSoftware(filter: { keys: $keys }) { nodes { revision } } }', { keys: [key] });
  return (await program.data(`mutation ($input: SetOwnSoftwarePartsInput!) { setOwnSoftwareParts(input: $input) { ${STORED} } }`, { input: { key, uploadId, revision: ownSoftware.nodes[0]?.revision ?? 0 } })).setOwnSoftwareParts;
}
async function check(key: string): Promise<any> {
  return (await program.data(`query ($key: String!) { checkPublication(key: $key) { ... on PublicationCheck { name license isPublished verdict policy policyVersion components approved review rejected obstacles { code sentenceDe sentenceEn } findings(verdicts: [REJECTED, REVIEW]) { component verdict rule reasonEn } } ... on Problem { code } } }`, { key })).checkPublication;
}
const share = async () => (await program.data('{ publicationShare { total published share01 } }')).publicationShare;
const download = (key: string) => program.inject({ url: `/own-software/${encodeURIComponent(key)}/publiccode.yml`, headers: { 'accept-language': 'en' } });

const OWN = readFileSync(new URL('../../../publiccode.yml', import.meta.url), 'utf8');
const whole = {
  key: 'parkausweis',
  name: 'Parkausweis',
  license: 'EUPL 1.2',
  repositoryUrl: 'https://gitlab.opencode.de/stadt/parkausweis.git',
  developmentStatus: 'stable',
  softwareType: 'standalone/web',
  platforms: ['web'],
  categories: ['document-management'],
  organisationName: 'Stadt Beispielstadt',
  organisationUri: 'https://example.org',
  maintenanceType: 'internal',
  contacts: [{ name: 'A. Beispiel', email: 'a@example.org' }],
  availableLanguages: ['de'],
  texts: [{ language: 'de', shortDescription: 'Parkausweise online.', longDescription: 'Bürgerinnen und Bürger beantragen ihren Parkausweis. '.repeat(5), features: ['Antrag', 'Bescheid'] }],
};

describe('the register of own software', () => {
  it('is empty at first, and a share of nothing is unknown', async () => {
    expect(await share()).toEqual({ total: 0, published: 0, share01: null });
  });

  it('takes software by hand, decides its license, and says what is published', async () => {
    expect(await upsert({ key: 'halb', name: 'Halb fertig' })).toMatchObject({ license: null, isOpen: false, isPublished: false, revision: 1 });
    expect(await upsert(whole)).toMatchObject({ name: 'Parkausweis', license: 'EUPL-1.2', isOpen: true, isPublished: true, developmentStatus: 'stable', revision: 1 });
    expect(await share()).toEqual({ total: 2, published: 1, share01: 0.5 });
    const { ownSoftware } = await program.data('{ ownSoftware(filter: { isPublished: true }) { totalCount nodes { key } } }');
    expect(ownSoftware).toEqual({ totalCount: 1, nodes: [{ key: 'parkausweis' }] });
  });

  it('changes only what is said, and only for who has seen it as it is', async () => {
    expect(await upsert({ key: 'halb', revision: 1, license: 'SSPL-1.0', repositoryUrl: 'https://example.org/halb' })).toMatchObject({ name: 'Halb fertig', license: 'SSPL-1.0', isOpen: false, isPublished: false, revision: 2 });
    expect(await upsert({ key: 'halb', revision: 1, name: 'Anders' })).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE', path: 'revision' });
    expect(await upsert({ key: 'halb', name: 'Anders' })).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE' });
    expect(await upsert({ key: 'halb', revision: 2, license: null })).toMatchObject({ license: null, repositoryUrl: 'https://example.org/halb', revision: 3 });
  });

  it.each([
    ['has no name', { name: ' ' }, 'SOFTWARE_NAME', 'name'],
    ['has a name that is no text', { name: 'a\0b' }, 'NOT_TEXT', 'input'],
    ['has a key that cannot stand in an address', { key: '../x' }, 'SOFTWARE_KEY', 'key'],
    ['has a license that nobody can tell', { license: 'BSD' }, 'SOFTWARE_LICENSE', 'license'],
    ['lies where nobody can read it', { repositoryUrl: 'file:///srv/git' }, 'SOFTWARE_URL', 'repositoryUrl'],
  ])('refuses software that %s, with the place', async (_what, part, code, path) => {
    const refused = await upsert({ key: 'neu', name: 'Neu', ...part });
    expect(refused).toMatchObject({ code: `LICENSING.${code}`, path });
    for (const sentence of [refused.message, refused.messageDe]) expect(sentence).toMatch(/^[^{}]{15,}$/);
    expect((await share()).total).toBe(2);
  });

  it('takes a publiccode.yml, and the same again changes nothing', async () => {
    expect(await register(OWN)).toMatchObject({ changed: true, software: { key: 'fahrplan', name: 'Fahrplan', license: 'EUPL-1.2', isOpen: true } });
    expect(await register(OWN)).toMatchObject({ changed: false, software: { revision: 1 } });
    expect(await register(OWN.replace('developmentStatus: development', 'developmentStatus: beta'))).toMatchObject({ code: 'PLATFORM.CHANGED_MEANWHILE' });
    expect(await register(OWN.replace('developmentStatus: development', 'developmentStatus: beta'), null, 1)).toMatchObject({ changed: true, software: { developmentStatus: 'beta', revision: 2 } });
  });

  it('refuses one that is not valid with every place, and stores nothing of it', async () => {
    const refused = await register(OWN.replace('developmentStatus: development', 'developmentStatus: ready').replace(/^softwareType:.*\n/m, ''), 'kaputt');
    expect(refused.problems).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'developmentStatus', line: expect.any(Number) }), expect.objectContaining({ path: 'softwareType' })]));
    expect((await program.data('{ ownSoftware(filter: { keys: ["kaputt"] }) { totalCount } }')).ownSoftware.totalCount).toBe(0);
  });
});

describe('a publiccode.yml that is written', () => {
  it('is valid and says what the register knows, from hand or from a file', async () => {
    for (const key of ['parkausweis', 'fahrplan']) {
      const answer = await download(key);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/yaml; charset=utf-8']);
      expect(readPubliccode(Buffer.from(answer.body)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    expect(parse((await download('parkausweis')).body)).toMatchObject({ name: 'Parkausweis', url: whole.repositoryUrl, legal: { license: 'EUPL-1.2' }, maintenance: { contacts: [{ name: 'A. Beispiel', email: 'a@example.org' }] } });
    expect(parse((await download('fahrplan')).body)).toEqual({ ...parse(OWN), developmentStatus: 'beta' });
  });

  it('is refused with all that is missing', async () => {
    const answer = await download('halb');
    expect(answer.statusCode).toBe(422);
    const { problem, problems } = JSON.parse(answer.body);
    expect(problem).toEqual(problems[0]);
    expect(problems.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(['description', 'legal.license', 'maintenance']));
    expect(problem.message).toMatch(/^[^{}]{15,}$/);
    const missing = await download('nichts');
    expect([missing.statusCode, JSON.parse(missing.body).problem]).toEqual([404, expect.objectContaining({ code: 'LICENSING.NOT_FOUND', messageDe: expect.stringMatching(/^[^{}]{15,}$/) })]);
  });
});

describe('a check of publication', () => {
  const codes = ({ obstacles }: { obstacles: { code: string }[] }) => obstacles.map(({ code }) => code);

  it('asks first for the parts', async () => {
    expect(codes(await check('parkausweis'))).toEqual(['NO_PARTS_KNOWN']);
    for (const key of ['nichts', 'a\0b']) expect(await check(key)).toEqual({ code: 'LICENSING.NOT_FOUND' });
  });

  it('holds every part against the license of the whole', async () => {
    expect(await parts('parkausweis', ['a', 'MIT'], ['b', 'GPL-3.0-only'], ['c'])).toMatchObject({ software: { partCount: 3, partsFile: 'parts.cdx.json' } });
    const found = await check('parkausweis');
    expect(found).toMatchObject({ license: 'EUPL-1.2', isPublished: true, verdict: 'REJECTED', policy: 'veroeffentlichung', policyVersion: '1', components: 3, approved: 1, review: 1, rejected: 1, findings: [{ component: 'b', verdict: 'REJECTED', rule: 'unvertraeglich' }, { component: 'c', verdict: 'REVIEW' }] });
    expect(codes(found)).toEqual(['PART_REJECTED', 'PART_UNCLEAR']);
    await upsert({ key: 'parkausweis', revision: 2, license: 'GPL-3.0-or-later' });
    const other = await check('parkausweis');
    expect([other.license, other.rejected]).toEqual(['GPL-3.0-or-later', 1]);
    expect(other.findings[0].reasonEn).toContain('GPL-3.0-or-later');
    expect(other.findings[0].reasonEn).not.toContain('EUPL');
  });

  it('is passed when all parts fit, and names what is left to do', async () => {
    expect(await parts('parkausweis', ['a', 'MIT'], ['d', 'Apache-2.0'])).toMatchObject({ software: { partCount: 2 } });
    expect(await check('parkausweis')).toMatchObject({ verdict: 'APPROVED', obstacles: [], components: 2 });
    await parts('halb', ['a', 'MIT']);
    expect(codes(await check('halb'))).toEqual(['LICENSE_UNDECIDED']);
  });

  it('is about what was handed in: a bill that cannot be read changes nothing', async () => {
    const uploadId = await program.handIn('bad.json', '{"bomFormat":"CycloneDX"');
    const { setOwnSoftwareParts } = await program.data('mutation ($id: ID!) { setOwnSoftwareParts(input: { key: "parkausweis", revision: 1, uploadId: $id }) { ... on Problem { code } } }', { id: uploadId });
    expect(setOwnSoftwareParts.code).toMatch(/^IMPORTING\./);
    expect(await check('parkausweis')).toMatchObject({ components: 2 });
  });

  it('ends with the software, which leaves its trace', async () => {
    const { removeOwnSoftware } = await program.data('mutation { removeOwnSoftware(input: { key: "halb", revision: 4 }) { ... on OwnSoftwareRemoved { key } ... on Problem { code message } } }');
    expect(removeOwnSoftware).toEqual({ key: 'halb' });
    const { rows } = await program.database.query("SELECT operation FROM audit_entry WHERE entity = 'OwnSoftware' AND operation = 'removeOwnSoftware'");
    expect(rows).toHaveLength(1);
  });
});
