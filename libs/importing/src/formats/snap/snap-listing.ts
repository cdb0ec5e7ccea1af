// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle } from '../../record.js';
import type { Listing } from '../listings/listing.js';

const HEADER = /^Name\s+Version\s+(Rev|Revision)\b/i;
/** Name, version, revision, channel and publisher. */
const LINE = /^(\S+)\s+(\S+)\s+(x?\d+)\s+(\S+)\s+(\S+)(?:\s+(\S+))?\s*$/;

/**
 * What `snap list` prints. Export: `snap list > snaps.txt`.
 *
 * @source snap(8), "list"
 */
export const SNAP_LISTING: Listing = {
  format: 'snap-list',
  detect: (lines) => lines.slice(0, 3).some((line) => HEADER.test(line)),
  reader: () => (text, line) => {
    if (HEADER.test(text)) return 'ignored';
    const found = LINE.exec(text.trim());
    if (found === null) return 'unreadable';
    const publisher = (found[5] as string).replace(/[✓*✪]+$|^[-–]$/u, '');
    return { record: { ...recordOfTitle(found[1] as string, { line }), version: found[2] as string, vendor: publisher === '' ? null : publisher } };
  },
};
