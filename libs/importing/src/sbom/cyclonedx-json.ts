// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { member, withNested } from '../formats/cyclonedx/component-record.js';
import { JsonSplitter, type JsonValue, type ValuePlan } from '../json/splitter.js';
import { textValue } from '../text-value.js';
import { sbomComponentOf } from './cyclonedx-component.js';
import { canonicalText, cycloneDxSchema, CYCLONEDX_JSON_VERSIONS, CYCLONEDX_LISTS, type CycloneDxList, type CycloneDxSchema } from './cyclonedx-schema.js';
import { keyTwice } from './key-twice.js';
import { References } from './references.js';
import type { ComponentSink, SbomHead, SchemaSource } from './sbom.js';
import { SeenTexts } from './seen-texts.js';

/**
 * Reads and checks a CycloneDX document in JSON, component by component: memory holds the largest of them, and a digest
 * of each and of its reference.
 *
 * Checked: the official schema of the version the document names, and that every `bom-ref` is given once. A dependency on a part that the document
 * does not hold is read: generators that leave parts out on purpose write such documents. A product (`metadata.component`) that lacks its name or type
 * deviates from the schema and is read all the same, for its parts are what is asked for; a wrong value is refused there as anywhere.
 *
 * @param schemas without them the document is read for what it says and not checked
 * @param versionHint version seen in the beginning of the document; components can stand before `specVersion`
 */
export async function scanCycloneDxJson(text: AsyncIterable<string>, versionHint: string | null, schemas: SchemaSource | null, sink: ComponentSink): Promise<Result<SbomHead, Problem>> {
  const document = new DocumentCheck(versionHint, schemas, sink);
  const splitter = new JsonSplitter(
    (pattern) => document.plan(pattern),
    (taken) => document.take(taken),
  );
  for await (const piece of text) {
    splitter.push(piece);
    if (splitter.problem !== null || document.problem !== null) break;
  }
  if (document.problem === null) splitter.end();
  const problem = splitter.problem ?? document.problem ?? document.finish();
  return problem === null ? ok(document.head()) : err(problem);
}

/** What takes the place of a missing name or type of the product while the rest of it is checked. */
const SUBJECT_FILLERS: Readonly<Record<string, string>> = { type: 'application', name: '' };

