// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';
import { planningMessages } from '#planning';

/** Sentences of planning on the server, beside those of the library. */
export const planMessages: Messages = {
  ...planningMessages,
  'PLANNING.SIZE_UNKNOWN': {
    de: 'Der Umfang ist nicht bekannt: das Produkt steht nur in einem Register, ohne Nutzerzahl. Ergänzen Sie die Nutzerzahl im Register oder lesen Sie ein Inventar mit Rechnern ein.',
    en: 'Its size is not known: the product is only in a register, without a number of users. Add the number to the register, or import an inventory with hosts.',
  },
  'PLANNING.NO_RUN': {
    de: 'Es gibt noch keinen Bewertungslauf, auf dem geplant werden kann. Starten Sie zuerst „fahrplan score“.',
    en: 'There is no scoring run to plan on yet. Run “fahrplan score” first.',
  },
  'PLANNING.TIME_LIMIT_OUT_OF_RANGE': {
    de: 'Die Rechenzeit von {timeLimitSeconds} s liegt außerhalb von 0 bis {most} s.',
    en: 'The time limit of {timeLimitSeconds} s is outside 0 to {most} s.',
  },
  'PLANNING.NOT_FOUND': { de: '{what} „{id}“ gibt es nicht.', en: '{what} “{id}” does not exist.' },
  'PLANNING.SCENARIO_NAME_TAKEN': { de: 'Ein Szenario mit dem Namen „{id}“ gibt es schon. Wählen Sie einen anderen Namen.', en: 'There is a scenario named “{id}” already. Choose another name.' },
  'PLANNING.SCENARIO_INVALID': { de: 'Das Szenario ist an der Stelle {path} ungültig: {reason}.', en: 'The scenario is invalid at {path}: {reason}.' },
  'PLANNING.SCENARIO_NAME_EMPTY': { de: 'Das Szenario hat keinen Namen. Geben Sie einen Namen mit höchstens {most} Zeichen an.', en: 'The scenario has no name. Give one of at most {most} characters.' },
  'PLANNING.UNKNOWN_DEPARTMENT': { de: '{path} nennt die Organisationseinheit „{department}“, die es nicht gibt. Verwenden Sie den Schlüssel aus „departments“.', en: '{path} names the department “{department}”, which does not exist. Use its key from “departments”.' },
  'PLANNING.NO_PLAN_IN_TIME': {
    de: 'In {seconds} s wurde kein Plan gefunden und nicht bewiesen, dass es keinen gibt. Geben Sie mehr Zeit.',
    en: 'Within {seconds} s no plan was found, and it was not proven that there is none. Allow more time.',
  },
  'PLANNING.CHECKER_REFUSES': { de: 'Der unabhängige Prüfer weist den Plan zurück; er wurde nicht gespeichert.', en: 'The independent checker refuses the plan; it was not stored.' },
};
