// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** How far spend depends on single vendors. */
export interface Concentration {
  /** Share of each vendor in all spend, in the order given. */
  readonly share01: ReadonlyMap<string, number>;
  /** Herfindahl–Hirschman index in points: 10,000 is one vendor for everything; null where nothing was spent. */
  readonly hhi: number | null;
}

/**
 * Measures the concentration of spend on vendors.
 *
 * @param spendCents spend per year by vendor; zero and negative amounts (refunds) are left out
 * @source U.S. Department of Justice and FTC, Merger Guidelines 2023, guideline 1 (definition of the HHI as the sum of squared shares in percent)
 */
export function concentrationOf(spendCents: ReadonlyMap<string, number>): Concentration {
  const paid = [...spendCents].filter(([, cents]) => Number.isFinite(cents) && cents > 0);
  const total = paid.reduce((sum, [, cents]) => sum + cents, 0);
  const share01 = new Map(paid.map(([vendor, cents]) => [vendor, cents / total]));
  const hhi = paid.length === 0 ? null : [...share01.values()].reduce((sum, share) => sum + share * share * 10_000, 0);
  return { share01, hhi };
}
