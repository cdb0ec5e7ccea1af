// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, type Problem, type Result } from '#kernel';
import { decodeText } from '../bytes/decode.js';
import { detectEncoding } from '../bytes/encoding.js';
import { peek, type PeekedSource } from '../bytes/peek.js';
import { detectFormat, HEAD_BYTES } from '../detect-format.js';
import type { ByteSource } from '../reading.js';
import { readCycloneDxJsonSbom } from './cyclonedx-json.js';
import { readCycloneDxXmlSbom } from './cyclonedx-xml.js';
import type { Sbom, SchemaSource } from './sbom.js';
import { readSpdx2JsonSbom } from './spdx2-json.js';
import { readSpdx2TagValueSbom, readSpdx2YamlSbom } from './spdx2-text.js';
import { readSpdx3Sbom } from './spdx3.js';

/** Documents that have to be read as a whole (XML, YAML, tag-value) may not be longer than this. */
export const LONGEST_WHOLE_DOCUMENT = 268_435_456;

/**
 * Reads a software bill of materials as a whole and checks it: CycloneDX 1.2–1.7 in JSON and 1.0–1.7 in XML against the official schemas,
 * SPDX 2.0–2.3 in JSON, YAML and tag-value, SPDX 3.0 in JSON-LD.
 *
 * @param schemas hands in the texts of the official CycloneDX schemas
 * @returns the bill, or the first fault with its path and, where known, its line
 */
export async function readSbom(source: ByteSource, options: { readonly fileName?: string; readonly schemas: SchemaSource }): Promise<Result<Sbom, Problem>> {
  const peeked = await peek(source, HEAD_BYTES);
  try {
    const result = await readSbomDocument(peeked, options.schemas);
    return result.ok || options.fileName === undefined ? result : err({ ...result.problem, file: options.fileName });
  } finally {
    await peeked.close();
  }
}

/** As {@link readSbom}, from a source whose head was looked at; without schemas, CycloneDX in XML is not checked against one. */
export async function readSbomDocument(source: PeekedSource, schemas: SchemaSource | null): Promise<Result<Sbom, Problem>> {
  const encoding = detectEncoding(source.head, source.isWhole);
  if (encoding === null || source.head.length === 0) {
    const detected = detectFormat(source.head, source.isWhole);
    return err(detected.format === null ? { code: detected.problem, kind: detected.kind, formats: SBOM_FORMATS } : { code: 'IMPORTING.FILE_BINARY', kind: 'binary', formats: SBOM_FORMATS });
  }
  const head = await firstText(source.head, encoding.bomBytes > 2 || encoding.encoding === 'utf-8' ? 'utf-8' : encoding.encoding);
  const text = decodeText(source.all, encoding);
  if (/^\s*\{/.test(head)) {
    if (/"spdxVersion"\s*:/.test(head) || /"SPDXID"\s*:/.test(head)) return readSpdx2JsonSbom(text);
    if (/"@context"\s*:/.test(head) || /"@graph"\s*:/.test(head)) return readSpdx3Sbom(text);
    if (schemas === null) return err({ code: 'IMPORTING.NOT_AN_SBOM', formats: SBOM_FORMATS });
    return readCycloneDxJsonSbom(text, /"specVersion"\s*:\s*"([^"]{1,20})"/.exec(head)?.[1] ?? null, schemas);
  }
  if (/^\s*</.test(head)) return withWhole(text, (whole) => readCycloneDxXmlSbom(whole, schemas));
  if (/^[ \t]*SPDXVersion[ \t]*:/m.test(head)) return withWhole(text, async (whole) => readSpdx2TagValueSbom(whole));
  if (/^[ \t]*["']?spdxVersion["']?[ \t]*:/m.test(head) || /^[ \t]*["']?SPDXID["']?[ \t]*:/m.test(head)) return withWhole(text, async (whole) => readSpdx2YamlSbom(whole));
  return err({ code: 'IMPORTING.NOT_AN_SBOM', formats: SBOM_FORMATS });
}

const SBOM_FORMATS = ['CycloneDX JSON', 'CycloneDX XML', 'SPDX JSON', 'SPDX YAML', 'SPDX tag-value', 'SPDX 3.0 JSON-LD'] as const;

async function firstText(head: Uint8Array, label: string): Promise<string> {
  return new TextDecoder(label === 'utf-16le' || label === 'utf-16be' ? label : 'utf-8').decode(head);
}

async function withWhole(text: AsyncIterable<string>, then: (whole: string) => Promise<Result<Sbom, Problem>>): Promise<Result<Sbom, Problem>> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of text) {
    length += piece.length;
    if (length > LONGEST_WHOLE_DOCUMENT) return err({ code: 'IMPORTING.DOCUMENT_TOO_LONG', longest: LONGEST_WHOLE_DOCUMENT });
    pieces.push(piece);
  }
  return then(pieces.join(''));
}
