// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { member } from '../formats/cyclonedx/component-record.js';
import { textValue } from '../text-value.js';
import { differing } from './cyclonedx-component.js';
import type { SbomComponent } from './sbom.js';

/** Versions of SPDX 2 that are read. */
const SPDX_2 = /^SPDX-(2\.[0-3])$/;

/** `2.3` of `SPDX-2.3`; null for versions that are not read. */
export function spdx2Version(value: unknown): string | null {
  return typeof value === 'string' ? (SPDX_2.exec(value.trim())?.[1] ?? null) : null;
}

/** `NOASSERTION` says nothing; `NONE` says that there is no license. */
export function assertedLicense(value: unknown): string | null {
  const text = textValue(value);
  return text === null || text.toUpperCase() === 'NOASSERTION' ? null : text;
}

/** `Organization: Mozilla (mail@…)` → `Mozilla`. */
export function spdxAgent(value: unknown): string | null {
  const text = assertedLicense(value);
  return text === null ? null : textValue(text.replace(/^(Organization|Person|Tool):\s*/i, '').replace(/\s*\([^)]*\)\s*$/, ''));
}

/**
 * A package of SPDX 2 as JSON and YAML write it.
 *
 * @returns the component, or what is missing (a package has a name and an SPDX id)
 * @source SPDX 2.3, clause 7
 */
export function spdxPackage(value: unknown, path: string): SbomComponent | Problem {
  const name = textValue(member(value, 'name'));
  if (name === null) return { code: 'IMPORTING.SBOM_INVALID', path, reason: "must have required property 'name'" };
  const id = member(value, 'SPDXID');
  if (typeof id !== 'string' || !/^SPDXRef-[A-Za-z0-9.+:_-]+$/.test(id)) return { code: 'IMPORTING.SBOM_INVALID', path: `${path}.SPDXID`, reason: 'must be SPDXRef- and letters, digits, dots or dashes' };
  const refs = member(value, 'externalRefs');
  const locator = (types: readonly string[]): string | null => {
    const found = Array.isArray(refs) ? refs.find((ref: unknown) => types.includes(String(member(ref, 'referenceType')).split('/').at(-1) as string)) : undefined;
    return textValue(member(found, 'referenceLocator'));
  };
  const declared = assertedLicense(member(value, 'licenseDeclared'));
  const license = assertedLicense(member(value, 'licenseConcluded')) ?? declared;
  return {
    name,
    version: textValue(member(value, 'versionInfo')),
    vendor: spdxAgent(member(value, 'supplier')) ?? spdxAgent(member(value, 'originator')),
    purl: locator(['purl']),
    cpe: locator(['cpe23Type', 'cpe22Type']),
    license,
    declaredLicense: differing(declared, license),
    path,
  };
}

/** What every SPDX 2 document must have, besides its packages. */
export function checkSpdx2Document(document: unknown): Problem | null {
  const version = member(document, 'spdxVersion');
  if (version === undefined) return { code: 'IMPORTING.SBOM_INVALID', path: '$', reason: "must have required property 'spdxVersion'" };
  if (spdx2Version(version) === null) return { code: 'IMPORTING.SBOM_VERSION', format: 'SPDX', version: String(version), versions: ['2.0', '2.1', '2.2', '2.3', '3.0'] };
  if (member(document, 'SPDXID') !== 'SPDXRef-DOCUMENT') return { code: 'IMPORTING.SBOM_INVALID', path: 'SPDXID', reason: 'must be SPDXRef-DOCUMENT' };
  if (textValue(member(document, 'name')) === null) return { code: 'IMPORTING.SBOM_INVALID', path: '$', reason: "must have required property 'name'" };
  return null;
}
