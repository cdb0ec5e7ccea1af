// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences for the problems of reading license expressions. */
export const expressionMessages: Messages = {
  'LICENSING.EXPRESSION_EMPTY': { de: 'Der Lizenzausdruck ist leer. Geben Sie zum Beispiel „MIT OR Apache-2.0“ an.', en: 'The license expression is empty. Give, for example, "MIT OR Apache-2.0".' },
  'LICENSING.EXPRESSION_TOO_LONG': { de: 'Der Lizenzausdruck hat {characters} Zeichen, gelesen werden höchstens {limit}. Teilen Sie ihn auf.', en: 'The license expression has {characters} characters, at most {limit} are read. Split it.' },
  'LICENSING.EXPRESSION_TOO_DEEP': { de: 'Der Lizenzausdruck hat mehr als {limit} ineinander stehende Klammern (Zeichen {column}). Lösen Sie überflüssige Klammern auf.', en: 'The license expression nests more than {limit} parentheses (character {column}). Remove those that are not needed.' },
  'LICENSING.EXPRESSION_TOO_MANY_TERMS': { de: 'Der Lizenzausdruck nennt mehr als {limit} Lizenzen (Zeichen {column}). Entfernen Sie Wiederholungen oder teilen Sie ihn auf.', en: 'The license expression names more than {limit} licenses (character {column}). Remove repetitions or split it.' },
  'LICENSING.EXPRESSION_STRAY_CHARACTER': { de: 'Das Zeichen {character} an Stelle {column} gehört in keinen Lizenzausdruck. Verbinden Sie Kennungen mit AND, OR, WITH.', en: 'The character {character} at {column} belongs in no license expression. Join ids with AND, OR, WITH.' },
  'LICENSING.EXPRESSION_ENDS_EARLY': { de: 'Der Lizenzausdruck bricht an Stelle {column} ab; dort fehlt eine Lizenz oder Ausnahme. Ergänzen Sie sie.', en: 'The license expression breaks off at {column}; a license or exception is missing there. Add it.' },
  'LICENSING.EXPRESSION_UNCLOSED': { de: 'Die Klammer an Stelle {column} wird nicht geschlossen. Ergänzen Sie „)“.', en: 'The parenthesis at {column} is not closed. Add ")".' },
  'LICENSING.EXPRESSION_UNOPENED': { de: 'Die schließende Klammer an Stelle {column} hat keine öffnende. Entfernen Sie sie.', en: 'The closing parenthesis at {column} has no opening one. Remove it.' },
  'LICENSING.EXPRESSION_NO_OPERATOR': { de: 'Vor „{found}“ an Stelle {column} fehlt AND oder OR (in Großbuchstaben).', en: 'AND or OR (in capitals) is missing before "{found}" at {column}.' },
  'LICENSING.EXPRESSION_NO_OPERAND': { de: 'An Stelle {column} steht „{found}“, wo eine Lizenz erwartet wird. Ergänzen Sie die Lizenz.', en: 'At {column} stands "{found}" where a license is expected. Add the license.' },
  'LICENSING.LICENSE_UNKNOWN': { de: '„{license}“ (Stelle {column}) steht nicht in der SPDX-Lizenzliste. Prüfen Sie die Schreibweise oder verwenden Sie LicenseRef-….', en: '"{license}" (at {column}) is not on the SPDX license list. Check its spelling or use LicenseRef-….' },
  'LICENSING.EXCEPTION_UNKNOWN': { de: '„{exception}“ (Stelle {column}) ist keine Ausnahme der SPDX-Liste. Prüfen Sie die Schreibweise oder verwenden Sie AdditionRef-….', en: '"{exception}" (at {column}) is no exception of the SPDX list. Check its spelling or use AdditionRef-….' },
};
