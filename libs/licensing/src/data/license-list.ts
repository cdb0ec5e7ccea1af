// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { exceptionRows } from './exceptions.js';
import type { LicenseRow } from './license-row.js';
import { licenseRows } from './licenses.js';

const rowsByLowerId = new Map(licenseRows.map((row) => [row.id.toLowerCase(), row]));
const exceptionsByLowerId = new Map(exceptionRows.map((row) => [row.id.toLowerCase(), row]));

const currentByLowerName = new Map(licenseRows.filter((row) => row.deprecated !== true).map((row) => [row.name.toLowerCase(), row]));

/** The id of the license that bears exactly this title on the list, in any case; deprecated ones are not looked at; null where none does. */
export function licenseIdOfTitle(title: string): string | null {
  return currentByLowerName.get(title.toLowerCase())?.id ?? null;
}

/** What the list says about an id, in whatever case it is written; null where the id is not on the list. */
export function licenseInfo(id: string): LicenseRow | null {
  return rowsByLowerId.get(id.toLowerCase()) ?? null;
}

/** The list's spelling of an id, or null where it is not on the list. */
export function canonicalLicenseId(id: string): string | null {
  return licenseInfo(id)?.id ?? null;
}

/** The list's spelling of an exception's id, or null where it is not on the list. */
export function canonicalExceptionId(id: string): string | null {
  return exceptionsByLowerId.get(id.toLowerCase())?.id ?? null;
}

/** Whether an exception lets other programs be combined with the covered one without falling under its licence; false where it is not listed. */
export function isLinkingException(id: string): boolean {
  return exceptionsByLowerId.get(id.toLowerCase())?.linking ?? false;
}
