// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CatalogueAlternative, CatalogueEntries, CatalogueProduct, LayerKind } from '#catalogue';
import { answerLicense } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';

/** What is to be written, and where each product comes from. */
export interface EffectiveEntries extends CatalogueEntries {
  readonly originOf: (productId: string) => LayerKind;
  /** Layer of an alternative: that of the statement that names it, else of its product. */
  readonly alternativeOriginOf: (productId: string, alternativeId: string) => LayerKind;
}

/** Writes what all layers together say; reads of the interface see nothing else. */
@Injectable()
export class CatalogueRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly source: DataSource,
  ) {}

  /** @param changed entries to write; their references may lead to entries that are there already, and are left open where they lead nowhere */
  async write(changed: EffectiveEntries): Promise<void> {
    await this.writeVendors(changed);
    await this.writeCategories(changed);
    await this.writeLicenses(changed.products.map((product) => product.license));
    await this.writeProducts(changed);
    await this.writeReleaseCycles(changed.products);
    await this.writeAlternatives(changed);
  }

  /** Takes products out of the lists that the catalogue no longer has; whatever is stored about them stays. What a standing decision about a title made is no part of any layer and stays too. */
  async retireAllBut(productIds: readonly string[]): Promise<void> {
    await this.transactions.query('UPDATE product p SET retired = true WHERE NOT p.retired AND NOT (p.key = ANY($1)) AND NOT EXISTS (SELECT FROM match_decision d WHERE d.product_id = p.id AND d.made_product AND d.undone_at IS NULL)', [productIds]);
  }

  /** Says of products that something about them is not as it was. */
  async countRevisions(keys: readonly string[]): Promise<void> {
    await this.transactions.query('UPDATE product SET revision = revision + 1 WHERE key = ANY($1)', [keys]);
  }

  /** Of a product that is listed, whether the catalogue describes it or a decision about a title made it. */
  async revisionOf(key: string): Promise<number | null> {
    const [row] = await this.transactions.query<{ revision: number }>('SELECT revision FROM product WHERE key = $1 AND NOT retired FOR UPDATE', [key]);
    return row?.revision ?? null;
  }

  /** Whether any inventory has named anything yet. */
  async hasTitles(): Promise<boolean> {
    const [row] = await this.transactions.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM title) AS any');
    return row?.any === true;
  }

  /** The key behind a global id; a text that is none is the key itself. */
  async keyOf(keyOrId: string): Promise<string> {
    const id = /^Product:(\d{1,9})$/.exec(keyOrId)?.[1];
    if (id === undefined) return keyOrId;
    const [row] = await this.source.query('SELECT key FROM product WHERE id = $1', [Number(id)]);
    return (row as { key: string } | undefined)?.key ?? keyOrId;
  }

  async idOf(key: string): Promise<number | null> {
    const [row] = await this.source.query('SELECT id FROM product WHERE key = $1', [key]);
    return (row as { id: number } | undefined)?.id ?? null;
  }

  /** Makes sure that each expression has its row with verdict and proof. */
  async writeLicenses(expressions: readonly string[]): Promise<void> {
    const rows = [...new Set(expressions)].map((text) => {
      const answer = answerLicense(text);
      return { expression: text, verdict: answer.verdict, class: answer.class, osi_approved: answer.osiApproved, fsf_libre: answer.fsfLibre, proof: answer.proof };
    });
    await this.insert(
      rows,
      `INSERT INTO license (expression, verdict, class, osi_approved, fsf_libre, proof)
       SELECT expression, verdict, class, osi_approved, fsf_libre, coalesce(proof, '{}') FROM jsonb_to_recordset($1)
         AS r(expression text, verdict text, class text, osi_approved boolean, fsf_libre boolean, proof jsonb)
       ON CONFLICT (expression) DO UPDATE SET verdict = excluded.verdict, class = excluded.class, osi_approved = excluded.osi_approved,
         fsf_libre = excluded.fsf_libre, proof = excluded.proof`,
    );
  }

  private async writeVendors({ vendors }: CatalogueEntries): Promise<void> {
    await this.insert(
      vendors.map(({ id, name, country, aliases, mergedInto }) => ({ key: id, name, country, aliases, merged_into: mergedInto })),
      `WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r(key text, name text, country text, aliases text[], merged_into text))
       INSERT INTO vendor (key, name, country, aliases) SELECT key, name, country, aliases FROM r
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, country = excluded.country, aliases = excluded.aliases`,
    );
    await this.insert(
      vendors.map(({ id, mergedInto }) => ({ key: id, merged_into: mergedInto })),
      `UPDATE vendor v SET merged_into_id = m.id FROM jsonb_to_recordset($1) AS r(key text, merged_into text) LEFT JOIN vendor m ON m.key = r.merged_into
       WHERE v.key = r.key AND v.merged_into_id IS DISTINCT FROM m.id`,
    );
    await this.writeTerms('vendor', vendors.map(({ id }) => ({ key: id })), "SELECT DISTINCT 'VENDOR', v.id, search_form(n) FROM vendor v CROSS JOIN unnest(v.aliases || v.name) AS n WHERE v.key = ANY($1)");
  }

  private async writeCategories({ categories }: CatalogueEntries): Promise<void> {
    await this.insert(
      categories.map(({ id, names, publiccode, keywords }) => ({ key: id, name_de: names.de, name_en: names.en, publiccode, keywords })),
      `INSERT INTO category (key, name_de, name_en, publiccode, keywords)
       SELECT * FROM jsonb_to_recordset($1) AS r(key text, name_de text, name_en text, publiccode text[], keywords text[])
       ON CONFLICT (key) DO UPDATE SET name_de = excluded.name_de, name_en = excluded.name_en, publiccode = excluded.publiccode, keywords = excluded.keywords`,
    );
    await this.insert(
      categories.flatMap((category) => category.functions.map(({ id, names }) => ({ category: category.id, key: id, name_de: names.de, name_en: names.en }))),
      `INSERT INTO product_function (category_id, key, name_de, name_en)
       SELECT c.id, r.key, r.name_de, r.name_en FROM jsonb_to_recordset($1) AS r(category text, key text, name_de text, name_en text) JOIN category c ON c.key = r.category
       ON CONFLICT (category_id, key) DO UPDATE SET name_de = excluded.name_de, name_en = excluded.name_en`,
    );
    const keys = categories.map(({ id }) => ({ key: id }));
    await this.writeTerms('category', keys, "SELECT DISTINCT 'CATEGORY', c.id, search_form(n) FROM category c CROSS JOIN unnest(c.keywords || c.name_de || c.name_en) AS n WHERE c.key = ANY($1)");
    await this.transactions.query('DELETE FROM search_term s USING product_function f JOIN category c ON c.id = f.category_id WHERE s.function_id = f.id AND c.key = ANY($1)', [categories.map(({ id }) => id)]);
    await this.transactions.query(
      `INSERT INTO search_term (kind, function_id, term) SELECT DISTINCT 'FUNCTION', f.id, search_form(n)
       FROM product_function f JOIN category c ON c.id = f.category_id CROSS JOIN unnest(ARRAY[f.name_de, f.name_en]) AS n WHERE c.key = ANY($1)`,
      [categories.map(({ id }) => id)],
    );
  }

  private async writeProducts({ products, originOf }: EffectiveEntries): Promise<void> {
    const rows = products.map((product) => ({
      key: product.id,
      name: product.name,
      vendor: product.vendor,
      category: product.category,
      license: product.license,
      specialised_procedure: product.specialisedProcedure,
      personal_data: product.personalData?.toUpperCase(),
      distribution: product.distribution,
      aliases: product.aliases,
      functions: product.functions,
      identifiers: product.identifiers,
      sources: product.sources,
      none_known_on: product.noneKnown?.lookedOn,
      replaces: product.replaces,
      cost: product.cost,
      support: product.support,
      origin: originOf(product.id),
    }));
    await this.insert(
      rows,
      `WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r(key text, name text, vendor text, category text, license text, specialised_procedure boolean, personal_data text,
         distribution text[], aliases text[], functions text[], identifiers jsonb, sources jsonb, none_known_on date, replaces text[], cost jsonb, support jsonb, origin text))
       INSERT INTO product (key, name, vendor_id, category_id, license_id, specialised_procedure, personal_data, distribution, aliases, functions, identifiers, sources, none_known_on,
         replaces, cost, support, origin)
       SELECT r.key, r.name, v.id, c.id, l.id, r.specialised_procedure, r.personal_data, r.distribution, r.aliases, r.functions, r.identifiers, r.sources, r.none_known_on,
         r.replaces, r.cost, r.support, r.origin
       FROM r JOIN category c ON c.key = r.category LEFT JOIN vendor v ON v.key = r.vendor LEFT JOIN license l ON l.expression = r.license
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, vendor_id = excluded.vendor_id, category_id = excluded.category_id, license_id = excluded.license_id,
         specialised_procedure = excluded.specialised_procedure, personal_data = excluded.personal_data, distribution = excluded.distribution, aliases = excluded.aliases,
         functions = excluded.functions, identifiers = excluded.identifiers, sources = excluded.sources, none_known_on = excluded.none_known_on, replaces = excluded.replaces,
         cost = excluded.cost, support = excluded.support, origin = excluded.origin, retired = false`,
    );
  }

  /** Words by which people find what was written, in place of those that led there before. */
  private async writeTerms(entity: 'vendor' | 'category', rows: readonly { readonly key: string }[], sql: string): Promise<void> {
    const keys = [rows.map(({ key }) => key)];
    await this.transactions.query(`DELETE FROM search_term s USING ${entity} e WHERE s.${entity}_id = e.id AND e.key = ANY($1)`, keys);
    await this.transactions.query(`INSERT INTO search_term (kind, ${entity}_id, term) ${sql}`, keys);
  }

  private async writeReleaseCycles(products: readonly CatalogueProduct[]): Promise<void> {
    const keys = products.map(({ id }) => id);
    const cycles = products.flatMap((product) => product.releaseCycles.map((one) => ({ product: product.id, cycle: one.cycle, released_on: one.releasedOn, end_of_support_on: one.endOfSupportOn, source: one.source })));
    await this.transactions.query(
      `DELETE FROM release_cycle x USING product p WHERE p.id = x.product_id AND p.key = ANY($1)
         AND NOT EXISTS (SELECT FROM jsonb_to_recordset($2) AS r(product text, cycle text) WHERE r.product = p.key AND r.cycle = x.cycle)`,
      [keys, JSON.stringify(cycles)],
    );
    await this.insert(
      cycles,
      `INSERT INTO release_cycle (product_id, cycle, released_on, end_of_support_on, source)
       SELECT p.id, r.cycle, r.released_on, r.end_of_support_on, r.source
       FROM jsonb_to_recordset($1) AS r(product text, cycle text, released_on date, end_of_support_on date, source text) JOIN product p ON p.key = r.product
       ON CONFLICT (product_id, cycle) DO UPDATE SET released_on = excluded.released_on, end_of_support_on = excluded.end_of_support_on, source = excluded.source`,
    );
  }

  /** An alternative that nobody names any more goes; one that a scoring run points to stays for that run's sake, and out of the lists. */
  private async writeAlternatives({ products, alternativeOriginOf }: EffectiveEntries): Promise<void> {
    const rows = products.flatMap((product) =>
      product.alternatives.map((one, rank) => ({
        product: product.id,
        alternative: one.product,
        kind: one.kind,
        covers: one.covers,
        missing: one.missing,
        coverage01: coverageOf(one),
        complements: one.complements,
        carries_over: one.carriesOver,
        evidence: one.evidence,
        verified: one.evidence.some((source) => source.verified),
        notes_de: one.notes?.de,
        notes_en: one.notes?.en,
        rank,
        origin: alternativeOriginOf(product.id, one.product),
      })),
    );
    const keys = products.map(({ id }) => id);
    const isGone = `a.product_id = p.id AND p.key = ANY($1) AND NOT EXISTS (SELECT FROM jsonb_to_recordset($2) AS r(product text, alternative text)
      JOIN product o ON o.key = r.alternative WHERE r.product = p.key AND o.id = a.alternative_id)`;
    await this.transactions.query(`UPDATE alternative a SET retired = true FROM product p WHERE NOT a.retired AND ${isGone}`, [keys, JSON.stringify(rows)]);
    await this.transactions.query('DELETE FROM alternative a WHERE a.retired AND NOT EXISTS (SELECT FROM candidate_score s WHERE s.alternative_id = a.id)');
    await this.insert(
      rows,
      `INSERT INTO alternative (product_id, alternative_id, kind, covers, missing, coverage01, complements, carries_over, evidence, verified, notes_de, notes_en, rank, origin)
       SELECT p.id, a.id, r.kind, r.covers, r.missing, r.coverage01, r.complements, r.carries_over, r.evidence, r.verified, r.notes_de, r.notes_en, r.rank, r.origin
       FROM jsonb_to_recordset($1) AS r(product text, alternative text, kind text, covers text[], missing text[], coverage01 real, complements text[], carries_over text[],
         evidence jsonb, verified boolean, notes_de text, notes_en text, rank integer, origin text) JOIN product p ON p.key = r.product JOIN product a ON a.key = r.alternative
       ON CONFLICT (product_id, alternative_id) DO UPDATE SET kind = excluded.kind, covers = excluded.covers, missing = excluded.missing, coverage01 = excluded.coverage01,
         complements = excluded.complements, carries_over = excluded.carries_over, evidence = excluded.evidence, verified = excluded.verified, notes_de = excluded.notes_de,
         notes_en = excluded.notes_en, rank = excluded.rank, origin = excluded.origin, retired = false`,
    );
  }

  private async insert(rows: readonly object[], sql: string): Promise<void> {
    if (rows.length > 0) await this.transactions.query(sql, [JSON.stringify(rows)]);
  }
}

/** Share of the functions that the alternative covers; null where nothing is said about functions. */
function coverageOf({ covers, missing }: CatalogueAlternative): number | null {
  const all = covers.length + missing.length;
  return all === 0 ? null : covers.length / all;
}
