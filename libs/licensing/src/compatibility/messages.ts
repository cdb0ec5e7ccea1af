// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language, Messages } from '#kernel';
import type { CompatibilityReason } from './answer.js';

/** Why a pair of licenses fits or does not, for people who are no lawyers. */
export const compatibilitySentences: Readonly<Record<CompatibilityReason, Readonly<Record<Language, string>>>> = {
  SAME_LICENSE: { de: 'Beide stehen unter derselben Lizenz.', en: 'Both are under the same license.' },
  NOTICES_SUFFICE: { de: 'Es genügt, Urheberhinweise und Lizenztext beizulegen.', en: 'It suffices to include the copyright notices and the license text.' },
  STAYS_SEPARATE: { de: 'Der Bestandteil bleibt als eigene Dateien oder Bibliothek unter seiner Lizenz; das ist zulässig.', en: 'The part stays under its own license as separate files or library; that is permitted.' },
  OUTBOUND_IS_ACCEPTED: { de: 'Die Lizenz des Bestandteils lässt die Lizenz des Ganzen ausdrücklich zu.', en: "The part's license expressly accepts the license of the whole." },
  OUTBOUND_IS_NOT_ACCEPTED: { de: 'Die Lizenz des Bestandteils verlangt, dass das Ganze unter ihr steht. Ersetzen Sie den Bestandteil oder wählen Sie eine andere Lizenz für das Ganze.', en: "The part's license demands that the whole be under it. Replace the part or choose another license for the whole." },
  CONDITIONS_CONFLICT: { de: 'Die Bedingungen beider Lizenzen widersprechen sich. Ersetzen Sie den Bestandteil.', en: 'The conditions of both licenses contradict each other. Replace the part.' },
  DEPENDS_ON_NOTICE: { de: 'Zulässig nur, wenn der Hinweis des Bestandteils diese Lizenz als Zweitlizenz nennt; bitte dort nachsehen.', en: "Permitted only if the part's notice names this license as a secondary one; look there." },
  EACH_UNDER_ITS_OWN: { de: 'Beide dürfen verbunden werden, aber jeder Teil bleibt unter seiner Lizenz, und deren Pflichten im Netzbetrieb gelten für das Ganze. Lassen Sie prüfen, ob das gewollt ist.', en: 'Both may be combined, but each part stays under its own license, whose duties for network services reach the whole. Have it checked whether that is wanted.' },
  LINKING_EXCEPTION: { de: 'Eine Ausnahme erlaubt die Verbindung mit Software unter anderen Lizenzen.', en: 'An exception permits combining it with software under other licenses.' },
  NOT_OPEN_SOURCE: { de: 'Der Bestandteil ist nicht Open Source und darf nicht mit veröffentlicht werden.', en: 'The part is not open source and may not be published along.' },
  NOT_IN_TABLE: { de: 'Zu diesem Paar liegt keine Aussage vor; bitte rechtlich prüfen lassen.', en: 'Nothing is known about this pair; have it checked by a lawyer.' },
  NOT_RECOGNISED: { de: 'Die Lizenz wurde nicht eindeutig erkannt; bitte beim Anbieter erfragen.', en: 'The license was not recognised for certain; ask the supplier.' },
  ONE_CHOICE_FITS: { de: 'Eine der angebotenen Lizenzen passt; wählen Sie diese.', en: 'One of the licenses offered fits; choose it.' },
  NO_CHOICE_FITS: { de: 'Keine der angebotenen Lizenzen passt sicher.', en: 'None of the licenses offered fits for certain.' },
  ALL_PARTS: { de: 'Alle Teile passen.', en: 'All parts fit.' },
  MATRIX_CELL: { de: 'So steht es in der geladenen Verträglichkeitstabelle.', en: 'So says the loaded compatibility matrix.' },
  MATRIX_ASKS_FOR_CHECK: { de: 'Die Verträglichkeitstabelle verlangt eine Prüfung, wie die Teile voneinander abhängen.', en: 'The compatibility matrix asks to check how the parts depend on each other.' },
};

/** Sentences for the problems of reading a compatibility matrix. */
export const compatibilityMessages: Messages = {
  'LICENSING.MATRIX_EMPTY': { de: 'Die Datei ist leer. Laden Sie die Tabelle von OSADL als CSV oder JSON.', en: 'The file is empty. Load the matrix of OSADL as CSV or JSON.' },
  'LICENSING.MATRIX_UNREADABLE': { de: 'Die Datei ist keine Verträglichkeitstabelle von OSADL ({detail}). Erwartet wird deren CSV- oder JSON-Form.', en: 'The file is no compatibility matrix of OSADL ({detail}). Its CSV or JSON form is expected.' },
  'LICENSING.MATRIX_TOO_LARGE': { de: 'Die Datei ist zu groß für eine Verträglichkeitstabelle ({found}, höchstens {limit}). Laden Sie die Tabelle von OSADL neu.', en: 'The file is too large for a compatibility matrix ({found}, at most {limit}). Download the matrix of OSADL again.' },
  'LICENSING.MATRIX_NOT_SQUARE': { de: 'Bei {outbound} passt {license} nicht: Jede Lizenz braucht genau eine Zeile und eine Spalte. Wahrscheinlich ist die Datei unvollständig; laden Sie sie neu.', en: '{license} does not fit at {outbound}: every license needs exactly one row and one column. The file is probably incomplete; download it again.' },
  'LICENSING.MATRIX_ROW_LENGTH': { de: 'Zeile {line} ({license}) hat {found} statt {expected} Werte. Laden Sie die Datei neu.', en: 'Line {line} ({license}) has {found} values instead of {expected}. Download the file again.' },
  'LICENSING.MATRIX_LICENSE_TWICE': { de: '{license} kommt doppelt vor. Entfernen Sie eine der beiden Angaben.', en: '{license} appears twice. Remove one of the two.' },
  'LICENSING.MATRIX_CELL_UNKNOWN': { de: 'Der Wert „{cell}“ bei {license} ist unbekannt. Erlaubt sind Same, Yes, No, Unknown, Check dependency.', en: 'The value "{cell}" at {license} is unknown. Same, Yes, No, Unknown, Check dependency are allowed.' },
};
