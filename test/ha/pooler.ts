// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { ProgramProcess } from '../support/program-process.js';
import { makeCertificates, startPooler } from './cluster.js';
import { PASSWORD, PostgresServer, queryAt } from './postgres-server.js';
import { makeRoles, migrateAt } from './program-set.js';
import { freePorts } from '../support/free-ports.js';
import { until } from './started-process.js';
import type { Trial } from './trial.js';

/** Short and in turn, because other work on the machine comes and goes. */
const ROUNDS = 15;
const ROUND_SECONDS = 2;
const CONNECTIONS = 8;
const LARGEST_PAGE = 60;
const MOST_ALTERNATIVES = 20;
const QUESTION = 'query load($n: Int!, $k: Int!) { products(first: $n, orderBy: { field: INSTALLATIONS, direction: DESC }) { nodes { name installationCount license { expression verdict } vendor { name } alternatives(first: $k) { product { name } } } } }';
const WRITE = 'mutation ($input: UpsertContractInput!) { upsertContract(input: $input) { __typename } }';
let turn = 0;

function pageOf(number: number): { n: number; k: number } {
  return { n: 1 + (number % LARGEST_PAGE), k: 1 + (Math.floor(number / LARGEST_PAGE) % MOST_ALTERNATIVES) };
}

/** What is sent: reads of more different pages than answers are kept, or changes. */
const KINDS: Readonly<Record<string, () => object>> = {
  reads: () => ({ query: QUESTION, variables: pageOf(turn++) }),
  writes: () => ({ query: WRITE, variables: { input: { number: `pooler-${turn++}`, metric: 'DEVICE', startsOn: '2026-01-01' } } }),
};

/** The same program on the same database, directly and through PgBouncer in transaction mode: the same answers, and at what price. */
export const comparePooler: Trial = async ({ folder, user, say }) => {
  const [port] = (await freePorts(1)) as [number];
  const server = new PostgresServer('only', port, folder, user);
  server.initialise();
  makeCertificates(folder, user, 'DNS:localhost');
  server.askForTls(join(folder, 'server.pem'), join(folder, 'server.key'));
  await server.start();
  await makeRoles((sql) => server.query(sql));
  const ports = { writePort: port, readPort: port };
  const poolerPort = await startPooler(ports, folder, user);
  const data = join(folder, 'program');
  await mkdir(data);
  const authority = join(folder, 'ca.pem');
  const at = (where: number) => `postgres://fahrplan:${PASSWORD}@127.0.0.1:${where}/fahrplan`;
  const leadsOn = (where: number) => queryAt(at(where), 'SELECT 1').then(() => true, () => false);
  await until('PgBouncer leads on', () => leadsOn(poolerPort));
  const strangers = [await startPooler(ports, folder, user, { authority: 'other-ca.pem' }), await startPooler(ports, folder, user, { host: '127.0.0.1' })];
  await sleep(2_000); // as the first one was given
  const trusting = (await Promise.all(strangers.map(leadsOn))).filter(Boolean).length;
  if (trusting > 0) return { figures: [`✗ ${trusting} of 2 poolers lead to a server whose certificate is another authority's, or for another name`], wrong: ['PgBouncer checks the certificate'] };
  say('PgBouncer leads to the server with the right certificate, and not where it is of another authority or for another name');
  migrateAt(`localhost:${port}`, data, { DATABASE_URL: at(poolerPort), DATABASE_POOLER: 'transaction' }, authority);
  const direct = await ProgramProcess.start(data, { DATABASE_URL: `${at(port).replace('127.0.0.1', 'localhost')}?sslmode=verify-full&sslrootcert=${encodeURIComponent(authority)}`, FAHRPLAN_DEMO: 'city' });
  const pooled = await ProgramProcess.start(data, { DATABASE_URL: at(poolerPort), DATABASE_POOLER: 'transaction' });
  try {
    const imported = await pooled.import('Durch den Pooler', 'Rechner;Software;Version\npc-1;GIMP;2.10\n');
    const different = await differentAnswers(direct, pooled);
    const figures: string[] = [];
    for (const [kind, body] of Object.entries(KINDS)) {
      await cannonade(direct, body, 2);
      await cannonade(pooled, body, 2);
      const rounds: { direct: Measured; pooled: Measured }[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push({ direct: await cannonade(direct, body, ROUND_SECONDS), pooled: await cannonade(pooled, body, ROUND_SECONDS) });
      const ratios = rounds.map((round) => round.pooled.perSecond / round.direct.perSecond).sort((a, b) => a - b);
      const middle = (of: (round: (typeof rounds)[number]) => number) => rounds.map(of).sort((a, b) => a - b)[ROUNDS >> 1]!;
      figures.push(
        `${kind}: ${middle((one) => one.direct.perSecond).toFixed(0)}/s directly (p50 ${middle((one) => one.direct.p50)} ms, p99 ${middle((one) => one.direct.p99)} ms), ${middle((one) => one.pooled.perSecond).toFixed(0)}/s through PgBouncer (p50 ${middle((one) => one.pooled.p50)} ms, p99 ${middle((one) => one.pooled.p99)} ms); ` +
          `ratio ${ratios[ROUNDS >> 1]!.toFixed(2)} (${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)}), ${CONNECTIONS} at once, ${ROUNDS} rounds of ${ROUND_SECONDS} s; processor time of the server per answer ${middle((one) => one.direct.cpuMs).toFixed(2)} and ${middle((one) => one.pooled.cpuMs).toFixed(2)} ms`,
      );
      say(figures.at(-1)!);
      const failed = rounds.reduce((sum, round) => sum + round.direct.failed + round.pooled.failed, 0);
      if (failed > 0) return { figures: [`✗ ${failed} requests were not answered`], wrong: ['every request is answered'] };
    }
    const complaints = [...direct.complaints, ...pooled.complaints];
    const wrong = [
      ...(different === 0 ? [] : [`${different} answers differ`]),
      ...(imported.status === 'DONE' ? [] : [`the import through the pooler is ${imported.status}`]),
      ...(complaints.length === 0 ? [] : [`the log complains: ${complaints[0]!.slice(0, 500)}`]),
    ];
    return { figures: wrong.length === 0 ? ['✓ the same answers, an import, and no complaint in the log'] : wrong.map((line) => `✗ ${line}`), wrong };
  } finally {
    await Promise.all([direct.stop('SIGTERM'), pooled.stop('SIGTERM')]);
  }
};

async function differentAnswers(direct: ProgramProcess, pooled: ProgramProcess): Promise<number> {
  let different = 0;
  for (let n = 1; n <= LARGEST_PAGE; n++) {
    const [one, other] = await Promise.all([direct.ask(QUESTION, pageOf(n)), pooled.ask(QUESTION, pageOf(n))]);
    if (JSON.stringify(one) !== JSON.stringify(other)) different++;
  }
  return different;
}

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  /** Processor time of the program, for each answer. */
  readonly cpuMs: number;
}

/** In ticks of ten milliseconds, as Linux counts them. */
function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function cannonade({ url, token, pid }: ProgramProcess, body: () => object, duration: number): Promise<Measured> {
  const begun = processorMs(pid);
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(
      {
        url: `${url}/graphql`,
        connections: CONNECTIONS,
        duration,
        requests: [{ method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, setupRequest: (request) => ({ ...request, body: JSON.stringify(body()) }) }],
      },
      (failure: Error | null, ended) => (failure ? reject(failure) : resolve(ended)),
    );
  });
  return { perSecond: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99, failed: result.non2xx + result.errors, cpuMs: (processorMs(pid) - begun) / result['2xx'] };
}
