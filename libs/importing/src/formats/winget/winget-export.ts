// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { JsonRecordForm } from '../../json/read-json-records.js';
import { recordOfTitle } from '../../record.js';
import { textValue } from '../../text-value.js';
import { member } from '../cyclonedx/component-record.js';

/**
 * Packages that `winget export -o FILE --include-versions` writes; the title is the package identifier (`Mozilla.Firefox`).
 *
 * @source winget-cli, packages.schema 1.0 and 2.0
 */
export const WINGET_EXPORT: JsonRecordForm = {
  format: 'winget-export',
  plans: { '': 'open', Sources: 'open', 'Sources[]': 'open', 'Sources[].Packages': 'open', 'Sources[].Packages[]': 'take' },
  recordPattern: 'Sources[].Packages[]',
  recordOf: (item, path) => {
    const title = textValue(member(item, 'PackageIdentifier')) ?? textValue(member(item, 'Id'));
    return title === null ? null : { ...recordOfTitle(title, { path }), version: textValue(member(item, 'Version')), source: 'winget' };
  },
};
