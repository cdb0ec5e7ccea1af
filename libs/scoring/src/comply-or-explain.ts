// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';

/** How an administration reads M1: proprietary software needs an exemption, or both are weighed and the weighing is recorded. */
export type M1Reading = 'OSS_FIRST' | 'EQUAL_FOOTING';

/** A written reason why proprietary software stays. */
export interface Exemption {
  readonly id: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly grantedOn: CalendarDate;
  /** Last day on which it holds. */
  readonly expiresOn: CalendarDate;
  /** Day from which the reason has to be looked at again, or null. */
  readonly recheckOn: CalendarDate | null;
}

/** What the council needs to know about one product in use. */
export interface ProductStanding {
  /** Verdict of the licensing stage on "open source in the sense of M1". */
  readonly openSource: 'ALLOWED' | 'DENIED' | 'UNKNOWN';
  /** The wave in which the product is to be replaced, or null. */
  readonly plannedInWave: string | null;
  /** Recorded weighing of open against proprietary, or null; asked for under `EQUAL_FOOTING`. */
  readonly weighedOn: CalendarDate | null;
  readonly exemptions: readonly Exemption[];
}

export type ComplyState = 'COMPLIES' | 'PLANNED' | 'EXEMPT' | 'WEIGHED' | 'OPEN';

/** The one state a product is in, and why. */
export interface Compliance {
  readonly state: ComplyState;
  /** The exemption that holds: of several the one that holds longest. */
  readonly exemption: Exemption | null;
  readonly isRecheckDue: boolean;
  /** Under `OPEN`: the exemption that held last and has expired. */
  readonly expired: Exemption | null;
  /** The licence is not known: the product cannot be said to comply. */
  readonly isLicenseUnknown: boolean;
}

/**
 * Puts a product in use into exactly one state: open source complies; else planned, exempt, weighed (under `EQUAL_FOOTING` only) or open, in this order.
 *
 * An unknown licence is treated as not open source, and said to be unknown. An exemption holds from the day it was granted to its last day, both included; after it
 * the product is open again. One that is granted later does not hold yet.
 *
 * @param today the day of the answer
 */
export function complyOrExplain(product: ProductStanding, reading: M1Reading, today: CalendarDate): Compliance {
  const isLicenseUnknown = product.openSource === 'UNKNOWN';
  const standing = { exemption: null, isRecheckDue: false, expired: null, isLicenseUnknown };
  if (product.openSource === 'ALLOWED') return { ...standing, state: 'COMPLIES' };
  if (product.plannedInWave !== null) return { ...standing, state: 'PLANNED' };
  const granted = product.exemptions.filter((exemption) => exemption.grantedOn <= today);
  const longest = granted.reduce<Exemption | null>((last, next) => (last === null || next.expiresOn > last.expiresOn ? next : last), null);
  if (longest !== null && longest.expiresOn >= today) {
    return { ...standing, state: 'EXEMPT', exemption: longest, isRecheckDue: longest.recheckOn !== null && longest.recheckOn <= today };
  }
  if (reading === 'EQUAL_FOOTING' && product.weighedOn !== null && product.weighedOn <= today) return { ...standing, state: 'WEIGHED', expired: longest };
  return { ...standing, state: 'OPEN', expired: longest };
}
