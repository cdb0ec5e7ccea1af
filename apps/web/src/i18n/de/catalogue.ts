// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

export const de = {
  title: 'Inventar',
  lead: 'Welche Software die Stadt nutzt, wie oft, unter welcher Lizenz, und was sie ersetzen könnte.',
  found: (count: number, written: string) => (count === 1 ? 'ein Produkt' : `${written} Produkte`),
  search: 'Name, Aufgabe oder was es ersetzt',
  filters: 'Filter',
  inUse: 'in Benutzung',
  openSource: 'Lizenz',
  hasAlternative: 'Alternative bekannt',
  procedure: 'Fachverfahren',
  vendorFilter: (name: string) => `nur Hersteller ${name}`,
  departmentFilter: (name: string) => `nur ${name}`,
  categoryFilter: (name: string) => `nur ${name}`,
  dropFilter: 'Filter entfernen',
  name: 'Produkt',
  vendor: 'Hersteller',
  category: 'Art',
  license: 'Lizenz',
  installations: 'Installationen',
  departments: 'Ämter',
  alternative: 'Alternative',
  score: 'Beitrag zum Ziel',
  standing: 'Stand',
  inRegister: 'nur im Verzeichnis',
  nothing: 'Kein Produkt passt zu diesen Filtern',
  nothingAdvice: 'Nehmen Sie einen Filter weg, oder suchen Sie mit einem anderen Wort.',
  empty: 'Das Inventar ist noch leer',
  emptyAdvice: 'Lesen Sie eine Liste ein: CSV, Excel, GLPI, OCS, osquery, winget, SBOM und mehr.',
  state: { COMPLIES: 'quelloffen', OPEN: 'offen', PLANNED: 'geplant', EXEMPT: 'begründete Ausnahme', WEIGHED: 'abgewogen' },
};

export type CatalogueTexts = typeof de;
