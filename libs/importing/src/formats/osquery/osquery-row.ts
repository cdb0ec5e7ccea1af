// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { dateOfInstant } from '#kernel';
import type { InventoryRecord } from '../../record.js';

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
  const isRpm = release !== '' && record.version !== null;
  return {
    ...record,
    title: cell('bundle_identifier') === '' ? record.title : record.title.replace(/\.app$/, ''),
    version: isRpm ? `${record.version}-${release}` : record.version,
    vendor: record.vendor === null ? null : record.vendor.replace(/\s*<[^>]*>?$/, '') || null,
    installedOn: record.installedOn ?? dayOfSeconds(cell('install_time')),
  };
}

function dayOfSeconds(text: string): InventoryRecord['installedOn'] {
  const seconds = /^\d{9,10}$/.test(text) ? Number(text) : 0;
  return seconds === 0 ? null : dateOfInstant(new Date(seconds * 1000), 'UTC');
}
