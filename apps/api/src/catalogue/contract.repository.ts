// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';

/** A row of a table that people edit, by its column names. */
export type EditedRow = Readonly<Record<string, string | number | null>>;
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
  async find(table: EditedTable, number: string): Promise<(EditedRow & { readonly id: number; readonly revision: number }) | null> {
    const [row] = await this.transactions.query<{ row: EditedRow & { id: number; revision: number } }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE number = $1 FOR UPDATE`, [number]);
    return row?.row ?? null;
  }

  /** Adds the row, or replaces the one with its number; null where somebody else added it meanwhile. */
  async put(table: EditedTable, row: EditedRow, isNew: boolean): Promise<number | null> {
    const names = Object.keys(row);
    const values = names.map((_, index) => `$${index + 1}`).join(', ');
    const [stored] = await this.transactions.query<{ id: number }>(
      isNew
        ? `WITH w AS (INSERT INTO ${table} (${names.join(', ')}) VALUES (${values}) ON CONFLICT (number) DO NOTHING RETURNING id) SELECT id FROM w`
        : `WITH w AS (UPDATE ${table} SET (${names.join(', ')}, revision) = (${values}, revision + 1) WHERE number = $${names.indexOf('number') + 1} RETURNING id) SELECT id FROM w`,
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

  async putCount(row: EditedRow): Promise<number> {
    const names = Object.keys(row);
    const [stored] = await this.transactions.query<{ id: number }>(
      `WITH w AS (INSERT INTO usage_count (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
       ON CONFLICT (product_id, metric, version, site) DO UPDATE SET quantity = excluded.quantity, counted_on = excluded.counted_on, author = excluded.author RETURNING id) SELECT id FROM w`,
      Object.values(row),
    );
    return stored!.id;
  }
}
