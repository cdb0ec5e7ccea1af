// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { Problem } from '#kernel';
import type { SchemaSource } from './sbom.js';

/** Versions of CycloneDX whose JSON form exists. */
export const CYCLONEDX_JSON_VERSIONS = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;
const REFERENCED = ['spdx', 'jsf-0.82', 'cryptography-defs'] as const;
const BASE = 'http://cyclonedx.org/schema/';
const SHOWN_VALUES = 12;

/** Checks parts of a document of one version; each answers with the most telling fault, or null. */
export interface CycloneDxSchema {
  /** The document with its long lists empty. */
  readonly shell: (value: unknown) => Problem | null;
  /** One item of a long list; null where the version has no such list. */
  readonly item: (list: CycloneDxList, value: unknown, path: string) => Problem | null;
  /** Whether a list may not hold the same item twice. */
  readonly isSet: (list: CycloneDxList) => boolean;
}

/** Lists of a document that can be long, so that they are checked item by item. */
export const CYCLONEDX_LISTS = ['components', 'services', 'dependencies', 'compositions', 'vulnerabilities', 'annotations', 'formulation'] as const;
export type CycloneDxList = (typeof CYCLONEDX_LISTS)[number];

const compiled = new WeakMap<SchemaSource, Map<string, CycloneDxSchema>>();

/**
 * Compiles the official schema of a version, once for each source of schemas.
 *
 * @source CycloneDX 1.2–1.7, JSON schemas
 */
export function cycloneDxSchema(version: string, schemas: SchemaSource): CycloneDxSchema {
  const known = compiled.get(schemas) ?? new Map<string, CycloneDxSchema>();
  compiled.set(schemas, known);
  const found = known.get(version) ?? compile(version, schemas);
  known.set(version, found);
  return found;
}

function compile(version: string, schemas: SchemaSource): CycloneDxSchema {
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true, addUsedSchema: false });
  const addFormats = (addFormatsModule as unknown as { default?: (ajv: Ajv) => void }).default ?? (addFormatsModule as unknown as (ajv: Ajv) => void);
  addFormats(ajv);
  ajv.addFormat('iri-reference', /^[^\s<>"{}|\\^`]*$/u);
  ajv.addFormat('idn-email', /^[^\s@]+@[^\s@]+$/u);
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', validate: (isWanted: boolean, items: unknown[]) => !isWanted || areUnique(items) });
  for (const name of REFERENCED) {
    const file = `${name}.SNAPSHOT.schema.json`;
    ajv.addSchema(withoutInnerIds(JSON.parse(schemas(file)), BASE + file), BASE + file);
  }
  const id = `${BASE}bom-${version}.schema.json`;
  const schema = withoutInnerIds(JSON.parse(schemas(`bom-${version}.SNAPSHOT.schema.json`)), id);
  ajv.addSchema(schema, id);
  const part = (pointer: string): ValidateFunction => ajv.compile({ $ref: `${id}${pointer}` });
  const shell = part('');
  const lists = (schema['properties'] ?? {}) as Partial<Record<CycloneDxList, { readonly uniqueItems?: boolean }>>;
  const items = new Map(CYCLONEDX_LISTS.filter((list) => lists[list] !== undefined).map((list) => [list, part(`#/properties/${list}/items`)]));
  return {
    shell: (value) => judge(shell, value, ''),
    item: (list, value, path) => {
      const check = items.get(list);
      return check === undefined ? null : judge(check, value, path);
    },
    isSet: (list) => lists[list]?.uniqueItems === true,
  };
}

/** Older schemas give inner parts ids that are no use and confuse references. */
function withoutInnerIds(schema: unknown, id: string): Record<string, unknown> {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([key, inner]) => !(key === '$id' && typeof inner === 'string')).map(([key, inner]) => [key, strip(inner)]));
  };
  return { ...(strip(schema) as Record<string, unknown>), $id: id };
}

/** Same content, whatever the order of keys, counts as the same. Cost: linear, where a comparison of all pairs would be quadratic. */
function areUnique(items: readonly unknown[]): boolean {
  const seen = new Set<string>();
  for (const item of items) {
    const text = canonicalText(item);
    if (seen.has(text)) return false;
    seen.add(text);
  }
  return true;
}

/** JSON text with the keys in order. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

function judge(validate: ValidateFunction, value: unknown, path: string): Problem | null {
  if (validate(value)) return null;
  const errors = validate.errors ?? [];
  const telling = [...errors].sort((a, b) => weight(b) - weight(a))[0] as ErrorObject;
  return { code: 'IMPORTING.SBOM_INVALID', path: (path + dotted(telling.instancePath)).replace(/^\./, '') || '$', reason: reasonOf(telling) };
}

/** Faults deep inside say more than "matches none of the alternatives". */
function weight(error: ErrorObject): number {
  const isSummary = error.keyword === 'oneOf' || error.keyword === 'anyOf' || error.keyword === 'if' || error.keyword === 'allOf';
  return error.instancePath.split('/').length * 2 + (isSummary ? 0 : 1);
}

function dotted(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('');
}

function reasonOf(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'enum') {
    const allowed = params['allowedValues'] as unknown[];
    return allowed.length <= SHOWN_VALUES ? `must be one of ${allowed.join(', ')}` : 'must be one of the listed values';
  }
  if (error.keyword === 'additionalProperties') return `must not have the property ${String(params['additionalProperty'])}`;
  if (error.keyword === 'uniqueItems') return 'must not hold the same item twice';
  return error.message ?? error.keyword;
}
