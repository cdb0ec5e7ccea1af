// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicensePolicy } from './policy.js';

/** For procurement (Vergabe): open source passes, what is not needs a written reason (principle M1, comply or explain). */
export const beschaffung: LicensePolicy = {
  name: 'beschaffung',
  version: '1',
  rules: [
    { id: 'nicht-kommerziell', when: { class: ['non-commercial'] }, outcome: 'REJECTED', sentence: { de: 'Die Lizenz erlaubt nur private oder nicht-kommerzielle Nutzung; eine Verwaltung darf die Software so nicht einsetzen. Fragen Sie nach einer anderen Lizenz.', en: 'The license permits private or non-commercial use only; an administration may not use the software under it. Ask for another license.' } },
    { id: 'netz-copyleft-im-dienst', when: { verdict: ['ALLOWED'], class: ['network-copyleft'], usage: ['network', 'distribution'] }, outcome: 'REVIEW', sentence: { de: 'Open Source, aber wer die Software verändert und online anbietet oder weitergibt, muss den Quelltext bereitstellen. Klären Sie, wer das übernimmt.', en: 'Open source, but whoever changes the software and offers it online or passes it on has to provide the source. Settle who does that.' } },
    { id: 'copyleft-bei-weitergabe', when: { verdict: ['ALLOWED'], class: ['strong-copyleft'], usage: ['distribution'] }, outcome: 'REVIEW', sentence: { de: 'Open Source, aber bei Weitergabe muss das ganze Werk mit Quelltext unter dieselbe Lizenz. Klären Sie, ob das gewollt ist.', en: 'Open source, but when passed on the whole work has to go under the same license with its source. Settle whether that is wanted.' } },
    { id: 'open-source', when: { verdict: ['ALLOWED'] }, outcome: 'APPROVED', sentence: { de: 'Open Source: Die Software darf zu jedem Zweck genutzt, geprüft, geändert und weitergegeben werden.', en: 'Open source: the software may be used for every purpose, examined, changed and passed on.' } },
    { id: 'quelltext-nur-einsehbar', when: { class: ['source-available'] }, outcome: 'REVIEW', sentence: { de: 'Der Quelltext ist einsehbar, aber die Nutzung ist eingeschränkt; das ist nicht Open Source und braucht eine schriftliche Begründung.', en: 'The source is visible but use is restricted; this is not open source and needs a written reason.' } },
    { id: 'proprietaer-begruenden', when: { class: ['proprietary'] }, outcome: 'REVIEW', sentence: { de: 'Proprietäre Software: Prüfen Sie offene Alternativen und begründen Sie die Ausnahme schriftlich.', en: 'Proprietary software: look at open alternatives and give a written reason for the exemption.' } },
    { id: 'nicht-frei', when: { verdict: ['DENIED'] }, outcome: 'REVIEW', sentence: { de: 'Die Lizenz ist nicht Open Source, weil sie eine Nutzung ausschließt; sie braucht eine schriftliche Begründung.', en: 'The license is not open source because it excludes some use; it needs a written reason.' } },
    { id: 'unbekannt', when: { verdict: ['UNKNOWN'] }, outcome: 'REVIEW', sentence: { de: 'Die Lizenz ist nicht bekannt. Fragen Sie den Anbieter nach dem genauen Namen oder Text, bevor Sie beschaffen.', en: 'The license is not known. Ask the supplier for its exact name or text before you buy.' } },
  ],
};

/** For publishing own software under EUPL-1.2 (principle M2): each part must be open source and fit. */
export const veroeffentlichung: LicensePolicy = {
  name: 'veroeffentlichung',
  version: '1',
  outbound: 'EUPL-1.2',
  rules: [
    { id: 'nicht-open-source', when: { verdict: ['DENIED'] }, outcome: 'REJECTED', sentence: { de: 'Dieser Bestandteil ist nicht Open Source und darf nicht mit veröffentlicht werden. Ersetzen oder entfernen Sie ihn.', en: 'This part is not open source and may not be published along. Replace or remove it.' } },
    { id: 'unbekannt', when: { verdict: ['UNKNOWN'] }, outcome: 'REVIEW', sentence: { de: 'Die Lizenz dieses Bestandteils ist nicht bekannt. Klären Sie sie vor der Veröffentlichung.', en: 'The license of this part is not known. Settle it before you publish.' } },
    { id: 'unvertraeglich', when: { compatibility: ['INCOMPATIBLE'] }, outcome: 'REJECTED', sentence: { de: 'Die Lizenz dieses Bestandteils verträgt sich nicht mit der EUPL-1.2. Ersetzen Sie ihn oder veröffentlichen Sie unter einer Lizenz, die passt.', en: 'The license of this part does not go together with the EUPL-1.2. Replace it or publish under a license that fits.' } },
    { id: 'vertraeglich', when: { verdict: ['ALLOWED'], compatibility: ['COMPATIBLE'] }, outcome: 'APPROVED', sentence: { de: 'Dieser Bestandteil darf in Software enthalten sein, die unter der EUPL-1.2 veröffentlicht wird; Lizenztext und Urheberhinweise liegen bei.', en: 'This part may be in software that is published under the EUPL-1.2; include its license text and copyright notices.' } },
    { id: 'vertraeglichkeit-offen', when: { compatibility: ['UNKNOWN'] }, outcome: 'REVIEW', sentence: { de: 'Open Source, aber ob sich die Lizenz mit der EUPL-1.2 verträgt, ist nicht geklärt. Lassen Sie es prüfen.', en: 'Open source, but whether the license goes together with the EUPL-1.2 is not settled. Have it checked.' } },
  ],
};

/** The policies that come with the program, by name. */
export const readyPolicies: Readonly<Record<string, LicensePolicy>> = { beschaffung, veroeffentlichung };
