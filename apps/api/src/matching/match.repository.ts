// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { describeProblem } from '#kernel';
import { matchingMessages, normaliseTitleFamily, vendorKey, type MatchDecision } from '#matching';
import { Transactions } from '../platform/database/transactions.js';

/** A raw title as it is matched. */
export interface StoredTitle {
  readonly id: number;
  readonly raw: string;
  readonly vendor: string;
  readonly purl: string;
  readonly cpe: string;
}

/** What is stored of a match beside the title. */
const COLUMNS = 'decision decided_by role product_id family vendor_key component_kind component_of_product_id version edition language architecture confidence01 candidates reasons'.split(' ');
const RESULT = COLUMNS.join(', ');
const qualified = (table: string): string => COLUMNS.map((name) => `${table}.${name}`).join(', ');

/** Reads titles, writes what they were recognised as. */
@Injectable()
export class MatchRepository {
  constructor(private readonly transactions: Transactions) {}

  async titles(where: 'ALL' | { readonly ids: readonly number[] } | { readonly family: string }): Promise<StoredTitle[]> {
    const columns = 'SELECT t.id, t.raw, t.vendor, t.purl, t.cpe FROM title t';
    if (where === 'ALL') return this.transactions.query(`${columns} ORDER BY t.id`);
    if ('ids' in where) return this.transactions.query(`${columns} WHERE t.id = ANY($1) ORDER BY t.id`, [where.ids]);
    return this.transactions.query(`${columns} JOIN title_match m ON m.title_id = t.id WHERE m.family = $1 ORDER BY t.id`, [where.family]);
  }

  /** @returns how many matches are other than before */
  async write(matches: readonly { readonly title: StoredTitle; readonly match: MatchDecision; readonly byPerson: boolean }[]): Promise<number> {
    if (matches.length === 0) return 0;
    const rows = matches.map(({ title, match, byPerson }) => ({
      title_id: title.id,
      decision: match.decision,
      decided_by: byPerson ? 'PERSON' : 'RULE',
      role: match.role,
      product_id: match.productId,
      family: normaliseTitleFamily(title.raw),
      vendor_key: vendorKey(title.vendor),
      component_kind: match.componentKind,
      component_of_product_id: match.componentOfProductId,
      version: match.titleVersion ?? match.version,
      edition: match.edition,
      language: match.language,
      architecture: match.architecture,
      confidence01: match.confidence01,
      candidates: match.candidates,
      reasons: match.reasons.map((reason) => ({ code: reason.code, de: describeProblem(reason, matchingMessages, 'de'), en: describeProblem(reason, matchingMessages, 'en') })),
    }));
    const changed = await this.transactions.query(
      `INSERT INTO title_match (title_id, ${RESULT})
       SELECT * FROM jsonb_to_recordset($1) AS r(title_id int, decision text, decided_by text, role text, product_id int, family text, vendor_key text, component_kind text, component_of_product_id int,
         version text, edition text, language text, architecture text, confidence01 real, candidates jsonb, reasons jsonb)
       ON CONFLICT (title_id) DO UPDATE SET (${RESULT}) = ROW (${qualified('excluded')}), revision = title_match.revision + 1
         WHERE (${qualified('title_match')}) IS DISTINCT FROM (${qualified('excluded')})
       RETURNING title_id`,
      [JSON.stringify(rows)],
    );
    return changed.length;
  }

  async productExists(id: number): Promise<boolean> {
    return (await this.transactions.query('SELECT FROM product WHERE id = $1 AND NOT retired', [id])).length > 0;
  }

  /** A product that is called so already, by this vendor or without one. */
  async productNamed(name: string, vendor: string | null): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number }>(
      'SELECT p.id FROM product p LEFT JOIN vendor v ON v.id = p.vendor_id WHERE NOT p.retired AND lower(p.name) = lower($1) AND ($2::text IS NULL OR v.name IS NULL OR lower(v.name) = lower($2)) ORDER BY p.id LIMIT 1',
      [name, vendor],
    );
    return row?.id ?? null;
  }

  async matchOf(titleId: number): Promise<{ readonly raw: string; readonly decision: string; readonly productId: number | null; readonly family: string; readonly revision: number; readonly firstCandidateId: number | null } | null> {
    const [row] = await this.transactions.query<{ raw: string; decision: string; productId: number | null; family: string; revision: number; firstCandidateId: number | null }>(
      'SELECT (SELECT t.raw FROM title t WHERE t.id = title_id) AS raw, decision, product_id AS "productId", family, revision, (candidates -> 0 ->> \'productId\')::int AS "firstCandidateId" FROM title_match WHERE title_id = $1 FOR UPDATE',
      [titleId],
    );
    return row ?? null;
  }

  /** Counts anew what lists show of products, from the counts of their titles. */
  async refreshProductUsage(): Promise<void> {
    await this.transactions.query(
      `INSERT INTO product_usage (product_id, titles, installations, register_entries, users)
       SELECT p.id, count(m.title_id) FILTER (WHERE u.installations > 0 OR u.register_entries > 0), coalesce(sum(u.installations), 0), coalesce(sum(u.register_entries), 0), sum(u.users)
       FROM product p LEFT JOIN title_match m ON m.product_id = p.id AND m.role = 'PRODUCT' LEFT JOIN title_usage u ON u.title_id = m.title_id GROUP BY p.id
       ON CONFLICT (product_id) DO UPDATE SET titles = excluded.titles, installations = excluded.installations, register_entries = excluded.register_entries, users = excluded.users
       WHERE (product_usage.titles, product_usage.installations, product_usage.register_entries, product_usage.users)
         IS DISTINCT FROM (excluded.titles, excluded.installations, excluded.register_entries, excluded.users)`,
    );
    await this.transactions.query('DELETE FROM product_department_usage');
    await this.transactions.query(
      `INSERT INTO product_department_usage (product_id, department_id, installations)
       SELECT m.product_id, u.department_id, sum(u.installations) FROM title_department_usage u JOIN title_match m ON m.title_id = u.title_id AND m.role = 'PRODUCT'
       WHERE m.product_id IS NOT NULL GROUP BY 1, 2`,
    );
  }

  async productNames(): Promise<ReadonlyMap<number, { readonly key: string; readonly name: string; readonly vendor: string | null }>> {
    const rows = await this.transactions.query<{ id: number; key: string; name: string; vendor: string | null }>(
      'SELECT p.id, p.key, p.name, v.name AS vendor FROM product p LEFT JOIN vendor v ON v.id = p.vendor_id',
    );
    return new Map(rows.map(({ id, ...names }) => [id, names]));
  }
}
