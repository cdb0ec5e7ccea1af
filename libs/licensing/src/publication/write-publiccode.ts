// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { stringify } from 'yaml';

/** What a `publiccode.yml` of an administration's own software needs. */
export interface OwnSoftware {
  readonly name: string;
  readonly repositoryUrl: string;
  readonly license: string;
  readonly organisation: { readonly name: string; readonly uri: string };
  readonly mainCopyrightOwner?: string;
  readonly softwareVersion?: string;
  readonly releasedOn?: string;
  readonly platforms: readonly string[];
  readonly categories: readonly string[];
  readonly developmentStatus: string;
  readonly softwareType: string;
  readonly texts: readonly { readonly language: string; readonly shortDescription: string; readonly longDescription: string; readonly features: readonly string[] }[];
  readonly maintenance: { readonly type: 'internal' | 'community' | 'none'; readonly contacts: readonly { readonly name: string; readonly email?: string }[] };
  readonly availableLanguages: readonly string[];
}

/**
 * Writes a `publiccode.yml` (version 0) with fields in the standard's order; absent ones are left out. Whether it is valid says
 * {@link validatePubliccode}: texts of the wrong length are written as they are.
 */
export function writePubliccode(software: OwnSoftware): string {
  const { texts, maintenance } = software;
  const value = {
    publiccodeYmlVersion: '0',
    name: software.name,
    url: software.repositoryUrl,
    softwareVersion: software.softwareVersion,
    releaseDate: software.releasedOn,
    platforms: software.platforms,
    categories: software.categories.length > 0 ? software.categories : undefined,
    organisation: software.organisation,
    developmentStatus: software.developmentStatus,
    softwareType: software.softwareType,
    description: Object.fromEntries(texts.map(({ language, ...rest }) => [language, { localisedName: software.name, ...rest }])),
    legal: { license: software.license, mainCopyrightOwner: software.mainCopyrightOwner },
    maintenance: { type: maintenance.type, contacts: maintenance.contacts.length > 0 ? maintenance.contacts : undefined },
    localisation: { localisationReady: software.availableLanguages.length > 1, availableLanguages: software.availableLanguages },
  };
  return stringify(value, { lineWidth: 100, keepUndefined: false });
}
