// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { developmentStatuses, maintenanceTypes, publiccodeCategories, publiccodeScopes, softwareTypes } from '../data/publiccode-vocabulary.js';
import { bool, isObject, list, object, oneOf, text, type Check, type Field } from './checks.js';
import { country, dateLike, email, fileOrUrl, isLanguageTag, italianCode, language, logo, mediaType, partyUri, phone, repository, screenshot, spdxExpression, supported, url, video } from './value-checks.js';

const required = (check: Check): Field => ({ check, isRequired: true });
const optional = (check: Check): Field => ({ check });
const deprecated = (check: Check, instead: string): Field => ({ check, deprecated: instead });

const isBasedOn: Check = (value, path, report) => (Array.isArray(value) ? list(repository)(value, path, report) : repository(value, path, report));

const localised = object({
  localisedName: optional(text()),
  genericName: deprecated(text(1, 35), ''),
  shortDescription: required(text(1, 150)),
  longDescription: required(text(150, 10_000)),
  documentation: optional(url),
  apiDocumentation: optional(url),
  features: required(list(text(), true)),
  screenshots: optional(list(screenshot)),
  videos: optional(list(video)),
  awards: optional(list(text())),
});

const description: Check = (value, path, report) => {
  if (!isObject(value)) return report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'object' });
  if (Object.keys(value).length === 0) report('LICENSING.PUBLICCODE_EMPTY', path);
  for (const [tag, texts] of Object.entries(value)) {
    if (!isLanguageTag(tag)) report('LICENSING.PUBLICCODE_LANGUAGE', `${path}.${tag}`, { value: tag });
    localised(texts ?? {}, `${path}.${tag}`, report);
  }
};

const contractor = object({ name: required(text()), until: required(dateLike), email: optional(email), website: optional(url) });
const contact = object({ name: required(text()), email: optional(email), affiliation: optional(text()), phone: optional(phone) });

const maintenanceFields = object({ type: required(oneOf(maintenanceTypes)), contractors: optional(list(contractor)), contacts: optional(list(contact)) });

/** Contractors belong to a contract and only there; a community or an own team needs contacts. */
const maintenance: Check = (value, path, report) => {
  maintenanceFields(value, path, report);
  if (!isObject(value)) return;
  const { type, contractors, contacts } = value;
  const has = (entries: unknown): boolean => Array.isArray(entries) && entries.length > 0;
  if (type === 'contract' && !has(contractors)) report('LICENSING.PUBLICCODE_MISSING', `${path}.contractors`, { field: 'contractors' });
  if ((type === 'community' || type === 'internal') && !has(contacts)) report('LICENSING.PUBLICCODE_MISSING', `${path}.contacts`, { field: 'contacts' });
  if (type !== 'contract' && has(contractors)) report('LICENSING.PUBLICCODE_CONTRACTORS', `${path}.contractors`, { value: type });
};

const dependency = object({ name: required(text()), versionMin: optional(text()), versionMax: optional(text()), version: optional(text()), optional: optional(bool) });
/** Who paid for or owns the software. */
const party = object({ name: optional(text()), uri: required(partyUri) });

const italy = object({
  countryExtensionVersion: optional(oneOf(new Set(['0.2', '1.0']))),
  conforme: deprecated(object({ lineeGuidaDesign: optional(bool), modelloInteroperabilita: optional(bool), misureMinimeSicurezza: optional(bool), gdpr: optional(bool) }), ''),
  riuso: deprecated(object({ codiceIPA: optional(italianCode) }), 'organisation.uri'),
  piattaforme: optional(object({ spid: optional(bool), pagopa: optional(bool), cie: optional(bool), anpr: optional(bool), io: optional(bool) })),
});

/**
 * Fields of a `publiccode.yml`, version 0, in the standard's order.
 *
 * @source publiccode.yml standard 0, https://yml.publiccode.tools (CC0-1.0)
 */
export const publiccodeFields: Readonly<Record<string, Field>> = {
  publiccodeYmlVersion: required(text()),
  name: required(text()),
  applicationSuite: optional(text()),
  url: required(repository),
  landingURL: optional(url),
  isBasedOn: optional(isBasedOn),
  softwareVersion: optional(text()),
  releaseDate: optional(dateLike),
  logo: optional(logo),
  monochromeLogo: deprecated(logo, 'logo'),
  inputTypes: deprecated(list(mediaType), ''),
  outputTypes: deprecated(list(mediaType), ''),
  platforms: required(list(text(), true)),
  categories: optional(list(oneOf(publiccodeCategories))),
  organisation: optional(party),
  usedBy: optional(list(text())),
  fundedBy: optional(list(party)),
  roadmap: optional(url),
  developmentStatus: required(oneOf(developmentStatuses)),
  softwareType: required(oneOf(softwareTypes)),
  intendedAudience: optional(object({ scope: optional(list(oneOf(publiccodeScopes))), countries: optional(list(country)), unsupportedCountries: optional(list(country)) })),
  description: required(description),
  legal: required(object({ license: required(spdxExpression), mainCopyrightOwner: optional(text()), repoOwner: deprecated(text(), 'organisation'), authorsFile: deprecated(fileOrUrl, '') })),
  maintenance: required(maintenance),
  localisation: required(object({ localisationReady: required(bool), availableLanguages: required(list(language, true)) })),
  dependsOn: optional(object({ open: optional(list(dependency)), proprietary: optional(list(dependency)), hardware: optional(list(dependency)) })),
  supports: optional(list(object({ id: required(supported), name: optional(text()), url: optional(url) }))),
  IT: optional(italy),
  it: deprecated(italy, 'IT'),
};
