// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { readCatalogue, SHIPPED_CATALOGUE } from '../../files/read-catalogue.js';
import { printChanges } from '../../output/print-changes.js';
import { loadCatalogue, type LoadRequest } from '../../server/load-catalogue.js';
import { withServer } from '../../server/server.js';
import type { Command } from '../../verb.js';

/** Data of others that can be loaded beside catalogue files: `catalogue load KIND FILE`. */
const KINDS: Readonly<Record<string, () => Promise<Command>>> = {
  endoflife: () => import('./load-endoflife.js'),
  osadl: () => import('./load-osadl.js'),
};

interface Options {
  readonly dryRun?: boolean;
  readonly category?: string;
}

/**
 * `catalogue load [DIR|FILE]`, `catalogue load KIND FILE`: takes catalogue files, packs and publiccode.yml in, or the shared base anew where nothing is
 * named. A folder that is called like a kind is written `./endoflife`.
 */
export async function run(words: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const [first = '', ...rest] = words;
  const kind = Object.hasOwn(KINDS, first) ? KINDS[first] : undefined;
  if (kind !== undefined) return (await kind()).run(rest, options as never, context);
  if (rest.length > 0) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'catalogue load', value: first, allowed: Object.keys(KINDS) });
  return loadFrom(words[0], options, options.dryRun === true, context);
}

/** @param path folder or file; undefined, or the folder that comes with the program: the shared base */
export async function loadFrom(path: string | undefined, { category }: Options, dryRun: boolean, context: CommandContext): Promise<ExitStatus> {
  const request: LoadRequest = { ...(path === undefined ? {} : await uploadOf(path)), category, dryRun };
  const changes = await withServer(context, (server) => loadCatalogue(request, server, context));
  if (context.json) await context.output.json({ dryRun, changes });
  else await printChanges(changes, dryRun, context);
  return ExitStatus.DONE;
}

async function uploadOf(path: string): Promise<Pick<LoadRequest, 'upload'>> {
  const files = await readCatalogue(path);
  if ((await realpath(path)) === (await realpath(SHIPPED_CATALOGUE))) return {};
  return { upload: { fileName: `${basename(path).slice(0, 100)}.files.json`, text: JSON.stringify({ files }) } };
}
