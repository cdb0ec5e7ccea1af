// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { member, recordOfComponent, withNested } from '../formats/cyclonedx/component-record.js';
import { JsonSplitter, type ValuePlan } from '../json/splitter.js';
import { textValue } from '../text-value.js';
import { canonicalText, cycloneDxSchema, CYCLONEDX_JSON_VERSIONS, type CycloneDxSchema } from './cyclonedx-schema.js';
import { References } from './references.js';
import type { Sbom, SbomComponent, SchemaSource } from './sbom.js';

/** One component in the words of an SBOM, from a CycloneDX object; null without a name. */
export function sbomComponentOf(component: unknown, path: string): SbomComponent | null {
  const record = recordOfComponent(component, path, null);
  if (record === null) return null;
  return { name: record.title, version: record.version, vendor: record.vendor, purl: record.purl, cpe: record.cpe, license: record.license, path };
}

/**
 * Reads and checks a CycloneDX document in JSON, component by component: memory holds the list of components and one of them whole.
 *
 * Checked: the official schema of the version the document names, and that every `bom-ref` is given once. A dependency on a part that the document
 * does not hold is read: generators that leave parts out on purpose write such documents.
 *
 * @param versionHint version seen in the beginning of the document; components can stand before `specVersion`
 */
export async function readCycloneDxJsonSbom(text: AsyncIterable<string>, versionHint: string | null, schemas: SchemaSource): Promise<Result<Sbom, Problem>> {
  const document = new DocumentCheck(versionHint, schemas);
  const splitter = new JsonSplitter(
    (pattern) => document.plan(pattern),
    (taken) => document.take(taken.pattern, taken.path, taken.value, taken.line),
  );
  for await (const piece of text) {
    splitter.push(piece);
    if (splitter.problem !== null || document.problem !== null) break;
  }
  if (document.problem === null) splitter.end();
  const problem = splitter.problem ?? document.problem ?? document.finish();
  return problem === null ? ok(document.sbom()) : err(problem);
}

class DocumentCheck {
  problem: Problem | null = null;
  private readonly shell: Record<string, unknown> = {};
  private readonly components: SbomComponent[] = [];
  private readonly seenComponents = new Set<string>();
  private readonly references = new References();
  private schema: CycloneDxSchema | null = null;
  private version: string | null = null;

  constructor(
    private readonly versionHint: string | null,
    private readonly schemas: SchemaSource,
  ) {}

  plan(pattern: string): ValuePlan {
    if (pattern === '') return 'open';
    if (pattern === 'components' || pattern === 'dependencies') {
      if (Array.isArray(this.shell[pattern])) this.problem ??= { code: 'IMPORTING.SBOM_INVALID', path: pattern, reason: 'must not be given twice' };
      this.shell[pattern] = [];
      return 'open';
    }
    return 'take';
  }

  take(pattern: string, path: string, value: unknown, line: number): void {
    if (this.problem !== null) return;
    if (pattern === 'components[]') this.takeComponent(value, path, line);
    else if (pattern === 'dependencies[]') this.note(this.schemaInUse()?.dependency(value, path) ?? null, line);
    else if (pattern.startsWith('components') || pattern.startsWith('dependencies')) this.shell[pattern.split(/[.[]/)[0] as string] = {};
    else {
      this.shell[path] = value;
      if (pattern === 'specVersion') this.note(this.checkVersion(value), line);
    }
  }

  /** What only the whole document shows. */
  finish(): Problem | null {
    if (this.shell['specVersion'] === undefined) return { code: 'IMPORTING.SBOM_INVALID', path: '$', reason: "must have required property 'specVersion'" };
    const subject = member(this.shell['metadata'], 'component');
    if (subject !== undefined) for (const { component, path } of withNested(subject, 'metadata.component')) this.note(this.references.define(component, path));
    const services = this.shell['services'];
    if (Array.isArray(services)) services.forEach((service, index) => this.defineServices(service, `services[${index}]`));
    return this.problem ?? this.schemaInUse()?.shell(this.shell) ?? this.problem;
  }

  sbom(): Sbom {
    const subject = member(this.shell['metadata'], 'component');
    return {
      format: 'CycloneDX',
      specVersion: this.version as string,
      encoding: 'json',
      name: textValue(member(subject, 'name')),
      subject: subject === undefined ? null : sbomComponentOf(subject, 'metadata.component'),
      components: this.components,
    };
  }

  private defineServices(service: unknown, path: string): void {
    this.note(this.references.define(service, path));
    const nested = member(service, 'services');
    if (Array.isArray(nested)) nested.forEach((inner, index) => this.defineServices(inner, `${path}.services[${index}]`));
  }

  private takeComponent(value: unknown, path: string, line: number): void {
    this.note(this.schemaInUse()?.component(value, path) ?? null, line);
    if (this.problem !== null) return;
    const text = canonicalText(value);
    const key = text.length > 256 ? `${text.length}:${text.slice(0, 128)}${digest(text)}` : text;
    if (this.seenComponents.has(key)) this.note({ code: 'IMPORTING.SBOM_INVALID', path, reason: 'must not hold the same component twice' }, line);
    this.seenComponents.add(key);
    for (const nested of withNested(value, path)) {
      this.note(this.references.define(nested.component, nested.path), line);
      const component = sbomComponentOf(nested.component, nested.path);
      if (component !== null) this.components.push(component);
    }
  }

  private note(problem: Problem | null, line?: number): void {
    if (problem !== null) this.problem ??= line === undefined ? problem : { ...problem, line };
  }

  private checkVersion(value: unknown): Problem | null {
    const isKnown = (CYCLONEDX_JSON_VERSIONS as readonly unknown[]).includes(value);
    if (!isKnown) return { code: 'IMPORTING.SBOM_VERSION', format: 'CycloneDX', version: String(value), versions: CYCLONEDX_JSON_VERSIONS };
    if (this.version !== null && this.version !== value) return { code: 'IMPORTING.SBOM_INVALID', path: 'specVersion', reason: `is ${this.version} in one place and ${String(value)} in another` };
    this.version = value as string;
    return null;
  }

  private schemaInUse(): CycloneDxSchema | null {
    if (this.version === null) this.problem ??= this.versionHint === null ? { code: 'IMPORTING.SBOM_INVALID', path: '$', reason: "must have required property 'specVersion' before its components" } : this.checkVersion(this.versionHint);
    if (this.version === null) return null;
    this.schema ??= cycloneDxSchema(this.version, this.schemas);
    return this.schema;
  }
}

/** 2 × 32 bits of FNV-1a over the text, forwards with two offsets; enough to tell the components of one document apart. */
function digest(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b);
  }
  return `${(first >>> 0).toString(36)}.${(second >>> 0).toString(36)}`;
}
