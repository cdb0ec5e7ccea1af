// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** What the library for YAML would warn of, and write out: a key that is a collection, and a tag that nobody knows. */
const AMISS = '? [Frau-Muster]\n: !Frau-Muster x\n? { Frau-Muster: 1 }\n: y\n';

/** By what is read, an expression for the reading of `text`. */
const READERS = {
  'a bill of materials': ['spdxVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nname: n\npackages: []\n', "await readSbom(stream(), { fileName: 'a.spdx.yaml', schemas: () => null, reopen: stream })"],
  'an inventory': ['publiccodeYmlVersion: "0"\nname: n\nurl: https://example.org/a.git\n', "for await (const event of readInventory(stream(), { fileName: 'publiccode.yml' })) if (event.kind === 'refused') break"],
  'a publiccode.yml': ['publiccodeYmlVersion: "0"\nname: n\n', 'parsePubliccode(new TextEncoder().encode(text))'],
  'a file of the catalogue': ['products: []\n', "parseCatalogueFile(text, 'a.yaml')"],
  'a pack of the catalogue': ['header: {}\n', "parsePack(text, 'a.yaml', (one) => one)"],
} as const;

describe('what somebody wrote into a file', () => {
  it.each(Object.entries(READERS))('%s: is not written to standard error by the library that reads it', (_what, [begin, read]) => {
    const script = `import { readInventory, readSbom } from '#importing'; import { parsePubliccode } from '#licensing'; import { parseCatalogueFile, parsePack } from '#catalogue';
      const text = ${JSON.stringify(begin + AMISS)};
      async function* stream() { yield new TextEncoder().encode(text); }
      ${read}; console.log('read');`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' }); // warnings are the process's
    expect([stdout, stderr]).toEqual(['read\n', '']);
  });
});
