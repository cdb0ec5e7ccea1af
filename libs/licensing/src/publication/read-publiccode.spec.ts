// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { calendarDate, describeProblem, type CalendarDate } from '#kernel';
import { licensingMessages, readPubliccode, writePubliccode, type FileFinding, type OwnSoftware, type PubliccodeSurroundings } from '../index.js';

const minimal = [
  'publiccodeYmlVersion: "0"',
  'name: Beispiel',
  'url: https://example.org/beispiel.git',
  'platforms: [web]',
  'developmentStatus: beta',
  'softwareType: addon',
  'description:',
  '  de:',
  '    shortDescription: Ein Beispiel.',
  `    longDescription: ${'Ein Satz. '.repeat(20)}`,
  '    features: [Beispiel]',
  'legal:',
  '  license: EUPL-1.2',
  'maintenance:',
  '  type: none',
  'localisation:',
  '  localisationReady: false',
  '  availableLanguages: [de]',
  '',
].join('\n');
const read = (text: string | Uint8Array, surroundings?: PubliccodeSurroundings) => readPubliccode(typeof text === 'string' ? new TextEncoder().encode(text) : text, surroundings);
const shown = (text: string | Uint8Array, surroundings?: PubliccodeSurroundings): string[] =>
  read(text, surroundings).problems.map(({ line, column, path, code, severity }) => `${line ?? ''}:${column ?? ''} ${path} ${code.replace('LICENSING.PUBLICCODE_', '')}${severity === 'warning' ? '?' : ''}`);

