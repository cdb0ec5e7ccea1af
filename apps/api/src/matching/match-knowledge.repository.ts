// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { matcherOf, MATCHING_RULES, prepareProducts, type KnownProduct, type Matcher, type PreparedProducts, type TitleDecision } from '#matching';
import { Transactions } from '../platform/database/transactions.js';

/** Whoever changes what matching knows, or matches titles by it, waits here for his turn: no title is matched by half of a change. */
const MATCH_LOCK = 764_002;

/** What matching knows: rules, products with their names, what people decided. */
@Injectable()
export class MatchKnowledgeRepository {
  private prepared: { readonly state: string; readonly products: PreparedProducts } | null = null;
  private compiled: { readonly state: string; readonly matcher: Matcher } | null = null;

  constructor(private readonly transactions: Transactions) {}

  /** Held until the transaction ends; taken before anything is read. */
  async takeTurn(): Promise<void> {
    await this.transactions.query('SELECT pg_advisory_xact_lock($1)', [MATCH_LOCK]);
  }

  /** The matcher for the catalogue and the decisions as they are in the running transaction. */
  async matcher(): Promise<Matcher> {
    const { products, decisions } = await this.states();
    const state = `${products} ${decisions}`;
    if (this.prepared?.state !== products) this.prepared = { state: products, products: prepareProducts(await this.products()) };
    if (this.compiled?.state !== state) this.compiled = { state, matcher: matcherOf(this.prepared!.products, await this.decisions()) };
    return this.compiled!.matcher;
  }

  /** Whether all stored matches are those of today's knowledge; also where nothing was ever matched and there are no titles. */
  async isInStep(): Promise<boolean> {
    const [row] = await this.transactions.query<{ knowledge: string | null; matches: boolean }>('SELECT (SELECT knowledge FROM match_state) AS knowledge, EXISTS (SELECT FROM title_match) AS matches');
    return row!.knowledge === null ? !row!.matches : row!.knowledge === (await this.state());
  }

  /** Notes that all stored matches are those of today's knowledge. */
  async keepInStep(): Promise<void> {
    await this.transactions.query('INSERT INTO match_state (knowledge) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET knowledge = excluded.knowledge, replayed_at = now() WHERE match_state.knowledge <> excluded.knowledge', [await this.state()]);
  }

  /** A text that is another one whenever rules, products, vendors or decisions are. */
  private async state(): Promise<string> {
    const { products, decisions } = await this.states();
    return `${MATCHING_RULES} ${products} ${decisions}`;
  }

  private async states(): Promise<{ readonly products: string; readonly decisions: string }> {
    const [row] = await this.transactions.query<{ products: string; decisions: string }>(
      `SELECT md5(concat_ws(' ', (SELECT string_agg(md5(concat_ws(chr(1), p.id, p.name, p.vendor_id, p.aliases::text, p.identifiers::text)), '' ORDER BY p.id) FROM product p WHERE NOT p.retired),
           (SELECT string_agg(md5(concat_ws(chr(1), v.id, v.name, v.aliases::text, v.merged_into_id)), '' ORDER BY v.id) FROM vendor v))) AS products,
         md5(coalesce((SELECT string_agg(d.id::text, ',' ORDER BY d.id) FROM match_decision d WHERE d.undone_at IS NULL), '')) AS decisions`,
    );
    return row!;
  }

  private async products(): Promise<KnownProduct[]> {
    const rows = await this.transactions.query<Omit<KnownProduct, 'identifiers'> & { identifiers: Partial<KnownProduct['identifiers']> }>(
      `SELECT p.id, p.name, v.name AS "vendorName", coalesce(v.aliases, '{}') || coalesce((SELECT array_agg(x.a ORDER BY o.id) FROM vendor o CROSS JOIN LATERAL unnest(o.aliases || o.name) AS x(a) WHERE o.merged_into_id = v.id), '{}') AS "vendorAliases",
         p.aliases, p.identifiers FROM product p LEFT JOIN vendor v ON v.id = p.vendor_id WHERE NOT p.retired ORDER BY p.key`,
    );
    return rows.map((row) => ({ ...row, identifiers: { purl: [], cpe: [], winget: [], debian: [], ...row.identifiers } }));
  }

  private async decisions(): Promise<TitleDecision[]> {
    return this.transactions.query(`SELECT title, nullif(vendor, '') AS vendor, scope, kind, product_id AS "productId" FROM match_decision WHERE undone_at IS NULL ORDER BY id`);
  }
}
