// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** What can go wrong with running the program, in words. */
export const operationMessages: Messages = {
  'OPERATION.NO_AUDIT_CHAIN': {
    de: 'Die Datenbank hat noch kein verkettetes Änderungsprotokoll. Starten Sie das Programm einmal, damit es sie auf den heutigen Stand bringt.',
    en: 'The database has no chained audit trail yet. Start the program once, so that it brings the database to today’s state.',
  },
  'OPERATION.ANCHOR_INVALID': {
    de: '„{anchor}“ ist kein Anker. Erwartet wird NUMMER:HASH, wie „fahrplan audit verify“ ihn ausgibt.',
    en: '“{anchor}” is no anchor. NUMBER:HASH is expected, as “fahrplan audit verify” prints it.',
  },
  'OPERATION.NODE_TOO_OLD': {
    de: 'Node.js hat Version {found}; nötig ist mindestens {required}.',
    en: 'Node.js is version {found}; at least {required} is needed.',
  },
  'OPERATION.OPERATOR_NOT_NAMED': {
    de: 'Die Seite kann nicht alles sagen, was das Recht verlangt (Erklärung zur Barrierefreiheit, Impressum, Datenschutz). Setzen Sie {missing}; was darin steht, erklärt docs/guide/page.md.',
    en: 'The page cannot say all that the law asks for (accessibility statement, imprint, data protection). Set {missing}; docs/guide/page.md explains what goes there.',
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
    de: '{count} Migrationen fehlen in der Datenbank: {missing}. „fahrplan migrate“ holt sie nach; wo die Rolle des Programms die Tabellen besitzt, auch sein Start.',
    en: '{count} migrations are missing in the database: {missing}. "fahrplan migrate" makes up for them; where the program’s role owns the tables, so does its start.',
  },
  'OPERATION.ROLES_NOT_SEPARATED': {
    de: 'Das Programm arbeitet mit der Rolle {role}, der die Tabellen gehören: Sie könnte den Schutz des Änderungsprotokolls abschalten. Geben Sie dem Programm eine eigene (docs/guide/operation.md, „Zwei Rollen“).',
    en: 'The program works with the role {role}, which owns the tables: it could switch off the protection of the audit trail. Give the program a role of its own (docs/guide/operation.md, "Two roles").',
  },
  'OPERATION.ROLE_TOO_STRONG': {
    de: 'Die Rolle {role} des Programms kann mehr, als es braucht: {powers}. Nehmen Sie ihr das (ALTER ROLE, REVOKE, REASSIGN OWNED).',
    en: 'The program’s role {role} can do more than the program needs: {powers}. Take that from it (ALTER ROLE, REVOKE, REASSIGN OWNED).',
  },
  'OPERATION.RIGHTS_DIFFER': {
    de: 'Die Rolle {role} des Programms hat andere Rechte, als es braucht; ihr fehlt: {lacks}; zu viel hat sie: {has}. „fahrplan migrate“ mit DATABASE_ADMIN_URL stellt sie richtig, beim eingebauten PostgreSQL ein Start.',
    en: 'The program’s role {role} has other rights than the program needs; it lacks: {lacks}; it has too much: {has}. "fahrplan migrate" with DATABASE_ADMIN_URL sets them right, with the embedded PostgreSQL a start.',
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
  'OPERATION.REPLICA_UNREACHABLE': {
    de: 'Die Replik {server} aus DATABASE_READ_URL ist nicht erreichbar: {reason}. Gelesen wird auf dem Primärserver; prüfen Sie Server, Adresse und Zugangsdaten.',
    en: 'The replica {server} of DATABASE_READ_URL cannot be reached: {reason}. Reads go to the primary; check server, address and credentials.',
  },
  'OPERATION.REPLICA_BEHIND': {
    de: 'Die Replik {server} hat nach {seconds} s noch {kilobytes} KB des Primärservers nicht nachvollzogen; sie beantwortet nichts. Prüfen Sie dort, ob sie empfängt (pg_stat_wal_receiver) und ob das Nachvollziehen angehalten ist (pg_wal_replay_resume()).',
    en: 'After {seconds} s the replica {server} still lacks {kilobytes} KB of the primary; it answers nothing. Check there whether it receives (pg_stat_wal_receiver) and whether replay is paused (pg_wal_replay_resume()).',
  },
  'OPERATION.REPLICA_OF_OTHER_VERSION': {
    de: 'Die Replik {server} ist PostgreSQL {found}, der Primärserver {primary}. Bringen Sie beide auf dieselbe Version, Repliken zuerst.',
    en: 'The replica {server} is PostgreSQL {found}, the primary {primary}. Bring both to the same version, replicas first.',
  },
  'OPERATION.NO_REPLICA': {
    de: 'DATABASE_READ_URL führt nur zum Primärserver; nichts entlastet ihn, und beim nächsten Ausfall liest niemand. Richten Sie eine Replik ein und nennen Sie sie dort, oder lassen Sie die Einstellung weg.',
    en: 'DATABASE_READ_URL leads to the primary alone; nothing takes work off it, and in the next failure nobody reads. Set up a replica and name it there, or leave the setting out.',
  },
  'OPERATION.CHECK_FAILED': {
    de: 'Die Prüfung {check} ließ sich nicht ausführen: {reason}. Ob etwas nicht stimmt, ist damit unbekannt.',
    en: 'The check {check} could not be made: {reason}. Whether something is wrong is therefore unknown.',
  },
  'OPERATION.BACKUP_EXISTS': {
    de: '{file} gibt es schon. Eine Sicherung überschreibt nichts; wählen Sie einen anderen Namen.',
    en: '{file} exists. A backup overwrites nothing; choose another name.',
  },
  'OPERATION.BACKUP_NOT_WRITABLE': {
    de: '{file} lässt sich nicht schreiben ({reason}). Prüfen Sie Ordner, Rechte und Platz.',
    en: '{file} cannot be written ({reason}). Check folder, rights and room.',
  },
  'OPERATION.NOTHING_TO_BACK_UP': {
    de: 'Die Datenbank ist leer; es gibt nichts zu sichern.',
    en: 'The database is empty; there is nothing to back up.',
  },
  'OPERATION.BACKUP_DAMAGED': {
    de: 'Die Sicherung ist beschädigt oder unvollständig: {reason}. Es wurde nichts eingespielt; nehmen Sie eine andere.',
    en: 'The backup is damaged or incomplete: {reason}. Nothing was restored; take another one.',
  },
  'OPERATION.BACKUP_OF_OTHER_KIND': {
    de: 'Die Datei ist keine Sicherung, die diese Version lesen kann. Sicherungen macht „fahrplan backup DATEI“.',
    en: 'The file is no backup that this version can read. Backups are made by "fahrplan backup FILE".',
  },
  'OPERATION.BACKUP_OF_OTHER_VERSION': {
    de: 'Die Sicherung stammt von einer neueren oder anderen Version des Programms (Migration {migration}). Spielen Sie sie mit jener Version ein.',
    en: 'The backup was made by a newer or another version of the program (migration {migration}). Restore it with that version.',
  },
  'OPERATION.DATABASE_NOT_EMPTY': {
    de: 'Die Datenbank ist nicht leer ({tables} Tabellen). Eingespielt wird nur in eine leere: Setzen Sie FAHRPLAN_DATA auf einen neuen Ordner oder DATABASE_URL auf eine neue Datenbank.',
    en: 'The database is not empty ({tables} tables). A backup is only restored into an empty one: set FAHRPLAN_DATA to a new folder or DATABASE_URL to a new database.',
  },
};
