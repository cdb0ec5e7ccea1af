// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Words of the controls that all screens use. */
export const de = {
  loading: 'Wird geladen …',
  unreachable: 'Der Server antwortet nicht',
  unreachableAdvice: 'Läuft das Programm noch, und steht die Verbindung? Was Sie eingegeben haben, ist noch da.',
  unexpected: 'Unerwarteter Fehler im Programm',
  unexpectedAdvice: 'Das Protokoll des Programms erklärt ihn unter dieser Kennung.',
  again: 'Noch einmal',
  close: 'Schließen',
  cancel: 'Abbrechen',
  undo: 'Rückgängig',
  code: 'Kennung',
  search: 'Suchen',
  clear: 'Leeren',
  columns: 'Spalten',
  sortBy: (column: string) => `nach ${column} sortieren`,
  all: 'alle',
  days: (count: string) => `${count} Tagen`,
  toStart: 'Zur Startseite',
  yes: 'ja',
  no: 'nein',
  unknown: 'unbekannt',
  tableTwin: 'Als Tabelle',
  pictureTwin: 'Als Bild',
  interval: (low: string, expected: string, high: string) => `${expected}, zwischen ${low} und ${high}`,
  rowsShown: (shown: string, total: string) => `${shown} von ${total} Zeilen geladen`,
  partLoaded: (shown: string, total: string) => `${shown} von ${total} sind geladen; der Rest folgt von selbst.`,
  leaveUnsaved: 'Was Sie eingegeben haben, ist noch nicht gespeichert. Die Seite trotzdem verlassen?',
  changedMeanwhile: 'In der Zwischenzeit geändert',
  changedMeanwhileBy: (name: string, at: string) => `${name} hat das am ${at} geändert.`,
  changedMeanwhileElse: 'Das wurde geändert, seit diese Seite es geladen hat, durch einen Import zum Beispiel.',
  changedMeanwhileAdvice: 'Gespeichert wurde nichts; was Sie eingegeben haben, steht noch hier, bis Sie den heutigen Stand laden.',
  loadToday: 'Heutigen Stand laden',
  notices: 'Meldungen',
  proprietary: 'proprietär',
  verdict: { ALLOWED: 'quelloffen', DENIED: 'nicht quelloffen', UNKNOWN: 'unbekannt' },
  coverage: { FULL: 'vollständig', PARTIAL: 'teilweise', NEEDS_COMPLEMENT: 'mit Ergänzung', COEXISTENCE: 'nebeneinander' },
};

export type UiTexts = typeof de;
