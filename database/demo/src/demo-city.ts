// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Cents } from '#kernel';

/** An invented administration: every list is complete except the installations, which are streamed because they are many. */
export interface DemoCity {
  readonly name: string;
  /** Says in German and English that the city and everything in it is invented. */
  readonly note: { readonly de: string; readonly en: string };
  readonly seed: number;
  /** 1 for the city of 6,000 hosts; hosts, headcounts, seats and installations grow with it. */
  readonly factor: number;
  readonly today: CalendarDate;
  readonly departments: readonly DemoDepartment[];
  readonly hosts: readonly DemoHost[];
  readonly titles: readonly DemoTitle[];
  readonly sources: readonly DemoSource[];
  /** Rows of the application register: titles in use without hosts. */
  readonly register: readonly DemoRegisterEntry[];
  readonly contracts: readonly DemoContract[];
  readonly entitlements: readonly DemoEntitlement[];
  readonly interfaces: readonly DemoInterface[];
  readonly periods: readonly DemoPeriod[];
  readonly teams: readonly DemoTeam[];
  readonly blackouts: readonly DemoBlackout[];
  readonly assessments: readonly DemoAssessment[];
  readonly exemptions: readonly DemoExemption[];
  /** Streams all installations anew, always the same ones in the same order: by host, then by source. */
  installations(): Iterable<DemoInstallationBatch>;
}

export interface DemoDepartment {
  readonly id: string;
  readonly name: string;
  /** Null only for the administration itself. */
  readonly parentId: string | null;
  readonly kind: 'ADMINISTRATION' | 'DIVISION' | 'DEPARTMENT' | 'SECTION' | 'MUNICIPAL_ENTERPRISE';
  /** People who work there and use IT. */
  readonly users: number;
  /** Migrations that the department can bear in one period. */
  readonly changeLoadLimit: number;
}

export type DemoHostKind = 'WORKSTATION' | 'NOTEBOOK' | 'SERVER' | 'THIN_CLIENT';

export interface DemoHost {
  readonly name: string;
  readonly kind: DemoHostKind;
  readonly departmentId: string;
  /** What a server is for; null for everything else. */
  readonly serverRole: string | null;
  readonly acquiredOn: CalendarDate;
}

export type DemoTitleKind =
  | 'PRODUCT'
  | 'IN_HOUSE'
  | 'DRIVER'
  | 'PRINTER'
  | 'UPDATE'
  | 'LANGUAGE_PACK'
  | 'REDISTRIBUTABLE'
  | 'UTILITY';

export interface DemoTitle {
  /** As the source wrote it, with everything that goes wrong in sources; distinct among all titles. */
  readonly raw: string;
  /** As the source wrote it; null where it said nothing. */
  readonly vendor: string | null;
  readonly kind: DemoTitleKind;
  /** What is really behind it, or null where no catalogue product is; known only because the city is invented. */
  readonly productId: string | null;
}

export interface DemoSource {
  readonly id: 'client-management' | 'server-scan' | 'application-register';
  readonly name: string;
  readonly hasHosts: boolean;
}

/** A stretch of installations, column by column; all columns have `length` entries. */
export interface DemoInstallationBatch {
  readonly length: number;
  /** Index into the city's hosts. */
  readonly hosts: Uint32Array;
  /** Index into the city's titles. */
  readonly titles: Uint32Array;
  /** Index into the city's sources. */
  readonly sources: Uint8Array;
  readonly versions: readonly (string | null)[];
  readonly installedOn: readonly (CalendarDate | null)[];
}

export interface DemoRegisterEntry {
  /** As a person typed it. */
  readonly title: string;
  readonly vendor: string | null;
  readonly departmentId: string | null;
  /** As known to whoever keeps the register; null means unknown, neither 0 nor 1. */
  readonly users: number | null;
  readonly note: string | null;
  readonly productId: string | null;
}

export type DemoMetric = 'NAMED_USER' | 'CONCURRENT_USER' | 'DEVICE' | 'CORE' | 'SERVER' | 'SITE';

export interface DemoContract {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly vendorName: string;
  readonly kind: 'SUBSCRIPTION' | 'MAINTENANCE' | 'FRAMEWORK' | 'SUPPORT';
  /** Several for a framework agreement with a vendor. */
  readonly productIds: readonly string[];
  readonly metric: DemoMetric;
  /** In units of the metric; null where the contract names none. */
  readonly quantity: number | null;
  /** Null where nobody has found the invoice yet. */
  readonly costPerYearCents: Cents | null;
  readonly startsOn: CalendarDate;
  /** Last day of the running term; null for an unlimited contract. */
  readonly endsOn: CalendarDate | null;
  readonly noticePeriodMonths: number | null;
  /** By how many months it renews itself when nobody gives notice; null when it simply ends. */
  readonly renewalMonths: number | null;
  /** Who pays. */
  readonly departmentId: string;
}

export interface DemoEntitlement {
  readonly id: string;
  readonly contractId: string;
  readonly productId: string;
  readonly metric: DemoMetric;
  readonly quantity: number;
  readonly perpetual: boolean;
  readonly acquiredOn: CalendarDate;
}

export interface DemoInterface {
  readonly id: string;
  readonly fromProductId: string;
  readonly toProductId: string;
  readonly kind: 'FILE' | 'DATABASE' | 'WEB_SERVICE' | 'DIRECTORY' | 'OFFICE_AUTOMATION' | 'MESSAGE';
  /** Such as `XMeld`, `LDAP`, `OLE`. */
  readonly standard: string;
  readonly openStandard: boolean;
  readonly direction: 'ONE_WAY' | 'BOTH_WAYS';
}

export interface DemoPeriod {
  readonly index: number;
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly budgetCents: Cents;
}

export interface DemoTeam {
  readonly id: string;
  readonly name: string;
  /** Person-days for migrations, one per period. */
  readonly capacityDays: readonly number[];
}

export interface DemoBlackout {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly reason: string;
  /** Empty means everybody. */
  readonly departmentIds: readonly string[];
}

export interface DemoAssessment {
  readonly productId: string;
  readonly question:
    | 'CITIZEN_FACING'
    | 'ANALOGUE_PATH_KEPT'
    | 'PERSONAL_DATA'
    | 'MACROS'
    | 'DOCUMENT_VOLUME'
    | 'HOSTING_JURISDICTION'
    | 'ACCESSIBILITY_EVIDENCE'
    | 'OWN_DEVELOPMENT'
    | 'CHAMPIONS';
  readonly answer: boolean | number | string;
  readonly answeredOn: CalendarDate;
  /** A position, never a person. */
  readonly answeredBy: string;
}

export interface DemoExemption {
  readonly productId: string;
  readonly reason: string;
  readonly evidence: string;
  readonly approvedBy: string;
  readonly grantedOn: CalendarDate;
  readonly expiresOn: CalendarDate;
  readonly recheckOn: CalendarDate;
}
