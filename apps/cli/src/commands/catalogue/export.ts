// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises';
import { idOf } from '#catalogue';
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { CommandFailure, wrongUsage } from '../../failure.js';
import { word } from '../../i18n/words.js';
import { refuse, type Refused } from '../../server/load-catalogue.js';
import { withServer } from '../../server/server.js';
import { serverDocument } from '../../server/server-document.js';

interface Options {
  readonly publisher?: string;
  readonly name?: string;
  readonly packVersion?: string;
  readonly license?: string;
  readonly url?: string;
}

type Answer = { readonly text: string; readonly sha256: string } | Refused;

const EXPORT = serverDocument('mutation ($input: ExportCataloguePackInput!) { exportCataloguePack(input: $input) { ... on ExportCataloguePackSuccess { text sha256 } ... on Problem { code message } } }');

/** `catalogue export FILE --publisher NAME`: own entries and overrides as a pack for other administrations. */
export async function run([file, ...tooMany]: readonly string[], { publisher, name, packVersion = '1', license = 'CC0-1.0', url }: Options, context: CommandContext): Promise<ExitStatus> {
  if (file === undefined) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'file', verb: 'catalogue ' });
  if (tooMany.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'catalogue ' });
  if (publisher === undefined) throw wrongUsage({ code: 'CLI.OPTION_MISSING', option: '--publisher <name>', verb: 'catalogue ' });
  const input = { name: name ?? idOf(publisher), publisher, version: packVersion, license, url };
  const { exportCataloguePack: answer } = await withServer(context, (server) =>
    server.ask<{ exportCataloguePack: Answer }>(EXPORT, { input }),
  );
  if (!('text' in answer)) return refuse(answer, context);
  await writeFile(file, answer.text).catch((failure: NodeJS.ErrnoException) => {
    throw new CommandFailure({ code: 'CLI.FILE_NOT_WRITTEN', file, reason: failure.code ?? failure.message });
  });
  if (context.json) await context.output.json({ file, ...input, sha256: answer.sha256 });
  else await context.output.line(`${file}: ${word('written', context.language)} (sha256 ${answer.sha256})`);
  return ExitStatus.DONE;
}
