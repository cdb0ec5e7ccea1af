// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { DOCUMENTED_VENDOR_INTERFACES, UNDOCUMENTED_WORDS } from './data/vendor-interfaces.js';
import { namedIn } from './named-in.js';
import { isOpenFormat } from './open-format.js';

/** An interface as a register knows it. */
export interface RegisteredInterface {
  /** What it is called there, with its standard: `DATABASE: T-SQL-Prozeduren`. */
  readonly kind: string;
  /** Whether the register says that it follows an open standard; null where it does not say. */
  readonly openStandard: boolean | null;
}

/** By an open standard, by the maker's own published description, by neither; or nobody can tell from the register. */
export type InterfaceOpenness = 'OPEN' | 'DOCUMENTED' | 'PROPRIETARY' | 'UNKNOWN';

const DOCUMENTED = namedIn(DOCUMENTED_VENDOR_INTERFACES);
const UNDOCUMENTED = namedIn(UNDOCUMENTED_WORDS);

/**
 * Decides how open an interface is: what the register says comes first, then the names that are known.
 *
 * @example
 * opennessOf({ kind: 'WEB_SERVICE: SAML 2.0', openStandard: null }); // → 'OPEN'
 * opennessOf({ kind: 'OFFICE_AUTOMATION: Word-Vorlage mit VBA', openStandard: false }); // → 'DOCUMENTED'
 * opennessOf({ kind: 'WEB_SERVICE: Hersteller-API (proprietär)', openStandard: null }); // → 'PROPRIETARY'
 * opennessOf({ kind: 'FILE: Austauschdatei', openStandard: false }); // → 'UNKNOWN'
 */
export function opennessOf({ kind, openStandard }: RegisteredInterface): InterfaceOpenness {
  if (openStandard === true) return 'OPEN';
  if (UNDOCUMENTED.test(kind)) return 'PROPRIETARY';
  if (DOCUMENTED.test(kind)) return 'DOCUMENTED';
  return openStandard === null && isOpenFormat(kind) ? 'OPEN' : 'UNKNOWN';
}

/** How many interfaces there are of each openness; null where none is registered, or where that of a single one is not known: then no count would be right. */
export function countInterfaces(interfaces: readonly RegisteredInterface[]): Readonly<Record<Exclude<InterfaceOpenness, 'UNKNOWN'>, number>> | null {
  const found = interfaces.map(opennessOf);
  if (found.length === 0 || found.includes('UNKNOWN')) return null;
  const count = (openness: InterfaceOpenness) => found.filter((one) => one === openness).length;
  return { OPEN: count('OPEN'), DOCUMENTED: count('DOCUMENTED'), PROPRIETARY: count('PROPRIETARY') };
}
