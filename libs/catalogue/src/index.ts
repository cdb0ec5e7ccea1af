// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './entry.js';
export { catalogueJsonSchema } from './entry-schema.js';
export { parseCatalogueFile, type CatalogueFragment } from './catalogue-file.js';
export { checkCatalogueFiles, type CatalogueCheck, type CatalogueText } from './check-files.js';
export { assembleCatalogue, type Catalogue } from './catalogue.js';
export type { CatalogueEntries, CatalogueIndex } from './catalogue-index.js';
export { readEndoflife, refreshReleaseCycles, type EndoflifeCycles } from './endoflife.js';
export { comparableName } from './check-names.js';
export type { FieldPath, TextPosition } from './positioned-yaml.js';
export { catalogueMessages } from './messages.js';
