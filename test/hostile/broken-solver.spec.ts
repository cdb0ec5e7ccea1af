// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plan } from '#planning';

const LIBRARY = pathToFileURL('dist/libs/planning/src/index.js').href;
/** Large enough to be searched for longer than anything here takes. */
const PROBLEM = `{
  periods: Array.from({ length: 16 }, () => ({ budgetCents: 2_000_000, capacity: { it: 60 } })), centsPerValuePoint: 100_000,
  items: Array.from({ length: 600 }, (_, i) => ({ id: 'i' + i, value: 1 + i * 7919 % 97, oneOffCents: 10_000 * (1 + i * 104729 % 89), durationPeriods: 1 + i % 2, effortDays: { it: Array(1 + i % 2).fill(1 + i * 31 % 13) } })),
  precedences: Array.from({ length: 300 }, (_, i) => ({ before: 'i' + i, after: 'i' + (i + 1 + i * 13 % 200) })),
}`;

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'fahrplan-broken-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Plans in a process of its own in which every solver thread is broken in some way as it is started. */
async function planWhere(broken: string, seconds: number): Promise<Plan & { readonly valid: boolean }> {
  const script = `
    import threads from 'node:worker_threads';
    import { syncBuiltinESMExports } from 'node:module';
    const Sound = threads.Worker;
    threads.Worker = class extends Sound {
      constructor(file, options) {
        const isSolver = String(file).includes('solver.worker');
        ${broken}
      }
    };
    syncBuiltinESMExports();
    const { planWaves, checkPlan } = await import(${JSON.stringify(LIBRARY)});
    const problem = ${PROBLEM};
    const plan = await planWaves(problem, { timeLimitSeconds: ${seconds} });
    process.stdout.write(JSON.stringify({ ...plan, valid: checkPlan(problem, plan).valid }));`;
  const file = join(folder, `${seconds}.mjs`);
  await writeFile(file, script);
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const out: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  const status = await new Promise((done) => child.on('close', done));
  expect(status).toBe(0);
  return JSON.parse(Buffer.concat(out).toString()) as Plan & { readonly valid: boolean };
}

describe('a solver', () => {
  it('that is killed leaves the best plan so far, and says that it broke', async () => {
    const plan = await planWhere(`super(file, options); if (isSolver) this.on('message', ({ kind }) => kind === 'INCUMBENT' && this.terminate());`, 60);
    expect(plan).toMatchObject({ status: 'FEASIBLE', valid: true, solver: { stoppedBy: 'FAILURE', failure: expect.stringContaining('ended with code') } });
    expect(plan.gap01).toBeGreaterThan(0);
  }, 60_000);

  it('that runs out of memory says so, and the caller lives on', async () => {
    const plan = await planWhere(`super(file, isSolver ? { ...options, resourceLimits: { maxOldGenerationSizeMb: 12 } } : options);`, 60);
    expect(['FEASIBLE', 'UNKNOWN']).toContain(plan.status);
    expect(plan.solver).toMatchObject({ stoppedBy: 'FAILURE', failure: expect.stringContaining('memory') });
  }, 60_000);

  it('that hangs is ended when its time is up', async () => {
    const plan = await planWhere(`super(file, isSolver ? { ...options, execArgv: ['--import', 'data:text/javascript,setTimeout(()=>{for(;;);},0)'] } : options);`, 2);
    expect(plan).toMatchObject({ status: 'UNKNOWN', objective: null, waves: [], solver: { stoppedBy: 'TIME' } });
  }, 60_000);
});
