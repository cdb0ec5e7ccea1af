// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import { catalogueMessages, readEndoflife } from '#catalogue';
import { describe, type CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { CommandFailure, wrongUsage } from '../../failure.js';
import { fetchText } from '../../files/fetch-text.js';
import { readWholeFile } from '../../files/open-file.js';
import { printChanges } from '../../output/print-changes.js';
import { loadCatalogue } from '../../server/load-catalogue.js';
import { withServer } from '../../server/server.js';

const MOST_BYTES = 64_000_000;

/** `catalogue load endoflife FILE|URL`: release cycles of endoflife.date, for the products that name themselves there; curated cycles stay as they are. */
export async function run([from, ...tooMany]: readonly string[], { dryRun = false }: { readonly dryRun?: boolean }, context: CommandContext): Promise<ExitStatus> {
  if (from === undefined) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'file', verb: 'catalogue ' });
  if (tooMany.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'catalogue ' });
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(from);
  const text = isAddress ? await fetchText(from, MOST_BYTES) : await readWholeFile(from, MOST_BYTES);
  const fileName = isAddress ? basename(new URL(from).pathname) || 'endoflife.json' : basename(from);
  const read = readEndoflife(text, fileName); // a file that is none is told before a server is started
  if (!read.ok) throw new CommandFailure(describe({ ...read.problem, file: from }, context.language, catalogueMessages));
  const changes = await withServer(context, (server) => loadCatalogue({ upload: { fileName, text }, kind: 'ENDOFLIFE', dryRun }, server, context));
  if (context.json) await context.output.json({ dryRun, read: read.value.size, changes });
  else await printChanges(changes, dryRun, context);
  return ExitStatus.DONE;
}
