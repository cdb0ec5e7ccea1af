// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readAll } from '../../testing/read-all.js';

describe('reading other bills of materials as an inventory', () => {
  it.each<[string, string, string]>([
    ['cyclonedx-xml', '<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component type="library"><group>org.x</group><name>a</name><version>1</version></component></components></bom>', 'org.x'],
    ['spdx', JSON.stringify({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', name: 'd', packages: [{ name: 'a', SPDXID: 'SPDXRef-a', versionInfo: '1', supplier: 'Organization: org.x' }] }), 'org.x'],
    ['spdx', 'SPDXVersion: SPDX-2.2\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: d\nPackageName: a\nSPDXID: SPDXRef-a\nPackageVersion: 1\nPackageSupplier: Organization: org.x\n', 'org.x'],
  ])('reads %s', async (format, text, vendor) => {
    const { detection, records } = await readAll(text);
    expect(detection).toMatchObject({ format, isRegister: true });
    expect(records).toEqual([expect.objectContaining({ title: 'a', version: '1', vendor, host: null })]);
  });
});
