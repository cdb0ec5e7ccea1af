// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import type { Problem } from '#kernel';
import { openFile } from '../files/open-file.js';
import { payloadOf, PROBLEM_FIELDS } from './payload.js';
import type { Server } from './server.js';

interface Stored {
  readonly changed: boolean;
  readonly software: { readonly key: string; readonly revision: number };
}

const STORED = `... on OwnSoftwareStored { changed software { key revision } } ${PROBLEM_FIELDS}`;

/** Takes own software into the register from its `publiccode.yml`, and its parts from a bill of materials where one is given; returns its key. */
export async function registerSoftware(file: string, parts: string | undefined, server: Server): Promise<{ readonly key: string; readonly changed: boolean }> {
  const uploadId = await server.upload(basename(file), await openFile(file));
  const { registerPubliccode } = await server.ask<{ registerPubliccode: Stored | Problem }>(`mutation ($uploadId: ID!) { registerPubliccode(input: { uploadId: $uploadId }) { ${STORED} } }`, { uploadId });
  const { changed, software: { key } } = payloadOf<Stored>(registerPubliccode, file);
  if (parts !== undefined) {
    const partsId = await server.upload(basename(parts), await openFile(parts));
    const { setOwnSoftwareParts } = await server.ask<{ setOwnSoftwareParts: Stored | Problem }>(`mutation ($key: String!, $uploadId: ID!) { setOwnSoftwareParts(input: { key: $key, uploadId: $uploadId }) { ${STORED} } }`, { key, uploadId: partsId });
    payloadOf<Stored>(setOwnSoftwareParts, parts);
  }
  return { key, changed };
}
