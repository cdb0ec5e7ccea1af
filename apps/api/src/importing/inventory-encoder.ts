// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryRecord } from '#importing';
import { copyRows, NO_DATE, ROW_INTEGERS } from './copy-rows.js';
import { clean, type Dictionaries, type Dictionary } from './dictionary.js';

/** One entry of an application register: a title in use, count unknown. */
export interface RegisterRow {
  readonly title_id: number;
  readonly version_id: number;
  readonly department_id: number | null;
  readonly users: number | null;
  readonly devices: number | null;
  readonly seats: number | null;
  readonly cost_per_year_cents: number | null;
  readonly contract_ends_on: string | null;
}

/** An installation by its ids. */
export type InstallationKey = readonly [host: number, title: number, version: number];

/** What the encoder is told beside the records. */
export interface EncoderOptions {
  /** The name under which a machine is kept: in lower case, or its pseudonym. */
  readonly nameOfHost: (host: string) => string;
  /** The machine of records that name none. */
  readonly host: string | null;
  /** Names of people are dropped unless this is set. */
  readonly keepsUserNames: boolean;
}

/**
 * Turns records into rows of integers for COPY: names go into dictionaries, so that the database neither compares nor indexes text per installation. (A first load is
 * several times faster this way than with text in a staging table.)
 */
export class InventoryEncoder {
  readonly register: RegisterRow[] = [];
  readonly departmentOfHost = new Map<number, number>();
  readonly userOfHost = new Map<number, string>();
  /** Machines that the file speaks of. */
  readonly hosts = new Set<number>();
  /** Installations of which the file's last word is that they are gone. */
  readonly gone = new Map<string, InstallationKey>();
  private lastHost: { readonly raw: string; number: number } = { raw: '', number: 0 };

  constructor(
    private readonly dictionaries: Dictionaries,
    private readonly options: EncoderOptions,
    /** Reserves ids, as many as names wait in each dictionary. */
    private readonly settle: () => Promise<void>,
  ) {}

  /** Rows of host, title, version and date in PostgreSQL's binary format, for the records that have a host; the others go to the register. */
  async encode(records: readonly InventoryRecord[], removed: readonly InventoryRecord[] = []): Promise<Buffer> {
    const rows = new Int32Array(records.length * ROW_INTEGERS);
    const departments = new Map<number, number>();
    const users = new Map<number, string>();
    const register: { row: RegisterRow }[] = [];
    let length = 0;
    for (const record of records) {
      const title = this.titleOf(record);
      const version = this.versionOf(record);
      const department = record.department === null ? null : this.dictionaries.departments.numberOf(clean(record.department));
      const host = record.host ?? this.options.host;
      if (host === null) {
        register.push({ row: registerRow(record, title, version, department) });
        continue;
      }
      const number = this.hostOf(host);
      if (department !== null) departments.set(number, department);
      if (this.options.keepsUserNames && record.userName) users.set(number, clean(record.userName));
      rows[length] = number;
      rows[length + 1] = title;
      rows[length + 2] = version;
      rows[length + 3] = record.installedOn === null ? NO_DATE : this.dayOf(record.installedOn);
      length += ROW_INTEGERS;
    }
    const goneRows = removed.flatMap((record) => {
      const host = record.host ?? this.options.host;
      return host === null ? [] : [[this.hostOf(host), this.titleOf(record), this.versionOf(record)] as const];
    });
    await this.settleNames();
    this.resolve(rows, length);
    this.keep(departments, users, register);
    this.noteGone(rows, length, goneRows);
    return copyRows(rows.subarray(0, length));
  }

  /** Replaces ids that another import had given to the same names meanwhile. */
  replaceIds(table: 'host' | 'title' | 'version' | 'department', ids: ReadonlyMap<number, number>): void {
    if (ids.size === 0) return;
    const now = <T extends number | null>(id: T): T => (id === null ? id : ((ids.get(id) ?? id) as T));
    if (table === 'host') {
      for (const map of [this.departmentOfHost, this.userOfHost] as Map<number, unknown>[]) for (const [id, value] of [...map]) if (ids.has(id)) { map.delete(id); map.set(now(id), value); }
      for (const id of ids.keys()) if (this.hosts.delete(id)) this.hosts.add(now(id));
    }
    if (table === 'department') for (const [host, department] of this.departmentOfHost) this.departmentOfHost.set(host, now(department));
    const columns: readonly (keyof RegisterRow)[] = table === 'title' ? ['title_id'] : table === 'version' ? ['version_id'] : table === 'department' ? ['department_id'] : [];
    for (const column of columns) this.register.forEach((row, at) => (this.register[at] = { ...row, [column]: now(row[column] as number | null) }));
    const place = ['host', 'title', 'version'].indexOf(table);
    if (place >= 0) for (const [key, installation] of this.gone) this.gone.set(key, installation.map((id, at) => (at === place ? now(id) : id)) as unknown as InstallationKey);
  }

