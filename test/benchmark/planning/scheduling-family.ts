// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom, type Random } from '#kernel';
import type { PlanningProblem } from '#planning';

/** How hard a scheduling problem is made. */
export interface SchedulingShape {
  readonly jobs: number;
  /** Dependencies per job, the first and the last milestone included; none of them follows from others. */
  readonly networkComplexity: number;
  /** Mean share of the resources that a job needs. */
  readonly resourceFactor01: number;
  /** 0: just as much of each resource as the largest job needs; 1: enough for everything as early as its dependencies allow. */
  readonly resourceStrength01: number;
}

const COMPLEXITIES = [1.5, 1.8, 2.1];
const FACTORS = [0.25, 0.5, 0.75, 1];
const STRENGTHS = { usual: [0.2, 0.5, 0.7, 1], large: [0.1, 0.2, 0.3, 0.4, 0.5] };
const RESOURCES = 4;
const LONGEST = 10;
const LARGEST_DEMAND = 10;
const OPEN_ENDS = 3;
const MOST_NEIGHBOURS = 3;

/** The grid of shapes of one size: 48, or 60 scarcer ones from 120 jobs on. */
export function schedulingShapes(jobs: number): readonly SchedulingShape[] {
  return COMPLEXITIES.flatMap((networkComplexity) => FACTORS.flatMap((resourceFactor01) => STRENGTHS[jobs < 120 ? 'usual' : 'large'].map((resourceStrength01) => ({ jobs, networkComplexity, resourceFactor01, resourceStrength01 }))));
}

/**
 * Invents a resource-constrained project of a shape, as a makespan problem over a horizon in which everything could be done one after the other: four teams of
 * constant capacity, jobs of 1 to 10 periods that take 1 to 10 of what they need, up to three dependencies into and out of each.
 *
 * @source R. Kolisch, A. Sprecher, A. Drexl, Characterization and generation of a general class of resource-constrained project scheduling problems,
 *   Management Science 41 (1995); parameters of the PSPLIB sets j60, j90 (and j120) after R. Kolisch, A. Sprecher, PSPLIB, EJOR 96 (1996)
 */
export function schedulingProblem(shape: SchedulingShape, seed: number): PlanningProblem {
  const random = seededRandom(seed);
  const durations = [0, ...Array.from({ length: shape.jobs }, () => 1 + below(random, LONGEST)), 0];
  const arcs = inventNetwork(shape, random);
  const demands = inventDemands(shape, random);
  const peaks = peakOfEarliest(durations, arcs, demands);
  const capacity = Object.fromEntries(peaks.map((peak, resource) => {
    const least = Math.max(...demands.map((row) => row[resource]!));
    return [`r${resource}`, least + Math.round(shape.resourceStrength01 * (peak - least))];
  }));
  const horizon = durations.reduce((sum, duration) => sum + duration, 0);
  return {
    objective: 'makespan',
    periods: Array.from({ length: horizon }, () => ({ capacity })),
    items: durations.map((durationPeriods, job) => ({
      id: `${job}`, durationPeriods,
      effortDays: Object.fromEntries((demands[job] ?? []).flatMap((days, resource) => (days > 0 && durationPeriods > 0 ? [[`r${resource}`, Array<number>(durationPeriods).fill(days)]] : []))),
    })),
    precedences: arcs.map(([before, after]) => ({ before: `${before}`, after: `${after}` })),
  };
}

type Arcs = (readonly [number, number])[];

