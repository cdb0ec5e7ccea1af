// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle } from '../../record.js';
import type { Listing } from '../listings/listing.js';

/** Name, version and the release that every package of Arch has. */
const LINE = /^([a-z0-9@_+][a-z0-9@._+-]*) ((?:\d+:)?[^\s-]+-\d+(?:\.\d+)?)(?: \[.*\])?$/i;

/**
 * What `pacman -Q` prints. Export: `pacman -Q > packages.txt`.
 *
 * @source pacman(8), "QUERY OPTIONS"; PKGBUILD(5), pkgver and pkgrel
 */
export const PACMAN_LISTING: Listing = {
  format: 'pacman-q',
  detect: (lines) => lines.every((line) => LINE.test(line.trim())),
  reader: () => (text, line) => {
    const found = LINE.exec(text.trim());
    return found === null ? 'unreadable' : { record: { ...recordOfTitle(found[1] as string, { line }), version: found[2] as string } };
  },
};
