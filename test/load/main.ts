// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { ProgramProcess } from '../support/program-process.js';

/**
 * `npm run load -- [--seconds N] [--times N]`: what one process answers with the invented city when few ask, and what becomes of it when several times as many requests come as it can
 * answer. The load comes from the same machine and takes its share of it.
 */
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '15' }, times: { type: 'string', default: '4' } } });
const [seconds, times] = [Number(values.seconds), Number(values.times)];
if (!(seconds >= 1 && seconds <= 300 && times >= 1 && times <= 20)) {
  console.error('--seconds takes 1 to 300, --times 1 to 20.');
  process.exit(2);
}

const CONNECTIONS = 16;
const QUESTION = `query load($n: Int!, $filter: ProductFilter!, $direction: OrderDirection!) {
  products(first: $n, filter: $filter, orderBy: { field: INSTALLATIONS, direction: $direction }) { nodes { name installationCount license { expression verdict } vendor { name } alternatives(first: 3) { product { name } } } }
}`;
const WHETHER = [null, true, false];

/** Far more different questions than answers are kept for, so that each is read anew. */
function variablesOf(turn: number): object {
  const pick = <Choice>(choices: readonly Choice[], every: number) => choices[Math.floor(turn / every) % choices.length];
  return {
    n: 1 + (turn % 60),
    filter: { inUse: pick(WHETHER, 60), hasAlternative: pick(WHETHER, 180), specialisedProcedure: pick(WHETHER, 540) },
    direction: pick(['DESC', 'ASC'], 1_620),
  };
}

interface Outcome {
  readonly perSecond: number;
  readonly accepted: number;
  readonly refused: number;
  readonly others: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly refusedP99: number;
}

async function cannonade({ url, token }: ProgramProcess, { connections, rate }: { connections: number; rate?: number }): Promise<Outcome> {
  const accepted: number[] = [];
  const refused: number[] = [];
  let others = 0;
  let turn = 0;
  const options: autocannon.Options = {
    url: `${url}/graphql`,
    connections,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: rate }),
    timeout: 60,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        setupRequest: (request) => ({ ...request, body: JSON.stringify({ query: QUESTION, variables: variablesOf(turn++) }) }),
        onResponse: (status, _body, _context, headers) => {
          if (status === 503 && !Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'retry-after')) others++; // told to go away, and not when to come again
        },
      },
    ],
  };
  const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (failure: Error | null, result) => (failure ? reject(failure) : resolve(result)));
    run.on('response', (_client, statusCode, _bytes, responseTime) => {
      if (statusCode === 200) accepted.push(responseTime);
      else if (statusCode === 503) refused.push(responseTime);
      else others++;
    });
  });
  const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  accepted.sort((a, b) => a - b);
  refused.sort((a, b) => a - b);
  return { perSecond: accepted.length / seconds, accepted: accepted.length, refused: refused.length, others: others + errors, p50: at(accepted, 0.5), p99: at(accepted, 0.99), longest: at(accepted, 1), refusedP99: at(refused, 0.99) };
}

async function memoryMegabytes(pid: number): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1_024);
  return { now: of('VmRSS'), most: of('VmHWM') };
}

const show = (what: string, outcome: Outcome) =>
  console.log(`${what}: ${outcome.perSecond.toFixed(0)}/s answered (p50 ${outcome.p50.toFixed(0)} ms, p99 ${outcome.p99.toFixed(0)} ms, longest ${outcome.longest.toFixed(0)} ms), ${outcome.refused} told to come again (p99 ${outcome.refusedP99.toFixed(0)} ms), ${outcome.others} failed`);

const folder = await mkdtemp(join(tmpdir(), 'fahrplan-load-'));
const program = await ProgramProcess.start(folder, { FAHRPLAN_DEMO: 'city', FAHRPLAN_MOST_REQUESTS: '100' });
let failed = false;
try {
  await program.ask(QUESTION, variablesOf(0)); // says what is wrong, should it be refused
  await cannonade(program, { connections: 4 }); // warm
  const calm = await cannonade(program, { connections: CONNECTIONS });
  show(`${CONNECTIONS} at once`, calm);
  const calmMemory = await memoryMegabytes(program.pid);
  const rate = Math.round(calm.perSecond * times);
  const storm = await cannonade(program, { connections: 800, rate });
  show(`${rate}/s wanted over 800 connections`, storm);
  const stormMemory = await memoryMegabytes(program.pid);
  console.log(`memory: ${calmMemory.now} MB before, ${stormMemory.now} MB after, ${stormMemory.most} MB at most`);
  const after = await cannonade(program, { connections: CONNECTIONS });
  show(`${CONNECTIONS} at once, afterwards`, after);
  failed = calm.accepted === 0 || storm.others > 0 || storm.refused === 0 || after.refused > 0 || after.others > 0;
  if (failed) console.error('✗ something failed that should have been told to come again, nothing was, or the program did not recover');
} finally {
  await program.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
