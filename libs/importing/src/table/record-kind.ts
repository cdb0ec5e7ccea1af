// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { TableField } from '../reading.js';
import type { RecordKind } from '../record.js';
import { FIELDS_OF } from './columns.js';
import { headerKey, matchHeader } from './header-match.js';

/** From here on a name leaves no doubt. */
const CLEAR = 0.66;
const ENOUGH = 2;

/** What a clear name says for a register of contracts; what it says against it stands in {@link AGAINST_CONTRACTS}. */
const FOR_CONTRACTS: Readonly<Partial<Record<TableField, number>>> = { number: 2, noticePeriod: 2, renewal: 1.5, startsOn: 1, endsOn: 0.5, costPerYear: 0.5, costPerMonth: 1, metric: 0.5 };
const AGAINST_CONTRACTS: Readonly<Partial<Record<TableField, number>>> = { host: 9, purl: 3, cpe: 3, installedOn: 3, version: 1, users: 0.5, userName: 3 };
const FOR_DEPARTMENTS: Readonly<Partial<Record<TableField, number>>> = { name: 1.5, code: 1, parent: 2, headcount: 0.5 };
const WEAK_FOR_DEPARTMENTS: Readonly<Partial<Record<TableField, number>>> = { name: 0.5, code: 0.25, parent: 0.5 };
const AGAINST_DEPARTMENTS: readonly TableField[] = ['title', 'vendor', 'version', 'host', 'installedOn', 'license', 'purl', 'cpe', 'users', 'devices', 'seats', 'costPerYear', 'contractEndsOn'];
const APPLICATION = /^(fachverfahren|fachanwendung|verfahren|anwendung|application|software)/;

/**
 * Decides what the rows of a table are about.
 *
 * A mapping that was given decides where it speaks of a field that only one kind has. Otherwise the names of the columns do: a number, a notice period or a renewal make a register of
 * contracts, unless machines are named too; a unit with its code or its parent makes a plan of departments, unless software is named too. All else is software.
 */
export function decideRecordKind(header: readonly string[] | null, mapped: readonly string[]): RecordKind {
  const mappedKind = kindOfFields(mapped);
  if (mappedKind !== null || header === null) return mappedKind ?? 'software';
  const software = bestScores(header, 'software');
  const contracts = bestScores(header, 'contracts');
  let points = 0;
  for (const [field, weight] of weights(FOR_CONTRACTS)) if ((contracts.get(field) ?? 0) >= CLEAR) points += weight;
  for (const [field, weight] of weights(AGAINST_CONTRACTS)) if ((software.get(field) ?? 0) >= CLEAR) points -= weight;
  const hasTerms = (['noticePeriod', 'renewal', 'startsOn'] as const).some((field) => (contracts.get(field) ?? 0) >= CLEAR);
  if (!hasTerms && header.some((cell) => APPLICATION.test(headerKey(cell)))) points -= ENOUGH;
  if (points >= ENOUGH) return 'contracts';
  if (AGAINST_DEPARTMENTS.some((field) => (software.get(field) ?? 0) >= CLEAR)) return 'software';
  const departments = bestScores(header, 'departments');
  let units = 0;
  for (const [field, weight] of weights(FOR_DEPARTMENTS)) {
    const score = departments.get(field) ?? 0;
    units += score >= CLEAR ? weight : score > 0 ? (WEAK_FOR_DEPARTMENTS[field] ?? 0) : 0;
  }
  return units >= ENOUGH ? 'departments' : 'software';
}

/** The kind that alone has one of the fields, or null where none is told. */
function kindOfFields(fields: readonly string[]): RecordKind | null {
  const only = (kind: RecordKind): boolean => fields.some((field) => (FIELDS_OF[kind] as readonly string[]).includes(field) && Object.entries(FIELDS_OF).every(([other, names]) => other === kind || !(names as readonly string[]).includes(field)));
  return (['contracts', 'departments', 'software'] as const).find(only) ?? null;
}

function bestScores(header: readonly string[], kind: RecordKind): Map<TableField, number> {
  const best = new Map<TableField, number>();
  for (const cell of header) for (const { field, score01 } of matchHeader(cell, kind)) if (score01 > (best.get(field) ?? 0)) best.set(field, score01);
  return best;
}

function weights(of: Readonly<Partial<Record<TableField, number>>>): [TableField, number][] {
  return Object.entries(of) as [TableField, number][];
}