/** Jobs 1 … n between the milestones 0 and n + 1; every arc leads to a higher number. */
function inventNetwork({ jobs, networkComplexity }: SchedulingShape, random: Random): Arcs {
  const network = new Network(jobs + 2);
  const last = jobs + 1;
  for (let job = 1; job <= OPEN_ENDS; job++) network.add(0, job);
  for (let job = last - OPEN_ENDS; job < last; job++) network.add(job, last);
  const into = (job: number): number[] => Array.from({ length: job - 1 }, (_, index) => index + 1).filter((before) => before <= jobs - OPEN_ENDS);
  const outOf = (job: number): number[] => Array.from({ length: jobs - job }, (_, index) => job + 1 + index).filter((after) => after > OPEN_ENDS);
  for (let job = OPEN_ENDS + 1; job <= jobs; job++) network.addOneOf(into(job).map((before) => [before, job] as const), random);
  for (let job = jobs - OPEN_ENDS; job >= 1; job--) if (network.after[job]!.size === 0) network.addOneOf(outOf(job).map((after) => [job, after] as const), random);
  const wanted = Math.round(networkComplexity * (jobs + 2));
  for (let tries = 0; network.size < wanted && tries < 200 * wanted; tries++) {
    const before = 1 + below(random, jobs - OPEN_ENDS);
    network.addOneOf([[before, Math.max(OPEN_ENDS, before) + 1 + below(random, jobs - Math.max(OPEN_ENDS, before))]], random);
  }
  // Whoever found no partner within the limits hangs on the milestones, so that the project has one start and one end.
  for (let job = 1; job <= jobs; job++) {
    if (network.before[job]!.size === 0) network.add(0, job);
    if (network.after[job]!.size === 0) network.add(job, last);
  }
  return network.arcs();
}

/** Arcs none of which follows from others. */
class Network {
  readonly after: Set<number>[];
  readonly before: Set<number>[];
  size = 0;

  constructor(private readonly nodes: number) {
    this.after = Array.from({ length: nodes }, () => new Set<number>());
    this.before = Array.from({ length: nodes }, () => new Set<number>());
  }

  add(before: number, after: number): void {
    this.after[before]!.add(after);
    this.before[after]!.add(before);
    this.size++;
  }

  /** Adds one of the arcs that are allowed, drawn at random; none where none is. */
  addOneOf(arcs: readonly (readonly [number, number])[], random: Random): void {
    const allowed = arcs.filter(([before, after]) => this.allows(before, after));
    const arc = allowed[below(random, allowed.length)];
    if (arc) this.add(...arc);
  }

  arcs(): Arcs {
    return this.after.flatMap((targets, before) => [...targets].sort((a, b) => a - b).map((after) => [before, after] as const));
  }

  private allows(before: number, after: number): boolean {
    if (this.after[before]!.size >= MOST_NEIGHBOURS || this.before[after]!.size >= MOST_NEIGHBOURS) return false;
    const later = this.reach(before, this.after);
    if (later.has(after)) return false;
    const [ancestors, descendants] = [this.reach(before, this.before).add(before), this.reach(after, this.after).add(after)];
    for (const node of ancestors) for (const target of this.after[node]!) if (descendants.has(target)) return false;
    return true;
  }

  private reach(from: number, next: readonly ReadonlySet<number>[]): Set<number> {
    const found = new Set<number>();
    for (let open = [from]; open.length > 0 && found.size < this.nodes; ) {
      for (const node of next[open.pop()!]!) if (!found.has(node)) open.push((found.add(node), node));
    }
    return found;
  }
}

/** What each job takes of each resource: so many resources in the mean as the shape says, and each job at least one. */
function inventDemands({ jobs, resourceFactor01 }: SchedulingShape, random: Random): number[][] {
  const needs = Array.from({ length: jobs }, () => new Set([below(random, RESOURCES)]));
  for (let left = Math.round(resourceFactor01 * jobs * RESOURCES) - jobs; left > 0; ) {
    const [job, resource] = [below(random, jobs), below(random, RESOURCES)];
    if (needs[job]!.has(resource)) continue;
    needs[job]!.add(resource);
    left--;
  }
  const none = Array<number>(RESOURCES).fill(0);
  return [none, ...needs.map((resources) => none.map((_, resource) => (resources.has(resource) ? 1 + below(random, LARGEST_DEMAND) : 0))), none];
}

/** The most of each resource that is used at once where every job starts as early as its dependencies allow. */
function peakOfEarliest(durations: readonly number[], arcs: Arcs, demands: readonly number[][]): number[] {
  const starts = durations.map(() => 0);
  for (const [before, after] of [...arcs].sort((a, b) => a[0] - b[0])) starts[after] = Math.max(starts[after]!, starts[before]! + durations[before]!);
  return Array.from({ length: RESOURCES }, (_, resource) => {
    const used: number[] = [];
    starts.forEach((start, job) => {
      for (let period = start; period < start + durations[job]!; period++) used[period] = (used[period] ?? 0) + demands[job]![resource]!;
    });
    return Math.max(...used.map((amount) => amount ?? 0));
  });
}

function below(random: Random, most: number): number {
  return Math.floor(random() * most);
}
