// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import type { z } from 'zod';
import type { CatalogueCategory, CatalogueEntries, CatalogueProduct, CatalogueVendor } from './entry.js';
import { catalogueFileSchema } from './entry-schema.js';
import { readPositionedYaml, type FieldPath, type PositionedYaml, type TextPosition, type YamlFault } from './positioned-yaml.js';

/** What one file adds to the catalogue; shapes are checked, references to other files are not. */
export interface CatalogueFragment {
  readonly file: string;
  readonly vendors: readonly CatalogueVendor[];
  readonly categories: readonly CatalogueCategory[];
  readonly products: readonly CatalogueProduct[];
  /** Where a field stands in the file: `['products', 3, 'license']`. */
  locate(path: FieldPath): TextPosition;
}

/**
 * Reads one catalogue file.
 *
 * @param text YAML: `vendors`, `categories`, or `category` with `products`
 * @param fileName only for the problems
 * @returns the entries with defaults filled in (missing lists are empty), or every fault of the file with its place:
 *   `CATALOGUE.YAML_BROKEN`, `.DUPLICATE_KEY`, `.YAML_ALIAS`, `.YAML_TOO_DEEP`, `.FILE_EMPTY`, `.FIELD_UNKNOWN`, `.FIELD_MISSING`, `.FIELD_INVALID`
 */
export function parseCatalogueFile(text: string, fileName: string): Result<CatalogueFragment, Problem[]> {
  const document = readPositionedYaml(text);
  if (!document.ok) {
    return err(document.problem.map((fault) => yamlProblem(fault, fileName)));
  }
  return readFragment(document.value, fileName);
}

/** What a faulty file still holds: the entries that are in order, its problems, and the ids of the entries that are not. */
export interface SalvagedFile {
  /** Null where the file could not be taken apart at all. */
  readonly fragment: CatalogueFragment | null;
  readonly problems: readonly Problem[];
  readonly lostIds: readonly string[];
}

/**
 * Reads one catalogue file as {@link parseCatalogueFile} does, for a check that is to find everything at once: entries without a fault are handed on
 * even where others have one. Nothing of a faulty file may be stored.
 */
export function salvageCatalogueFile(text: string, fileName: string): SalvagedFile {
  const whole = parseCatalogueFile(text, fileName);
  if (whole.ok) return { fragment: whole.value, problems: [], lostIds: [] };
  const nothing = { fragment: null, problems: whole.problem, lostIds: [] };
  const document = readPositionedYaml(text);
  if (!document.ok || !isRecord(document.value.value)) return nothing;
  const { value, locate } = document.value;
  const lostIds: string[] = [];
  const places = new Map<string, number[]>();
  const kept = Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([list, entries]) => {
      const faulty = new Set(whole.problem.flatMap(({ path }) => (path?.startsWith(`${list}[`) ? [Number.parseInt(path.slice(list.length + 1), 10)] : [])));
      if (!Array.isArray(entries) || faulty.size === 0) return [list, entries];
      for (const at of faulty) if (isRecord(entries[at]) && typeof entries[at]['id'] === 'string') lostIds.push(entries[at]['id']);
      const good = entries.map((_, at) => at).filter((at) => !faulty.has(at));
      places.set(list, good);
      return [list, good.map((at) => entries[at] as unknown)];
    }),
  );
  const rest = readFragment({ value: kept, locate: ([list, at, ...path]) => locate([list, places.get(String(list))?.[Number(at)] ?? at, ...path].filter((step) => step !== undefined)) }, fileName);
  return rest.ok ? { fragment: rest.value, problems: whole.problem, lostIds } : nothing;
}

