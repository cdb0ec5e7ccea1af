// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { known, type Fact, type CandidateFacts, type FactValues, type Jurisdiction, type OpennessClass } from '#scoring';
import type { CalendarDate } from '#kernel';

/** All that the database knows about one candidate, read in one statement. */
export interface CandidateRow {
  readonly productId: number;
  readonly productKey: string;
  readonly alternativeId: number;
  readonly alternativeKey: string;
  readonly kind: FactValues['alternativeKind'];
  readonly todayClass: string | null;
  readonly alternativeClass: string | null;
  readonly installations: number;
  readonly registerEntries: number;
  readonly users: number | null;
  readonly covers: number;
  readonly missing: number;
  readonly carriesOver: readonly string[];
  readonly verifiedSources: number;
  readonly administrations: number;
  readonly evidenceCheckedOn: CalendarDate | null;
  readonly personalData: 'TYPICAL' | 'POSSIBLE' | 'NO' | null;
  readonly vendorId: number | null;
  readonly jurisdiction: Jurisdiction | null;
  readonly supportEndsOn: CalendarDate | null;
  readonly interfacesOpen: number;
  readonly interfacesOther: number;
  readonly interfacesUnknown: number;
  readonly annualCostCents: number | null;
  readonly contracts: readonly { readonly number: string; readonly endsOn: CalendarDate | null; readonly noticePeriodMonths: number | null; readonly renewalMonths: number | null }[];
  readonly mainDepartment: string | null;
  readonly specialised: boolean;
  readonly distribution: readonly string[];
  readonly answers: Readonly<Record<string, { readonly answer: unknown; readonly author: string; readonly answeredOn: CalendarDate }>>;
}

const CLASSES = new Set<string>(['PUBLIC_DOMAIN', 'PERMISSIVE', 'WEAK_COPYLEFT', 'STRONG_COPYLEFT', 'NETWORK_COPYLEFT', 'SOURCE_AVAILABLE', 'NON_COMMERCIAL', 'PROPRIETARY']);
const OPEN_FORMATS = /\b(ODF|ODT|ODS|PDF\/A|IMAP|CalDAV|CardDAV|LDAP|SQL|CSV|XML|JSON|WMS|WFS|GeoPackage|XÖV|XTA|CMIS|SMTP|OIDC|SAML|Matrix|SVG|PNG|HTML|iCalendar|vCard)\b/i;

/** How many people or machines the move reaches; null where only a register names the product. */
export function seatsOf(row: CandidateRow): number | null {
  if (row.installations > 0) return row.installations;
  return row.users;
}

