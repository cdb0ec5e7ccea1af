// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CatalogueEntries } from '../entry.js';
import { sameValue } from './statement.js';

/** One entry that is not as it was. */
export interface CatalogueChange {
  readonly change: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly entity: 'VENDOR' | 'CATEGORY' | 'PRODUCT';
  readonly id: string;
  readonly name: string;
  /** Fields that differ; empty for what was added or removed. */
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** Everything that differs between two catalogues: vendors, then categories, then products; removed entries last, each in the order of its catalogue. */
export function diffCatalogues(before: CatalogueEntries, after: CatalogueEntries): CatalogueChange[] {
  return [
    ...diffLists('VENDOR', before.vendors, after.vendors, ({ name }) => name),
    ...diffLists('CATEGORY', before.categories, after.categories, ({ names }) => names.de),
    ...diffLists('PRODUCT', before.products, after.products, ({ name }) => name),
  ];
}

function diffLists<T extends { readonly id: string }>(entity: CatalogueChange['entity'], before: readonly T[], after: readonly T[], nameOf: (entry: T) => string): CatalogueChange[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((entry): CatalogueChange[] => {
      const earlier = old.get(entry.id);
      if (earlier === undefined) return [{ change: 'ADDED', entity, id: entry.id, name: nameOf(entry), fields: [] }];
      if (earlier === entry) return [];
      const fields = fieldsThatDiffer(earlier as unknown as Plain, entry as unknown as Plain);
      return fields.length === 0 ? [] : [{ change: 'CHANGED', entity, id: entry.id, name: nameOf(entry), fields }];
    }),
    ...before.filter(({ id }) => !kept.has(id)).map((entry): CatalogueChange => ({ change: 'REMOVED', entity, id: entry.id, name: nameOf(entry), fields: [] })),
  ];
}

type Plain = Readonly<Record<string, unknown>>;

function fieldsThatDiffer(before: Plain, after: Plain): CatalogueChange['fields'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.filter((field) => !sameValue(before[field], after[field])).map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
