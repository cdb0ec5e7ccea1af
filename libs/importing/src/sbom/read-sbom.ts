// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { decodeText } from '../bytes/decode.js';
import { detectEncoding } from '../bytes/encoding.js';
import { peek, type PeekedSource } from '../bytes/peek.js';
import { detectFormat, HEAD_BYTES } from '../detect-format.js';
import type { ByteSource } from '../reading.js';
import { findCycloneDxVersion, scanCycloneDxJson } from './cyclonedx-json.js';
import { scanCycloneDxXml } from './cyclonedx-xml.js';
import type { ComponentSink, Sbom, SbomComponent, SbomHead, SchemaSource } from './sbom.js';
import { scanSpdx2Json } from './spdx2-json.js';
import { scanSpdx2TagValue, scanSpdx2Yaml } from './spdx2-text.js';
import { scanSpdx3 } from './spdx3.js';

/** Documents in YAML have to be read as a whole and may not be longer than this, in UTF-16 units. */
export const LONGEST_WHOLE_DOCUMENT = 16_777_216;

interface SbomOptions {
  readonly fileName?: string;
  readonly schemas: SchemaSource;
  /** Opens the source once more, for documents that name their version only behind their components; without it they are refused. */
  readonly reopen?: () => ByteSource | Promise<ByteSource>;
}

/**
 * Reads a software bill of materials as a whole and checks it: CycloneDX 1.2–1.7 in JSON and 1.0–1.7 in XML against the official schemas,
 * SPDX 2.0–2.3 in JSON, YAML and tag-value, SPDX 3.0 in JSON-LD.
 *
 * @param options.schemas hands in the texts of the official CycloneDX schemas
 * @returns the bill, or the first fault with its path and, where known, its line
 */
export async function readSbom(source: ByteSource, options: SbomOptions): Promise<Result<Sbom, Problem>> {
  const components: SbomComponent[] = [];
  const head = await scanSbom(source, options, (component) => components.push(component));
  return head.ok ? ok({ ...head.value, components }) : head;
}

/**
 * Reads and checks a bill as {@link readSbom} does, but hands its components on one by one instead of keeping them. Memory is bounded by the largest
 * component and some bytes for each of them; SPDX 3.0 and YAML, whose parts refer to each other, are held as a whole.
 *
 * @param options.schemas without them CycloneDX is read for what it says: for a document that was found valid before
 * @param sink is called before it is known whether the rest of the document is valid
 */
export async function scanSbom(source: ByteSource, options: Omit<SbomOptions, 'schemas'> & { readonly schemas: SchemaSource | null }, sink: ComponentSink): Promise<Result<SbomHead, Problem>> {
  const peeked = await peek(source, HEAD_BYTES);
  try {
    const result = await scanSbomDocument(peeked, options.schemas, sink, options.reopen);
    return result.ok || options.fileName === undefined ? result : err({ ...result.problem, file: options.fileName });
  } finally {
    await peeked.close();
  }
}

/** As {@link readSbom}, from a source whose head was looked at; without schemas, CycloneDX is not checked against one. */
export async function readSbomDocument(source: PeekedSource, schemas: SchemaSource | null): Promise<Result<Sbom, Problem>> {
  const components: SbomComponent[] = [];
  const head = await scanSbomDocument(source, schemas, (component) => components.push(component));
  return head.ok ? ok({ ...head.value, components }) : head;
}

async function scanSbomDocument(source: PeekedSource, schemas: SchemaSource | null, sink: ComponentSink, reopen?: SbomOptions['reopen']): Promise<Result<SbomHead, Problem>> {
  const encoding = detectEncoding(source.head, source.isWhole);
  if (encoding === null || source.head.length === 0) {
    const detected = detectFormat(source.head, source.isWhole);
    return err(detected.format === null ? { code: detected.problem, kind: detected.kind, formats: SBOM_FORMATS } : { code: 'IMPORTING.FILE_BINARY', kind: 'binary', formats: SBOM_FORMATS });
  }
  const head = await firstText(source.head, encoding.bomBytes > 2 || encoding.encoding === 'utf-8' ? 'utf-8' : encoding.encoding);
  const text = decodeText(source.all, encoding);
  if (/^\s*\{/.test(head)) {
    if (/"@(?:context|graph)"\s*:/.test(head)) return scanSpdx3(text, sink);
    if (/"(?:spdxVersion|SPDXID|documentNamespace|dataLicense)"\s*:/.test(head)) return scanSpdx2Json(text, sink);
    const hint = versionHint(head) ?? (schemas === null || reopen === undefined ? null : await findCycloneDxVersion(decodeText(await reopen(), encoding)));
    return scanCycloneDxJson(text, hint, schemas, sink);
  }
  if (/^\s*</.test(head)) return scanCycloneDxXml(text, schemas, sink);
  if (/^[ \t]*SPDXVersion[ \t]*:/m.test(head)) return scanSpdx2TagValue(text, sink);
  if (/^[ \t]*["']?(?:spdxVersion|SPDXID)["']?[ \t]*:/m.test(head)) return scanWhole(text, (whole) => scanSpdx2Yaml(whole, sink));
  return err({ code: 'IMPORTING.NOT_AN_SBOM', formats: SBOM_FORMATS });
}

const SBOM_FORMATS = ['CycloneDX JSON', 'CycloneDX XML', 'SPDX JSON', 'SPDX YAML', 'SPDX tag-value', 'SPDX 3.0 JSON-LD'] as const;

async function firstText(head: Uint8Array, label: string): Promise<string> {
  return new TextDecoder(label === 'utf-16le' || label === 'utf-16be' ? label : 'utf-8').decode(head);
}

/** The version that a CycloneDX document names near its beginning, itself or as the address of its schema. */
function versionHint(head: string): string | null {
  return (/"specVersion"\s*:\s*"([^"]{1,20})"/.exec(head) ?? /"\$schema"\s*:\s*"[^"]*\/bom-(\d\.\d)\.schema\.json"/.exec(head))?.[1] ?? null;
}

async function scanWhole(text: AsyncIterable<string>, then: (whole: string) => Result<SbomHead, Problem>): Promise<Result<SbomHead, Problem>> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of text) {
    length += piece.length;
    if (length > LONGEST_WHOLE_DOCUMENT) return err({ code: 'IMPORTING.DOCUMENT_TOO_LONG', longest: LONGEST_WHOLE_DOCUMENT });
    pieces.push(piece);
  }
  return then(pieces.join(''));
}
