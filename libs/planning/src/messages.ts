// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

const input: Messages = {
  'PLANNING.MISSING': { de: '{path} fehlt; erwartet wird: {expected}. Bitte ergänzen.', en: '{path} is missing; expected: {expected}. Please add it.' },
  'PLANNING.WRONG_TYPE': { de: '{path} ist {found}, erwartet wird {expected}. Bitte ändern.', en: '{path} is {found}, expected is {expected}. Please change it.' },
  'PLANNING.NOT_FINITE': { de: '{path} ist keine endliche Zahl. Bitte eine Zahl eintragen.', en: '{path} is not a finite number. Please enter a number.' },
  'PLANNING.NOT_WHOLE': { de: '{path} ist {value}, muss aber eine ganze Zahl sein. Bitte runden.', en: '{path} is {value} but must be a whole number. Please round it.' },
  'PLANNING.NEGATIVE': { de: '{path} ist {value}, darf aber nicht negativ sein. Bitte 0 oder mehr eintragen.', en: '{path} is {value} but must not be negative. Please enter 0 or more.' },
  'PLANNING.TOO_SMALL': { de: '{path} ist {value}, muss aber mindestens {least} sein.', en: '{path} is {value} but must be at least {least}.' },
  'PLANNING.TOO_LARGE': { de: '{path} ist {value}; gerechnet wird bis {limit}. Bitte Einheit prüfen (Cent, Tage).', en: '{path} is {value}; the planner takes up to {limit}. Please check the unit (cents, days).' },
  'PLANNING.SUM_TOO_LARGE': { de: 'Ab {path} übersteigt die Summe aller Beträge {limit:number}; sie wäre nicht mehr genau. Bitte Einheit prüfen (Cent) oder den Wert eines Punktes senken.', en: 'From {path} on the sum of all amounts exceeds {limit} and would no longer be exact. Please check the unit (cents) or lower the worth of a point.' },
  'PLANNING.EMPTY_TEXT': { de: '{path} ist leer. Bitte einen Namen eintragen.', en: '{path} is empty. Please enter a name.' },
  'PLANNING.NO_DATE': { de: '{path} ist kein Tag des Kalenders: {value}. Bitte als JJJJ-MM-TT angeben.', en: '{path} is not a day of the calendar: {value}. Please give it as YYYY-MM-DD.' },
  'PLANNING.PERIODS_NOT_IN_ORDER': { de: '{path} ({value}) liegt nicht nach {previous}. Bitte die Perioden zeitlich ordnen.', en: '{path} ({value}) is not after {previous}. Please put the periods in order.' },
  'PLANNING.NO_PERIODS': { de: 'Es gibt keine Periode, in der etwas geplant werden könnte. Bitte mindestens eine angeben.', en: 'There is no period in which anything could be planned. Please give at least one.' },
  'PLANNING.TOO_MANY': { de: '{path} hat {count} Einträge, möglich sind {limit}. Bitte aufteilen.', en: '{path} has {count} entries, at most {limit} are possible. Please split it.' },
  'PLANNING.TOO_MANY_STARTS': { de: 'Vorhaben mal Perioden ergeben {count} mögliche Starts, möglich sind {limit}. Bitte längere Perioden wählen oder Vorhaben zusammenfassen.', en: 'Items times periods give {count} possible starts, at most {limit} are possible. Please use longer periods or merge items.' },
  'PLANNING.BUDGET_MISSING': { de: '{path}: keine Periode hat ein Budget; ohne Budget gibt es keine Kurve. Bitte budgetCents angeben.', en: '{path}: no period has a budget; without one there is no curve. Please give budgetCents.' },
  'PLANNING.UNKNOWN_OBJECTIVE': { de: '{path} ist {value}; möglich sind value und makespan.', en: '{path} is {value}; possible are value and makespan.' },
  'PLANNING.UNKNOWN_ITEM': { de: '{path} nennt „{item}“, das es nicht gibt. Bitte Schreibweise prüfen oder das Vorhaben anlegen.', en: '{path} names "{item}", which does not exist. Please check the spelling or add the item.' },
  'PLANNING.UNKNOWN_TEAM': { de: '{path} nennt das Team „{team}“, für das keine Periode eine Kapazität angibt. Bitte Kapazität ergänzen.', en: '{path} names the team "{team}", for which no period states a capacity. Please add its capacity.' },
  'PLANNING.UNKNOWN_PERIOD': { de: '{path} nennt Periode {period}; die letzte ist {last} (gezählt ab 0).', en: '{path} names period {period}; the last one is {last} (counted from 0).' },
  'PLANNING.CAPACITY_MISSING': { de: 'In {path} fehlt die Kapazität von „{team}“, die {first} nennt. Bitte ergänzen; 0, wenn das Team nicht da ist.', en: '{path} lacks the capacity of "{team}" that {first} names. Please add it; 0 if the team is away.' },
  'PLANNING.DUPLICATE_ITEM': { de: '{path}: „{item}“ gibt es schon in {first}. Bitte eindeutige Kennungen vergeben.', en: '{path}: "{item}" already exists at {first}. Please give each item its own id.' },
  'PLANNING.NAMED_TWICE': { de: '{path} nennt „{item}“ zum zweiten Mal. Bitte eine Nennung streichen.', en: '{path} names "{item}" for the second time. Please remove one of them.' },
  'PLANNING.SELF_PRECEDENCE': { de: '{path}: „{item}“ kann nicht vor sich selbst kommen. Bitte die Abhängigkeit streichen.', en: '{path}: "{item}" cannot come before itself. Please remove the dependency.' },
  'PLANNING.EFFORT_LONGER_THAN_DURATION': { de: '{path} nennt Aufwand für {count} Perioden, das Vorhaben dauert {duration}. Bitte Dauer oder Aufwand ändern.', en: '{path} gives effort for {count} periods, the item lasts {duration}. Please change duration or effort.' },
  'PLANNING.LOCKS_CONTRADICT': { de: '{path} legt ein Vorhaben anders fest als {other}, obwohl beide durch ein Bündel oder einen Abhängigkeitskreis gemeinsam beginnen. Bitte eine Festlegung lösen.', en: '{path} locks an item differently from {other}, although a bundle or a dependency cycle makes both start together. Please release one lock.' },
};

