// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, centsOf, type CalendarDate, type Cents } from '#kernel';
import { chanceFor, type Chance } from './chance.js';
import { isProprietary } from './demo-catalogue.js';
import type { DemoContract, DemoEntitlement, DemoMetric } from './demo-city.js';
import type { DeployedProduct } from './deployed-products.js';

const TERMS_MONTHS = [12, 12, 24, 36, 36, 48, 60] as const;
const NOTICE_MONTHS = [1, 2, 3, 3, 3, 6, 6, 12] as const;
const PAYERS = ['amt-16', 'amt-10', 'amt-20', 'amt-24'] as const;

/** What is used and how much of it: the ground on which contracts stand. */
export interface UsedProduct extends DeployedProduct {
  /** Hosts that are expected to have it. */
  readonly hosts: number;
}

/**
 * Contracts over the products in use: one framework agreement for each vendor of several products, then the dearest proprietary products, then support
 * for open-source ones; exactly `count`, with several contracts for a product where products run out, none where the catalogue is empty.
 */
export function demoContracts(used: readonly UsedProduct[], count: number, seed: number, today: CalendarDate): DemoContract[] {
  if (used.length === 0) return [];
  const chance = chanceFor(seed, 'contracts');
  const frames = frameworks(used);
  const paid = used.filter(isPaid).sort(byCost);
  const open = used.filter(({ product }) => !isProprietary(product)).sort(byCost);
  const single = [...paid, ...open.slice(0, Math.max(6, Math.floor(count / 12)))].map((one) => [one]);
  const subjects = [...frames.slice(0, Math.floor(count / 15)), ...single];
  return Array.from({ length: count }, (_, index) => contractOf(subjects[index % subjects.length] as UsedProduct[], index, chance, today));
}

/** What was bought under the contracts: usually a little more than is used, sometimes less. */
export function demoEntitlements(contracts: readonly DemoContract[], used: readonly UsedProduct[], seed: number): DemoEntitlement[] {
  const chance = chanceFor(seed, 'entitlements');
  const byId = new Map(used.map((one) => [one.product.id, one]));
  return contracts
    .filter(({ kind, quantity }) => kind !== 'SUPPORT' && quantity !== null)
    .flatMap((contract) =>
      contract.productIds.map((productId) => ({
        id: `${contract.id}/${productId}`,
        contractId: contract.id,
        productId,
        metric: contract.metric,
        quantity: contract.productIds.length === 1 ? (contract.quantity as number) : quantityOf(contract.metric, byId.get(productId)?.hosts ?? 1, chance),
        perpetual: contract.kind === 'MAINTENANCE',
        acquiredOn: contract.startsOn,
      })),
    );
}

/** Proprietary, and not one of those that everybody gets for nothing, such as browsers. */
function isPaid({ product, role }: UsedProduct): boolean {
  return isProprietary(product) && role.seatCostCents[1] > 0 && !/reader/.test(product.id);
}

function byCost(a: UsedProduct, b: UsedProduct): number {
  return b.hosts * b.role.seatCostCents[1] - a.hosts * a.role.seatCostCents[1] || (a.product.id < b.product.id ? -1 : 1);
}

/** Vendors of three or more paid products, the largest first. */
function frameworks(used: readonly UsedProduct[]): UsedProduct[][] {
  const byVendor = new Map<string, UsedProduct[]>();
  for (const one of used) if (isPaid(one)) byVendor.set(one.product.vendorName, [...(byVendor.get(one.product.vendorName) ?? []), one]);
  return [...byVendor.values()].filter((products) => products.length >= 3).sort((a, b) => b.length - a.length || ((a[0] as UsedProduct).product.vendorName < (b[0] as UsedProduct).product.vendorName ? -1 : 1));
}

