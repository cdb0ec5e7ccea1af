// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { word } from '../i18n/words.js';
import type { Server } from './server.js';
import { serverDocument, type ServerDocument } from './server-document.js';

/** Candidates that a sentence can name. */
const NAMED = 10;

const OTHERS = serverDocument(`query ($name: String!) {
  named: products(first: ${NAMED}, filter: { named: $name }) { totalCount nodes { name } }
  similar: products(first: 5, filter: { search: $name }) { nodes { name } }
  match(titles: [{ title: $name }]) { decision product { productId } }
}`);

interface Names {
  readonly totalCount: number;
  readonly nodes: readonly { readonly name: string }[];
}

interface Others {
  readonly named: Names;
  readonly similar: Pick<Names, 'nodes'>;
  readonly match: readonly { readonly decision: string; readonly product: { readonly productId: string } | null }[];
}

/** A product by its name, and by its id. */
export interface ProductDocuments {
  readonly byName: ServerDocument;
  readonly byId: ServerDocument;
}

/**
 * What a command asks of a product; only where its module is loaded, as all documents.
 *
 * @param fields GraphQL selection of `Product`
 */
export function productDocuments(fields: string): ProductDocuments {
  return { byName: serverDocument(`query ($name: String!) { product(name: $name) { ${fields} } }`), byId: serverDocument(`query ($id: ID!) { product(id: $id) { ${fields} } }`) };
}

/** Enough to go on with a product. */
export interface NamedProduct {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** Asks for a {@link NamedProduct}. */
export const NAMED_PRODUCT = productDocuments('id key name');

/**
 * Asks for a product by name or alias, or by a title as inventories write it, with version, edition and language.
 *
 * @throws CommandFailure NAME_AMBIGUOUS that lists what the name may mean, NOT_FOUND that names products with a similar name
 */
export async function findProduct<Product>(name: string, documents: ProductDocuments, server: Server, language: Language): Promise<Product> {
  const { product } = await server.ask<{ product: Product | null }>(documents.byName, { name });
  if (product !== null) return product;
  const { named, similar, match } = await server.ask<Others>(OTHERS, { name });
  if (named.totalCount > 1) throw new CommandFailure({ code: 'CLI.NAME_AMBIGUOUS', name, count: named.totalCount, candidates: named.nodes.map((node) => node.name), more: named.totalCount > NAMED ? ' …' : '' }, ExitStatus.REFUSED);
  const [title] = match;
  if (title?.decision === 'MATCHED' && title.product !== null) {
    const matched = await server.ask<{ product: Product | null }>(documents.byId, { id: title.product.productId });
    if (matched.product !== null) return matched.product;
  }
  const names = similar.nodes.map((node) => node.name).join(', ');
  const hint = names === '' ? '' : language === 'de' ? ` Ähnlich: ${names}.` : ` Similar: ${names}.`;
  throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: word('product', language), name, hint }, ExitStatus.NOT_FOUND);
}
