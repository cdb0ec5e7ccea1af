// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { fragmentOf, yamlProblem, type CatalogueFragment } from './catalogue-file.js';
import { comparableName } from './check-names.js';
import type { CatalogueEntries, CatalogueProduct, CatalogueVendor, Distribution, SupportOffer } from './entry.js';
import { readPositionedYaml } from './positioned-yaml.js';

type Plain = Readonly<Record<string, unknown>>;

/** Whether a text that is YAML describes one software in the sense of the publiccode.yml standard. */
export function isPubliccodeText(text: string): boolean {
  return /^["']?publiccodeYmlVersion["']?\s*:/m.test(text);
}

/**
 * Makes a catalogue entry of a `publiccode.yml`: name, license, category, owner as vendor, contractors as support offers, address as source. Nothing is
 * said of alternatives, and nothing counts as verified: it is what its maker says of itself.
 *
 * @param known vendors and categories that the catalogue has; a vendor of the same name is taken, a new one comes with the product
 * @param categoryId category to file it under, in place of the one whose publiccode.yml categories fit best
 * @returns the product, and its vendor where that is new, or `CATALOGUE.FIELD_MISSING`, `.PUBLICCODE_CATEGORY_UNKNOWN`, or what is wrong with the YAML
 * @source https://yml.publiccode.tools/schema.core.html
 */
export function productOfPubliccode(text: string, fileName: string, known: Pick<CatalogueEntries, 'vendors' | 'categories'>, categoryId?: string): Result<CatalogueFragment, Problem[]> {
  const document = readPositionedYaml(text);
  if (!document.ok) return err(document.problem.map((fault) => yamlProblem(fault, fileName)));
  const software = record(document.value.value);
  const missing = (path: string) => err([{ code: 'CATALOGUE.FIELD_MISSING', file: fileName, ...document.value.locate(path.split('.')), path, field: path.split('.').at(-1) }]);
  const [legal, maintenance] = [record(software['legal']), record(software['maintenance'])];
  const [name, license] = [line(software['name']), line(legal['license'])];
  if (name === null || idOf(name) === '') return missing('name');
  if (license === null) return missing('legal.license');
  const url = https(software['url']) ?? https(software['landingURL']);
  const owner = line(legal['repoOwner']) ?? line(record(software['organisation'])['name']) ?? line(legal['mainCopyrightOwner']) ?? ownerInAddress(url);
  if (owner === null || idOf(owner) === '') return missing('legal.mainCopyrightOwner');
  const words = list(software['categories']).flatMap((word) => line(word) ?? []);
  const category = categoryId ?? bestCategory(words, known.categories);
  if (category === null) return err([{ code: 'CATALOGUE.PUBLICCODE_CATEGORY_UNKNOWN', file: fileName, ...document.value.locate(['categories']), path: 'categories', found: words }]);
  const vendor = known.vendors.find((one) => [one.name, ...one.aliases].some((other) => comparableName(other) === comparableName(owner)));
  const made: CatalogueVendor = { id: idOf(owner), name: owner, aliases: [], sources: [] };
  const product: CatalogueProduct = {
    id: idOf(name),
    name,
    vendor: vendor?.id ?? made.id,
    category,
    aliases: [],
    license,
    distribution: DISTRIBUTION[line(software['softwareType']) ?? ''] ?? [],
    specialisedProcedure: false,
    identifiers: { purl: packageUrl(url), cpe: [], winget: [], debian: [] },
    functions: [],
    releaseCycles: [],
    replaces: [],
    support: list(maintenance['contractors']).flatMap(supportOf),
    sources: url === null ? [] : [{ url, verified: false }],
    alternatives: [],
  };
  return ok(fragmentOf(fileName, { vendors: vendor === undefined ? [made] : [], categories: [], products: [product] }, document.value));
}

const DISTRIBUTION: Readonly<Record<string, readonly Distribution[]>> = {
  'standalone/mobile': ['mobile'],
  'standalone/iot': ['appliance'],
  'standalone/desktop': ['desktop'],
  'standalone/web': ['server'],
  'standalone/backend': ['server'],
  'standalone/other': [],
  addon: [],
  library: ['library'],
  configurationFiles: [],
};

/** The category that shares the most words; a word that few categories have counts more, one that a category names first, or is called by, too. Null where none is shared. */
function bestCategory(words: readonly string[], categories: CatalogueEntries['categories']): string | null {
  const share = new Map(words.map((word) => [word, categories.filter(({ publiccode }) => publiccode.includes(word)).length]));
  let best: { readonly id: string; readonly weight: number } | null = null;
  for (const { id, publiccode } of categories) {
    const called = words.includes(id) ? 1 : 0;
    const weight = called + publiccode.reduce((sum, word, at) => sum + (share.has(word) ? 1 / ((share.get(word) ?? 1) * (at + 1)) : 0), 0);
    if (weight > (best?.weight ?? 0)) best = { id, weight };
  }
  return best?.id ?? null;
}

function supportOf(contractor: unknown): SupportOffer[] {
  const [provider, url] = [line(record(contractor)['name']), https(record(contractor)['website'])];
  return provider === null || url === null ? [] : [{ provider, url }];
}

/** `https://github.com/OWNER/NAME.git` has a package URL. */
function packageUrl(url: string | null): string[] {
  const found = /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(url ?? '');
  return found === null ? [] : [`pkg:github/${found[1]}/${found[2]}`.toLowerCase()];
}

/** Who holds the repository, where its address says so: the first part of a path of several. */
function ownerInAddress(url: string | null): string | null {
  const parts = url === null ? [] : new URL(url).pathname.split('/').filter((part) => part !== '');
  return parts.length < 2 ? null : line(parts[0]);
}

/** A name as an id: `Stadt Köln` becomes `stadt-koeln`; empty where nothing is left. */
export function idOf(name: string): string {
  const spelt = name.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').replace(/\+/g, ' plus ').replace(/#/g, ' sharp ');
  return spelt.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '');
}

function https(value: unknown): string | null {
  const text = line(value);
  return text !== null && /^https:\/\/[^\s/]/i.test(text) && URL.canParse(text) ? text : null;
}

function line(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' || text.length > 300 ? null : text;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function record(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}
