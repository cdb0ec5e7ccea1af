// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import { describe, type CommandContext, type DescribedProblem } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import { openFile } from '../files/open-file.js';
import { word } from '../i18n/words.js';
import { printImport } from '../output/print-import.js';
import { printProblem } from '../output/print-problem.js';
import { ProgressBar } from '../output/progress-bar.js';
import { JOB_PAYLOAD, jobOf, waitForJob, type JobPayload, type JobResult } from '../server/run-job.js';
import { withServer, type Server } from '../server/server.js';
import type { ImportAnswer } from './import-answer.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly format?: string;
  readonly source?: string;
  readonly map?: readonly string[];
  readonly dryRun?: boolean;
  readonly partial?: boolean;
  readonly host?: string;
  readonly pseudonymise?: boolean;
  readonly keepUserNames?: boolean;
}

const FIELDS = 'title, vendor, version, host, department, users, seats, installedOn, source, costPerYear, contractEndsOn, license, purl, cpe';

/** `import FILE…`: one file after the other; a refused one does not hold up the others. */
export async function run(files: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const mapping = (options.map ?? []).map(mappingOf);
  for (const file of files) if (files.length === 1) void (await openFile(file)); // missing files are told before a server is started
  return withServer(context, async (server) => {
    let status: ExitStatus = ExitStatus.DONE;
    for (const file of files) {
      try {
        const answer = await importFile(file, options, mapping, server, context);
        if (context.json) await context.output.json(answer);
        else await printImport(answer, context);
      } catch (failure) {
        if (!(failure instanceof CommandFailure) || failure.status === ExitStatus.FAILED) throw failure;
        await printProblem({ ...failure.problem, file }, context);
        status = failure.status === ExitStatus.NOT_FOUND && files.length === 1 ? failure.status : ExitStatus.REFUSED;
      }
    }
    return status;
  });
}

/** `Column in the file=field`; the last `=` divides, for columns may hold one. */
function mappingOf(value: string): { column: string; field: string } {
  const at = value.lastIndexOf('=');
  const [column, field] = [value.slice(0, at).trim(), value.slice(at + 1).trim()];
  if (at < 1 || column === '' || field === '') throw wrongUsage({ code: 'CLI.MAP_INVALID', value, fields: FIELDS });
  return { column, field };
}

const START = serverDocument(`mutation ($input: StartImportInput!) { startImport(input: $input) { ${JOB_PAYLOAD} ... on StartImportSuccess { job { id } } } }`);

async function importFile(file: string, { source, format, dryRun = false, partial = false, host, pseudonymise, keepUserNames = false }: Options, mapping: readonly { column: string; field: string }[], server: Server, context: CommandContext): Promise<ImportAnswer> {
  const bar = new ProgressBar(context);
  await bar.show(word('uploading', context.language), 0, null);
  const uploadId = await server.upload(basename(file), await openFile(file)).finally(() => bar.end());
  const { startImport } = await server.ask<{ startImport: JobPayload }>(START, { input: { uploadId, source, format, mapping, dryRun, partial, host, pseudonymise, keepUserNames } });
  const job = await waitForJob(jobOf(startImport), server, context);
  return answerOf(file, dryRun, job, server, context);
}

type Summary = Pick<ImportAnswer, 'format' | 'records' | 'accepted' | 'rejected' | 'installations' | 'titles' | 'scope' | 'contracts' | 'departments' | 'hostsChanged' | 'conflicts' | 'preview'> & { readonly problems: readonly DescribedProblem[]; readonly duplicateOf: string | null };
type StoredProblem = DescribedProblem & { readonly messageDe: string };
interface Stored {
  readonly import: { readonly duplicateOf: { readonly id: string } | null; readonly problems: readonly StoredProblem[] } | null;
}

const STORED = serverDocument('query ($id: ID!) { import(id: $id) { duplicateOf { id } problems { code message messageDe line column path } } }');

async function answerOf(file: string, dryRun: boolean, { resultId, summary }: JobResult, server: Server, { language }: CommandContext): Promise<ImportAnswer> {
  const { format, records, accepted, rejected, installations, titles, scope, contracts, departments, hostsChanged, conflicts, preview, ...told } = summary as Summary;
  const stored = resultId === null ? null : (await server.ask<Stored>(STORED, { id: resultId })).import;
  const problems = stored?.problems.map((problem) => ({ ...problem, message: language === 'de' ? problem.messageDe : problem.message })) ?? (await sentencesFor(told.problems, language));
  return {
    file,
    importId: resultId,
    dryRun,
    format,
    duplicateOf: stored === null ? told.duplicateOf : (stored.duplicateOf?.id ?? null),
    records,
    accepted,
    rejected,
    problems: problems.map(({ code, message, line, column, path }) => ({ file, line: line ?? null, column: column ?? null, path: path ?? null, code, message }) as unknown as DescribedProblem),
    titles,
    installations,
    scope,
    ...(contracts ? { contracts } : {}),
    ...(departments ? { departments } : {}),
    hostsChanged,
    conflicts,
    ...(preview ? { preview } : {}),
  };
}

async function sentencesFor(problems: readonly DescribedProblem[], language: CommandContext['language']): Promise<DescribedProblem[]> {
  const { importingMessages } = await import('#importing');
  return problems.map((problem) => describe(problem, language, importingMessages));
}
