// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { dateOfInstant, type CalendarDate, type Messages, type Problem } from '#kernel';
import { importingMessages, readSbom, type Sbom } from '#importing';
import { checkComponents, licensingMessages, readyPolicies, type ComponentsCheck, type LicenseFinding, type Usage } from '#licensing';
import { describe, type CommandContext, type DescribedProblem } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { cycloneDxSchema } from '../files/cyclonedx-schemas.js';
import { keptMatrix } from '../files/kept-matrix.js';
import { openFile } from '../files/open-file.js';
import { word } from '../i18n/words.js';
import { problemLine } from '../output/print-problem.js';
import { printTable } from '../output/table.js';
import { readPolicy, type PolicyAtHand } from '../server/read-policy.js';

interface Options {
  readonly policy?: string;
  readonly policyVersion?: string;
  readonly stored?: boolean;
  readonly usage?: Usage;
}

interface Check extends PolicyAtHand {
  readonly usage: Usage;
  readonly today: CalendarDate;
}

/** What one file came to; the keys of `sbom --json`. */
interface SbomAnswer {
  readonly file: string;
  readonly status: 'OK' | 'REFUSED';
  readonly problem: DescribedProblem | null;
  readonly format: string | null;
  readonly specVersion: string | null;
  readonly components: number;
  readonly verdict: ComponentsCheck['verdict'] | null;
  readonly policy: string;
  readonly policyVersion: string;
  /** Loaded compatibility matrix that went before our own table; null where none did. */
  readonly matrix: string | null;
  readonly usage: Usage;
  readonly findings: readonly LicenseFinding[];
}

const sentences: Messages = { ...importingMessages, ...licensingMessages };
const FINDINGS_SHOWN = 50;

/** `sbom FILE…`: reads each bill of materials and checks its licenses; one answer for each file, in order. */
export async function run(files: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const { policy, matrix } = await choosePolicy(options, context);
  const check: Check = { policy, matrix, usage: options.usage ?? (policy.outbound === undefined ? 'internal' : 'publication'), today: dateOfInstant(new Date()) };
  let [isRefused, isRejected] = [false, false];
  for (const file of files) {
    const answer = await answerFile(file, check, context);
    isRefused ||= answer.status === 'REFUSED';
    isRejected ||= answer.verdict === 'REJECTED';
    if (context.json) await context.output.json(answer);
    else await printAnswer(answer, context);
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

async function answerFile(file: string, check: Check, context: CommandContext): Promise<SbomAnswer> {
  try {
    const read = await readSbom(await openFile(file), { fileName: file, schemas: cycloneDxSchema });
    return read.ok ? checked(file, read.value, check, context) : refused(file, read.problem, check, context);
  } catch (failure) {
    if (failure instanceof CommandFailure) return refused(file, failure.problem, check, context);
    throw failure;
  }
}

function checked(file: string, sbom: Sbom, { policy, matrix, usage, today }: Check, { language }: CommandContext): SbomAnswer {
  const { verdict, findings, policyVersion } = checkComponents(policy, sbom.components, usage, today, language, matrix);
  return { file, status: 'OK', problem: null, format: sbom.format, specVersion: sbom.specVersion, components: sbom.components.length, verdict, policy: policy.name, policyVersion, matrix: matrix?.source ?? null, usage, findings };
}

function refused(file: string, problem: Problem, { policy, matrix, usage }: Check, { language }: CommandContext): SbomAnswer {
  const described = describe({ ...problem, file }, language, sentences);
  return { file, status: 'REFUSED', problem: described, format: null, specVersion: null, components: 0, verdict: null, policy: policy.name, policyVersion: policy.version, matrix: matrix?.source ?? null, usage, findings: [] };
}

/** Findings that ask for something come first, the approved ones are only counted. */
async function printAnswer(answer: SbomAnswer, { language, output }: CommandContext): Promise<void> {
  if (answer.problem !== null) return output.message(`✗ ${problemLine(answer.problem)}`);
  await output.line(`${answer.file}: ${answer.format} ${answer.specVersion}, ${answer.components} ${word('components', language)} → ${word(answer.verdict ?? '–', language)}`);
  const open = [...answer.findings.filter(({ verdict }) => verdict === 'REJECTED'), ...answer.findings.filter(({ verdict }) => verdict === 'REVIEW')];
  if (open.length > 0) {
    await printTable(
      output,
      [{ title: word('component', language), wrapAt01: 0.25 }, { title: word('version', language), wrapAt01: 0.12 }, { title: word('license', language), wrapAt01: 0.18 }, { title: word('verdict', language) }, { title: word('reason', language), wrapAt01: 0.35 }],
      open.slice(0, FINDINGS_SHOWN).map((finding) => [finding.component, finding.version ?? '', finding.license ?? '–', word(finding.verdict, language), finding.reason]),
    );
    if (open.length > FINDINGS_SHOWN) await output.line(`… ${open.length - FINDINGS_SHOWN} ${word('more', language)} (--json)`);
  }
  await output.line();
}
