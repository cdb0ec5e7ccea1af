// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { modernise } from '../expression/modernise.js';
import { parseExpression } from '../expression/parse.js';
import type { LicenseExpression } from '../expression/tree.js';
import { printExpression } from '../expression/print.js';
import { classOf } from '../verdict/class-of.js';
import { obligationRows, type Obligation } from '../data/obligations.js';
import type { Usage } from '../policy/policy.js';

/** Something that has to be done because of a license. */
export interface ObligationEntry extends Obligation {
  /** The licenses that ask for it. */
  readonly licenses: readonly string[];
}

/**
 * Lists what has to be done when software under an expression is used in a certain way, as a checklist without repetitions. Of an `OR` all choices are
 * listed, for who chooses needs to see them; licenses of unknown class ask for their text to be read.
 *
 * @param text an SPDX expression; anything else yields the one entry to find out the license
 */
export function obligationsOf(text: string, usage: Usage): ObligationEntry[] {
  return obligationsOfAll([text], usage);
}

/** The same for what stands under several expressions, such as the components of a product: one checklist, in which each obligation stands once. */
export function obligationsOfAll(texts: Iterable<string>, usage: Usage): ObligationEntry[] {
  const found = new Map<string, Set<string>>();
  const note = (id: string, license: string) => found.set(id, (found.get(id) ?? new Set()).add(license));
  for (const text of texts) {
    const parsed = parseExpression(text);
    if (!parsed.ok) note('find-out-license', text);
    for (const leaf of parsed.ok ? leavesOf(modernise(parsed.value)) : []) {
      for (const row of obligationRows) {
        if (row.usages.includes(usage) && (row.classes.includes(classOf(leaf)) || row.licenses?.some((family) => belongsTo(leaf, family)))) note(row.id, printExpression(leaf));
      }
    }
  }
  return obligationRows.filter((row) => found.has(row.id)).map(({ id, sentence }) => ({ id, sentence, licenses: [...(found.get(id) ?? [])] }));
}

/** Whether a license is of a family such as `GPL-3.0-*`; an exception does not take it out. */
function belongsTo(leaf: LicenseExpression, family: string): boolean {
  const license = leaf.kind === 'with' ? leaf.license : leaf;
  if (license.kind !== 'license') return false;
  return family.endsWith('*') ? license.id.startsWith(family.slice(0, -1)) : license.id === family;
}

function leavesOf(expression: LicenseExpression): LicenseExpression[] {
  return expression.kind === 'and' || expression.kind === 'or' ? expression.operands.flatMap(leavesOf) : [expression];
}
