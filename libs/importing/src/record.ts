// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Cents } from '#kernel';
import type { ContractTerm, NoticePeriod } from '#licensing';

/** What the records of a file are about: software in use, contracts about it, or the units of the administration. A file holds one kind. */
export type RecordKind = 'software' | 'contracts' | 'departments';

/** The fields a column of a table of software can stand for; `title` is the only one that must be there. */
export const INVENTORY_FIELDS = [
  'title',
  'vendor',
  'version',
  'host',
  'department',
  'userName',
  'users',
  'devices',
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

/** Fields that name a person: they are dropped before anything is stored, unless an administration has decided otherwise. */
export const PERSONAL_FIELDS = ['userName'] as const satisfies readonly InventoryField[];

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
  /** Login or name of the person at the machine: personal, see {@link PERSONAL_FIELDS}. */
  readonly userName: string | null;
  /** Number of people who use the title; whole, 0 or more. */
  readonly users: number | null;
  /** Number of machines that have the title, where the source counts them instead of naming them; whole, 0 or more. */
  readonly devices: number | null;
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
    userName: null,
    users: null,
    devices: null,
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

/** The fields a column of a table of contracts can stand for; `number` or `title` must be there. */
export const CONTRACT_FIELDS = [
  'number',
  'title',
  'vendor',
  'department',
  'startsOn',
  'endsOn',
  'noticePeriod',
  'renewal',
  'costPerYear',
  'costPerMonth',
  'cost',
  'metric',
  'quantity',
] as const;

export type ContractField = (typeof CONTRACT_FIELDS)[number];

/** One contract, or one item of it, as a register of contracts has it. What the register does not say is null. */
export interface ContractRecord {
  /** Number or file reference of the contract; null where only its subject is named. Several rows with one number are items of one contract. */
  readonly number: string | null;
  /** Product or subject, as written; null where only a number is given. */
  readonly title: string | null;
  readonly vendor: string | null;
  readonly department: string | null;
  readonly startsOn: CalendarDate | null;
  /** Last day; null where it is not said, and for contracts without end ({@link isOpenEnded} then tells). */
  readonly endsOn: CalendarDate | null;
  /** True only where the register says that there is no end. */
  readonly isOpenEnded: boolean;
  readonly notice: NoticePeriod | null;
  /** To the end of what notice can be given, where the register says so. */
  readonly noticeTo: NonNullable<ContractTerm['noticeTo']> | null;
  /** Months by which the contract renews tacitly; 0 where the register says that it ends by itself. */
  readonly renewalMonths: number | null;
  readonly costPerYearCents: Cents | null;
  /** An amount of which the register does not say per what. */
  readonly costCents: Cents | null;
  /** What is counted, as written: `Named User`, `Gerät`, `CPU`. */
  readonly metric: string | null;
  /** Number of rights bought; whole, 0 or more. */
  readonly quantity: number | null;
  /** 1-based line (row of a sheet) on which the record starts. */
  readonly line: number | null;
}

/** The fields a column of a table of departments can stand for; `name` must be there. */
export const DEPARTMENT_FIELDS = ['code', 'name', 'parent', 'headcount'] as const;

export type DepartmentField = (typeof DEPARTMENT_FIELDS)[number];

/** One unit of the administration, as a plan of its organisation has it. What the plan does not say is null. */
export interface DepartmentRecord {
  /** Short name or number by which other rows point at it: `Amt 33`, `33/1`. */
  readonly code: string | null;
  /** Trimmed, never empty. */
  readonly name: string;
  /** Code or name of the unit above; null for the top, and where it is not said. It may come later in the file, or not at all. */
  readonly parent: string | null;
  /** People who work there; whole, 0 or more. */
  readonly headcount: number | null;
  readonly line: number | null;
}
