// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle, type InventoryRecord } from '../../record.js';

/** Listings of Linux package managers, one package in a line. */
export type PackageListing = 'dpkg-list' | 'rpm-qa';

/** What a line of a listing is: a package, a line to pass over, or neither. */
export type PackageLine = InventoryRecord | 'ignored' | 'unreadable';

const RPM = /^([A-Za-z0-9][\w.+-]*)-([^-\s]+)-([^-\s]+?)\.(noarch|x86_64|i[3-6]86|aarch64|ppc64le|ppc64|s390x|armv7hl|src|\(none\))$/;
/** Letters for wanted, status and error; `ii` is installed. */
const DPKG = /^([uirph])([ncHUFWti])([R ]?)\s+(\S+)\s+(\S+)\s+(\S+)(?:\s+(.*))?$/;

/** Tells a listing by its first lines: the head of `dpkg -l`, or lines that all name version, release and architecture. */
export function detectPackageListing(text: string): PackageListing | null {
  if (/^\|\|\/ Name\s+Version/m.test(text)) return 'dpkg-list';
  const lines = text.split(/\r?\n/).slice(0, 20).filter((line) => line.trim() !== '');
  const complete = lines.length > 2 ? lines.slice(0, -1) : lines;
  const matching = complete.filter((line) => RPM.test(line.trim())).length;
  return matching > 0 && matching >= complete.length * 0.9 ? 'rpm-qa' : null;
}

/**
 * Reads one line. Packages that `dpkg` knows but that are not installed are passed over, and so are the public keys in an RPM database.
 *
 * @source dpkg-query(1), rpm(8)
 */
export function packageOfLine(listing: PackageListing, text: string, line: number): PackageLine {
  const trimmed = text.trimEnd();
  if (trimmed.trim() === '') return 'ignored';
  if (listing === 'rpm-qa') {
    if (trimmed.startsWith('gpg-pubkey-')) return 'ignored';
    const rpm = RPM.exec(trimmed.trim());
    return rpm === null ? 'unreadable' : { ...recordOfTitle(rpm[1] as string, { line }), version: `${rpm[2]}-${rpm[3]}` };
  }
  if (/^(Desired=|\| |\|\/|\|\|\/|\+\+\+-)/.test(trimmed)) return 'ignored';
  const deb = DPKG.exec(trimmed);
  if (deb === null) return 'unreadable';
  if (deb[2] !== 'i') return 'ignored';
  return { ...recordOfTitle((deb[4] as string).replace(/:[a-z0-9-]+$/, ''), { line }), version: deb[5] as string };
}
