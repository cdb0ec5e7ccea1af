// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Cents } from '#kernel';

/** The fields a column of a table can stand for; `title` is the only one that must be there. */
export const INVENTORY_FIELDS = [
  'title',
  'vendor',
  'version',
  'host',
  'department',
  'users',
  'seats',
  'installedOn',
  'source',
  'costPerYear',
  'contractEndsOn',
  'license',
  'purl',
  'cpe',
] as const;

export type InventoryField = (typeof INVENTORY_FIELDS)[number];

/**
 * One observation of a piece of software, as its source spells it. What the source does not say is null: never 0, 1 or ''.
 *
 * A record without `host` says that the title is in use, and nothing about how often.
 */
export interface InventoryRecord {
  /** Raw name, trimmed, never empty. */
  readonly title: string;
  readonly vendor: string | null;
  readonly version: string | null;
  /** Name of the machine on which the title was observed. */
  readonly host: string | null;
  /** Name or number of the organisational unit, as the source spells it. */
  readonly department: string | null;
  /** Number of people who use the title; whole, 0 or more. */
  readonly users: number | null;
  /** Number of rights bought; whole, 0 or more. */
  readonly seats: number | null;
  readonly installedOn: CalendarDate | null;
  /** Where the row itself says it comes from (a client management system, a contract register). */
  readonly source: string | null;
  readonly costPerYearCents: Cents | null;
  readonly contractEndsOn: CalendarDate | null;
  /** License as written: an SPDX expression, a name, a text; not judged here. */
  readonly license: string | null;
  readonly purl: string | null;
  readonly cpe: string | null;
  /** 1-based line on which the record starts, in files made of lines. */
  readonly line: number | null;
  /** Path of the record, in structured files: `components[3]`. */
  readonly path: string | null;
}

/** A record of which only the title and the place are known. */
export function recordOfTitle(title: string, place: { line?: number; path?: string }): InventoryRecord {
  return {
    title,
    vendor: null,
    version: null,
    host: null,
    department: null,
    users: null,
    seats: null,
    installedOn: null,
    source: null,
    costPerYearCents: null,
    contractEndsOn: null,
    license: null,
    purl: null,
    cpe: null,
    line: place.line ?? null,
    path: place.path ?? null,
  };
}
