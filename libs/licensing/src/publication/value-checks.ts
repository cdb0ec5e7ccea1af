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

/** An absolute URI: an address or a URN with something after its scheme. */
export const uri = textThat((value) => /^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/i.test(value) || (parseUrl(value) !== null && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value)), 'LICENSING.PUBLICCODE_URI');

export const date = textThat((value) => calendarDate(value) !== null, 'LICENSING.PUBLICCODE_DATE');

/** A date as text, or as the date object that some YAML readers make of it. */
export const dateLike: Check = (value, path, report) => date(value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value, path, report);

export const language = textThat(isLanguageTag, 'LICENSING.PUBLICCODE_LANGUAGE');

/** Whether a text is a well-formed BCP 47 language tag. */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
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
export const logo = textThat((value) => {
  const isAddress = /^https?:\/\//i.test(value);
  if (!isAddress && (/^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith('/') || value.split('/').includes('..'))) return false;
  if (isAddress && parseUrl(value) === null) return false;
  return /\.(?:svgz?|png)$/i.test(isAddress ? new URL(value).pathname : value);
}, 'LICENSING.PUBLICCODE_LOGO');

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
  if (typeof value !== 'string' && typeof value !== 'number') report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'text' });
};

export const email = textThat((value) => /^[^\s@]+@[^\s@]+$/.test(value), 'LICENSING.PUBLICCODE_EMAIL');
