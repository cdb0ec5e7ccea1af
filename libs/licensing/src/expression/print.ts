// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicenseExpression, LicenseRefTerm, LicenseTerm } from './tree.js';

/**
 * Writes an expression as SPDX text with as few parentheses as the precedence (WITH, AND, OR) allows; {@link parseExpression} reads it back to the
 * same tree.
 */
export function printExpression(expression: LicenseExpression): string {
  switch (expression.kind) {
    case 'none':
      return 'NONE';
    case 'noassertion':
      return 'NOASSERTION';
    case 'license':
    case 'license-ref':
      return printSimple(expression);
    case 'with':
      return `${printSimple(expression.license)} WITH ${expression.exception}`;
    case 'and':
      return expression.operands.map((operand) => (operand.kind === 'or' ? `(${printExpression(operand)})` : printExpression(operand))).join(' AND ');
    case 'or':
      return expression.operands.map(printExpression).join(' OR ');
  }
}

function printSimple(term: LicenseTerm | LicenseRefTerm): string {
  if (term.kind === 'license') return term.orLater ? `${term.id}+` : term.id;
  return term.document === null ? `LicenseRef-${term.name}` : `DocumentRef-${term.document}:LicenseRef-${term.name}`;
}
