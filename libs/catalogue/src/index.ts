// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './entry.js';
export { EMPTY_PRODUCT } from './empty-product.js';
export { catalogueJsonSchema } from './entry-schema.js';
export { fragmentOf, parseCatalogueFile, type CatalogueFragment } from './catalogue-file.js';
export { checkCatalogueFiles, type CatalogueCheck, type CatalogueText } from './check-files.js';
export { assembleCatalogue, type Catalogue } from './catalogue.js';
export type { CatalogueIndex } from './catalogue-index.js';
export { readEndoflife, refreshReleaseCycles, type EndoflifeCycles } from './endoflife.js';
export { comparableName } from './check-names.js';
export type { FieldPath, TextPosition } from './positioned-yaml.js';
export { catalogueMessages } from './messages.js';
export { applyStatement, canonicalJson, checkStatement, sameValue, statedValue, STATED_FIELDS, statementsBetween, type ProductStatement } from './layers/statement.js';
export { mergeLayers, type CatalogueLayer, type LayerKind, type MergedCatalogue } from './layers/merge-layers.js';
export { diffCatalogues, type CatalogueChange } from './layers/diff-catalogues.js';
export { isPackText, packDigestText, parsePack, writePack, type CataloguePack, type PackHeader, type ReadPack } from './layers/pack.js';
export { idOf, isPubliccodeText, productOfPubliccode } from './publiccode-product.js';
