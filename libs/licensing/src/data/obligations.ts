// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { LicenseClass } from './license-row.js';

export interface Obligation {
  readonly id: string;
  readonly sentence: Readonly<Record<Language, string>>;
}

interface ObligationRow extends Obligation {
  readonly classes: readonly LicenseClass[];
  /** Families of ids that ask for it beside the classes: an id, or what it begins with where a `*` follows. */
  readonly licenses?: readonly string[];
  readonly usages: readonly ('internal' | 'distribution' | 'network' | 'publication')[];
}

const passedOn = ['distribution', 'publication'] as const;
const everyUse = ['internal', 'distribution', 'network', 'publication'] as const;
const copyleft = ['weak-copyleft', 'strong-copyleft', 'network-copyleft'] as const;

const gnu3 = ['GPL-3.0-*', 'AGPL-3.0-*', 'LGPL-3.0-*'];
const withAdvertising = ['BSD-4-Clause*', 'OpenSSL', 'Apache-1.0', 'Apache-1.1', 'PHP-3.0*', 'zlib-acknowledgement'];
const withPatents = ['Apache-2.0', 'MPL-*', 'EPL-*', 'CDDL-*', ...gnu3, 'EUPL-*', 'UPL-1.0', 'MS-PL', 'BSD-2-Clause-Patent'];

/**
 * What licenses ask for, by class and by family, by use, in the order of a checklist. The license text itself always has the last word.
 *
 * @source texts of the licenses named: Apache 2.0 §4, BSD clauses 3 and 4, GPL 2 §§1–3, GPL 3 §§4–6 and 10, AGPL 3 §13, LGPL 2.1 §6, LGPL 3 §4, MPL 2.0 §3, EPL 2.0 §3,
 *   EUPL 1.2 articles 1 and 5, CC BY 4.0 §3, OFL 1.1
 */
export const obligationRows: readonly ObligationRow[] = [
  { id: 'find-out-license', classes: ['unknown'], usages: everyUse, sentence: { de: 'Lizenztext beim Anbieter erfragen und prüfen lassen.', en: 'Ask the supplier for the license text and have it checked.' } },
  { id: 'keep-notices', classes: ['permissive', ...copyleft], usages: passedOn, sentence: { de: 'Lizenztext und Urheberhinweise beilegen.', en: 'Include the license text and the copyright notices.' } },
  { id: 'keep-notice-file', classes: [], licenses: ['Apache-2.0', 'ECL-2.0'], usages: passedOn, sentence: { de: 'Datei NOTICE des Bestandteils beilegen, wenn es eine gibt.', en: "Include the part's NOTICE file if it has one." } },
  { id: 'credit-author', classes: [], licenses: ['CC-BY-*', 'ODbL-1.0', 'DL-DE-BY-2.0', 'etalab-2.0'], usages: [...passedOn, 'network'], sentence: { de: 'Urheber, Quelle und Lizenz nennen und auf Änderungen hinweisen.', en: 'Name author, source and license, and point out changes.' } },
  { id: 'name-in-advertising', classes: [], licenses: withAdvertising, usages: passedOn, sentence: { de: 'Den vorgeschriebenen Hinweis in Werbung und Dokumentation aufnehmen.', en: 'Put the prescribed acknowledgement into advertising and documentation.' } },
  { id: 'no-endorsement', classes: [], licenses: ['BSD-3-Clause*', 'BSD-4-Clause*', 'Apache-2.0', 'PHP-3.0*', 'NCSA', 'ECL-2.0', 'AFL-*'], usages: passedOn, sentence: { de: 'Nicht mit den Namen der Urheber für das eigene Produkt werben.', en: "Do not advertise your own product with the authors' names." } },
  { id: 'reserved-font-name', classes: [], licenses: ['OFL-*'], usages: passedOn, sentence: { de: 'Veränderte Schriften umbenennen und die Schrift nicht für sich allein verkaufen.', en: 'Rename changed fonts, and do not sell the font by itself.' } },
  { id: 'mark-changes', classes: [...copyleft], licenses: ['Apache-2.0', 'ECL-2.0', 'Zlib'], usages: passedOn, sentence: { de: 'Eigene Änderungen kenntlich machen.', en: 'Mark your own changes.' } },
  { id: 'source-of-component', classes: ['weak-copyleft'], usages: passedOn, sentence: { de: 'Quelltext des Bestandteils samt Änderungen unter derselben Lizenz bereitstellen.', en: 'Provide the source of the part with your changes under the same license.' } },
  { id: 'allow-exchange', classes: ['weak-copyleft'], usages: ['distribution'], sentence: { de: 'Austausch des Bestandteils durch eine andere Fassung nicht verhindern.', en: 'Do not prevent the part from being exchanged for another version.' } },
  { id: 'source-of-whole', classes: ['strong-copyleft', 'network-copyleft'], usages: passedOn, sentence: { de: 'Quelltext des ganzen Werks unter derselben Lizenz bereitstellen.', en: 'Provide the source of the whole work under the same license.' } },
  { id: 'no-further-restrictions', classes: ['strong-copyleft', 'network-copyleft'], usages: passedOn, sentence: { de: 'Empfängern keine weiteren Einschränkungen auferlegen, auch nicht durch Vertrag oder Kopierschutz.', en: 'Put no further restrictions on recipients, neither by contract nor by copy protection.' } },
  { id: 'same-license-for-content', classes: [], licenses: ['CC-BY-SA-*', 'ODbL-1.0'], usages: passedOn, sentence: { de: 'Bearbeitungen unter derselben Lizenz weitergeben.', en: 'Pass adaptations on under the same license.' } },
  { id: 'installation-information', classes: [], licenses: gnu3, usages: ['distribution'], sentence: { de: 'Bei Geräten für Verbraucher mitliefern, was nötig ist, um eine veränderte Fassung aufzuspielen.', en: 'With devices for consumers, include what is needed to install a changed version.' } },
  { id: 'patent-peace', classes: [], licenses: withPatents, usages: passedOn, sentence: { de: 'Keine Patentklagen wegen der Software führen: die eigenen Patente werden mit lizenziert, oder das Nutzungsrecht erlischt.', en: 'Bring no patent claims over the software: your own patents are licensed along, or the right to use it ends.' } },
  { id: 'source-for-users', classes: ['network-copyleft'], usages: ['network'], sentence: { de: 'Den Nutzenden des Dienstes den Quelltext der veränderten Fassung anbieten.', en: 'Offer the source of the changed version to the users of the service.' } },
  { id: 'respect-restriction', classes: ['source-available', 'non-commercial'], usages: everyUse, sentence: { de: 'Einschränkungen der Nutzung prüfen und ihre Einhaltung festhalten.', en: 'Check the restrictions of use and record that they are kept.' } },
  { id: 'buy-rights', classes: ['proprietary'], usages: everyUse, sentence: { de: 'Nutzungsrechte in ausreichender Zahl erwerben und nachhalten.', en: 'Buy enough rights of use and keep track of them.' } },
  { id: 'justify', classes: ['source-available', 'non-commercial', 'proprietary'], usages: everyUse, sentence: { de: 'Ausnahme vom Vorrang freier Software schriftlich begründen.', en: 'Give a written reason for the exemption from preferring free software.' } },
  { id: 'no-passing-on', classes: ['proprietary'], usages: passedOn, sentence: { de: 'Weitergabe nur mit Zustimmung des Herstellers.', en: "Pass on only with the vendor's consent." } },
];
