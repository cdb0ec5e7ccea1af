// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { SchemaSource } from './sbom.js';

/** Versions of CycloneDX whose XML form exists. */
export const CYCLONEDX_XML_VERSIONS = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;

interface Validator {
  validate(document: unknown): void;
}

/** libxml2's limits stay on (depth, size of a text); nothing is loaded from outside. */
const validators = new WeakMap<SchemaSource, Map<string, Validator>>();
const IMPORTED_SCHEMA = 'spdx.SNAPSHOT.xsd';

/**
 * Checks an XML document against the official schema of a version of CycloneDX.
 *
 * @param text the document; it must not hold a DOCTYPE
 * @returns the first fault with its line, or null
 * @source CycloneDX 1.0–1.7, XML schemas
 */
export async function checkAgainstXsd(text: string, version: string, schemas: SchemaSource): Promise<Problem | null> {
  const { ParseOption, XmlDocument, XmlValidateError, XmlParseError } = await import('libxml2-wasm');
  const validator = await validatorOf(version, schemas);
  let document: ReturnType<typeof XmlDocument.fromString>;
  try {
    document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET });
  } catch (failure) {
    if (failure instanceof XmlParseError) return problemOf(failure.details, 'IMPORTING.XML_INVALID');
    throw failure;
  }
  try {
    validator.validate(document);
    return null;
  } catch (failure) {
    if (failure instanceof XmlValidateError) return problemOf(failure.details, 'IMPORTING.SBOM_INVALID');
    throw failure;
  } finally {
    document.dispose();
  }
}

async function validatorOf(version: string, schemas: SchemaSource): Promise<Validator> {
  const { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlCleanupInputProvider, xmlRegisterInputProvider } = await import('libxml2-wasm');
  const known = validators.get(schemas) ?? new Map<string, Validator>();
  validators.set(schemas, known);
  const found = known.get(version);
  if (found !== undefined) return found;
  xmlRegisterInputProvider(new XmlBufferInputProvider({ [IMPORTED_SCHEMA]: new TextEncoder().encode(schemas(IMPORTED_SCHEMA)) }));
  const schema = XmlDocument.fromString(schemas(`bom-${version}.SNAPSHOT.xsd`));
  try {
    const validator = XsdValidator.fromDoc(schema) as unknown as Validator;
    known.set(version, validator);
    return validator;
  } finally {
    schema.dispose();
    xmlCleanupInputProvider();
  }
}

function problemOf(details: readonly { message: string; line: number; xpath?: string }[], code: string): Problem {
  const first = details[0];
  const reason = (first?.message ?? 'is not valid').trim().replace(/\{http:\/\/cyclonedx\.org\/schema\/[^}]*\}/g, '').replace(/^Element '([^']*)'(, attribute '[^']*')?: /, '$1$2: ');
  return { code, line: first?.line, path: first?.xpath?.replace(/\*\[(\d+)\]/g, '*[$1]') ?? '$', reason };
}
