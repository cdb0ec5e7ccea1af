// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { chanceFor, hashOf } from './chance.js';
import { DEPLOYMENT_ROLES, KNOWN_POPULARITY, SPECIALISED_ROLE, type DeploymentRole } from './data/deployment-roles.js';
import { OTHER_TASK_DEPARTMENTS, TASK_DEPARTMENTS } from './data/task-departments.js';
import { isProprietary, type DemoCatalogueProduct } from './demo-catalogue.js';

/** A catalogue product that the city runs, how common it is, and where. */
export interface DeployedProduct {
  readonly product: DemoCatalogueProduct;
  readonly role: DeploymentRole;
  /** In (0, 1]: 1 has the full share of the role. */
  readonly popularity01: number;
  /** The department at whose desks a specialised procedure lives; null for everything else. */
  readonly homeDepartmentId: string | null;
}

/** Of what a product could have, the share that the second choice of a role still has; the third has half of it. */
const REMAINS = 0.2;

/**
 * Chooses from a catalogue what the city runs: the known products where they are listed, and of the others as many as the role allows, fewer and
 * fewer seats each. The order of the catalogue does not matter.
 */
export function deployedProducts(catalogue: readonly DemoCatalogueProduct[], seed: number): DeployedProduct[] {
  const byRole = new Map<DeploymentRole, DemoCatalogueProduct[]>();
  for (const product of [...catalogue].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const role = roleOf(product);
    const members = byRole.get(role);
    if (members) members.push(product);
    else byRole.set(role, [product]);
  }
  const deployed: DeployedProduct[] = [];
  for (const [role, members] of byRole) {
    const chance = chanceFor(seed, `deployed/${role.id}`);
    const ranked = chance
      .shuffled(members)
      .map((product) => ({ product, known: knownPopularity(product.id), liking: (isProprietary(product) ? 1 : 0.4) * (0.2 + chance.next()) }))
      .sort((a, b) => (b.known ?? b.liking * 0.05) - (a.known ?? a.liking * 0.05));
    ranked.slice(0, role.most).forEach(({ product, known, liking }, rank) => {
      const popularity01 = role === SPECIALISED_ROLE ? Math.min(1, 0.3 + liking * 0.6) : (known ?? Math.min(0.8, role.independent ? liking * liking : liking / (rank + 1) ** 1.1)) * (role.rivals && !role.exclusive && rank > 0 ? REMAINS / rank : 1);
      deployed.push({ product, role, popularity01: Math.max(0.002, popularity01), homeDepartmentId: role === SPECIALISED_ROLE ? homeOf(product) : null });
    });
  }
  return deployed.sort((a, b) => (a.product.id < b.product.id ? -1 : 1));
}

/** Whether the role's known names list the product. */
function knownPopularity(id: string): number | null {
  return KNOWN_POPULARITY.find(([pattern]) => pattern.test(id))?.[1] ?? null;
}

function roleOf(product: DemoCatalogueProduct): DeploymentRole {
  if (product.specialisedProcedure) return SPECIALISED_ROLE;
  const category = product.category.toLowerCase();
  const name = `${product.id} ${product.name}`.toLowerCase();
  const particular = DEPLOYMENT_ROLES.slice(0, -1);
  return particular.find(({ match }) => match.test(category)) ?? particular.find(({ match }) => match.test(name)) ?? (DEPLOYMENT_ROLES.at(-1) as DeploymentRole);
}

function homeOf(product: DemoCatalogueProduct): string {
  const text = [product.category, product.id, product.name, ...product.aliases].join(' ').toLowerCase();
  const known = TASK_DEPARTMENTS.find(([pattern]) => pattern.test(text))?.[1];
  return known ?? (OTHER_TASK_DEPARTMENTS[hashOf(product.id) % OTHER_TASK_DEPARTMENTS.length] as string);
}
