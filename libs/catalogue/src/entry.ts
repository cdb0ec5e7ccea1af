// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';

/** A text in the two languages of the screens; `de` is shown where a third language is asked for. */
export interface Wording {
  readonly de: string;
  readonly en: string;
}

/**
 * Where a fact comes from.
 *
 * `verified` means that the page was read and says so; without it the address is where one would look, and the fact comes from general knowledge.
 */
export interface CatalogueSource {
  readonly url: string;
  /** Day of the last look; required where the source is verified. */
  readonly checkedOn?: CalendarDate;
  readonly verified: boolean;
}

/** A company, foundation, project or public body that makes products. */
export interface CatalogueVendor {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, e.g. `DE`; absent where unknown or spread over the world. */
  readonly country?: string;
  readonly aliases: readonly string[];
  /** Id of the vendor that took this one over. */
  readonly mergedInto?: string;
  readonly sources: readonly CatalogueSource[];
}

/** One thing that products of a category can do; the shared yardstick for what an alternative covers. */
export interface CatalogueFunction {
  readonly id: string;
  readonly names: Wording;
}

/** A kind of software, as people in an administration call it. */
export interface CatalogueCategory {
  readonly id: string;
  readonly names: Wording;
  /** Category names of the publiccode.yml vocabulary. */
  readonly publiccode: readonly string[];
  /** Other words people search by: `E-Akte` for document systems. */
  readonly keywords: readonly string[];
  /** Formats and interfaces that its products read, write or speak, each spelt in one way; absent where nobody listed them. */
  readonly formats?: readonly string[];
  readonly functions: readonly CatalogueFunction[];
}

export const DISTRIBUTIONS = ['desktop', 'server', 'saas', 'mobile', 'library', 'operating-system', 'appliance'] as const;
/** In which form a product comes to its users. */
export type Distribution = (typeof DISTRIBUTIONS)[number];

export const PERSONAL_DATA = ['typical', 'possible', 'no'] as const;
/** Whether a product of this kind usually processes personal data. */
export type PersonalData = (typeof PERSONAL_DATA)[number];

export const ALTERNATIVE_KINDS = ['FULL', 'PARTIAL', 'NEEDS_COMPLEMENT', 'COEXISTENCE'] as const;
/** How far an alternative reaches: all of it, a part, all of it together with other products, or beside the old one. */
export type AlternativeKind = (typeof ALTERNATIVE_KINDS)[number];

/** Names by which other registers know a product; empty lists where none is known. */
export interface CatalogueIdentifiers {
  /** Package URLs without version. */
  readonly purl: readonly string[];
  /** CPE 2.2 URIs or 2.3 strings without version. */
  readonly cpe: readonly string[];
  /** Windows package ids, `Publisher.Product`. */
  readonly winget: readonly string[];
  /** Debian source or binary package names. */
  readonly debian: readonly string[];
  /** Wikidata item, e.g. `Q11255`. */
  readonly wikidata?: string;
  /** Product name on endoflife.date; release cycles are read by it. */
  readonly endoflife?: string;
}

/** A supported line of a product; open where no end is known. */
export interface ReleaseCycle {
  /** The line as its maker counts it: `2016`, `15`, `22H2`. */
  readonly cycle: string;
  readonly releasedOn?: CalendarDate;
  /** Last day of security fixes for everyone; absent where it is not known or not set. */
  readonly endOfSupportOn?: CalendarDate;
  readonly source: string;
}

/** A price as somebody published it. */
export interface CatalogueCost {
  readonly amountCents: number;
  readonly per: 'user' | 'device' | 'server' | 'site';
  readonly period: 'year' | 'once';
  readonly note?: string;
  readonly source: CatalogueSource;
}

/** Somebody who offers paid support. */
export interface SupportOffer {
  readonly provider: string;
  readonly url: string;
}

/** That a product was looked after for an open alternative, and none was found. */
export interface NoneKnown {
  readonly lookedOn: CalendarDate;
  readonly note?: string;
}

/** A public page that speaks of the replacement; `administration` where a public body did it. */
export interface AlternativeEvidence extends CatalogueSource {
  readonly administration?: string;
  readonly note?: string;
  /** Language of both; German unless said. */
  readonly language?: 'de' | 'en';
}

/** An open-source product that can stand in for another one. */
export interface CatalogueAlternative {
  readonly product: string;
  readonly kind: AlternativeKind;
  /** Ids of products that are needed beside it; only for `NEEDS_COMPLEMENT`. */
  readonly complements: readonly string[];
  /** Function ids of the replaced product's category. */
  readonly covers: readonly string[];
  readonly missing: readonly string[];
  /** Formats and interfaces that are kept: `ODF`, `IMAP`, `WMS`. */
  readonly carriesOver: readonly string[];
  readonly evidence: readonly AlternativeEvidence[];
  /** What hurts on the way. */
  readonly notes?: Wording;
}

/** A piece of software by name and vendor; not a version. */
export interface CatalogueProduct {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  /** Id of its category; in files it is said once, at the top. */
  readonly category: string;
  /** Names as inventories spell them, without version and language where possible. */
  readonly aliases: readonly string[];
  /** SPDX expression; `LicenseRef-proprietary` for what may not be used freely. */
  readonly license: string;
  readonly distribution: readonly Distribution[];
  /** True for a product made for one administrative task (Fachverfahren). */
  readonly specialisedProcedure: boolean;
  /** Absent where unknown. */
  readonly personalData?: PersonalData;
  readonly identifiers: CatalogueIdentifiers;
  readonly functions: readonly string[];
  readonly releaseCycles: readonly ReleaseCycle[];
  /** Ids of earlier products of which this one is the successor. */
  readonly replaces: readonly string[];
  readonly cost?: CatalogueCost;
  readonly support: readonly SupportOffer[];
  readonly sources: readonly CatalogueSource[];
  readonly noneKnown?: NoneKnown;
  readonly alternatives: readonly CatalogueAlternative[];
}

/** Everything that is in a catalogue, in the order of its files. */
export interface CatalogueEntries {
  readonly vendors: readonly CatalogueVendor[];
  readonly categories: readonly CatalogueCategory[];
  readonly products: readonly CatalogueProduct[];
}
