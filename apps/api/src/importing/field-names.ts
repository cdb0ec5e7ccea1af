// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** What an import may say about, and a person may set: entity → field as the interface names it → column and its type. */
export const CURATED_FIELDS = {
  Host: { department: ['department_id', 'int'] },
  Contract: {
    title: ['title', 'text'],
    product: ['product_id', 'int'],
    vendor: ['vendor_id', 'int'],
    vendorName: ['vendor_name', 'text'],
    department: ['department_id', 'int'],
    metric: ['metric', 'text'],
    seats: ['seats', 'int'],
    costPerYearCents: ['cost_per_year_cents', 'bigint'],
    startsOn: ['starts_on', 'date'],
    endsOn: ['ends_on', 'date'],
    noticePeriodMonths: ['notice_period_months', 'int'],
    noticePeriodDays: ['notice_period_days', 'int'],
    noticeTo: ['notice_to', 'text'],
    renewalMonths: ['renewal_months', 'int'],
  },
  Department: { name: ['name', 'text'], parent: ['parent_id', 'int'], users: ['users', 'int'], changeLoadLimit: ['change_load_limit', 'int'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly [column: string, type: string]>>>>;

export type CuratedEntity = keyof typeof CURATED_FIELDS;

/** Tables of the entities, and the column by which files name a row. */
export const TABLE_OF: Readonly<Record<CuratedEntity, { readonly table: string; readonly key: string }>> = {
  Host: { table: 'host', key: 'name' },
  Contract: { table: 'contract', key: 'number' },
  Department: { table: 'department', key: 'key' },
};

/** Fields of an entity with their columns. */
export function fieldsOf(entity: CuratedEntity): { readonly field: string; readonly column: string; readonly type: string }[] {
  return Object.entries(CURATED_FIELDS[entity] as Record<string, readonly [string, string]>).map(([field, [column, type]]) => ({ field, column, type }));
}