function contractOf(subjects: readonly UsedProduct[], index: number, chance: Chance, today: CalendarDate): DemoContract {
  const [first] = subjects as readonly [UsedProduct, ...UsedProduct[]];
  const kind = subjects.length > 1 ? 'FRAMEWORK' : !isProprietary(first.product) ? 'SUPPORT' : chance.happens(0.55) ? 'SUBSCRIPTION' : 'MAINTENANCE';
  const metric = metricOf(first, chance);
  const quantity = chance.happens(0.06) ? null : quantityOf(metric, Math.max(...subjects.map(({ hosts }) => hosts)), chance);
  const termMonths = chance.pick(TERMS_MONTHS);
  const unlimited = chance.happens(0.07);
  const endsOn = addDays(monthStart(addMonths(today, chance.whole(-2, termMonths))), -1);
  const startsOn = addMonths(addDays(endsOn, 1), -termMonths - 12 * chance.whole(0, 5));
  const tacit = unlimited || chance.happens(0.62);
  return {
    id: `contract-${String(index + 1).padStart(4, '0')}`,
    number: numberOf(index, startsOn, chance),
    title: subjects.length > 1 ? `Rahmenvertrag ${first.product.vendorName}` : `${{ SUBSCRIPTION: 'Mietvertrag', MAINTENANCE: 'Pflegevertrag', SUPPORT: 'Supportvertrag', FRAMEWORK: 'Rahmenvertrag' }[kind]} ${first.product.name}`,
    vendorName: first.product.vendorName,
    kind, metric, quantity,
    productIds: subjects.map(({ product }) => product.id),
    costPerYearCents: chance.happens(0.05) ? null : costOf(subjects, kind, quantity, chance),
    startsOn,
    endsOn: unlimited ? null : endsOn,
    noticePeriodMonths: tacit ? chance.pick(NOTICE_MONTHS) : null,
    renewalMonths: unlimited || !tacit ? null : chance.pick([12, 12, 12, 24, 36]),
    departmentId: first.homeDepartmentId !== null && chance.happens(0.6) ? first.homeDepartmentId : chance.happens(0.75) ? 'amt-16' : chance.pick(PAYERS),
  };
}

function metricOf({ role }: UsedProduct, chance: Chance): DemoMetric {
  if (role.id === 'specialised') return chance.pick(['CONCURRENT_USER', 'NAMED_USER', 'SITE'] as const);
  if (role.workstation >= 0.02) return chance.pick(['DEVICE', 'NAMED_USER', 'NAMED_USER'] as const);
  return chance.pick(['CORE', 'SERVER', 'SERVER'] as const);
}

function quantityOf(metric: DemoMetric, hosts: number, chance: Chance): number {
  const perHost = { NAMED_USER: 1.1, CONCURRENT_USER: 0.6, DEVICE: 1, CORE: 16, SERVER: 1, SITE: 0 }[metric];
  const bought = hosts * perHost * (chance.happens(0.18) ? 0.8 + chance.next() * 0.18 : 1 + chance.next() * 0.35);
  const step = bought > 500 ? 50 : bought > 50 ? 5 : 1;
  return Math.max(1, Math.ceil(bought / step) * step);
}

function costOf(subjects: readonly UsedProduct[], kind: DemoContract['kind'], quantity: number | null, chance: Chance): Cents {
  const euros = subjects.reduce((sum, { role, hosts }) => {
    const [low, high] = role.seatCostCents;
    const seat = low + (high - low) * chance.next();
    return sum + (seat * Math.max(1, subjects.length === 1 ? Math.min(quantity ?? hosts, hosts * 1.3) : hosts)) / 100;
  }, 0);
  const share = { SUBSCRIPTION: 1, MAINTENANCE: 0.22, SUPPORT: 0.3, FRAMEWORK: 0.7 }[kind];
  return centsOf(Math.max(24_000, Math.round(euros * share) * 100)) as Cents;
}

function monthStart(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 8)}01` as CalendarDate;
}

function numberOf(index: number, startsOn: CalendarDate, chance: Chance): string {
  const serial = String(index + 1).padStart(4, '0');
  const spelling = chance.next();
  if (spelling < 0.7) return `WF-${startsOn.slice(0, 4)}-${serial}`;
  return spelling < 0.9 ? `V ${serial}/${startsOn.slice(2, 4)}` : `Az. 16.2-${serial}`;
}
