// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { JsonSplitter, type ValuePlan } from '../json/splitter.js';
import { textValue } from '../text-value.js';
import { keyTwice } from './key-twice.js';
import type { ComponentSink, SbomHead } from './sbom.js';
import { SeenTexts } from './seen-texts.js';
import { checkSpdx2Document, spdx2Version, spdxPackage } from './spdx-package.js';

const PLANS: Readonly<Record<string, ValuePlan>> = { '': 'open', spdxVersion: 'take', SPDXID: 'take', name: 'take', packages: 'open', 'packages[]': 'take' };
/** GitHub's dependency graph hands out its document as the only member of an object. */
const WRAPPER = 'sbom';

/** Reads an SPDX 2 document in JSON, package by package. */
export async function scanSpdx2Json(text: AsyncIterable<string>, sink: ComponentSink): Promise<Result<SbomHead, Problem>> {
  const document: Record<string, unknown> = {};
  const packages = new SpdxPackages(sink);
  const splitter = new JsonSplitter(
    (pattern) => (pattern === WRAPPER ? 'open' : (PLANS[inside(pattern)] ?? 'skip')),
    (taken) => {
      const { pattern, path, value, line } = taken;
      const member = inside(pattern);
      packages.problem ??= keyTwice(taken);
      if (member === 'packages[]') packages.take(value, inside(path), line);
      else if (Object.hasOwn(document, member)) packages.problem ??= { code: 'IMPORTING.SBOM_INVALID', path: member, line, reason: 'must not be given twice' };
      else document[member] = value;
    },
  );
  for await (const piece of text) {
    splitter.push(piece);
    if (splitter.problem !== null || packages.problem !== null) break;
  }
  if (packages.problem === null) splitter.end();
  const problem = packages.problem ?? splitter.problem ?? checkSpdx2Document(document);
  return problem === null ? ok(spdx2Head(document, 'json')) : err(problem);
}

function inside(pattern: string): string {
  return pattern.startsWith(`${WRAPPER}.`) ? pattern.slice(WRAPPER.length + 1) : pattern;
}

/** Hands on packages until the first fault, and remembers that; an SPDX id may be given once. */
export class SpdxPackages {
  problem: Problem | null = null;
  private readonly ids = new SeenTexts();

  constructor(private readonly sink: ComponentSink) {}

  take(value: unknown, path: string, line?: number): void {
    if (this.problem !== null) return;
    const component = spdxPackage(value, path);
    const at = line === undefined ? {} : { line };
    if ('code' in component) {
      this.problem = { ...component, ...at };
      return;
    }
    const id = (value as { SPDXID: string }).SPDXID;
    if (this.ids.add(id)) this.sink(component);
    else this.problem = { code: 'IMPORTING.SBOM_INVALID', path: `${path}.SPDXID`, ...at, reason: `the id ${id} is given twice` };
  }
}

/** The document in our words, once it is checked. */
export function spdx2Head(document: Record<string, unknown>, encoding: SbomHead['encoding']): SbomHead {
  return { format: 'SPDX', specVersion: spdx2Version(document['spdxVersion']) as string, encoding, name: textValue(document['name']), subject: null, deviations: [] };
}
