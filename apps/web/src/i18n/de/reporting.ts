// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

export const de = {
  target: 'Fahrtziel',
  targetLead: 'Wie weit die Stadt auf dem Weg zu freier Software ist, und was als Nächstes zu entscheiden ist.',
  m1: 'Stand der Produkte nach Grundsatz M1',
  complies: 'quelloffen',
  exempt: 'begründete Ausnahme',
  planned: 'Umstieg geplant',
  open: 'offen: weder quelloffen noch geplant noch begründet',
  openAct: 'ansehen und entscheiden',
  count: 'Produkte',
  state: 'Stand',
  picture: 'Produkte in Benutzung nach Stand',
  decide: 'Was eine Entscheidung braucht',
  queue: 'Namen aus Inventaren warten auf eine Zuordnung',
  notices: 'Kündigungstermine in den nächsten 90 Tagen',
  recheck: 'quelloffene Alternativen sind neu zu prüfen',
  help: 'Hilfe',
  helpLead: 'Was man mit Fahrplan tun kann, auf dieser Seite und auf der Kommandozeile.',
  steps: 'Nächste Schritte',
  commands: [
    ['npx fahrplan import DATEI', 'Eigenes Inventar einlesen: CSV, Excel, GLPI, OCS, osquery, winget, SBOM und mehr.'],
    ['npx fahrplan score', 'Migrationskandidaten bewerten; npx fahrplan show candidates zeigt sie.'],
    ['npx fahrplan plan', 'Migrationswellen planen, mit Nachweis der Güte.'],
    ['npx fahrplan license "GPL v2 or later"', 'Was ist das für eine Lizenz?'],
    ['npx fahrplan doctor', 'Ist die Installation gesund?'],
  ],
  ownData: 'Ein leerer Bestand statt der Beispielstadt',
  explorer: 'Abfragen ausprobieren, mit Vorschlägen und Beschreibung jedes Feldes',
};

export type ReportingTexts = typeof de;
