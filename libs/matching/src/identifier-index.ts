// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { KnownProduct } from './knowledge.js';
import { packageKeys } from './package-name.js';

/** An identifier of the title that the catalogue lists. */
export interface IdentifierHit {
  readonly kind: 'purl' | 'cpe' | 'winget' | 'debian';
  readonly identifier: string;
  /** Ascending. */
  readonly productIds: readonly number[];
}

/** purl types of language libraries: a part of a program, never the product that it is called after. */
const LIBRARY_TYPES: ReadonlySet<string> = new Set('npm pypi maven nuget gem cargo golang composer cocoapods conan cran hackage hex pub swift cpan luarocks bower clojars julia'.split(' '));

/** Finds products by what registries call them. */
export interface IdentifierIndex {
  purl(purl: string): IdentifierHit | null;
  cpe(cpe: string): IdentifierHit | null;
  winget(id: string): IdentifierHit | null;
  debian(packageName: string): IdentifierHit | null;
}

export function buildIdentifierIndex(products: readonly KnownProduct[]): IdentifierIndex {
  const shortened = new Map<string, Set<number>>();
  const tables = { purl: new Map<string, Set<number>>(), cpe: new Map<string, Set<number>>(), winget: new Map<string, Set<number>>(), debian: new Map<string, Set<number>>() };
  for (const { id, identifiers } of products) {
    for (const purl of identifiers.purl) note(tables.purl, purlKey(purl), id);
    for (const cpe of identifiers.cpe) note(tables.cpe, cpeKey(cpe), id);
    for (const winget of identifiers.winget) note(tables.winget, winget.toLowerCase(), id);
    for (const name of identifiers.debian) note(tables.debian, name.toLowerCase(), id);
    for (const name of identifiers.debian) for (const key of packageKeys(name)) note(shortened, key, id);
  }
  const look = (kind: IdentifierHit['kind'], key: string | null): IdentifierHit | null => {
    const ids = key === null ? undefined : tables[kind].get(key);
    return ids === undefined || key === null ? null : { kind, identifier: key, productIds: [...ids].sort((a, b) => a - b) };
  };
  /** The very name as the catalogue lists it, else the most exact of the shortened ones. */
  const firstHit = (keys: readonly string[]): IdentifierHit | null => {
    for (const key of keys) {
      const ids = tables.debian.get(key) ?? shortened.get(key);
      if (ids !== undefined) return { kind: 'debian', identifier: key, productIds: [...ids].sort((a, b) => a - b) };
    }
    return null;
  };
  return {
    purl: (purl) => look('purl', purlKey(purl)) ?? firstHit(packageKeys(debianName(purl) ?? '')),
    cpe: (cpe) => look('cpe', cpeKey(cpe)),
    winget: (id) => look('winget', id.trim().toLowerCase()),
    debian: (name) => firstHit(packageKeys(name)),
  };
}

/** Whether a purl names a library of a programming language. */
export function isLibraryPurl(purl: string): boolean {
  return LIBRARY_TYPES.has(/^pkg:\/*([a-z0-9.+-]+)\//i.exec(purl.trim())?.[1]?.toLowerCase() ?? '');
}

function note(table: Map<string, Set<number>>, key: string | null, id: number): void {
  if (key !== null && key !== '') table.set(key, (table.get(key) ?? new Set<number>()).add(id));
}

/** Type, namespace and name, lower case, without version, qualifiers and subpath. */
function purlKey(purl: string): string | null {
  const match = /^pkg:\/*([^?#]+)/i.exec(purl.trim());
  if (match === null) return null;
  const path = match[1]!;
  const at = path.lastIndexOf('@');
  const bare = at > path.lastIndexOf('/') ? path.slice(0, at) : path;
  return bare.replace(/%40/g, '@').replace(/\/+$/, '').toLowerCase();
}

function debianName(purl: string): string | null {
  const key = purlKey(purl);
  return key !== null && /^(?:deb|rpm|apk)\//.test(key) ? key.slice(key.lastIndexOf('/') + 1) : null;
}

/** `vendor:product` of CPE 2.3, CPE 2.2, or as it stands; null where one of them is open (`*`, `-`). */
function cpeKey(cpe: string): string | null {
  const text = cpe.trim().toLowerCase().replace(/^cpe:2\.3:[aoh*]:|^cpe:\/[aoh]:/, '');
  const [vendor, product] = text.replace(/\\:/g, '\u0000').split(':');
  if (!vendor || !product || /^[*-]$/.test(vendor) || /^[*-]$/.test(product)) return null;
  return `${vendor}:${product}`.replace(/\\/g, '').replace(/\u0000/g, ':');
}