const plan: Messages = {
  'PLANNING.NO_PLAN': { de: 'Die Datei enthält keinen Plan (Status {status}). Bitte neu planen.', en: 'The file holds no plan (status {status}). Please plan again.' },
  'PLANNING.PLAN_WITHOUT_WAVES': { de: 'Dem Plan fehlt die Liste waves. Bitte die Ausgabe von plan-file verwenden.', en: 'The plan lacks the list waves. Please use the output of plan-file.' },
  'PLANNING.WAVE_NOT_READABLE': { de: '{path} ist keine Welle mit period und items. Bitte die Ausgabe von plan-file verwenden.', en: '{path} is no wave with period and items. Please use the output of plan-file.' },
  'PLANNING.PLANNED_TWICE': { de: '{path}: „{item}“ ist schon in einer anderen Welle geplant. Bitte eine Nennung streichen.', en: '{path}: "{item}" is already planned in another wave. Please remove one of them.' },
  'PLANNING.STARTS_DIFFER': { de: 'Für „{item}“ widersprechen sich starts und waves. Bitte neu planen.', en: 'For "{item}" starts and waves contradict each other. Please plan again.' },
  'PLANNING.OUTSIDE_HORIZON': { de: '„{item}“ beginnt in Periode {period} und liegt nicht ganz im Planungszeitraum. Bitte früher beginnen.', en: '"{item}" starts in period {period} and does not fit into the horizon. Please start it earlier.' },
  'PLANNING.DEADLINE_MISSED': { de: '„{item}“ läuft über seine Frist (Periode {deadline}) hinaus. Bitte früher beginnen.', en: '"{item}" runs past its deadline (period {deadline}). Please start it earlier.' },
  'PLANNING.BLACKOUT_BROKEN': { de: '„{item}“ läuft in der gesperrten Periode {period}. Bitte verschieben.', en: '"{item}" runs in the blacked-out period {period}. Please move it.' },
  'PLANNING.BUDGET_EXCEEDED': { de: 'In Periode {period} werden {used:money} ausgegeben, da sind {limit:money}. Bitte etwas verschieben oder das Budget erhöhen.', en: 'Period {period} spends {used:money}, there are {limit:money}. Please move something or raise the budget.' },
  'PLANNING.CAPACITY_EXCEEDED': { de: 'In Periode {period} braucht {team} {used:number} Tage, da sind {limit:number}. Bitte etwas verschieben.', en: 'In period {period} {team} needs {used:number} days, there are {limit:number}. Please move something.' },
  'PLANNING.CHANGE_LOAD_EXCEEDED': { de: 'In Periode {period} trägt {department} eine Änderungslast von {used:number}, erlaubt sind {limit:number}. Bitte etwas verschieben.', en: 'In period {period} {department} bears a change load of {used:number}, allowed are {limit:number}. Please move something.' },
  'PLANNING.CYCLE_SPLIT': { de: '„{before}“ und „{after}“ hängen im Kreis voneinander ab und müssen zusammen beginnen. Bitte zusammenlegen oder eine Abhängigkeit streichen.', en: '"{before}" and "{after}" depend on each other in a cycle and must start together. Please put them together or remove a dependency.' },
  'PLANNING.PREDECESSOR_MISSING': { de: '„{after}“ ist geplant, „{before}“, auf dem es aufbaut, aber nicht. Bitte beide planen.', en: '"{after}" is planned but "{before}", which it builds on, is not. Please plan both.' },
  'PLANNING.ORDER_BROKEN': { de: '„{after}“ beginnt in Periode {start}, bevor „{before}“ (und der Abstand) vorbei ist. Bitte später beginnen.', en: '"{after}" starts in period {start}, before "{before}" (and the lag) is over. Please start it later.' },
  'PLANNING.BUNDLE_SPLIT': { de: 'Das Bündel {items} beginnt nicht gemeinsam. Bitte zusammenlegen.', en: 'The bundle {items} does not start together. Please put it together.' },
  'PLANNING.EXCLUSIVE_BROKEN': { de: 'Von {items} darf nur eines geplant sein. Bitte eines auswählen.', en: 'Only one of {items} may be planned. Please choose one.' },
  'PLANNING.LOCK_BROKEN': { de: '„{item}“ ist auf Periode {period} festgelegt. Bitte dort einplanen oder die Festlegung lösen.', en: '"{item}" is locked to period {period}. Please plan it there or release the lock.' },
  'PLANNING.REQUIRED_MISSING': { de: '„{item}“ muss geplant sein, ist es aber nicht. Bitte einplanen.', en: '"{item}" must be planned but is not. Please plan it.' },
  'PLANNING.TOO_MANY_CHANGES': { de: '{changed} Vorhaben weichen vom geltenden Plan ab, erlaubt sind {most}.', en: '{changed} items differ from the plan in force, allowed are {most}.' },
  'PLANNING.FIGURE_WRONG': { de: '{path} nennt {claimed}, richtig ist {right}. Bitte neu planen.', en: '{path} says {claimed}, right is {right}. Please plan again.' },
  'PLANNING.BOUND_CONTRADICTED': { de: 'Die Schranke {claimed} wird vom Plan selbst übertroffen ({right}); sie beweist nichts. Bitte neu planen.', en: 'The bound {claimed} is beaten by the plan itself ({right}); it proves nothing. Please plan again.' },
};

