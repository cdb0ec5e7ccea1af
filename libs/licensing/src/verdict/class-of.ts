// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isLinkingException, licenseInfo } from '../data/license-list.js';
import { licenseRefInfo } from '../data/license-ref-list.js';
import type { LicenseClass } from '../data/license-row.js';
import type { LicenseExpression } from '../expression/tree.js';

/** From the least that a license asks to the most that it withholds; what is unknown lies between the open classes and the closed ones. */
export const classesByStrictness: readonly LicenseClass[] = [
  'public-domain',
  'permissive',
  'weak-copyleft',
  'strong-copyleft',
  'network-copyleft',
  'unknown',
  'source-available',
  'non-commercial',
  'proprietary',
];

/**
 * The class of an expression: under `AND` that of its strictest part (an unknown part leaves open classes unknown), under `OR` that of its mildest. A
 * linking exception turns strong copyleft into weak. `NONE` is proprietary (all rights reserved), `NOASSERTION` unknown.
 */
export function classOf(expression: LicenseExpression): LicenseClass {
  switch (expression.kind) {
    case 'none':
      return 'proprietary';
    case 'noassertion':
      return 'unknown';
    case 'license':
      return licenseInfo(expression.id)?.class ?? 'unknown';
    case 'license-ref':
      return (expression.document === null ? licenseRefInfo(expression.name)?.class : null) ?? 'unknown';
    case 'with': {
      const own = classOf(expression.license);
      if (expression.exception.includes('AdditionRef-')) return 'unknown';
      return own === 'strong-copyleft' && isLinkingException(expression.exception) ? 'weak-copyleft' : own;
    }
    case 'and':
      return expression.operands.map(classOf).reduce(stricter);
    case 'or':
      return expression.operands.map(classOf).reduce(milder);
  }
}

function stricter(a: LicenseClass, b: LicenseClass): LicenseClass {
  return classesByStrictness.indexOf(a) >= classesByStrictness.indexOf(b) ? a : b;
}

function milder(a: LicenseClass, b: LicenseClass): LicenseClass {
  return classesByStrictness.indexOf(a) <= classesByStrictness.indexOf(b) ? a : b;
}
