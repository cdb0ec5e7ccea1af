// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * What matching knows: the catalogue's products with the spellings they are found under, and what people decided.
 * The whole of it is the only input beside the title, so that replaying over history gives what live import would have given.
 */
export interface MatchKnowledge {
  readonly products: readonly KnownProduct[];
  /** In the order in which they were taken: for the same title and scope the last one counts. */
  readonly decisions: readonly TitleDecision[];
}

/** A product as matching sees it. */
export interface KnownProduct {
  readonly id: number;
  readonly name: string;
  readonly vendorName: string | null;
  /** Other names of the vendor, its former names and companies that were merged into it; also publisher names as installers write them. */
  readonly vendorAliases: readonly string[];
  /** Names under which inventories list the product, with or without vendor, edition or version. */
  readonly aliases: readonly string[];
  readonly identifiers: ProductIdentifiers;
}

/** Identifiers of package registries; each list may be empty. */
export interface ProductIdentifiers {
  /** Without version: `pkg:npm/%40angular/core`. */
  readonly purl: readonly string[];
  /** CPE 2.3 or 2.2, or just `vendor:product`. */
  readonly cpe: readonly string[];
  /** `Publisher.Product`. */
  readonly winget: readonly string[];
  /** Binary package names of Debian and its children: `firefox-esr`. */
  readonly debian: readonly string[];
}

/** A person's answer to "which product is this title?"; it wins over every rule. */
export interface TitleDecision {
  /** The raw title that was decided on. */
  readonly title: string;
  /** With a vendor, the answer holds for titles of this vendor only; null: whatever the vendor. */
  readonly vendor: string | null;
  /** `TITLE`: this title in any spelling of case, signs and spaces; `FAMILY`: also its other versions, architectures and languages. */
  readonly scope: 'TITLE' | 'FAMILY';
  /** What it is: a product, no software at all, or a part of something. */
  readonly kind: TitleDecisionKind;
  /** The product; for a part the product it belongs to, null where that is unknown; null for what is no software. */
  readonly productId: number | null;
}

export type TitleDecisionKind = 'PRODUCT' | 'NOT_SOFTWARE' | 'COMPONENT';
