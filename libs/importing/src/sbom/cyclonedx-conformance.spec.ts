// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from '../testing/read-all.js';
import { readSbom } from './read-sbom.js';

const folder = join(process.cwd(), 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const schemas = (name: string): string => readFileSync(join(folder, name), 'utf8');
const outcome = async (text: string): Promise<string> => {
  const read = await readSbom(bytesOf(text), { schemas });
  return read.ok ? 'read' : `${read.problem.code} ${read.problem.path} ${String(read.problem['reason'])}`;
};

type Json = Record<string, unknown>;
const document = (version: string, more: Json): string => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: version, version: 1, ...more });
const part = (more: Json): Json => ({ components: [{ type: 'library', name: 'a', version: '1', ...more }] });
const crypto = (more: Json): Json => ({ components: [{ type: 'cryptographic-asset', name: 'a', cryptoProperties: more }] });
const vulnerability = (more: Json): Json => ({ vulnerabilities: [{ id: 'CVE-2026-1', ...more }] });
const sha256 = 'a'.repeat(64);
const signature = { algorithm: 'RS256', value: 'dGVzdA', publicKey: { kty: 'RSA', n: 'AA', e: 'AQAB' } };

/** Features by the names that the test suite of CycloneDX gives them, in 1.6 and 1.7. */
const validJson: readonly (readonly [name: string, more: Json, versions?: readonly string[]])[] = [
  ['minimal-viable', {}],
  ['empty-components', { components: [] }],
  ['bom', { serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79', ...part({ hashes: [{ alg: 'SHA-256', content: sha256 }] }), dependencies: [{ ref: 'a', dependsOn: ['b'] }] }],
  ['component-types', { components: ['application', 'framework', 'library', 'container', 'platform', 'operating-system', 'device', 'device-driver', 'firmware', 'file', 'machine-learning-model', 'data', 'cryptographic-asset'].map((type) => ({ type, name: type })) }],
  ['component-identifiers', part({ cpe: 'cpe:2.3:a:acme:a:1:*:*:*:*:*:*:*', purl: 'pkg:npm/a@1', omniborId: ['gitoid:blob:sha1:a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'], swhid: ['swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2'], swid: { tagId: 'x', name: 'a' } })],
  ['license-id', part({ licenses: [{ license: { id: 'EUPL-1.2' } }] })],
  ['license-name', part({ licenses: [{ license: { name: 'Eigene Bedingungen', text: { content: 'dGVzdA==', contentType: 'text/plain', encoding: 'base64' }, url: 'https://example.org/ä' } }] })],
  ['license-expression', part({ licenses: [{ expression: 'MIT OR (Apache-2.0 AND LicenseRef-x)', acknowledgement: 'declared', 'bom-ref': 'l' }] })],
  ['license-declared-concluded-mix', part({ licenses: [{ license: { id: 'MIT', acknowledgement: 'declared' } }, { license: { id: 'ISC', acknowledgement: 'concluded' } }] })],
  ['license-licensing', part({ licenses: [{ license: { name: 'Acme', licensing: { altIds: ['acme'], licensor: { organization: { name: 'Acme' } }, purchaseOrder: 'PO', licenseTypes: ['appliance', 'concurrent-user'], lastRenewal: '2022-04-13T20:20:39+00:00', expiration: '2023-04-13T20:20:39Z' } } }] })],
  ['license-choice', part({ licenses: [{ license: { id: 'MIT' } }, { expression: 'ISC' }] }), ['1.7']],
  ['license-expression-with-text', part({ licenses: [{ expression: 'MIT AND LicenseRef-x', expressionDetails: [{ licenseIdentifier: 'LicenseRef-x', text: { content: 'text' } }] }] }), ['1.7']],
  ['metadata-lifecycle', { metadata: { timestamp: '2026-01-01T00:00:00Z', lifecycles: [{ phase: 'build' }, { name: 'eigene', description: 'x' }] } }],
  ['metadata-manufacturer', { metadata: { manufacturer: { name: 'Acme', address: { country: 'DE' }, contact: [{ email: 'mail@exämple.org' }] }, authors: [{ name: 'A' }] } }],
  ['metadata-tool', { metadata: { tools: { components: [{ type: 'application', name: 't' }], services: [{ name: 's' }] } } }],
  ['metadata-tool-deprecated', { metadata: { tools: [{ vendor: 'Acme', name: 't', version: '1' }] } }],
  ['metadata-distribution', { metadata: { distributionConstraints: { tlp: 'AMBER_AND_STRICT' } } }, ['1.7']],
  ['properties', { properties: [{ name: 'a', value: 'b' }, { name: 'a', value: 'b' }] }],
  ['dependency', { components: [{ type: 'library', name: 'a', 'bom-ref': 'a' }], dependencies: [{ ref: 'a', dependsOn: ['gone'], provides: ['a'] }] }],
  ['patch', part({ pedigree: { patches: [{ type: 'backport', diff: { url: 'x.diff' }, resolves: [{ type: 'security', id: 'CVE-1', references: ['https://example.org'] }] }], commits: [{ uid: '1', url: 'https://example.org' }] } })],
  ['release-notes', part({ releaseNotes: { type: 'major', timestamp: '2026-01-01T00:00:00Z', aliases: ['x'], notes: [{ locale: 'de-DE', text: { content: 'x' } }] } })],
  ['evidence', part({ evidence: { identity: [{ field: 'purl', confidence: 1, methods: [{ technique: 'filename', confidence: 0.1, value: 'x' }] }], occurrences: [{ location: '/x', line: 1, offset: 2, symbol: 's' }], callstack: { frames: [{ module: 'm' }] }, licenses: [{ license: { id: 'MIT' } }], copyright: [{ text: 'x' }] } })],
  ['tags', part({ tags: ['a', 'b'] })],
  ['machine-learning', { components: [{ type: 'machine-learning-model', name: 'm', modelCard: { modelParameters: { approach: { type: 'supervised' }, datasets: [{ type: 'dataset', name: 'd' }, { ref: 'x' }], inputs: [{ format: 'x' }] }, quantitativeAnalysis: { performanceMetrics: [{ type: 'x', value: '1' }] }, considerations: { users: ['x'], environmentalConsiderations: { energyConsumptions: [{ activity: 'training', energyProviders: [{ energySource: 'solar', energyProvided: { value: 1, unit: 'kWh' }, organization: { name: 'x' } }], activityEnergyCost: { value: 0.4, unit: 'kWh' } }] } } } }] }],
  ['cryptography-full', crypto({ assetType: 'algorithm', algorithmProperties: { primitive: 'ae', parameterSetIdentifier: '128', executionEnvironment: 'software-plain-ram', implementationPlatform: 'x86_64', certificationLevel: ['none'], mode: 'gcm', cryptoFunctions: ['encrypt'], classicalSecurityLevel: 128, nistQuantumSecurityLevel: 1 }, oid: '2.16.840.1' })],
  ['cryptography-certificate', crypto({ assetType: 'certificate', certificateProperties: { subjectName: 'CN=x', notValidBefore: '2026-01-01T00:00:00Z', certificateFormat: 'X.509' } })],
  ['cryptography-families', crypto({ assetType: 'algorithm', algorithmProperties: { primitive: 'ae', algorithmFamily: 'AES', ellipticCurve: 'nist/P-256' } }), ['1.7']],
  ['attestation', { declarations: { assessors: [{ 'bom-ref': 'assessor', thirdParty: true, organization: { name: 'x' } }], attestations: [{ summary: 's', assessor: 'assessor', map: [{ requirement: 'r', claims: ['c'], conformance: { score: 0.8, rationale: 'x' }, confidence: { score: 1 } }] }], claims: [{ 'bom-ref': 'c', target: 't', predicate: 'p' }], evidence: [{ 'bom-ref': 'e', created: '2026-01-01T00:00:00Z', data: [{ name: 'x', contents: { attachment: { content: 'x' } }, classification: 'PII' }] }], targets: { organizations: [{ 'bom-ref': 'o', name: 'x' }] }, affirmation: { statement: 's', signatories: [{ name: 'x', signature }] } } }],
  ['standard', { definitions: { standards: [{ 'bom-ref': 's', name: 'x', version: '1', requirements: [{ 'bom-ref': 'r', identifier: '1', text: 'x', openCre: ['CRE:1-2'] }], levels: [{ 'bom-ref': 'l', identifier: 'x', requirements: ['r'] }] }] } }],
  ['formulation', { formulation: [{ 'bom-ref': 'f', workflows: [{ 'bom-ref': 'w', uid: '1', taskTypes: ['build'], tasks: [{ 'bom-ref': 't', uid: '2', taskTypes: ['clone'] }] }] }] }],
  ['saasbom', { services: [{ 'bom-ref': 's', name: 's', endpoints: ['https://example.org/x', '/y'], authenticated: false, trustZone: 'z', data: [{ flow: 'bi-directional', classification: 'PII', governance: { owners: [{ organization: { name: 'x' } }] } }], services: [{ 'bom-ref': 'inner', name: 'i' }] }] }],
  ['signatures', { signature, components: [{ type: 'library', name: 'a', signature }] }],
  ['external-reference', { externalReferences: [{ type: 'bom', url: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#x', hashes: [{ alg: 'MD5', content: 'a'.repeat(32) }] }, { type: 'rfc-9116', url: '../security.txt' }, { type: 'model-card', url: '' }] }],
  ['external-reference-properties', { externalReferences: [{ type: 'website', url: 'https://example.org', properties: [{ name: 'a', value: 'b' }] }] }, ['1.7']],
  ['vulnerability', vulnerability({ source: { name: 'NVD' }, ratings: [{ score: 9.8, severity: 'critical', method: 'CVSSv31', vector: 'x' }], cwes: [79], published: '2026-01-01T00:00:00Z', analysis: { state: 'not_affected', justification: 'code_not_reachable', response: ['update'] }, affects: [{ ref: 'a', versions: [{ version: '1', status: 'affected' }, { range: 'vers:npm/<2', status: 'unaffected' }] }] })],
  ['annotation', { annotations: [{ subjects: ['a'], annotator: { organization: { name: 'x' } }, timestamp: '2026-01-01T00:00:00Z', text: 'x' }] }],
  ['compositions', { compositions: [{ aggregate: 'incomplete_first_party_only', assemblies: ['a'] }] }],
  ['version-range', part({ version: undefined, isExternal: true, versionRange: 'vers:npm/>=1' }), ['1.7']],
  ['patent', { definitions: { patents: [{ 'bom-ref': 'p', patentNumber: 'US1234567', jurisdiction: 'US', patentLegalStatus: 'granted', filingDate: '2020-01-01' }] } }, ['1.7']],
  ['citation', { citations: [{ timestamp: '2026-01-01T00:00:00Z', attributedTo: 'x', pointers: ['/components/0'] }] }, ['1.7']],
];

const invalidJson: readonly (readonly [name: string, more: Json, path: string, versions?: readonly string[]])[] = [
  ['bomformat', { bomFormat: 'AnotherFormat' }, 'bomFormat'],
  ['serialnumber', { serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b7' }, 'serialNumber'],
  ['version 0', { version: 0 }, 'version'],
  ['unknown property', { foo: 1 }, '$'],
  ['component-type', part({ type: 'foo' }), 'components[0].type'],
  ['missing-component-type', part({ type: undefined }), 'components[0]'],
  ['empty-component', { components: [{}] }, 'components[0]'],
  ['component-ref', { components: [{ type: 'library', name: 'a', 'bom-ref': '123' }, { type: 'library', name: 'b', 'bom-ref': '123' }] }, 'components[1].bom-ref'],
  ['empty ref', part({ 'bom-ref': '' }), 'components[0].bom-ref'],
  ['component-swid', part({ swid: { name: 'a' } }), 'components[0].swid'],
  ['scope', part({ scope: 'foo' }), 'components[0].scope'],
  ['hash-alg', part({ hashes: [{ alg: 'FOO', content: sha256 }] }), 'components[0].hashes[0].alg'],
  ['hash-md5', part({ hashes: [{ alg: 'MD5', content: 'abc' }] }), 'components[0].hashes[0].content'],
  ['hash-sha512', part({ hashes: [{ alg: 'SHA-512', content: 'z'.repeat(128) }] }), 'components[0].hashes[0].content'],
  ['license-id', part({ licenses: [{ license: { id: 'GPL-2.0-or-wahrscheinlich' } }] }), 'components[0].licenses[0].license.id'],
  ['license-choice', part({ licenses: [{ license: { id: 'MIT', name: 'MIT' } }] }), 'components[0].licenses[0].license'],
  ['license and expression', part({ licenses: [{ license: { id: 'MIT' }, expression: 'MIT' }] }), 'components[0].licenses[0]'],
  ['license-encoding', part({ licenses: [{ license: { name: 'x', text: { content: 'x', encoding: 'hex' } } }] }), 'components[0].licenses[0].license.text.encoding'],
  ['license acknowledgement', part({ licenses: [{ license: { id: 'MIT', acknowledgement: 'guessed' } }] }), 'components[0].licenses[0].license.acknowledgement'],
  ['metadata-license', { metadata: { licenses: [{ license: { id: 'nope' } }] } }, 'metadata.licenses[0].license.id'],
  ['metadata-timestamp', { metadata: { timestamp: '2020-13-01T00:00:00Z' } }, 'metadata.timestamp'],
  ['metadata timestamp without zone', { metadata: { timestamp: '2020-01-01' } }, 'metadata.timestamp'],
  ['metadata-tlp', { metadata: { distributionConstraints: { tlp: 'PINK' } } }, 'metadata.distributionConstraints.tlp', ['1.7']],
  ['metadata component of a wrong type', { metadata: { component: { type: 'foo', name: 'a' } } }, 'metadata.component.type'],
  ['metadata component with a wrong name', { metadata: { component: { type: 'library', name: 5 } } }, 'metadata.component.name'],
  ['patch-type', part({ pedigree: { patches: [{ type: 'foo' }] } }), 'components[0].pedigree.patches[0].type'],
  ['issue-type', part({ pedigree: { patches: [{ type: 'backport', resolves: [{ type: 'foo' }] }] } }), 'components[0].pedigree.patches[0].resolves[0].type'],
  ['properties', { properties: [{ name: 1 }] }, 'properties[0].name'],
  ['dependency', { dependencies: [{ dependsOn: ['a'] }] }, 'dependencies[0]'],
  ['dependency twice', { dependencies: [{ ref: 'a' }, { ref: 'b' }, { ref: 'a' }] }, 'dependencies[2]'],
  ['dependsOn twice', { dependencies: [{ ref: 'a', dependsOn: ['b', 'b'] }] }, 'dependencies[0].dependsOn'],
  ['component twice', { components: [{ type: 'library', name: 'a' }, { name: 'a', type: 'library' }] }, 'components[1]'],
  ['service-data', { services: [{ name: 's', data: [{ flow: 'foo', classification: 'x' }] }] }, 'services[0].data[0].flow'],
  ['service twice', { services: [{ name: 's' }, { name: 's' }] }, 'services[1]'],
  ['email', { metadata: { authors: [{ email: 'nobody' }] } }, 'metadata.authors[0].email'],
  ['address with spaces', { externalReferences: [{ type: 'website', url: 'https://exa mple.org' }] }, 'externalReferences[0].url'],
  ['external reference type', { externalReferences: [{ type: 'foo', url: 'x' }] }, 'externalReferences[0].type'],
  ['locale', part({ releaseNotes: { type: 'x', notes: [{ locale: 'german', text: { content: 'x' } }] } }), 'components[0].releaseNotes.notes[0].locale'],
  ['severity', vulnerability({ ratings: [{ severity: 'awful' }] }), 'vulnerabilities[0].ratings[0].severity'],
  ['cwe', vulnerability({ cwes: [0] }), 'vulnerabilities[0].cwes[0]'],
  ['annotation', { annotations: [{ subjects: ['a'], timestamp: '2026-01-01T00:00:00Z', text: 'x' }] }, 'annotations[0]'],
  ['composition', { compositions: [{ aggregate: 'partly' }] }, 'compositions[0].aggregate'],
  ['conformance above 1', { declarations: { attestations: [{ map: [{ conformance: { score: 1.1 } }] }] } }, 'declarations.attestations[0].map[0].conformance.score'],
  ['signatory', { declarations: { affirmation: { signatories: [{ name: 'x' }] } } }, 'declarations.affirmation.signatories[0]'],
  ['standard', { definitions: { standards: [{ requirements: [{ openCre: ['1-2'] }] }] } }, 'definitions.standards[0].requirements[0].openCre[0]'],
  ['crypto asset type', crypto({ assetType: 'foo' }), 'components[0].cryptoProperties.assetType'],
  ['crypto quantum level', crypto({ assetType: 'algorithm', algorithmProperties: { nistQuantumSecurityLevel: 7 } }), 'components[0].cryptoProperties.algorithmProperties.nistQuantumSecurityLevel'],
  ['crypto family', crypto({ assetType: 'algorithm', algorithmProperties: { algorithmFamily: 'ROT13' } }), 'components[0].cryptoProperties.algorithmProperties.algorithmFamily', ['1.7']],
  ['formulation task', { formulation: [{ workflows: [{ 'bom-ref': 'w', uid: '1', taskTypes: ['dream'] }] }] }, 'formulation[0].workflows[0].taskTypes[0]'],
  ['signature', { signature: { algorithm: 'RS256' } }, 'signature'],
  ['version-range beside version', part({ isExternal: true, versionRange: 'vers:npm/>=1' }), 'components[0]', ['1.7']],
  ['version-range of what is not external', part({ version: undefined, isExternal: false, versionRange: 'vers:npm/>=1' }), 'components[0]', ['1.7']],
  ['patent', { definitions: { patents: [{ patentNumber: '!', jurisdiction: 'US', patentLegalStatus: 'granted' }] } }, 'definitions.patents[0].patentNumber', ['1.7']],
  ['citation of nobody', { citations: [{ timestamp: '2026-01-01T00:00:00Z', pointers: ['/a'] }] }, 'citations[0]', ['1.7']],
  ['a list that is none', { components: { a: {} } }, 'components'],
  ['a list that is a text', { dependencies: 'none' }, 'dependencies'],
];

const VERSIONS = ['1.6', '1.7'] as const;
const inBoth = <T extends readonly [string, ...unknown[]]>(rows: readonly T[]): [string, string, T][] => VERSIONS.flatMap((version) => rows.filter((row) => ((row.at(-1) instanceof Array ? row.at(-1) : VERSIONS) as readonly string[]).includes(version)).map((row): [string, string, T] => [version, row[0], row]));

describe('CycloneDX in JSON', () => {
  it.each(inBoth(validJson))('%s: a valid document with %s is read', async (version, _, [, more]) => {
    expect(await outcome(document(version, more))).toBe('read');
  });

  it.each(inBoth(invalidJson))('%s: an invalid %s is refused with its place', async (version, _, [, more, path]) => {
    expect(await outcome(document(version, more))).toMatch(new RegExp(`^IMPORTING\\.SBOM_INVALID ${path.replace(/[.[\]$]/g, '\\$&')} `));
  });

  it('a feature of a later version is refused in an earlier one', async () => {
    expect(await outcome(document('1.4', { annotations: [] }))).toMatch('must not have the property annotations');
    expect(await outcome(document('1.6', { citations: [] }))).toMatch('must not have the property citations');
  });

  it.each(['1.1', '1.99', '2.0', '', 1.6, null])('version %j is refused as such', async (specVersion) => {
    expect(await outcome(JSON.stringify({ bomFormat: 'CycloneDX', specVersion, version: 1 }))).toMatch(/^IMPORTING.SBOM_VERSION/);
  });

  it('nothing is fetched for a schema that lies elsewhere', async () => {
    expect(await outcome(document('1.6', { $schema: 'http://evil.example/x.json', components: [{ type: 'library', name: 'a', $ref: 'http://evil.example' }] }))).toMatch('must not have the property $ref');
    expect(await outcome(document('1.6', { $schema: 'http://evil.example/x.json' }))).toBe('read');
  });
});

const xml = (version: string, body: string, attributes = ''): string => `<?xml version="1.0" encoding="UTF-8"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/${version}" version="1"${attributes}>${body}</bom>`;
const element = (inner: string, attributes = 'type="library"'): string => `<components><component ${attributes}><name>a</name>${inner}</component></components>`;

const validXml: readonly (readonly [name: string, body: string, versions?: readonly string[]])[] = [
  ['minimal-viable', ''],
  ['empty-components', '<components/>'],
  ['component-types', `<components>${['application', 'machine-learning-model', 'data', 'cryptographic-asset', 'device-driver'].map((type) => `<component type="${type}"><name>x</name></component>`).join('')}</components>`],
  ['license-id', element('<licenses><license acknowledgement="concluded"><id>EUPL-1.2</id></license></licenses>')],
  ['license-name', element('<licenses><license><name>x</name><text content-type="text/plain" encoding="base64">dGVzdA==</text><url>https://example.org</url></license></licenses>')],
  ['license-expression', element('<licenses><expression acknowledgement="declared">MIT OR ISC</expression></licenses>')],
  ['license-expression-with-text', element('<licenses><expression-detailed expression="MIT AND LicenseRef-x"><details license-identifier="LicenseRef-x"><text>x</text></details></expression-detailed></licenses>'), ['1.7']],
  ['random-attributes', element('', 'type="library" xmlns:f="urn:f" f:x="1"')],
  ['external-elements', '<components xmlns:f="urn:f"><component type="library"><name>a</name><f:x/></component><f:y/><f:z/><component type="library"><name>b</name></component></components>'],
  ['component-identifiers', element('<purl>pkg:npm/a@1</purl><omniborId>gitoid:blob:sha1:a94a8fe5ccb19ba61c4c0873d391e987982fbbd3</omniborId><swhid>swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2</swhid>')],
  ['tags', element('<tags><tag>a</tag><tag>b</tag></tags>')],
  ['metadata-manufacturer', '<metadata><timestamp>2026-01-01T00:00:00Z</timestamp><authors><author><name>A</name></author></authors><manufacturer><name>x</name></manufacturer></metadata>'],
  ['attestation', '<declarations><assessors><assessor bom-ref="x"><thirdParty>true</thirdParty></assessor></assessors><attestations><attestation><summary>s</summary><assessor>x</assessor><map><requirement>r</requirement><conformance><score>0.8</score></conformance></map></attestation></attestations></declarations>'],
  ['standard', '<definitions><standards><standard bom-ref="s"><name>x</name><version>1</version><description>x</description><owner>x</owner><requirements><requirement bom-ref="r"><identifier>1</identifier><title>x</title><text>x</text><openCre>CRE:1-2</openCre></requirement></requirements></standard></standards></definitions>'],
  ['cryptography', element('<cryptoProperties><assetType>algorithm</assetType><algorithmProperties><primitive>ae</primitive><mode>gcm</mode></algorithmProperties></cryptoProperties>', 'type="cryptographic-asset"')],
  ['dependency', `${element('', 'type="library" bom-ref="a"')}<dependencies><dependency ref="a"><dependency ref="b"/><provides ref="c"/></dependency></dependencies>`],
  ['vulnerability', '<vulnerabilities><vulnerability><id>CVE-1</id><ratings><rating><score>9.8</score><severity>critical</severity></rating></ratings></vulnerability></vulnerabilities>'],
  ['xml-signature', '<components/><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>'],
];

const invalidXml: readonly (readonly [name: string, body: string, path: string, versions?: readonly string[]])[] = [
  ['component-type', element('', 'type="foo"'), 'bom/components/component[1]'],
  ['missing-component-type', element('', ''), 'bom/components/component[1]'],
  ['empty-component', '<components><component/></components>', 'bom/components/component[1]'],
  ['component-ref', '<components><component type="library" bom-ref="x"><name>a</name></component><component type="library" bom-ref="x"><name>b</name></component></components>', 'bom/components/component'],
  ['hash-md5', element('<hashes><hash alg="MD5">abc</hash></hashes>'), 'bom/components/component[1]/hashes/hash'],
  ['hash-alg', element('<hashes><hash alg="FOO">abc</hash></hashes>'), 'bom/components/component[1]/hashes/hash'],
  ['license-id', element('<licenses><license><id>nope</id></license></licenses>'), 'bom/components/component[1]/licenses/license/id'],
  ['license-id-count', element('<licenses><license><id>MIT</id><id>ISC</id></license></licenses>'), 'bom/components/component[1]/licenses/license/id[2]'],
  ['license-name-count', element('<licenses><license><name>a</name><name>b</name></license></licenses>'), 'bom/components/component[1]/licenses/license/name[2]'],
  ['license-choice', element('<licenses><license><id>MIT</id><name>b</name></license></licenses>'), 'bom/components/component[1]/licenses/license/name'],
  ['license-encoding', element('<licenses><license><name>a</name><text encoding="hex">b</text></license></licenses>'), 'bom/components/component[1]/licenses/license/text'],
  ['scope', element('<scope>foo</scope>'), 'bom/components/component[1]/scope'],
  ['patch-type', element('<pedigree><patches><patch type="foo"/></patches></pedigree>'), 'bom/components/component[1]/pedigree/patches/patch'],
  ['service-data', '<services><service><name>s</name><data><classification flow="foo">x</classification></data></service></services>', 'bom/services/service[1]/data/classification'],
  ['metadata-timestamp', '<metadata><timestamp>2020-13-01</timestamp></metadata>', 'bom/metadata/timestamp'],
  ['dependency', '<dependencies><dependency/></dependencies>', 'bom/dependencies/dependency[1]'],
  ['order of elements', '<dependencies/><components/>', 'bom/components'],
  ['two lists of components', '<components/><components/>', 'bom/components[2]'],
  ['foreign element before the first component', '<components><f:x xmlns:f="urn:f"/></components>', 'bom/components/x'],
  ['conformance above 1', '<declarations><attestations><attestation><map><conformance><score>1.1</score></conformance></map></attestation></attestations></declarations>', 'bom/declarations/attestations/attestation/map/conformance/score'],
];

describe('CycloneDX in XML', () => {
  it.each(inBoth(validXml))('%s: a valid document with %s is read', async (version, _, [, body]) => {
    expect(await outcome(xml(version, body))).toBe('read');
  });

  it.each(inBoth(invalidXml))('%s: an invalid %s is refused with its place', async (version, _, [, body, path]) => {
    expect((await outcome(xml(version, body))).split(' ').slice(0, 2)).toEqual(['IMPORTING.SBOM_INVALID', path]);
  });

  it.each(VERSIONS)('%s: an invalid serial number, and an element nobody knows, are refused', async (version) => {
    expect(await outcome(xml(version, '', ' serialNumber="urn:uuid:1"'))).toMatch(/^IMPORTING.SBOM_INVALID bom /);
    expect(await outcome(xml(version, '<foo/>'))).toMatch(/^IMPORTING.SBOM_INVALID bom.foo /);
  });

  it('another namespace or version is refused as such', async () => {
    expect(await outcome('<bom/>')).toMatch(/^IMPORTING.NOT_AN_SBOM/);
    expect(await outcome('<bom xmlns="http://cyclonedx.org/schema/bom/1.99"/>')).toMatch(/^IMPORTING.SBOM_VERSION/);
    expect(await outcome('<bom xmlns="http://cyclonedx.org/schema/bom/1.6/"/>')).toMatch(/^IMPORTING.SBOM_VERSION/);
  });

  it('gives the licenses of every way to say them', async () => {
    const licenses = ['<license><id>MIT</id></license>', '<license><name>own</name></license>', '<license><name>own</name><url>https://example.org</url></license>', '<expression>MIT OR ISC</expression>', '<expression-detailed expression="ISC"/>', '<license acknowledgement="declared"><id>MIT</id></license><license acknowledgement="concluded"><id>ISC</id></license>'];
    const read = await readSbom(bytesOf(xml('1.7', `<components>${licenses.map((inner, index) => `<component type="library"><name>${index}</name><licenses>${inner}</licenses></component>`).join('')}</components>`)), { schemas });
    expect(read.ok && read.value.components.map(({ license, declaredLicense }) => [license, declaredLicense])).toEqual([['MIT', null], ['own', null], ['own', null], ['MIT OR ISC', null], ['ISC', null], ['ISC', 'MIT']]);
  });
});
