// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Starts the built program as a newcomer would, on an empty folder and a free port, asks it one question, stops it, and starts it again: the second time
 * it has to find what the first one made.
 */
const LONGEST_START_MS = 90_000;
const program = join(import.meta.dirname, '../dist/apps/api/src/main.js');

const QUESTION = /* GraphQL */ `
  {
    products(filter: { inUse: true, openSource: DENIED }, orderBy: { field: INSTALLATIONS, direction: DESC }, first: 5) {
      totalCount
      nodes {
        name
        vendor { name }
        installationCount
        license { expression verdict }
        alternatives(first: 1) { product { name license { verdict } } }
      }
    }
    hosts { totalCount }
    departments { totalCount }
    candidates(first: 3) { totalCount nodes { rank product { name } alternative { product { name } } } }
    plans(first: 1) { nodes { status gap01 waves { period startsOn costCents items { product { name } } } } }
  }
`;

async function start(folder) {
  const begunAt = performance.now();
  const environment = { ...process.env, FAHRPLAN_PARENT: 'pipe', FAHRPLAN_DEMO: 'city', FAHRPLAN_DATA: folder, PORT: '0', HOST: '127.0.0.1' };
  delete environment.DATABASE_URL;
  const child = spawn(process.execPath, ['--enable-source-maps', program], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  const guard = setTimeout(() => child.kill('SIGKILL'), LONGEST_START_MS);
  const steps = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line);
    if (told.event === 'step') steps.push(told);
    if (told.event === 'failed') console.error(told.problems);
    if (told.event !== 'ready') continue;
    clearTimeout(guard);
    const seconds = ((performance.now() - begunAt) / 1000).toFixed(1);
    console.log(`ready after ${seconds} s: ${steps.map(({ step, tookMs }) => `${step} ${(tookMs / 1000).toFixed(1)}`).join(', ')}`);
    return { url: told.url, token: told.token, steps: steps.map(({ step }) => step), child };
  }
  throw new Error(`the program was not ready within ${LONGEST_START_MS / 1000} s`);
}

/** Asks it to stop, and sees that it does so in order. */
async function stop({ child }) {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [exitCode, signal] = await ended;
  assert.deepEqual({ exitCode, signal }, { exitCode: 0, signal: null }, 'the program stops in order');
}

async function ask({ url, token }) {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query: QUESTION }) });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

function check({ products, hosts, departments, candidates, plans }) {
  assert.equal(departments.totalCount, 60, 'the demo city has 60 departments');
  assert.ok(hosts.totalCount >= 5_000, `the demo city has ${hosts.totalCount} hosts`);
  assert.ok(products.totalCount >= 50, `${products.totalCount} proprietary products are in use`);
  assert.ok(products.nodes.every(({ license, installationCount }) => license.verdict === 'DENIED' && installationCount > 0), 'the filter holds');
  assert.deepEqual(products.nodes.map((product) => product.installationCount), products.nodes.map((product) => product.installationCount).sort((left, right) => right - left), 'the order holds');
  assert.ok(candidates.totalCount > 0, 'there are candidates');
  assert.deepEqual(candidates.nodes.map(({ rank }) => rank), [1, 2, 3], 'candidates come by rank');
  const [plan] = plans.nodes;
  assert.ok(plan && ['OPTIMAL', 'FEASIBLE'].includes(plan.status), 'there is a plan');
  assert.ok(plan.waves.some((wave) => wave.items.length > 0), 'the plan migrates something');
}

const folder = await mkdtemp(join(tmpdir(), 'fahrplan-smoke-'));
let running;
try {
  running = await start(folder);
  const first = await ask(running);
  check(first);
  await stop(running);
  running = await start(folder);
  assert.ok(!running.steps.includes('demo'), 'the second start finds its data');
  assert.deepEqual(await ask(running), first, 'and answers the same');
  await stop(running);
  running = undefined;
  const [most] = first.products.nodes;
  console.log(`${first.products.totalCount} proprietary products in use, first ${most.name} on ${most.installationCount} hosts; ${first.candidates.totalCount} candidates; plan ${first.plans.nodes[0].status}`);
} finally {
  if (running && running.child.exitCode === null) {
    const ended = once(running.child, 'exit');
    running.child.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}
