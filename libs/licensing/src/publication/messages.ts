// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences for what is wrong in a `publiccode.yml`. */
export const publiccodeMessages: Messages = {
  'LICENSING.PUBLICCODE_TYPE': { de: '„{path}“ hat die falsche Form; erwartet wird: {expected}.', en: '"{path}" has the wrong form; expected: {expected}.' },
  'LICENSING.PUBLICCODE_FIELD_UNKNOWN': { de: '„{path}“ gibt es im Standard nicht. Prüfen Sie Schreibweise und Groß-/Kleinschreibung.', en: '"{path}" is not in the standard. Check its spelling and case.' },
  'LICENSING.PUBLICCODE_MISSING': { de: '„{path}“ fehlt. Ergänzen Sie das Feld.', en: '"{path}" is missing. Add the field.' },
  'LICENSING.PUBLICCODE_EMPTY': { de: '„{path}“ ist leer. Füllen Sie es aus oder lassen Sie es weg.', en: '"{path}" is empty. Fill it in or leave it out.' },
  'LICENSING.PUBLICCODE_TOO_SHORT': { de: '„{path}“ hat {length} Zeichen, nötig sind mindestens {min}.', en: '"{path}" has {length} characters, at least {min} are needed.' },
  'LICENSING.PUBLICCODE_TOO_LONG': { de: '„{path}“ ist länger als {max} Zeichen. Kürzen Sie den Text.', en: '"{path}" is longer than {max} characters. Shorten the text.' },
  'LICENSING.PUBLICCODE_NOT_IN_LIST': { de: '„{value}“ ist bei „{path}“ nicht vorgesehen. Wählen Sie einen Wert des Standards.', en: '"{value}" is not provided for at "{path}". Choose a value of the standard.' },
  'LICENSING.PUBLICCODE_URL': { de: '„{value}“ bei „{path}“ ist keine Adresse, die mit http:// oder https:// beginnt.', en: '"{value}" at "{path}" is no address that begins with http:// or https://.' },
  'LICENSING.PUBLICCODE_URI': { de: '„{value}“ bei „{path}“ ist kein URI. Geben Sie eine Adresse oder einen URN an.', en: '"{value}" at "{path}" is no URI. Give an address or a URN.' },
  'LICENSING.PUBLICCODE_DATE': { de: '„{value}“ bei „{path}“ ist kein Datum der Form JJJJ-MM-TT.', en: '"{value}" at "{path}" is no date of the form YYYY-MM-DD.' },
  'LICENSING.PUBLICCODE_LANGUAGE': { de: '„{value}“ bei „{path}“ ist keine Sprachangabe nach BCP 47, etwa „de“ oder „en-GB“.', en: '"{value}" at "{path}" is no BCP 47 language tag such as "de" or "en-GB".' },
  'LICENSING.PUBLICCODE_COUNTRY': { de: '„{value}“ bei „{path}“ ist kein Ländercode nach ISO 3166-1, etwa „DE“.', en: '"{value}" at "{path}" is no ISO 3166-1 country code such as "DE".' },
  'LICENSING.PUBLICCODE_COUNTRY_CASE': { de: 'Der Ländercode „{value}“ bei „{path}“ sollte groß geschrieben sein.', en: 'The country code "{value}" at "{path}" should be in capitals.' },
  'LICENSING.PUBLICCODE_MEDIA_TYPE': { de: '„{value}“ bei „{path}“ ist kein Medientyp, etwa „text/plain“.', en: '"{value}" at "{path}" is no media type such as "text/plain".' },
  'LICENSING.PUBLICCODE_LOGO': { de: '„{value}“ bei „{path}“ muss ein relativer Pfad oder eine http-Adresse sein und auf .svg, .svgz oder .png enden.', en: '"{value}" at "{path}" must be a relative path or an http address and end in .svg, .svgz or .png.' },
  'LICENSING.PUBLICCODE_VIDEO': { de: '„{value}“ bei „{path}“ ist keine Seite eines bekannten Videodienstes, die sich einbetten lässt.', en: '"{value}" at "{path}" is no page of a known video host that can be embedded.' },
  'LICENSING.PUBLICCODE_LICENSE': { de: '„{value}“ bei „{path}“ ist kein SPDX-Lizenzausdruck, etwa „EUPL-1.2“.', en: '"{value}" at "{path}" is no SPDX license expression such as "EUPL-1.2".' },
  'LICENSING.PUBLICCODE_ALIAS': { de: '„{value}“ bei „{path}“ ist kein bekanntes Kürzel. Geben Sie eine Adresse oder einen URN an.', en: '"{value}" at "{path}" is no known short name. Give an address or a URN.' },
  'LICENSING.PUBLICCODE_EMAIL': { de: '„{value}“ bei „{path}“ ist keine E-Mail-Adresse.', en: '"{value}" at "{path}" is no email address.' },
  'LICENSING.PUBLICCODE_CONTRACTORS': { de: '„{path}“ ist nur bei maintenance.type „contract“ erlaubt, nicht bei „{value}“.', en: '"{path}" is only allowed with maintenance.type "contract", not with "{value}".' },
  'LICENSING.PUBLICCODE_DEPRECATED': { de: '„{path}“ ist veraltet. Verwenden Sie stattdessen: {instead}.', en: '"{path}" is deprecated. Use instead: {instead}.' },
  'LICENSING.PUBLICCODE_VERSION': { de: 'Die Version „{value}“ des Standards gibt es nicht. Geben Sie „0“ an.', en: 'There is no version "{value}" of the standard. Give "0".' },
  'LICENSING.PUBLICCODE_VERSION_OLD': { de: 'Statt der Version „{value}“ sollte „0“ angegeben sein.', en: '"0" should be given instead of version "{value}".' },
};
