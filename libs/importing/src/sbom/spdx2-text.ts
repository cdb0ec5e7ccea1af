// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parseDocument } from 'yaml';
import { err, ok, type Problem, type Result } from '#kernel';
import { member } from '../formats/cyclonedx/component-record.js';
import type { ComponentSink, SbomHead } from './sbom.js';
import { checkSpdx2Document } from './spdx-package.js';
import { spdx2Head, SpdxPackages } from './spdx2-json.js';

/** Reads an SPDX 2 document in YAML. Aliases are bounded, so that a small file cannot grow into a large one. */
export function scanSpdx2Yaml(text: string, sink: ComponentSink): Result<SbomHead, Problem> {
  const yaml = parseDocument(text, { prettyErrors: true, uniqueKeys: true, logLevel: 'error' });
  const fault = yaml.errors[0];
  if (fault !== undefined) return err({ code: 'IMPORTING.YAML_INVALID', line: fault.linePos?.[0].line, column: fault.linePos?.[0].col, reason: fault.code });
  let document: unknown;
  try {
    document = yaml.toJS({ maxAliasCount: 100 });
  } catch {
    return err({ code: 'IMPORTING.YAML_INVALID', line: 1, column: 1, reason: 'TOO_MANY_ALIASES' });
  }
  const packages = new SpdxPackages(sink);
  const listed = member(document, 'packages');
  if (Array.isArray(listed)) listed.forEach((value, index) => packages.take(value, `packages[${index}]`));
  const problem = checkSpdx2Document(document) ?? packages.problem;
  return problem === null ? ok(spdx2Head(document as Record<string, unknown>, 'yaml')) : err(problem);
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
 * Reads an SPDX 2 document in the tag-value form, line by line: memory holds one package, and a digest of each id.
 *
 * @source SPDX 2.3, annex and clause 7 (tag-value format)
 */
export async function scanSpdx2TagValue(text: AsyncIterable<string>, sink: ComponentSink): Promise<Result<SbomHead, Problem>> {
  const document: Record<string, unknown> = {};
  const packages = new SpdxPackages(sink);
  let count = 0;
  let current: { readonly value: Record<string, unknown>; readonly line: number } | null = null;
  let section: 'document' | 'package' | 'other' = 'document';
  let openLine = 0;
  const handOn = (): void => {
    if (current !== null) packages.take(current.value, `packages[${count++}]`, current.line);
    current = null;
  };
  for await (const { line, number } of linesOf(text)) {
    if (line === null) return err({ code: 'IMPORTING.VALUE_TOO_LONG', line: number, longest: LONGEST_LINE });
    if (openLine > 0) {
      if (line.includes('</text>')) openLine = 0;
      continue;
    }
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const match = /^\s*([A-Za-z]+)\s*:\s?(.*)$/.exec(line);
    if (match === null) return err({ code: 'IMPORTING.TAG_VALUE_INVALID', line: number, column: 1, found: line.slice(0, 60) });
    const [, tag, raw] = match as unknown as [string, string, string];
    if (raw.includes('<text>') && !raw.includes('</text>')) openLine = number;
    const value = raw.replace(/^<text>|<\/text>$/g, '').trim();
    if (tag === 'PackageName') {
      handOn();
      section = 'package';
      current = { value: { name: value, externalRefs: [] }, line: number };
    } else if (tag === 'SPDXVersion' && document['spdxVersion'] !== undefined) return err({ code: 'IMPORTING.SBOM_INVALID', path: 'spdxVersion', line: number, reason: 'a second document begins here; a file holds one' });
    else if (OTHER_SECTIONS.has(tag)) section = 'other';
    else if (section === 'document' && DOCUMENT_TAGS[tag] !== undefined) document[DOCUMENT_TAGS[tag]] ??= value;
    else if (section === 'package' && current !== null) takePackageTag((current as { value: Record<string, unknown> }).value, tag, value);
    if (packages.problem !== null) return err(packages.problem);
  }
  if (openLine > 0) return err({ code: 'IMPORTING.FILE_CUT', line: openLine });
  handOn();
  const problem = packages.problem ?? checkSpdx2Document(document);
  return problem === null ? ok(spdx2Head(document, 'tag-value')) : err(problem);
}

const LONGEST_LINE = 1_000_000;

/** Lines, whatever ends them, numbered from 1; null for a line that is too long, and nothing after it. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<{ line: string | null; number: number }> {
  let rest = '';
  let number = 0;
  let isAfterReturn = false;
  for await (const piece of text) {
    // A line feed that ends the line which a carriage return ended before belongs to it.
    rest += isAfterReturn && rest === '' && piece.startsWith('\n') ? piece.slice(1) : piece;
    isAfterReturn = piece.endsWith('\r');
    const lines = rest.split(/\r\n|\n|\r/);
    rest = lines.pop() as string;
    for (const line of lines) yield { line, number: ++number };
    if (rest.length > LONGEST_LINE) return yield { line: null, number: number + 1 };
  }
  yield { line: rest, number: number + 1 };
}

function takePackageTag(target: Record<string, unknown>, tag: string, value: string): void {
  const property = PACKAGE_TAGS[tag];
  if (property !== undefined) target[property] ??= value;
  else if (tag === 'ExternalRef') {
    const [, type, locator] = /^\S+\s+(\S+)\s+(\S+)/.exec(value) ?? [];
    if (type !== undefined) (target['externalRefs'] as unknown[]).push({ referenceType: type, referenceLocator: locator });
  }
}
