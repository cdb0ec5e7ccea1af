// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';

/** What stands in the way of publishing own software. */
export type PublicationObstacle = 'LICENSE_UNDECIDED' | 'LICENSE_NOT_OPEN' | 'PART_REJECTED' | 'PART_UNCLEAR' | 'NO_PARTS_KNOWN' | 'NOT_PUBLISHED';

/** What to do about it, in plain words. */
export const publicationObstacles: Readonly<Record<PublicationObstacle, Readonly<Record<Language, string>>>> = {
  LICENSE_UNDECIDED: { de: 'Es ist noch nicht entschieden, unter welcher Lizenz veröffentlicht wird. Üblich ist die EUPL-1.2.', en: 'It is not decided yet under which license it is published. The EUPL-1.2 is usual.' },
  LICENSE_NOT_OPEN: { de: 'Die Lizenz ist nicht Open Source. Wählen Sie eine, die Nutzung zu jedem Zweck erlaubt.', en: 'The license is not open source. Choose one that permits use for every purpose.' },
  PART_REJECTED: { de: 'Mindestens ein Bestandteil verträgt sich nicht mit der Lizenz. Ersetzen Sie ihn oder wählen Sie eine andere Lizenz.', en: 'At least one part does not go together with the license. Replace it or choose another license.' },
  PART_UNCLEAR: { de: 'Von mindestens einem Bestandteil ist die Lizenz oder die Verträglichkeit nicht geklärt. Klären Sie das zuerst.', en: 'The license of at least one part, or whether it fits, is not settled. Settle that first.' },
  NO_PARTS_KNOWN: { de: 'Es ist nicht bekannt, woraus die Software besteht. Reichen Sie ihre Stückliste (SBOM) ein.', en: 'It is not known what the software consists of. Hand in its bill of materials (SBOM).' },
  NOT_PUBLISHED: { de: 'Der Quelltext ist nicht veröffentlicht. Nennen Sie die Adresse, sobald er öffentlich ist.', en: 'The source is not published. Name its address once it is public.' },
};
