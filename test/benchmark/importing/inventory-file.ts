// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Columns of the generated inventory, as the bare table of the rival has them. */
export const COLUMNS = ['hostname', 'software', 'vendor', 'version', 'department', 'installed_on'] as const;

const ROWS_PER_HOST = 50;
const TITLES = 5_000;
/** On every machine; the rest differ from unit to unit. */
const COMMON_TITLES = 20;
const TITLES_OF_A_UNIT = 600;
const VENDORS = 700;
const DEPARTMENTS = 60;
const NAMES = ['Microsoft Office Professional Plus', 'Adobe Acrobat Reader DC', 'Mozilla Firefox ESR', 'Notepad++', 'VLC media player', 'SAP GUI for Windows', 'Oracle Java Runtime', 'Fachverfahren Meldewesen'];

/**
 * Writes an inventory as a client management exports it, if it is not there yet: few names on every machine, many in a few units, ISO dates, commas, LF.
 *
 * @returns path of the file; the same rows for the same number of rows
 */
export async function inventoryFile(folder: string, rows: number): Promise<string> {
  const path = join(folder, `inventory-${rows}.csv`);
  if (await stat(path).catch(() => null)) return path;
  const file = createWriteStream(`${path}.part`);
  file.write(`${COLUMNS.join(',')}\n`);
  for (let host = 0; host * ROWS_PER_HOST < rows; host++) {
    const lines = Math.min(ROWS_PER_HOST, rows - host * ROWS_PER_HOST);
    if (!file.write(Array.from({ length: lines }, (_, k) => lineOf(host, k)).join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  await rename(`${path}.part`, path);
  return path;
}

/** Titles of one machine differ, so that each line is an installation of its own. */
function lineOf(host: number, k: number): string {
  const spread = (host * 7_919 + k * 104_729) % 1_000_003;
  const department = host % DEPARTMENTS;
  const title = k < COMMON_TITLES ? k * 3 : 60 + ((department * 83 + ((host * 31 + k * 397) % TITLES_OF_A_UNIT)) % (TITLES - 60));
  const day = new Date(Date.UTC(2021, 0, 1 + (spread % 1_500))).toISOString().slice(0, 10);
  return `pc-${String(host).padStart(6, '0')},${NAMES[title % NAMES.length]} ${title} (x64),Vendor ${title % VENDORS} GmbH,${1 + (title % 17)}.${spread % 40}.${title % 9},Department ${department},${day}\n`;
}
