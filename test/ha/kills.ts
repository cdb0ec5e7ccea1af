// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '#kernel';
import { PASSWORD, PostgresServer } from './postgres-server.js';
import { makeRoles, migrateAt, startPrograms } from './program-set.js';
import { freePorts } from '../support/free-ports.js';
import { until } from './started-process.js';
import { judge, type Trial } from './trial.js';
import { WriteLoad } from './write-load.js';

const ROUNDS = 3;
const SEED = 1;
const WRITERS = 8;

/** Two servers, two workers and their database, of which one after the other gets SIGKILL at a random moment under load, and is started again; an import is always under way. */
export const killInTurn: Trial = async ({ folder, user, seconds, say }) => {
  const [port] = (await freePorts(1)) as [number];
  const database = new PostgresServer('only', port, folder, user);
  database.initialise();
  await database.start();
  await makeRoles((sql) => database.query(sql));
  const url = `postgres://fahrplan:${PASSWORD}@${database.at}/fahrplan`;
  const data = join(folder, 'program');
  await mkdir(data);
  migrateAt(database.at, data, { DATABASE_URL: url });
  const programs = await startPrograms(data, { DATABASE_URL: url });
  const random = seededRandom(SEED);
  const victims: Readonly<Record<string, () => Promise<void>>> = {
    server: () => programs.killServer(0),
    worker: () => programs.killWorker(0),
    database: async () => {
      await database.kill();
      await database.start();
    },
    'other server': () => programs.killServer(1),
    'other worker': () => programs.killWorker(1),
  };
  say(`two servers, two workers, a database; each is killed ${ROUNDS} times`);
  let kills = 0;
  const jobs: { readonly id: string; readonly during: string }[] = [];
  try {
    const load = new WriteLoad(programs.servers, 'kills', WRITERS, true);
    for (let round = 1; round <= ROUNDS; round++) {
      for (const [name, kill] of Object.entries(victims)) {
        const during = `${name}, round ${round}`;
        let id = '';
        await until('an import begins', async () => (id = await programs.beginImport(`Während ${during}`)) !== '');
        jobs.push({ id, during });
        await sleep(random() * seconds * 1_000);
        const { acceptedSoFar } = load;
        await kill();
        kills++;
        await until('writes are accepted again', () => load.acceptedSoFar > acceptedSoFar, 120);
      }
      say(`round ${round}: ${kills} kills, ${load.acceptedSoFar} writes accepted`);
    }
    const ended = [];
    for (const { id, during } of jobs) ended.push({ during, ...(await programs.servers[0]!.ended(id)) });
    const undone = ended.filter(({ status }) => status !== 'DONE').map(({ during, status, problem }) => `${during}: ${status} ${problem?.code ?? ''}`);
    const outcome = await load.end(url);
    say(`${kills} kills, ${ended.length} imports`);
    return judge(outcome, {
      'writes went on after each kill': true,
      'each import was ended by a worker': undone.length === 0 || undone.join('; '),
      'the examination finds nothing wrong': programs.examine().join('; ') || true,
    });
  } finally {
    await programs.stop();
  }
};
