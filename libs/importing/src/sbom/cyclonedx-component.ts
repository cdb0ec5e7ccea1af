// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licenseOf, member, recordOfComponent } from '../formats/cyclonedx/component-record.js';
import { textValue } from '../text-value.js';
import type { SbomComponent } from './sbom.js';

/** One component in the words of an SBOM, from a CycloneDX object in its JSON form. */
export function sbomComponentOf(component: unknown, path: string): SbomComponent {
  const name = textValue(member(component, 'name')) ?? textValue(member(component, 'purl')) ?? path;
  const record = recordOfComponent({ ...(component as object), name }, path, null);
  if (record === null) throw new Error(`a component named ${name} has no record`);
  const { version, vendor, purl, cpe, license } = record;
  return { name, version, vendor, purl, cpe, license, declaredLicense: differing(declaredLicenseOf(member(component, 'licenses')), license), path };
}

/** The declared license, where it is not the one that counts. */
export function differing(declared: string | null, license: string | null): string | null {
  return declared === license ? null : declared;
}

/** What is marked as declared among the licenses. @source CycloneDX 1.6, licenseAcknowledgementEnumeration */
function declaredLicenseOf(licenses: unknown): string | null {
  if (!Array.isArray(licenses)) return null;
  return licenseOf(licenses.filter((choice) => (member(choice, 'acknowledgement') ?? member(member(choice, 'license'), 'acknowledgement')) === 'declared'));
}
