// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import { dateOfInstant, type Problem } from '#kernel';
import { LONGEST_PUBLICCODE_BYTES, ownSoftwareKeyOf, parsePubliccode } from '#licensing';
import { openFile, readBytes } from '../files/open-file.js';
import { CHANGE_FIELDS, payloadOf } from './payload.js';
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

interface Stored {
  readonly changed: boolean;
  readonly software: { readonly key: string; readonly revision: number };
}

const STORED = `... on OwnSoftwareStored { changed software { key revision } } ${CHANGE_FIELDS}`;

const REVISION = serverDocument('query ($keys: [String!]) { ownSoftware(first: 1, filter: { keys: $keys }) { nodes { revision } } }');

const REGISTER = serverDocument(`mutation ($input: RegisterPubliccodeInput!) { registerPubliccode(input: $input) { ${STORED} } }`);

const SET_PARTS = serverDocument(`mutation ($input: SetOwnSoftwarePartsInput!) { setOwnSoftwareParts(input: $input) { ${STORED} } }`);

/**
 * Takes own software into the register from its valid `publiccode.yml`, and its parts from a bill of materials where one is given; returns its key. What the register has is read first:
 * it is replaced only as long as nobody else changes it meanwhile.
 */
export async function registerSoftware(file: string, parts: string | undefined, server: Server): Promise<{ readonly key: string; readonly changed: boolean }> {
  const { document } = parsePubliccode(await readBytes(file, LONGEST_PUBLICCODE_BYTES + 1), { today: dateOfInstant(new Date()) });
  const { ownSoftware } = await server.ask<{ ownSoftware: { nodes: readonly { readonly revision: number }[] } }>(REVISION, { keys: [ownSoftwareKeyOf(document ?? {})] });
  const uploadId = await server.upload(basename(file), await openFile(file));
  const { registerPubliccode } = await server.ask<{ registerPubliccode: Stored | Problem }>(REGISTER, { input: { uploadId, revision: ownSoftware.nodes[0]?.revision } });
  const { changed, software: { key, revision } } = payloadOf<Stored>(registerPubliccode, file);
  if (parts !== undefined) {
    const partsId = await server.upload(basename(parts), await openFile(parts));
    const { setOwnSoftwareParts } = await server.ask<{ setOwnSoftwareParts: Stored | Problem }>(SET_PARTS, { input: { key, revision, uploadId: partsId } });
    payloadOf<Stored>(setOwnSoftwareParts, parts);
  }
  return { key, changed };
}
