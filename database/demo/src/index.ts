// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export type { DemoCatalogueProduct, DemoReleaseCycle } from './demo-catalogue.js';
export type * from './demo-city.js';
export { generateDemoCity, type DemoCityOptions } from './generate-demo-city.js';
export { demoInventoryCsv, demoRegisterCsv, demoServerScanCsv } from './inventory-csv.js';
