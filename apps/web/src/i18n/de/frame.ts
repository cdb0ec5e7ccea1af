// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

export const de = {
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  sections: {
    target: 'Fahrtziel',
    inventory: 'Inventar',
    import: 'Import',
    licenseCheck: 'Lizenzprüfung',
    candidates: 'Kandidaten',
    waves: 'Wellen',
    reports: 'Berichte',
    council: 'Rat und Öffentlichkeit',
  },
  help: 'Hilfe',
  accessibility: 'Erklärung zur Barrierefreiheit',
  easy: 'Leichte Sprache',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  interface: 'GraphQL-Schnittstelle',
  license: 'Freie Software unter der EUPL-1.2',
  dark: 'Dunkel',
  light: 'Hell',
  offline: 'Keine Verbindung',
  offlineAdvice: 'Was schon geladen ist, bleibt lesbar. Neues kommt, sobald die Verbindung wieder steht.',
  screenAwayAdvice: 'Dieser Bereich konnte nicht geladen werden. Läuft das Programm noch, und steht die Verbindung? Alles andere bleibt, wie es ist.',
  notFound: 'Diese Seite gibt es nicht',
  notFoundAdvice: 'Die Adresse führt zu keinem Bereich von Fahrplan. Vielleicht ist sie unvollständig.',
  broken: 'Hier ist etwas schiefgegangen',
  brokenAdvice: 'Das liegt nicht an Ihnen. Versuchen Sie es noch einmal; hilft das nicht, laden Sie die Seite neu.',
  again: 'Noch einmal',
  reload: 'Seite neu laden',
};

export type FrameTexts = typeof de;
