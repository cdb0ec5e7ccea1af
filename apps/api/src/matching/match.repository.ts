// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { describeProblem } from '#kernel';
import { compileMatcher, matchingMessages, normaliseTitleFamily, type KnownProduct, type MatchDecision, type Matcher, type TitleDecision } from '#matching';
import { Transactions } from '../platform/database/transactions.js';

/** A raw title as it is matched. */
export interface StoredTitle {
  readonly id: number;
  readonly raw: string;
  readonly vendor: string;
  readonly purl: string;
  readonly cpe: string;
}

/** Reads what matching knows, writes what it says. */
@Injectable()
export class MatchRepository {
  private compiled: { readonly state: string; readonly matcher: Matcher } | null = null;

  constructor(private readonly transactions: Transactions) {}

  /** The matcher for the catalogue and the decisions as they are in the running transaction. */
  async matcher(): Promise<Matcher> {
    const [row] = await this.transactions.query<{ state: string }>(
      `SELECT concat_ws(' ', (SELECT sha256 FROM catalogue_state), (SELECT count(*) || ':' || coalesce(max(id), 0) FROM product),
         (SELECT count(*) || ':' || coalesce(max(id), 0) || ':' || coalesce(max(decided_at)::text, '') FROM match_decision)) AS state`,
    );
    if (this.compiled?.state !== row!.state) this.compiled = { state: row!.state, matcher: compileMatcher({ products: await this.products(), decisions: await this.decisions() }) };
    return this.compiled!.matcher;
  }

  async titles(where: 'ALL' | { readonly ids: readonly number[] } | { readonly family: string }): Promise<StoredTitle[]> {
    const columns = 'SELECT t.id, t.raw, t.vendor, t.purl, t.cpe FROM title t';
    if (where === 'ALL') return this.transactions.query(`${columns} ORDER BY t.id`);
    if ('ids' in where) return this.transactions.query(`${columns} WHERE t.id = ANY($1) ORDER BY t.id`, [where.ids]);
    return this.transactions.query(`${columns} JOIN title_match m ON m.title_id = t.id WHERE m.family = $1 ORDER BY t.id`, [where.family]);
  }

  async write(matches: readonly { readonly title: StoredTitle; readonly match: MatchDecision; readonly byPerson: boolean }[]): Promise<void> {
    if (matches.length === 0) return;
    const rows = matches.map(({ title, match, byPerson }) => ({
      title_id: title.id,
      decision: match.decision,
      decided_by: byPerson ? 'PERSON' : 'RULE',
      role: match.role,
      product_id: match.productId,
      family: normaliseTitleFamily(title.raw),
      version: match.titleVersion ?? match.version,
      edition: match.edition,
      language: match.language,
      architecture: match.architecture,
      confidence01: match.confidence01,
      candidates: match.candidates,
      reasons: match.reasons.map((reason) => ({ code: reason.code, de: describeProblem(reason, matchingMessages, 'de'), en: describeProblem(reason, matchingMessages, 'en') })),
    }));
    await this.transactions.query(
      `INSERT INTO title_match (title_id, decision, decided_by, role, product_id, family, version, edition, language, architecture, confidence01, candidates, reasons)
       SELECT * FROM jsonb_to_recordset($1) AS r(title_id int, decision text, decided_by text, role text, product_id int, family text, version text, edition text,
         language text, architecture text, confidence01 real, candidates jsonb, reasons jsonb)
       ON CONFLICT (title_id) DO UPDATE SET decision = excluded.decision, decided_by = excluded.decided_by, role = excluded.role, product_id = excluded.product_id,
         family = excluded.family, version = excluded.version, edition = excluded.edition, language = excluded.language, architecture = excluded.architecture,
         confidence01 = excluded.confidence01, candidates = excluded.candidates, reasons = excluded.reasons`,
      [JSON.stringify(rows)],
    );
  }

  async keepDecision(decision: TitleDecision, actorId: number): Promise<void> {
    await this.transactions.query(
      `INSERT INTO match_decision (title, vendor, scope, product_id, actor_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (title, vendor, scope) DO UPDATE SET product_id = excluded.product_id, actor_id = excluded.actor_id, decided_at = clock_timestamp()`,
      [decision.title, decision.vendor ?? '', decision.scope, decision.productId, actorId],
    );
  }

  async productExists(id: number): Promise<boolean> {
    return (await this.transactions.query('SELECT FROM product WHERE id = $1', [id])).length > 0;
  }

  async matchOf(titleId: number): Promise<{ readonly decision: string; readonly productId: number | null; readonly family: string } | null> {
    const [row] = await this.transactions.query<{ decision: string; productId: number | null; family: string }>(
      'SELECT decision, product_id AS "productId", family FROM title_match WHERE title_id = $1 FOR UPDATE',
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

  private async products(): Promise<KnownProduct[]> {
    const rows = await this.transactions.query<Omit<KnownProduct, 'identifiers'> & { identifiers: Partial<KnownProduct['identifiers']> }>(
      `SELECT p.id, p.name, v.name AS "vendorName", coalesce(v.aliases, '{}') || coalesce((SELECT array_agg(x.a) FROM vendor o CROSS JOIN LATERAL unnest(o.aliases || o.name) AS x(a) WHERE o.merged_into_id = v.id), '{}') AS "vendorAliases",
         p.aliases, p.identifiers FROM product p LEFT JOIN vendor v ON v.id = p.vendor_id WHERE NOT p.retired ORDER BY p.key`,
    );
    return rows.map((row) => ({ ...row, identifiers: { purl: [], cpe: [], winget: [], debian: [], ...row.identifiers } }));
  }

  private async decisions(): Promise<TitleDecision[]> {
    return this.transactions.query(`SELECT title, nullif(vendor, '') AS vendor, scope, product_id AS "productId" FROM match_decision ORDER BY decided_at, id`);
  }
}
