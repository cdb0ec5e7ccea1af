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
  'PLANNING.SCENARIO_INVALID': { de: 'Das Szenario ist an der Stelle {path} ungültig: {reasonDe}.', en: 'The scenario is invalid at {path}: {reasonEn}.' },
  'PLANNING.SCENARIO_NAME_EMPTY': { de: 'Das Szenario hat keinen Namen. Geben Sie einen Namen mit höchstens {most} Zeichen an.', en: 'The scenario has no name. Give one of at most {most} characters.' },
  'PLANNING.UNKNOWN_DEPARTMENT': { de: '{path} nennt die Organisationseinheit „{department}“, die es nicht gibt. Verwenden Sie den Schlüssel aus „departments“.', en: '{path} names the department “{department}”, which does not exist. Use its key from “departments”.' },
  'PLANNING.OUT_CANCELLED': { de: '„{item}“ wurde abgesagt. Zum Einplanen den Status wieder auf „geplant“ setzen (setMigrationStatus).', en: '“{item}” was cancelled. To plan it, set its status back to “planned” (setMigrationStatus).' },
  'PLANNING.OUT_DONE': { de: '„{item}“ ist umgestellt; begonnen wurde am {since}, vor dem Planungszeitraum.', en: '“{item}” is done; it began on {since}, before the horizon.' },
  'PLANNING.OUT_UNDER_WAY': {
    de: '„{item}“ läuft seit {since}, also seit vor dem Planungszeitraum, und bleibt, wie es ist. Für den Rest sind {days:number} Personentage freigehalten.',
    en: '“{item}” has been under way since {since}, before the horizon, and stays as it is. {days:number} person-days are kept free for the rest.',
  },
  'PLANNING.LOCK_ON_BEGUN': { de: '{path} legt „{item}“ fest, das schon begonnen hat und bleibt, wo es ist. Lösen Sie diese Festlegung.', en: '{path} locks “{item}”, which has begun and stays where it is. Release this lock.' },
  'PLANNING.LOCKED_TWICE': { de: '{path} legt „{product}“ zum zweiten Mal fest. Streichen Sie eine der Festlegungen.', en: '{path} locks “{product}” for the second time. Remove one of the locks.' },
  'PLANNING.TOO_MANY_LOCKS': { de: 'Das sind {count} Festlegungen, möglich sind {most}.', en: 'These are {count} locks; {most} are possible.' },
  'PLANNING.FACTOR_OUT_OF_RANGE': { de: '{path} ist {value}, möglich ist 0 bis {most}; 0,8 heißt 20 % weniger.', en: '{path} is {value}, possible is 0 to {most}; 0.8 means 20 % less.' },
  'PLANNING.NO_SUCH_TEAM': { de: '{path} nennt das Team „{team}“, das das Szenario nicht hat. Es hat: {known}.', en: '{path} names the team “{team}”, which the scenario does not have. It has: {known}.' },
  'PLANNING.NO_BUDGET': { de: '{plan} hat in keiner Periode ein Budget; ohne Budget gibt es keine Kurve. Geben Sie im Szenario Budgets an.', en: '{plan} has no budget in any period; without one there is no curve. Give budgets in the scenario.' },
  'PLANNING.NOTHING_IN_FORCE': { de: 'Noch ist kein Plan in Kraft, mit dem verglichen werden kann. Setzen Sie zuerst einen in Kraft (putPlanInForce).', en: 'No plan is in force yet to compare with. Put one in force first (putPlanInForce).' },
  'PLANNING.PLAN_HAS_NO_WAVES': { de: '{plan} hat keine Wellen: seine Forderungen widersprechen sich. Lösen Sie die Widersprüche und planen Sie neu.', en: '{plan} has no waves: its demands contradict each other. Resolve the conflicts and plan again.' },
  'PLANNING.PLAN_MOVES_RUNNING': { de: '{plan} verschiebt oder streicht, was schon begonnen hat: {products}. Planen Sie neu; ein neuer Plan lässt es, wo es ist.', en: '{plan} moves or drops what has begun: {products}. Plan again; a new plan leaves it where it is.' },
  'PLANNING.STEP_NOT_POSSIBLE': { de: 'Von „{fromDe}“ führt kein Schritt zu „{toDe}“. Möglich ist: {possibleDe}.', en: 'There is no step from “{fromEn}” to “{toEn}”. Possible: {possibleEn}.' },
  'PLANNING.STEP_IN_FUTURE': { de: 'Der {on} liegt nach heute ({today}). Melden Sie den Schritt, wenn er getan ist.', en: '{on} is after today ({today}). Report the step when it is done.' },
  'PLANNING.STEP_BEFORE_START': { de: 'Der {on} liegt vor dem Beginn der Umstellung am {startedOn}.', en: '{on} is before the migration began on {startedOn}.' },
  'PLANNING.BLOCKERS_MISSING': { de: 'Was steht im Weg? Nennen Sie mindestens eine Baustelle in blockers.', en: 'What stands in the way? Name at least one thing in blockers.' },
  'PLANNING.BLOCKERS_UNEXPECTED': { de: 'Baustellen gehören nur zum Status „blockiert“, nicht zu „{statusDe}“. Lassen Sie blockers weg.', en: 'Blockers belong to the status “blocked” only, not to “{statusEn}”. Leave blockers out.' },
  'PLANNING.BLOCKER_INVALID': { de: '{path} ist leer, länger als {most} Zeichen oder eine von mehr als {count} Baustellen.', en: '{path} is empty, longer than {most} characters, or one of more than {count} blockers.' },
  'PLANNING.NOTE_TOO_LONG': { de: 'Die Notiz ist länger als {most} Zeichen. Bitte kürzen.', en: 'The note is longer than {most} characters. Please shorten it.' },
  'PLANNING.TARGET_NAME_EMPTY': { de: 'Das Fahrtziel hat keinen Namen. Geben Sie einen Namen mit höchstens {most} Zeichen an.', en: 'The target has no name. Give one of at most {most} characters.' },
  'PLANNING.GOAL_NO_SHARE': { de: '{measure} ist ein Anteil; {value} liegt nicht über 0 und höchstens bei 1. 0,4 heißt 40 %.', en: '{measure} is a share; {value} is not above 0 and at most 1. 0.4 means 40 %.' },
  'PLANNING.GOAL_NO_COUNT': { de: '{measure} ist eine Anzahl; {value} ist keine ganze Zahl ab 0. Geben Sie an, wie viele es höchstens sein sollen.', en: '{measure} is a count; {value} is no whole number from 0. Say how many there may be at most.' },
  'PLANNING.TARGET_DUE_IN_PAST': { de: 'Der {dueOn} liegt vor heute ({today}). Ein Fahrtziel braucht einen Tag, bis zu dem es erreicht werden kann.', en: '{dueOn} is before today ({today}). A target needs a day by which it can be reached.' },
  'PLANNING.TARGET_WITHDRAWN': { de: 'Das Fahrtziel „{name}“ ist zurückgezogen und wird nicht mehr geändert. Setzen Sie ein neues.', en: 'The target “{name}” is withdrawn and no longer changes. Set a new one.' },
  'PLANNING.REASON_MISSING': { de: 'Warum? Geben Sie einen Grund an; er bleibt mit dem Fahrtziel lesbar.', en: 'Why? Give a reason; it stays readable with the target.' },
  'PLANNING.NO_PLAN_IN_TIME': {
    de: 'In {seconds} s wurde kein Plan gefunden und nicht bewiesen, dass es keinen gibt. Geben Sie mehr Zeit.',
    en: 'Within {seconds} s no plan was found, and it was not proven that there is none. Allow more time.',
  },
  'PLANNING.CHECKER_REFUSES': { de: 'Der unabhängige Prüfer weist den Plan zurück; er wurde nicht gespeichert.', en: 'The independent checker refuses the plan; it was not stored.' },
};
