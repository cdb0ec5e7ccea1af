// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readInventory, readSbom, type ReadingEvent } from '#importing';

const corpora = resolve(process.env['FAHRPLAN_CORPORA'] ?? '../shared/data');
const schemaFolder = resolve('node_modules/@cyclonedx/cyclonedx-library/res/schema');
const schemas = (name: string): string => readFileSync(join(schemaFolder, name), 'utf8');

function filesOf(folder: string, pattern: RegExp): string[] {
  const root = join(corpora, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true })
    .map((name) => join(root, String(name)))
    .filter((path) => pattern.test(path) && statSync(path).isFile());
}

async function outcomes(paths: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const result = await readSbom(createReadStream(path), { schemas });
    found.set(basename(path), result.ok ? 'read' : result.problem.code);
  }
  return found;
}

const SBOM_FILES = /\.(json|xml|spdx|ya?ml)$/;
const cyclonedx = filesOf('cyclonedx-testdata', /\.(json|xml)$/);
const whereFilesAre = existsSync(corpora) ? describe : describe.skip;

whereFilesAre('public bills of materials', () => {
  it('reads every valid-* file of the CycloneDX test suite', async () => {
    const all = await outcomes(cyclonedx.filter((path) => basename(path).startsWith('valid-')));
    expect([...all].filter(([, outcome]) => outcome !== 'read')).toEqual([]);
  }, 60_000);

  it('refuses every invalid-* file of the CycloneDX test suite', async () => {
    const all = await outcomes(cyclonedx.filter((path) => basename(path).startsWith('invalid-')));
    expect([...all].filter(([, outcome]) => outcome === 'read')).toEqual([]);
  }, 60_000);

  it('reads the examples of CycloneDX and SPDX', async () => {
    const all = await outcomes([...filesOf('bom-examples', SBOM_FILES), ...filesOf('spdx-examples', SBOM_FILES)]);
    expect([...all].filter(([, outcome]) => outcome !== 'read')).toEqual([]);
  }, 60_000);

  it('reads what other tools write, but for one file that is cut', async () => {
    const all = await outcomes(filesOf('real-sboms', SBOM_FILES));
    expect(Object.fromEntries([...all].filter(([, outcome]) => outcome !== 'read'))).toEqual(
      all.size === 0
        ? {}
        : {
            'bom-invalid.json': 'IMPORTING.FILE_CUT',
          },
    );
  }, 60_000);
});

whereFilesAre('public name lists', () => {
  it.each(filesOf('gsa-it-standards', /\.csv$/).map((path) => [basename(path), path]))('%s is a register, without a mapping', async (_, path) => {
    const events: ReadingEvent[] = [];
    for await (const event of readInventory(createReadStream(path))) events.push(event);
    expect(events[0]).toMatchObject({ kind: 'detected', detection: { isRegister: true, mapping: { 'Standard Name': 'title' } } });
    expect(events.at(-1)).toMatchObject({ kind: 'end', totals: { rejected: 0 } });
  });
});
