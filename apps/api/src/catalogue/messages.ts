// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences for what can be wrong with contracts and rights of use that people enter, and with what they ask for as a file. */
export const contractMessages: Messages = {
  'CATALOGUE.FIELD_EMPTY': { de: '„{path}“ ist leer. Füllen Sie es aus.', en: '“{path}” is empty. Fill it in.' },
  'CATALOGUE.FIELD_TOO_LONG': { de: '„{path}“ ist länger als {most} Zeichen. Kürzen Sie den Text.', en: '“{path}” is longer than {most} characters. Shorten the text.' },
  'CATALOGUE.FIELD_NOT_TEXT': { de: '„{path}“ enthält ein Zeichen, das kein Text ist (NUL). Entfernen Sie es.', en: '“{path}” holds a character that is no text (NUL). Remove it.' },
  'CATALOGUE.FIELD_OUT_OF_RANGE': { de: '„{path}“ ist {value}; möglich ist {least} bis {most}.', en: '“{path}” is {value}; possible is {least} to {most}.' },
  'CATALOGUE.DATES_REVERSED': { de: 'Der letzte Tag ({until}) liegt vor dem ersten ({from}). Prüfen Sie „{path}“.', en: 'The last day ({until}) lies before the first ({from}). Check “{path}”.' },
  'CATALOGUE.RENEWAL_WITHOUT_TERM': { de: 'Ein Vertrag ohne Ende verlängert sich nicht. Geben Sie das Ende der Laufzeit an oder lassen Sie „{path}“ weg.', en: 'A contract without end does not renew itself. Give the end of its term, or leave “{path}” out.' },
  'CATALOGUE.TWO_NOTICE_PERIODS': { de: 'Die Kündigungsfrist steht in Monaten und in Tagen da. Lassen Sie eines von beiden weg („{path}“).', en: 'The notice period is given in months and in days. Leave one of them out (“{path}”).' },
  'CATALOGUE.METRIC_UNKNOWN': { de: '„{path}“ ist „{value}“; möglich ist {possible}.', en: '“{path}” is “{value}”; possible is {possible}.' },
  'CATALOGUE.PARENT_BELOW': { de: 'Eine Einheit kann weder unter sich selbst noch unter einer stehen, die unter ihr steht. Wählen Sie bei „{path}“ eine andere.', en: 'A unit cannot stand below itself, nor below one that stands below it. Choose another one at “{path}”.' },
  'CATALOGUE.UNIT_KEY_TAKEN': { de: 'Eine Einheit mit dem Kürzel „{key}“ gibt es schon. Öffnen und ändern Sie diese, oder nehmen Sie ein anderes Kürzel.', en: 'There is a unit with the code “{key}” already. Open and change that one, or take another code.' },
  'CATALOGUE.CONTRACT_HAS_RIGHTS': { de: 'Unter dem Vertrag „{number}“ stehen Nutzungsrechte ({rights}). Entfernen Sie diese zuerst.', en: 'Rights of use stand under the contract “{number}” ({rights}). Remove them first.' },
  'CATALOGUE.SITE_IS_NOT_COUNTED': { de: 'Ein Standort wird nicht gezählt. Wählen Sie bei „{path}“, was gezählt wurde.', en: 'A site is not counted. Choose at “{path}” what was counted.' },
  'CATALOGUE.NO_SUCH_FILE': { de: 'Eine Datei „{name}“ gibt es nicht. Es gibt: {allowed}.', en: 'There is no file “{name}”. There are: {allowed}.' },
};
