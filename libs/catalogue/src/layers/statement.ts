// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { problemsOfIssues } from '../catalogue-file.js';
import { EMPTY_PRODUCT } from '../empty-product.js';
import type { CatalogueAlternative, CatalogueProduct, CatalogueSource } from '../entry.js';
import { alternativeSchema, groundsSchema, productSchema } from '../entry-schema.js';

/**
 * What somebody says of one field of a product that the shared base describes otherwise or not at all.
 *
 * `field` is a field of the product, or `alternatives.ID` for one alternative; the value null empties the field, or takes the alternative out.
 */
export interface ProductStatement {
  readonly product: string;
  readonly field: string;
  readonly value: unknown;
  /** Why it is said. */
  readonly reason?: string | undefined;
  readonly source?: CatalogueSource | undefined;
}

const ALTERNATIVE = 'alternatives.';

/** Fields that can be said otherwise one by one; the id stays, alternatives are said one by one. */
export const STATED_FIELDS = Object.keys(productSchema.shape).filter((field) => field !== 'id' && field !== 'alternatives').concat('category');

/** Accepts a statement if its field exists, its value has the field's shape, and reason and source have theirs: `CATALOGUE.STATEMENT_FIELD_UNKNOWN`, `.FIELD_INVALID`, `.FIELD_UNKNOWN`, `.FIELD_MISSING`. */
export function checkStatement(statement: ProductStatement): Result<ProductStatement, Problem[]> {
  const { field, value, product } = statement;
  const path = `${product}.${field}`;
  const grounds = groundsSchema.safeParse(statement);
  if (!grounds.success) return err(problemsOfIssues(grounds.error.issues, statement, product));
  if (field.startsWith(ALTERNATIVE)) {
    if (value === null) return ok(statement);
    const read = alternativeSchema.safeParse(value);
    if (!read.success) return err(problemsOfIssues(read.error.issues, value, path));
    if (read.data.product !== field.slice(ALTERNATIVE.length)) return err([{ code: 'CATALOGUE.FIELD_INVALID', path: `${path}.product`, field: 'product', found: read.data.product, expected: field.slice(ALTERNATIVE.length) }]);
    return ok({ ...statement, value: read.data });
  }
  if (!STATED_FIELDS.includes(field)) return err([{ code: 'CATALOGUE.STATEMENT_FIELD_UNKNOWN', id: product, field, path, fields: STATED_FIELDS }]);
  if (value === null && !MUST.has(field)) return ok(statement);
  const shape = field === 'category' ? productSchema.shape.id : productSchema.shape[field as keyof typeof productSchema.shape];
  const read = shape.safeParse(value);
  return read.success ? ok({ ...statement, value: read.data }) : err(problemsOfIssues(read.error.issues, value, path));
}

const MUST = new Set(['name', 'vendor', 'license', 'category']);

/** The product as the statement says it; a statement about another product changes nothing. */
export function applyStatement(product: CatalogueProduct, { product: id, field, value }: ProductStatement): CatalogueProduct {
  if (id !== product.id) return product;
  if (field.startsWith(ALTERNATIVE)) {
    const other = field.slice(ALTERNATIVE.length);
    const at = product.alternatives.findIndex((one) => one.product === other);
    const kept = product.alternatives.filter((one) => one.product !== other);
    if (value === null) return { ...product, alternatives: kept };
    const alternatives = at < 0 ? [...kept, value as CatalogueAlternative] : product.alternatives.with(at, value as CatalogueAlternative);
    const { noneKnown: _contradicted, ...rest } = product;
    return { ...rest, alternatives };
  }
  if (value !== null) return { ...product, [field]: value };
  const { [field]: _gone, ...rest } = product as unknown as Record<string, unknown>;
  return { ...rest, ...(field in EMPTY_PRODUCT ? { [field]: EMPTY_PRODUCT[field as keyof typeof EMPTY_PRODUCT] } : {}) } as unknown as CatalogueProduct;
}

/** What a field says now; undefined where it is absent. */
export function statedValue(product: CatalogueProduct, field: string): unknown {
  if (field.startsWith(ALTERNATIVE)) return product.alternatives.find((one) => one.product === field.slice(ALTERNATIVE.length));
  return (product as unknown as Record<string, unknown>)[field];
}

/** The statements that make one product say what another says of the same id; none where they say the same. */
export function statementsBetween(from: CatalogueProduct, to: CatalogueProduct): ProductStatement[] {
  const fields = STATED_FIELDS.filter((field) => !sameValue(statedValue(from, field), statedValue(to, field)));
  const alternatives = new Set([...from.alternatives, ...to.alternatives].map((one) => one.product));
  const others = [...alternatives].map((id) => `${ALTERNATIVE}${id}`).filter((field) => !sameValue(statedValue(from, field), statedValue(to, field)));
  return [...fields, ...others].map((field) => ({ product: to.id, field, value: statedValue(to, field) ?? null }));
}

/** Whether two plain values are the same, whatever the order of their keys; a missing field is the same as an undefined one. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** JSON with the keys of every object in order, and without blanks: the same text for the same content. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}
