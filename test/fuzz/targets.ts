// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CalendarDate } from '#kernel';
import { packDigestText, parseCatalogueFile, parsePack, productOfPubliccode, readEndoflife, writePack, type CataloguePack } from '#catalogue';
import { readInventory, readPlainTable, readSbom } from '#importing';
import { answerLicense, parseExpression, parseOsadlMatrix, parsePubliccode, printExpression } from '#licensing';
import { checkProblem } from '#planning';
import { dortmund2021, parseArchetypes, parseModel, parseQuestionnaire, readSheet, sheetHeader, sheetRow } from '#scoring';
import { cycloneDxSchema } from '../../apps/api/src/importing/cyclonedx-schemas.js';

/** Something that reads what others wrote. It may refuse; it must not throw, and what it says must hold. */
export interface Target {
  readonly samples: readonly Uint8Array[];
  /** Its part of all inputs, beside the others'. */
  readonly share: number;
  /** True where the input was accepted. */
  read(input: Uint8Array): boolean | Promise<boolean>;
}

const MOST_ROWS = 1_000;
const ROOT = join(import.meta.dirname, '../../..');
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (input: Uint8Array) => new TextDecoder().decode(input);
const json = (value: unknown) => bytes(JSON.stringify(value));

function filesBelow(folder: string, accept: (path: string) => boolean = () => true): Uint8Array[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map((entry) => join(entry.parentPath, entry.name)).filter((path) => accept(path) && !path.endsWith('.license')).sort().map((path) => readFileSync(path)).filter(({ length }) => length < 60_000);
}

async function* stream(input: Uint8Array): AsyncGenerator<Uint8Array> {
  yield input;
}

/** Text that is no JSON (or YAML) is not what these read; the reading of it belongs to their callers. */
function parsed(read: (text: string) => unknown, input: Uint8Array): { value: unknown } | null {
  try {
    return { value: read(textOf(input)) };
  } catch {
    return null;
  }
}

const fixtures = filesBelow('libs/importing/src/formats', (path) => path.includes('/fixtures/'));
const boms = [
  json({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: [{ type: 'library', name: 'left-pad', version: '1.3.0', purl: 'pkg:npm/left-pad@1.3.0', licenses: [{ license: { id: 'MIT' } }, { expression: 'MIT OR Apache-2.0' }] }, { type: 'application', name: 'x', components: [{ type: 'library', name: 'y' }] }] }),
  bytes('<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1"><components><component type="library"><name>a</name><version>1</version><licenses><license><id>MIT</id></license></licenses></component></components></bom>'),
  json({ spdxVersion: 'SPDX-2.3', dataLicense: 'CC0-1.0', SPDXID: 'SPDXRef-DOCUMENT', name: 'n', documentNamespace: 'https://example.org/1', creationInfo: { created: '2024-01-01T00:00:00Z', creators: ['Tool: t'] }, packages: [{ name: 'p', SPDXID: 'SPDXRef-p', versionInfo: '1', downloadLocation: 'NOASSERTION', licenseConcluded: 'MIT', licenseDeclared: 'NOASSERTION' }] }),
  bytes('SPDXVersion: SPDX-2.2\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: n\nDocumentNamespace: https://example.org/2\nCreator: Tool: t\nCreated: 2024-01-01T00:00:00Z\n\nPackageName: p\nSPDXID: SPDXRef-p\nPackageVersion: 1\nPackageDownloadLocation: NOASSERTION\nPackageLicenseConcluded: (MIT AND GPL-2.0-or-later)\n'),
  bytes('spdxVersion: SPDX-2.3\ndataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nname: n\ndocumentNamespace: https://example.org/3\ncreationInfo: { created: "2024-01-01T00:00:00Z", creators: ["Tool: t"] }\npackages:\n  - { name: p, SPDXID: SPDXRef-p, downloadLocation: NOASSERTION, licenseConcluded: MIT }\n'),
];
const expressions = ['MIT', 'GPL-2.0+', '(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0', 'LicenseRef-own AND DocumentRef-a:LicenseRef-b', 'NOASSERTION', 'NONE', 'EUPL-1.2 OR (AGPL-3.0-or-later AND BSD-3-Clause)'];
const namings = ['Apache License, Version 2.0', 'GNU GPL v3 or later', 'Freeware', 'proprietär', 'BSD (3 clause)', 'MIT/X11', 'LGPLv2.1+', 'Public Domain', 'EUPL v1.2', ...expressions];
const period = { budgetCents: 1_000, capacity: { t: 10 } };
const item = { id: 'a', value: 1, oneOffCents: 100 };
const base = { periods: [period, period], items: [item, { ...item, id: 'b' }] };
const problems = [json(base), ...filesBelow('docs', (path) => path.endsWith('planning-problem.schema.json'))];
const publiccode = [
  bytes(`publiccodeYmlVersion: "0"\nname: Beispiel\nurl: https://example.org/beispiel.git\nplatforms: [web]\ndevelopmentStatus: beta\nsoftwareType: addon\ncategories: [office]\ndescription:\n  de:\n    shortDescription: Ein Beispiel.\n    longDescription: ${'Ein Satz. '.repeat(20)}\n    features: [Beispiel]\nlegal:\n  license: EUPL-1.2\n  repoOwner: Stadt Beispiel\nmaintenance:\n  type: none\nlocalisation:\n  localisationReady: false\n  availableLanguages: [de]\n`),
  ...filesBelow('libs/importing/src/formats/publiccode/fixtures'),
];
const categories = [{ id: 'papers', names: { de: 'Akten', en: 'Files' }, publiccode: ['office'], keywords: [], functions: [] }];
const catalogue = [...filesBelow('database/catalogue/products', (path) => path.endsWith('.yaml')), ...filesBelow('database/catalogue', (path) => path.endsWith('categories.yaml'))];
const questionnaires = filesBelow('database/questionnaires', (path) => path.endsWith('.yaml'));
const questionnaire = questionnaires.map((file) => parseQuestionnaire(parse(textOf(file)))).find((one) => one.ok);
if (!questionnaire?.ok) throw new Error('no shipped questionnaire can be read');
const sheet = bytes([sheetHeader('de'), ...questionnaire.value.questions.slice(0, 5).map((question) => sheetRow(question, { kind: 'PRODUCT', key: 'gimp', name: 'GIMP', alternative: null }, 'de'))].map((cells) => cells.join(';')).join('\n'));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const shared = { vendors: [], categories: [], products: [], statements: [] } satisfies Omit<CataloguePack, 'header'>;
const pack: CataloguePack = { header: { name: 'stadt', publisher: 'Stadt', publishedOn: '2025-01-01' as CalendarDate, version: '1', license: 'CC0-1.0', sha256: sha256(packDigestText(shared)) }, ...shared };

