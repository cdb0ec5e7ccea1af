// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ByteSource } from '../reading.js';
import { bytesOf } from '../testing/read-all.js';
import { readSbom } from './read-sbom.js';

const folder = join(process.cwd(), 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const schemas = (name: string): string => readFileSync(join(folder, name), 'utf8');
async function* bytes(content: Buffer): ByteSource {
  for (let at = 0; at < content.length; at += 997) yield content.subarray(at, at + 997);
}
const read = (content: string | Buffer, pieceBytes = 997) => readSbom(typeof content === 'string' ? bytesOf(content, pieceBytes) : bytes(content), { schemas });
const problemOf = async (content: string | Buffer) => {
  const result = await read(content);
  return result.ok ? 'read' : result.problem;
};
const licensesOf = async (content: string | Buffer) => {
  const result = await read(content);
  return result.ok ? result.value.components.map(({ name, license, declaredLicense }) => [name, license, declaredLicense]) : result.problem;
};

const cyclonedx = (components: object[], more: object = {}): string => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components, ...more });
const library = (more: object): object => ({ type: 'library', ...more });
const spdxPackage = (id: string, more: object): object => ({ name: id, SPDXID: `SPDXRef-${id}`, downloadLocation: 'NOASSERTION', ...more });
const spdx = (packages: object[], more: object = {}): object => ({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', name: 'd', dataLicense: 'CC0-1.0', documentNamespace: 'https://example.org/d', packages, ...more });
const xml = (body: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>\n'): string => `${prolog}<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">${body}</bom>`;

describe('licenses as tools write them', () => {
  it('in CycloneDX: names only, addresses only, several at once, concluded beside declared, none', async () => {
    const components = [
      library({ name: 'name only', licenses: [{ license: { name: 'The MIT License' } }] }),
      library({ name: 'several', licenses: [{ license: { id: 'MIT' } }, { license: { id: 'Apache-2.0' } }] }),
      library({ name: 'both', licenses: [{ license: { id: 'GPL-2.0-only', acknowledgement: 'declared' } }, { license: { id: 'MIT', acknowledgement: 'concluded' } }] }),
      library({ name: 'declared', licenses: [{ expression: 'MIT OR ISC', acknowledgement: 'declared' }] }),
      library({ name: 'none' }),
      library({ name: 'empty', licenses: [] }),
    ];
    expect(await licensesOf(cyclonedx(components))).toEqual([['name only', 'The MIT License', null], ['several', 'MIT AND Apache-2.0', null], ['both', 'MIT', 'GPL-2.0-only'], ['declared', 'MIT OR ISC', null], ['none', null, null], ['empty', null, null]]);
  });

  it('in SPDX: NOASSERTION says nothing, NONE says that there is none, concluded goes before declared', async () => {
    const packages = [
      spdxPackage('a', { licenseConcluded: 'NOASSERTION', licenseDeclared: 'MIT' }),
      spdxPackage('b', { licenseConcluded: 'MIT', licenseDeclared: 'GPL-2.0-only' }),
      spdxPackage('c', { licenseConcluded: 'NONE', licenseDeclared: 'NOASSERTION' }),
      spdxPackage('d', { licenseConcluded: 'NOASSERTION', licenseDeclared: 'NOASSERTION' }),
      spdxPackage('e', { licenseDeclared: 'LicenseRef-x' }),
      spdxPackage('f', {}),
    ];
    const expected = [['a', 'MIT', null], ['b', 'MIT', 'GPL-2.0-only'], ['c', 'NONE', null], ['d', null, null], ['e', 'LicenseRef-x', null], ['f', null, null]];
    expect(await licensesOf(JSON.stringify(spdx(packages, { files: [{ SPDXID: 'SPDXRef-file', fileName: './x', licenseConcluded: 'GPL-3.0-only' }] })))).toEqual(expected);
    expect(await licensesOf(JSON.stringify({ sbom: spdx(packages) }))).toEqual(expected);
    expect(await licensesOf(JSON.stringify(spdx(packages), null, 2).replaceAll('\n', '\r\n'))).toEqual(expected);
  });
});

describe('parts of a bill', () => {
  it('are those inside others too, and those inside the product, but not the product', async () => {
    const product = library({ name: 'app', components: [library({ name: 'module' })] });
    expect(await licensesOf(cyclonedx([library({ name: 'a', components: [library({ name: 'inner' })] })], { metadata: { component: product } }))).toEqual([['a', null, null], ['inner', null, null], ['module', null, null]]);
    expect(await licensesOf(xml('<metadata><component type="application"><name>app</name><components><component type="library"><name>module</name></component></components></component></metadata><components><component type="library"><name>a</name></component></components>'))).toEqual([['module', null, null], ['a', null, null]]);
  });

  it('without a name are called by their purl or place, and never lost', async () => {
    expect(await licensesOf(cyclonedx([library({ name: '', purl: 'pkg:npm/x@1' }), library({ name: ' ' }), library({ name: 'a\0b' })]))).toEqual([['pkg:npm/x@1', null, null], ['components[1]', null, null], ['components[2]', null, null]]);
  });

  it('may depend on each other in a circle, and carry any nonsense as purl', async () => {
    expect(await problemOf(cyclonedx([library({ name: 'a', 'bom-ref': 'a', purl: 'pkg:///%%%@@@' })], { dependencies: [{ ref: 'a', dependsOn: ['b'] }, { ref: 'b', dependsOn: ['a'] }] }))).toBe('read');
  });
});

describe('documents in unusual dress', () => {
  it.each<[string, Buffer]>([
    ['JSON with a byte order mark', Buffer.from(`\uFEFF${cyclonedx([library({ name: 'ä' })])}`)],
    ['JSON in UTF-16, little end first', Buffer.from(`\uFEFF${cyclonedx([library({ name: 'ä' })])}`, 'utf16le')],
    ['JSON in UTF-16, big end first', Buffer.from(`\uFEFF${cyclonedx([library({ name: 'ä' })])}`, 'utf16le').swap16()],
    ['XML in UTF-16', Buffer.from(`\uFEFF${xml('<components><component type="library"><name>ä</name></component></components>', '<?xml version="1.0" encoding="UTF-16"?>')}`, 'utf16le')],
    ['XML in Latin-1', Buffer.from(xml('<components><component type="library"><name>ä</name></component></components>', '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1')],
    ['XML with a prefix for every element', Buffer.from('<!-- < --><b:bom xmlns:b="http://cyclonedx.org/schema/bom/1.6"><b:components ><b:component type="library"><b:name>ä</b:name></b:component></b:components ></b:bom >')],
    ['tag-value with Windows line ends', Buffer.from('SPDXVersion: SPDX-2.2\r\nSPDXID: SPDXRef-DOCUMENT\r\nDocumentName: d\r\nCreatorComment: <text>a\r\nPackageName: b</text>\r\nPackageName: ä\r\nSPDXID: SPDXRef-a\r\n')],
    ['tag-value with old Mac line ends', Buffer.from('SPDXVersion: SPDX-2.2\rSPDXID: SPDXRef-DOCUMENT\rDocumentName: d\rPackageName: ä\rSPDXID: SPDXRef-a\r')],
  ])('%s is read', async (_, content) => {
    expect(await licensesOf(content)).toEqual([['ä', null, null]]);
  });

  it('with its keys in order, so that the version stands behind the components, is read where it can be opened again', async () => {
    const sorted = (version: string): string => JSON.stringify({ bomFormat: 'CycloneDX', components: Array.from({ length: 900 }, (_, index) => library({ name: `part ${index}`, description: 'x'.repeat(100) })), specVersion: version });
    const again = (text: string) => readSbom(bytesOf(text, 1000), { schemas, reopen: () => bytesOf(text, 1000) });
    expect(await again(sorted('1.6'))).toMatchObject({ ok: true, value: { specVersion: '1.6', components: { length: 900 } } });
    expect(await again(sorted('1.99'))).toMatchObject({ ok: false, problem: { code: 'IMPORTING.SBOM_VERSION', version: '1.99' } });
    expect(await problemOf(sorted('1.6'))).toMatchObject({ code: 'IMPORTING.SBOM_INVALID', path: '$' });
  });

  it('lines are counted alike, however the bytes are cut', async () => {
    const text = 'SPDXVersion: SPDX-2.2\r\nSPDXID: SPDXRef-DOCUMENT\r\nDocumentName: d\r\n\r\nnonsense\r\n';
    for (let pieceBytes = 1; pieceBytes < 30; pieceBytes++) expect(await read(text, pieceBytes)).toMatchObject({ ok: false, problem: { code: 'IMPORTING.TAG_VALUE_INVALID', line: 5 } });
  });
});

describe('a long document in XML', () => {
  const item = (index: number, inner = ''): string => `<component type="library" bom-ref="r${index}">\n<name>part ${index}</name><description>${'x'.repeat(300)}</description>${inner}</component>\n`;
  const long = (faultAt: number, fault: string): string => xml(`\n<components xmlns:f="urn:f">\n${Array.from({ length: 2_000 }, (_, index) => (index === faultAt ? fault : item(index) + (index % 7 === 0 ? '<f:x/><f:y/>' : ''))).join('')}</components>\n<dependencies>${Array.from({ length: 2_000 }, (_, index) => `<dependency ref="r${index}"/>`).join('')}</dependencies>`);

  it('is read as a whole, in order, wherever it is cut', async () => {
    const result = await read(long(-1, ''));
    expect(result.ok && result.value.components.map(({ name }) => name)).toEqual(Array.from({ length: 2_000 }, (_, index) => `part ${index}`));
  });

  it.each([0, 1, 700, 1_999])('is refused for component %i, with its line and path', async (at) => {
    const problem = { code: 'IMPORTING.SBOM_INVALID', line: 5 + 2 * at, path: `bom/components/component[${at + 1}]/hashes/hash` };
    expect(await problemOf(long(at, `<component type="library"><name>bad</name>\n<hashes><hash alg="MD5">zz</hash></hashes></component>\n`))).toMatchObject(problem);
  });

  it('may not give a reference twice, however far apart', async () => {
    expect(await problemOf(long(1_999, item(3)))).toMatchObject({ code: 'IMPORTING.SBOM_INVALID', line: expect.any(Number), reason: 'the reference r3 is given twice' });
  });

  it('is checked behind its long lists too', async () => {
    expect(await problemOf(long(-1, '').replace('</bom>', '\n<nonsense/></bom>'))).toMatchObject({ code: 'IMPORTING.SBOM_INVALID', path: 'bom/nonsense', line: 4 + 2 * 2_000 + 2 });
  });
});

describe('hostile documents end as a problem', () => {
  const deep = 100_000;
  it.each<[string, string, object]>([
    ['a component inside a component, 100,000 times, in JSON', `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${'{"type":"library","name":"a","components":['.repeat(deep)}`, { code: 'IMPORTING.TOO_DEEP' }],
    ['… in XML', xml('<components><component type="library"><name>a</name>'.repeat(deep)), { code: 'IMPORTING.TOO_DEEP' }],
    ['arrays nested 100,000 deep', `{"bomFormat":"CycloneDX","specVersion":"1.6","x":${'['.repeat(deep)}`, { code: 'IMPORTING.TOO_DEEP' }],
    ['a license given twice, of which readers see different ones', cyclonedx([]).replace('[]', '[{"type":"library","name":"a","licenses":[{"license":{"id":"MIT"}}],"licenses":[{"license":{"id":"SSPL-1.0"}}]}]'), { code: 'IMPORTING.SBOM_INVALID', path: 'components[0]', reason: 'must not hold the same property twice' }],
    ['a version given twice', '{"bomFormat":"CycloneDX","specVersion":"1.6","specVersion":"1.6"}', { code: 'IMPORTING.SBOM_INVALID', path: 'specVersion' }],
    ['a package with its license twice', JSON.stringify(spdx([spdxPackage('a', { licenseDeclared: 'MIT' })])).replace('"licenseDeclared"', '"licenseDeclared":"SSPL-1.0","licenseDeclared"'), { code: 'IMPORTING.SBOM_INVALID', path: 'packages[0]' }],
    ['packages given twice', JSON.stringify(spdx([])).replace('"spdxVersion"', '"name":"x","spdxVersion"'), { code: 'IMPORTING.SBOM_INVALID', path: 'name' }],
    ['a prototype', cyclonedx([]).replace('[]', '[{"type":"library","name":"a","__proto__":{"x":1}}]'), { code: 'IMPORTING.SBOM_INVALID', path: 'components[0]' }],
    ['an inclusion', xml('<components><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/></components>'), { code: 'IMPORTING.SBOM_INVALID' }],
    ['two documents in one file', 'SPDXVersion: SPDX-2.2\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: d\nSPDXVersion: SPDX-2.2\n', { code: 'IMPORTING.SBOM_INVALID', line: 4 }],
    ['a line of a million characters', `SPDXVersion: SPDX-2.2\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: ${'a'.repeat(1_000_001)}`, { code: 'IMPORTING.VALUE_TOO_LONG', line: 3 }],
    ['an empty object', '{}', { code: 'IMPORTING.SBOM_INVALID', path: '$' }],
    ['a list', '[]', { code: 'IMPORTING.NOT_AN_SBOM' }],
  ])('%s', async (_, text, problem) => {
    expect(await problemOf(text)).toMatchObject(problem);
  });
});