/** Turns what the database knows into the facts that scoring takes; what is not known stays unknown. */
export function factsOf(row: CandidateRow, vendorSpendShare01: number | null, today: CalendarDate): CandidateFacts {
  const catalogue = <T>(value: T | null): Fact<T> => (value === null ? unknown : known(value, 'catalogue', row.evidenceCheckedOn));
  const inventory = <T>(value: T | null): Fact<T> => (value === null ? unknown : known(value, 'inventory', today));
  const license = (name: string | null): Fact<OpennessClass> => {
    const openness = name?.toUpperCase().replaceAll('-', '_').replaceAll(' ', '_') ?? '';
    return CLASSES.has(openness) ? known(openness as OpennessClass, 'catalogue', row.evidenceCheckedOn) : unknown;
  };
  const formats = row.carriesOver.length === 0 ? null : row.carriesOver.filter((format) => OPEN_FORMATS.test(format)).length;
  const hasInterfaces = row.interfacesOpen + row.interfacesOther + row.interfacesUnknown > 0;
  const seats = seatsOf(row);
  return {
    todayLicenseClass: license(row.todayClass),
    alternativeLicenseClass: license(row.alternativeClass),
    installations: inventory(row.installations > 0 ? row.installations : null),
    namedUsers: inventory(row.users),
    vendorSpendShare01: vendorSpendShare01 === null ? unknown : known(vendorSpendShare01, 'contracts', today),
    openFormats: catalogue(formats === null ? null : formats === 0 ? 'NONE' : formats < row.carriesOver.length ? 'SOME' : 'ALL'),
    ownDevelopment: answered(row, 'OWN_DEVELOPMENT', (answer) => (answer === true ? 'OWN' : answer === false ? 'NONE' : oneOf(answer, ['NONE', 'EXTENSIONS', 'OWN']))),
    personalData: firstKnown(answered(row, 'PERSONAL_DATA', yesNo), catalogue(row.personalData === 'TYPICAL' ? 'YES' : row.personalData === 'NO' ? 'NO' : null)),
    todayJurisdiction: firstKnown(answered(row, 'HOSTING_JURISDICTION', (answer) => oneOf(answer, ['EU', 'ADEQUATE', 'CONDITIONAL', 'THIRD_COUNTRY'])), catalogue(row.jurisdiction)),
    supportEndsOn: catalogue(row.supportEndsOn),
    todayAccessibility: answered(row, 'ACCESSIBILITY_EVIDENCE', (answer) => oneOf(answer, ['NONE', 'PARTIAL', 'SELF_DECLARED', 'TESTED'])),
    // General desktop software serves no citizen by itself; whether a procedure or a server does, only people know.
    citizenFacing: firstKnown(answered(row, 'CITIZEN_FACING', yesNo), catalogue(isDesktopSoftware(row) ? 'NO' : null)),
    alternativeKind: catalogue(row.kind),
    functionsCovered: catalogue(row.covers + row.missing > 0 ? row.covers : null),
    functionsMissing: catalogue(row.covers + row.missing > 0 ? row.missing : null),
    verifiedSources: catalogue(row.verifiedSources),
    administrationsUsing: catalogue(row.administrations > 0 ? row.administrations : null),
    interfacesOpen: inventory(hasInterfaces && row.interfacesUnknown === 0 ? row.interfacesOpen : null),
    interfacesDocumented: inventory(hasInterfaces && row.interfacesUnknown === 0 ? 0 : null),
    interfacesProprietary: inventory(hasInterfaces && row.interfacesUnknown === 0 ? row.interfacesOther : null),
    macros: answered(row, 'MACROS', count),
    documentVolumeGigabytes: answered(row, 'DOCUMENT_VOLUME', count),
    usersToTrain: inventory(seats),
    champions: answered(row, 'CHAMPIONS', count),
    analoguePathKept: answered(row, 'ANALOGUE_PATH_KEPT', yesNo),
  };
}

function isDesktopSoftware({ specialised, distribution }: CandidateRow): boolean {
  return !specialised && distribution.length > 0 && distribution.every((form) => form === 'desktop' || form === 'operating-system' || form === 'library');
}

const unknown = { value: null, source: null, asOf: null };

/** The newest answer to a question, if it can be read; an unreadable one stays unknown. */
function answered<T>(row: CandidateRow, question: string, read: (answer: unknown) => T | null): Fact<T> {
  const given = row.answers[question];
  const value = given === undefined ? null : read(given.answer);
  return value === null ? unknown : known(value, given!.author, given!.answeredOn);
}

function firstKnown<T>(...facts: Fact<T>[]): Fact<T> {
  return facts.find((fact) => fact.value !== null) ?? unknown;
}

function yesNo(answer: unknown): 'YES' | 'NO' | null {
  if (answer === true || answer === 'YES') return 'YES';
  return answer === false || answer === 'NO' ? 'NO' : null;
}

function oneOf<T extends string>(answer: unknown, values: readonly T[]): T | null {
  return values.find((value) => value === answer) ?? null;
}

function count(answer: unknown): number | null {
  return typeof answer === 'number' && Number.isFinite(answer) && answer >= 0 ? Math.round(answer) : null;
}
