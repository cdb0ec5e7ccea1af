// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as wait } from 'node:timers/promises';
import type { Language, Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { word } from '../i18n/words.js';
import { interruption } from '../interruption.js';
import { ProgressBar } from '../output/progress-bar.js';
import type { Server } from './server.js';
import { serverDocument, type ServerDocument } from './server-document.js';

/** What a mutation that queues a job answers. */
export interface JobPayload extends Partial<Problem> {
  readonly job?: { readonly id: string };
}

/** What a job came to. */
export interface JobResult {
  /** Global id of what it made; null for dry runs. */
  readonly resultId: string | null;
  readonly summary: unknown;
}

interface Job extends JobResult {
  readonly status: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly step: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly problem: Problem | null;
}

const FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 200;
const PATIENCE_AFTER_CANCEL_MS = 10_000;

/** Selects what {@link waitForJob} needs of a mutation's union. */
export const JOB_PAYLOAD = '__typename ... on Problem { code message } ... on InputProblem { file line column path }';

/** The id of the queued job, or the problem the mutation answered. */
export function jobOf(payload: JobPayload): string {
  if (payload.job !== undefined) return payload.job.id;
  const code = payload.code ?? 'CLI.SERVER_ANSWER_INVALID';
  throw new CommandFailure(withoutNulls({ ...payload, code }), /NOT_FOUND$/.test(code) ? ExitStatus.NOT_FOUND : ExitStatus.REFUSED);
}

const CANCEL = serverDocument('mutation ($id: ID!) { cancelJob(input: { id: $id }) { __typename } }');

/**
 * Waits for a job and shows how far it is; Ctrl-C cancels it on the server.
 *
 * @throws CommandFailure with the job's problem, or CLI.CANCELLED
 */
export async function waitForJob(id: string, server: Server, context: CommandContext): Promise<JobResult> {
  const bar = new ProgressBar(context);
  const signal = interruption();
  let cancelledAt: number | null = null;
  try {
    for (let pauseMs = FIRST_WAIT_MS; ; pauseMs = Math.min(LONGEST_WAIT_MS, pauseMs * 1.5)) {
      const job = await askJob(id, server, context.language);
      if (job.status === 'DONE') return job;
      if (job.status === 'CANCELLED') throw new CommandFailure({ code: 'CLI.CANCELLED' }, ExitStatus.FAILED);
      if (job.status === 'FAILED') throw failureOf(job.problem);
      if (signal.aborted && cancelledAt === null) {
        cancelledAt = Date.now();
        await server.ask(CANCEL, { id });
      }
      if (cancelledAt !== null && Date.now() - cancelledAt > PATIENCE_AFTER_CANCEL_MS) throw new CommandFailure({ code: 'CLI.CANCELLED' }, ExitStatus.FAILED);
      await bar.show(word(job.step ?? 'waiting', context.language), job.done, job.total);
      await wait(pauseMs, undefined, { signal: cancelledAt === null ? signal : undefined }).catch(() => undefined);
    }
  } finally {
    bar.end();
  }
}

const jobQuery = (message: string): string => `query ($id: ID!) { job(id: $id) { status step done total resultId summary problem { code ${message} file line column path } } }`;
const JOB: Readonly<Record<Language, ServerDocument>> = { de: serverDocument(jobQuery('message: messageDe')), en: serverDocument(jobQuery('message')) };

async function askJob(id: string, server: Server, language: Language): Promise<Job> {
  const { job } = await server.ask<{ job: Job | null }>(JOB[language], { id });
  if (job === null) throw new CommandFailure({ code: 'CLI.SERVER_ANSWER_INVALID', reason: `job ${id}` }, ExitStatus.FAILED);
  return job;
}

function failureOf(problem: Problem | null): CommandFailure {
  if (problem === null) return new CommandFailure({ code: 'INTERNAL', reason: '?' }, ExitStatus.FAILED);
  const status = problem.code === 'INTERNAL' ? ExitStatus.FAILED : /NOT_FOUND$/.test(problem.code) ? ExitStatus.NOT_FOUND : ExitStatus.REFUSED;
  return new CommandFailure(withoutNulls(problem), status);
}

function withoutNulls(problem: Problem): Problem {
  return Object.fromEntries(Object.entries(problem).filter(([, value]) => value !== null)) as unknown as Problem;
}
