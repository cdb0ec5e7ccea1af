// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';

/** Something that is known about a candidate, or known to be unknown (`value: null`); where it comes from and on which day it was true. */
export interface Fact<T> {
  readonly value: T | null;
  /** Who or what says so: a file, a contract number, an address, a person's role. */
  readonly source: string | null;
  readonly asOf: CalendarDate | null;
}

/** Licence class as the licensing stage names it; the four copyleft and permissive classes and public domain are open source in the sense of M1. */
export type OpennessClass =
  | 'PUBLIC_DOMAIN'
  | 'PERMISSIVE'
  | 'WEAK_COPYLEFT'
  | 'STRONG_COPYLEFT'
  | 'NETWORK_COPYLEFT'
  | 'SOURCE_AVAILABLE'
  | 'NON_COMMERCIAL'
  | 'PROPRIETARY';

export type YesNo = 'YES' | 'NO';
export type AlternativeKind = 'FULL' | 'PARTIAL' | 'NEEDS_COMPLEMENT' | 'COEXISTENCE';
/** EN 301 549 / BITV: nothing is fulfilled, parts are, all is by the maker's own word, all is by an independent test. */
export type AccessibilityLevel = 'NONE' | 'PARTIAL' | 'SELF_DECLARED' | 'TESTED';
/** Law that can reach the data: EU/EEA; a country with an adequacy decision; one where it holds only for certified companies (USA); any other. */
export type Jurisdiction = 'EU' | 'ADEQUATE' | 'CONDITIONAL' | 'THIRD_COUNTRY';
export type CatchUpArea = 'NONE' | 'ADMINISTRATION' | 'CITIZEN_SERVICES' | 'ENERGY';
export type Governance = 'SINGLE_MAINTAINER' | 'SINGLE_VENDOR' | 'COMMUNITY' | 'FOUNDATION';

/** Assurance level of the EU Cloud Sovereignty Framework, from none to full. */
export type SealLevel = 'SEAL_0' | 'SEAL_1' | 'SEAL_2' | 'SEAL_3' | 'SEAL_4';

const objectives = [1, 2, 3, 4, 5, 6, 7, 8] as const;
type SovereigntyFact = `${'today' | 'alternative'}Sov${(typeof objectives)[number]}`;
/** Facts behind the sovereignty profiles: the level of each objective, of today's product and of the alternative. */
export const sovereigntyFactKeys: readonly SovereigntyFact[] = (['today', 'alternative'] as const).flatMap((side) => objectives.map((number): SovereigntyFact => `${side}Sov${number}`));

/** Value of each fact, by name. Counts are whole numbers ≥ 0; `…01` are shares in [0, 1]. */
export interface FactValues extends Readonly<Record<SovereigntyFact, SealLevel>> {
  /** Licence class of the product in use. */
  readonly todayLicenseClass: OpennessClass;
  readonly alternativeLicenseClass: OpennessClass;
  /** Installations that the move reaches. */
  readonly installations: number;
  /** Named users that the move reaches. */
  readonly namedUsers: number;
  /** Share of today's vendor in all software spend of the administration. */
  readonly vendorSpendShare01: number;
  /** Share of today's document and data formats that the alternative reads and writes. */
  readonly formatsCarriedOver01: number;
  /** Whether open standard formats are among those carried over. */
  readonly openFormats: 'NONE' | 'SOME' | 'ALL';
  /** How far data can be taken out of today's product in bulk. */
  readonly dataExport: 'NONE' | 'PARTIAL' | 'FULL';
  /** Companies that offer support for the alternative. */
  readonly supportOffers: number;
  /** Whether the administration developed the product itself or extended it. */
  readonly ownDevelopment: 'NONE' | 'EXTENSIONS' | 'OWN';
  readonly personalData: YesNo;
  /** Law that can reach the data in today's product, by its vendor or its hosting, whichever is further away. */
  readonly todayJurisdiction: Jurisdiction;
  /** Earliest day on which the support of an installed release cycle of today's product ends. */
  readonly supportEndsOn: CalendarDate;
  readonly todayAccessibility: AccessibilityLevel;
  readonly alternativeAccessibility: AccessibilityLevel;
  readonly citizenFacing: YesNo;
  /** Area in which the 2020 Bitkom study saw need to catch up. */
  readonly catchUpArea: CatchUpArea;
  /** Whether hardware that would have to be replaced stays in use with the alternative. */
  readonly keepsHardware: YesNo;
  readonly resourceClass: 'LIGHTER' | 'SAME' | 'HEAVIER';
  readonly alternativeKind: AlternativeKind;
  /** Required functions that the alternative has. */
  readonly functionsCovered: number;
  /** Required functions that it does not have. */
  readonly functionsMissing: number;
  /** Sources for the pair product–alternative that somebody has opened and found to say so. */
  readonly verifiedSources: number;
  /** Other public administrations that use the alternative. */
  readonly administrationsUsing: number;
  /** Day of the alternative's last release. */
  readonly lastReleaseOn: CalendarDate;
  readonly governance: Governance;
  /** Interfaces of today's product that use an open standard. */
  readonly interfacesOpen: number;
  /** Interfaces that are documented but the vendor's own. */
  readonly interfacesDocumented: number;
  /** Interfaces that are neither. */
  readonly interfacesProprietary: number;
  /** Macros, templates and scripts that must be rewritten or tested. */
  readonly macros: number;
  /** Documents and data to be taken over, in gigabytes. */
  readonly documentVolumeGigabytes: number;
  readonly usersToTrain: number;
  /** How much the alternative feels like today's product. */
  readonly similarity: 'LOW' | 'MEDIUM' | 'HIGH';
  /** People in the departments who stand up for the move. */
  readonly champions: number;
  /** Whether the analogue way to the service stays open after the move. */
  readonly analoguePathKept: YesNo;
}

export type FactKey = keyof FactValues;

/** What is known about a product in use and the alternative chosen for it; a fact that is left out is unknown. */
export type CandidateFacts = { readonly [K in FactKey]?: Fact<FactValues[K]> };

/** A fact that is known. */
export function known<T>(value: T, source: string, asOf: CalendarDate | null): Fact<T> {
  return { value, source, asOf };
}
