// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export { CatalogueModule } from './catalogue.module.js';
export { LoadCatalogue } from './load-catalogue.use-case.js';
export { Alternative, Contract, Department, Product, ProductFilter, Vendor } from './catalogue.types.js';
export { parseCatalogue, readCatalogueFolder, SHIPPED_CATALOGUE } from './read-catalogue-folder.js';
export { draftProblem, unitProblem, type DraftFields, type UnitFields } from './check-contract.js';
export { LicenseMetric } from './license-position.types.js';
export type { Catalogue } from '#catalogue';
