// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import type { Problem } from '#kernel';
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { openFile } from '../../files/open-file.js';
import { word } from '../../i18n/words.js';
import { payloadOf, PROBLEM_FIELDS } from '../../server/payload.js';
import { withServer } from '../../server/server.js';
import { serverDocument } from '../../server/server-document.js';

interface Loaded {
  readonly changed: boolean;
  readonly matrix: { readonly id: string; readonly version: string; readonly licenseCount: number; readonly cells: { readonly totalCount: number } };
}

const MUTATION = serverDocument(`mutation ($uploadId: ID!) { loadCompatibilityMatrix(input: { uploadId: $uploadId }) {
  ... on CompatibilityMatrixLoaded { changed matrix { id version licenseCount cells { totalCount } } } ${PROBLEM_FIELDS} } }`);

/** `catalogue load osadl FILE`: OSADL's compatibility matrix goes before our own table from now on. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const [file, ...more] = words;
  if (file === undefined) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'file', verb: 'catalogue load osadl ' });
  if (more.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'catalogue load osadl ' });
  const bytes = await openFile(file); // a missing file is told before a server is started
  const { changed, matrix } = await withServer(context, async (server) => {
    const uploadId = await server.upload(basename(file), bytes);
    const { loadCompatibilityMatrix } = await server.ask<{ loadCompatibilityMatrix: Loaded | Problem }>(MUTATION, { uploadId });
    return payloadOf<Loaded>(loadCompatibilityMatrix, file);
  });
  const answer = { kind: 'osadl', file, changed, matrixId: matrix.id, version: matrix.version, licenses: matrix.licenseCount, cells: matrix.cells.totalCount };
  if (context.json) await context.output.json(answer);
  else await context.output.line(`OSADL (v${answer.version}): ${answer.licenses} ${word('licenses', context.language)}, ${answer.cells} ${word('cells', context.language)}${changed ? '' : `. ${word('loadedBefore', context.language)}`}`);
  return ExitStatus.DONE;
}

