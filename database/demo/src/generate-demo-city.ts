// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import { demoContracts, demoEntitlements, type UsedProduct } from './contracts.js';
import type { DemoCatalogueProduct } from './demo-catalogue.js';
import type { DemoCity, DemoSource } from './demo-city.js';
import { demoAssessments, demoExemptions } from './decisions.js';
import { demoDepartments } from './departments.js';
import { deployedProducts, type DeployedProduct } from './deployed-products.js';
import { foreignGroups, productGroups } from './deployment-plan.js';
import { countProfiles, expectedHosts, expectedRows, intensityFor } from './deployment-size.js';
import { demoHosts } from './hosts.js';
import { streamInstallations } from './installations.js';
import { demoInterfaces } from './interfaces.js';
import { demoBlackouts, demoPeriods, demoTeams } from './planning-inputs.js';
import { demoRegister } from './register.js';
import { demoTitles, type SpreadTitle } from './titles.js';

export interface DemoCityOptions {
  /** The same seed and catalogue give the same city, on every machine. */
  readonly seed: number;
  /** `city`: 6,000 hosts and about 250,000 installations; `large`: eight times as many, unless `factor` says otherwise. */
  readonly size: 'city' | 'large';
  /** How many times the city `large` is, in (0, 40]; 40 gives about 10 million installations. */
  readonly factor?: number;
  readonly catalogue: readonly DemoCatalogueProduct[];
  readonly today: CalendarDate;
}

const SOURCES: readonly DemoSource[] = [
  { id: 'client-management', name: 'Clientmanagement', hasHosts: true },
  { id: 'server-scan', name: 'Server-Scan Rechenzentrum', hasHosts: true },
  { id: 'application-register', name: 'Verfahrensregister', hasHosts: false },
];
const HOSTS = 6_000;
const TITLES = 900;
const INSTALLATIONS = 250_000;
const CONTRACTS = 180;
const PERIODS = 12;

/**
 * Invents a city: who works where, on which hosts, with which software, under which contracts, and what hangs on what.
 *
 * Nothing in it stands for a real administration or person. Works with any catalogue, an empty one included (then there are no contracts, interfaces and
 * answers, and every title is in nobody's catalogue). Ids of the catalogue must be distinct.
 *
 * @throws RangeError where the factor is not in (0, 40]
 */
export function generateDemoCity(options: DemoCityOptions): DemoCity {
  const { seed, catalogue, today } = options;
  const factor = options.size === 'city' ? 1 : (options.factor ?? 8);
  if (!(factor > 0 && factor <= 40)) throw new RangeError(`the factor of a demo city lies above 0 and up to 40, not at ${factor}`);
  const departments = demoDepartments(factor);
  const deployed = deployedProducts(catalogue, seed);
  const hosts = demoHosts(Math.round(HOSTS * factor), departments, deployed, seed, today);
  const titles = demoTitles(deployed, catalogue, Math.max(50, Math.round(TITLES * Math.sqrt(factor))), seed, today);
  const profiles = countProfiles(hosts);
  const ofProducts = productGroups(deployed, titles);
  const rowsOfProducts = expectedRows(ofProducts, profiles);
  const intensity = intensityFor(INSTALLATIONS * factor - rowsOfProducts, (tried) => expectedRows(foreignGroups(titles, tried), profiles));
  const groups = [...ofProducts, ...foreignGroups(titles, intensity)];
  const used = usedProducts(deployed, titles, ofProducts, profiles);
  const contracts = demoContracts(used, CONTRACTS, seed, today);
  const periods = demoPeriods(PERIODS, factor, seed, today);
  return {
    name: 'Wendelfurt',
    note: {
      de: 'Die Stadt Wendelfurt ist erfunden. Alle Ämter, Geräte, Verträge und Zahlen sind aus einem Startwert erzeugt und stehen für keine wirkliche Verwaltung.',
      en: 'The city of Wendelfurt is invented. All departments, hosts, contracts and figures are generated from a seed and stand for no real administration.',
    },
    seed, factor, today, departments, hosts, contracts, periods,
    titles: titles.map(({ raw, vendor, kind, productId }) => ({ raw, vendor, kind, productId })),
    sources: SOURCES,
    register: demoRegister(used, titles, seed),
    entitlements: demoEntitlements(contracts, used, seed),
    interfaces: demoInterfaces(deployed, seed),
    teams: demoTeams(periods, factor, seed),
    blackouts: demoBlackouts(periods),
    assessments: demoAssessments(used, seed, today),
    exemptions: demoExemptions(used, seed, today),
    installations: () => streamInstallations(hosts, titles, groups, seed, today),
  };
}

/** Puts to each product how many hosts are expected to have it; at least one. */
function usedProducts(deployed: readonly DeployedProduct[], titles: readonly SpreadTitle[], groups: ReturnType<typeof productGroups>, profiles: ReturnType<typeof countProfiles>): UsedProduct[] {
  const hosts = new Map<string, number>();
  for (const group of groups) {
    const expected = expectedHosts(group, profiles);
    group.titles.forEach((title, position) => {
      const productId = (titles[title] as SpreadTitle).productId as string;
      const share = (group.cumulative01[position] as number) - (position === 0 ? 0 : (group.cumulative01[position - 1] as number));
      hosts.set(productId, (hosts.get(productId) ?? 0) + expected * share);
    });
  }
  return deployed.map((one) => ({ ...one, hosts: Math.max(1, Math.round(hosts.get(one.product.id) ?? 0)) }));
}
