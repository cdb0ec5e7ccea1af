// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';

/** Asks the registry for known weaknesses of what runs in production. Fails for those that are high or critical; where nobody answers, nothing is known, and it says so. */
const LONGEST_WAIT_MS = 60_000;
const GRAVE = ['high', 'critical'];

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], { encoding: 'utf8', timeout: LONGEST_WAIT_MS, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
let report = null;
try {
  report = JSON.parse(stdout);
} catch {
  // told below
}
if (report?.vulnerabilities === undefined) {
  console.log(`not audited: no advisory service answered (${report?.error?.code ?? report?.message ?? error?.code ?? 'no answer'}). Whether a dependency has a known weakness is not known here.`);
} else {
  const found = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via } of found) console.log(`${severity}: ${name} ${range}: ${via.map((cause) => cause.title ?? cause).join('; ')}`);
  const grave = found.filter(({ severity }) => GRAVE.includes(severity));
  console.log(`audited ${report.metadata?.dependencies?.prod ?? '?'} packages: ${found.length} with known weaknesses, ${grave.length} of them high or critical`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}
