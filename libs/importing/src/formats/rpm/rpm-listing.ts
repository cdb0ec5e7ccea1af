// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { dateOf, type CalendarDate } from '#kernel';
import { recordOfTitle, type InventoryRecord } from '../../record.js';
import { nearlyAll, type Listing } from '../listings/listing.js';

const ARCHITECTURES = 'noarch|x86_64|i[3-6]86|aarch64|ppc64le|ppc64|s390x|armv7hl|armv7l|riscv64|loongarch64|src|\\(none\\)';
/** `bash-5.1.8-6.el9.x86_64`, and behind it what `--last` adds. */
const WHOLE = new RegExp(`^([A-Za-z0-9][\\w.+-]*)-([^-\\s]+)-([^-\\s]+?)\\.(?:${ARCHITECTURES})(?:\\s+(\\S.*))?$`);
/** The same without architecture, as RPM before version 4.6 had it; only where the release tells the distribution. */
const BARE = /^([A-Za-z0-9][\w.+-]*)-([^-\s]+)-([^-\s]*\.(?:el|fc|sles|suse|mga|amzn|lp|bp|oe)\d[^-\s]*)$/;
/** `dnf list installed`: name and architecture, version, repository. */
const DNF = new RegExp(`^([A-Za-z0-9][\\w.+-]*)\\.(?:${ARCHITECTURES})\\s+((?:\\d+:)?[^-\\s]+-[^-\\s]+)(?:\\s+(@?\\S+))?$`);
const ARCHITECTURE = new RegExp(`^(?:${ARCHITECTURES})$`);
const RELEASE = /\.(?:el|fc|sles|suse|mga|amzn|lp|bp|oe)\d/;
const NAME = /^[A-Za-z0-9][\w.+-]*$/;
const VERSION = /^[\w.+~^:-]*\d[\w.+~^:-]*$/;
const HEADINGS = /^(Installed Packages|Installierte Pakete|Available Packages|Last metadata|Letzte Prüfung|Updating Subscription|Loaded plugins|Geladene Plugins)/;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly vendor: string | null;
  readonly installedOn: CalendarDate | null;
}

function parse(text: string): Package | null {
  const whole = WHOLE.exec(text) ?? BARE.exec(text);
  if (whole !== null) return { name: whole[1] as string, version: `${whole[2]}-${whole[3]}`, vendor: null, installedOn: dayOfLast(whole[4] ?? '') };
  const dnf = DNF.exec(text);
  return dnf !== null ? { name: dnf[1] as string, version: dnf[2] as string, vendor: null, installedOn: null } : parseCells(text);
}

/** A line that `--queryformat` made: name, version, release and architecture in this order, with one divider; what follows may name the vendor. */
function parseCells(text: string): Package | null {
  const divider = ['\t', ';', '|', ','].find((sign) => text.includes(sign)) ?? ' ';
  const cells = text.split(divider).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const architectureAt = cells.findIndex((cell) => ARCHITECTURE.test(cell));
  // without an architecture, the release has to tell the distribution
  const at = architectureAt >= 0 ? architectureAt : cells.findIndex((cell, index) => index > 0 && RELEASE.test(cell)) + 1;
  const [name, ...between] = cells.slice(0, at).filter((cell) => cell !== '(none)' && cell !== '');
  if (at < 2 || name === undefined || !NAME.test(name) || between.length === 0 || between.length > 3 || !between.every((cell) => VERSION.test(cell))) return null;
  const isEpoch = between.length === 3 && /^\d+$/.test(between[0] as string);
  const [version, release] = isEpoch ? between.slice(1) : between;
  const vendor = cells.slice(at + 1).find((cell) => /\p{L}{3}/u.test(cell) && /\b(Inc|Project|Red Hat|SUSE|openSUSE|Fedora|CentOS|Rocky|Alma|Oracle|GmbH|Corporation|Corp|Foundation|Ltd|LLC|AG)\b/.test(cell));
  return { name, version: release === undefined ? (version as string) : `${version}-${release}`, vendor: vendor ?? null, installedOn: null };
}

const MONTHS: Readonly<Record<string, number>> = { jan: 1, jän: 1, feb: 2, mar: 3, mär: 3, mrz: 3, apr: 4, may: 5, mai: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, okt: 10, nov: 11, dec: 12, dez: 12 };

/** `Mon 12 Jun 2023 10:00:00 CEST`, `Mo 12 Jun 2023 …`, `Mon Jun 12 10:00:00 2023`. */
function dayOfLast(text: string): CalendarDate | null {
  const words = text.toLowerCase().split(/[\s.,]+/);
  const month = words.map((word) => MONTHS[word.slice(0, 3)]).find((number) => number !== undefined);
  const year = words.find((word) => /^(19|20)\d\d$/.test(word));
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  return month === undefined || year === undefined || day === undefined ? null : dateOf(Number(year), month, Number(day));
}

function recordOf({ name, version, vendor, installedOn }: Package, line: number): InventoryRecord {
  return { ...recordOfTitle(name, { line }), version, vendor, installedOn };
}

/**
 * What `rpm -qa` prints, as it is, with `--last`, or as `--queryformat` divides it; and what `dnf list installed` prints. Public keys in the database are no software.
 * Export: `rpm -qa > packages.txt`.
 *
 * @source rpm(8), "QUERY OPTIONS"; dnf(8), "list"
 */
export const RPM_LISTING: Listing = {
  format: 'rpm-qa',
  detect: (lines) => nearlyAll(lines.filter((line) => !HEADINGS.test(line) && !line.startsWith('gpg-pubkey')), (line) => parse(line.trim()) !== null),
  reader: () => (text, line) => {
    const trimmed = text.trim();
    if (trimmed.startsWith('gpg-pubkey') || HEADINGS.test(trimmed)) return 'ignored';
    const found = parse(trimmed);
    return found === null ? 'unreadable' : { record: recordOf(found, line) };
  },
};