const reasons: Messages = {
  'PLANNING.OUT_BY_LOCK': { de: '„{item}“ ist bewusst ausgeschlossen. Zum Einplanen die Festlegung lösen.', en: '"{item}" is deliberately left out. To plan it, release the lock.' },
  'PLANNING.OUT_NO_START': { de: '„{item}“ hat keinen möglichen Beginn: Dauer, Frist, Sperrzeiten oder die eigene Größe lassen keine Periode übrig. Frist verlängern, Sperrzeit aufheben oder teilen.', en: '"{item}" has no possible start: duration, deadline, blackouts or its own size leave no period. Extend the deadline, lift a blackout or split it.' },
  'PLANNING.OUT_PREDECESSOR': { de: '„{item}“ baut auf „{before}“ auf, das nicht geplant ist. Dort ansetzen.', en: '"{item}" builds on "{before}", which is not planned. Start there.' },
  'PLANNING.OUT_EXCLUSIVE': { de: 'Statt „{item}“ ist „{chosen}“ gewählt; nur eines von beiden ist möglich.', en: '"{chosen}" is chosen instead of "{item}"; only one of them is possible.' },
  'PLANNING.OUT_NOT_WORTH_IT': { de: '„{item}“ kostet im Zeitraum mehr, als es bringt. Längerer Zeitraum, höherer Wert eines Punktes oder geringere Kosten ändern das.', en: '"{item}" costs more within the horizon than it brings. A longer horizon, a higher worth of a point or lower cost would change that.' },
  'PLANNING.OUT_BUDGET': { de: 'Für „{item}“ fehlen in Periode {period} {missing:money} Budget (frei: {free:money}, nötig: {needed:money}).', en: '"{item}" lacks {missing:money} of budget in period {period} (free: {free:money}, needed: {needed:money}).' },
  'PLANNING.OUT_TEAM': { de: 'Für „{item}“ fehlen {name} in Periode {period} {missing:number} Tage (frei: {free:number}, nötig: {needed:number}).', en: '"{item}" lacks {missing:number} days of {name} in period {period} (free: {free:number}, needed: {needed:number}).' },
  'PLANNING.OUT_DEPARTMENT': { de: '„{item}“ würde {name} in Periode {period} um {missing:number} überlasten (frei: {free:number}, nötig: {needed:number}).', en: '"{item}" would overload {name} in period {period} by {missing:number} (free: {free:number}, needed: {needed:number}).' },
  'PLANNING.OUT_CHANGES': { de: '„{item}“ wäre eine Änderung mehr am geltenden Plan, als erlaubt ist ({most}).', en: '"{item}" would be one change to the plan in force more than allowed ({most}).' },
  'PLANNING.LATE_BY_ORDER': { de: '„{item}“ kann vor Periode {earliest} nicht beginnen, weil „{before}“ dann erst fertig ist. Dort ansetzen.', en: '"{item}" cannot start before period {earliest}, because "{before}" is not done earlier. Start there.' },
  'PLANNING.OUT_NO_TIME_LEFT': { de: '„{item}“ würde passen, bringt den Plan aber nicht voran oder wurde in der Zeit nicht mehr eingefügt. Länger rechnen lassen.', en: '"{item}" would fit, but does not improve the plan or was not placed in the time given. Let it search longer.' },
};

