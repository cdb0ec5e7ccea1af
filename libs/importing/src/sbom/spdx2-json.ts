// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { JsonSplitter, type ValuePlan } from '../json/splitter.js';
import { textValue } from '../text-value.js';
import type { Sbom, SbomComponent } from './sbom.js';
import { checkSpdx2Document, spdx2Version, spdxPackage } from './spdx-package.js';

const PLANS: Readonly<Record<string, ValuePlan>> = { '': 'open', spdxVersion: 'take', SPDXID: 'take', name: 'take', packages: 'open', 'packages[]': 'take' };

/** Reads an SPDX 2 document in JSON, package by package. */
export async function readSpdx2JsonSbom(text: AsyncIterable<string>): Promise<Result<Sbom, Problem>> {
  const document: Record<string, unknown> = {};
  const packages = new SpdxPackages();
  const splitter = new JsonSplitter(
    (pattern) => PLANS[pattern] ?? 'skip',
    (taken) => {
      if (taken.pattern === 'packages[]') packages.take(taken.value, taken.path, taken.line);
      else document[taken.pattern] = taken.value;
    },
  );
  for await (const piece of text) {
    splitter.push(piece);
    if (splitter.problem !== null) break;
  }
  splitter.end();
  const problem = splitter.problem ?? checkSpdx2Document(document) ?? packages.problem;
  return problem === null ? ok(spdx2Sbom(document, packages.components, 'json')) : err(problem);
}

/** Gathers packages and remembers the first fault; an SPDX id may be given once. */
export class SpdxPackages {
  readonly components: SbomComponent[] = [];
  problem: Problem | null = null;
  private readonly ids = new Set<unknown>();

  take(value: unknown, path: string, line?: number): void {
    if (this.problem !== null) return;
    const component = spdxPackage(value, path);
    const id = (value as { SPDXID?: unknown } | null)?.SPDXID;
    if ('code' in component) this.problem = line === undefined ? component : { ...component, line };
    else if (this.ids.has(id)) this.problem = { code: 'IMPORTING.SBOM_INVALID', path: `${path}.SPDXID`, line, reason: `the id ${String(id)} is given twice` };
    else this.components.push(component);
    this.ids.add(id);
  }
}

/** The document in our words, once it is checked. */
export function spdx2Sbom(document: Record<string, unknown>, components: readonly SbomComponent[], encoding: Sbom['encoding']): Sbom {
  return {
    format: 'SPDX',
    specVersion: spdx2Version(document['spdxVersion']) as string,
    encoding,
    name: textValue(document['name']),
    subject: null,
    components,
  };
}
