// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle } from '../../record.js';
import { nearlyAll, type Listing } from '../listings/listing.js';

/** `musl-1.2.4-r2`; with `apk list` also architecture, origin, licence and state; with `apk -vv info` a description. */
const LINE = /^([a-z0-9][\w.+-]*?)-(\d[^-\s]*-r\d+)(?: (?:- .*|\S+ \{\S+\} \(([^)]*(?:\([^)]*\)[^)]*)*)\)(?: \[(.+)\])?))?$/i;

/**
 * What `apk list --installed` and `apk info -v` print. Packages that `apk list` names without being installed are passed over. Export: `apk list --installed > packages.txt`.
 *
 * @source apk-list(8), apk-info(8), apk-package(5)
 */
export const APK_LISTING: Listing = {
  format: 'apk-list',
  detect: (lines) => nearlyAll(lines.filter((line) => !/^WARNING: /.test(line)), (line) => LINE.test(line.trim())),
  reader: () => (text, line) => {
    const trimmed = text.trim();
    if (trimmed.startsWith('WARNING: ')) return 'ignored';
    const found = LINE.exec(trimmed);
    if (found === null) return 'unreadable';
    const [, name, version, license, state] = found as unknown as [string, string, string, string | undefined, string | undefined];
    if (license !== undefined && state === undefined) return 'ignored';
    return { record: { ...recordOfTitle(name, { line }), version, license: license ?? null } };
  },
};
