// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Shorter ones would be found in ordinary words; no secret that we take is as short. */
const SHORTEST_SECRET = 6;
/** What is secret by its form: the password of an address, the token of a header, the value of a cookie. */
const BY_FORM: readonly (readonly [RegExp, string])[] = [
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*):[^\s/@"']+@/gi, '$1:…@'],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{6,}/gi, '$1 …'],
  [/("(?:authorization|cookie|set-cookie|password|secret|token)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, '$1"…"'],
];

/** Takes secrets out of a line, wherever in it they are: those that are known, as they are and as they stand in an address, and whatever looks like one. */
export function maskSecrets(secrets: readonly string[]): (line: string) => string {
  const known = [...new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]))].filter((secret) => secret.length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
  return (line) => {
    let masked = line;
    for (const secret of known) masked = masked.replaceAll(secret, '…');
    for (const [form, instead] of BY_FORM) masked = masked.replace(form, instead);
    return masked;
  };
}
