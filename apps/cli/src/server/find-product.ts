// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { word } from '../i18n/words.js';
import type { Server } from './server.js';

/**
 * Asks for a product by name or alias.
 *
 * @param fields GraphQL selection of `Product`
 * @throws CommandFailure NOT_FOUND that names products with a similar name
 */
export async function findProduct<Product>(name: string, fields: string, server: Server, language: Language): Promise<Product> {
  const { product } = await server.ask<{ product: Product | null }>(`query ($name: String!) { product(name: $name) { ${fields} } }`, { name });
  if (product !== null) return product;
  const { products } = await server.ask<{ products: { nodes: readonly { name: string }[] } }>('query ($search: String!) { products(first: 5, filter: { search: $search }) { nodes { name } } }', { search: name });
  const similar = products.nodes.map((node) => node.name).join(', ');
  const hint = similar === '' ? '' : language === 'de' ? ` Ähnlich: ${similar}.` : ` Similar: ${similar}.`;
  throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: word('product', language), name, hint }, ExitStatus.NOT_FOUND);
}
