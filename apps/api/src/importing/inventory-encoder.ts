// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryRecord } from '#importing';

/** Names that get integer ids: what is known already, and what is new. */
export class Dictionary {
  readonly added: { readonly id: number; readonly parts: readonly string[] }[] = [];

  constructor(
    private readonly ids: Map<string, number>,
    private last: number,
  ) {}

  idOf(...parts: readonly string[]): number {
    const key = parts.length === 1 ? parts[0]! : parts.join('\u0001');
    let id = this.ids.get(key);
    if (id === undefined) {
      id = ++this.last;
      this.ids.set(key, id);
      this.added.push({ id, parts });
    }
    return id;
  }
}

/** The dictionaries of an import; ids are kept over imports. */
export interface Dictionaries {
  readonly hosts: Dictionary;
  readonly titles: Dictionary;
  readonly versions: Dictionary;
  readonly departments: Dictionary;
}

/** One entry of an application register: a title in use, count unknown. */
export interface RegisterRow {
  readonly title_id: number;
  readonly version_id: number;
  readonly department_id: number | null;
  readonly users: number | null;
  readonly seats: number | null;
  readonly cost_per_year_cents: number | null;
  readonly contract_ends_on: string | null;
}

/**
 * Turns records into rows of integers for COPY: names go into dictionaries, so that the database neither compares nor indexes text per installation. (A first load is
 * several times faster this way than with text in a staging table.)
 */
export class InventoryEncoder {
  readonly register: RegisterRow[] = [];
  readonly departmentOfHost = new Map<number, number>();

  constructor(private readonly dictionaries: Dictionaries) {}

  /** Lines `host title version installedOn` in PostgreSQL's text format, for the records that have a host; the others go to the register. */
  encode(records: readonly InventoryRecord[]): string {
    const { hosts, titles, versions, departments } = this.dictionaries;
    let lines = '';
    for (const record of records) {
      const title = titles.idOf(clean(record.title), clean(record.vendor), clean(record.purl), clean(record.cpe));
      const version = versions.idOf(clean(record.version));
      const department = record.department === null ? null : departments.idOf(clean(record.department));
      if (record.host === null) {
        this.register.push({
          title_id: title,
          version_id: version,
          department_id: department,
          users: record.users,
          seats: record.seats,
          cost_per_year_cents: record.costPerYearCents,
          contract_ends_on: record.contractEndsOn,
        });
      } else {
        const host = hosts.idOf(clean(record.host).toLowerCase());
        if (department !== null) this.departmentOfHost.set(host, department);
        lines += `${host}\t${title}\t${version}\t${record.installedOn ?? '\\N'}\n`;
      }
    }
    return lines;
  }
}

/** NUL cannot be stored in PostgreSQL text. */
function clean(text: string | null): string {
  return text === null ? '' : text.includes('\0') ? text.replaceAll('\0', '') : text;
}
