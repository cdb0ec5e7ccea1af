// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Cents } from '#kernel';

/** What a right of use is counted in. */
export type Metric = 'device' | 'named-user' | 'concurrent-user' | 'core' | 'server' | 'subscription' | 'site';

/** Something bought: so many rights of a product under one metric. */
export interface Entitlement {
  readonly metric: Metric;
  /** Number of rights, null where the contract names none; ignored for `site`, which covers every use at its site (or everywhere where no site is named). */
  readonly quantity: number | null;
  readonly site?: string;
  /** Highest version it covers, lower ones included (downgrade right); null where every version is covered. */
  readonly upToVersion: string | null;
  readonly validFrom: CalendarDate | null;
  /** Last day; null for rights without end. */
  readonly validUntil: CalendarDate | null;
  /** Price of one right per year or once, as the contract counts; null where unknown. */
  readonly unitCostCents: Cents | null;
}

/** Something in use: so many units of one version, counted in the metric of the product. */
export interface MeasuredUse {
  readonly metric: Metric;
  /** Null where the version is not known: it then needs a right for every version. */
  readonly version: string | null;
  /** Null where nobody counted: unknown, not 0 and not 1. */
  readonly quantity: number | null;
  readonly site?: string;
}
