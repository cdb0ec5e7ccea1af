// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, type CalendarDate } from '#kernel';
import { countryCodes, publiccodeVersions } from '../data/publiccode-vocabulary.js';
import { checkFields, isObject, type Field, type PubliccodeProblem, type Report } from './checks.js';
import { publiccodeFields } from './publiccode-fields.js';

/** Whether a `publiccode.yml` is valid, and what is to mend. */
export interface PubliccodeVerdict {
  /** No problem is an error; warnings leave it valid. */
  readonly valid: boolean;
  readonly problems: readonly PubliccodeProblem[];
}

/**
 * Validates a `publiccode.yml` (version 0 of the standard) that a YAML 1.2 reader has already read: fields, types, vocabularies, lengths as a reader
 * counts characters, addresses, dates, languages, countries, SPDX license. Sections of countries (`DE`, `FR`, …) other than Italy's are not looked into.
 * Whether addresses can be reached is not looked at: that takes the network.
 *
 * @param value what the YAML reader returned; anything but a mapping is one error
 * @param today day after which a release date is warned of; not looked at unless given
 */
export function validatePubliccode(value: unknown, today?: CalendarDate): PubliccodeVerdict {
  const problems: PubliccodeProblem[] = [];
  const report: Report = (code, path, facts = {}, severity = 'error') => {
    problems.push({ ...facts, code, path, severity });
  };
  if (!isObject(value)) {
    report('LICENSING.PUBLICCODE_TYPE', '', { expected: 'object' });
    return { valid: false, problems };
  }
  checkVersion(value['publiccodeYmlVersion'], report);
  checkFields(value, withCountries(value), '', report);
  if (Object.hasOwn(value, 'it') && Object.hasOwn(value, 'IT')) report('LICENSING.PUBLICCODE_TWICE', 'it', { field: 'IT' });
  const released = value['releaseDate'];
  if (today !== undefined && typeof released === 'string' && calendarDate(released) !== null && released > today) report('LICENSING.PUBLICCODE_FUTURE', 'releaseDate', { value: released }, 'warning');
  return { valid: problems.every((problem) => problem.severity === 'warning'), problems };
}

function checkVersion(given: unknown, report: Report): void {
  if (typeof given !== 'string' && typeof given !== 'number') return;
  const version = String(given);
  if (!publiccodeVersions.has(version)) report('LICENSING.PUBLICCODE_VERSION', 'publiccodeYmlVersion', { value: version });
  else if (version !== '0') report('LICENSING.PUBLICCODE_VERSION_OLD', 'publiccodeYmlVersion', { value: version }, 'warning');
}

/** The standard lets each country add a section under its code. */
function withCountries(value: Readonly<Record<string, unknown>>): Readonly<Record<string, Field>> {
  const sections = Object.keys(value).filter((name) => countryCodes.has(name) && !(name in publiccodeFields));
  const anything: Field = { check: () => undefined };
  return { ...publiccodeFields, ...Object.fromEntries(sections.map((name) => [name, anything])) };
}
