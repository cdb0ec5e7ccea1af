// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { recordOfTitle } from '../../record.js';
import { nearlyAll, type Listing } from '../listings/listing.js';

const ID = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*){2,}$/;
const HEADER = /^(Name|Ref|Description)\t|Application ID|Anwendungskennung/i;

function cellsOf(text: string): string[] {
  return (text.includes('\t') ? text.split('\t') : text.trim().split(/\s{2,}/)).map((cell) => cell.trim());
}

/**
 * What `flatpak list` prints: name, identifier, version, branch. Export: `flatpak list > flatpaks.txt`.
 *
 * @source flatpak-list(1), "--columns"
 */
export const FLATPAK_LISTING: Listing = {
  format: 'flatpak-list',
  detect: (lines) => nearlyAll(lines.filter((line) => !HEADER.test(line)), (line) => ID.test(cellsOf(line)[1] ?? '')),
  reader: () => (text, line) => {
    if (HEADER.test(text)) return 'ignored';
    const [name, id, version] = cellsOf(text);
    if (id === undefined || !ID.test(id)) return 'unreadable';
    const isVersion = version !== undefined && /^[vV]?\d/.test(version);
    return { record: { ...recordOfTitle(name === '' || name === undefined ? id : name, { line }), version: isVersion ? version : null } };
  },
};