/** Every parser of the project that files or texts of others go into. */
export const targets: Readonly<Record<string, Target>> = {
  inventory: {
    samples: [...fixtures, ...boms],
    share: 14,
    async read(input) {
      let accepted = true;
      let ended = false;
      for await (const event of readInventory(stream(input), { fileName: 'fuzz' })) {
        if (ended) throw new Error('an event after the end');
        if (event.kind === 'refused') accepted = !(ended = typeof event.problem.code === 'string');
        if (event.kind === 'end') ended = true;
        if (event.kind === 'batch') for (const { title } of event.records) if (typeof title !== 'string' || title === '') throw new Error('a record without a title');
      }
      if (!ended) throw new Error('neither refused nor ended');
      return accepted;
    },
  },
  sbom: { samples: boms, share: 2, read: async (input) => (await readSbom(stream(input), { fileName: 'fuzz', schemas: cycloneDxSchema, reopen: () => stream(input) })).ok },
  table: { samples: [...fixtures.slice(0, 12), sheet], share: 6, read: async (input) => (await readPlainTable(stream(input), 'fuzz', MOST_ROWS)).ok },
  expression: {
    samples: expressions.map(bytes),
    share: 40,
    read(input) {
      const read = parseExpression(textOf(input));
      if (!read.ok) return false;
      const again = parseExpression(printExpression(read.value));
      if (!again.ok || printExpression(again.value) !== printExpression(read.value)) throw new Error('what is printed does not read back');
      return true;
    },
  },
  license: { samples: namings.map(bytes), share: 14, read: (input) => typeof answerLicense(textOf(input)) === 'object' },
  publiccode: { samples: publiccode, share: 3, read: (input) => parsePubliccode(input).valid },
  product: { samples: publiccode, share: 3, read: (input) => productOfPubliccode(textOf(input), 'fuzz.yml', { vendors: [], categories }).ok },
  catalogue: { samples: catalogue.filter(({ length }) => length < 20_000).sort((a, b) => a.length - b.length).slice(0, 3), share: 1, read: (input) => parseCatalogueFile(textOf(input), 'fuzz.yaml').ok },
  pack: {
    samples: [bytes(writePack(pack))],
    share: 4,
    read: (input) => parsePack(textOf(input), 'fuzz.yaml', sha256).ok,
  },
  endoflife: { samples: [json([{ name: 'gimp', cycles: [{ cycle: '2.10', releaseDate: '2018-04-27', eol: false, latest: '2.10.36' }] }]), json({ gimp: [{ cycle: '2', eol: '2030-01-01' }] })], share: 3, read: (input) => readEndoflife(textOf(input), 'fuzz.json').ok },
  matrix: { samples: [bytes('Compatibility,MIT,GPL-2.0-only\nMIT,Same,No\nGPL-2.0-only,Yes,Same\n'), json({ timestamp: '2024', licenses: [{ name: 'MIT', compatibilities: [{ name: 'MIT', compatibility: 'Same', explanation: 'x' }] }] })], share: 4, read: (input) => parseOsadlMatrix(textOf(input)).ok },
  problem: { samples: problems, share: 8, read: (input) => checked(parsed(JSON.parse, input), checkProblem) },
  questionnaire: { samples: questionnaires, share: 2, read: (input) => checked(parsed((text) => parse(text, { maxAliasCount: 100 }), input), (value) => (Math.min(Number(parseArchetypes(value).ok), 0), parseQuestionnaire(value))) },
  model: { samples: [json(dortmund2021)], share: 4, read: (input) => checked(parsed(JSON.parse, input), parseModel) },
  sheet: {
    samples: [sheet],
    share: 6,
    read: (input) => readSheet(textOf(input).split('\n').map((line, at) => ({ line: at + 1, cells: line.split(';') })), questionnaire.value).ok,
  },
};

function checked(given: { value: unknown } | null, check: (value: unknown) => { readonly ok: boolean }): boolean {
  return given !== null && check(given.value).ok;
}
