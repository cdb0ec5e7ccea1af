// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { KnownProduct } from '#matching';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly vendor?: string;
  readonly mergedInto?: string;
  readonly aliases?: readonly string[];
  readonly identifiers?: Partial<Record<'purl' | 'cpe' | 'winget' | 'debian', string[]>>;
}

/** A product of the catalogue that is delivered, as matching sees it, with its key and category. */
export interface DeliveredProduct extends KnownProduct {
  readonly key: string;
  readonly category: string;
}

/** All products of `database/catalogue`, numbered from 1. */
export function readDeliveredCatalogue(): DeliveredProduct[] {
  const folder = new URL('../../database/catalogue/', import.meta.url);
  const read = (file: string): { category?: string; vendors?: Entry[]; products?: Entry[] } => parse(readFileSync(new URL(file, folder), 'utf8'));
  const vendors = read('vendors.yaml').vendors ?? [];
  const files = readdirSync(new URL('products/', folder)).filter((file) => file.endsWith('.yaml')).map((file) => read(`products/${file}`));
  const entries = files.flatMap(({ category, products }) => (products ?? []).map((entry) => ({ category: category!, entry })));
  return entries.map(({ category, entry }, at) => {
    const vendor = vendors.find(({ id }) => id === entry.vendor);
    const merged = vendors.filter(({ mergedInto }) => mergedInto !== undefined && mergedInto === entry.vendor);
    return {
      id: at + 1,
      key: entry.id,
      category,
      name: entry.name,
      vendorName: vendor?.name ?? null,
      aliases: entry.aliases ?? [],
      vendorAliases: [...(vendor?.aliases ?? []), ...merged.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])],
      identifiers: { purl: entry.identifiers?.purl ?? [], cpe: entry.identifiers?.cpe ?? [], winget: entry.identifiers?.winget ?? [], debian: entry.identifiers?.debian ?? [] },
    };
  });
}
