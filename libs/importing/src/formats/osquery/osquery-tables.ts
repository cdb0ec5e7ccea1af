// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ToolTable } from '../../table/tool-table.js';
import { adaptRow, OSQUERY_FIELDS } from './osquery-row.js';

const FIELDS = Object.fromEntries(Object.entries(OSQUERY_FIELDS).flatMap(([field, names]) => names.map((name) => [name, field]))) as ToolTable['columns'];
const EXTRA = ['release', 'install_time', 'status', 'bundle_identifier', 'bundle_name', ...OSQUERY_FIELDS.title, ...OSQUERY_FIELDS.version, ...OSQUERY_FIELDS.vendor];

function tableFor(required: readonly string[]): ToolTable {
  return { format: 'osquery', required, columns: FIELDS, extra: EXTRA, titleOf: (cell) => OSQUERY_FIELDS.title.map(cell).find((text) => text !== '') ?? null, adapt: adaptRow };
}

/** Tables of osquery as `osqueryi --csv` prints them; told by columns that only they have. */
export const OSQUERY_TABLES: readonly ToolTable[] = [
  ['name', 'version', 'install_location', 'identifying_number'],
  ['name', 'version', 'arch', 'revision', 'maintainer'],
  ['name', 'version', 'arch', 'release', 'vendor', 'sha1'],
  ['name', 'bundle_identifier', 'bundle_short_version'],
].map(tableFor);

/** Columns of osquery's tables on software; a list of objects with no others, and with a name, is taken for one of them. */
const KNOWN = new Set([
  ...Object.values(OSQUERY_FIELDS).flat(), 'release', 'install_time', 'status', 'bundle_identifier', 'bundle_name', 'bundle_executable', 'bundle_package_type', 'path', 'environment', 'element', 'compiler', 'development_region', 'info_string', 'minimum_system_version', 'category',
  'applescript_enabled', 'copyright', 'last_opened_time', 'install_location', 'install_source', 'language', 'uninstall_string', 'identifying_number', 'package_family_name', 'upgrade_code', 'source', 'size', 'arch', 'revision', 'section', 'priority', 'admindir', 'pid_with_namespace', 'mount_namespace_id',
  'sha1', 'epoch', 'package_group', 'type', 'auto_updates', 'app_name', 'description', 'prefix',
]);

/** The table for rows that come from osquery by all that can be seen, or null. */
export function osqueryTableOf(keys: readonly string[]): ToolTable | null {
  const isOne = keys.some((key) => key === 'name' || key === 'display_name') && keys.every((key) => KNOWN.has(key));
  return isOne ? tableFor([]) : null;
}
