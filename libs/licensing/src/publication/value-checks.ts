// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate } from '#kernel';
import { countryCodes, supportsAliases } from '../data/publiccode-vocabulary.js';
import { parseExpression } from '../expression/parse.js';
import { textThat, type Check } from './checks.js';

function parseUrl(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}

/** An absolute http or https address. */
export const url = textThat((value) => {
  const parsed = parseUrl(value);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.hostname !== '';
}, 'LICENSING.PUBLICCODE_URL');

/** Where source code lies: an address of any protocol (`https`, `ssh`, `git`, `svn`) with a host. */
export const repository = textThat((value) => isAddressWithHost(value), 'LICENSING.PUBLICCODE_REPOSITORY');

function isAddressWithHost(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+\S*$/i.test(value) && parseUrl(value) !== null;
}

/** An absolute URI: an address with a host, or a URN. @source RFC 2141 (URN syntax) */
export const uri = textThat((value) => isUrn(value) || isAddressWithHost(value), 'LICENSING.PUBLICCODE_URI');

function isUrn(value: string): boolean {
  return /^urn:(?!urn:)[a-z0-9][a-z0-9-]{1,31}:(?:[a-z0-9()+,\-.:=@;$_!*'/?#]|%[0-9a-f]{2})+$/i.test(value);
}

const ITALIAN_URN = /^urn:x-italian-pa:(.*)$/i;

/**
 * Who is behind the software. Codes of Italian administrations stand in an index that is not part of this program (AgID, indicepa.gov.it): any code of
 * a possible form is accepted.
 */
export const partyUri: Check = (value, path, report) => {
  uri(value, path, report);
  const code = typeof value === 'string' ? ITALIAN_URN.exec(value)?.[1] : undefined;
  if (code !== undefined && isUrn(value as string)) italianCode(code, path, report);
};

/** A code of an Italian administration, as far as its form shows it. */
export const italianCode = textThat((value) => /^[a-z0-9][a-z0-9_.-]{1,49}$/i.test(value), 'LICENSING.PUBLICCODE_ITALIAN_CODE');

export const date = textThat((value) => calendarDate(value) !== null, 'LICENSING.PUBLICCODE_DATE');

/** A date as text, or as the date object that some YAML readers make of it. */
export const dateLike: Check = (value, path, report) => date(value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value, path, report);

export const language = textThat(isLanguageTag, 'LICENSING.PUBLICCODE_LANGUAGE');

const names = (type: 'language' | 'script' | 'region'): Intl.DisplayNames => new Intl.DisplayNames(['en'], { type, fallback: 'none' });
const known = { language: names('language'), script: names('script'), region: names('region') };

/**
 * Whether a text is a BCP 47 language tag whose parts exist, with the shortest code of the language (`de`, not `deu`). Three-letter codes of languages
 * that have no two-letter one are taken by their form, for nobody's list of them is complete.
 *
 * @source RFC 5646 (BCP 47), sections 2.1 and 4.5
 */
export function isLanguageTag(value: string): boolean {
  if (/^x(-[a-z0-9]{1,8})+$/i.test(value)) return true;
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(value);
  } catch {
    return false;
  }
  const language = /^[a-z]{2,3}(?=-|$)/i.exec(value)?.[0].toLowerCase();
  if (language === undefined || (language.length === 3 && locale.language.length === 2)) return false;
  if (language.length === 2 && known.language.of(locale.language) === undefined) return false;
  return (locale.script === undefined || known.script.of(locale.script) !== undefined) && (locale.region === undefined || known.region.of(locale.region) !== undefined);
}

/** A country in capitals; in small letters it is accepted with a warning, mixed it is not. */
export const country: Check = (value, path, report) => {
  if (typeof value !== 'string') return report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'text' });
  if (countryCodes.has(value)) return;
  const isSmall = value === value.toLowerCase() && countryCodes.has(value.toUpperCase());
  report(isSmall ? 'LICENSING.PUBLICCODE_COUNTRY_CASE' : 'LICENSING.PUBLICCODE_COUNTRY', path, { value }, isSmall ? 'warning' : 'error');
};

export const mediaType = textThat((value) => /^(?:application|audio|font|image|message|model|multipart|text|video|chemical|x-[a-z-]+)\/[\w!#$&^.+-]+(?:\s*;.*)?$/i.test(value), 'LICENSING.PUBLICCODE_MEDIA_TYPE');

/** A picture: relative path or http address, ending in svg, svgz or png. */
export const logo = textThat((value) => isFileWith(value, /\.(?:svgz?|png)$/i), 'LICENSING.PUBLICCODE_LOGO');

/** A picture of the screen: relative path or http address, ending in png or jpg. */
export const screenshot = textThat((value) => isFileWith(value, /\.(?:png|jpe?g)$/i), 'LICENSING.PUBLICCODE_SCREENSHOT');

/** A file of the repository: relative path or http address. */
export const fileOrUrl = textThat((value) => isFileWith(value, /[^/]$/), 'LICENSING.PUBLICCODE_FILE');

function isFileWith(value: string, ending: RegExp): boolean {
  const address = /^https?:\/\//i.test(value) ? parseUrl(value) : null;
  return address === null ? isInsideRepository(value) && ending.test(value) : ending.test(address.pathname);
}

/** Whether a text is a relative path that does not lead out of the folder it starts from. */
export function isInsideRepository(value: string): boolean {
  return value.trim() !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(value) && !value.split(/[/\\]/).includes('..');
}

const VIDEO_HOSTS = /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly|ted\.com|twitch\.tv|media\.ccc\.de|peertube\.[a-z.]+|tube\.[a-z.-]+|video\.[a-z.-]+|vid\.[a-z.-]+)$/i;

/** A video that players embed: a page on a known video host, below its start page. */
export const video = textThat((value) => {
  const parsed = parseUrl(value);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && VIDEO_HOSTS.test(parsed.hostname) && parsed.pathname + parsed.search !== '/';
}, 'LICENSING.PUBLICCODE_VIDEO');

export const spdxExpression = textThat((value) => parseExpression(value).ok, 'LICENSING.PUBLICCODE_LICENSE');

/** What the software supports: an address, a URN, or `alias:` and a known short name. */
export const supported: Check = (value, path, report) => {
  if (typeof value === 'string' && value.startsWith('alias:')) {
    if (!supportsAliases.has(value.slice(6))) report('LICENSING.PUBLICCODE_ALIAS', path, { value });
    return;
  }
  uri(value, path, report);
};

export const phone: Check = (value, path, report) => {
  if (typeof value !== 'string' && typeof value !== 'number') return report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'text' });
  if (!/\d/.test(String(value))) report('LICENSING.PUBLICCODE_PHONE', path, { value });
};

/** A mailbox at a domain of at least two labels. */
export const email = textThat((value) => {
  const [local = '', domain = '', ...more] = value.split('@');
  const isLocal = /^[^\s@<>()[\]\\,;:"]{1,64}$/u.test(local) && !/^\.|\.\.|\.$/.test(local);
  return more.length === 0 && isLocal && /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(domain);
}, 'LICENSING.PUBLICCODE_EMAIL');
