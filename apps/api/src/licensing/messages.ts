// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences for what can go wrong between a question about licenses and the library that answers it. */
export const licenseQuestionMessages: Messages = {
  'LICENSING.TOO_MANY_TEXTS': {
    de: 'Es sind {count} Lizenztexte auf einmal; erlaubt sind {most}. Teilen Sie die Liste auf.',
    en: 'There are {count} license texts at once; {most} are allowed. Split the list.',
  },
  'LICENSING.NOT_FOUND': {
    de: '{what} „{id}“ gibt es nicht. Vorhanden: {known}.',
    en: '{what} “{id}” does not exist. There are: {known}.',
  },
  'LICENSING.NOT_TEXT': {
    de: '„{path}“ enthält ein Zeichen, das kein Text ist (NUL). Entfernen Sie es.',
    en: '“{path}” holds a character that is no text (NUL). Remove it.',
  },
  'LICENSING.POLICY_IS_READY': {
    de: 'Die Richtlinie „{name}“ gehört zum Programm und wird nicht geändert. Kopieren Sie sie (copyPolicy) und ändern Sie die Kopie.',
    en: 'The policy “{name}” comes with the program and is not changed. Copy it (copyPolicy) and edit the copy.',
  },
  'LICENSING.WAIVER_TEXT': {
    de: '„{path}“ ist leer oder länger als {most} Zeichen. Eine Ausnahme braucht Bestandteil, Verantwortliche und Grund.',
    en: '“{path}” is empty or longer than {most} characters. A waiver needs a component, somebody who answers for it, and a reason.',
  },
  'LICENSING.WAIVER_EXPIRED': {
    de: 'Die Ausnahme würde am {expiresOn} enden, heute ist der {today}. Geben Sie einen Tag an, der noch kommt.',
    en: 'The waiver would end on {expiresOn}, today is {today}. Give a day that is still to come.',
  },
  'LICENSING.SOFTWARE_KEY': {
    de: '„{value}“ geht nicht als Schlüssel: 1 bis 80 Kleinbuchstaben, Ziffern und Striche.',
    en: '“{value}” cannot be a key: 1 to 80 small letters, digits and dashes.',
  },
  'LICENSING.SOFTWARE_NAME': {
    de: 'Der Name fehlt oder ist länger als 200 Zeichen. Geben Sie an, wie die Software heißt.',
    en: 'The name is missing, or longer than 200 characters. Say what the software is called.',
  },
  'LICENSING.SOFTWARE_LICENSE': {
    de: '„{value}“ ist keine eindeutige Lizenz. Gemeint sein kann: {meant}.',
    en: '“{value}” is no unambiguous license. It may mean: {meant}.',
  },
  'LICENSING.SOFTWARE_URL': {
    de: '„{value}“ ist keine Adresse, unter der alle den Quelltext lesen können. Sie beginnt mit http:// oder https://.',
    en: '“{value}” is no address at which everybody can read the source. It begins with http:// or https://.',
  },
};
