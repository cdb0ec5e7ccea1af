// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { stringify } from 'yaml';
import { fragmentOf, problemsOfIssuesAt, yamlProblem, type CatalogueFragment } from '../catalogue-file.js';
import type { CatalogueEntries } from '../entry.js';
import { packSchema } from '../entry-schema.js';
import { readPositionedYaml, type PositionedYaml } from '../positioned-yaml.js';
import { canonicalJson, checkStatement, type ProductStatement } from './statement.js';

/** Who shares what, since when, and under which license; the hash is that of the content. */
export interface PackHeader {
  /** Stable name of the pack, as an id; loading it again replaces what it brought before. */
  readonly name: string;
  readonly publisher: string;
  readonly publishedOn: CalendarDate;
  /** As its publisher counts. */
  readonly version: string;
  /** SPDX expression for the content. */
  readonly license: string;
  readonly url?: string | undefined;
  /** SHA-256 of {@link packDigestText}, in hexadecimal. */
  readonly sha256: string;
}

/** What one administration shares with others: entries that the shared base lacks, and what it says of those the base has. */
export interface CataloguePack extends CatalogueEntries {
  readonly header: PackHeader;
  readonly statements: readonly ProductStatement[];
}

/** A pack that was read, with the places of its fields. */
export interface ReadPack {
  readonly pack: CataloguePack;
  readonly fragment: CatalogueFragment;
}

/** Whether a text that is YAML means to be a pack. */
export function isPackText(text: string): boolean {
  return /^(?:\{\s*"pack"\s*:|pack:)/m.test(text);
}

/**
 * Reads a pack (YAML or JSON).
 *
 * @param digest SHA-256 of a text in hexadecimal
 * @returns the pack, or every fault with its place; a content that is not what its publisher hashed is a `CATALOGUE.PACK_CHANGED`
 */
export function parsePack(text: string, fileName: string, digest: (text: string) => string): Result<ReadPack, Problem[]> {
  const document = readPositionedYaml(text);
  if (!document.ok) return err(document.problem.map((fault) => yamlProblem(fault, fileName)));
  const yaml: PositionedYaml = document.value;
  const read = packSchema.safeParse(yaml.value);
  if (!read.success) return err(problemsOfIssuesAt(read.error.issues, yaml, fileName));
  const { pack: header, vendors, categories, products, statements } = read.data;
  const checked: ProductStatement[] = [];
  const problems: Problem[] = [];
  statements.forEach((statement, at) => {
    const one = checkStatement(statement);
    if (one.ok) checked.push(one.value);
    else problems.push(...one.problem.map((problem) => ({ ...problem, file: fileName, ...yaml.locate(['statements', at, 'value']) })));
  });
  if (problems.length > 0) return err(problems);
  const content = { vendors, categories, products, statements: checked };
  const found = digest(packDigestText(content));
  if (found !== header.sha256.toLowerCase()) return err([{ code: 'CATALOGUE.PACK_CHANGED', file: fileName, ...yaml.locate(['pack', 'sha256']), path: 'pack.sha256', expected: header.sha256, found }]);
  return ok({ pack: { header, ...content }, fragment: fragmentOf(fileName, content, yaml) });
}

/** The text over which a pack's hash is taken: its content in a form that does not depend on blanks or the order of fields. */
export function packDigestText({ vendors, categories, products, statements }: Omit<CataloguePack, 'header'>): string {
  return canonicalJson({ vendors, categories, products, statements });
}

/** Writes a pack as YAML that {@link parsePack} reads back as the same pack. */
export function writePack({ header, vendors, categories, products, statements }: CataloguePack): string {
  return stringify({ pack: header, vendors, categories, products, statements }, { lineWidth: 0, aliasDuplicateObjects: false });
}
