// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CatalogueLayer, EndoflifeCycles, LayerKind, ProductStatement, ReleaseCycle } from '#catalogue';
import { Transactions } from '../platform/database/transactions.js';

/** A layer as it is stored, with where it comes from. */
export interface StoredLayer extends CatalogueLayer {
  readonly provenance: Readonly<Record<string, unknown>>;
}

interface EntryRow {
  readonly layerId: number;
  readonly entity: 'VENDOR' | 'CATEGORY' | 'PRODUCT';
  readonly entry: never;
}

/** Reads and writes the layers of the catalogue. */
@Injectable()
export class CatalogueLayerRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Makes changes of the catalogue take turns: whoever comes second reads what the first one wrote. */
  async takeTurn(): Promise<void> {
    await this.transactions.query('LOCK TABLE catalogue_layer IN EXCLUSIVE MODE');
  }

  /** Where the layer comes from, without reading it; null where there is none. */
  async provenanceOf(kind: LayerKind, name: string): Promise<Readonly<Record<string, unknown>> | null> {
    const [row] = await this.transactions.query<{ provenance: Record<string, unknown> }>('SELECT provenance FROM catalogue_layer WHERE kind = $1 AND name = $2', [kind, name]);
    return row?.provenance ?? null;
  }

  /** All layers, packs in the order in which they were first loaded. */
  async layers(): Promise<StoredLayer[]> {
    const layers = await this.transactions.query<{ id: number; kind: LayerKind; name: string; provenance: Record<string, unknown> }>('SELECT id, kind, name, provenance FROM catalogue_layer ORDER BY id');
    const entries = await this.transactions.query<EntryRow>('SELECT layer_id AS "layerId", entity, entry FROM catalogue_entry ORDER BY layer_id, entity, position');
    const statements = await this.transactions.query<ProductStatement & { layerId: number }>('SELECT layer_id AS "layerId", product_key AS product, field, value, reason, source FROM product_statement ORDER BY id');
    return layers.map(({ id, kind, name, provenance }) => {
      const of = (entity: EntryRow['entity']): never[] => entries.filter((row) => row.layerId === id && row.entity === entity).map(({ entry }) => entry);
      const own = statements.filter(({ layerId }) => layerId === id).map(({ product, field, value, reason, source }) => ({ product, field, value, reason: reason ?? undefined, source: source ?? undefined }));
      return { kind, name, provenance, vendors: of('VENDOR'), categories: of('CATEGORY'), products: of('PRODUCT'), statements: own };
    });
  }

  /** Makes the stored layer equal to this one; a statement that stays as it is keeps who said it, and when. */
  async keep(layer: StoredLayer, actorId: number): Promise<void> {
    const [row] = await this.transactions.query<{ id: number }>(
      `INSERT INTO catalogue_layer (kind, name, provenance) VALUES ($1, $2, $3)
       ON CONFLICT (kind, name) DO UPDATE SET provenance = excluded.provenance, loaded_at = now() RETURNING id`,
      [layer.kind, layer.name, JSON.stringify(layer.provenance)],
    );
    const entries = (['VENDOR', 'CATEGORY', 'PRODUCT'] as const).flatMap((entity) => layer[LISTS[entity]].map((entry, position) => ({ entity, key: entry.id, position, entry })));
    await this.transactions.query('DELETE FROM catalogue_entry WHERE layer_id = $1', [row!.id]);
    await this.transactions.query(
      'INSERT INTO catalogue_entry (layer_id, entity, key, position, entry) SELECT $1, entity, key, position, entry FROM jsonb_to_recordset($2) AS r(entity text, key text, position int, entry jsonb)',
      [row!.id, JSON.stringify(entries)],
    );
    const statements = JSON.stringify(layer.statements.map(({ product, field, value, reason, source }) => ({ product_key: product, field, value: value ?? null, reason, source })));
    await this.transactions.query(
      `DELETE FROM product_statement s WHERE s.layer_id = $1 AND NOT EXISTS (SELECT FROM jsonb_to_recordset($2) AS r(product_key text, field text) WHERE r.product_key = s.product_key AND r.field = s.field)`,
      [row!.id, statements],
    );
    await this.transactions.query(
      `INSERT INTO product_statement (layer_id, product_key, field, value, reason, source, actor_id)
       SELECT $1, r ->> 'product_key', r ->> 'field', r -> 'value', r ->> 'reason', r -> 'source', $3 FROM jsonb_array_elements($2) AS r
       ON CONFLICT (layer_id, product_key, field) DO UPDATE SET value = excluded.value, reason = excluded.reason, source = excluded.source, actor_id = excluded.actor_id, stated_at = now()
       WHERE (product_statement.value, product_statement.reason, product_statement.source) IS DISTINCT FROM (excluded.value, excluded.reason, excluded.source)`,
      [row!.id, statements, actorId],
    );
  }

  /** Release cycles that were loaded from endoflife.date, by its product names. */
  async cycles(): Promise<EndoflifeCycles> {
    const rows = await this.transactions.query<{ name: string; cycles: ReleaseCycle[] }>('SELECT name, cycles FROM endoflife_cycles');
    return new Map(rows.map(({ name, cycles }) => [name, cycles]));
  }

  async keepCycles(cycles: EndoflifeCycles): Promise<void> {
    await this.transactions.query(
      `INSERT INTO endoflife_cycles (name, cycles) SELECT name, cycles FROM jsonb_to_recordset($1) AS r(name text, cycles jsonb)
       ON CONFLICT (name) DO UPDATE SET cycles = excluded.cycles, loaded_at = now() WHERE endoflife_cycles.cycles IS DISTINCT FROM excluded.cycles`,
      [JSON.stringify([...cycles].map(([name, list]) => ({ name, cycles: list })))],
    );
  }

  /** Marks that the catalogue is not what it was: whoever keeps something made from it compares this. */
  async keepState(sha256: string): Promise<void> {
    await this.transactions.query('INSERT INTO catalogue_state (sha256) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET sha256 = excluded.sha256, loaded_at = now()', [sha256]);
  }
}

const LISTS = { VENDOR: 'vendors', CATEGORY: 'categories', PRODUCT: 'products' } as const;
