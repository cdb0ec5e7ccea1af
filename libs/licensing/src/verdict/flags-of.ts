// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licenseInfo } from '../data/license-list.js';
import type { LicenseExpression } from '../expression/tree.js';

/** Flags of a whole expression; null where a part has not been judged and the others do not settle it. */
export interface LicenseFlags {
  readonly osiApproved: boolean | null;
  readonly fsfLibre: boolean | null;
}

/** OSI and FSF flags: `AND` needs them of every part, `OR` of one; an exception does not change them; `LicenseRef-` has not been judged. */
export function flagsOf(expression: LicenseExpression): LicenseFlags {
  switch (expression.kind) {
    case 'none':
      return { osiApproved: false, fsfLibre: false };
    case 'license': {
      const info = licenseInfo(expression.id);
      return { osiApproved: info?.osi ?? null, fsfLibre: info?.fsf ?? null };
    }
    case 'with':
      return flagsOf(expression.license);
    case 'and':
    case 'or': {
      const flags = expression.operands.map(flagsOf);
      const settles = expression.kind === 'or';
      return {
        osiApproved: settle(flags.map((flag) => flag.osiApproved), settles),
        fsfLibre: settle(flags.map((flag) => flag.fsfLibre), settles),
      };
    }
    default:
      return { osiApproved: null, fsfLibre: null };
  }
}

function settle(flags: readonly (boolean | null)[], settling: boolean): boolean | null {
  if (flags.includes(settling)) return settling;
  return flags.includes(null) ? null : !settling;
}
