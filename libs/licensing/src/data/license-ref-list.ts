// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licenseRefRows, type LicenseRefRow } from './license-refs.js';

const rowsByName = new Map(licenseRefRows.map((row) => [row.name, row]));

/** What is known of `LicenseRef-<name>`; names are case-sensitive (SPDX 2.3 annex D); null where nothing is known. */
export function licenseRefInfo(name: string): LicenseRefRow | null {
  return rowsByName.get(name) ?? null;
}
