// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './record.js';
export * from './reading.js';
export { LARGEST_IN_MEMORY_BYTES, type StoredFile } from './packed/stored-file.js';
export { readPlainTable, type PlainRow, type PlainTable } from './read-plain-table.js';
export { readInventory } from './read-inventory.js';
export { detectFormat, HEAD_BYTES, INVENTORY_FORMATS, type DetectedFormat, type InventoryFormat } from './detect-format.js';
export { importingMessages } from './messages.js';
export { readSbom, scanSbom } from './sbom/read-sbom.js';
export type { ComponentSink, Sbom, SbomComponent, SbomHead, SchemaSource } from './sbom/sbom.js';
