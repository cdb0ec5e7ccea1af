// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPlan, type PlannedStart, type PlanningItem, type PlanningProblem, type Precedence } from '#planning';
import { compileProblem } from '../../../libs/planning/src/solver/compile.js';
import { exportLp, loadHighs } from '../../../libs/planning/src/solver/highs.js';
import { waveModel, type WaveModel } from '../../../libs/planning/src/solver/wave-model.js';

/** Objective and bound in cents; null where a rival has none. */
export interface RivalAnswer {
  readonly objective: number | null;
  readonly bound: number | null;
}

/** Runs CBC (Debian: `coinor-cbc`) on the very model that our solver gets, as an LP file; null where it is not installed. */
export async function solveWithCbc(problem: PlanningProblem, timeLimitSeconds: number): Promise<RivalAnswer | null> {
  const model = waveModel(compileProblem(problem).instance);
  const stdout = await runCbc(model, timeLimitSeconds);
  if (stdout === null) return null;
  const figure = (pattern: RegExp): number | null => {
    const found = pattern.exec(stdout);
    return found ? Math.abs(Number(found[1])) / model.profitScale : null;
  };
  const objective = figure(/^Objective value:\s+(\S+)/m);
  return { objective, bound: figure(/^(?:Upper|Lower) bound:\s+(\S+)/m) ?? (/Optimal solution found/.test(stdout) ? objective : null) };
}

/** The end of the last item that CBC finds within the limit, on the time-indexed model of a makespan problem; null where it finds none or is not installed. */
export async function scheduleWithCbc(problem: PlanningProblem, timeLimitSeconds: number): Promise<number | null> {
  const stdout = await runCbc(waveModel(compileProblem(problem).instance, true), timeLimitSeconds);
  if (stdout === null || /No feasible solution found/.test(stdout)) return null;
  const found = /^Objective value:\s+(\S+)/m.exec(stdout);
  return found ? Math.round(Math.abs(Number(found[1]))) : null;
}

async function runCbc(model: WaveModel, timeLimitSeconds: number): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'fahrplan-cbc-'));
  try {
    const file = join(folder, 'model.lp');
    await writeFile(file, exportLp(await loadHighs(), model).replace(/^bin$/m, 'Binaries').replace(/^gen$/m, 'Generals'));
    return (await promisify(execFile)('cbc', [file, 'sec', String(timeLimitSeconds), 'threads', '2', 'timeMode', 'elapsed', 'solve', 'quit'], { maxBuffer: 1 << 28, timeout: (timeLimitSeconds + 60) * 1000 })).stdout;
  } catch (failure) {
    // It does not always keep to its limit.
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT' || (failure as { readonly killed?: boolean }).killed) return null;
    throw failure;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Greedy by value per cost: the item with most points per euro first, each at the first period that the checker lets pass. */
export function planByValuePerCost(problem: PlanningProblem): PlannedStart[] {
  return planInOrder(problem, [...problem.items].sort((a, b) => (b.value ?? 0) / (b.oneOffCents! + 1) - (a.value ?? 0) / (a.oneOffCents! + 1)));
}

/** In the order in which items were given, which is a topological order in this family. */
export function planInTopologicalOrder(problem: PlanningProblem): PlannedStart[] {
  return planInOrder(problem, problem.items);
}

/** Puts each item (with its bundle) at the first period in which budget, teams and order allow it, over and over until nothing more fits. */
function planInOrder(problem: PlanningProblem, order: readonly PlanningItem[]): PlannedStart[] {
  const starts = new Map<string, number>();
  const budget = problem.periods.map(({ budgetCents }) => budgetCents ?? Infinity);
  const days = problem.periods.map(({ capacity }) => ({ ...capacity }));
  const partners = new Map((problem.bundles ?? []).flatMap((bundle) => bundle.map((id) => [id, bundle] as const)));
  const items = new Map(problem.items.map((item) => [item.id, item]));
  const before = new Map<string, Precedence[]>();
  for (const arc of problem.precedences ?? []) before.set(arc.after, [...(before.get(arc.after) ?? []), arc]);
  const takeRoom = (members: readonly PlanningItem[], start: number): boolean => {
    const left = { budget: budget.slice(), days: days.map((row) => ({ ...row })) };
    for (const item of members) {
      const length = item.durationPeriods ?? 1;
      if (start + length > problem.periods.length || (item.deadline != null && start + length - 1 > item.deadline)) return false;
      left.budget[start] = left.budget[start]! - (item.oneOffCents ?? 0);
      for (let period = start; period < start + length; period++) {
        left.budget[period] = left.budget[period]! - (item.dualRunPerPeriodCents ?? 0);
        for (const [team, effort] of Object.entries(item.effortDays ?? {})) left.days[period]![team] = left.days[period]![team]! - (effort[period - start] ?? 0);
        if (left.budget[period]! < 0 || Object.values(left.days[period]!).some((amount) => amount < 0)) return false;
      }
    }
    budget.splice(0, budget.length, ...left.budget);
    days.splice(0, days.length, ...left.days);
    return true;
  };
  for (let again = true; again; ) {
    again = false;
    for (const item of order) {
      if (starts.has(item.id)) continue;
      const members = (partners.get(item.id) ?? [item.id]).map((id) => items.get(id)!);
      const needed = members.flatMap(({ id }) => before.get(id) ?? []).filter((arc) => !members.some(({ id }) => id === arc.before));
      if (needed.some((arc) => !starts.has(arc.before))) continue;
      const from = Math.max(0, ...needed.map((arc) => starts.get(arc.before)! + (items.get(arc.before)!.durationPeriods ?? 1) + (arc.lag ?? 0)));
      for (let start = from; start < problem.periods.length; start++) {
        if (!takeRoom(members, start)) continue;
        for (const { id } of members) starts.set(id, start);
        again = true;
        break;
      }
    }
  }
  const planned = [...starts].map(([item, period]) => ({ item, period }));
  const verdict = checkPlan(problem, { waves: planned.map(({ item, period }) => ({ period, items: [item] })) });
  if (!verdict.valid) throw new Error(`a rival's plan breaks a demand: ${JSON.stringify(verdict.violations[0])}`);
  return planned;
}
