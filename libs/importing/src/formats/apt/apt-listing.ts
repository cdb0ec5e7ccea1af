// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle } from '../../record.js';
import { nearlyAll, type Listing } from '../listings/listing.js';

const LINE = /^([a-z0-9][a-z0-9+.-]+)(?::[a-z0-9-]+)?\/(\S*) (\S+) (\S+)(?: \[(.+)\])?$/;
/** `Listing... Done`, in any language, and the warning that the output is not for programs. */
const HEADING = /^(WARNING: apt|\S+( \S+)?(\.\.\.|…)|N: |E: |W: )/;
const RESIDUAL = /residual|restkonfig|konfigurationsdatei/i;

/**
 * What `apt list --installed` and `apt list --upgradable` print. Packages that are only available, and remains of removed ones, are passed over; of an upgradable one the version that is
 * there counts. Export: `apt list --installed > packages.txt`.
 *
 * @source apt(8), "list"; apt-private/private-output.cc
 */
export const APT_LISTING: Listing = {
  format: 'apt-list',
  detect: (lines) => nearlyAll(lines.filter((line) => !HEADING.test(line)), (line) => LINE.test(line.trim())),
  reader: () => (text, line) => {
    const trimmed = text.trim();
    const found = LINE.exec(trimmed);
    if (found === null) return HEADING.test(trimmed) ? 'ignored' : 'unreadable';
    const [, name, suites, version, , state] = found as unknown as [string, string, string, string, string, string | undefined];
    const isThere = /(^|,)now(,|$)/.test(suites) || state !== undefined;
    if (!isThere || RESIDUAL.test(state ?? '')) return 'ignored';
    const before = /: ?([^\s\]]+)$/.exec(state ?? '')?.[1];
    return { record: { ...recordOfTitle(name, { line }), version: before ?? version } };
  },
};
