// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { makeBill } from './make.js';

/**
 * Checks the program's own bill of materials with the program's own command, under the policies for publication and for procurement. Whatever is not approved has to stand in `waivers.yaml` with its
 * reason, and a waiver that has run out or waives nothing has to go.
 *
 *     node sbom/check.js [--bill FILE] [--waivers FILE]
 */
const { values: given } = parseArgs({ options: { bill: { type: 'string' }, waivers: { type: 'string', default: join(import.meta.dirname, 'waivers.yaml') } } });
const CHECKS = [
  { policy: 'veroeffentlichung', usage: 'publication' },
  { policy: 'beschaffung', usage: 'network' },
];
const command = join(import.meta.dirname, '../apps/cli/bin/fahrplan.js');
const today = new Date().toISOString().slice(0, 10);

function answerOf(file, { policy, usage }) {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [command, 'sbom', file, '--policy', policy, '--usage', usage, '--json'], { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, FAHRPLAN_DATA: join(tmpdir(), 'fahrplan-no-data') } }, (failure, stdout, stderr) => {
      if (stdout.trim() === '') return reject(failure ?? new Error(stderr));
      resolve(JSON.parse(stdout));
    });
  });
}

const folder = await mkdtemp(join(tmpdir(), 'fahrplan-sbom-'));
const complaints = [];
try {
  const file = given.bill ?? join(folder, 'fahrplan.cdx.json');
  if (given.bill === undefined) await writeFile(file, JSON.stringify(await makeBill()));
  const { waivers } = parse(await readFile(given.waivers, 'utf8'));
  const used = new Set();
  for (const check of CHECKS) {
    const answer = await answerOf(file, check);
    if (answer.status !== 'OK') throw new Error(JSON.stringify(answer.problem));
    let waived = 0;
    for (const { component, version, license, verdict, rule, reason } of answer.findings) {
      if (verdict === 'APPROVED') continue;
      const waiver = waivers.find((one) => one.policy === check.policy && one.rule === rule && one.component === component && one.license === license);
      if (waiver !== undefined) used.add(waiver);
      if (waiver === undefined) complaints.push(`${check.policy}: ${component} ${version ?? ''} (${license ?? 'no license'}) is ${verdict} by ${rule}: ${reason}`);
      else if (waiver.until < today) complaints.push(`${check.policy}: the waiver for ${component} ran out on ${waiver.until}`);
      else waived++;
    }
    for (const deviation of answer.deviations) complaints.push(`${check.policy}: ${deviation.message ?? JSON.stringify(deviation)}`);
    const { APPROVED, REVIEW, REJECTED } = answer.counts;
    console.log(`${check.policy} (${check.usage}): ${answer.components} components, ${APPROVED} approved, ${REVIEW} to review, ${REJECTED} rejected; ${waived} waived`);
  }
  for (const waiver of waivers) if (!used.has(waiver)) complaints.push(`sbom/waivers.yaml: nothing needs the waiver of ${waiver.component} under ${waiver.policy} (${waiver.rule}) any more`);
} finally {
  await rm(folder, { recursive: true });
}
for (const complaint of complaints) console.error(`✗ ${complaint}`);
process.exitCode = complaints.length > 0 ? 1 : 0;
