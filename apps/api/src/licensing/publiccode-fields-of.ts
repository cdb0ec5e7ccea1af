// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PubliccodeDocument } from '#licensing';
import type { UpsertOwnSoftwareInput } from './own-software.types.js';

/** What was entered, under the names that it has in a `publiccode.yml`; what was left out stays undefined, what is taken away null. */
export function publiccodeFieldsOf(input: UpsertOwnSoftwareInput): PubliccodeDocument {
  const { texts, contacts, availableLanguages } = input;
  return {
    name: input.name,
    url: input.repositoryUrl,
    softwareVersion: input.softwareVersion,
    releaseDate: input.releasedOn,
    platforms: input.platforms,
    categories: input.categories,
    organisation: section({ name: input.organisationName, uri: input.organisationUri }),
    developmentStatus: input.developmentStatus,
    softwareType: input.softwareType,
    description: texts && Object.fromEntries(texts.map(({ language, ...text }) => [language, { ...text }])),
    legal: section({ license: input.license, mainCopyrightOwner: input.mainCopyrightOwner }),
    maintenance: section({ type: input.maintenanceType, contacts: contacts?.map(({ name, email }) => (email ? { name, email } : { name })) }),
    localisation: section({ localisationReady: availableLanguages && availableLanguages.length > 1, availableLanguages }),
  };
}

/** A section of which something was said; undefined where nothing was. */
function section(fields: PubliccodeDocument): PubliccodeDocument | undefined {
  return Object.values(fields).some((value) => value !== undefined) ? fields : undefined;
}