  private titleOf(record: InventoryRecord): number {
    return this.dictionaries.titles.numberOfTitle(record.title, record.vendor, record.purl, record.cpe);
  }

  private versionOf(record: InventoryRecord): number {
    return this.dictionaries.versions.numberOf(clean(record.version));
  }

  /** Exports come machine by machine: most lines name the host of the line before. */
  private hostOf(raw: string): number {
    if (raw !== this.lastHost.raw) this.lastHost = { raw, number: this.dictionaries.hosts.numberOf(this.options.nameOfHost(clean(raw))) };
    return this.lastHost.number;
  }

  private readonly days = new Map<string, number>();

  private dayOf(date: string): number {
    let day = this.days.get(date);
    if (day === undefined) this.days.set(date, (day = (Date.parse(date) - Date.UTC(2000, 0, 1)) / 86_400_000));
    return day;
  }

  private async settleNames(): Promise<void> {
    const { hosts, titles, versions, departments } = this.dictionaries;
    if (hosts.waiting + titles.waiting + versions.waiting + departments.waiting > 0) await this.settle();
    else for (const dictionary of [hosts, titles, versions, departments] as Dictionary[]) dictionary.settle([]);
    this.lastHost.number = hosts.idOf(this.lastHost.number);
  }

  private resolve(rows: Int32Array, length: number): void {
    const { hosts, titles, versions } = this.dictionaries;
    let last = 0;
    for (let at = 0; at < length; at += ROW_INTEGERS) {
      if (rows[at]! < 0) rows[at] = hosts.idOf(rows[at]!);
      if (rows[at + 1]! < 0) rows[at + 1] = titles.idOf(rows[at + 1]!);
      if (rows[at + 2]! < 0) rows[at + 2] = versions.idOf(rows[at + 2]!);
      if (rows[at] !== last) this.hosts.add((last = rows[at]!));
    }
  }

  private keep(departmentNumbers: ReadonlyMap<number, number>, users: ReadonlyMap<number, string>, register: readonly { readonly row: RegisterRow }[]): void {
    const { hosts, titles, versions, departments } = this.dictionaries;
    for (const [host, department] of departmentNumbers) this.departmentOfHost.set(hosts.idOf(host), departments.idOf(department));
    for (const [host, user] of users) this.userOfHost.set(hosts.idOf(host), user);
    for (const { row } of register) {
      this.register.push({ ...row, title_id: titles.idOf(row.title_id), version_id: versions.idOf(row.version_id), department_id: row.department_id === null ? null : departments.idOf(row.department_id) });
    }
  }

  /** In the order of batches the last word counts; within one batch nothing is in both lists. */
  private noteGone(rows: Int32Array, length: number, gone: readonly InstallationKey[]): void {
    const { hosts, titles, versions } = this.dictionaries;
    if (this.gone.size > 0) for (let at = 0; at < length; at += ROW_INTEGERS) this.gone.delete(`${rows[at]} ${rows[at + 1]} ${rows[at + 2]}`);
    for (const [host, title, version] of gone) {
      const key: InstallationKey = [hosts.idOf(host), titles.idOf(title), versions.idOf(version)];
      this.gone.set(key.join(' '), key);
      this.hosts.add(key[0]);
    }
  }
}

function registerRow(record: InventoryRecord, title: number, version: number, department: number | null): RegisterRow {
  return {
    title_id: title,
    version_id: version,
    department_id: department,
    users: record.users,
    devices: record.devices,
    seats: record.seats,
    cost_per_year_cents: record.costPerYearCents,
    contract_ends_on: record.contractEndsOn,
  };
}
