// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { canonicalLicenseId, licenseInfo } from '../data/license-list.js';
import { parseExpression } from './parse.js';
import { conjoin, type LicenseExpression, type LicenseTerm, type WithTerm } from './tree.js';

/**
 * Replaces deprecated ids by what the SPDX list names in their place: `GPL-2.0` → `GPL-2.0-only`, `GPL-2.0+` → `GPL-2.0-or-later`,
 * `GPL-2.0-with-classpath-exception` → `GPL-2.0-only WITH Classpath-exception-2.0`. Everything else stays; a deprecated id without successor too.
 */
export function modernise(expression: LicenseExpression): LicenseExpression {
  switch (expression.kind) {
    case 'license':
      return moderniseTerm(expression);
    case 'with':
      return moderniseWith(expression);
    case 'and':
    case 'or':
      return conjoin(expression.kind, expression.operands.map(modernise));
    default:
      return expression;
  }
}

function moderniseTerm(term: LicenseTerm): LicenseExpression {
  if (term.orLater) {
    const stem = term.id.replace(/-(?:only|or-later)$/, '');
    const later = canonicalLicenseId(`${stem}-or-later`);
    if (later !== null) return { kind: 'license', id: later, orLater: false };
  }
  const successor = licenseInfo(term.id)?.successor;
  if (successor === undefined) return term;
  const parsed = parseExpression(successor);
  if (!parsed.ok) throw new Error(`the successor of ${term.id} is no expression: ${successor}`);
  return term.orLater && parsed.value.kind === 'license' ? { ...parsed.value, orLater: true } : parsed.value;
}

function moderniseWith(term: WithTerm): LicenseExpression {
  const license = modernise(term.license);
  return license.kind === 'license' ? { ...term, license } : term;
}