/** The long list that a pattern belongs to: `components`, `components[]`, and what a list that is none holds instead. */
function listOf(pattern: string): CycloneDxList | null {
  return CYCLONEDX_LISTS.find((list) => pattern.startsWith(list) && /^(?:$|[.[])/.test(pattern.slice(list.length))) ?? null;
}

class DocumentCheck {
  problem: Problem | null = null;
  private readonly shell: Record<string, unknown> = {};
  private readonly deviations: Problem[] = [];
  private readonly seenItems = new Map<CycloneDxList, SeenTexts>();
  private readonly references = new References();
  private schema: CycloneDxSchema | null = null;
  private version: string | null = null;

  constructor(
    private readonly versionHint: string | null,
    private readonly schemas: SchemaSource | null,
    private readonly sink: ComponentSink,
  ) {}

  plan(pattern: string): ValuePlan {
    if (pattern === '') return 'open';
    const list = listOf(pattern);
    if (list === null) return 'take';
    if (pattern === list) {
      if (Object.hasOwn(this.shell, list)) this.problem ??= { code: 'IMPORTING.SBOM_INVALID', path: list, reason: 'must not be given twice' };
      this.shell[list] = [];
      return 'open';
    }
    return 'take';
  }

  take(taken: JsonValue): void {
    const { pattern, path, value, line } = taken;
    this.note(keyTwice(taken));
    if (this.problem !== null) return;
    const list = listOf(pattern);
    if (list !== null && pattern === `${list}[]` && path !== pattern) this.takeItem(list, value, path, line);
    else if (list !== null) this.shell[list] = pattern === list ? value : {};
    else {
      if (Object.hasOwn(this.shell, path)) this.note({ code: 'IMPORTING.SBOM_INVALID', path, reason: 'must not be given twice' }, line);
      Object.defineProperty(this.shell, path, { value, enumerable: true, configurable: true, writable: true });
      if (pattern === 'specVersion') this.note(this.checkVersion(value), line);
    }
  }

  /** What only the whole document shows. */
  finish(): Problem | null {
    if (this.shell['specVersion'] === undefined) return { code: 'IMPORTING.SBOM_INVALID', path: '$', reason: "must have required property 'specVersion'" };
    const subject = member(this.shell['metadata'], 'component');
    if (subject !== undefined) this.takeParts(subject, 'metadata.component');
    return this.problem ?? this.schemaInUse()?.shell(this.withWholeSubject()) ?? this.problem;
  }

  head(): SbomHead {
    const subject = member(this.shell['metadata'], 'component');
    return {
      format: 'CycloneDX',
      specVersion: this.version as string,
      encoding: 'json',
      name: textValue(member(subject, 'name')),
      subject: subject === undefined ? null : sbomComponentOf(subject, 'metadata.component'),
      deviations: this.deviations,
    };
  }

  /** The document as its schema would have it, with what is missing of the product noted and filled in. */
  private withWholeSubject(): Record<string, unknown> {
    const metadata = this.shell['metadata'];
    const subject = member(metadata, 'component');
    if (typeof subject !== 'object' || subject === null || Array.isArray(subject)) return this.shell;
    const missing = Object.entries(SUBJECT_FILLERS).filter(([key]) => !Object.hasOwn(subject, key));
    for (const [key] of missing) this.deviations.push({ code: 'IMPORTING.SBOM_DEVIATES', path: 'metadata.component', missing: key });
    return { ...this.shell, metadata: { ...(metadata as object), component: { ...Object.fromEntries(missing), ...subject } } };
  }

  private defineServices(service: unknown, path: string): void {
    this.note(this.references.define(service, path));
    const nested = member(service, 'services');
    if (Array.isArray(nested)) nested.forEach((inner, index) => this.defineServices(inner, `${path}.services[${index}]`));
  }

  private takeItem(list: CycloneDxList, value: unknown, path: string, line: number): void {
    const schema = this.schemaInUse();
    this.note(schema?.item(list, value, path) ?? null, line);
    if (this.problem !== null) return;
    if (schema?.isSet(list)) {
      const seen = this.seenItems.get(list) ?? new SeenTexts();
      this.seenItems.set(list, seen);
      if (!seen.add(canonicalText(value))) this.note({ code: 'IMPORTING.SBOM_INVALID', path, reason: `must not hold the same item twice` }, line);
    }
    if (list === 'services') this.defineServices(value, path);
    else if (list === 'components') this.takeParts(value, path, line);
  }

  /** A component and those inside it; of the product only those inside, for it is no part of itself. */
  private takeParts(value: unknown, path: string, line?: number): void {
    for (const nested of withNested(value, path)) {
      this.note(this.references.define(nested.component, nested.path), line);
      if (this.problem === null && nested.path !== 'metadata.component') this.sink(sbomComponentOf(nested.component, nested.path));
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
    if (this.schemas === null) return null;
    if (this.version === null) this.problem ??= this.versionHint === null ? { code: 'IMPORTING.SBOM_INVALID', path: '$', reason: "must have required property 'specVersion', and before its components where the source can be read only once" } : this.checkVersion(this.versionHint);
    if (this.version === null) return null;
    this.schema ??= cycloneDxSchema(this.version, this.schemas);
    return this.schema;
  }
}

/** Finds the version that a CycloneDX document in JSON names, wherever that stands; null where it names none as a text. */
export async function findCycloneDxVersion(text: AsyncIterable<string>): Promise<string | null> {
  let version: string | null = null;
  const splitter = new JsonSplitter(
    (pattern) => (pattern === '' ? 'open' : pattern === 'specVersion' ? 'take' : 'skip'),
    ({ value }) => {
      version ??= typeof value === 'string' ? value : null;
    },
  );
  for await (const piece of text) {
    splitter.push(piece);
    if (version !== null || splitter.problem !== null) break;
  }
  return version;
}
