// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileLookup } from '#licensing';

const HEAD_BYTES = 32;

/** Looks up the files that a `publiccode.yml` names, from the folder it stands in; of each only the first bytes are read. */
export function filesBeside(publiccodePath: string): FileLookup {
  const folder = dirname(publiccodePath);
  return (path) => {
    const place = join(folder, path);
    if (!(statSync(dirname(place), { throwIfNoEntry: false })?.isDirectory() ?? false)) return 'unknown';
    return (statSync(place, { throwIfNoEntry: false })?.isFile() ?? false) ? headOf(place) : 'missing';
  };
}

function headOf(place: string): Uint8Array {
  const handle = openSync(place, 'r');
  try {
    const head = new Uint8Array(HEAD_BYTES);
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}
