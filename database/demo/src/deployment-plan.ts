// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DeploymentRole } from './data/deployment-roles.js';
import type { DeployedProduct } from './deployed-products.js';
import type { DemoHost } from './demo-city.js';
import type { SpreadTitle } from './titles.js';

/** Titles of which a host has at most one: those of a product, those of all operating systems, or a single foreign one. */
export interface TitleGroup {
  /** Indexes into the titles, with the running sum of their weights, ending at 1. */
  readonly titles: readonly number[];
  readonly cumulative01: Float64Array;
  /** Probability that a host like this one has a title of the group. */
  share01(host: HostProfile): number;
}

/** What matters about a host for the software on it. */
export type HostProfile = Pick<DemoHost, 'kind' | 'departmentId' | 'serverRole'>;

/** Key of a profile: hosts with the same key have software with the same probabilities. */
export function profileKey({ kind, departmentId, serverRole }: HostProfile): string {
  return `${kind}/${departmentId}/${serverRole ?? ''}`;
}

/** Servers without Windows are seen by the server scan alone. */
export function isLinuxServer({ serverRole }: HostProfile): boolean {
  return serverRole === 'lnx' || serverRole === 'k8s';
}

/** The groups of products: one each, and one for the operating systems of desktops, of Windows servers, of other servers. */
export function productGroups(deployed: readonly DeployedProduct[], titles: readonly SpreadTitle[]): TitleGroup[] {
  const byProduct = new Map<string, number[]>();
  titles.forEach(({ productId }, index) => {
    if (productId !== null) byProduct.set(productId, [...(byProduct.get(productId) ?? []), index]);
  });
  const groups: TitleGroup[] = [];
  const exclusive = new Map<string, { role: DeploymentRole; windows: boolean; members: DeployedProduct[] }>();
  for (const one of deployed) {
    if (one.role.exclusive) {
      const windows = /windows/i.test(one.product.name);
      const key = one.role.workstation > 0 ? one.role.id : `${one.role.id}/${windows}`;
      const group = exclusive.get(key) ?? { role: one.role, windows, members: [] };
      group.members.push(one);
      exclusive.set(key, group);
    } else groups.push(groupOf(titles, [one], byProduct, (host) => productShare(one, host)));
  }
  for (const { role, windows, members } of exclusive.values()) {
    groups.push(groupOf(titles, members, byProduct, (host) => (host.kind === 'SERVER' && isLinuxServer(host) === windows ? 0 : kindShare(role, host))));
  }
  return groups;
}

/** The groups of titles in nobody's catalogue: one title each; `intensity` makes all of them more or less common. */
export function foreignGroups(titles: readonly SpreadTitle[], intensity: number): TitleGroup[] {
  return titles.flatMap(({ family }, index) =>
    family === null ? [] : [{ titles: [index], cumulative01: Float64Array.of(1), share01: (host: HostProfile) => Math.min(0.98, foreignShare(family, host) * intensity) }],
  );
}

function foreignShare(family: NonNullable<SpreadTitle['family']>, host: HostProfile): number {
  if (host.kind === 'SERVER') return isLinuxServer(host) ? 0 : family.server;
  return host.kind === 'THIN_CLIENT' ? family.desktop * 0.05 : family.desktop;
}

function productShare({ role, product, popularity01, homeDepartmentId }: DeployedProduct, host: HostProfile): number {
  if (host.serverRole !== null) {
    if (host.serverRole === `fv:${product.id}`) return 1;
    if (host.serverRole === 'ts') return role.workstation * popularity01 * (role.departments ? 0.3 : 1);
    if (host.serverRole === role.serverRole) return popularity01;
    if (host.serverRole.startsWith('fv:') && role.id === 'database') return popularity01 * 0.45;
  }
  return kindShare(role, host) * popularity01 * departmentFactor(role, homeDepartmentId, host.departmentId);
}

function kindShare(role: DeploymentRole, { kind }: HostProfile): number {
  return { WORKSTATION: role.workstation, NOTEBOOK: role.notebook, THIN_CLIENT: role.thinClient, SERVER: role.server }[kind];
}

/** 1 where the role is at home; a section shares the procedures of its department, and the other way round. */
function departmentFactor(role: DeploymentRole, homeDepartmentId: string | null, departmentId: string): number {
  if (homeDepartmentId !== null) return departmentId.startsWith(homeDepartmentId) || homeDepartmentId.startsWith(departmentId) ? 1 : 0.008;
  return role.departments === undefined || role.departments.test(departmentId) ? 1 : 0.04;
}

function groupOf(titles: readonly SpreadTitle[], members: readonly DeployedProduct[], byProduct: ReadonlyMap<string, readonly number[]>, share01: TitleGroup['share01']): TitleGroup {
  const indexes: number[] = [];
  const weights: number[] = [];
  for (const { product, popularity01 } of members) {
    const own = byProduct.get(product.id) ?? [];
    const sum = own.reduce((total, index) => total + (titles[index] as SpreadTitle).weight, 0);
    for (const index of own) {
      indexes.push(index);
      weights.push(((titles[index] as SpreadTitle).weight / sum) * popularity01);
    }
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let running = 0;
  return { titles: indexes, cumulative01: Float64Array.from(weights, (weight) => (running += weight / sum)), share01: indexes.length === 0 ? () => 0 : share01 };
}
