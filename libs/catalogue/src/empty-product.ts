// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CatalogueProduct } from './entry.js';

/** A product of which nobody has said anything yet: what has to be said is the empty text, lists are empty, facts that may be unknown are absent. */
export const EMPTY_PRODUCT: Omit<CatalogueProduct, 'id'> = {
  name: '',
  vendor: '',
  category: '',
  aliases: [],
  license: '',
  distribution: [],
  specialisedProcedure: false,
  identifiers: { purl: [], cpe: [], winget: [], debian: [] },
  functions: [],
  releaseCycles: [],
  replaces: [],
  support: [],
  sources: [],
  alternatives: [],
};
