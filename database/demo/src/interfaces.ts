// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { chanceFor } from './chance.js';
import { BETWEEN_PROCEDURES, TO_DATABASE, TO_DIRECTORY, TO_FINANCE, TO_OFFICE, TO_RECORDS, type InterfaceStyle } from './data/standards.js';
import type { DemoInterface } from './demo-city.js';
import type { DeployedProduct } from './deployed-products.js';

/** For each sort of neighbour: which role, how probable a connection is from a specialised procedure and from anything else with servers. */
const NEIGHBOURS: readonly (readonly [string, readonly InterfaceStyle[], number, number])[] = [
  ['office', TO_OFFICE, 0.75, 0.06],
  ['identity', TO_DIRECTORY, 0.6, 0.5],
  ['database', TO_DATABASE, 0.7, 0.25],
  ['records', TO_RECORDS, 0.45, 0.05],
  ['finance', TO_FINANCE, 0.4, 0],
];

/** Interfaces between products in use: every procedure with its infrastructure, and some with each other; no product with itself, no pair with the same kind twice. */
export function demoInterfaces(deployed: readonly DeployedProduct[], seed: number): DemoInterface[] {
  const chance = chanceFor(seed, 'interfaces');
  const interfaces = new Map<string, DemoInterface>();
  const connect = (from: DeployedProduct, to: DeployedProduct, styles: readonly InterfaceStyle[]): void => {
    const [kind, standard, openStandard, direction] = chance.pick(styles);
    const id = `${from.product.id}/${to.product.id}/${kind}`;
    if (from !== to && !interfaces.has(id)) interfaces.set(id, { id, fromProductId: from.product.id, toProductId: to.product.id, kind, standard, openStandard, direction });
  };
  const procedures = deployed.filter(({ role }) => role.id === 'specialised');
  const neighbours = NEIGHBOURS.map(([role, styles, ofProcedure, ofOther]) => ({ styles, ofProcedure, ofOther, products: weighted(deployed.filter((one) => one.role.id === role)) }));
  for (const from of deployed) {
    const isProcedure = from.role.id === 'specialised';
    if (!isProcedure && from.role.serverRole === null) continue;
    for (const { styles, ofProcedure, ofOther, products } of neighbours) {
      if (products.length > 0 && chance.happens(isProcedure ? ofProcedure : ofOther)) connect(from, chance.pick(products), styles);
    }
    if (isProcedure && chance.happens(0.35)) connect(from, chance.pick(procedures), BETWEEN_PROCEDURES);
  }
  return [...interfaces.values()];
}

/** The products as often as they are common, so that most things hang on the common ones. */
function weighted(products: readonly DeployedProduct[]): DeployedProduct[] {
  return products.flatMap((one) => Array<DeployedProduct>(Math.max(1, Math.round(one.popularity01 * 10))).fill(one));
}
