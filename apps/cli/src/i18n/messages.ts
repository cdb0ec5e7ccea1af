// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** What can go wrong at the command line itself, in words. */
export const cliMessages: Messages = {
  'CLI.UNKNOWN_VERB': {
    de: 'Den Befehl „{verb}“ gibt es nicht.{hint} „fahrplan --help“ zeigt alle Befehle.',
    en: 'There is no command "{verb}".{hint} "fahrplan --help" lists all commands.',
  },
  'CLI.UNKNOWN_OPTION': {
    de: 'Die Option „{option}“ gibt es hier nicht.{hint} „fahrplan {verb}--help“ zeigt die Optionen.',
    en: 'There is no option "{option}" here.{hint} "fahrplan {verb}--help" lists the options.',
  },
  'CLI.ARGUMENT_MISSING': {
    de: 'Es fehlt die Angabe „{argument}“. „fahrplan {verb}--help“ zeigt ein Beispiel.',
    en: 'The argument "{argument}" is missing. "fahrplan {verb}--help" shows an example.',
  },
  'CLI.ARGUMENT_TOO_MANY': {
    de: 'Es sind mehr Angaben als vorgesehen. Setzen Sie Namen mit Leerzeichen in Anführungszeichen; „fahrplan {verb}--help“ zeigt ein Beispiel.',
    en: 'There are more arguments than expected. Put names with spaces in quotes; "fahrplan {verb}--help" shows an example.',
  },
  'CLI.OPTION_WITHOUT_VALUE': {
    de: 'Der Option „{option}“ fehlt ihr Wert. „fahrplan {verb}--help“ zeigt ein Beispiel.',
    en: 'The option "{option}" lacks its value. "fahrplan {verb}--help" shows an example.',
  },
  'CLI.OPTION_MISSING': {
    de: 'Es fehlt die Option „{option}“. „fahrplan {verb}--help“ zeigt ein Beispiel.',
    en: 'The option "{option}" is missing. "fahrplan {verb}--help" shows an example.',
  },
  'CLI.ONE_OF_OPTIONS': {
    de: 'Geben Sie genau eine dieser Optionen an: {options}.',
    en: 'Give exactly one of these options: {options}.',
  },
  'CLI.SEVERAL_TITLES': {
    de: '„{name}“ gibt es von mehreren Herstellern: {vendors}. Geben Sie --vendor an oder die Kennung: {ids}.',
    en: 'There is "{name}" by several vendors: {vendors}. Give --vendor, or the id: {ids}.',
  },
  'CLI.NOTHING_ASSUMED': {
    de: 'Es ist nichts anders als bisher. Geben Sie mindestens eines an: {options}.',
    en: 'Nothing is different from before. Give at least one of: {options}.',
  },
  'CLI.OPTION_NOT_A_NUMBER': {
    de: '„{value}“ ist für {option} keine gültige Zahl; erlaubt ist {expected}.',
    en: '"{value}" is no valid number for {option}; allowed is {expected}.',
  },
  'CLI.OPTION_NOT_ALLOWED': {
    de: '„{value}“ ist für {option} nicht vorgesehen. Möglich: {allowed}.',
    en: '"{value}" is not possible for {option}. Possible: {allowed}.',
  },
  'CLI.DAY_INVALID': {
    de: '„{value}“ ist für {option} kein Tag. Schreiben Sie ihn als JJJJ-MM-TT, etwa 2030-12-31.',
    en: '"{value}" is no day for {option}. Write it as YYYY-MM-DD, such as 2030-12-31.',
  },
  'CLI.NOTHING_TO_CHANGE': {
    de: 'Was soll sich ändern? Geben Sie mindestens eine dieser Optionen an: {options}.',
    en: 'What is to change? Give at least one of these options: {options}.',
  },
  'CLI.GOAL_INVALID': {
    de: '„{value}“ ist kein Ziel. Schreiben Sie einen Anteil als 40% oder 0.4, eine Anzahl als ganze Zahl.',
    en: '"{value}" is no goal. Write a share as 40% or 0.4, a count as a whole number.',
  },
  'CLI.SEVERAL_TARGETS': {
    de: '„{name}“ heißen mehrere Fahrtziele. Geben Sie die Kennung an: {ids}.',
    en: 'Several targets are called "{name}". Give the id: {ids}.',
  },
  'CLI.MAP_INVALID': {
    de: '„{value}“ ist keine Zuordnung. Schreiben Sie --map \'Spalte in der Datei=feld\'; Felder: {fields}.',
    en: '"{value}" is no mapping. Write --map \'Column in the file=field\'; fields: {fields}.',
  },
  'CLI.NOTHING_GIVEN': {
    de: 'Es wurde nichts angegeben. Geben Sie „{argument}“ an, oder --stdin, um Zeile für Zeile zu lesen.',
    en: 'Nothing was given. Give "{argument}", or --stdin to read line by line.',
  },
  'CLI.EITHER_ARGUMENT_OR_STDIN': {
    de: 'Entweder „{argument}“ oder --stdin, nicht beides.',
    en: 'Either "{argument}" or --stdin, not both.',
  },
  'CLI.PARTS_OF_WHAT': {
    de: '--parts gehört zu --register und genau einer publiccode.yml.',
    en: '--parts goes with --register and exactly one publiccode.yml.',
  },
  'CLI.ONE_OF_THESE': {
    de: 'Von {options} geht nur eines.',
    en: 'Only one of {options} is possible.',
  },
  'CLI.LINE_TOO_LONG': {
    de: 'Zeile {line} ist länger als {most} Zeichen und wurde übersprungen.',
    en: 'Line {line} is longer than {most} characters and was skipped.',
  },
  'CLI.LINE_NOT_JSON': {
    de: 'Zeile {line} ist kein JSON-Objekt mit „title“. Erwartet wird je Zeile zum Beispiel {example}.',
    en: 'Line {line} is no JSON object with "title". Each line should look like {example}.',
  },
  'CLI.NO_SERVER': {
    de: 'Es läuft kein Server auf diesem Datenordner. Starten Sie ihn mit „npm start“.',
    en: 'No server runs on this data folder. Start it with "npm start".',
  },
  'CLI.SIGN_IN_ELSEWHERE': {
    de: 'Bei diesem Server meldet ein Identitätsanbieter an: öffnen Sie seine Seite im Browser.',
    en: 'An identity provider signs people in to this server: open its page in the browser.',
  },
  'CLI.FILE_NOT_FOUND': {
    de: 'Diese Datei gibt es nicht. Prüfen Sie Schreibweise und Ordner.',
    en: 'There is no such file. Check its spelling and folder.',
  },
  'CLI.FILE_IS_A_FOLDER': {
    de: 'Das ist ein Ordner. Geben Sie die Dateien darin an, zum Beispiel {example}.',
    en: 'This is a folder. Name the files in it, for instance {example}.',
  },
  'CLI.FILE_UNREADABLE': {
    de: 'Die Datei lässt sich nicht lesen ({reason}). Prüfen Sie Rechte und Datenträger.',
    en: 'The file cannot be read ({reason}). Check its permissions and the disk.',
  },
  'CLI.FILE_CHANGED': {
    de: 'Die Datei hat sich geändert, während sie gelesen wurde. Rufen Sie den Befehl noch einmal auf.',
    en: 'The file changed while it was read. Run the command again.',
  },
  'CLI.ARCHIVE_BROKEN': {
    de: 'Das Archiv ({kind}) ist beschädigt oder unvollständig ({reason}). Übertragen Sie es noch einmal.',
    en: 'The archive ({kind}) is damaged or incomplete ({reason}). Transfer it again.',
  },
  'CLI.ARCHIVE_ENCRYPTED': {
    de: 'Das Archiv ist verschlüsselt. Packen Sie es aus und geben Sie die Datei darin an.',
    en: 'The archive is encrypted. Unpack it and name the file inside.',
  },
  'CLI.ARCHIVE_TOO_LARGE': {
    de: 'Der ausgepackte Inhalt ist unverhältnismäßig groß (mehr als {bytes} Byte); das Auspacken wurde abgebrochen. Packen Sie die Datei selbst aus, wenn Sie ihr vertrauen.',
    en: 'The unpacked content is out of proportion (more than {bytes} bytes); unpacking was stopped. Unpack the file yourself if you trust it.',
  },
  'CLI.FILE_NOT_WRITTEN': {
    de: 'Die Datei lässt sich nicht schreiben ({reason}). Prüfen Sie Ordner und Rechte.',
    en: 'The file cannot be written ({reason}). Check its folder and permissions.',
  },
  'CLI.ADDRESS_NOT_HTTPS': {
    de: 'Von dieser Adresse wird nichts geholt: Erlaubt ist nur https. Laden Sie die Datei sonst selbst herunter und geben Sie sie an.',
    en: 'Nothing is fetched from this address: only https is allowed. Else download the file yourself and name it.',
  },
  'CLI.ADDRESS_NOT_TRUSTED': {
    de: 'Dem Zertifikat dieser Adresse wird nicht vertraut ({reason}). Stammt es von einer eigenen Stelle, nennen Sie deren Zertifikat mit NODE_EXTRA_CA_CERTS=datei.pem; sonst laden Sie nichts von dort.',
    en: 'The certificate of this address is not trusted ({reason}). If an authority of your own issued it, name its certificate by NODE_EXTRA_CA_CERTS=file.pem; else load nothing from there.',
  },
  'CLI.ADDRESS_TOO_SLOW': {
    de: 'Von dieser Adresse war nach {seconds} Sekunden noch nicht alles da. Versuchen Sie es später, oder laden Sie die Datei selbst herunter und geben Sie sie an.',
    en: 'After {seconds} seconds not all had come from this address. Try again later, or download the file yourself and name it.',
  },
  'CLI.ADDRESS_UNREADABLE': {
    de: 'Von dieser Adresse kam keine Datei ({reason}). Prüfen Sie Schreibweise und Netz, oder laden Sie die Datei selbst herunter und geben Sie sie an.',
    en: 'No file came from this address ({reason}). Check its spelling and the network, or download the file yourself and name it.',
  },
  'CLI.CATALOGUE_EMPTY': {
    de: 'Hier liegen keine Katalogdateien (.yaml, .yml). Geben Sie einen Ordner wie database/catalogue oder eine Datei an.',
    en: 'There are no catalogue files (.yaml, .yml) here. Name a folder such as database/catalogue, or a file.',
  },
  'CLI.CATALOGUE_TOO_MANY_FILES': {
    de: 'In diesem Ordner liegen mehr als {most} YAML-Dateien; das ist kein Katalog. Geben Sie den Ordner genauer an.',
    en: 'This folder holds more than {most} YAML files; that is no catalogue. Name the folder more exactly.',
  },
  'CLI.JSON_INVALID': {
    de: 'Die Datei ist kein gültiges JSON ({reason}). Prüfen Sie Kommas und Klammern an dieser Stelle.',
    en: 'The file is not valid JSON ({reason}). Check commas and brackets at this place.',
  },
  'CLI.FILE_TOO_LONG': {
    de: 'Die Datei ist länger als {most} Byte; so lange Dateien werden hier nicht gelesen.',
    en: 'The file is longer than {most} bytes; files that long are not read here.',
  },
  'CLI.SERVER_UNREACHABLE': {
    de: 'Der Server unter {url} antwortet nicht ({reason}). Starten Sie ihn mit „npm start“, oder lassen Sie FAHRPLAN_URL weg.',
    en: 'The server at {url} does not answer ({reason}). Start it with "npm start", or leave FAHRPLAN_URL out.',
  },
  'CLI.SERVER_DID_NOT_START': {
    de: 'Der Server für diesen Befehl ist nicht gestartet: {reason}',
    en: 'The server for this command did not start: {reason}',
  },
  'CLI.SERVER_ANSWER_INVALID': {
    de: 'Der Server hat nicht wie erwartet geantwortet ({reason}). Passen Befehlszeile und Server zur selben Version?',
    en: 'The server did not answer as expected ({reason}). Are command line and server of the same version?',
  },
  'CLI.CANCELLED': {
    de: 'Abgebrochen; es wurde nichts übernommen.',
    en: 'Cancelled; nothing was stored.',
  },
  'CLI.NOT_FOUND': {
    de: '{what} „{name}“ wurde nicht gefunden.{hint}',
    en: '{what} "{name}" was not found.{hint}',
  },
  'CLI.NAME_AMBIGUOUS': {
    de: '„{name}“ kann {count} Produkte meinen: {candidates}{more}. Geben Sie den vollen Namen an.',
    en: '"{name}" may mean {count} products: {candidates}{more}. Give the full name.',
  },
  'CLI.NOTHING_TO_SHOW': {
    de: 'Es gibt noch nichts zu zeigen. Zuerst: fahrplan {next}',
    en: 'There is nothing to show yet. First: fahrplan {next}',
  },
  INTERNAL: {
    de: 'Unerwarteter Fehler: {reason}',
    en: 'Unexpected failure: {reason}',
  },
};
