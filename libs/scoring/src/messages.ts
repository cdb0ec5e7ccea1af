// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences for every problem of this stage. */
export const scoringMessages: Messages = {
  'SCORING.FACT_OUT_OF_RANGE': {
    de: 'Die Angabe „{fact}“ hat den Wert „{value}“, der nicht möglich ist. Bitte korrigieren; erlaubt: {allowed} (leer: eine Zahl ab 0, ein Anteil von 0 bis 1 oder ein Tag JJJJ-MM-TT).',
    en: 'The fact “{fact}” has the value “{value}”, which is not possible. Please correct it; allowed: {allowed} (empty: a number from 0, a share from 0 to 1, or a day YYYY-MM-DD).',
  },
  'SCORING.INPUT_OUT_OF_SCALE': {
    de: 'Der Wert {value} für „{criterion}“ liegt außerhalb der Skala von {from} bis {to}. Bitte die Antwort prüfen.',
    en: 'The value {value} for “{criterion}” lies outside the scale from {from} to {to}. Please check the answer.',
  },
  'SCORING.INPUT_NOT_AN_INTERVAL': {
    de: 'Für „{criterion}“ ergeben {low}, {expected} und {high} kein Intervall. Der untere Wert darf nicht über dem oberen liegen, und alle müssen endliche Zahlen sein.',
    en: 'For “{criterion}”, {low}, {expected} and {high} are no interval. The lower value must not exceed the upper one, and all must be finite numbers.',
  },
  'SCORING.INPUT_MISSING': {
    de: 'Für das Kriterium „{criterion}“ fehlt die Eingabe. Auch Unbekanntes wird angegeben: als Intervall über die ganze Skala.',
    en: 'The input of the criterion “{criterion}” is missing. State the unknown too: as an interval over the whole scale.',
  },
  'SCORING.GATE_INPUT_MISSING': {
    de: 'Für die Bedingung „{gate}“ fehlt die Eingabe. Bitte JA, NEIN oder ausdrücklich „unbekannt“ angeben.',
    en: 'The input of the gate “{gate}” is missing. Please state yes, no, or explicitly unknown.',
  },
  'SCORING.INPUT_UNKNOWN': {
    de: 'Das Modell „{model}“ hat kein Kriterium „{input}“. Bitte die Eingaben für dieses Modell neu ableiten.',
    en: 'The model “{model}” has no criterion “{input}”. Please derive the inputs for this model again.',
  },
  'SCORING.SCALE_NEEDS_TWO_ANCHORS': {
    de: 'Die Skala von „{path}“ braucht mindestens zwei Ankerpunkte. Bitte ergänzen.',
    en: 'The scale of “{path}” needs at least two anchor points. Please add them.',
  },
  'SCORING.ANCHOR_OUT_OF_RANGE': {
    de: 'In der Skala von „{path}“ ist der Ankerpunkt {at} → {utility01} nicht möglich. Der Nutzen liegt zwischen 0 und 1; logarithmische Skalen brauchen Werte über 0.',
    en: 'In the scale of “{path}” the anchor {at} → {utility01} is not possible. Utility lies between 0 and 1; logarithmic scales need values above 0.',
  },
  'SCORING.ANCHORS_DO_NOT_RISE': {
    de: 'In der Skala von „{path}“ folgt der Ankerpunkt {at} nicht aufsteigend. Bitte die Ankerpunkte sortieren, jeden Wert einmal.',
    en: 'In the scale of “{path}” the anchor {at} does not rise. Please sort the anchors, each value once.',
  },
  'SCORING.SCALE_TURNS': {
    de: 'Die Skala von „{path}“ steigt und fällt. Der Nutzen darf nur steigen oder nur fallen.',
    en: 'The scale of “{path}” both rises and falls. Utility may only rise or only fall.',
  },
  'SCORING.WEIGHT_OUT_OF_RANGE': {
    de: 'Das Gewicht {weight} von „{criterion}“ liegt nicht zwischen 0 und 1. Bitte als Anteil angeben, 0,25 für 25 %.',
    en: 'The weight {weight} of “{criterion}” is not between 0 and 1. Please give it as a share, 0.25 for 25 %.',
  },
  'SCORING.WEIGHT_OUT_OF_BOUNDS': {
    de: 'Das Gewicht {weight} von „{criterion}“ liegt nicht in seinen Grenzen {min} bis {max}. Bitte Gewicht oder Grenzen anpassen.',
    en: 'The weight {weight} of “{criterion}” is not within its bounds {min} to {max}. Please adjust the weight or the bounds.',
  },
  'SCORING.WEIGHTS_DO_NOT_SUM_TO_ONE': {
    de: 'Die Gewichte der Achse {axis} ergeben {sum} statt 1. Bitte so anpassen, dass sie zusammen 1 (100 %) sind.',
    en: 'The weights of the axis {axis} sum to {sum} instead of 1. Please adjust them so that together they are 1 (100 %).',
  },
  'SCORING.LEVEL_OUT_OF_RANGE': {
    de: 'In „{path}“ fehlt eine Stufe, oder eine Stufe oder ein Faktor ist keine mögliche Zahl. Bitte endliche Zahlen angeben, Faktoren ab 0.',
    en: 'In “{path}” a level is missing, or a level or factor is not a possible number. Please give finite numbers, factors from 0.',
  },
  'SCORING.POINTS_DO_NOT_SUM_TO_100': {
    de: 'Die Teile von „{path}“ ergeben {sum} statt 100 Punkte. Bitte die Punkte anpassen.',
    en: 'The parts of “{path}” sum to {sum} points instead of 100. Please adjust the points.',
  },
  'SCORING.PRINCIPLE_UNKNOWN': {
    de: '„{criterion}“ nennt den Grundsatz „{principle}“, den das Modell nicht kennt. Bitte den Grundsatz aufnehmen oder den Verweis entfernen.',
    en: '“{criterion}” names the principle “{principle}”, which the model does not know. Please add the principle or remove the reference.',
  },
  'SCORING.ID_TWICE': {
    de: 'Die Kennung „{id}“ kommt mehrfach vor. Bitte jede Kennung einmal verwenden.',
    en: 'The id “{id}” occurs more than once. Please use every id once.',
  },
  'SCORING.SAMPLES_OUT_OF_RANGE': {
    de: '{samples} Stichproben sind nicht möglich. Bitte eine ganze Zahl von 1 bis {most} angeben.',
    en: '{samples} samples are not possible. Please give a whole number from 1 to {most}.',
  },
  'SCORING.PARAMETER_OUT_OF_RANGE': {
    de: 'Die Einstellung „{parameter}“ hat den Wert {value}, der nicht möglich ist. Erlaubt: {from} bis {to}.',
    en: 'The parameter “{parameter}” has the value {value}, which is not possible. Allowed: {from} to {to}.',
  },
  'SCORING.SETTING_UNKNOWN': {
    de: 'Die Einstellung „{setting}“ gibt es nicht. Es gibt: {allowed}.',
    en: 'There is no setting “{setting}”. There are: {allowed}.',
  },
  'SCORING.SETTING_NOT_A_RANGE': {
    de: 'Für die Einstellung „{setting}“ gehen {low} und {high} nicht zusammen: der untere Wert darf nicht über dem oberen liegen, und manche Einstellungen sind eine einzelne Zahl.',
    en: 'For the setting “{setting}”, {low} and {high} do not fit: the lower value must not exceed the upper one, and some settings are a single number.',
  },
  'SCORING.COMPARISONS_NOT_RECIPROCAL': {
    de: 'Der Vergleich in Zeile {row}, Spalte {column} hat den Wert {ratio}. Erlaubt sind 1/9 bis 9, und der umgekehrte Vergleich muss der Kehrwert sein.',
    en: 'The comparison in row {row}, column {column} has the value {ratio}. Allowed is 1/9 to 9, and the reverse comparison must be its reciprocal.',
  },
  'SCORING.COMPARISONS_INCONSISTENT': {
    de: 'Die Vergleiche widersprechen sich (Konsistenzverhältnis {ratio}, erlaubt unter 0,10). Bitte die Paare mit den größten Verhältnissen noch einmal prüfen.',
    en: 'The comparisons contradict each other (consistency ratio {ratio}, allowed below 0.10). Please look again at the pairs with the largest ratios.',
  },
  'SCORING.MODEL_INVALID': {
    de: 'Das Modell lässt sich nicht lesen: an der Stelle {path} stimmt die Form nicht ({reason}). Bitte dort korrigieren; eine Vorlage liefert scoringModels.',
    en: 'The model cannot be read: its form is wrong at {path} ({reason}). Please correct it there; scoringModels gives a template.',
  },
  'SCORING.FACT_UNKNOWN': {
    de: '„{path}“ liest die Angabe „{fact}“, die es nicht gibt. Ohne Eingabe lässt sich das Kriterium oder die Bedingung nie beantworten. Bitte eine bekannte Angabe eintragen.',
    en: '“{path}” reads the fact “{fact}”, which does not exist. Without an input the criterion or gate could never be answered. Please name a fact that is known.',
  },
  'SCORING.FACT_OF_WRONG_KIND': {
    de: '„{path}“ liest die Angabe „{fact}“, erwartet dort aber {expected}. Bitte eine passende Angabe oder eine andere Art der Messung wählen.',
    en: '“{path}” reads the fact “{fact}”, but expects {expected} there. Please choose a fact that fits, or another kind of measure.',
  },
  'SCORING.LEVEL_MISSING': {
    de: 'In „{path}“ fehlt die Stufe für die Antwort „{value}“ auf „{fact}“. Bitte jeder möglichen Antwort eine Stufe geben.',
    en: 'In “{path}” the level of the answer “{value}” to “{fact}” is missing. Please give every possible answer a level.',
  },
  'SCORING.CRITERION_UNKNOWN': {
    de: 'Das Modell „{model}“ hat kein Kriterium „{criterion}“. Es gibt: {allowed}.',
    en: 'The model “{model}” has no criterion “{criterion}”. There are: {allowed}.',
  },
  'SCORING.QUESTIONNAIRE_INVALID': {
    de: 'Der Fragebogen lässt sich nicht verwenden: an der Stelle {path} gilt: {reason}. Bitte dort korrigieren.',
    en: 'The questionnaire cannot be used: at {path}: {reason}. Please correct it there.',
  },
  'SCORING.ANSWER_OUT_OF_SCALE': {
    de: 'Auf „{question}“ ist die Antwort „{value}“ nicht möglich. Erlaubt: {allowed}.',
    en: 'The answer “{value}” to “{question}” is not possible. Allowed: {allowed}.',
  },
  'SCORING.SHEET_COLUMN_MISSING': {
    de: 'In der Tabelle fehlt die Spalte „{expected}“. Bitte den ausgegebenen Fragebogen verwenden und seine Kopfzeile stehen lassen.',
    en: 'The table lacks the column “{expected}”. Please use the questionnaire as it was handed out, with its header.',
  },
  'SCORING.SHEET_NOT_A_DAY': {
    de: '„{value}“ ist kein Tag. Bitte als 30.06.2027 oder 2027-06-30 angeben.',
    en: '“{value}” is no day. Please give it as 2027-06-30 or 30.06.2027.',
  },
  'SCORING.QUESTION_UNKNOWN': {
    de: 'Die Frage „{question}“ gibt es im Fragebogen nicht. Bitte die Kennung aus der Spalte „Frage (Kennung)“ oder aus der Abfrage questionnaires verwenden.',
    en: 'The questionnaire has no question “{question}”. Please use the id in the column “Question (id)” or from the query questionnaires.',
  },
  'SCORING.WRONG_MODEL': {
    de: 'Die Bewertung von „{candidate}“ gehört nicht zum Modell „{model}“. Bitte mit diesem Modell neu bewerten.',
    en: 'The score of “{candidate}” does not belong to the model “{model}”. Please score it again with this model.',
  },
};
