// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** What the demo city needs to know about a catalogue product. A product of `database/catalogue` fits as it is. */
export interface DemoCatalogueProduct {
  /** Stable slug, such as `microsoft-office`. */
  readonly id: string;
  readonly name: string;
  readonly vendorName: string;
  /** The product as it appears in inventories, often with versions and editions in the text. */
  readonly aliases: readonly string[];
  readonly category: string;
  /** SPDX expression; a `LicenseRef-…` stands for a license outside the SPDX list, such as a proprietary one. */
  readonly license: string;
  /** Where it runs: words such as `desktop`, `server`, `saas`; unknown words are passed over. */
  readonly distribution: readonly string[];
  readonly specialisedProcedure: boolean;
  readonly releaseCycles: readonly DemoReleaseCycle[];
  /** Ids of open-source products that can take its place. */
  readonly alternatives: readonly string[];
}

export interface DemoReleaseCycle {
  readonly cycle: string;
  /** `YYYY-MM-DD`; null or absent where nobody knows. */
  readonly endOfSupportOn?: string | null;
}

/** Whether the demo city treats the product as one that is paid for by seat or by server. */
export function isProprietary(product: DemoCatalogueProduct): boolean {
  return /LicenseRef-.*proprietary|^LicenseRef-|^proprietary$/i.test(product.license);
}

/** Whether an inventory of hosts can see the product: not what runs elsewhere, in a box of its own or on telephones only. */
export function isInstalledOnHosts({ distribution }: DemoCatalogueProduct): boolean {
  return distribution.length === 0 || distribution.some((form) => !['saas', 'appliance', 'mobile'].includes(form));
}
