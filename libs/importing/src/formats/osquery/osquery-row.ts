// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { dateOfInstant } from '#kernel';
import { recordOfTitle, type InventoryRecord } from '../../record.js';
import { parseDay } from '../../table/cell-values.js';
import { textValue } from '../../text-value.js';

/** Columns of osquery's tables on software, by field; the first that is there counts. */
export const OSQUERY_FIELDS = {
  title: ['display_name', 'name'],
  version: ['bundle_short_version', 'version', 'bundle_version'],
  vendor: ['publisher', 'vendor', 'maintainer', 'author'],
  host: ['host_identifier', 'hostIdentifier', 'hostname', 'computer_name', 'host'],
  installedOn: ['install_date'],
} as const;

/**
 * A record with what the columns of osquery's tables mean beyond their names: the release that belongs to the version of an RPM, the day of its installation
 * in seconds, the address behind the name of a maintainer, the ending of an application of macOS.
 *
 * @param cell text of a column, '' where there is none
 * @returns null for a package that Debian knows and that is not installed
 * @source osquery schema 5.x: programs, deb_packages, rpm_packages, apps, homebrew_packages
 */
export function adaptRow(record: InventoryRecord, cell: (name: string) => string): InventoryRecord | null {
  const status = cell('status');
  if (status !== '' && /\b(deinstall|config-files|not-installed|half-installed)\b/.test(status)) return null;
  const release = cell('release');
  const first = (names: readonly string[]): string | null => names.map(cell).find((text) => text !== '') ?? null;
  const version = record.version ?? first(OSQUERY_FIELDS.version);
  const isOfMac = cell('bundle_identifier') !== '' || cell('bundle_short_version') !== '';
  return {
    ...record,
    title: isOfMac ? record.title.replace(/\.app$/, '') : record.title,
    version: release !== '' && version !== null ? `${version}-${release}` : version,
    vendor: (record.vendor ?? first(OSQUERY_FIELDS.vendor))?.replace(/\s*<[^>]*>?$/, '') || null,
    installedOn: record.installedOn ?? dayOfSeconds(cell('install_time')),
  };
}

function dayOfSeconds(text: string): InventoryRecord['installedOn'] {
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) : 0;
  return seconds === 0 ? null : dateOfInstant(new Date(seconds * 1000), 'UTC');
}

/** A row of one of osquery's tables on software as a record; null for a row of another table, and for a package that is not installed. */
export function recordOfRow(row: Readonly<Record<string, unknown>>, path: string, line: number): InventoryRecord | null {
  const cell = (name: string): string => textValue(row[name]) ?? '';
  const first = (names: readonly string[]): string | null => names.map(cell).find((text) => text !== '') ?? null;
  const title = first(OSQUERY_FIELDS.title);
  const hasVersion = OSQUERY_FIELDS.version.some((name) => name in row);
  if (title === null || !hasVersion) return null;
  const record: InventoryRecord = {
    ...recordOfTitle(title, { path, line }),
    version: first(OSQUERY_FIELDS.version),
    vendor: first(OSQUERY_FIELDS.vendor),
    host: first(OSQUERY_FIELDS.host),
    installedOn: parseDay(cell('install_date'), 'day-first') ?? null,
  };
  return adaptRow(record, cell);
}
