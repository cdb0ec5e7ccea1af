// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate } from '#kernel';
import { chanceFor, type Chance } from './chance.js';
import type { DeployedProduct } from './deployed-products.js';
import type { DemoDepartment, DemoHost, DemoHostKind } from './demo-city.js';

const DOMAIN = 'verwaltung.wendelfurt.example';
const SHARES: readonly (readonly [DemoHostKind, number])[] = [['SERVER', 0.07], ['THIN_CLIENT', 0.07], ['NOTEBOOK', 0.21], ['WORKSTATION', 1]];
/** Server roles with the share of all servers that have them; what is left over serves specialised procedures and general applications. */
const INFRASTRUCTURE: readonly (readonly [string, number])[] = [
  ['dc', 0.03], ['fs', 0.08], ['db', 0.14], ['mail', 0.02], ['web', 0.07], ['ts', 0.1], ['hv', 0.07], ['bkp', 0.02], ['mon', 0.01], ['mgmt', 0.02], ['dms', 0.03], ['gis', 0.02], ['lnx', 0.13],
];
const YEARS_IN_USE: Readonly<Record<DemoHostKind, number>> = { WORKSTATION: 6, NOTEBOOK: 4, SERVER: 8, THIN_CLIENT: 9 };

/**
 * Hosts of all kinds with the names that client management reports: mostly by rule, some in other spellings, some as their maker shipped them.
 *
 * Desks are shared out by users; servers belong to the data centre. Names are distinct, whatever the case of their letters.
 */
export function demoHosts(count: number, departments: readonly DemoDepartment[], deployed: readonly DeployedProduct[], seed: number, today: CalendarDate): DemoHost[] {
  const chance = chanceFor(seed, 'hosts');
  const desks = departmentsByUsers(departments);
  const ages = new Map<number, CalendarDate>();
  const acquired = (days: number) => {
    const known = ages.get(days) ?? addDays(today, -days);
    ages.set(days, known);
    return known;
  };
  const serverRoles = [...INFRASTRUCTURE.flatMap(([role, share]) => Array<string>(Math.max(1, Math.round(share * count * 0.07))).fill(role)), ...procedureRoles(deployed)];
  const taken = new Set<string>();
  let remaining = count;
  const hosts: DemoHost[] = [];
  for (const [kind, share] of SHARES) {
    const ofKind = kind === 'WORKSTATION' ? remaining : Math.round(count * share);
    remaining -= ofKind;
    for (let number = 1; number <= ofKind; number++) {
      const serverRole = kind === 'SERVER' ? (serverRoles[number - 1] ?? (chance.happens(0.5) ? 'app' : chance.pick(serverRoles))) : null;
      const departmentId = kind === 'SERVER' ? 'amt-16-1' : (desks[Math.floor(chance.next() * desks.length)] as string);
      hosts.push({
        name: distinct(hostName(kind, departmentId, serverRole, number, chance), taken),
        kind, departmentId, serverRole,
        acquiredOn: acquired(Math.floor(chance.next() * YEARS_IN_USE[kind] * 365)),
      });
    }
  }
  return hosts;
}

/** One entry per user, so that a random entry falls on a department as often as it has users. */
function departmentsByUsers(departments: readonly DemoDepartment[]): string[] {
  return departments.flatMap(({ id, users }) => Array<string>(Math.max(1, users)).fill(id));
}

/** Every specialised procedure has one server or two. */
function procedureRoles(deployed: readonly DeployedProduct[]): string[] {
  return deployed.filter(({ role }) => role.id === 'specialised').flatMap(({ product }, index) => (index % 3 === 0 ? [`fv:${product.id}`, `fv:${product.id}`] : [`fv:${product.id}`]));
}

function hostName(kind: DemoHostKind, departmentId: string, serverRole: string | null, number: number, chance: Chance): string {
  const digits = (length: number) => String(number).padStart(length, '0');
  const office = departmentId.replace(/^(amt|eb|dez)-/, '').toUpperCase();
  if (kind === 'SERVER') {
    const role = (serverRole ?? 'app').split(':')[0] as string;
    const spelling = chance.next();
    if (spelling < 0.6) return `WFSRV${role.toUpperCase()}${digits(3)}`;
    return spelling < 0.85 ? `srv-${role}-${digits(3)}.${DOMAIN}` : `wf${role}${digits(3)}${chance.pick(['-alt', '-neu', '-test', ''])}`;
  }
  const spelling = chance.next();
  if (spelling < 0.03) return `DESKTOP-${makerName(chance)}`;
  const prefix = kind === 'NOTEBOOK' ? 'NB' : kind === 'THIN_CLIENT' ? 'TC' : 'PC';
  if (spelling < 0.72) return `WF-${office}-${prefix}${digits(5)}`;
  if (spelling < 0.84) return `wf-${office.toLowerCase()}-${prefix.toLowerCase()}${digits(5)}.${DOMAIN}`;
  if (spelling < 0.95) return `${prefix}${digits(6)}`;
  return `${prefix}_${office}_${chance.pick(['Schulung', 'Sitzungssaal', 'Leihgerät', 'Empfang', 'Druckstraße', 'Kasse'])}_${digits(3)}`;
}

function makerName(chance: Chance): string {
  return Array.from({ length: 7 }, () => '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'.charAt(chance.whole(0, 33))).join('');
}

function distinct(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let copy = 2; taken.has(candidate.toLowerCase()); copy++) candidate = `${name}-${copy}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
