// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';

/** The key of pseudonyms; it comes from the environment and goes nowhere else. */
export const PSEUDONYM_KEY = Symbol('PSEUDONYM_KEY');

const LETTERS = 20;

/**
 * Makes names of machines that only whoever has the key can tell apart from guesses: the same machine gets the same name in every import.
 *
 * @source RFC 2104 (HMAC), with SHA-256; the first 80 bits as base 32, so that a collision among a million machines has a chance below 10⁻¹²
 */
export function pseudonymsWith(key: string): (host: string) => string {
  const known = new Map<string, string>();
  return (host) => {
    const name = host.toLowerCase();
    let pseudonym = known.get(name);
    if (pseudonym === undefined) known.set(name, (pseudonym = `host-${digestOf(key, `host ${name}`)}`));
    return pseudonym;
  };
}

/** Tells whether two imports used the same key, without telling the key. */
export function checkOf(key: string): string {
  return digestOf(key, 'check').slice(0, 8);
}

function digestOf(key: string, text: string): string {
  const bits = createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, (LETTERS * 5) / 8 + 1);
  let value = BigInt(`0x${bits.toString('hex')}`);
  let letters = '';
  for (let at = 0; at < LETTERS; at++, value >>= 5n) letters += 'abcdefghijklmnopqrstuvwxyz234567'[Number(value & 31n)];
  return letters;
}
