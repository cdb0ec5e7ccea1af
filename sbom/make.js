// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

/**
 * Writes the bill of materials of the program as CycloneDX: what runs on the server and what the page is made of, by the lock file (npm itself makes the list; nothing is fetched), with the parts that
 * packages and the project's own files bring within them (`parts.yaml`). Tools for development are not part of it.
 *
 *     node sbom/make.js dist/fahrplan.cdx.json
 */
const root = join(import.meta.dirname, '..');
const PAGE_SOURCES = join(root, 'apps/web/src');
const DEVELOPMENT = 'cdx:npm:package:development';
const PRIVATE = 'cdx:npm:package:private';
const IMPORTED = /(?:from|import)\s*\(?\s*['"](?![.#/]|node:)((?:@[\w.-]+\/)?[\w.-]+)/g;

const isMarked = ({ properties = [] }, name) => properties.some((property) => property.name === name);

/** All that the lock file knows, as npm lists it. */
async function wholeBill() {
  const { stdout } = await promisify(execFile)('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], { cwd: root, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
  return JSON.parse(stdout);
}

/** References of what the lock file gives to production. npm marks a package as one for development where it is that in any of its places, so its marks do not do. */
async function refsOfProduction() {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const inUse = Object.entries(packages).filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link);
  return inUse.map(([path, { name, version }]) => `${name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`);
}

/** Packages that the page's sources name: they are built into it, though the server never loads them. */
async function packagesOfThePage() {
  const names = new Set();
  for (const file of await readdir(PAGE_SOURCES, { recursive: true })) {
    if (!/(?<!\.spec)\.(tsx?|css)$/.test(file)) continue;
    for (const [, name] of (await readFile(join(PAGE_SOURCES, file), 'utf8')).matchAll(IMPORTED)) names.add(name);
  }
  return names;
}

/** References of all that can be reached from the first ones. */
function reachable(first, dependencies) {
  const reached = new Set();
  const open = [...first];
  while (open.length > 0) {
    const ref = open.pop();
    if (reached.has(ref)) continue;
    reached.add(ref);
    open.push(...(dependencies.get(ref) ?? []));
  }
  return reached;
}

/** A part that stands within a package (or within the project itself, where it names none) as a component. */
function componentOf({ name, version, kind, license, purl, url }) {
  return {
    'bom-ref': `part:${name}${version ? `@${version}` : ''}`,
    type: kind,
    name,
    ...(version ? { version } : {}),
    ...(purl ? { purl } : {}),
    licenses: [{ expression: license }],
    ...(url ? { externalReferences: [{ type: 'website', url }] } : {}),
  };
}

export async function makeBill() {
  const bill = await wholeBill();
  const ofProgram = bill.metadata.component['bom-ref'];
  const dependencies = new Map(bill.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const known = new Map(bill.components.map((component) => [component['bom-ref'], component]));
  const { name, version, description, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

  const named = await packagesOfThePage();
  const direct = dependencies.get(ofProgram) ?? [];
  const ofPage = direct.filter((ref) => named.has(ref.slice(0, ref.lastIndexOf('@'))));
  for (const wanted of named) if (!direct.some((ref) => ref.startsWith(`${wanted}@`))) throw new Error(`the page names the package ${wanted}, which package.json does not`);

  const kept = reachable(ofPage, dependencies);
  for (const ref of await refsOfProduction()) {
    if (!known.has(ref)) throw new Error(`npm does not list ${ref}`);
    kept.add(ref);
  }
  for (const [ref, component] of known) if (isMarked(component, PRIVATE)) kept.delete(ref); // ours

  const components = bill.components.filter((component) => kept.has(component['bom-ref'])).map(({ properties = [], ...component }) => ({ ...component, properties: properties.filter((property) => property.name !== DEVELOPMENT) }));
  const { parts } = parse(await readFile(join(import.meta.dirname, 'parts.yaml'), 'utf8'));
  const within = new Map();
  for (const part of parts) {
    const component = componentOf(part);
    components.push(component);
    const holders = part.within ? components.filter(({ purl = '' }) => part.within.some((holder) => decodeURIComponent(purl).startsWith(`pkg:npm/${holder}@`))).map((holder) => holder['bom-ref']) : [ofProgram];
    if (holders.length === 0) throw new Error(`sbom/parts.yaml: ${part.name} is said to be within ${part.within}, which is no part of the program`);
    for (const holder of holders) within.set(holder, [...(within.get(holder) ?? []), component['bom-ref']]);
  }
  const refs = new Set([ofProgram, ...components.map((component) => component['bom-ref'])]);
  return {
    ...bill,
    metadata: { ...bill.metadata, component: { ...bill.metadata.component, type: 'application', name, version, description, licenses: [{ license: { id: license } }] } },
    components,
    dependencies: [...refs].map((ref) => ({ ref, dependsOn: [...(dependencies.get(ref) ?? []), ...(within.get(ref) ?? [])].filter((other) => refs.has(other)) })),
  };
}

if (process.argv[1] === import.meta.filename) {
  const [file = join(root, 'dist/fahrplan.cdx.json')] = process.argv.slice(2);
  const bill = await makeBill();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(bill, null, 1)}\n`);
  console.log(`${file}: ${bill.components.length} components`);
}
