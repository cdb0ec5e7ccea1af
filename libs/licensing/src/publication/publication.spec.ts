// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'yaml';
import { calendarDate, describeProblem, type CalendarDate } from '#kernel';
import { checkPublication, licensingMessages, validatePubliccode, writePubliccode, type OwnSoftware } from '../index.js';

const own: OwnSoftware = {
  name: 'Beispiel',
  repositoryUrl: 'https://example.org/beispiel.git',
  license: 'EUPL-1.2',
  organisation: { name: 'Stadt Beispielstadt', uri: 'https://example.org' },
  platforms: ['web'],
  categories: ['office'],
  developmentStatus: 'stable',
  softwareType: 'standalone/web',
  texts: [{ language: 'de', shortDescription: 'Ein Beispiel.', longDescription: 'Ein längerer Text. '.repeat(10), features: ['Beispiel sein'] }],
  maintenance: { type: 'internal', contacts: [{ name: 'A. Beispiel' }] },
  availableLanguages: ['de'],
};
const valid = (): Record<string, unknown> => parse(writePubliccode(own)) as Record<string, unknown>;
const problemsWith = (path: string, content: unknown): string[] => {
  const value = valid();
  const steps = path.split('.');
  const last = steps.pop() as string;
  const parent = steps.reduce((node, step) => node[step] as Record<string, unknown>, value);
  parent[last] = content;
  return validatePubliccode(value).problems.map((problem) => `${problem.path} ${problem.code.slice('LICENSING.PUBLICCODE_'.length)}`);
};

describe('a publiccode.yml', () => {
  it('written by us is valid', () => {
    expect(validatePubliccode(valid())).toEqual({ valid: true, problems: [] });
  });

  it.each<[string, string, unknown, string[]]>([
    ['without a name', 'name', null, ['name MISSING']],
    ['with a field in the wrong case', 'Name', 'x', ['Name FIELD_UNKNOWN']],
    ['with a license that is none', 'legal.license', 'free', ['legal.license LICENSE']],
    ['with a list instead of text', 'url', [], ['url TYPE']],
    ['with a file as logo', 'logo', 'file:///logo.png', ['logo LOGO']],
    ['with a logo above the repository', 'logo', '../logo.png', ['logo LOGO']],
    ['with a second list entry of the wrong kind', 'categories', ['office', 'nonsense'], ['categories[1] NOT_IN_LIST']],
    ['with a short text counted as readers count', 'description.de.longDescription', '👦🏽'.repeat(149), ['description.de.longDescription TOO_SHORT']],
    ['with YAML 1.1 yes', 'localisation.localisationReady', 'yes', ['localisation.localisationReady TYPE']],
    ['with contractors of a community', 'maintenance.contractors', [{ name: 'x', until: '2027-01-01' }], ['maintenance.contractors CONTRACTORS']],
    ['with a day that does not exist', 'releaseDate', '2027-02-29', ['releaseDate DATE']],
    ['with a small country', 'intendedAudience', { countries: ['de'] }, ['intendedAudience.countries[0] COUNTRY_CASE']],
    ['with a section of another country', 'DE', { anything: true }, []],
    ['with a key from the prototype', 'constructor', 1, ['constructor FIELD_UNKNOWN']],
  ])('%s is told so with the path', (_, path, content, expected) => {
    expect(problemsWith(path, content)).toEqual(expected);
  });

  it.each([null, 7, 'text', [], undefined])('that is %j is one problem', (value) => {
    expect(validatePubliccode(value)).toMatchObject({ valid: false, problems: [{ code: 'LICENSING.PUBLICCODE_TYPE', path: '' }] });
  });
});

describe('a publication check', () => {
  const today = calendarDate('2026-11-24') as CalendarDate;
  it('names what stands in the way', () => {
    const software = { name: 'X', license: null, repositoryUrl: null, components: [{ name: 'a', license: 'SSPL-1.0' }, { name: 'b' }] };
    expect(checkPublication(software, today)).toMatchObject({ isPublished: false, verdict: 'REJECTED', obstacles: ['LICENSE_UNDECIDED', 'PART_REJECTED', 'PART_UNCLEAR', 'NOT_PUBLISHED'] });
    expect(checkPublication({ ...software, license: 'EUPL 1.2', repositoryUrl: 'https://example.org', components: [{ name: 'a', license: 'MIT' }] }, today)).toMatchObject({ license: 'EUPL-1.2', verdict: 'APPROVED', obstacles: [] });
    expect(checkPublication({ ...software, license: 'BUSL-1.1', components: [{ name: 'a', license: 'MIT' }] }, today)).toMatchObject({ verdict: 'REJECTED', obstacles: ['LICENSE_NOT_OPEN', 'NOT_PUBLISHED'] });
  });

  it('measures the parts against the license of the software', () => {
    const software = { name: 'X', license: 'GPL-3.0-only', repositoryUrl: null, components: [{ name: 'a', license: 'GPL-3.0-or-later' }] };
    expect(checkPublication(software, today).verdict).toBe('APPROVED');
    expect(checkPublication({ ...software, license: 'EUPL-1.2' }, today).verdict).toBe('REJECTED');
  });
});

describe('the sentences of this stage', () => {
  it('are there in both languages and say what to do', () => {
    for (const [code, sentences] of Object.entries(licensingMessages)) {
      for (const language of ['de', 'en'] as const) {
        expect(sentences[language].length).toBeGreaterThan(20);
        expect(describeProblem({ code }, licensingMessages, language)).not.toBe(code);
      }
    }
  });
});
