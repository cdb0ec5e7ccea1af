// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { TitleDecision } from '#matching';
import { Transactions } from '../platform/database/transactions.js';

/** A decision as it is stored. */
export interface StoredDecision extends TitleDecision {
  readonly id: number;
  /** The decision made the product that it names. */
  readonly madeProduct: boolean;
  readonly isUndone: boolean;
}

/** A product that the catalogue lacks, as the person who decides names it. */
export interface NewProduct {
  readonly name: string;
  readonly vendor: string | null;
  readonly category: string;
  readonly isSpecialisedProcedure: boolean;
}

const COLUMNS = `id, title, nullif(vendor, '') AS vendor, scope, kind, product_id AS "productId", made_product AS "madeProduct", undone_at IS NOT NULL AS "isUndone"`;

/** Writes what people decide about titles; nothing is ever lost, an undone decision stays with its date. */
@Injectable()
export class MatchDecisionRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The newest decision that counts for this very title, vendor and scope. */
  async standing({ title, vendor, scope }: Pick<TitleDecision, 'title' | 'vendor' | 'scope'>): Promise<StoredDecision | null> {
    const [row] = await this.transactions.query<StoredDecision>(`SELECT ${COLUMNS} FROM match_decision WHERE title = $1 AND vendor = $2 AND scope = $3 AND undone_at IS NULL ORDER BY id DESC LIMIT 1`, [title, vendor ?? '', scope]);
    return row ?? null;
  }

  async find(id: number): Promise<StoredDecision | null> {
    const [row] = await this.transactions.query<StoredDecision>(`SELECT ${COLUMNS} FROM match_decision WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async keep(decision: TitleDecision, madeProduct: boolean, actorId: number): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>(
      'INSERT INTO match_decision (title, vendor, scope, kind, product_id, made_product, actor_id, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp()) RETURNING id',
      [decision.title, decision.vendor ?? '', decision.scope, decision.kind, decision.productId, madeProduct, actorId],
    );
    return row!.id;
  }

  async undo(id: number, actorId: number): Promise<void> {
    await this.transactions.query('UPDATE match_decision SET undone_at = clock_timestamp(), undone_by_id = $2 WHERE id = $1', [id, actorId]);
  }

  async categoryId(key: string): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number }>('SELECT id FROM category WHERE key = $1', [key]);
    return row?.id ?? null;
  }

  /** The keys that are most like what was given. */
  async categoriesLike(key: string): Promise<string[]> {
    return (await this.transactions.query<{ key: string }>("SELECT key FROM category ORDER BY similarity(concat_ws(' ', key, name_de, name_en), $1) DESC, key LIMIT 5", [key.slice(0, 200)])).map((row) => row.key);
  }

  /** An own product of the administration, and its vendor where nobody is called so yet. */
  async makeProduct(product: NewProduct, categoryId: number): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>(
      `INSERT INTO product (key, name, vendor_id, category_id, specialised_procedure, origin) VALUES ($1, $2, $3, $4, $5, 'OWN') RETURNING id`,
      [await this.freeKey('product', product.name), product.name, product.vendor === null ? null : await this.vendorId(product.vendor), categoryId, product.isSpecialisedProcedure],
    );
    return row!.id;
  }

  /** Whether somebody described the product in the catalogue since a decision made it: then it is no longer the decision's alone. */
  async isInCatalogue(id: number): Promise<boolean> {
    return (await this.transactions.query("SELECT FROM catalogue_entry e JOIN product p ON p.key = e.key WHERE e.entity = 'PRODUCT' AND p.id = $1", [id])).length > 0;
  }

  /** From here on matching no longer knows the product. */
  async retireProduct(id: number): Promise<void> {
    await this.transactions.query('UPDATE product SET retired = true WHERE id = $1', [id]);
  }

  /** A product that a decision made goes with it; where something else names it by now, it stays retired. */
  async removeProduct(id: number): Promise<void> {
    await this.transactions.query('SAVEPOINT remove_product');
    try {
      await this.transactions.query('UPDATE match_decision SET product_id = NULL WHERE product_id = $1 AND undone_at IS NOT NULL', [id]);
      await this.transactions.query("DELETE FROM product WHERE id = $1 AND origin = 'OWN'", [id]);
      await this.transactions.query('RELEASE SAVEPOINT remove_product');
    } catch (failure) {
      if ((failure as { code?: string }).code !== '23503') throw failure;
      await this.transactions.query('ROLLBACK TO SAVEPOINT remove_product');
    }
  }

  private async vendorId(name: string): Promise<number> {
    const [known] = await this.transactions.query<{ id: number }>('SELECT id FROM vendor WHERE lower(name) = lower($1) OR $1 = ANY(aliases) ORDER BY id LIMIT 1', [name]);
    if (known) return known.id;
    const [made] = await this.transactions.query<{ id: number }>("INSERT INTO vendor (key, name, origin) VALUES ($1, $2, 'OWN') RETURNING id", [await this.freeKey('vendor', name), name]);
    return made!.id;
  }

  /** The name as a key, with a number behind it where it is taken. */
  private async freeKey(table: 'product' | 'vendor', name: string): Promise<string> {
    const key = name.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80) || table;
    const taken = new Set((await this.transactions.query<{ key: string }>(`SELECT key FROM ${table} WHERE key = $1 OR key LIKE $2`, [key, `${key}-%`])).map((row) => row.key));
    if (!taken.has(key)) return key;
    let number = 2;
    while (taken.has(`${key}-${number}`)) number++;
    return `${key}-${number}`;
  }
}
