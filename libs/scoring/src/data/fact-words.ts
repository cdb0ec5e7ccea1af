// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { sovereigntyFactKeys, type FactKey } from '../candidate-facts.js';
import type { Wording } from '../model.js';

/** What a fact is about: today's product, the alternative, both together, or the administration as a whole. */
export type FactSubject = 'TODAY' | 'ALTERNATIVE' | 'PAIR' | 'ADMINISTRATION';

/** How a fact is called, which values it can have, and what they are called. */
export interface FactDescription {
  readonly name: Wording;
  readonly about: FactSubject;
  /** `COUNT`: whole number from 0; `AMOUNT`: number from 0; `SHARE`: 0 to 1; `DAY`: calendar date; `CHOICE`: one of `values`. */
  readonly kind: 'COUNT' | 'AMOUNT' | 'SHARE' | 'DAY' | 'CHOICE';
  /** Empty unless `kind` is `CHOICE`. */
  readonly values: Readonly<Record<string, Wording>>;
}

const said = (de: string, en: string): Wording => ({ de, en });
const counted = (about: FactSubject, name: Wording): FactDescription => ({ name, about, kind: 'COUNT', values: {} });
const chosen = (about: FactSubject, name: Wording, values: Readonly<Record<string, Wording>>): FactDescription => ({ name, about, kind: 'CHOICE', values });

const yesNo = { YES: said('ja', 'yes'), NO: said('nein', 'no') };
const licenseClasses = {
  PUBLIC_DOMAIN: said('gemeinfrei', 'public domain'),
  PERMISSIVE: said('freizügig', 'permissive'),
  WEAK_COPYLEFT: said('schwaches Copyleft', 'weak copyleft'),
  STRONG_COPYLEFT: said('starkes Copyleft', 'strong copyleft'),
  NETWORK_COPYLEFT: said('Netz-Copyleft', 'network copyleft'),
  SOURCE_AVAILABLE: said('Quelltext einsehbar', 'source available'),
  NON_COMMERCIAL: said('nicht kommerziell', 'non-commercial'),
  PROPRIETARY: said('proprietär', 'proprietary'),
};
const accessibility = {
  NONE: said('kein Nachweis', 'no evidence'),
  PARTIAL: said('teilweise erfüllt', 'fulfilled in part'),
  SELF_DECLARED: said('vom Hersteller erklärt', 'declared by the maker'),
  TESTED: said('unabhängig geprüft', 'tested independently'),
};
/** @source Cloud Sovereignty Framework 1.2.1, European Commission (DG DIGIT), October 2025: Sovereignty Effectiveness Assurance Levels */
const seal = {
  SEAL_0: said('SEAL-0: keine Souveränität', 'SEAL-0: no sovereignty'),
  SEAL_1: said('SEAL-1: Recht der EU gilt der Form nach', 'SEAL-1: EU law applies formally'),
  SEAL_2: said('SEAL-2: Datensouveränität', 'SEAL-2: data sovereignty'),
  SEAL_3: said('SEAL-3: digitale Resilienz', 'SEAL-3: digital resilience'),
  SEAL_4: said('SEAL-4: volle digitale Souveränität', 'SEAL-4: full digital sovereignty'),
};

const sovereignty = Object.fromEntries(
  sovereigntyFactKeys.map((key) => {
    const today = key.startsWith('today');
    const number = key.at(-1)!;
    return [key, chosen(today ? 'TODAY' : 'ALTERNATIVE', said(`SOV-${number} ${today ? 'des heutigen Produkts' : 'der Alternative'}`, `SOV-${number} of ${today ? 'today’s product' : 'the alternative'}`), seal)];
  }),
) as Record<(typeof sovereigntyFactKeys)[number], FactDescription>;

