// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readAll } from '../../testing/read-all.js';

const bom = (more: object): string => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, ...more });

describe('reading CycloneDX JSON as an inventory', () => {
  it('makes a record of the product and of each component, nested ones included', async () => {
    const { records, detection } = await readAll(
      bom({
        metadata: { component: { type: 'application', name: 'Portal', version: '2' } },
        components: [{ type: 'library', name: 'outer', group: 'org.x', version: '1', purl: 'pkg:maven/org.x/outer@1', components: [{ type: 'library', name: 'inner', publisher: 'P', cpe: 'cpe:2.3:a:p:inner:*:*:*:*:*:*:*:*' }] }],
      }),
      {},
      5,
    );
    expect(detection).toMatchObject({ format: 'cyclonedx-json', formatVersion: '1.5', isRegister: true });
    expect(records.map((record) => [record.title, record.vendor, record.version, record.host, record.path])).toEqual([
      ['Portal', null, '2', null, 'metadata.component'],
      ['outer', 'org.x', '1', null, 'components[0]'],
      ['inner', 'P', null, null, 'components[0].components[0]'],
    ]);
  });

  it('takes a device for the host of everything on it', async () => {
    const { records } = await readAll(bom({ metadata: { component: { type: 'device', name: 'SRV-01' } }, components: [{ type: 'application', name: 'nginx' }] }));
    expect(records.map((record) => [record.title, record.host])).toEqual([['nginx', 'SRV-01']]);
  });

  it.each<[object[], string | null]>([
    [[{ license: { id: 'MIT' } }], 'MIT'],
    [[{ expression: 'MIT OR Apache-2.0' }], 'MIT OR Apache-2.0'],
    [[{ license: { id: 'MIT' } }, { license: { name: 'My license' } }], 'MIT AND My license'],
    [[{ license: { id: 'GPL-2.0-only', acknowledgement: 'declared' } }, { license: { id: 'MIT', acknowledgement: 'concluded' } }], 'MIT'],
    [[], null],
  ])('reads the licenses %j as %s', async (licenses, license) => {
    expect((await readAll(bom({ components: [{ type: 'library', name: 'x', licenses }] }))).records[0]?.license).toBe(license);
  });

  it.each<[string, string, string]>([
    ['cut in the middle', '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"libr', 'IMPORTING.FILE_CUT'],
    ['without components', bom({ components: [] }), 'IMPORTING.NO_COMPONENTS'],
    ['nested like a bomb', `{"bomFormat":"CycloneDX","components":${'[{"components":'.repeat(500)}`, 'IMPORTING.TOO_DEEP'],
  ])('refuses a document %s', async (_, text, code) => {
    const { refusal, records } = await readAll(text);
    expect([refusal?.code, records.length]).toEqual([code, 0]);
  });

  it('passes over one huge value without keeping it', async () => {
    const { records } = await readAll(bom({ annotations: 'x'.repeat(40_000_000), components: [{ type: 'library', name: 'x' }] }));
    expect(records.map((record) => record.title)).toEqual(['x']);
  });
});
