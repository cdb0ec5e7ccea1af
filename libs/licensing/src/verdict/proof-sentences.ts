// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { Reservation } from '../data/license-row.js';
import type { ProofReason } from './proof.js';

type Sentence = Readonly<Record<Language, string>>;

/** Why a step of a proof came out as it did, without the reservation. */
export const reasonSentences: Readonly<Record<ProofReason, Sentence>> = {
  OSI_APPROVED: { de: 'von der Open Source Initiative anerkannt', en: 'approved by the Open Source Initiative' },
  FSF_LIBRE: { de: 'von der Free Software Foundation als frei eingestuft', en: 'called free by the Free Software Foundation' },
  CLASS_IS_FREE: { de: 'erlaubt Nutzung zu jedem Zweck, Änderung und Weitergabe', en: 'grants use for every purpose, change and sharing' },
  CLASS_IS_NOT_FREE: { de: 'gewährt nicht alle Freiheiten (Nutzung zu jedem Zweck, Änderung, Weitergabe)', en: 'does not grant every freedom (use for every purpose, change, sharing)' },
  FSF_NOT_FREE: { de: 'von der Free Software Foundation als nicht frei eingestuft', en: 'called not free by the Free Software Foundation' },
  RESERVED: { de: 'schränkt eine der Freiheiten ein', en: 'limits one of the freedoms' },
  CLASS_UNKNOWN: { de: 'Lizenz noch nicht eingestuft; bitte Text prüfen lassen', en: 'license not classified yet; have its text checked' },
  REFERENCE_UNKNOWN: { de: 'verweist auf einen Text, den wir nicht kennen; bitte Lizenztext prüfen lassen', en: 'refers to a text we do not know; have the license text checked' },
  LATER_VERSION_IS_FREE: { de: 'eine spätere Version darf gewählt werden und ist frei', en: 'a later version may be chosen and is free' },
  EXCEPTION_ADDS_PERMISSION: { de: 'die Ausnahme fügt nur Erlaubnisse hinzu, es entscheidet die Lizenz', en: 'the exception only adds permissions, so the license decides' },
  ADDITION_UNKNOWN: { de: 'der Zusatz ist unbekannt und könnte einschränken', en: 'the addition is unknown and might restrict' },
  ALL_MUST_BE_ALLOWED: { de: 'alle Teile gelten zugleich (AND)', en: 'all parts apply at once (AND)' },
  ONE_MUST_BE_ALLOWED: { de: 'ein Teil darf gewählt werden (OR)', en: 'one part may be chosen (OR)' },
  NO_LICENSE: { de: 'es wurde keine Lizenz erteilt, alle Rechte vorbehalten', en: 'no license was granted, all rights reserved' },
  NO_ASSERTION: { de: 'über die Lizenz wurde nichts ausgesagt; bitte beim Anbieter erfragen', en: 'nothing is said about the license; ask the supplier' },
  CANDIDATES_AGREE: { de: 'mehrdeutig, aber alle Lesarten kommen zum selben Ergebnis', en: 'ambiguous, but all readings come to the same result' },
  CANDIDATES_DISAGREE: { de: 'mehrdeutig, und die Lesarten kommen zu verschiedenen Ergebnissen; bitte genaue Lizenz erfragen', en: 'ambiguous, and the readings come to different results; ask for the exact license' },
  TEXT_NOT_RECOGNISED: { de: 'als Lizenz nicht erkannt; bitte genauen Namen oder Lizenztext erfragen', en: 'not recognised as a license; ask for its exact name or text' },
};

/** What a reservation withholds. */
export const reservationSentences: Readonly<Record<Reservation, Sentence>> = {
  NON_COMMERCIAL: { de: 'nur nicht-kommerzielle Nutzung erlaubt', en: 'only non-commercial use is allowed' },
  NO_DERIVATIVES: { de: 'Änderungen dürfen nicht weitergegeben werden', en: 'changed versions may not be shared' },
  FIELD_OF_USE: { de: 'schließt bestimmte Verwendungszwecke aus, ist also nicht frei zu jedem Zweck', en: 'excludes certain purposes, so it is not free for every purpose' },
  COMPETING_USE: { de: 'verbietet bestimmte Angebote, etwa als Dienst oder im Wettbewerb zum Hersteller', en: 'forbids certain offers, such as a service or competition with the vendor' },
  SERVICE_SOURCE: { de: 'verlangt bei Angebot als Dienst die Offenlegung der gesamten Betriebsumgebung; von der OSI nicht anerkannt', en: 'demands the source of the whole service stack when offered as a service; not approved by the OSI' },
  PAID_DISTRIBUTION: { de: 'verbietet Verkauf oder entgeltliche Weitergabe', en: 'forbids selling or distribution for a fee' },
  BRANDING: { de: 'Markenzeichen des Herstellers dürfen nicht entfernt werden', en: "the vendor's branding may not be removed" },
  INVARIANT_SECTIONS: { de: 'enthält Abschnitte, die nicht geändert werden dürfen', en: 'has sections that may not be changed' },
  PROPRIETARY: { de: 'proprietär: Nutzung nur nach den Bedingungen des Herstellers', en: "proprietary: use only on the vendor's terms" },
  FREE_OF_CHARGE_ONLY: { de: 'kostenlos ist nicht frei: Änderung und Weitergabe sind nicht gewährt', en: 'free of charge is not free: change and sharing are not granted' },
  SOURCE_AVAILABLE_ONLY: { de: 'einsehbarer Quelltext ist nicht frei: Rechte daran sind nicht gewährt', en: 'visible source is not free: rights in it are not granted' },
  PERSONAL_USE_ONLY: { de: 'nur für den persönlichen Gebrauch, also nicht für eine Verwaltung', en: 'for personal use only, so not for an administration' },
  TRIAL_ONLY: { de: 'nur zum Ausprobieren kostenlos, danach kostenpflichtig', en: 'free of charge for trial only, then for a fee' },
};
