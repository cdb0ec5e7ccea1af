// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CatalogueTexts } from '../de/catalogue.js';

export const en: CatalogueTexts = {
  title: 'Inventory',
  lead: 'Which software the city uses, how often, under which licence, and what could replace it.',
  found: (count, written) => (count === 1 ? 'one product' : `${written} products`),
  search: 'Name, task, or what it replaces',
  filters: 'Filters',
  inUse: 'in use',
  openSource: 'Licence',
  hasAlternative: 'Alternative known',
  procedure: 'Specialised procedure',
  vendorFilter: (name) => `vendor ${name} only`,
  departmentFilter: (name) => `${name} only`,
  categoryFilter: (name) => `${name} only`,
  dropFilter: 'Remove filter',
  name: 'Product',
  vendor: 'Vendor',
  category: 'Kind',
  license: 'Licence',
  installations: 'Installations',
  departments: 'Departments',
  alternative: 'Alternative',
  score: 'Contribution to the goal',
  standing: 'Standing',
  inRegister: 'in the register only',
  nothing: 'No product meets these filters',
  nothingAdvice: 'Take a filter away, or search with another word.',
  empty: 'The inventory is still empty',
  emptyAdvice: 'Read a list in: CSV, Excel, GLPI, OCS, osquery, winget, SBOMs and more.',
  state: { COMPLIES: 'open source', OPEN: 'open', PLANNED: 'planned', EXEMPT: 'exempt for a reason', WEIGHED: 'weighed' },
};
