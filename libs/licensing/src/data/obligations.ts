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
  readonly usages: readonly ('internal' | 'distribution' | 'network' | 'publication')[];
}

const passedOn = ['distribution', 'publication'] as const;
const everyUse = ['internal', 'distribution', 'network', 'publication'] as const;
const copyleft = ['weak-copyleft', 'strong-copyleft', 'network-copyleft'] as const;

/** What classes of licenses ask for, by use, in the order of a checklist. The license text itself always has the last word. */
export const obligationRows: readonly ObligationRow[] = [
  { id: 'find-out-license', classes: ['unknown'], usages: everyUse, sentence: { de: 'Lizenztext beim Anbieter erfragen und prüfen lassen.', en: 'Ask the supplier for the license text and have it checked.' } },
  { id: 'keep-notices', classes: ['permissive', ...copyleft], usages: passedOn, sentence: { de: 'Lizenztext und Urheberhinweise beilegen.', en: 'Include the license text and the copyright notices.' } },
  { id: 'mark-changes', classes: [...copyleft], usages: passedOn, sentence: { de: 'Eigene Änderungen kenntlich machen.', en: 'Mark your own changes.' } },
  { id: 'source-of-component', classes: ['weak-copyleft'], usages: passedOn, sentence: { de: 'Quelltext des Bestandteils samt Änderungen unter derselben Lizenz bereitstellen.', en: 'Provide the source of the part with your changes under the same license.' } },
  { id: 'allow-exchange', classes: ['weak-copyleft'], usages: ['distribution'], sentence: { de: 'Austausch des Bestandteils durch eine andere Fassung nicht verhindern.', en: 'Do not prevent the part from being exchanged for another version.' } },
  { id: 'source-of-whole', classes: ['strong-copyleft', 'network-copyleft'], usages: passedOn, sentence: { de: 'Quelltext des ganzen Werks unter derselben Lizenz bereitstellen.', en: 'Provide the source of the whole work under the same license.' } },
  { id: 'source-for-users', classes: ['network-copyleft'], usages: ['network'], sentence: { de: 'Den Nutzenden des Dienstes den Quelltext der veränderten Fassung anbieten.', en: 'Offer the source of the changed version to the users of the service.' } },
  { id: 'respect-restriction', classes: ['source-available', 'non-commercial'], usages: everyUse, sentence: { de: 'Einschränkungen der Nutzung prüfen und ihre Einhaltung festhalten.', en: 'Check the restrictions of use and record that they are kept.' } },
  { id: 'buy-rights', classes: ['proprietary'], usages: everyUse, sentence: { de: 'Nutzungsrechte in ausreichender Zahl erwerben und nachhalten.', en: 'Buy enough rights of use and keep track of them.' } },
  { id: 'justify', classes: ['source-available', 'non-commercial', 'proprietary'], usages: everyUse, sentence: { de: 'Ausnahme vom Vorrang freier Software schriftlich begründen.', en: 'Give a written reason for the exemption from preferring free software.' } },
  { id: 'no-passing-on', classes: ['proprietary'], usages: passedOn, sentence: { de: 'Weitergabe nur mit Zustimmung des Herstellers.', en: "Pass on only with the vendor's consent." } },
];
