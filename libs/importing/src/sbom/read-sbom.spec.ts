// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from '../testing/read-all.js';
import { readSbom } from './read-sbom.js';

const folder = join(process.cwd(), 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const schemas = (name: string): string => readFileSync(join(folder, name), 'utf8');
const read = (text: string) => readSbom(bytesOf(text, 1000), { schemas, fileName: 'f' });
const json = (more: object): string => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, ...more }, null, 1);
const xml = (body: string, version = '1.6'): string => `<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/${version}" version="1">\n${body}\n</bom>`;
const tagValue = 'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: d\nDocumentComment: <text>two\nlines: here</text>\n';

describe('reading a bill of materials', () => {
  it('reads the same components from CycloneDX in JSON and in XML', async () => {
    const fromJson = await read(json({ components: [{ type: 'library', name: 'a', version: '1', purl: 'pkg:npm/a@1', licenses: [{ license: { id: 'MIT' } }], components: [{ type: 'file', name: 'b' }] }] }));
    const fromXml = await read(xml('<components><component type="library"><name>a</name><version>1</version><licenses><license><id>MIT</id></license></licenses><purl>pkg:npm/a@1</purl><components><component type="file"><name>b</name></component></components></component></components>'));
    const components = [
      { name: 'a', version: '1', vendor: null, purl: 'pkg:npm/a@1', cpe: null, license: 'MIT', path: 'components[0]' },
      { name: 'b', version: null, vendor: null, purl: null, cpe: null, license: null, path: 'components[0].components[0]' },
    ];
    expect(fromJson).toMatchObject({ ok: true, value: { format: 'CycloneDX', specVersion: '1.6', encoding: 'json', components } });
    expect(fromXml).toMatchObject({ ok: true, value: { format: 'CycloneDX', specVersion: '1.6', encoding: 'xml', components } });
  });

  it.each<[string, string]>([
    ['JSON', JSON.stringify({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', name: 'd', packages: [{ name: 'a', SPDXID: 'SPDXRef-a', versionInfo: '1', supplier: 'Organization: Acme (x@y)', licenseConcluded: 'NOASSERTION', licenseDeclared: 'MIT', externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:npm/a@1' }] }] })],
    ['YAML', 'spdxVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nname: d\npackages:\n- name: a\n  SPDXID: SPDXRef-a\n  versionInfo: "1"\n  supplier: "Organization: Acme (x@y)"\n  licenseDeclared: MIT\n  externalRefs:\n  - {referenceType: purl, referenceLocator: "pkg:npm/a@1"}\n'],
    ['tag-value', `${tagValue}PackageName: a\nSPDXID: SPDXRef-a\nPackageVersion: 1\nPackageSupplier: Organization: Acme (x@y)\nPackageLicenseConcluded: NOASSERTION\nPackageLicenseDeclared: MIT\nExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1\nFileName: ./f\nSPDXID: SPDXRef-f\nLicenseConcluded: GPL-2.0-only\n`],
  ])('reads SPDX 2.3 in %s', async (_, text) => {
    expect(await read(text)).toMatchObject({ ok: true, value: { format: 'SPDX', specVersion: '2.3', name: 'd', components: [{ name: 'a', version: '1', vendor: 'Acme', license: 'MIT', purl: 'pkg:npm/a@1' }] } });
  });

  it('reads SPDX 3.0 with licenses from its relationships', async () => {
    const graph = [
      { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1' },
      { type: 'SpdxDocument', spdxId: 'urn:d', name: 'doc' },
      { type: 'software_Package', spdxId: 'urn:p', name: 'a', software_packageVersion: '1', software_packageUrl: 'pkg:npm/a@1' },
      { type: 'simplelicensing_LicenseExpression', spdxId: 'urn:l', simplelicensing_licenseExpression: 'MIT' },
      { type: 'simplelicensing_LicenseExpression', spdxId: 'urn:n', simplelicensing_licenseExpression: 'NOASSERTION' },
      { type: 'Relationship', spdxId: 'urn:r1', from: 'urn:p', to: ['urn:n'], relationshipType: 'hasConcludedLicense' },
      { type: 'Relationship', spdxId: 'urn:r2', from: 'urn:p', to: ['urn:l'], relationshipType: 'hasDeclaredLicense' },
    ];
    expect(await read(JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph }))).toMatchObject({ ok: true, value: { specVersion: '3.0.1', components: [{ name: 'a', version: '1', license: 'MIT', purl: 'pkg:npm/a@1' }] } });
  });

  it.each<[string, string, object]>([
    ['a component without a type', json({ components: [{ type: 'library', name: 'a' }, { name: 'b' }] }), { code: 'IMPORTING.SBOM_INVALID', path: 'components[1]', line: 10, file: 'f' }],
    ['a reference given twice', json({ components: [{ type: 'library', name: 'a', 'bom-ref': 'r' }, { type: 'library', name: 'b', 'bom-ref': 'r' }] }), { code: 'IMPORTING.SBOM_INVALID', path: 'components[1].bom-ref' }],
    ['the same component twice', json({ components: [{ type: 'library', name: 'a' }, { name: 'a', type: 'library' }] }), { code: 'IMPORTING.SBOM_INVALID', path: 'components[1]' }],
    ['a version nobody knows', json({ specVersion: '9.9' }), { code: 'IMPORTING.SBOM_VERSION', version: '9.9' }],
    ['a document cut short', json({ components: [{ type: 'library', name: 'a' }] }).slice(0, -20), { code: 'IMPORTING.FILE_CUT' }],
    ['XML with an unknown element', xml('<nonsense/>'), { code: 'IMPORTING.SBOM_INVALID', line: 3 }],
    ['XML cut short', xml('<components>').slice(0, -6), { code: 'IMPORTING.FILE_CUT' }],
    ['an entity bomb', '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><bom xmlns="http://cyclonedx.org/schema/bom/1.5">&b;</bom>', { code: 'IMPORTING.XML_DOCTYPE' }],
    ['an external entity', '<!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]><bom xmlns="http://cyclonedx.org/schema/bom/1.5">&x;</bom>', { code: 'IMPORTING.XML_DOCTYPE' }],
    ['a YAML alias bomb', `spdxVersion: SPDX-2.3\na: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`).join('\n')}\n`, { code: 'IMPORTING.YAML_INVALID' }],
    ['SPDX with one id twice', `${tagValue}PackageName: a\nSPDXID: SPDXRef-a\nPackageName: b\nSPDXID: SPDXRef-a\n`, { code: 'IMPORTING.SBOM_INVALID', line: 9 }],
    ['a tag-value line without a tag', `${tagValue}nonsense\n`, { code: 'IMPORTING.TAG_VALUE_INVALID', line: 7 }],
    ['plain text', 'hello\n', { code: 'IMPORTING.NOT_AN_SBOM' }],
    ['nothing', '', { code: 'IMPORTING.FILE_EMPTY' }],
  ])('refuses %s', async (_, text, problem) => {
    expect(await read(text)).toMatchObject({ ok: false, problem });
  });
});
