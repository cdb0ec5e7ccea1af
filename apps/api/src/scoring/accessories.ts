// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Categories of what comes along with hardware or with other software: components and drivers, runtimes, libraries. */
const CATEGORIES = ['component', 'runtime', 'framework'];

/**
 * Whether a product is an accessory, as SQL: it comes and goes with what brings it along, so that nobody decides about it by itself. One that has a contract of its own
 * was bought by itself, and is none.
 *
 * @param product alias of the product's row
 */
export function isAccessory(product: string): string {
  return `(EXISTS (SELECT FROM category b WHERE b.id = ${product}.category_id AND b.key IN (${CATEGORIES.map((key) => `'${key}'`).join(', ')})) AND NOT EXISTS (SELECT FROM contract b WHERE b.product_id = ${product}.id))`;
}
