// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** What can go wrong with running the program, in words. */
export const operationMessages: Messages = {
  'OPERATION.NODE_TOO_OLD': {
    de: 'Node.js hat Version {found}; nötig ist mindestens {required}.',
    en: 'Node.js is version {found}; at least {required} is needed.',
  },
  'OPERATION.DISK_NEARLY_FULL': {
    de: 'Auf dem Datenträger von {folder} sind nur noch {freeMegabytes} MB frei. Schaffen Sie Platz, bevor der nächste Import ihn füllt.',
    en: 'Only {freeMegabytes} MB are free on the disk of {folder}. Make room before the next import fills it.',
  },
  'OPERATION.NO_DATA_FOLDER': {
    de: 'Der Datenordner {folder} ist nicht lesbar ({reason}). Setzen Sie FAHRPLAN_DATA, oder starten Sie das Programm einmal.',
    en: 'The data folder {folder} cannot be read ({reason}). Set FAHRPLAN_DATA, or start the program once.',
  },
  'OPERATION.NO_DATABASE': {
    de: 'In {folder} liegt keine Datenbank, und DATABASE_URL ist nicht gesetzt. Setzen Sie FAHRPLAN_DATA oder DATABASE_URL, oder starten Sie das Programm einmal.',
    en: 'There is no database in {folder}, and DATABASE_URL is not set. Set FAHRPLAN_DATA or DATABASE_URL, or start the program once.',
  },
  'OPERATION.MIGRATIONS_MISSING': {
    de: '{count} Migrationen fehlen in der Datenbank: {missing}. Ein Start des Programms holt sie nach.',
    en: '{count} migrations are missing in the database: {missing}. Starting the program makes up for them.',
  },
  'OPERATION.INVARIANT_BROKEN': {
    de: 'Die gespeicherten Daten passen nicht zusammen ({check}: {count}). Spielen Sie die letzte Sicherung ein, die „fahrplan doctor“ besteht, und melden Sie den Fall.',
    en: 'The stored data do not fit together ({check}: {count}). Restore the last backup that passes "fahrplan doctor", and report the case.',
  },
  'OPERATION.JOBS_LOST': {
    de: '{count} Aufträge gelten als offen, stehen aber nicht mehr in der Warteschlange. Brechen Sie sie ab (cancelJob) und starten Sie sie erneut.',
    en: '{count} jobs count as open but are no longer in the queue. Cancel them (cancelJob) and start them again.',
  },
  'OPERATION.JOBS_WAIT': {
    de: '{count} Aufträge warten seit über einer Stunde. Läuft ein Prozess mit FAHRPLAN_WORKERS=on?',
    en: '{count} jobs have waited for more than an hour. Does a process with FAHRPLAN_WORKERS=on run?',
  },
  'OPERATION.CHECK_FAILED': {
    de: 'Die Prüfung {check} ließ sich nicht ausführen: {reason}. Ob etwas nicht stimmt, ist damit unbekannt.',
    en: 'The check {check} could not be made: {reason}. Whether something is wrong is therefore unknown.',
  },
};