const demands: Messages = {
  'PLANNING.DEMAND_CHANGES': { de: 'Höchstens {most} Änderungen am geltenden Plan. Mehr Änderungen zulassen.', en: 'At most {most} changes to the plan in force. Allow more changes.' },
  'PLANNING.DEMAND_ORDER': { de: '„{after}“ erst nach „{before}“ (Abstand {lag}). Abhängigkeit streichen oder Abstand kürzen.', en: '"{after}" only after "{before}" (lag {lag}). Remove the dependency or shorten the lag.' },
  'PLANNING.DEMAND_BUNDLE': { de: '{items} beginnen gemeinsam. Bündel auflösen.', en: '{items} start together. Dissolve the bundle.' },
  'PLANNING.DEMAND_EXCLUSIVE': { de: 'Nur eines von {items}. Mehr als eines zulassen.', en: 'Only one of {items}. Allow more than one.' },
  'PLANNING.DEMAND_OUT': { de: '„{item}“ bleibt außen vor. Festlegung lösen.', en: '"{item}" stays out. Release the lock.' },
  'PLANNING.DEMAND_LOCK': { de: '„{item}“ beginnt in Periode {period}. Festlegung lösen.', en: '"{item}" starts in period {period}. Release the lock.' },
  'PLANNING.DEMAND_BLACKOUT': { de: 'Periode {period} ist gesperrt. Sperre aufheben oder verlegen.', en: 'Period {period} is blacked out. Lift or move the blackout.' },
  'PLANNING.DEMAND_REQUIRED': { de: '„{item}“ muss geplant werden. Auf „kann“ setzen.', en: '"{item}" must be planned. Make it optional.' },
  'PLANNING.DEMAND_DEADLINE': { de: '„{item}“ ist spätestens in Periode {deadline} fertig. Frist verlängern.', en: '"{item}" is done by period {deadline} at the latest. Extend the deadline.' },
  'PLANNING.DEMAND_BUDGET': { de: 'Das Budget je Periode. Budget erhöhen oder umschichten.', en: 'The budget per period. Raise or shift the budget.' },
  'PLANNING.DEMAND_TEAM': { de: 'Die Kapazität von {team}. Kapazität erhöhen.', en: 'The capacity of {team}. Raise the capacity.' },
  'PLANNING.DEMAND_DEPARTMENT': { de: 'Die zulässige Änderungslast von {department}. Mehr Last zulassen.', en: 'The change load allowed for {department}. Allow more load.' },
  'PLANNING.DEMAND_HORIZON': { de: 'Der Planungszeitraum von {periods} Perioden ist zu kurz. Perioden anfügen.', en: 'The horizon of {periods} periods is too short. Add periods.' },
};

/** The sentence for every code of this stage, German and English. */
export const planningMessages: Messages = { ...input, ...plan, ...reasons, ...demands };
