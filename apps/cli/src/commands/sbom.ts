// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { dateOfInstant, type Messages, type Problem } from '#kernel';
import { importingMessages } from '#importing';
import { licensingMessages, readyPolicies, type LicenseFinding, type Usage } from '#licensing';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { keptMatrix } from '../files/kept-matrix.js';
import { printSbom } from '../output/print-sbom.js';
import type { SbomAnswer } from '../sbom/answer.js';
import { checkFile, handOnFindings, type CheckedFile, type SbomCheck } from '../sbom/check-file.js';
import { readPolicy, type PolicyAtHand } from '../server/read-policy.js';

interface Options {
  readonly policy?: string;
  readonly policyVersion?: string;
  readonly stored?: boolean;
  readonly usage?: Usage;
}

const sentences: Messages = { ...importingMessages, ...licensingMessages };

/** `sbom FILE…`: reads each bill of materials and checks its licenses; one answer for each file, in order. */
export async function run(files: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const { policy, matrix } = await choosePolicy(options, context);
  const check: SbomCheck = { policy, matrix, usage: options.usage ?? (policy.outbound === undefined ? 'internal' : 'publication'), today: dateOfInstant(new Date()) };
  let [isRefused, isRejected] = [false, false];
  for (const file of files) {
    const { answer, checked } = await answerFile(file, check, context);
    const printed = context.json ? await writeJson(answer, checked, check, context) : answer;
    if (!context.json) await printSbom(answer, checked?.findings.open ?? [], context);
    isRefused ||= printed.status === 'REFUSED';
    isRejected ||= printed.verdict === 'REJECTED';
  }
  return isRefused ? ExitStatus.REFUSED : isRejected ? ExitStatus.CHECK_NEGATIVE : ExitStatus.DONE;
}

/** A ready policy without waivers and the matrix of this data folder, where nothing else was asked for; every other policy is the server's. */
async function choosePolicy({ policy: name = 'beschaffung', policyVersion, stored }: Options, context: CommandContext): Promise<PolicyAtHand> {
  const ready = Object.hasOwn(readyPolicies, name) ? readyPolicies[name] : undefined;
  const isReady = ready !== undefined && !stored && (policyVersion === undefined || policyVersion === ready.version);
  if (!isReady) return readPolicy(name, policyVersion, context);
  return { policy: ready, matrix: ready.outbound === undefined ? undefined : await keptMatrix(context.environment.dataFolder) };
}

async function answerFile(file: string, check: SbomCheck, { language }: CommandContext): Promise<{ answer: SbomAnswer; checked: CheckedFile | null }> {
  try {
    const checked = await checkFile(file, check, language);
    if (!checked.ok) return { answer: refused(file, checked.problem, check, language), checked: null };
    const { head, findings } = checked.value;
    const { count, verdict, counts } = findings;
    const deviations = head.deviations.map((deviation) => describe({ ...deviation, file }, language, sentences));
    const answer: SbomAnswer = { file, status: 'OK', problem: null, format: head.format, specVersion: head.specVersion, components: count, verdict, counts, ...appliedPolicy(check), deviations };
    return { answer, checked: checked.value };
  } catch (failure) {
    if (failure instanceof CommandFailure) return { answer: refused(file, failure.problem, check, language), checked: null };
    throw failure;
  }
}

function refused(file: string, problem: Problem, check: SbomCheck, language: CommandContext['language']): SbomAnswer {
  const described = describe({ ...problem, file }, language, sentences);
  return { file, status: 'REFUSED', problem: described, format: null, specVersion: null, components: 0, verdict: null, counts: { APPROVED: 0, REVIEW: 0, REJECTED: 0 }, ...appliedPolicy(check), deviations: [] };
}

function appliedPolicy({ policy, matrix, usage }: SbomCheck): Pick<SbomAnswer, 'policy' | 'policyVersion' | 'matrix' | 'usage'> {
  return { policy: policy.name, policyVersion: policy.version, matrix: matrix?.source ?? null, usage };
}

/**
 * Writes an answer with all its findings on one line. Too many to be kept are written while the file is read once more, before the rest of the answer:
 * should the file have changed meanwhile, it still ends as a refusal.
 */
async function writeJson(answer: SbomAnswer, checked: CheckedFile | null, check: SbomCheck, { language, output }: CommandContext): Promise<SbomAnswer> {
  const kept = checked === null ? [] : checked.findings.kept;
  if (kept !== null) {
    await output.json({ ...answer, findings: kept });
    return answer;
  }
  let separator = '';
  await output.raw('{"findings":[');
  const again = await handOnFindings(answer.file, check, language, async (findings: readonly LicenseFinding[]) => {
    await output.raw(separator + findings.map((finding) => JSON.stringify(finding)).join(','));
    separator = ',';
  });
  const isSame = again.ok && again.value === answer.components;
  const last = isSame ? answer : refused(answer.file, again.ok ? { code: 'CLI.FILE_CHANGED' } : again.problem, check, language);
  await output.raw(`],${JSON.stringify(last).slice(1)}\n`);
  return last;
}