function readFragment(yaml: PositionedYaml, fileName: string): Result<CatalogueFragment, Problem[]> {
  if (isBlank(yaml.value)) return err([{ code: 'CATALOGUE.FILE_EMPTY', file: fileName, line: 1, column: 1 }]);
  const read = catalogueFileSchema.safeParse(yaml.value);
  if (!read.success) return err(problemsOfIssuesAt(read.error.issues, yaml, fileName));
  const { vendors = [], categories = [], category, products = [] } = read.data;
  if (products.length > 0 && category === undefined) {
    return err([{ code: 'CATALOGUE.FIELD_MISSING', file: fileName, ...yaml.locate([]), path: 'category', field: 'category' }]);
  }
  return ok(fragmentOf(fileName, { vendors, categories, products: products.map((product) => ({ ...product, category: category as string })) }, yaml));
}

/** Entries with the way back to their file; without a file every field stands at its beginning. */
export function fragmentOf(file: string, { vendors, categories, products }: CatalogueEntries, yaml?: PositionedYaml): CatalogueFragment {
  return { file, vendors, categories, products, locate: (path) => yaml?.locate(path) ?? { line: 1, column: 1 } };
}

/** What is wrong with a text that is no YAML, or more than plain YAML. */
export function yamlProblem({ kind, detail, line, column }: YamlFault, file: string): Problem {
  return { code: YAML_CODES[kind], file, line, column, detail };
}

/** What is wrong with a document's shape, with places. */
export function problemsOfIssuesAt(issues: readonly z.core.$ZodIssue[], yaml: PositionedYaml, file: string): Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, yaml, file));
}

/** What is wrong with a value that stands in no file; paths begin with `prefix`. */
export function problemsOfIssues(issues: readonly z.core.$ZodIssue[], found: unknown, prefix: string): Problem[] {
  return problemsOfIssuesAt(issues, { value: found, locate: () => ({ line: 1, column: 1 }) }, '').map(({ file: _file, line: _line, column: _column, path, ...problem }) => ({ ...problem, path: path ? `${prefix}.${path}` : prefix }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const YAML_CODES = {
  SYNTAX: 'CATALOGUE.YAML_BROKEN',
  DUPLICATE_KEY: 'CATALOGUE.DUPLICATE_KEY',
  ALIAS: 'CATALOGUE.YAML_ALIAS',
  TOO_DEEP: 'CATALOGUE.YAML_TOO_DEEP',
} as const;

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}

function problemsOf(issue: z.core.$ZodIssue, yaml: PositionedYaml, file: string): Problem[] {
  const path = issue.path as FieldPath;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'CATALOGUE.FIELD_UNKNOWN',
      file,
      ...yaml.locate([...path, key]),
      path: showPath([...path, key]),
      field: key,
    }));
  }
  const found = valueAt(yaml.value, path);
  const place = { file, ...yaml.locate(path), path: showPath(path), field: String(path.at(-1) ?? '') };
  if (found === undefined && issue.message !== 'CHECKED_ON') return [{ code: 'CATALOGUE.FIELD_MISSING', ...place }];
  return [{ code: 'CATALOGUE.FIELD_INVALID', ...place, found: show(found), expected: expectation(issue) }];
}

function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}

/** What a field wants, in the words of the shape: `string`, `one of FULL, PARTIAL`, `HTTPS`. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    default:
      return EXPECTATIONS[issue.message] ?? issue.message;
  }
}

const EXPECTATIONS: Readonly<Record<string, string>> = {
  KEBAB_CASE: 'lower-case-words-with-hyphens',
  ONE_LINE: 'one line without blanks around it',
  HTTPS: 'https://…',
  DATE: 'YYYY-MM-DD',
  COUNTRY: 'ISO 3166-1 alpha-2',
  CHECKED_ON: 'checkedOn: YYYY-MM-DD (verified: true)',
  PURL: 'pkg:type/namespace/name',
  CPE: 'cpe:/a:vendor:product',
  WINGET: 'Publisher.Product',
  DEBIAN: 'package-name',
  WIKIDATA: 'Q123',
  SHA256: '64 hexadecimal digits',
};

function show(found: unknown): string {
  const text = typeof found === 'string' ? found : JSON.stringify(found) ?? String(found);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** `['products', 3, 'license']` as `products[3].license`. */
export function showPath(path: FieldPath): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '');
}
