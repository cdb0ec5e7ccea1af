// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chownSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { killInTurn } from './kills.js';
import { failOverByHand } from './replica.js';
import { failOverByPatroni } from './patroni.js';
import { comparePooler } from './pooler.js';
import { failSilently } from './silent.js';
import { SeparateNetwork } from './separate-network.js';
import { postgresBinaries } from './postgres-server.js';
import { upgradeInTurn } from './upgrade.js';
import { serverUser, StartedProcess } from './started-process.js';
import type { Trial } from './trial.js';

/** `npm run ha -- [--only NAME[,NAME]] [--seconds N] [--from COMMIT]`: several servers, databases and poolers on loopback, the fault, and what became of the load. */
const TRIALS: Readonly<Record<string, { readonly trial: Trial; readonly needs: readonly string[] }>> = {
  kills: { trial: killInTurn, needs: [] },
  replica: { trial: failOverByHand, needs: [] },
  patroni: { trial: failOverByPatroni, needs: ['patroni', 'etcd', 'haproxy', 'pgbouncer'] },
  silent: { trial: failSilently, needs: ['ip', 'nft', 'setpriv'] },
  upgrade: { trial: upgradeInTurn, needs: ['git'] },
  pooler: { trial: comparePooler, needs: ['pgbouncer'] },
};
const PACKAGES = 'postgresql patroni python3-etcd etcd-server etcd-client haproxy pgbouncer iproute2 nftables';
const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin'];
/** Whatever happens, it stops by itself. */
const LONGEST_RUN_MS = 40 * 60_000;

const { values } = parseArgs({ options: { only: { type: 'string' }, seconds: { type: 'string', default: '10' }, from: { type: 'string' } } });
const wanted = values.only?.split(',').map((name) => name.trim()) ?? Object.keys(TRIALS);
const unknown = wanted.find((name) => !Object.hasOwn(TRIALS, name));
const seconds = Number(values.seconds);
if (unknown !== undefined || !(seconds >= 2 && seconds <= 120)) {
  console.error(`There are: ${Object.keys(TRIALS).join(', ')}. --seconds takes 2 to 120.`);
  process.exit(2);
}
const missing = wanted.flatMap((name) => TRIALS[name]!.needs).filter((command) => !FOLDERS.some((folder) => existsSync(join(folder, command))));
if (postgresBinaries() === null || missing.length > 0) {
  console.error(`Missing: ${postgresBinaries() === null ? 'postgresql ' : ''}${[...new Set(missing)].join(' ')}. On Debian: apt-get install --no-install-recommends ${PACKAGES}`);
  process.exit(2);
}

let folder = '';
const end = async (status: number) => {
  await StartedProcess.endAll();
  SeparateNetwork.removeAll();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
  process.exit(status);
};
setTimeout(() => {
  console.error('✗ it takes too long and is ended');
  void end(1);
}, LONGEST_RUN_MS).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(130));

let wrong = 0;
for (const name of wanted) {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-ha-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  await chmod(folder, 0o755);
  console.log(`== ${name}`);
  try {
    const verdict = await TRIALS[name]!.trial({ folder, user, seconds, from: values.from, say: (line) => console.log(`   ${line}`) });
    for (const line of verdict.figures) console.log(`   ${line}`);
    wrong += verdict.wrong.length;
  } catch (failure) {
    wrong++;
    console.log(`   ✗ ${(failure as Error).stack}`);
  } finally {
    await StartedProcess.endAll();
    SeparateNetwork.removeAll();
    await rm(folder, { recursive: true, force: true });
  }
}
await end(wrong === 0 ? 0 : 1);