/** Every fact that scoring knows, by its key. */
export const factWords: Readonly<Record<FactKey, FactDescription>> = {
  todayLicenseClass: chosen('TODAY', said('Lizenzklasse des heutigen Produkts', 'License class of today’s product'), licenseClasses),
  alternativeLicenseClass: chosen('ALTERNATIVE', said('Lizenzklasse der Alternative', 'License class of the alternative'), licenseClasses),
  installations: counted('TODAY', said('Installationen', 'Installations')),
  namedUsers: counted('TODAY', said('Benannte Nutzende', 'Named users')),
  vendorSpendShare01: { name: said('Anteil des Herstellers an allen Ausgaben', 'Share of the vendor in all spend'), about: 'ADMINISTRATION', kind: 'SHARE', values: {} },
  formatsCarriedOver01: { name: said('Anteil der Formate, die die Alternative liest und schreibt', 'Share of formats that the alternative reads and writes'), about: 'PAIR', kind: 'SHARE', values: {} },
  openFormats: chosen('PAIR', said('Offene Formate unter den mitgenommenen', 'Open formats among those carried over'), { NONE: said('keine', 'none'), SOME: said('einige', 'some'), ALL: said('alle', 'all') }),
  dataExport: chosen('TODAY', said('Ausfuhr der Daten', 'Taking the data out'), { NONE: said('nicht möglich', 'not possible'), PARTIAL: said('teilweise', 'in part'), FULL: said('vollständig', 'in full') }),
  supportOffers: counted('ALTERNATIVE', said('Anbieter von Unterstützung für die Alternative', 'Companies that support the alternative')),
  ownDevelopment: chosen('TODAY', said('Eigene Entwicklung', 'Own development'), { NONE: said('keine', 'none'), EXTENSIONS: said('Erweiterungen', 'extensions'), OWN: said('selbst entwickelt', 'own product') }),
  personalData: chosen('TODAY', said('Personenbezogene Daten', 'Personal data'), yesNo),
  todayJurisdiction: chosen('TODAY', said('Recht, das die Daten erreichen kann', 'Law that can reach the data'), {
    EU: said('EU und EWR', 'EU and EEA'),
    ADEQUATE: said('Land mit Angemessenheitsbeschluss', 'country with an adequacy decision'),
    CONDITIONAL: said('USA: nur bei zertifizierten Unternehmen angemessen', 'USA: adequate for certified companies only'),
    THIRD_COUNTRY: said('anderes Drittland', 'other third country'),
  }),
  supportEndsOn: { name: said('Ende der Herstellerunterstützung', 'End of the vendor’s support'), about: 'TODAY', kind: 'DAY', values: {} },
  todayAccessibility: chosen('TODAY', said('Barrierefreiheit des heutigen Produkts', 'Accessibility of today’s product'), accessibility),
  alternativeAccessibility: chosen('ALTERNATIVE', said('Barrierefreiheit der Alternative', 'Accessibility of the alternative'), accessibility),
  citizenFacing: chosen('TODAY', said('Bürgerinnen und Bürger nutzen es', 'Citizens use it'), yesNo),
  catchUpArea: chosen('TODAY', said('Feld mit Nachholbedarf', 'Area that has to catch up'), {
    NONE: said('keines', 'none'), ADMINISTRATION: said('Verwaltung', 'administration'), CITIZEN_SERVICES: said('Bürgerdienste', 'citizen services'), ENERGY: said('Energie', 'energy'),
  }),
  keepsHardware: chosen('PAIR', said('Hardware bleibt länger in Gebrauch', 'Hardware stays in use longer'), yesNo),
  resourceClass: chosen('PAIR', said('Ressourcenbedarf gegenüber heute', 'Need of resources against today'), { LIGHTER: said('geringer', 'lighter'), SAME: said('gleich', 'the same'), HEAVIER: said('höher', 'heavier') }),
  alternativeKind: chosen('PAIR', said('Art der Alternative', 'Kind of alternative'), {
    FULL: said('ersetzt vollständig', 'replaces in full'), PARTIAL: said('ersetzt teilweise', 'replaces in part'),
    NEEDS_COMPLEMENT: said('mit einem weiteren Produkt', 'with another product'), COEXISTENCE: said('neben dem heutigen', 'beside today’s'),
  }),
  functionsCovered: counted('PAIR', said('Abgedeckte Funktionen', 'Functions covered')),
  functionsMissing: counted('PAIR', said('Fehlende Funktionen', 'Functions missing')),
  verifiedSources: counted('PAIR', said('Geprüfte Belege', 'Verified sources')),
  administrationsUsing: counted('ALTERNATIVE', said('Verwaltungen, die die Alternative nutzen', 'Administrations that use the alternative')),
  lastReleaseOn: { name: said('Letzte Veröffentlichung der Alternative', 'Last release of the alternative'), about: 'ALTERNATIVE', kind: 'DAY', values: {} },
  governance: chosen('ALTERNATIVE', said('Trägerschaft der Alternative', 'Governance of the alternative'), {
    SINGLE_MAINTAINER: said('eine Person', 'one maintainer'), SINGLE_VENDOR: said('ein Unternehmen', 'one company'), COMMUNITY: said('Gemeinschaft', 'community'), FOUNDATION: said('Stiftung oder Verein', 'foundation'),
  }),
  interfacesOpen: counted('TODAY', said('Schnittstellen nach offenem Standard', 'Interfaces by an open standard')),
  interfacesDocumented: counted('TODAY', said('Dokumentierte Schnittstellen des Herstellers', 'Documented interfaces of the vendor')),
  interfacesProprietary: counted('TODAY', said('Undokumentierte Schnittstellen', 'Undocumented interfaces')),
  macros: counted('TODAY', said('Makros, Vorlagen und Skripte', 'Macros, templates and scripts')),
  documentVolumeGigabytes: { name: said('Bestände in Gigabyte', 'Holdings in gigabytes'), about: 'TODAY', kind: 'AMOUNT', values: {} },
  usersToTrain: counted('PAIR', said('Zu schulende Nutzende', 'Users to train')),
  similarity: chosen('PAIR', said('Ähnlichkeit der Bedienung', 'Similarity of use'), { LOW: said('gering', 'low'), MEDIUM: said('mittel', 'medium'), HIGH: said('hoch', 'high') }),
  champions: counted('PAIR', said('Fürsprecherinnen und Fürsprecher', 'Champions')),
  analoguePathKept: chosen('PAIR', said('Analoger Weg bleibt offen', 'Analogue way stays open'), yesNo),
  ...sovereignty,
};

/** Facts that need no asking where another one is known: people are only counted where no machine was. */
export const neededWithout: Readonly<Partial<Record<FactKey, FactKey>>> = { namedUsers: 'installations' };

/** Whether a word is the key of a fact. */
export function isFactKey(key: string): key is FactKey {
  return Object.hasOwn(factWords, key);
}
