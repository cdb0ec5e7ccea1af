// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licenseUrls } from '../data/license-urls.js';
import { readName } from './read-name.js';

const addresses = new Map(licenseUrls);

/** An address anywhere in a text. */
export const URL_PATTERN = /(?:https?|ftp):\s*\/\/[^\s<>"'`]+|\bwww\.[^\s<>"'`]+/gi;

const GNU_PAGES: Readonly<Record<string, string>> = { gpl: 'gpl 3', lesser: 'lgpl 3', lgpl: 'lgpl 3', agpl: 'agpl 3', fdl: 'gfdl 1.3', library: 'lgpl 2.0' };
const PREFIXES: readonly (readonly [RegExp, number])[] = [
  [/^(?:spdx\.org|opensource\.org|choosealicense\.com|licenses\.nuget\.org|opensource\.dev|tldrlegal\.com|api\.github\.com)\/(?:licen[sc]es?\/|l\/|license\/)?([^/]+)/, 1],
  [/^opensource\.org\/([a-z]+-license)$/, 1],
];

/**
 * Reads the address of a license text: known pages, and the naming schemes of spdx.org, opensource.org, creativecommons.org, gnu.org, apache.org,
 * mozilla.org, eclipse.org and choosealicense.com. An address names one text: of a GNU license that version alone.
 *
 * @returns the expressions it may stand for, or an empty list
 */
export function readUrl(url: string): readonly string[] {
  const full = url.toLowerCase().replace(/^(?:https?|ftp):\s*\/\//, '').replace(/^web\.archive\.org\/web\/\w+\/(?:https?:\/\/)?/, '').replace(/^www\./, '').replace(/[)\].,;:]+$/, '');
  const address = full.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const known = addresses.get(full) ?? addresses.get(address) ?? addresses.get(address.replace(/\.(?:html?|txt|php|md)$/, ''));
  if (known !== undefined) return [known];
  return creativeCommons(address) ?? gnu(address) ?? europe(address) ?? ofRepository(address) ?? named(address) ?? [];
}

function creativeCommons(address: string): readonly string[] | null {
  const license = /^creativecommons\.org\/licen[sc]es\/(by(?:-nc)?(?:-nd|-sa)?|sa|nc)\/(\d\.\d)(?:\/([a-z]{2,3}))?/.exec(address);
  if (license) return readName(`cc ${license[1]} ${license[2]} ${license[3] ?? ''}`, false)?.candidates ?? readName(`cc ${license[1]} ${license[2]}`, false)?.candidates ?? null;
  if (/^creativecommons\.org\/publicdomain\/zero/.test(address)) return ['CC0-1.0'];
  if (/^creativecommons\.org\/publicdomain\/mark/.test(address)) return ['CC-PDM-1.0'];
  return /^creativecommons\.org\/licen[sc]es\/publicdomain/.test(address) ? ['CC-PDDC'] : null;
}

function gnu(address: string): readonly string[] | null {
  const page = /^(?:gnu\.org|fsf\.org)\/(?:licen[sc]es|copyleft|licensing\/licenses)\/(?:old-licenses\/)?([a-z]+)(?:[-_]?v?(\d(?:\.\d)?))?/.exec(address);
  if (!page) return null;
  const name = page[2] === undefined ? GNU_PAGES[page[1] as string] : `${page[1]} ${page[2]}`;
  return name === undefined ? null : (readName(name, true)?.candidates ?? null);
}

/** The pages of the European Commission on the EUPL. */
function europe(address: string): readonly string[] | null {
  const minor = /^(?:joinup\.ec\.europa\.eu|interoperable-europe\.ec\.europa\.eu|eupl\.eu)\/.*?(?:eupl[-_]?(?:v|text-eupl-)?)?1[.-]?([012])(?:\D|$)/.exec(address)?.[1];
  return minor === undefined ? null : [`EUPL-1.${minor}`];
}

/** A license file inside a repository whose license we know. */
function ofRepository(address: string): readonly string[] | null {
  const repository = /^((?:raw\.githubusercontent|github|gitlab)\.com\/[^/]+\/[^/]+)\/.*licen[sc]e/.exec(address)?.[1];
  const known = repository === undefined ? undefined : addresses.get(repository);
  return known === undefined ? null : [known];
}

function named(address: string): readonly string[] | null {
  const steward = /^(?:apache\.org\/licenses\/(?:license-)?([\d.]+)|mozilla\.org\/(?:[a-z-]+\/)?(mpl)\/?(?:mpl-)?([\d.]*)|eclipse\.org\/(?:org\/documents|legal)\/(e[pd]l)-?v?(\d+)|cecill\.info\/licen[sc]es\/licence_(cecill(?:-[bc])?)_v([\d.]+))/.exec(address);
  if (steward) return readSteward(steward);
  for (const [pattern, group] of PREFIXES) {
    const slug = pattern.exec(address)?.[group]?.replace(/\.(?:html?|txt|php|json)$/, '').replace(/[-_]?licen[sc]e(?:[-_](?:txt|php|html))?$/, '');
    const reading = slug === undefined ? null : readName(slug.replace(/[-_]/g, ' '), true);
    if (reading?.method === 'name') return reading.candidates;
  }
  return null;
}

function readSteward(match: RegExpExecArray): readonly string[] | null {
  const [, apache, mozilla, mozillaVersion, eclipse, eclipseVersion, cecill, cecillVersion] = match;
  const text = apache ? `apache ${apache}` : mozilla ? `mpl ${mozillaVersion ?? ''}` : eclipse ? `${eclipse} ${[...(eclipseVersion ?? '')].join('.')}` : `${cecill} ${cecillVersion}`;
  return readName(text.replace(/\.+$/, ''), false)?.candidates ?? null;
}
