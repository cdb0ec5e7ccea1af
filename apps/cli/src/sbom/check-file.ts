// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { stat } from 'node:fs/promises';
import type { CalendarDate, Language, Problem, Result } from '#kernel';
import { scanSbom, type SbomHead } from '#importing';
import { componentChecker, type CheckedComponent, type LicenseFinding, type Usage } from '#licensing';
import { cycloneDxSchema } from '../files/cyclonedx-schemas.js';
import { openFile } from '../files/open-file.js';
import type { PolicyAtHand } from '../server/read-policy.js';
import { FindingList, MOST_KEPT } from './finding-list.js';

/** What a bill of materials is checked against. */
export interface SbomCheck extends PolicyAtHand {
  readonly usage: Usage;
  readonly today: CalendarDate;
}

export interface CheckedFile {
  readonly head: SbomHead;
  readonly findings: FindingList;
}

/** How many findings people are shown. */
export const FINDINGS_SHOWN = 50;

/** Reads a bill of materials and checks each of its components. What can be read only once (a pipe) keeps all findings, however many they are. */
export async function checkFile(file: string, check: SbomCheck, language: Language): Promise<Result<CheckedFile, Problem>> {
  const source = await openFile(file);
  const canBeReopened = (await stat(file)).isFile();
  const findings = new FindingList(FINDINGS_SHOWN, canBeReopened ? MOST_KEPT : Infinity);
  const checkComponent = checkerOf(check, language);
  const head = await scanSbom(source, { fileName: file, schemas: cycloneDxSchema, ...(canBeReopened ? { reopen: () => openFile(file) } : {}) }, (component) => findings.add(checkComponent(component)));
  return head.ok ? { ok: true, value: { head: head.value, findings } } : head;
}

/**
 * Reads a bill that was found valid once more and hands on its findings, some at a time, waiting for whoever takes them.
 *
 * @returns how many there were, or why the file can no longer be read
 */
export async function handOnFindings(file: string, check: SbomCheck, language: Language, take: (findings: readonly LicenseFinding[]) => Promise<void>): Promise<Result<number, Problem>> {
  const checkComponent = checkerOf(check, language);
  let waiting: LicenseFinding[] = [];
  let count = 0;
  const handOn = async (): Promise<void> => {
    const some = waiting;
    waiting = [];
    count += some.length;
    if (some.length > 0) await take(some);
  };
  const head = await scanSbom(inStep(await openFile(file), handOn), { fileName: file, schemas: null }, (component) => waiting.push(checkComponent(component)));
  await handOn();
  return head.ok ? { ok: true, value: count } : head;
}

function checkerOf({ policy, matrix, usage, today }: SbomCheck, language: Language): (component: CheckedComponent) => LicenseFinding {
  return componentChecker(policy, { usage, ...(matrix === undefined ? {} : { matrix }) }, today, language);
}

/** Passes bytes on, and waits between two pieces. */
async function* inStep(source: AsyncIterable<Uint8Array>, wait: () => Promise<void>): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    await wait();
    yield piece;
  }
}
