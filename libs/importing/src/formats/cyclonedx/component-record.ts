// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle, type InventoryRecord } from '../../record.js';
import { textValue } from '../../text-value.js';

/** A member of a JSON object, or undefined where there is no object. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * The record of one component of a CycloneDX document; null where it has no name.
 *
 * @param host machine that the document describes, or null
 */
export function recordOfComponent(component: unknown, path: string, host: string | null): InventoryRecord | null {
  const title = textValue(member(component, 'name'));
  if (title === null) return null;
  return {
    ...recordOfTitle(title, { path }),
    vendor:
      textValue(member(component, 'publisher')) ??
      textValue(member(member(component, 'supplier'), 'name')) ??
      textValue(member(member(component, 'manufacturer'), 'name')) ??
      textValue(member(component, 'group')),
    version: textValue(member(component, 'version')),
    host,
    license: licenseOf(member(component, 'licenses')),
    purl: textValue(member(component, 'purl')),
    cpe: textValue(member(component, 'cpe')),
  };
}

/**
 * Licenses of a component as one raw text: the expression, or all ids and names, each of which applies (`A AND B`). Where some are marked as
 * concluded, only those count.
 *
 * @source CycloneDX 1.7, licenseChoice and licenseAcknowledgementEnumeration
 */
export function licenseOf(licenses: unknown): string | null {
  if (!Array.isArray(licenses)) return null;
  const concluded = licenses.filter((choice) => (member(choice, 'acknowledgement') ?? member(member(choice, 'license'), 'acknowledgement')) === 'concluded');
  const texts = (concluded.length > 0 ? concluded : licenses)
    .map((choice) => {
      const license = member(choice, 'license');
      return textValue(member(choice, 'expression')) ?? textValue(member(license, 'id')) ?? textValue(member(license, 'name')) ?? textValue(member(license, 'url'));
    })
    .filter((text) => text !== null);
  const distinct = [...new Set(texts)];
  if (distinct.length <= 1) return distinct[0] ?? null;
  return distinct.map((text) => (/\s(OR|WITH)\s/i.test(text) ? `(${text})` : text)).join(' AND ');
}

/** Components inside components, each with its path, outer before inner; the component itself first. */
export function* withNested(component: unknown, path: string): Generator<{ component: unknown; path: string }> {
  yield { component, path };
  const nested = member(component, 'components');
  if (!Array.isArray(nested)) return;
  for (let index = 0; index < nested.length; index++) yield* withNested(nested[index], `${path}.components[${index}]`);
}
