// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Words } from '../verb.js';

/** Fixed words of the help pages; the keys are those of the parser. */
export const helpWords: Readonly<Record<string, Words>> = {
  'Usage:': { de: 'Aufruf:', en: 'Usage:' },
  'Options:': { de: 'Optionen:', en: 'Options:' },
  'Global Options:': { de: 'Immer möglich:', en: 'Always possible:' },
  'Arguments:': { de: 'Angaben:', en: 'Arguments:' },
  'Commands:': { de: 'Befehle:', en: 'Commands:' },
  'Examples:': { de: 'Beispiele:', en: 'Examples:' },
};

export const helpTexts = {
  program: {
    de: 'Fahrplan: Softwareinventar und Umstiegsplanung für Verwaltungen.',
    en: 'Fahrplan: software inventory and migration planner for administrations.',
  },
  help: { de: 'diese Hilfe', en: 'this help' },
  version: { de: '„fahrplan --version“ nennt die Version des Programms.', en: '"fahrplan --version" tells the version of the program.' },
  json: { de: 'JSON für Maschinen auf der Standardausgabe', en: 'JSON for machines on standard output' },
  lang: { de: 'Sprache: de oder en (sonst LC_ALL, LANG)', en: 'language: de or en (else LC_ALL, LANG)' },
  exits: {
    de: 'Endet mit: 0 erledigt · 1 unerwarteter Fehler · 2 falscher Aufruf · 3 Eingabe abgelehnt · 4 nicht gefunden · 5 Prüfung negativ',
    en: 'Exit status: 0 done · 1 unexpected failure · 2 wrong usage · 3 input refused · 4 not found · 5 check negative',
  },
} as const satisfies Record<string, Words>;
