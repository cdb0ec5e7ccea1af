// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { word } from '../i18n/words.js';
import { amount } from '../output/figures.js';
import { printFacts } from '../output/table.js';
import { JOB_PAYLOAD, jobOf, waitForJob, type JobPayload } from '../server/run-job.js';
import { withServer } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly dryRun?: boolean;
  readonly acceptConflicts?: boolean;
}

/** The keys of `undo-import --json`. */
interface UndoAnswer {
  readonly importId: string;
  readonly source: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly installations: { readonly removed: number; readonly restored: number; readonly kept: number };
  readonly rows: { readonly undone: number; readonly kept: number };
  readonly titles: { readonly removed: number };
  readonly hosts: { readonly removed: number };
  readonly conflicts: number;
}

const START = serverDocument(`mutation ($input: UndoImportInput!) { undoImport(input: $input) { ${JOB_PAYLOAD} ... on UndoImportSuccess { job { id } } } }`);

/** `undo-import ID`: what an import changed is as if it had never been. */
export async function run([id = '']: readonly string[], { dryRun = false, acceptConflicts = false }: Options, context: CommandContext): Promise<ExitStatus> {
  const answer = await withServer(context, async (server) => {
    const { undoImport } = await server.ask<{ undoImport: JobPayload }>(START, {
      input: { id: /^\d+$/.test(id) ? `Import:${id}` : id, dryRun, acceptConflicts },
    });
    return (await waitForJob(jobOf(undoImport), server, context)).summary as UndoAnswer;
  });
  if (context.json) await context.output.json(answer);
  else await print(answer, context);
  return ExitStatus.DONE;
}

async function print({ source, fileName, dryRun, installations, rows, titles, hosts, conflicts }: UndoAnswer, { language, output }: CommandContext): Promise<void> {
  const count = (value: number, name: string): string => `${amount(value, language)} ${word(name, language)}`;
  await output.line(`${source}: ${fileName}`);
  await printFacts(output, [
    [word('installations', language), [count(installations.removed, 'removed'), count(installations.restored, 'restored')].join(', ')],
    [word('otherRecords', language), count(rows.undone, 'putBack')],
    [word('titles', language), count(titles.removed, 'removed')],
    [word('hosts', language), count(hosts.removed, 'removed')],
    [word('conflicts', language), count(conflicts, 'keptAsLaterSaid')],
  ]);
  if (dryRun) await output.line(word('dryRun', language));
}
