// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences of scoring on the server, beside those of the library. */
export const serverMessages: Messages = {
  'SCORING.NOT_FOUND': {
    de: '„{id}“ wurde nicht gefunden (gesucht: {what}). Bitte Schlüssel oder Kennung prüfen.',
    en: '“{id}” was not found (looked for: {what}). Please check the key or id.',
  },
  'SCORING.CATALOGUE_CHANGED': {
    de: 'Während der Bewertung wurde der Katalog geändert: eine der bewerteten Alternativen gibt es nicht mehr. Bitte die Bewertung noch einmal starten.',
    en: 'The catalogue was changed while the scoring ran: one of the alternatives is gone. Please start the scoring again.',
  },
  'SCORING.VERSION_CHANGED': {
    de: '„{what}“ Version {version} ist schon gespeichert und lautet anders. Eine Version ändert sich nie: bitte die Version in der Datei erhöhen.',
    en: '“{what}” version {version} is stored already and reads differently. A version never changes: please raise the version in the file.',
  },
  'SCORING.MODEL_KEY_INVALID': {
    de: '„{key}“ ist kein möglicher Schlüssel für ein Modell. Bitte Kleinbuchstaben, Ziffern und Bindestriche verwenden, etwa musterstadt-2027.',
    en: '“{key}” is not a possible key of a model. Please use small letters, digits and hyphens, for example musterstadt-2027.',
  },
  'SCORING.MODEL_IS_SHIPPED': {
    de: 'Das Modell „{model}“ kommt mit dem Programm und wird nicht verändert. Bitte der Kopie einen eigenen Schlüssel geben.',
    en: 'The model “{model}” comes with the program and is not changed. Please give the copy a key of its own.',
  },
  'SCORING.NOT_OF_ONE_RUN': {
    de: '„{one}“ und „{other}“ gehören nicht zu demselben Lauf. Bitte zwei Kandidaten eines Laufs vergleichen; Läufe vergleicht compareScoringRuns.',
    en: '“{one}” and “{other}” do not belong to the same run. Please compare two candidates of one run; compareScoringRuns compares runs.',
  },
  'SCORING.SETTING_STATED_LATER': {
    de: 'Die Einstellung „{setting}“ ist auf den {setOn} datiert, heute ist der {today}. Bitte das Datum korrigieren.',
    en: 'The setting “{setting}” is dated {setOn}, today is {today}. Please correct the date.',
  },
  'SCORING.NO_CANDIDATES': {
    de: 'Es gibt keine Migrationskandidaten: kein erfasstes Produkt ist proprietär und hat eine bekannte offene Alternative. Lesen Sie zuerst ein Inventar ein (fahrplan import) oder bearbeiten Sie die Warteschlange der nicht erkannten Titel.',
    en: 'There are no migration candidates: no product in use is proprietary and has a known open alternative. Import an inventory first (fahrplan import), or work through the queue of titles that were not recognised.',
  },
  'SCORING.PRODUCT_GONE': {
    de: 'Das Produkt „{product}“ gibt es im Katalog nicht mehr; eine Antwort dazu würde nichts bewirken. Bitte das Nachfolgeprodukt nennen.',
    en: 'The product “{product}” is no longer in the catalogue; an answer about it would have no effect. Please name the product that took its place.',
  },
  'SCORING.SUBJECT_UNCLEAR': {
    de: 'Die Antwort auf „{question}“ braucht genau eines: ein Produkt oder eine Produktart.',
    en: 'The answer to “{question}” needs exactly one of the two: a product or an archetype.',
  },
  'SCORING.ALTERNATIVE_NOT_ASKED': {
    de: '„{question}“ fragt nach dem Produkt allein. Bitte die Alternative weglassen.',
    en: '“{question}” asks about the product alone. Please leave the alternative out.',
  },
  'SCORING.ALTERNATIVE_IS_PRODUCT': {
    de: '„{product}“ kann nicht seine eigene Alternative sein. Bitte eine andere nennen.',
    en: '“{product}” cannot be its own alternative. Please name another one.',
  },
  'SCORING.AUTHOR_MISSING': {
    de: 'Zu der Antwort auf „{question}“ fehlt, wer sie gibt. Bitte eine Stelle angeben (Spalte „Beantwortet von“), etwa „Fachverfahrensbetreuung“.',
    en: 'The answer to “{question}” does not say who gives it. Please name a position (column “Answered by”), for example “application support”.',
  },
  'SCORING.TEXT_TOO_LONG': {
    de: 'Ein Text ist länger als {most} Zeichen oder enthält Zeichen, die nicht möglich sind. Bitte kürzen.',
    en: 'A text is longer than {most} characters or holds characters that are not possible. Please shorten it.',
  },
  'SCORING.ANSWERED_MEANWHILE': {
    de: '„{question}“ hat inzwischen schon jemand beantwortet ({author}, {answeredOn}). Ihre Antwort wurde nicht gespeichert. Bitte die andere ansehen und noch einmal speichern, wenn Ihre gelten soll.',
    en: 'Somebody else has answered “{question}” meanwhile ({author}, {answeredOn}). Your answer was not kept. Please look at the other one, and save again if yours is to count.',
  },
  'SCORING.ANSWERED_LATER': {
    de: 'Die Antwort auf „{question}“ ist auf den {answeredOn} datiert, heute ist der {today}. Bitte das Datum korrigieren.',
    en: 'The answer to “{question}” is dated {answeredOn}, today is {today}. Please correct the date.',
  },
  'SCORING.VALIDITY_ENDS_BEFORE': {
    de: 'Die Antwort auf „{question}“ vom {answeredOn} soll nur bis {validUntil} gelten. Bitte einen späteren Tag angeben.',
    en: 'The answer to “{question}” of {answeredOn} is to count until {validUntil} only. Please give a later day.',
  },
  'SCORING.QUESTION_NOT_ASKED': {
    de: '„{question}“ wird nicht gefragt, weil „{because}“ so beantwortet ist, dass sie sich erübrigt. Bitte zuerst diese Antwort prüfen.',
    en: '“{question}” is not asked, because of the answer to “{because}”. Please check that answer first.',
  },
  'SCORING.TEXT_MISSING': {
    de: 'Es fehlt ein Text: {field}. Ohne ihn lässt sich die Entscheidung später nicht nachvollziehen.',
    en: 'A text is missing: {field}. Without it nobody can follow the decision later.',
  },
  'SCORING.EXEMPTION_ENDS_BEFORE': {
    de: 'Die Ausnahme gilt ab {grantedOn}, soll aber am {expiresOn} enden. Bitte einen späteren letzten Tag angeben.',
    en: 'The exemption holds from {grantedOn} but is to end on {expiresOn}. Please give a later last day.',
  },
  'SCORING.RECHECK_OUTSIDE': {
    de: 'Der Tag der Wiedervorlage ({recheckOn}) liegt nicht zwischen {grantedOn} und {expiresOn}. Bitte einen Tag dazwischen angeben.',
    en: 'The day of the re-check ({recheckOn}) does not lie between {grantedOn} and {expiresOn}. Please give a day between them.',
  },
  'SCORING.EXEMPTION_NOT_NEEDED': {
    de: '„{product}“ ist Open Source und braucht keine Ausnahme.',
    en: '“{product}” is open source and needs no exemption.',
  },
  'SCORING.EXEMPTION_REVOKED': {
    de: 'Die Ausnahme {id} wurde am {revokedOn} schon zurückgenommen.',
    en: 'The exemption {id} was taken back on {revokedOn} already.',
  },
  'SCORING.WEIGHED_LATER': {
    de: 'Die Abwägung ist auf den {weighedOn} datiert, heute ist der {today}. Bitte das Datum korrigieren.',
    en: 'The weighing is dated {weighedOn}, today is {today}. Please correct the date.',
  },
};
