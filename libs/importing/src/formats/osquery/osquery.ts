// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { JsonRecordForm } from '../../json/read-json-records.js';
import { recordOfTitle } from '../../record.js';
import { textValue } from '../../text-value.js';
import { parseDay } from '../../table/cell-values.js';
import { member } from '../cyclonedx/component-record.js';

/**
 * Results of osquery's tables `programs`, `deb_packages`, `rpm_packages` and `apps`. Export: `osqueryi --json "SELECT * FROM programs"`.
 *
 * @source osquery schema 5.x
 */
export const OSQUERY: JsonRecordForm = {
  format: 'osquery',
  plans: { '': 'open', '[]': 'take' },
  recordPattern: '[]',
  recordOf: (row, path) => {
    const column = (name: string): string | null => textValue(member(row, name));
    const title = column('display_name') ?? column('name');
    if (title === null) return null;
    const version = column('bundle_short_version') ?? column('version') ?? column('bundle_version');
    const release = column('release');
    return {
      ...recordOfTitle(title.replace(/\.app$/, ''), { path }),
      version: version !== null && release !== null ? `${version}-${release}` : version,
      vendor: column('publisher') ?? column('vendor') ?? column('maintainer')?.replace(/\s*<[^>]*>$/, '') ?? null,
      installedOn: parseDay(column('install_date') ?? '', 'day-first') ?? null,
      host: column('host_identifier') ?? column('hostname') ?? column('computer_name'),
    };
  },
};
