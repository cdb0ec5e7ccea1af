// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** What can go wrong with the machine and its set-up, in words. */
export const platformMessages: Messages = {
  'PLATFORM.ENVIRONMENT_INVALID': {
    de: 'Die Umgebungsvariable {variable} hat einen ungültigen Wert ({value}): {reason}. Bitte korrigieren und neu starten.',
    en: 'The environment variable {variable} has an invalid value ({value}): {reason}. Correct it and start again.',
  },
  'PLATFORM.SIGN_IN_NOT_CONFIGURED': {
    de: 'Auf {value} ({variable}) wären die Daten für andere Rechner erreichbar; solange keine Anmeldung eingerichtet ist, sind nur 127.0.0.1, ::1 und localhost erlaubt. Richten Sie die Anmeldung ein (FAHRPLAN_OIDC_ISSUER, siehe docs/guide/access.md) oder lassen Sie {variable} weg.',
    en: 'On {value} ({variable}) other machines could reach the data; until sign-in is configured, only 127.0.0.1, ::1 and localhost are allowed. Configure sign-in (FAHRPLAN_OIDC_ISSUER, see docs/guide/access.md), or leave {variable} out.',
  },
  'PLATFORM.ADDRESS_UNKNOWN': {
    de: 'Unter {address} ist hier nichts. Die Schnittstelle steht unter /graphql, die Seite unter /.',
    en: 'There is nothing at {address}. The interface is at /graphql, the page at /.',
  },
  'PLATFORM.TOO_MANY_REQUESTS': {
    de: 'Das waren zu viele Anfragen in einer Minute. Versuchen Sie es in {seconds} Sekunden noch einmal.',
    en: 'These were too many requests in one minute. Try again in {seconds} seconds.',
  },
  'PLATFORM.NOT_TEXT': {
    de: 'Die Anfrage enthält ein Zeichen, das kein Text ist (NUL). Entfernen Sie es.',
    en: 'The request holds a character that is no text (NUL). Remove it.',
  },
  'PLATFORM.DOCUMENT_TOO_LARGE': {
    de: 'Die Abfrage verlangt zu viel auf einmal ({limit}: {found}; erlaubt sind {most}). Teilen Sie sie auf mehrere Anfragen auf.',
    en: 'The document asks for too much at once ({limit}: {found}; at most {most} are allowed). Split it into several requests.',
  },
  'PLATFORM.DOCUMENT_NOT_TRUSTED': {
    de: 'Dieser Server beantwortet nur Abfragen, die er kennt; diese ({documentId}) gehört nicht dazu. Seite: neu laden. Kommandozeile: in der Version des Servers verwenden. Eigene Programme: die Abfrage in den Ordner FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER legen lassen, oder ein Zugriffstoken mit documents:any verwenden.',
    en: 'This server answers only documents that it knows, and this one ({documentId}) is none of them. Page: load it again. Command line: use the version of the server. Programs of your own: have the document put into the folder FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER, or use an access token with documents:any.',
  },
  'PLATFORM.DOCUMENT_UNKNOWN': {
    de: 'Unter der ID {documentId} kennt dieser Server keine Abfrage. Prüfen Sie, ob die ID der SHA-256-Wert genau dieses Textes ist, und lassen Sie ihn in den Ordner FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER legen.',
    en: 'This server knows no document by the id {documentId}. Check that the id is the SHA-256 digest of just this text, and have it put into the folder FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER.',
  },
  'PLATFORM.DOCUMENT_ID_INVALID': {
    de: 'Die ID der Abfrage ist unlesbar. Schreiben Sie documentId als „sha256:“ und 64 Ziffern 0–9 a–f, oder extensions.persistedQuery mit version 1 und sha256Hash.',
    en: 'The id of the document cannot be read. Write documentId as “sha256:” and 64 digits 0–9 a–f, or extensions.persistedQuery with version 1 and sha256Hash.',
  },
  'PLATFORM.DOCUMENT_ID_MISMATCH': {
    de: 'Die Anfrage nennt zwei verschiedene Abfragen: Text und IDs passen nicht zueinander. Senden Sie nur eines davon, oder die ID, die der SHA-256-Wert des Textes ist.',
    en: 'The request names two different documents: text and ids do not belong together. Send one of them alone, or the id that is the SHA-256 digest of the text.',
  },
  'PLATFORM.TRUSTED_DOCUMENTS_NOT_BUILT': {
    de: 'Die Liste der Abfragen, die Seite und Kommandozeile stellen, fehlt oder ist beschädigt ({file}: {reason}). „npm run build && npm run build:web“ schreibt sie.',
    en: 'The list of documents that the page and the command line send is missing or broken ({file}: {reason}). “npm run build && npm run build:web” writes it.',
  },
  'PLATFORM.TRUSTED_DOCUMENTS_UNREADABLE': {
    de: '{file} (FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER) ist nicht lesbar: {reason}. Erwartet wird ein Ordner mit .graphql-Dateien (je eine Abfrage) und .json-Dateien (ein Objekt von ID zu Text).',
    en: '{file} (FAHRPLAN_TRUSTED_DOCUMENTS_FOLDER) cannot be read: {reason}. A folder is expected with .graphql files (one document each) and .json files (an object from id to text).',
  },
  'PLATFORM.QUERY_TOO_LONG': {
    de: 'Die Abfrage hat zu lange gedauert und wurde abgebrochen. Fragen Sie nach weniger Zeilen (first) oder weniger Verschachtelung.',
    en: 'The query took too long and was ended. Ask for fewer rows (first) or for less nesting.',
  },
  'PLATFORM.EMBEDDED_DATABASE_MISSING': {
    de: 'Für diese Plattform ({platform}) liegt keine eingebaute PostgreSQL-Datenbank bei. Setzen Sie DATABASE_URL auf einen PostgreSQL-Server ab Version 15.',
    en: 'There is no embedded PostgreSQL for this platform ({platform}). Set DATABASE_URL to a PostgreSQL server, version 15 or later.',
  },
  'PLATFORM.DATA_FOLDER_OF_OTHER_VERSION': {
    de: 'Der Datenordner {folder} gehört zu PostgreSQL {found}, eingebaut ist {expected}. Sichern Sie ihn mit einem Server der Version {found} (pg_dump) oder wählen Sie mit FAHRPLAN_DATA einen anderen Ordner.',
    en: 'The data folder {folder} belongs to PostgreSQL {found}, the embedded one is {expected}. Dump it with a server of version {found} (pg_dump), or choose another folder with FAHRPLAN_DATA.',
  },
  'PLATFORM.DATABASE_DID_NOT_START': {
    de: 'Die eingebaute Datenbank ist nicht gestartet. Die letzten Zeilen ihres Protokolls ({log}): {tail}',
    en: 'The embedded database did not start. The last lines of its log ({log}): {tail}',
  },
  'PLATFORM.DATA_FOLDER_UNUSABLE': {
    de: 'Der Datenordner {folder} ist nicht benutzbar: {reason}. Geben Sie Schreibrechte oder wählen Sie mit FAHRPLAN_DATA einen anderen Ordner.',
    en: 'The data folder {folder} cannot be used: {reason}. Grant write access, or choose another folder with FAHRPLAN_DATA.',
  },
  'PLATFORM.DATABASE_UNREACHABLE': {
    de: 'Die Datenbank unter {variable} ist nicht erreichbar: {reason}. Prüfen Sie Adresse, Zugangsdaten und ob der Server läuft.',
    en: 'The database at {variable} cannot be reached: {reason}. Check the address, the credentials and whether the server is running.',
  },
  'PLATFORM.DATABASE_CERTIFICATE_OF_OTHER_HOST': {
    de: 'Das Zertifikat des Datenbankservers gilt für einen anderen Namen, als in {variable} steht ({reason}). Tragen Sie den Namen aus dem Zertifikat ein, oder lassen Sie eines für diesen ausstellen; womöglich antwortet auch ein anderer Server.',
    en: 'The certificate of the database server is for another name than the one in {variable} ({reason}). Write the name of the certificate, or have one issued for this name; another server may be answering, too.',
  },
  'PLATFORM.DATABASE_CERTIFICATE_UNKNOWN': {
    de: 'Dem Aussteller des Zertifikats, das der Datenbankserver zeigt, wird nicht vertraut ({reason}). Nennen Sie das Zertifikat der Zertifizierungsstelle in {variable}: ?sslmode=verify-full&sslrootcert=/pfad/ca.pem.',
    en: 'Nobody here trusts the issuer of the certificate that the database server shows ({reason}). Name the certificate of the certification authority in {variable}: ?sslmode=verify-full&sslrootcert=/path/ca.pem.',
  },
  'PLATFORM.DATABASE_CERTIFICATE_EXPIRED': {
    de: 'Das Zertifikat des Datenbankservers unter {variable} gilt nicht mehr oder noch nicht ({reason}). Erneuern Sie es dort, und prüfen Sie die Uhr dieser Maschine.',
    en: 'The certificate of the database server at {variable} is not valid any more, or not yet ({reason}). Renew it there, and check the clock of this machine.',
  },
  'PLATFORM.DATABASE_WITHOUT_TLS': {
    de: '{variable} verlangt TLS, und der Datenbankserver kann keines. Schalten Sie es dort ein (ssl = on); nur auf derselben Maschine oder hinter einem Pooler auf ihr geht es ohne (sslmode=disable).',
    en: '{variable} asks for TLS, and the database server has none. Switch it on there (ssl = on); only on the same machine, or behind a pooler on it, does it go without (sslmode=disable).',
  },
  'PLATFORM.DATABASE_WANTS_TLS': {
    de: 'Der Datenbankserver nimmt diese Verbindung ohne TLS nicht an. Verlangen Sie es in {variable}: ?sslmode=verify-full, mit &sslrootcert=/pfad/ca.pem, wo die Zertifizierungsstelle eine eigene ist.',
    en: 'The database server does not take this connection without TLS. Ask for it in {variable}: ?sslmode=verify-full, with &sslrootcert=/path/ca.pem where the certification authority is one of your own.',
  },
  'PLATFORM.DATABASE_REFUSES_CERTIFICATE': {
    de: 'Der Datenbankserver unter {variable} weist das Zertifikat dieses Programms ab, oder er verlangt eines ({reason}). Nennen Sie eines, dem er vertraut, mit seinem Schlüssel: sslcert=/pfad/fahrplan.pem&sslkey=/pfad/fahrplan.key.',
    en: 'The database server at {variable} refuses the certificate of this program, or asks for one ({reason}). Name one that it trusts, with its key: sslcert=/path/fahrplan.pem&sslkey=/path/fahrplan.key.',
  },
  'PLATFORM.DATABASE_CERTIFICATE_UNUSABLE': {
    de: 'Eine Datei, die {variable} für TLS nennt, ist nicht lesbar oder kein PEM ({reason}). Prüfen Sie sslrootcert, sslcert und sslkey: Pfad, Rechte, Inhalt.',
    en: 'A file that {variable} names for TLS cannot be read or is no PEM ({reason}). Check sslrootcert, sslcert and sslkey: path, rights, content.',
  },
  'PLATFORM.READ_DATABASE_FOREIGN': {
    de: 'DATABASE_READ_URL führt zu einer anderen Datenbank als DATABASE_URL; von dort zu lesen gäbe falsche Antworten. Tragen Sie eine Replik dieser Datenbank ein, oder lassen Sie DATABASE_READ_URL weg.',
    en: 'DATABASE_READ_URL leads to another database than DATABASE_URL; reading there would give wrong answers. Name a replica of this database, or leave DATABASE_READ_URL out.',
  },
  'PLATFORM.ADMIN_DATABASE_FOREIGN': {
    de: 'DATABASE_ADMIN_URL führt zu einer anderen Datenbank als DATABASE_URL. Tragen Sie zweimal dieselbe ein, mit zwei Rollen.',
    en: 'DATABASE_ADMIN_URL leads to another database than DATABASE_URL. Name the same one twice, with two roles.',
  },
  'PLATFORM.ROLES_NOT_SEPARATED': {
    de: 'Die Rolle {role} aus DATABASE_URL darf dasselbe wie die Besitzerin der Tabellen. Legen Sie für DATABASE_URL eine eigene an (CREATE ROLE … LOGIN PASSWORD …), die nichts besitzt und keiner anderen angehört, und lassen Sie die Besitzerin in DATABASE_ADMIN_URL.',
    en: 'The role {role} of DATABASE_URL may do whatever the owner of the tables may. Make another one for DATABASE_URL (CREATE ROLE … LOGIN PASSWORD …) that owns nothing and is no member of others, and leave the owner in DATABASE_ADMIN_URL.',
  },
  'PLATFORM.OWNER_NEEDED': {
    de: 'Der Rolle {role} gehören die Tabellen nicht. Setzen Sie für diesen Befehl DATABASE_ADMIN_URL (oder DATABASE_ADMIN_URL_FILE) auf dieselbe Datenbank mit der Rolle, der sie gehören.',
    en: 'The role {role} does not own the tables. For this command, set DATABASE_ADMIN_URL (or DATABASE_ADMIN_URL_FILE) to the same database with the role that owns them.',
  },
  'PLATFORM.MIGRATIONS_PENDING': {
    de: 'Der Datenbank fehlen {count} Migrationen ({missing}), und dieser Prozess führt keine aus. Rufen Sie „fahrplan migrate“ mit DATABASE_ADMIN_URL auf, und starten Sie dann erneut.',
    en: 'The database lacks {count} migrations ({missing}), and this process runs none. Run "fahrplan migrate" with DATABASE_ADMIN_URL, then start again.',
  },
  'PLATFORM.RIGHTS_MISSING': {
    de: 'Die Rolle {role} darf die Tabellen noch nicht lesen. Rufen Sie „fahrplan migrate“ mit DATABASE_ADMIN_URL auf.',
    en: 'The role {role} may not read the tables yet. Run "fahrplan migrate" with DATABASE_ADMIN_URL.',
  },
  'PLATFORM.RIGHTS_NOT_SET': {
    de: 'Die Rolle aus DATABASE_ADMIN_URL konnte der Rolle {role} nicht genau die nötigen Rechte geben ({rights}), weil einzelne Objekte jemand anderem gehören. Rufen Sie „fahrplan migrate“ mit der Besitzerin der Datenbank auf.',
    en: 'The role of DATABASE_ADMIN_URL could not give the role {role} exactly the rights that it needs ({rights}), because some objects belong to somebody else. Run "fahrplan migrate" with the owner of the database.',
  },
  'PLATFORM.DATABASE_TOO_OLD': {
    de: 'Der PostgreSQL-Server hat Version {found}; nötig ist mindestens {required}.',
    en: 'The PostgreSQL server is version {found}; at least {required} is needed.',
  },
  'PLATFORM.DATABASE_NEWER_THAN_PROGRAM': {
    de: 'Die Datenbank wurde von einer neueren Version des Programms angelegt (Migration {migration}). Aktualisieren Sie das Programm.',
    en: 'The database was written by a newer version of the program (migration {migration}). Update the program.',
  },
  'PLATFORM.PORT_IN_USE': {
    de: 'Port {port} auf {host} ist belegt. Beenden Sie das andere Programm oder wählen Sie mit PORT einen anderen Port.',
    en: 'Port {port} on {host} is taken. Stop the other program, or choose another port with PORT.',
  },
  'PLATFORM.PAGE_SIZE_OUT_OF_RANGE': {
    de: '„{argument}“ ist {value}; erlaubt sind 0 bis {most}. Blättern Sie mit „after“ weiter.',
    en: '“{argument}” is {value}; 0 to {most} are allowed. Page on with “after”.',
  },
  'PLATFORM.CURSOR_INVALID': {
    de: 'Der Cursor in „{argument}“ passt nicht zu dieser Liste und Sortierung. Verwenden Sie einen Cursor aus derselben Abfrage.',
    en: 'The cursor in “{argument}” does not belong to this list and order. Use a cursor from the same query.',
  },
  'PLATFORM.ID_INVALID': {
    de: '„{id}“ ist keine gültige Kennung eines {expected}. Verwenden Sie die „id“ aus einer Antwort.',
    en: '“{id}” is not a valid id of a {expected}. Use the “id” from an answer.',
  },
  'PLATFORM.CHANGED_MEANWHILE': {
    de: '„{name}“ ist nicht mehr so, wie Sie es gelesen haben (gelesen: {given}, jetzt: {current}); es wurde nichts gespeichert. Lesen Sie den heutigen Stand und ändern Sie diesen.',
    en: '“{name}” is not as you read it any more (read: {given}, now: {current}); nothing was stored. Read it as it is today and change that.',
  },
  'PLATFORM.NOT_FOUND': {
    de: '{what} „{id}“ gibt es nicht (mehr).',
    en: '{what} “{id}” does not exist (any more).',
  },
  'PLATFORM.JOB_ALREADY_ENDED': {
    de: 'Der Auftrag {id} ist bereits beendet ({status}) und kann nicht abgebrochen werden.',
    en: 'The job {id} has already ended ({status}) and cannot be cancelled.',
  },
  'PLATFORM.DATABASE_AWAY': {
    de: 'Die Datenbank ist gerade nicht erreichbar. Versuchen Sie es in einigen Sekunden noch einmal; ob eine Änderung noch gespeichert wurde, zeigt ein Blick auf den Datensatz.',
    en: 'The database cannot be reached at the moment. Try again in a few seconds; whether a change was still stored, a look at the record tells.',
  },
  'PLATFORM.TOO_MANY_SUBSCRIPTIONS': {
    de: 'Es laufen schon so viele Abonnements, wie erlaubt sind ({mostOfOne} je Person oder Programm, {most} insgesamt). Beenden Sie eines oder fragen Sie den Auftrag mit „job“ ab.',
    en: 'There are as many subscriptions as are allowed ({mostOfOne} for each person or program, {most} altogether). End one, or ask for the job with “job”.',
  },
  'PLATFORM.OVERLOADED': {
    de: 'Gerade werden so viele Anfragen beantwortet wie möglich ({most}). Versuchen Sie es in einigen Sekunden noch einmal.',
    en: 'As many requests as possible ({most}) are being answered. Try again in a few seconds.',
  },
  'PLATFORM.DATABASE_LOST': {
    de: 'Die Verbindung zur Datenbank ist mehrmals abgebrochen. Es wurde nichts gespeichert. Prüfen Sie, ob der Datenbankserver läuft, und starten Sie den Auftrag erneut.',
    en: 'The connection to the database was lost several times. Nothing was stored. Check that the database server is running, and start the job again.',
  },
  'PLATFORM.JOB_KEEPS_DYING': {
    de: 'Der Auftrag wurde {attempts}-mal begonnen, und jedes Mal endete das Programm oder die Verbindung zur Datenbank dabei. Es wurde nichts gespeichert. Prüfen Sie Arbeitsspeicher und Protokoll, und starten Sie den Auftrag erneut.',
    en: 'The job was begun {attempts} times, and each time the program or its connection to the database ended over it. Nothing was stored. Check memory and log, and start the job again.',
  },
  'PLATFORM.DISK_FULL': {
    de: 'Auf dem Datenträger ist kein Platz mehr. Es wurde nichts gespeichert. Schaffen Sie Platz im Datenordner (FAHRPLAN_DATA) oder auf dem Datenbankserver, und versuchen Sie es noch einmal.',
    en: 'There is no room left on the disk. Nothing was stored. Make room in the data folder (FAHRPLAN_DATA) or on the database server, and try again.',
  },
  'PLATFORM.JOB_CANCELLED': {
    de: 'Der Auftrag wurde abgebrochen; nichts davon wurde gespeichert.',
    en: 'The job was cancelled; nothing of it was stored.',
  },
  INTERNAL: {
    de: 'Unerwarteter Fehler. Bitte melden Sie die Kennung {requestId} an die Betreuung; im Protokoll steht die Ursache.',
    en: 'Unexpected failure. Please report the id {requestId} to whoever runs this server; the log holds the cause.',
  },
};
