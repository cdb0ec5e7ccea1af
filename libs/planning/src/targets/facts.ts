// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import type { NoticePeriod, ContractTerm } from '#licensing';

/** Whether software is open source; unknown is not open. */
export type Openness = 'OPEN' | 'CLOSED' | 'UNKNOWN';

/** A product in use. */
export interface UsedProduct {
  readonly id: number;
  readonly openness: Openness;
  readonly isSpecialised: boolean;
  readonly installations: number;
  /** Whether it needs a decision today: not open source, not planned, neither exempt nor weighed. */
  readonly isUndecided: boolean;
  /** Last day of the exemption that alone keeps it from needing a decision; null where there is none. */
  readonly exemptUntil: CalendarDate | null;
}

/** A contract that runs today. */
export interface RunningContract {
  /** Null where nobody knows for which product it is. */
  readonly productId: number | null;
  readonly openness: Openness;
  /** Null where nobody knows it. */
  readonly costPerYearCents: number | null;
  readonly endsOn: CalendarDate | null;
  readonly renewalMonths: number | null;
  /** Null where nobody knows it: unknown, not none. */
  readonly notice: NoticePeriod | null;
  readonly noticeTo: ContractTerm['noticeTo'] | null;
}

/** A migration of the plan in force whose product is still in use. */
export interface MigrationAhead {
  readonly productId: number;
  readonly alternativeId: number;
  readonly alternative: Openness;
  /** Whether the alternative only comes beside what stays. */
  readonly isCoexistence: boolean;
  readonly status: 'PLANNED' | 'RUNNING' | 'BLOCKED' | 'DONE';
  readonly plannedEndsOn: CalendarDate;
}

/** When a product is replaced by open source: surely, if the plan is kept, and at the earliest, if all that is unknown turns out well; null: never by this plan. */
export interface Replacement {
  readonly productId: number;
  readonly alternativeId: number;
  readonly surelyOn: CalendarDate | null;
  readonly possiblyOn: CalendarDate;
}

/** Devices that become free of proprietary software on the same days; `today`: they are; null: not by this plan. */
export interface DeviceGroup {
  readonly devices: number;
  /** Whether proprietary software is on them today. */
  readonly hasClosed: boolean;
  readonly surelyOn: CalendarDate | 'today' | null;
  readonly possiblyOn: CalendarDate | 'today' | null;
}

/** All that measuring needs to know. */
export interface EstateFacts {
  readonly products: readonly UsedProduct[];
  /** Names in use that are not recognised: families of spellings, and their installations. */
  readonly unrecognised: { readonly families: number; readonly installations: number };
  readonly contracts: readonly RunningContract[];
  readonly devices: readonly DeviceGroup[];
  readonly ownSoftware: { readonly total: number; readonly published: number };
}
