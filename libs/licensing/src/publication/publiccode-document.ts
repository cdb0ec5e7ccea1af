// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parse, stringify } from 'yaml';
import { isObject } from './checks.js';
import { readPubliccode, type PubliccodeSurroundings } from './read-publiccode.js';
import type { PubliccodeVerdict } from './validate-publiccode.js';

/** A `publiccode.yml` as plain data, valid or not. */
export type PubliccodeDocument = Readonly<Record<string, unknown>>;

/** Keys in the order in which the standard lists them; others follow. */
const ORDER = ['publiccodeYmlVersion', 'name', 'applicationSuite', 'url', 'landingURL', 'isBasedOn', 'softwareVersion', 'releaseDate', 'logo', 'monochromeLogo', 'platforms', 'categories', 'organisation', 'usedBy', 'fundedBy', 'roadmap', 'developmentStatus', 'softwareType', 'intendedAudience', 'description', 'legal', 'maintenance', 'localisation', 'dependsOn'];

/** Reads a `publiccode.yml`: its verdict, and its content where it is valid (warnings are no hindrance), else null. */
export function parsePubliccode(bytes: Uint8Array, surroundings: PubliccodeSurroundings = {}): PubliccodeVerdict & { readonly document: PubliccodeDocument | null } {
  const verdict = readPubliccode(bytes, surroundings);
  if (!verdict.valid) return { ...verdict, document: null };
  const value: unknown = parse(new TextDecoder().decode(bytes), { version: '1.2', schema: 'core', merge: true, maxAliasCount: 100 });
  return { ...verdict, document: isObject(value) ? value : null };
}

/**
 * Puts fields over a document, section by section: objects are merged, everything else is replaced, `undefined` leaves what is there, null takes it away.
 */
export function mergePubliccode(document: PubliccodeDocument, over: PubliccodeDocument): PubliccodeDocument {
  const merged = new Map(Object.entries(document));
  for (const [key, value] of Object.entries(over)) {
    const before = merged.get(key);
    if (value === null) merged.delete(key);
    else if (value !== undefined) merged.set(key, isObject(value) ? mergePubliccode(isObject(before) ? before : {}, value) : value);
  }
  return Object.fromEntries(merged);
}

/** Writes a document as text, keys in the standard's order. Whether it is valid says {@link readPubliccode}. */
export function printPubliccode(document: PubliccodeDocument): string {
  const place = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  const entries = Object.entries({ publiccodeYmlVersion: '0', ...document }).sort(([a], [b]) => place(a) - place(b));
  return stringify(Object.fromEntries(entries), { lineWidth: 100, keepUndefined: false });
}

/** The key under which the register has own software unless it is given another: its name in small letters and digits, dashes for the rest; `software` where nothing of the name is left. */
export function ownSoftwareKeyOf(document: PubliccodeDocument): string {
  const plain = String(document['name']).toLowerCase().replaceAll('ß', 'ss').replace(/[äöü]/g, (letter) => `${letter.normalize('NFD')[0]}e`).normalize('NFD');
  return plain.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80) || 'software';
}
