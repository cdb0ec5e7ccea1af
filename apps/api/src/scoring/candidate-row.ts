// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { countInterfaces, isOpenFormat, known, type AnsweredCandidate, type CandidateFacts, type Fact, type FactValues, type Jurisdiction, type OpennessClass, type RegisteredInterface } from '#scoring';
import type { CalendarDate } from '#kernel';
import type { ContractRow } from './contract-money.js';

/** All that the database knows about one candidate beside people's answers, read in one statement for all candidates. */
export interface CandidateRow {
  readonly productId: number;
  readonly productKey: string;
  readonly archetypeId: number | null;
  /** Row of the pair; the product that is the alternative is `alternativeProductId`. */
  readonly alternativeId: number;
  readonly alternativeProductId: number;
  readonly alternativeKey: string;
  readonly alternativeArchetypeId: number | null;
  readonly kind: FactValues['alternativeKind'];
  readonly todayLicense: string | null;
  readonly todayClass: string | null;
  readonly alternativeLicense: string | null;
  readonly alternativeClass: string | null;
  readonly installations: number;
  readonly registerEntries: number;
  readonly users: number | null;
  readonly covers: number;
  readonly missing: number;
  readonly carriesOver: readonly string[];
  readonly verifiedSources: number;
  readonly administrations: number;
  readonly supportOffers: number;
  readonly evidenceCheckedOn: CalendarDate | null;
  readonly personalData: 'TYPICAL' | 'POSSIBLE' | 'NO' | null;
  readonly vendorId: number | null;
  readonly jurisdiction: Jurisdiction | null;
  readonly supportEndsOn: CalendarDate | null;
  readonly supportSource: string | null;
  /** Interfaces of the register on either end. */
  readonly interfaces: readonly RegisteredInterface[];
  /** Contracts that have not ended. */
  readonly contracts: readonly ContractRow[];
  readonly specialised: boolean;
  readonly distribution: readonly string[];
}

/** Standards that the source of a count names. */
const STANDARDS_NAMED = 6;
const CLASSES = new Set<string>(['PUBLIC_DOMAIN', 'PERMISSIVE', 'WEAK_COPYLEFT', 'STRONG_COPYLEFT', 'NETWORK_COPYLEFT', 'SOURCE_AVAILABLE', 'NON_COMMERCIAL', 'PROPRIETARY']);

/** How many people or machines the move reaches, by the inventory or else by an answer; null where only a register names the product. */
export function seatsOf(row: CandidateRow, { facts }: AnsweredCandidate): number | null {
  if (row.installations > 0) return row.installations;
  return row.users ?? facts.namedUsers?.value ?? null;
}

/**
 * Puts together what the database knows and what people answered; what neither knows stays unknown.
 *
 * An answer stands before the catalogue, because it is about this administration; a count of the inventory stands before an answer, because it was counted.
 */
export function factsOf(row: CandidateRow, answered: AnsweredCandidate, vendorSpendShare01: number | null, today: CalendarDate): CandidateFacts {
  const catalogue = <T>(value: T | null, source = 'catalogue'): Fact<T> => (value === null ? unknown : known(value, source, row.evidenceCheckedOn));
  const inventory = <T>(value: T | null): Fact<T> => (value === null ? unknown : known(value, 'inventory', today));
  const license = (name: string | null, expression: string | null): Fact<OpennessClass> => {
    const openness = name?.toUpperCase().replaceAll('-', '_').replaceAll(' ', '_') ?? '';
    return catalogue(CLASSES.has(openness) ? (openness as OpennessClass) : null, `license: ${expression}`);
  };
  const formats = row.carriesOver.length === 0 ? null : row.carriesOver.filter(isOpenFormat).length;
  const counts = countInterfaces(row.interfaces);
  const register = `interfaces: ${[...new Set(row.interfaces.map(({ kind }) => kind.replace(/^[A-Z_]+: /, '')))].slice(0, STANDARDS_NAMED).join(', ')}`;
  const interfaces = (openness: 'OPEN' | 'DOCUMENTED' | 'PROPRIETARY') => (counts === null ? unknown : known(counts[openness], register, today));
  const counted: CandidateFacts = {
    installations: inventory(row.installations > 0 ? row.installations : null),
    namedUsers: inventory(row.users),
  };
  const looked: CandidateFacts = {
    todayLicenseClass: license(row.todayClass, row.todayLicense),
    alternativeLicenseClass: license(row.alternativeClass, row.alternativeLicense),
    vendorSpendShare01: vendorSpendShare01 === null ? unknown : known(vendorSpendShare01, 'contracts', today),
    openFormats: catalogue(formats === null ? null : formats === 0 ? 'NONE' : formats < row.carriesOver.length ? 'SOME' : 'ALL'),
    personalData: catalogue(row.personalData === 'TYPICAL' ? 'YES' : row.personalData === 'NO' ? 'NO' : null),
    todayJurisdiction: catalogue(row.jurisdiction),
    supportEndsOn: row.supportEndsOn === null ? unknown : known(row.supportEndsOn, row.supportSource === null ? 'catalogue' : `catalogue: ${row.supportSource}`, row.evidenceCheckedOn),
    // General desktop software serves no citizen by itself; whether a procedure or a server does, only people know.
    citizenFacing: catalogue(isDesktopSoftware(row) ? 'NO' : null),
    alternativeKind: catalogue(row.kind),
    functionsCovered: catalogue(row.covers + row.missing > 0 ? row.covers : null),
    functionsMissing: catalogue(row.covers + row.missing > 0 ? row.missing : null),
    verifiedSources: catalogue(row.verifiedSources),
    administrationsUsing: catalogue(row.administrations > 0 ? row.administrations : null),
    supportOffers: catalogue(row.supportOffers > 0 ? row.supportOffers : null),
    interfacesOpen: interfaces('OPEN'),
    interfacesDocumented: interfaces('DOCUMENTED'),
    interfacesProprietary: interfaces('PROPRIETARY'),
    usersToTrain: inventory(row.installations > 0 ? row.installations : row.users),
  };
  return { ...withoutUnknown(looked), ...answered.facts, ...withoutUnknown(counted) };
}

function isDesktopSoftware({ specialised, distribution }: CandidateRow): boolean {
  return !specialised && distribution.length > 0 && distribution.every((form) => form === 'desktop' || form === 'operating-system' || form === 'library');
}

const unknown = { value: null, source: null, asOf: null };

function withoutUnknown(facts: CandidateFacts): CandidateFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact.value !== null));
}
