// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, type CalendarDate } from '#kernel';
import { z } from 'zod';
import { ALTERNATIVE_KINDS, DISTRIBUTIONS, PERSONAL_DATA } from './entry.js';
import type { CatalogueCategory, CatalogueProduct, CatalogueVendor } from './entry.js';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'KEBAB_CASE').max(80).describe('Stable id: lower-case letters, digits, single hyphens.');
const line = z.string().min(1).max(300).regex(/^\S(?:[^\r\n]*\S)?$/, 'ONE_LINE');
const lines = z.array(line).default([]);
const ids = z.array(id).default([]);
const url = z.url({ protocol: /^https$/, error: 'HTTPS' }).max(1000).describe('Address, https only.');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'DATE').refine((text) => calendarDate(text) !== null, 'DATE').transform((text) => text as CalendarDate);
const wording = z.strictObject({ de: line, en: line });
const sourceFields = {
  url,
  checkedOn: day.optional().describe('Day of the last look.'),
  verified: z.boolean().default(false).describe('True where the page was read and says so.'),
};
const dated = (source: { verified: boolean; checkedOn?: CalendarDate | undefined }) => !source.verified || source.checkedOn !== undefined;
const source = z.strictObject(sourceFields).refine(dated, 'CHECKED_ON');
const evidence = z.strictObject({ ...sourceFields, administration: line.optional(), note: line.optional(), language: z.enum(['de', 'en']).optional().describe('Language of administration and note; German unless said.') }).refine(dated, 'CHECKED_ON');

const vendor = z.strictObject({
  id,
  name: line,
  country: z.string().regex(/^[A-Z]{2}$/, 'COUNTRY').optional().describe('ISO 3166-1 alpha-2.'),
  aliases: lines,
  mergedInto: id.optional().describe('The vendor that took this one over.'),
  sources: z.array(source).default([]),
}) satisfies z.ZodType<CatalogueVendor>;

const category = z.strictObject({
  id,
  names: wording,
  publiccode: ids.describe('Category names of the publiccode.yml vocabulary.'),
  keywords: lines.describe('Other words people search by.'),
  formats: z.array(line).optional().describe('Formats and interfaces that its products read, write or speak; nothing else carries over from one of them.'),
  functions: z.array(z.strictObject({ id, names: wording })).default([]),
}) satisfies z.ZodType<CatalogueCategory>;

const identifiers = z.strictObject({
  purl: z.array(z.string().regex(/^pkg:[a-z][a-z0-9.+-]*\/\S+$/, 'PURL')).default([]),
  cpe: z.array(z.string().regex(/^cpe:(\/|2\.3:)[aoh*]:\S+$/, 'CPE')).default([]),
  winget: z.array(z.string().regex(/^[^\s/\\]+\.[^\s/\\]+$/, 'WINGET')).default([]),
  debian: z.array(z.string().regex(/^[a-z0-9][a-z0-9+.-]+$/, 'DEBIAN')).default([]),
  wikidata: z.string().regex(/^Q[1-9]\d*$/, 'WIKIDATA').optional(),
  endoflife: z.string().regex(/^[a-z0-9.+-]+$/, 'KEBAB_CASE').optional(),
});

/** Why a field is said otherwise, and where that is said. */
export const groundsSchema = z.object({ reason: line.optional(), source: source.optional() });

/** The shape of one alternative. */
export const alternativeSchema = z.strictObject({
  product: id,
  kind: z.enum(ALTERNATIVE_KINDS),
  complements: ids.describe('Products needed beside it; only for NEEDS_COMPLEMENT.'),
  covers: ids.describe('Functions of the category that it covers.'),
  missing: ids.describe('Functions of the category that it lacks.'),
  carriesOver: lines.describe('Formats and interfaces that are kept.'),
  evidence: z.array(evidence).default([]),
  notes: wording.optional().describe('What hurts.'),
});

/** The shape of one product, without the category that its file names. */
export const productSchema = z.strictObject({
  id,
  name: line,
  vendor: id,
  aliases: lines.describe('Names as inventories spell them, without version and language.'),
  license: line.describe('SPDX expression; LicenseRef-proprietary where it may not be used freely.'),
  distribution: z.array(z.enum(DISTRIBUTIONS)).default([]),
  specialisedProcedure: z.boolean().default(false),
  personalData: z.enum(PERSONAL_DATA).optional(),
  identifiers: identifiers.prefault({}),
  functions: ids,
  releaseCycles: z.array(z.strictObject({ cycle: line, releasedOn: day.optional(), endOfSupportOn: day.optional(), source: url })).default([]),
  replaces: ids.describe('Earlier products of which this one is the successor.'),
  cost: z.strictObject({
    amountCents: z.int().min(0),
    per: z.enum(['user', 'device', 'server', 'site']),
    period: z.enum(['year', 'once']),
    note: line.optional(),
    source,
  }).optional(),
  support: z.array(z.strictObject({ provider: line, url })).default([]),
  sources: z.array(source).default([]),
  noneKnown: z.strictObject({ lookedOn: day, note: line.optional() }).optional().describe('Looked for an open alternative, found none.'),
  alternatives: z.array(alternativeSchema).default([]),
}) satisfies z.ZodType<Omit<CatalogueProduct, 'category'>>;

/** The shape of a catalogue file; what the published JSON Schema is made from. */
export const catalogueFileSchema = z.strictObject({
  vendors: z.array(vendor).optional(),
  categories: z.array(category).optional(),
  category: id.optional().describe('Category of all products in this file.'),
  products: z.array(productSchema).optional(),
});

/** The shape of a pack that administrations hand to each other; its products name their category themselves. */
export const packSchema = z.strictObject({
  pack: z.strictObject({
    name: id,
    publisher: line,
    publishedOn: day,
    version: line,
    license: line,
    url: url.optional(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/i, 'SHA256'),
  }),
  vendors: z.array(vendor).default([]),
  categories: z.array(category).default([]),
  products: z.array(productSchema.extend({ category: id })).default([]),
  statements: z.array(z.strictObject({ product: id, field: line, value: z.unknown(), reason: line.optional(), source: source.optional() })).default([]),
});

/** The JSON Schema (draft 2020-12) that editors check catalogue files with; `database/catalogue/catalogue.schema.json` holds it. */
export function catalogueJsonSchema(): object {
  return {
    ...z.toJSONSchema(catalogueFileSchema, { io: 'input' }),
    title: 'Fahrplan catalogue file',
    description: 'Vendors, categories, or the products of one category.',
  };
}
