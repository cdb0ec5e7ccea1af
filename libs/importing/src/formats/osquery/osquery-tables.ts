// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ToolTable } from '../../table/tool-table.js';
import { adaptRow, OSQUERY_FIELDS } from './osquery-row.js';

const FIELDS = Object.fromEntries(Object.entries(OSQUERY_FIELDS).flatMap(([field, names]) => names.map((name) => [name, field]))) as ToolTable['columns'];
const EXTRA = ['release', 'install_time', 'maintainer', 'status', 'name', 'bundle_identifier', 'type'];

/** Tables of osquery as `osqueryi --csv` prints them; told by columns that only they have. */
export const OSQUERY_TABLES: readonly ToolTable[] = [
  ['name', 'version', 'install_location', 'identifying_number'],
  ['name', 'version', 'arch', 'revision', 'maintainer'],
  ['name', 'version', 'arch', 'release', 'vendor', 'sha1'],
  ['name', 'bundle_identifier', 'bundle_short_version'],
].map((required) => ({ format: 'osquery', required, columns: FIELDS, extra: EXTRA, adapt: adaptRow }));
