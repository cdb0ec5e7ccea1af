// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Catalogue, CatalogueAlternative, CatalogueProduct } from '#catalogue';
import { answerLicense } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';

/** Writes the shared base; own entries and overrides of the administration (origin OWN) are left alone. */
@Injectable()
export class CatalogueRepository {
  constructor(private readonly transactions: Transactions) {}

  async loadedDigest(): Promise<string | null> {
    const [row] = await this.transactions.query<{ sha256: string }>('SELECT sha256 FROM catalogue_state FOR UPDATE');
    return row?.sha256 ?? null;
  }

  async keepDigest(sha256: string): Promise<void> {
    await this.transactions.query('INSERT INTO catalogue_state (sha256) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET sha256 = excluded.sha256, loaded_at = now()', [sha256]);
  }

  async write(catalogue: Catalogue): Promise<void> {
    await this.writeVendors(catalogue);
    await this.writeCategories(catalogue);
    await this.writeLicenses(catalogue.products.map((product) => product.license));
    await this.writeProducts(catalogue);
    await this.writeReleaseCycles(catalogue.products);
    await this.writeAlternatives(catalogue.products);
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

  private async writeVendors({ vendors }: Catalogue): Promise<void> {
    await this.insert(
      vendors.map(({ id, name, country, aliases, mergedInto }) => ({ key: id, name, country, aliases, merged_into: mergedInto })),
      `WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r(key text, name text, country text, aliases text[], merged_into text))
       INSERT INTO vendor (key, name, country, aliases) SELECT key, name, country, aliases FROM r
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, country = excluded.country, aliases = excluded.aliases WHERE vendor.origin = 'BASE'`,
    );
    await this.insert(
      vendors.map(({ id, mergedInto }) => ({ key: id, merged_into: mergedInto })),
      `UPDATE vendor v SET merged_into_id = m.id FROM jsonb_to_recordset($1) AS r(key text, merged_into text) LEFT JOIN vendor m ON m.key = r.merged_into
       WHERE v.key = r.key AND v.origin = 'BASE' AND v.merged_into_id IS DISTINCT FROM m.id`,
    );
  }

  private async writeCategories({ categories }: Catalogue): Promise<void> {
    await this.insert(
      categories.map(({ id, names, publiccode }) => ({ key: id, name_de: names.de, name_en: names.en, publiccode })),
      `INSERT INTO category (key, name_de, name_en, publiccode)
       SELECT * FROM jsonb_to_recordset($1) AS r(key text, name_de text, name_en text, publiccode text[])
       ON CONFLICT (key) DO UPDATE SET name_de = excluded.name_de, name_en = excluded.name_en, publiccode = excluded.publiccode`,
    );
    await this.insert(
      categories.flatMap((category) => category.functions.map(({ id, names }) => ({ category: category.id, key: id, name_de: names.de, name_en: names.en }))),
      `INSERT INTO product_function (category_id, key, name_de, name_en)
       SELECT c.id, r.key, r.name_de, r.name_en FROM jsonb_to_recordset($1) AS r(category text, key text, name_de text, name_en text) JOIN category c ON c.key = r.category
       ON CONFLICT (category_id, key) DO UPDATE SET name_de = excluded.name_de, name_en = excluded.name_en`,
    );
  }

  private async writeProducts({ products, categories, vendors }: Catalogue): Promise<void> {
    const words = new Map(categories.map((category) => [category.id, [category.names.de, category.names.en, ...category.keywords].join(' ')]));
    const vendorNames = new Map(vendors.map((vendor) => [vendor.id, vendor.name]));
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
      search: [product.name, vendorNames.get(product.vendor), ...product.aliases, words.get(product.category)].join(' ').toLowerCase(),
    }));
    await this.insert(
      rows,
      `WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r(key text, name text, vendor text, category text, license text, specialised_procedure boolean,
         personal_data text, distribution text[], aliases text[], functions text[], identifiers jsonb, sources jsonb, none_known_on date, search text))
       INSERT INTO product (key, name, vendor_id, category_id, license_id, specialised_procedure, personal_data, distribution, aliases, functions, identifiers, sources, none_known_on, search)
       SELECT r.key, r.name, v.id, c.id, l.id, r.specialised_procedure, r.personal_data, r.distribution, r.aliases, r.functions, r.identifiers, r.sources, r.none_known_on, r.search
       FROM r JOIN category c ON c.key = r.category LEFT JOIN vendor v ON v.key = r.vendor LEFT JOIN license l ON l.expression = r.license
       ON CONFLICT (key) DO UPDATE SET name = excluded.name, vendor_id = excluded.vendor_id, category_id = excluded.category_id, license_id = excluded.license_id,
         specialised_procedure = excluded.specialised_procedure, personal_data = excluded.personal_data, distribution = excluded.distribution, aliases = excluded.aliases,
         functions = excluded.functions, identifiers = excluded.identifiers, sources = excluded.sources, none_known_on = excluded.none_known_on, search = excluded.search, retired = false
       WHERE product.origin = 'BASE'`,
    );
    await this.transactions.query("UPDATE product SET retired = true WHERE origin = 'BASE' AND NOT retired AND NOT (key = ANY($1))", [products.map((product) => product.id)]);
  }

  private async writeReleaseCycles(products: readonly CatalogueProduct[]): Promise<void> {
    await this.insert(
      products.flatMap((product) =>
        product.releaseCycles.map((one) => ({ product: product.id, cycle: one.cycle, released_on: one.releasedOn, end_of_support_on: one.endOfSupportOn, source: one.source })),
      ),
      `INSERT INTO release_cycle (product_id, cycle, released_on, end_of_support_on, source)
       SELECT p.id, r.cycle, r.released_on, r.end_of_support_on, r.source
       FROM jsonb_to_recordset($1) AS r(product text, cycle text, released_on date, end_of_support_on date, source text) JOIN product p ON p.key = r.product AND p.origin = 'BASE'
       ON CONFLICT (product_id, cycle) DO UPDATE SET released_on = excluded.released_on, end_of_support_on = excluded.end_of_support_on, source = excluded.source`,
    );
  }

  private async writeAlternatives(products: readonly CatalogueProduct[]): Promise<void> {
    await this.insert(
      products.flatMap((product) =>
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
        })),
      ),
      `INSERT INTO alternative (product_id, alternative_id, kind, covers, missing, coverage01, complements, carries_over, evidence, verified, notes_de, notes_en, rank)
       SELECT p.id, a.id, r.kind, r.covers, r.missing, r.coverage01, r.complements, r.carries_over, r.evidence, r.verified, r.notes_de, r.notes_en, r.rank
       FROM jsonb_to_recordset($1) AS r(product text, alternative text, kind text, covers text[], missing text[], coverage01 real, complements text[], carries_over text[],
         evidence jsonb, verified boolean, notes_de text, notes_en text, rank integer) JOIN product p ON p.key = r.product JOIN product a ON a.key = r.alternative
       ON CONFLICT (product_id, alternative_id) DO UPDATE SET kind = excluded.kind, covers = excluded.covers, missing = excluded.missing, coverage01 = excluded.coverage01,
         complements = excluded.complements, carries_over = excluded.carries_over, evidence = excluded.evidence, verified = excluded.verified, notes_de = excluded.notes_de,
         notes_en = excluded.notes_en, rank = excluded.rank WHERE alternative.origin = 'BASE'`,
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
