// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { applyStatement, checkStatement, comparableName, EMPTY_PRODUCT, idOf, sameValue, statedValue, type CatalogueSource, type CatalogueVendor, type ProductStatement } from '#catalogue';
import { err, ok, type Problem, type Result } from '#kernel';
import type { StoredLayer } from './catalogue-layer.repository.js';
import { ChangeCatalogue, type CatalogueStanding, type CatalogueStep, type ChangeRequest } from './change-catalogue.use-case.js';

/** What somebody says of a product, field by field. */
export interface ProductEdit {
  /** Key of a product that is there, or of one that is to be made; made from the name where it is not given. */
  readonly key?: string | undefined;
  /** Fields as in catalogue files; `vendor` may be a key or a name. A field that is not there is not spoken of; null empties it. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Fields of which the administration takes its word back: what the base says counts again. */
  readonly reset?: readonly string[];
  readonly reason?: string | undefined;
  readonly source?: CatalogueSource | undefined;
  /** The product's revision as it was read; null for a new one. */
  readonly revision: number | null;
}

/**
 * Makes a product of the administration's own, or says single fields of a known one otherwise. Each such field keeps who said it, when, why and where from,
 * and outlives every update of the shared base.
 */
@Injectable()
export class EditProduct {
  constructor(private readonly change: ChangeCatalogue) {}

  /** @returns the product's key; `CATALOGUE.NOT_FOUND` where an alternative or a reset is about a product that is not there */
  async execute(edit: ProductEdit, request: Pick<ChangeRequest, 'actorId' | 'requestId' | 'operation'>): Promise<Result<string, Problem[]>> {
    const key = edit.key ?? idOf(String(edit.fields['name'] ?? ''));
    const done = await this.change.execute({ ...request, entityId: key, reading: { product: key, revision: edit.revision } }, (standing) => stepOf(key, edit, standing));
    return done.ok ? ok(key) : done;
  }
}

function stepOf(key: string, { key: given, fields, reset = [], reason, source }: ProductEdit, standing: CatalogueStanding): Result<CatalogueStep, Problem[]> {
  const own = standing.layers.find(({ kind }) => kind === 'OWN') ?? { kind: 'OWN', name: 'own', provenance: {}, vendors: [], categories: [], products: [], statements: [] };
  const vendor = vendorOf(fields['vendor'], standing);
  if (!vendor.ok) return err([vendor.problem]);
  const said = Object.entries(vendor.value === null ? fields : { ...fields, vendor: vendor.value.id });
  const isNew = !standing.merged.unstated.has(key);
  const isAboutAlternatives = said.every(([field]) => field.startsWith('alternatives.'));
  if (isNew && (isAboutAlternatives || reset.length > 0)) return err([{ code: 'CATALOGUE.NOT_FOUND', what: 'product', id: key }]);
  const statements: ProductStatement[] = [];
  const problems: Problem[] = isNew && (key === '' ? !isBlank(fields['name'] ?? null) : idOf(key) !== key) ? [unusableKey(key, given, fields['name'])] : [];
  const lacking = NEEDED.filter((field) => (fields[field] === undefined ? isNew : isBlank(fields[field])));
  problems.push(...lacking.map((field) => ({ code: 'CATALOGUE.FIELD_MISSING', path: field, field })));
  for (const [field, value] of said) {
    if (lacking.includes(field)) continue;
    const checked = checkStatement({ product: key, field, value, reason, source });
    if (checked.ok) statements.push(checked.value);
    else problems.push(...checked.problem);
  }
  if (problems.length > 0) return err(problems);
  const vendors = vendor.value === null || standing.merged.vendors.some(({ id }) => id === vendor.value?.id) ? own.vendors : [...own.vendors, vendor.value];
  return ok({ layers: [{ ...own, vendors, ...(isOwn(key, isNew, standing) ? entry(key, own, statements) : overrides(key, own, statements, reset, standing)) }] });
}

/** What every product has to have. */
const NEEDED = ['name', 'vendor', 'category', 'license'];

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** A key is made of letters from a to z and digits; a name may have none of them. */
function unusableKey(key: string, given: string | undefined, name: unknown): Problem {
  const [field, found] = given === undefined ? ['name', String(name)] : ['key', key];
  return { code: 'CATALOGUE.FIELD_INVALID', path: field, field, found, expected: given === undefined ? 'a-z, 0-9' : 'KEBAB_CASE' };
}

function isOwn(key: string, isNew: boolean, { merged }: CatalogueStanding): boolean {
  return isNew || merged.originOf.get(key)?.kind === 'OWN';
}

/** A product of the administration's own is one entry; there is nothing beneath it to differ from. */
function entry(key: string, own: StoredLayer, statements: readonly ProductStatement[]): Pick<StoredLayer, 'products'> {
  const before = own.products.find(({ id }) => id === key) ?? { ...EMPTY_PRODUCT, id: key };
  const after = statements.reduce(applyStatement, before);
  return { products: [...own.products.filter(({ id }) => id !== key), after] };
}

/** Of a known product each field is said by itself; one that the layers beneath say already is no override. */
function overrides(key: string, own: StoredLayer, statements: readonly ProductStatement[], reset: readonly string[], { layers, merged }: CatalogueStanding): Pick<StoredLayer, 'statements'> {
  const beneath = layers.filter(({ kind }) => kind === 'PACK').flatMap((layer) => layer.statements).reduce(applyStatement, merged.unstated.get(key)!);
  const fields = new Set([...statements.map(({ field }) => field), ...reset]);
  const kept = own.statements.filter(({ product, field }) => product !== key || !fields.has(field));
  return { statements: [...kept, ...statements.filter(({ field, value }) => !sameValue(statedValue(beneath, field) ?? null, value))] };
}

/** A vendor by key or by one of its names; a name that nobody has becomes a new one. Null where no vendor is spoken of. */
function vendorOf(given: unknown, { merged }: CatalogueStanding): Result<CatalogueVendor | null, Problem> {
  if (given === undefined || isBlank(given)) return ok(null);
  const wanted = comparableName(String(given));
  const known = merged.vendors.find(({ id }) => id === given) ?? merged.vendors.find(({ name, aliases }) => [name, ...aliases].some((one) => comparableName(one) === wanted));
  if (known !== undefined) return ok(known);
  const id = idOf(String(given));
  if (id === '') return err({ code: 'CATALOGUE.FIELD_INVALID', path: 'vendor', field: 'vendor', found: String(given), expected: 'key or name' });
  return ok({ id, name: String(given).trim().slice(0, 300), aliases: [], sources: [] });
}
