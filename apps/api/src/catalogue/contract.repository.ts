// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** A row of a table that people edit, by its column names. */
export type EditedRow = Readonly<Record<string, string | number | null>>;
/** As it is stored, with the revision that the next change replaces. */
export type StoredRow = EditedRow & { readonly id: number; readonly revision: number };
export type EditedTable = 'contract' | 'entitlement';

/** Where something that an input names by key is found. */
const NAMED = { Product: ['product', 'key'], Vendor: ['vendor', 'key'], Department: ['department', 'key'], Contract: ['contract', 'number'] } as const;
export type NamedType = keyof typeof NAMED;

/** Writes contracts, rights and counts; each row with the revision it replaces. */
@Injectable()
export class ContractRepository {
  constructor(private readonly transactions: Transactions) {}

  async idOf(type: NamedType, key: string): Promise<number | null> {
    const [table, column] = NAMED[type];
    const [row] = await this.transactions.query<{ id: number }>(`SELECT id FROM ${table} WHERE ${column} = $1`, [key]);
    return row?.id ?? null;
  }

  /** The row with this number, kept from others until the transaction ends. */
  async find(table: EditedTable, number: string): Promise<StoredRow | null> {
    const [row] = await this.transactions.query<{ row: StoredRow }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE number = $1 FOR UPDATE`, [number]);
    return row?.row ?? null;
  }

  /** Adds the row, or replaces the one with its number; null where somebody else added it meanwhile. */
  async put(table: EditedTable, row: EditedRow, isNew: boolean): Promise<number | null> {
    const names = Object.keys(row);
    const values = names.map((_, index) => `$${index + 1}`).join(', ');
    const [stored] = await this.transactions.query<{ id: number }>(
      isNew
        ? `WITH w AS (INSERT INTO ${table} (${names.join(', ')}) VALUES (${values}) ON CONFLICT (number) DO NOTHING RETURNING id) SELECT id FROM w`
        : `WITH w AS (UPDATE ${table} SET (${names.join(', ')}) = ROW (${values}) WHERE number = $${names.indexOf('number') + 1} RETURNING id) SELECT id FROM w`,
      Object.values(row),
    );
    return stored?.id ?? null;
  }

  async remove(table: EditedTable, id: number): Promise<void> {
    await this.transactions.query(`DELETE FROM ${table} WHERE id = $1`, [id]);
  }

  async rightsUnder(contractId: number): Promise<readonly string[]> {
    return (await this.transactions.query<{ number: string }>('SELECT number FROM entitlement WHERE contract_id = $1 ORDER BY number', [contractId])).map(({ number }) => number);
  }

  /** The count of the same, kept from others until the transaction ends. */
  async findCount({ product_id, metric, version, site }: EditedRow): Promise<StoredRow | null> {
    const [row] = await this.transactions.query<{ row: StoredRow }>(
      'SELECT to_jsonb(c) AS row FROM usage_count c WHERE product_id = $1 AND metric = $2 AND version IS NOT DISTINCT FROM $3 AND site IS NOT DISTINCT FROM $4 FOR UPDATE',
      [product_id, metric, version, site],
    );
    return row?.row ?? null;
  }

  /** Adds a count, or replaces the one with this id; null where somebody else added the same meanwhile. */
  async putCount(row: EditedRow, id: number | null): Promise<number | null> {
    if (id !== null) {
      await this.transactions.query('UPDATE usage_count SET quantity = $2, counted_on = $3, author = $4 WHERE id = $1', [id, row['quantity'], row['counted_on'], row['author']]);
      return id;
    }
    const names = Object.keys(row);
    const [stored] = await this.transactions.query<{ id: number }>(
      `WITH w AS (INSERT INTO usage_count (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
       ON CONFLICT (product_id, metric, version, site) DO NOTHING RETURNING id) SELECT id FROM w`,
      Object.values(row),
    );
    return stored?.id ?? null;
  }
}
