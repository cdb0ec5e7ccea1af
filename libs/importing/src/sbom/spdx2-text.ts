// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parseDocument } from 'yaml';
import { err, ok, type Problem, type Result } from '#kernel';
import { member } from '../formats/cyclonedx/component-record.js';
import type { Sbom } from './sbom.js';
import { checkSpdx2Document } from './spdx-package.js';
import { spdx2Sbom, SpdxPackages } from './spdx2-json.js';

/** Reads an SPDX 2 document in YAML. Aliases are bounded, so that a small file cannot grow into a large one. */
export function readSpdx2YamlSbom(text: string): Result<Sbom, Problem> {
  const yaml = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  const fault = yaml.errors[0];
  if (fault !== undefined) return err({ code: 'IMPORTING.YAML_INVALID', line: fault.linePos?.[0].line, column: fault.linePos?.[0].col, reason: fault.code });
  let document: unknown;
  try {
    document = yaml.toJS({ maxAliasCount: 100 });
  } catch {
    return err({ code: 'IMPORTING.YAML_INVALID', line: 1, column: 1, reason: 'TOO_MANY_ALIASES' });
  }
  const packages = new SpdxPackages();
  const listed = member(document, 'packages');
  if (Array.isArray(listed)) listed.forEach((value, index) => packages.take(value, `packages[${index}]`));
  const problem = checkSpdx2Document(document) ?? packages.problem;
  return problem === null ? ok(spdx2Sbom(document as Record<string, unknown>, packages.components, 'yaml')) : err(problem);
}

/** Tag of the tag-value form → property of the JSON form, for the document and for a package. */
const DOCUMENT_TAGS: Readonly<Record<string, string>> = { SPDXVersion: 'spdxVersion', SPDXID: 'SPDXID', DocumentName: 'name' };
const PACKAGE_TAGS: Readonly<Record<string, string>> = {
  SPDXID: 'SPDXID',
  PackageVersion: 'versionInfo',
  PackageSupplier: 'supplier',
  PackageOriginator: 'originator',
  PackageLicenseConcluded: 'licenseConcluded',
  PackageLicenseDeclared: 'licenseDeclared',
};
/** Tags that begin something that is no package. */
const OTHER_SECTIONS: ReadonlySet<string> = new Set(['FileName', 'SnippetSPDXID', 'LicenseID', 'Annotator', 'Reviewer']);

/**
 * Reads an SPDX 2 document in the tag-value form.
 *
 * @source SPDX 2.3, annex and clause 7 (tag-value format)
 */
export function readSpdx2TagValueSbom(text: string): Result<Sbom, Problem> {
  const document: Record<string, unknown> = {};
  const packages: { value: Record<string, unknown>; line: number }[] = [];
  let section: 'document' | 'package' | 'other' = 'document';
  let openLine = 0;
  const lines = text.split(/\r\n|\n|\r/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    if (openLine > 0) {
      if (line.includes('</text>')) openLine = 0;
      continue;
    }
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const match = /^\s*([A-Za-z]+)\s*:\s?(.*)$/.exec(line);
    if (match === null) return err({ code: 'IMPORTING.TAG_VALUE_INVALID', line: index + 1, column: 1, found: line.slice(0, 60) });
    const [, tag, raw] = match as unknown as [string, string, string];
    if (raw.includes('<text>') && !raw.includes('</text>')) openLine = index + 1;
    const value = raw.replace(/^<text>|<\/text>$/g, '').trim();
    if (tag === 'PackageName') {
      section = 'package';
      packages.push({ value: { name: value, externalRefs: [] }, line: index + 1 });
    } else if (OTHER_SECTIONS.has(tag)) section = 'other';
    else if (section === 'document' && DOCUMENT_TAGS[tag] !== undefined) document[DOCUMENT_TAGS[tag]] = value;
    else if (section === 'package') takePackageTag((packages.at(-1) as { value: Record<string, unknown> }).value, tag, value);
  }
  if (openLine > 0) return err({ code: 'IMPORTING.FILE_CUT', line: openLine });
  const gathered = new SpdxPackages();
  packages.forEach((item, index) => gathered.take(item.value, `packages[${index}]`, item.line));
  const problem = checkSpdx2Document(document) ?? gathered.problem;
  return problem === null ? ok(spdx2Sbom(document, gathered.components, 'tag-value')) : err(problem);
}

function takePackageTag(target: Record<string, unknown>, tag: string, value: string): void {
  const property = PACKAGE_TAGS[tag];
  if (property !== undefined) target[property] ??= value;
  else if (tag === 'ExternalRef') {
    const [, type, locator] = /^\S+\s+(\S+)\s+(\S+)/.exec(value) ?? [];
    if (type !== undefined) (target['externalRefs'] as unknown[]).push({ referenceType: type, referenceLocator: locator });
  }
}
