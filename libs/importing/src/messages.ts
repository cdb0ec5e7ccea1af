// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences for every problem of this stage: what is wrong, and what to do. */
export const importingMessages: Messages = {
  'IMPORTING.TABLE_TOO_LONG': {
    de: 'Die Tabelle hat mehr als {most} Zeilen. Bitte in mehrere Dateien aufteilen.',
    en: 'The table has more than {most} rows. Please split it into several files.',
  },
  'IMPORTING.FILE_EMPTY': {
    de: 'Die Datei ist leer. Bitte den Export noch einmal erstellen.',
    en: 'The file is empty. Please export it again.',
  },
  'IMPORTING.FILE_BINARY': {
    de: 'Die Datei ist keine Inventur, sondern etwas anderes ({kind}). Bitte in einem dieser Formate exportieren: {formats}.',
    en: 'The file is no inventory but something else ({kind}). Please export it in one of these formats: {formats}.',
  },
  'IMPORTING.FILE_PACKED': {
    de: 'Die Datei ist gepackt ({kind}) und wurde nicht ausgepackt. Bitte auspacken oder als .gz oder .zip mit einer einzigen Datei darin übergeben.',
    en: 'The file is packed ({kind}) and was not unpacked. Please unpack it, or hand it in as .gz or .zip with a single file inside.',
  },
  'IMPORTING.PACKED_TWICE': {
    de: 'In der gepackten Datei liegt noch eine gepackte ({kind}). Bitte die innere auspacken und allein übergeben.',
    en: 'There is another packed file ({kind}) inside the packed one. Please unpack the inner one and hand it in alone.',
  },
  'IMPORTING.ARCHIVE_BROKEN': {
    de: 'Die gepackte Datei ({kind}) ist unvollständig oder beschädigt: {reason}. Es wurde nichts übernommen. Bitte noch einmal packen oder übertragen.',
    en: 'The packed file ({kind}) is cut off or damaged: {reason}. Nothing was taken over. Please pack or transfer it again.',
  },
  'IMPORTING.ARCHIVE_BOMB': {
    de: 'Die Datei wird beim Auspacken mehr als {ratio}-mal so groß, wie es keine Inventur tut, und wird deshalb nicht gelesen. Bitte prüfen, woher sie stammt, oder ausgepackt übergeben.',
    en: 'The file grows by more than {ratio} times when it is unpacked, as no inventory does, and so it is not read. Please check where it comes from, or hand it in unpacked.',
  },
  'IMPORTING.ARCHIVE_ENCRYPTED': {
    de: 'Das Archiv ist mit einem Kennwort geschützt. Bitte ohne Kennwort packen.',
    en: 'The archive is protected by a password. Please pack it without one.',
  },
  'IMPORTING.ARCHIVE_MANY': {
    de: 'Das Archiv enthält {count} Dateien ({names} …); gelesen wird eine. Bitte die Dateien einzeln übergeben.',
    en: 'The archive holds {count} files ({names} …); one is read. Please hand the files in one by one.',
  },
  'IMPORTING.ARCHIVE_TOO_MANY': {
    de: 'Das Archiv enthält mehr als {most} Dateien und wird nicht gelesen. Bitte nur die nötige Datei packen.',
    en: 'The archive holds more than {most} files and is not read. Please pack only the file that is needed.',
  },
  'IMPORTING.ARCHIVE_TOO_LARGE': {
    de: 'Archive und Arbeitsmappen, die gepackt oder als Datenstrom kommen, werden bis {most} Bytes gelesen. Bitte die Datei ausgepackt übergeben.',
    en: 'Archives and workbooks that come packed or as a stream are read up to {most} bytes. Please hand the file in unpacked.',
  },
  'IMPORTING.FILE_ENCRYPTED': {
    de: 'Die Datei ({kind}) ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern (in Excel: Datei > Informationen > Arbeitsmappe schützen > Mit Kennwort verschlüsseln, Feld leeren).',
    en: 'The file ({kind}) is protected by a password. Please save it without one (in Excel: File > Info > Protect workbook > Encrypt with password, clear the field).',
  },
  'IMPORTING.XLS_OLD': {
    de: 'Das ist eine Arbeitsmappe im alten Format von Excel ({kind}), das nicht gelesen wird. Bitte in Excel oder LibreOffice als .xlsx oder CSV speichern.',
    en: 'This is a workbook in the old format of Excel ({kind}), which is not read. Please save it as .xlsx or CSV in Excel or LibreOffice.',
  },
  'IMPORTING.NOT_A_WORKBOOK': {
    de: 'Die Datei ist keine Arbeitsmappe ({format}). Bitte die Angabe des Formats weglassen; es wird am Inhalt erkannt.',
    en: 'The file is no workbook ({format}). Please leave the format away; it is told by the content.',
  },
  'IMPORTING.WORKBOOK_INVALID': {
    de: 'Die Arbeitsmappe ist an der Stelle {path} beschädigt ({reason}). Bitte in Excel oder LibreOffice öffnen und neu speichern.',
    en: 'The workbook is damaged at {path} ({reason}). Please open it in Excel or LibreOffice and save it again.',
  },
  'IMPORTING.WORKBOOK_TOO_LARGE': {
    de: 'Die Texte der Arbeitsmappe sind zusammen länger als {most} Zeichen. Bitte nur die nötigen Spalten oder als CSV exportieren.',
    en: 'The texts of the workbook are longer than {most} characters together. Please export only the columns that are needed, or as CSV.',
  },
  'IMPORTING.SHEET_NOT_READ': {
    de: 'Gelesen wurde das Tabellenblatt „{read}“; auch „{sheet}“ enthält eine Tabelle. Soll sie übernommen werden, bitte als eigene Datei übergeben.',
    en: 'The sheet "{read}" was read; "{sheet}" holds a table too. If it is wanted, please hand it in as a file of its own.',
  },
  'IMPORTING.FORMULA_ERROR': {
    de: 'Die Zelle enthält den Fehlerwert {value} einer Formel. Bitte die Formel berichtigen; der Wert gilt bis dahin als unbekannt.',
    en: 'The cell holds the error {value} of a formula. Please correct the formula; until then the value counts as unknown.',
  },
  'IMPORTING.FORMAT_UNKNOWN': {
    de: 'Dieses {kind}-Dokument hat keine der bekannten Formen. Gelesen werden: {formats}.',
    en: 'This {kind} document has none of the known forms. These can be read: {formats}.',
  },
  'IMPORTING.UNKNOWN_FORMAT_NAME': {
    de: 'Das Format „{format}“ gibt es nicht. Es gibt: {formats}.',
    en: 'There is no format "{format}". There are: {formats}.',
  },
  'IMPORTING.FILE_CUT': {
    de: 'Die Datei bricht in Zeile {line} ab; ihr Rest fehlt. Es wurde nichts übernommen. Bitte die Datei noch einmal vollständig exportieren oder übertragen.',
    en: 'The file breaks off in line {line}; the rest is missing. Nothing was taken over. Please export or transfer the whole file again.',
  },
  'IMPORTING.NO_ROWS': {
    de: 'Die Datei enthält keine Zeile mit Daten (Spalten: {columns}). Bitte den Filter des Exports prüfen.',
    en: 'The file holds no row of data (columns: {columns}). Please check the filter of the export.',
  },
  'IMPORTING.NO_COMPONENTS': {
    de: 'Das Dokument nennt keine einzige Komponente. Bitte die Stückliste neu erzeugen.',
    en: 'The document names not a single component. Please generate the bill of materials again.',
  },
  'IMPORTING.COLUMNS_UNCLEAR': {
    de: 'Es ist nicht zu erkennen, welche Spalte den Namen (Feld „{field}“) enthält. Spalten: {columns}. Bitte angeben, zum Beispiel --map \'{example}={field}\'.',
    en: 'It cannot be told which column holds the name (field "{field}"). Columns: {columns}. Please say so, for instance --map \'{example}={field}\'.',
  },
  'IMPORTING.TOO_MANY_COLUMNS': {
    de: 'Die Tabelle hat {columns} Spalten; gelesen werden höchstens {most}. Bitte nur die nötigen Spalten exportieren.',
    en: 'The table has {columns} columns; at most {most} are read. Please export only the columns that are needed.',
  },
  'IMPORTING.UNKNOWN_COLUMN': {
    de: 'Die Spalte „{columnName}“ gibt es in der Datei nicht. Es gibt: {columns}.',
    en: 'There is no column "{columnName}" in the file. There are: {columns}.',
  },
  'IMPORTING.UNKNOWN_FIELD': {
    de: 'Das Feld „{field}“ (für die Spalte „{columnName}“) gibt es nicht. Es gibt: {fields}.',
    en: 'There is no field "{field}" (for the column "{columnName}"). There are: {fields}.',
  },
  'IMPORTING.FIELD_TWICE': {
    de: 'Feld „{field}“ und Spalte „{columnName}“ dürfen in der Zuordnung nur einmal vorkommen. Bitte eine der Angaben streichen.',
    en: 'Field "{field}" and column "{columnName}" may occur only once in the mapping. Please remove one of the two.',
  },
  'IMPORTING.UNCLOSED_QUOTE': {
    de: 'Zeile {line}: Ein Anführungszeichen wird nicht geschlossen. Bitte das Zeichen in der Quelle verdoppeln oder entfernen.',
    en: 'Line {line}: a quotation mark is never closed. Please double or remove it at the source.',
  },
  'IMPORTING.TEXT_AFTER_QUOTE': {
    de: 'Zeile {line}, Spalte {column}: Nach dem schließenden Anführungszeichen folgt Text. Bitte Anführungszeichen innerhalb einer Zelle verdoppeln.',
    en: 'Line {line}, column {column}: text follows the closing quotation mark. Please double quotation marks inside a cell.',
  },
  'IMPORTING.LINE_TOO_LONG': {
    de: 'Die Zeile {line} ist länger als eine Million Zeichen und wurde übergangen. Bitte die Zeilenumbrüche des Exports prüfen.',
    en: 'Line {line} is longer than a million characters and was passed over. Please check the line breaks of the export.',
  },
  'IMPORTING.TOO_MANY_CELLS': {
    de: 'Zeile {line} hat {cells} statt {expected} Zellen. Vermutlich steht ein Trennzeichen in einer Zelle ohne Anführungszeichen; bitte dort Anführungszeichen setzen.',
    en: 'Line {line} has {cells} cells instead of {expected}. There probably is a delimiter in a cell without quotation marks; please quote that cell.',
  },
  'IMPORTING.TOO_FEW_CELLS': {
    de: 'Zeile {line} hat nur {cells} statt {expected} Zellen. Bitte die fehlenden Zellen (leer) ergänzen.',
    en: 'Line {line} has only {cells} cells instead of {expected}. Please add the missing (empty) cells.',
  },
  'IMPORTING.TITLE_MISSING': {
    de: 'Der Name der Software fehlt. Bitte in der Quelle ergänzen oder die Zeile entfernen.',
    en: 'The name of the software is missing. Please add it at the source, or remove the line.',
  },
  'IMPORTING.CELL_TOO_LONG': {
    de: 'Der Inhalt ist für dieses Feld zu lang (er beginnt mit „{value}“). Bitte prüfen, ob ein Anführungszeichen fehlt.',
    en: 'The content is too long for this field (it begins with "{value}"). Please check for a missing quotation mark.',
  },
  'IMPORTING.NUL_IN_CELL': {
    de: 'Die Zelle „{value}“ enthält ein Nullzeichen. Bitte die Datei noch einmal exportieren; sie ist beschädigt.',
    en: 'The cell "{value}" holds a NUL character. Please export the file again; it is damaged.',
  },
  'IMPORTING.BAD_ENCODING': {
    de: 'Die Zelle „{value}“ enthält Zeichen, die nicht zur Kodierung der Datei passen. Bitte durchgehend als UTF-8 exportieren.',
    en: 'The cell "{value}" holds characters that do not fit the encoding of the file. Please export all of it as UTF-8.',
  },
  'IMPORTING.NOT_A_COUNT': {
    de: '„{value}“ ist keine Anzahl. Bitte eine ganze Zahl ab 0 eintragen; der Wert gilt bis dahin als unbekannt.',
    en: '"{value}" is no count. Please enter a whole number from 0 on; until then the value counts as unknown.',
  },
  'IMPORTING.NOT_AN_AMOUNT': {
    de: '„{value}“ ist kein Betrag in Euro. Bitte zum Beispiel 1.234,56 eintragen; der Wert gilt bis dahin als unbekannt.',
    en: '"{value}" is no amount in euro. Please enter for instance 1,234.56; until then the value counts as unknown.',
  },
  'IMPORTING.NOT_A_DATE': {
    de: '„{value}“ ist kein Tag des Kalenders. Bitte als 30.06.2027 oder 2027-06-30 eintragen; der Wert gilt bis dahin als unbekannt.',
    en: '"{value}" is no day of the calendar. Please enter it as 2027-06-30 or 30.06.2027; until then the value counts as unknown.',
  },
  'IMPORTING.NOT_A_PERIOD': {
    de: '„{value}“ ist keine Frist. Bitte zum Beispiel „3 Monate zum Quartalsende“ oder „12 Monate“ eintragen; der Wert gilt bis dahin als unbekannt.',
    en: '"{value}" is no period. Please enter for instance "3 months to the end of a quarter" or "12 months"; until then the value counts as unknown.',
  },
  'IMPORTING.CONTRACT_UNNAMED': {
    de: 'Der Vertrag hat weder Nummer noch Gegenstand. Bitte eines von beiden ergänzen oder die Zeile entfernen.',
    en: 'The contract has neither number nor subject. Please add one of them, or remove the line.',
  },
  'IMPORTING.DEPARTMENT_UNNAMED': {
    de: 'Der Name der Organisationseinheit fehlt. Bitte ergänzen oder die Zeile entfernen.',
    en: 'The name of the department is missing. Please add it, or remove the line.',
  },
  'IMPORTING.JSON_INVALID': {
    de: 'Zeile {line}, Spalte {column}: Das ist kein gültiges JSON (bei „{found}“). Bitte das Dokument neu erzeugen.',
    en: 'Line {line}, column {column}: this is no valid JSON (at "{found}"). Please generate the document again.',
  },
  'IMPORTING.TOO_DEEP': {
    de: 'Das Dokument ist in Zeile {line} tiefer als {deepest} Ebenen verschachtelt und wird nicht gelesen. Bitte die Quelle prüfen.',
    en: 'The document is nested deeper than {deepest} levels in line {line} and is not read. Please check where it comes from.',
  },
  'IMPORTING.VALUE_TOO_LONG': {
    de: 'Ein einzelner Wert ab Zeile {line} ist länger als {longest} Zeichen. Bitte die Quelle prüfen.',
    en: 'A single value from line {line} on is longer than {longest} characters. Please check where it comes from.',
  },
  'IMPORTING.NOT_AN_SBOM': {
    de: 'Das ist keine Stückliste, die gelesen werden kann. Gelesen werden: {formats}.',
    en: 'This is no bill of materials that can be read. These can: {formats}.',
  },
  'IMPORTING.SBOM_VERSION': {
    de: '{format} {version} wird nicht gelesen. Bitte in einer dieser Versionen erzeugen: {versions}.',
    en: '{format} {version} is not read. Please generate it in one of these versions: {versions}.',
  },
  'IMPORTING.SBOM_INVALID': {
    de: 'Die Stückliste entspricht an der Stelle {path} nicht ihrem Standard: {reason}. Bitte vom Ersteller berichtigen lassen.',
    en: 'The bill of materials does not follow its standard at {path}: {reason}. Please have it corrected by whoever made it.',
  },
  'IMPORTING.SBOM_DEVIATES': {
    de: 'Die Stückliste sagt an der Stelle {path} nichts zu „{missing}“, was ihr Standard verlangt. Sie wurde trotzdem gelesen; bitte vom Ersteller ergänzen lassen.',
    en: 'The bill of materials does not give "{missing}" at {path}, as its standard demands. It was read all the same; please have it completed by whoever made it.',
  },
  'IMPORTING.XML_INVALID': {
    de: 'Zeile {line}: Das ist kein gültiges XML ({reason}). Bitte das Dokument neu erzeugen.',
    en: 'Line {line}: this is no valid XML ({reason}). Please generate the document again.',
  },
  'IMPORTING.XML_DOCTYPE': {
    de: 'Zeile {line}: Das Dokument enthält eine DOCTYPE-Angabe; solche Dokumente werden aus Sicherheitsgründen nicht gelesen. Bitte ohne DOCTYPE und ohne eigene Entitäten erzeugen.',
    en: 'Line {line}: the document holds a DOCTYPE; for safety such documents are not read. Please generate it without DOCTYPE and without entities of its own.',
  },
  'IMPORTING.YAML_INVALID': {
    de: 'Zeile {line}, Spalte {column}: Das ist kein gültiges YAML ({reason}). Bitte das Dokument neu erzeugen.',
    en: 'Line {line}, column {column}: this is no valid YAML ({reason}). Please generate the document again.',
  },
  'IMPORTING.TAG_VALUE_INVALID': {
    de: 'Zeile {line}: „{found}“ hat nicht die Form „Name: Wert“. Bitte das Dokument neu erzeugen.',
    en: 'Line {line}: "{found}" does not have the form "tag: value". Please generate the document again.',
  },
  'IMPORTING.DOCUMENT_TOO_LONG': {
    de: 'Das Dokument ist länger als {longest} Zeichen. In JSON gibt es diese Grenze nicht; bitte in JSON erzeugen.',
    en: 'The document is longer than {longest} characters. JSON has no such limit; please generate it as JSON.',
  },
  'IMPORTING.NO_SOFTWARE': {
    de: 'Die Inventur des Geräts {host} enthält keine Angaben zu Software. Bitte eine vollständige Inventur übergeben.',
    en: 'The inventory of the machine {host} says nothing about software. Please hand in a full inventory.',
  },
  'IMPORTING.LINE_DAMAGED': {
    de: 'Zeile {line} ist beschädigt („{value}“) und wurde übergangen. Bitte die Datei noch einmal erzeugen oder übertragen.',
    en: 'Line {line} is damaged ("{value}") and was passed over. Please make or transfer the file again.',
  },
  'IMPORTING.NAME_CUT': {
    de: 'Der Name „{value}“ ist in der Liste vermutlich abgeschnitten. Bitte breiter ausgeben oder einen vollständigen Export nehmen (dpkg-query -W, winget export).',
    en: 'The name "{value}" probably is cut off in the list. Please print it wider, or take a complete export (dpkg-query -W, winget export).',
  },
  'IMPORTING.NOT_AN_OBJECT': {
    de: 'Zeile {line}: Hier steht kein Objekt mit Angaben zu einer Software. Bitte den Export unverändert übergeben.',
    en: 'Line {line}: there is no object here that says something about a software. Please hand the export in as it is.',
  },
  'IMPORTING.JSON_LINE_INVALID': {
    de: 'Zeile {line} ist kein gültiges JSON („{value}“) und wurde übergangen. Bitte die Zeile in der Quelle prüfen.',
    en: 'Line {line} is no valid JSON ("{value}") and was passed over. Please check the line at its source.',
  },
  'IMPORTING.SNAPSHOTS_MANY': {
    de: 'Ab Zeile {line} enthält das Protokoll mehr Momentaufnahmen, als verglichen werden können; was eine spätere nicht mehr enthält, wird nicht bemerkt. Bitte je Gerät nur die letzte übergeben.',
    en: 'From line {line} on the log holds more snapshots than can be compared; what a later one no longer has is not noticed. Please hand in only the last of each machine.',
  },
  'IMPORTING.HOST_MISSING': {
    de: 'Zeile {line}: „{value}“ wurde entfernt, aber es ist nicht gesagt, von welchem Gerät. Bitte mit hostIdentifier protokollieren.',
    en: 'Line {line}: "{value}" was removed, but it is not said from which machine. Please log with hostIdentifier.',
  },
  'IMPORTING.TOO_MANY_ENTRIES': {
    de: 'Die Inventur eines einzelnen Geräts nennt mehr als {most} Einträge und wird nicht gelesen. Bitte die Quelle prüfen.',
    en: 'The inventory of a single machine names more than {most} entries and is not read. Please check where it comes from.',
  },
  'IMPORTING.NOT_A_PACKAGE': {
    de: 'Zeile {line} nennt kein Paket („{value}“) und wurde übergangen. Bitte die Liste unverändert aus dem Werkzeug übernehmen.',
    en: 'Line {line} names no package ("{value}") and was passed over. Please take the list from the tool as it is.',
  },
};