describe('reading a publiccode.yml', () => {
  it('accepts the smallest one, with and without a byte order mark, and with Windows line ends', () => {
    for (const text of [minimal, `\uFEFF${minimal}`, minimal.replaceAll('\n', '\r\n'), `---\n${minimal}`]) expect(read(text)).toEqual({ valid: true, problems: [] });
  });

  it.each<[string, string, string[]]>([
    ['a field in the wrong place', minimal.replace('name:', 'nmae:'), ['2:1 nmae FIELD_UNKNOWN', '1:1 name MISSING']],
    ['a missing field of a section', minimal.replace('  license: EUPL-1.2', '  mainCopyrightOwner: x'), ['12:1 legal.license MISSING']],
    ['an item of a list', minimal.replace('[Beispiel]', '\n      - gut\n      - {}'), ['13:9 description.de.features[1] TYPE']],
    ['a key given twice, and its second place', minimal.replace('platforms', 'name: Noch eins\nplatforms'), ['4:1 name TWICE']],
    ['a key given twice deep inside', minimal.replace('  license: EUPL-1.2', '  license: EUPL-1.2\n  license: MIT'), ['14:3 legal.license TWICE']],
    ['Italy in both spellings', `${minimal}IT: {}\nit: {}\n`, ['20:1 it DEPRECATED?', '20:1 it TWICE']],
    ['a tab', minimal.replace('  license', '\tlicense'), ['13:1  TAB']],
    ['a second document', `${minimal}---\nname: x\n`, ['19:1  DOCUMENTS']],
    ['an unknown tag', minimal.replace('name: Beispiel', 'name: !!js/function x'), ['2:7  YAML']],
    ['nothing', '', [':  TYPE']],
    ['only a comment', '# nothing\n', [':  TYPE']],
    ['a version without quotes', minimal.replace('url:', 'softwareVersion: 1.10\nurl:'), ['3:1 softwareVersion UNQUOTED?']],
    ['a version of the standard without quotes', minimal.replace('"0"', '0.4'), ['1:1 publiccodeYmlVersion VERSION_OLD?', '1:1 publiccodeYmlVersion UNQUOTED?']],
    ['a version of the standard that is not published', minimal.replace('"0"', '"1"'), ['1:1 publiccodeYmlVersion VERSION']],
    ['a repository without an address', minimal.replace('https://example.org/beispiel.git', 'git@example.org:beispiel.git'), ['3:1 url REPOSITORY']],
    ['a time instead of a date', minimal.replace('url:', 'releaseDate: 2026-01-01T12:00:00Z\nurl:'), ['3:1 releaseDate DATE']],
    ['an administration of another form', minimal.replace('url:', 'organisation: {uri: "urn:x-italian-pa:"}\nurl:'), ['3:16 organisation.uri URI']],
    ['an address without a host', minimal.replace('url:', 'organisation: {uri: "mailto:a@example.org"}\nurl:'), ['3:16 organisation.uri URI']],
    ['email without a domain', minimal.replace('type: none', 'type: internal\n  contacts: [{name: A, email: a@localhost}]'), ['16:24 maintenance.contacts[0].email EMAIL']],
    ['a screenshot that is no picture', minimal.replace('features:', 'screenshots: [bild.pdf]\n    features:'), ['11:19 description.de.screenshots[0] SCREENSHOT']],
  ])('tells the place of %s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each(['de', 'de-AT', 'en-GB', 'zh-Hant-TW', 'gsw', 'nds', 'es-419', 'de-CH-1996', 'x-intern'])('takes the language %s', (tag) => {
    expect(read(minimal.replace('[de]', `["${tag}"]`)).valid).toBe(true);
  });

  it.each(['eng', 'deu', 'en_GB', 'german', 'qq', 'de-XX', 'de-Qqqq', '', 'd'])('does not take %j for a language', (tag) => {
    expect(shown(minimal.replace('[de]', `["${tag}"]`))).toEqual(['18:24 localisation.availableLanguages[0] LANGUAGE']);
  });

  it('warns of a release in the future, from the day after today', () => {
    const dated = minimal.replace('url:', 'releaseDate: 2026-03-01\nurl:');
    const on = (day: string): PubliccodeSurroundings => ({ today: calendarDate(day) as CalendarDate });
    expect(shown(dated, on('2026-02-28'))).toEqual(['3:1 releaseDate FUTURE?']);
    expect(shown(dated, on('2026-03-01'))).toEqual([]);
  });

  it('looks at the files that are named, where they can be there at all', () => {
    const png = (width: number): Uint8Array => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, width >> 8, width & 255, 0, 0, 1, 0]);
    const files: Record<string, FileFinding> = { 'good.png': png(1000), 'narrow.png': png(119), 'text.png': new TextEncoder().encode('no picture, whatever its name says'), 'cut.png': png(1000).subarray(0, 10), 'other/logo.png': 'unknown', 'x.svg': new Uint8Array(0) };
    const withLogo = (path: string): string[] => shown(minimal.replace('url:', `logo: ${path}\nurl:`), { files: (name) => files[name] ?? 'missing' });
    expect(['good.png', 'x.svg', 'https://example.org/x.png'].map(withLogo)).toEqual([[], [], []]);
    expect(withLogo('gone.svg')).toEqual(['3:1 logo FILE_MISSING']);
    expect(withLogo('other/logo.png')).toEqual(['3:1 logo FILE_UNCHECKED?']);
    expect(withLogo('narrow.png')).toEqual(['3:1 logo LOGO_NARROW']);
    expect(['text.png', 'cut.png'].map(withLogo)).toEqual([['3:1 logo NOT_A_PNG'], ['3:1 logo NOT_A_PNG']]);
  });

  it('never looks outside the folder of the file', () => {
    const asked: string[] = [];
    const files = (name: string): FileFinding => (asked.push(name), 'missing');
    for (const path of ['/etc/passwd.png', '../x.png', 'a/../../x.png', 'file:///x.png', 'C:\\x.png', '"..\\\\x.png"']) expect(shown(minimal.replace('url:', `logo: ${path}\nurl:`), { files })).toEqual(['3:1 logo LOGO']);
    expect(asked).toEqual([]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['Latin-1', Uint8Array.from(Buffer.from(minimal.replace('Beispiel', 'Köln'), 'latin1')), 'NOT_UTF8'],
    ['UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${minimal}`, 'utf16le')), 'NOT_UTF8'],
    ['a NUL', minimal.replace('Beispiel', 'a\0b'), 'NOT_UTF8'],
    ['brackets nested 100,000 deep', `a: ${'['.repeat(100_000)}`, 'TOO_DEEP'],
    ['dashes nested 100,000 deep', `${'- '.repeat(100_000)}a`, 'TOO_DEEP'],
    ['a billion laughs', `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`).join('\n')}\n`, 'ALIASES'],
    ['an alias of nothing', 'a: *b\n', 'YAML'],
    ['more than two million bytes', `# ${'x'.repeat(2_000_001)}`, 'FILE_TOO_LONG'],
    ['JSON that is cut', '{"publiccodeYmlVersion": "0", "name": ', 'YAML'],
  ])('refuses %s with one problem', (_, text, code) => {
    const { valid, problems } = read(text);
    expect([valid, problems.map((problem) => problem.code)]).toEqual([false, [`LICENSING.PUBLICCODE_${code}`]]);
    for (const language of ['de', 'en'] as const) expect(describeProblem(problems[0]!, licensingMessages, language)).not.toMatch(/\{\w+\}|^LICENSING/);
  });

  it('answers every text, and never throws', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('name: x', 'description:', '  de: {}', '- a', 'a: *a', 'a: &a [1]', '<<: *a', '? [a]', '"', '{', ']', '---', '\t', '!!binary x', '[1]: 2'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expect(read(lines.join('\n')).problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüß0-9: '"#&*{}[\],|>@%-]{1,40}$/).filter((text) => text.trim() !== '');
const sentences = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => `${words.join(' ')} ${'Text. '.repeat(26)}`.trim());
const ownSoftware: fc.Arbitrary<OwnSoftware> = fc.record(
  {
    name: word,
    repositoryUrl: fc.webUrl(),
    license: fc.constantFrom('EUPL-1.2', 'AGPL-3.0-or-later', 'MIT OR Apache-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0'),
    organisation: fc.record({ name: word, uri: fc.webUrl() }),
    mainCopyrightOwner: word,
    softwareVersion: fc.oneof(word, fc.constantFrom('1.10', '2', 'true', '0x10', '1e3', 'null')),
    releasedOn: fc.date({ min: new Date('1990-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    platforms: fc.array(fc.constantFrom('web', 'linux', 'windows', 'no', 'Mainframe z/OS'), { minLength: 1 }),
    categories: fc.array(fc.constantFrom('office', 'it-management', 'other')),
    developmentStatus: fc.constantFrom('concept', 'development', 'beta', 'stable', 'obsolete'),
    softwareType: fc.constantFrom('standalone/web', 'library', 'configurationFiles'),
    texts: fc.uniqueArray(fc.constantFrom('de', 'en', 'no', 'nds', 'de-AT'), { minLength: 1 }).chain((languages) => fc.tuple(...languages.map((language) => fc.record({ language: fc.constant(language), shortDescription: word, longDescription: sentences, features: fc.array(word, { minLength: 1, maxLength: 3 }) })))),
    maintenance: fc.record({ type: fc.constantFrom('internal' as const, 'community' as const, 'none' as const), contacts: fc.array(fc.record({ name: word, email: fc.constant('it@example.org') }, { requiredKeys: ['name'] }), { minLength: 1, maxLength: 3 }) }),
    availableLanguages: fc.array(fc.constantFrom('de', 'en', 'no'), { minLength: 1 }),
  },
  { requiredKeys: ['name', 'repositoryUrl', 'license', 'organisation', 'platforms', 'categories', 'developmentStatus', 'softwareType', 'texts', 'maintenance', 'availableLanguages'] },
);

describe('writing a publiccode.yml', () => {
  it('from whatever an administration says of its software, it reads back without a word', () => {
    fc.assert(
      fc.property(ownSoftware, (software) => {
        expect(shown(writePubliccode(software))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('the one of this project is valid', () => {
    expect(read(readFileSync(join(process.cwd(), 'publiccode.yml')))).toEqual({ valid: true, problems: [] });
  });
});
