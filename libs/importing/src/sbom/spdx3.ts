// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { member } from '../formats/cyclonedx/component-record.js';
import { JsonSplitter, type ValuePlan } from '../json/splitter.js';
import { textValue } from '../text-value.js';
import { differing } from './cyclonedx-component.js';
import type { ComponentSink, SbomComponent, SbomHead } from './sbom.js';
import { assertedLicense } from './spdx-package.js';

const PLANS: Readonly<Record<string, ValuePlan>> = { '': 'open', '@context': 'take', '@graph': 'open', '@graph[]': 'take' };

/**
 * Reads an SPDX 3.0 document in its JSON-LD form, element by element. Packages become components; their licenses come from the relationships
 * `hasConcludedLicense`, else `hasDeclaredLicense`.
 *
 * @source SPDX 3.0.1, software and simple licensing profiles
 */
export async function scanSpdx3(text: AsyncIterable<string>, sink: ComponentSink): Promise<Result<SbomHead, Problem>> {
  const graph = new Spdx3Graph();
  const splitter = new JsonSplitter(
    (pattern) => PLANS[pattern] ?? 'skip',
    (taken) => {
      if (taken.pattern === '@graph[]') graph.take(taken.value, taken.path, taken.line);
    },
  );
  for await (const piece of text) {
    splitter.push(piece);
    if (splitter.problem !== null) break;
  }
  splitter.end();
  const problem = splitter.problem ?? graph.finish();
  if (problem !== null) return err(problem);
  graph.handOn(sink);
  return ok(graph.head());
}

class Spdx3Graph {
  private problem: Problem | null = null;
  private specVersion: string | null = null;
  private name: string | null = null;
  private hasDocument = false;
  private readonly packages: { element: unknown; path: string }[] = [];
  private readonly nameOf = new Map<string, string>();
  private readonly licenseOf = new Map<string, string>();
  private readonly concluded = new Map<string, string[]>();
  private readonly declared = new Map<string, string[]>();

  take(element: unknown, path: string, line: number): void {
    const type = member(element, 'type') ?? member(element, '@type');
    if (typeof type !== 'string') {
      this.problem ??= { code: 'IMPORTING.SBOM_INVALID', path, line, reason: "must have required property 'type'" };
      return;
    }
    const id = textValue(member(element, 'spdxId') ?? member(element, '@id'));
    const name = textValue(member(element, 'name'));
    if (id !== null && name !== null) this.nameOf.set(id, name);
    if (type === 'CreationInfo') this.specVersion ??= textValue(member(element, 'specVersion'));
    else if (type === 'SpdxDocument') {
      this.hasDocument = true;
      this.name ??= name;
    } else if (type === 'software_Package') this.takePackage(element, path, id, name, line);
    else if (/^Relationship$|^LifecycleScopedRelationship$/.test(type)) this.takeRelationship(element);
    else if (id !== null) this.takeLicense(element, id);
  }

  finish(): Problem | null {
    if (this.problem !== null) return this.problem;
    if (this.specVersion === null) return { code: 'IMPORTING.SBOM_INVALID', path: '@graph', reason: 'must hold a CreationInfo with a specVersion' };
    if (!/^3\.\d+(\.\d+)?$/.test(this.specVersion)) return { code: 'IMPORTING.SBOM_VERSION', format: 'SPDX', version: this.specVersion, versions: ['2.2', '2.3', '3.0'] };
    return this.hasDocument ? null : { code: 'IMPORTING.SBOM_INVALID', path: '@graph', reason: 'must hold an SpdxDocument' };
  }

  head(): SbomHead {
    return { format: 'SPDX', specVersion: this.specVersion as string, encoding: 'json-ld', name: this.name, subject: null, deviations: [] };
  }

  /** Packages with their licenses, which relationships further on in the document may give. */
  handOn(sink: ComponentSink): void {
    for (const { element, path } of this.packages) sink(this.component(element, path));
  }

  private takePackage(element: unknown, path: string, id: string | null, name: string | null, line: number): void {
    if (id === null || name === null) this.problem ??= { code: 'IMPORTING.SBOM_INVALID', path, line, reason: 'a package must have an spdxId and a name' };
    else this.packages.push({ element, path });
  }

  private takeRelationship(element: unknown): void {
    const kind = member(element, 'relationshipType');
    const target = kind === 'hasConcludedLicense' ? this.concluded : kind === 'hasDeclaredLicense' ? this.declared : null;
    const from = textValue(member(element, 'from'));
    const to = member(element, 'to');
    if (target === null || from === null) return;
    const ids = (Array.isArray(to) ? to : [to]).map(textValue).filter((id) => id !== null);
    target.set(from, [...(target.get(from) ?? []), ...ids]);
  }

  private takeLicense(element: unknown, id: string): void {
    const expression = textValue(member(element, 'simplelicensing_licenseExpression'));
    if (expression !== null) this.licenseOf.set(id, expression);
  }

  private component(element: unknown, path: string): SbomComponent {
    const id = textValue(member(element, 'spdxId') ?? member(element, '@id')) as string;
    const identifiers = member(element, 'externalIdentifier');
    const identifier = (type: string): string | null => {
      const found = Array.isArray(identifiers) ? identifiers.find((item: unknown) => member(item, 'externalIdentifierType') === type) : undefined;
      return textValue(member(found, 'identifier'));
    };
    const supplier = textValue(member(element, 'suppliedBy'));
    const declared = this.licenses(this.declared.get(id));
    const license = this.licenses(this.concluded.get(id)) ?? declared;
    return {
      name: textValue(member(element, 'name')) as string,
      version: textValue(member(element, 'software_packageVersion')),
      vendor: supplier === null ? null : (this.nameOf.get(supplier) ?? null),
      purl: textValue(member(element, 'software_packageUrl')) ?? identifier('packageUrl'),
      cpe: identifier('cpe23') ?? identifier('cpe22'),
      license,
      declaredLicense: differing(declared, license),
      path,
    };
  }

  /** All of several licenses apply. A license outside the document is known by the last part of its address (`…/licenses/MIT`). */
  private licenses(ids: readonly string[] | undefined): string | null {
    const texts = (ids ?? [])
      .map((id) => assertedLicense(this.licenseOf.get(id) ?? (/spdx\.org\/licenses\//.test(id) ? id.split('/').at(-1) : /NoAssertion/.test(id) ? null : this.nameOf.get(id))))
      .filter((text) => text !== null);
    return texts.length <= 1 ? (texts[0] ?? null) : texts.map((text) => `(${text})`).join(' AND ');
  }
}
