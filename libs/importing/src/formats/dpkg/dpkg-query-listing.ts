// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle } from '../../record.js';
import { nearlyAll, type Listing } from '../listings/listing.js';

const NAME = /^[a-z0-9][a-z0-9+.-]+(?::[a-z0-9-]+)?$/;
const VERSION = /^(?:\d+:)?\d[A-Za-z0-9.+~-]*$/;
const ARCHITECTURE = /^(?:all|any|amd64|arm64|armhf|armel|i386|mips64el|mipsel|ppc64el|riscv64|s390x|loong64|powerpc)$/;
const STATUS = /(?:^|[\t;,| ])((?:install|hold|deinstall|purge|unknown) (?:ok|reinstreq) (\S+?))(?=[\t;,| ]|$)/;
const ABBREVIATION = /^[uihrp]([ncHUFWti]) ?$/;

interface Parsed {
  readonly name: string;
  readonly version: string | null;
  readonly isInstalled: boolean;
  readonly isSure: boolean;
}

/** Name and version among the cells of a line, whatever order and divider `--showformat` gave it. */
function parse(text: string): Parsed | null {
  const status = STATUS.exec(text);
  const rest = status === null ? text : text.replace(status[1] as string, '');
  const divider = ['\t', ';', '|', ',', '='].find((sign) => rest.includes(sign)) ?? ' ';
  const cells = rest.split(divider).map((cell) => cell.trim());
  const abbreviation = ABBREVIATION.exec(cells[0] ?? '')?.[1];
  const words = cells.slice(abbreviation === undefined ? 0 : 1).filter((cell, index) => cell !== '' || index > 0);
  const at = words.findIndex((word) => NAME.test(word) && !ARCHITECTURE.test(word));
  const name = words[at];
  if (name === undefined || at > 1) return null;
  const version = words.find((word, index) => index !== at && VERSION.test(word) && index <= at + 2) ?? null;
  if (version === null && (words[at + 1] ?? '') !== '' && !ARCHITECTURE.test(words[at + 1] as string)) return null;
  const hasArchitecture = name.includes(':') || words.some((word) => ARCHITECTURE.test(word));
  const isOfDebian = /[-+~:]/.test(version ?? '') && !/^\d{4}-\d{2}-\d{2}$/.test(version ?? '');
  return {
    name: name.replace(/:[a-z0-9-]+$/, ''),
    version,
    isInstalled: status !== null ? status[2] === 'installed' || (status[2] ?? '').startsWith('triggers') : abbreviation === undefined ? version !== null : 'itW'.includes(abbreviation),
    isSure: status !== null || hasArchitecture || (isOfDebian && (divider === '\t' || divider === ' ' || divider === '=')),
  };
}

/**
 * What `dpkg-query -W` prints: name and version with a tab between, or what `--showformat` makes of them (blank, comma, semicolon, `=`; status, architecture, sizes and descriptions
 * in any place). Export: `dpkg-query -W > packages.txt`.
 *
 * @source dpkg-query(1), "--show" and "--showformat"; deb-version(7)
 */
export const DPKG_QUERY_LISTING: Listing = {
  format: 'dpkg-query',
  detect(lines) {
    const parsed = lines.map(parse);
    const sure = parsed.filter((found) => found?.isSure).length;
    return nearlyAll(lines, (line) => parse(line) !== null) && sure >= Math.max(1, lines.length * 0.3);
  },
  reader: () => (text, line) => {
    const found = parse(text.trimEnd());
    if (found === null) return 'unreadable';
    return found.isInstalled ? { record: { ...recordOfTitle(found.name, { line }), version: found.version } } : 'ignored';
  },
};
