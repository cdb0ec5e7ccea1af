// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** What is wrong in a catalogue, and what its editor can do about it. */
export const catalogueMessages: Messages = {
  'CATALOGUE.YAML_BROKEN': {
    de: 'Die Datei ist kein gültiges YAML ({detail}). Bitte Einrückung, Anführungszeichen und Doppelpunkte an dieser Stelle prüfen.',
    en: 'The file is not valid YAML ({detail}). Check indentation, quotes and colons at this place.',
  },
  'CATALOGUE.DUPLICATE_KEY': {
    de: 'Ein Feld steht in demselben Eintrag zweimal. Bitte eines davon entfernen oder beide zusammenführen.',
    en: 'A field stands twice in the same entry. Remove one of them or merge the two.',
  },
  'CATALOGUE.YAML_ALIAS': {
    de: 'YAML-Verweise (*{detail}) sind im Katalog nicht erlaubt. Bitte den Inhalt an dieser Stelle ausschreiben.',
    en: 'YAML aliases (*{detail}) are not allowed in the catalogue. Write the content out at this place.',
  },
  'CATALOGUE.YAML_TOO_DEEP': {
    de: 'Die Datei ist so tief verschachtelt, dass sie kein Katalog sein kann. Bitte die Herkunft der Datei prüfen.',
    en: 'The file is nested so deeply that it cannot be a catalogue. Check where the file comes from.',
  },
  'CATALOGUE.FILE_EMPTY': {
    de: 'Die Datei enthält keine Einträge. Bitte vendors, categories oder category mit products angeben, oder die Datei löschen.',
    en: 'The file has no entries. Give vendors, categories, or category with products, or delete the file.',
  },
  'CATALOGUE.FIELD_UNKNOWN': {
    de: 'Das Feld „{field}“ ({path}) gibt es hier nicht. Bitte Schreibweise mit catalogue.schema.json vergleichen.',
    en: 'There is no field "{field}" here ({path}). Compare its spelling with catalogue.schema.json.',
  },
  'CATALOGUE.FIELD_MISSING': {
    de: 'Das Feld „{path}“ fehlt. Bitte ergänzen.',
    en: 'The field "{path}" is missing. Add it.',
  },
  'CATALOGUE.FIELD_INVALID': {
    de: 'Der Wert „{found}“ passt nicht in das Feld {path}; erwartet wird: {expected}. Zahlen und Versionen, die Text sein sollen, in Anführungszeichen setzen.',
    en: 'The value "{found}" does not fit the field {path}; expected: {expected}. Put numbers and versions that are meant as text in quotes.',
  },
  'CATALOGUE.ID_TWICE': {
    de: 'Die Kennung „{id}“ ist schon vergeben (in {firstFile}). Bitte einen der beiden Einträge umbenennen oder entfernen.',
    en: 'The id "{id}" is taken already (in {firstFile}). Rename or remove one of the two entries.',
  },
  'CATALOGUE.REFERENCE_DANGLING': {
    de: 'Die Kennung „{id}“ in {path} gibt es nicht (gesucht: {target}). Bitte Schreibweise prüfen oder den fehlenden Eintrag anlegen.',
    en: 'The id "{id}" in {path} does not exist (looked for: {target}). Check its spelling or add the missing entry.',
  },
  'CATALOGUE.NAME_TWICE': {
    de: 'Der Eintrag „{id}“ nennt den Namen „{name}“ zweimal; Groß- und Kleinschreibung und Satzzeichen zählen nicht. Bitte einen davon streichen.',
    en: 'The entry "{id}" gives the name "{name}" twice; case and punctuation do not count. Remove one of them.',
  },
  'CATALOGUE.NAME_AMBIGUOUS': {
    de: 'Den Namen „{name}“ beanspruchen „{id}“ und „{otherId}“ (in {firstFile}). Bitte bei einem von beiden streichen oder genauer fassen.',
    en: 'The name "{name}" is claimed by "{id}" and "{otherId}" (in {firstFile}). Remove it from one of them or make it more exact.',
  },
  'CATALOGUE.LICENSE_INVALID': {
    de: 'Die Lizenz „{license}“ von „{id}“ ist kein gültiger SPDX-Ausdruck. Bitte Kennungen von spdx.org/licenses verwenden, sonst LicenseRef-proprietary.',
    en: 'The license "{license}" of "{id}" is not a valid SPDX expression. Use ids from spdx.org/licenses, else LicenseRef-proprietary.',
  },
  'CATALOGUE.ALTERNATIVE_NOT_OPEN': {
    de: '„{alternative}“ steht als Alternative zu „{id}“, ist aber unter „{license}“ nicht sicher Open Source ({verdict}). Bitte Lizenz berichtigen oder die Alternative streichen.',
    en: '"{alternative}" is given as an alternative to "{id}", but under "{license}" it is not certain to be open source ({verdict}). Correct the license or remove the alternative.',
  },
  'CATALOGUE.ALTERNATIVE_SELF': {
    de: '„{id}“ ist als Alternative zu sich selbst eingetragen. Bitte streichen.',
    en: '"{id}" is given as an alternative to itself. Remove it.',
  },
  'CATALOGUE.ALTERNATIVE_TWICE': {
    de: '„{alternative}“ steht zweimal als Alternative zu „{id}“. Bitte zusammenführen.',
    en: '"{alternative}" is given twice as an alternative to "{id}". Merge the two.',
  },
  'CATALOGUE.COEXISTENCE_FIRST': {
    de: '„{alternative}“ ersetzt „{id}“ nicht, steht aber als Erstes; das Erste wird als Umstellung bewertet. Stellen Sie es hinter die anderen.',
    en: '"{alternative}" does not replace "{id}" but comes first, and the first is scored as the move. Put it behind the others.',
  },
  'CATALOGUE.FUNCTION_CONTRADICTED': {
    de: 'Bei „{alternative}“ für „{id}“ stehen Funktionen zugleich unter covers und missing: {ids}. Bitte entscheiden.',
    en: 'For "{alternative}" replacing "{id}", functions stand under both covers and missing: {ids}. Decide for one.',
  },
  'CATALOGUE.COMPLEMENTS_MISSING': {
    de: '„{alternative}“ braucht laut kind eine Ergänzung, aber complements ist leer. Bitte nennen, was dazu nötig ist, oder die Art ändern.',
    en: '"{alternative}" needs a complement by its kind, but complements is empty. Name what is needed beside it, or change the kind.',
  },
  'CATALOGUE.COMPLEMENTS_MISPLACED': {
    de: '„{alternative}“ nennt Ergänzungen, ist aber nicht von der Art NEEDS_COMPLEMENT. Bitte die Art ändern oder die Ergänzungen streichen.',
    en: '"{alternative}" names complements but is not of the kind NEEDS_COMPLEMENT. Change the kind or remove the complements.',
  },
  'CATALOGUE.NONE_KNOWN_CONTRADICTED': {
    de: '„{id}“ sagt, dass keine Alternative bekannt ist, und nennt doch welche. Bitte noneKnown oder alternatives streichen.',
    en: '"{id}" says that no alternative is known, yet names some. Remove noneKnown or alternatives.',
  },
  'CATALOGUE.SUCCESSION_CIRCLE': {
    de: 'Diese Einträge lösen einander im Kreis ab: {ids}. Bitte den Verweis entfernen, der nicht stimmt.',
    en: 'These entries succeed each other in a circle: {ids}. Remove the reference that is wrong.',
  },
  'CATALOGUE.ENDOFLIFE_UNREADABLE': {
    de: 'Die Datei enthält keine Versionsreihen in einer Form von endoflife.date. Bitte die JSON-Antwort der Schnittstelle (api/v1/products/NAME) angeben.',
    en: 'The file holds no release cycles in a form of endoflife.date. Give the JSON answer of its API (api/v1/products/NAME).',
  },
  'CATALOGUE.STATEMENT_FIELD_UNKNOWN': {
    de: 'Das Feld „{field}“ von „{id}“ kann nicht einzeln überschrieben werden. Möglich: {fields}, alternatives.KENNUNG.',
    en: 'The field "{field}" of "{id}" cannot be overridden by itself. Possible: {fields}, alternatives.ID.',
  },
  'CATALOGUE.STATEMENT_ON_NOTHING': {
    de: 'Über „{id}“ wird etwas ausgesagt, aber das Produkt gibt es nicht. Bitte Schreibweise prüfen oder das Produkt mit anlegen.',
    en: 'Something is said about "{id}", but there is no such product. Check its spelling or add the product as well.',
  },
  'CATALOGUE.PUBLICCODE_CATEGORY_UNKNOWN': {
    de: 'Zu den Kategorien der publiccode.yml ({found}) passt keine des Katalogs. Bitte mit --category eine Kennung aus categories.yaml angeben.',
    en: 'None of the catalogue’s categories fits those of the publiccode.yml ({found}). Name an id of categories.yaml with --category.',
  },
  'CATALOGUE.ENDOFLIFE_NO_PRODUCT': {
    de: 'Keines der Produkte in der Datei ({names}) ist im Katalog unter diesem Namen bekannt (identifiers.endoflife). Bitte dort den Namen von endoflife.date eintragen.',
    en: 'None of the products in the file ({names}) is known to the catalogue by that name (identifiers.endoflife). Enter the name on endoflife.date there.',
  },
  'CATALOGUE.UPLOAD_UNREADABLE': {
    de: 'Der Ordner kam nicht in der erwarteten Form an. Passen Befehlszeile und Server zur selben Version?',
    en: 'The folder did not arrive in the expected form. Are command line and server of the same version?',
  },
  'CATALOGUE.NOT_FOUND': {
    de: '{what} „{id}“ gibt es im Katalog nicht. Bitte Schreibweise prüfen.',
    en: 'There is no {what} "{id}" in the catalogue. Check its spelling.',
  },
  'CATALOGUE.NOTHING_TO_SHARE': {
    de: 'Es gibt keine eigenen Einträge oder Abweichungen, die geteilt werden könnten.',
    en: 'There are no entries or overrides of your own that could be shared.',
  },
  'CATALOGUE.PACK_CHANGED': {
    de: 'Der Inhalt des Pakets passt nicht zu seiner Prüfsumme (angegeben {expected}, berechnet {found}): Er wurde verändert oder unvollständig übertragen. Bitte das Paket erneut vom Herausgeber holen.',
    en: 'The content of the pack does not fit its hash (given {expected}, computed {found}): it was changed or transferred incompletely. Get the pack again from its publisher.',
  },
  'CATALOGUE.PRODUCTS_ALIKE': {
    de: '„{id}“ ({name}) und „{otherId}“ ({otherName}, in {firstFile}) sehen nach demselben Produkt aus. Bitte zusammenführen oder die Namen genauer fassen.',
    en: '"{id}" ({name}) and "{otherId}" ({otherName}, in {firstFile}) look like the same product. Merge them or make their names more exact.',
  },
  'CATALOGUE.FORMAT_FOREIGN': {
    de: '„{format}“ soll von „{id}“ zu „{alternative}“ mitgehen, aber die Kategorie {category} kennt dieses Format nicht. Gehört es zu beiden Seiten, bitte unter formats der Kategorie eintragen (oder so schreiben wie dort), sonst streichen.',
    en: '"{format}" is said to carry over from "{id}" to "{alternative}", but the category {category} does not know that format. If it belongs to both sides, add it to the category’s formats (or spell it as there), otherwise take it out.',
  },
  'CATALOGUE.FACT_OLD': {
    de: 'Eine Angabe zu „{id}“ wurde zuletzt am {checkedOn} geprüft, vor mehr als zwei Jahren. Bitte Quelle erneut ansehen und das Datum erneuern.',
    en: 'A fact about "{id}" was last checked on {checkedOn}, more than two years ago. Look at its source again and renew the date.',
  },
};
