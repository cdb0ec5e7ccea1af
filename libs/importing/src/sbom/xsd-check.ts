// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ErrorDetail, XmlDocument as Document } from 'libxml2-wasm';
import type { Problem } from '#kernel';
import type { SchemaSource } from './sbom.js';

/** Versions of CycloneDX whose XML form exists. */
export const CYCLONEDX_XML_VERSIONS = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;

/**
 * Checks a document against the official schema of its version.
 *
 * @param text the document; it must not hold a DOCTYPE
 * @returns the first fault with its line and the path of elements that leads to it, or null
 */
export type XsdCheck = (text: string) => Problem | null;

/** libxml2's limits stay on (depth, size of a text); nothing is loaded from outside. */
const checks = new WeakMap<SchemaSource, Map<string, XsdCheck>>();
const IMPORTED_SCHEMA = 'spdx.SNAPSHOT.xsd';

/**
 * Compiles the official XML schema of a version of CycloneDX, once for each source of schemas.
 *
 * @source CycloneDX 1.0–1.7, XML schemas
 */
export async function xsdCheckOf(version: string, schemas: SchemaSource): Promise<XsdCheck> {
  const known = checks.get(schemas) ?? new Map<string, XsdCheck>();
  checks.set(schemas, known);
  const found = known.get(version) ?? (await compile(version, schemas));
  known.set(version, found);
  return found;
}

async function compile(version: string, schemas: SchemaSource): Promise<XsdCheck> {
  const { ParseOption, XmlBufferInputProvider, XmlDocument, XmlParseError, XmlValidateError, XsdValidator, xmlCleanupInputProvider, xmlRegisterInputProvider } = await import('libxml2-wasm');
  const option = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET;
  xmlRegisterInputProvider(new XmlBufferInputProvider({ [IMPORTED_SCHEMA]: new TextEncoder().encode(schemas(IMPORTED_SCHEMA)) }));
  const schema = XmlDocument.fromString(schemas(`bom-${version}.SNAPSHOT.xsd`));
  try {
    const validator = XsdValidator.fromDoc(schema);
    return (text) => {
      let document: Document | undefined;
      try {
        document = XmlDocument.fromString(text, { option });
        validator.validate(document);
        return null;
      } catch (failure) {
        if (failure instanceof XmlParseError) return problemOf(failure.details[0], 'IMPORTING.XML_INVALID', undefined);
        if (failure instanceof XmlValidateError) return problemOf(failure.details[0], 'IMPORTING.SBOM_INVALID', document);
        throw failure;
      } finally {
        document?.dispose();
      }
    };
  } finally {
    schema.dispose();
    xmlCleanupInputProvider();
  }
}

function problemOf(detail: ErrorDetail | undefined, code: string, document: Document | undefined): Problem {
  const reason = (detail?.message ?? 'is not valid')
    .trim()
    .replace(/\{http:\/\/cyclonedx\.org\/schema\/[^}]*\}/g, '')
    .replace(/^Element '([^']*)'(, attribute '[^']*')?: /, '$1$2: ')
    .replace(/\.$/, '');
  return { code, line: detail?.line, path: namedPath(detail?.xpath, document) ?? '$', reason };
}

/** `bom/components/component[2]/hashes/hash` for the place of a fault; the number counts elements of that name. */
function namedPath(xpath: string | undefined, document: Document | undefined): string | null {
  if (xpath === undefined || document === undefined) return null;
  const steps: string[] = [];
  // A prefix of the document is not bound where the path is looked up, its text is.
  const upwards = xpath.split('/').slice(1).map((step) => step.replace(/^([^*[]+)/, "*[name()='$1']"));
  for (let length = upwards.length; length > 0; length--) {
    const step = `/${upwards.slice(0, length).join('/')}`;
    const node = document.get(step);
    if (node === null || !('name' in node)) return null;
    const name = String(node.name);
    const before = document.find(`${step}/preceding-sibling::*[local-name()='${name}']`).length;
    steps.unshift(before > 0 || document.find(`${step}/following-sibling::*[local-name()='${name}']`).length > 0 ? `${name}[${before + 1}]` : name);
  }
  return steps.join('/');
}
