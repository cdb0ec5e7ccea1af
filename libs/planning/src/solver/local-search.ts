// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom, type Random } from '#kernel';
import { shareOf, type Guide } from './greedy.js';
import { insert, prune, type Insertion } from './insertion.js';
import type { Schedule } from './schedule.js';

/** How long to search, and whom to tell. */
export interface SearchLimits {
  readonly seed: number;
  /** The search cools down over this many steps; with the seed it fixes the outcome. */
  readonly steps: number;
  /** Asked every {@link STEPS_BETWEEN_QUESTIONS} steps; true ends the search before its time. */
  readonly interrupted: () => boolean;
  readonly onBetter: (schedule: Schedule) => void;
}

export const STEPS_BETWEEN_QUESTIONS = 256;
/** The more units there are, the smaller the step that may be taken back: temperatures are shares of the mean worth of a placed unit. */
const TEMPERATURE_TIMES_UNITS = 20;
const HIGHEST_TEMPERATURE = 0.3;
const COOLING = 0.05;
/** With 4, what is left to the bound is a fifth more at the same number of steps (1,000 × 16), or a third (200 × 12). */
const MOST_REMOVED = 24;
/** 1 picks all units alike, more picks those at the edge more often. */
const FOCUS = 2;
const MOST_TRIED = 8;

/**
 * Makes a plan better by taking some units out and putting them and others back in, over and over; a worse plan is sometimes kept, less and less often.
 *
 * @param schedule the plan to begin with; holds some plan of the search in the end, not the best one
 * @source J. Christiaens, G. Vanden Berghe, Slack induction by string removals, Transportation Science 54 (2020); simulated annealing after Kirkpatrick et al. (1983)
 */
export function searchLocally(schedule: Schedule, guide: Guide, limits: SearchLimits): void {
  const { instance } = schedule;
  const random = seededRandom(limits.seed);
  const how: Insertion = { order: guide.order, blink01: 0.02, random };
  const placed = instance.unitCount - schedule.unplanned.length;
  const scale = Math.max(1, Math.abs(schedule.worth) / Math.max(1, placed));
  const shares = Float64Array.from({ length: instance.unitCount }, (_, unit) => shareOf(instance, unit));
  const hot = scale * Math.min(HIGHEST_TEMPERATURE, TEMPERATURE_TIMES_UNITS / Math.max(1, instance.unitCount));
  let best = schedule.complete ? schedule.worth : -Infinity;
  let current = rank(schedule, scale);
  for (let step = 0; step < limits.steps; step++) {
    if (step % STEPS_BETWEEN_QUESTIONS === 0 && limits.interrupted()) return;
    schedule.forgetSteps();
    const candidates = ruin(schedule, random, shares, guide.focus);
    recreate(schedule, candidates, guide, how);
    const next = rank(schedule, scale);
    const temperature = hot * COOLING ** (step / limits.steps);
    if (next < current && random() >= Math.exp((next - current) / temperature)) {
      schedule.undoTo(0);
      continue;
    }
    current = next;
    if (schedule.complete && schedule.worth > best) {
      best = schedule.worth;
      limits.onBetter(schedule);
    }
  }
}

/** Worth, less so much for everything missing or changed too much that a complete plan is always preferred. */
function rank(schedule: Schedule, scale: number): number {
  const { changes } = schedule.instance;
  const over = changes ? Math.max(0, schedule.changes - changes.most) : 0;
  return schedule.worth - 20 * scale * (schedule.missing + over);
}

/** Takes units out: around one period, at random, or just what stands in the way of one that is left out. Returns them and some left out. */
function ruin(schedule: Schedule, random: Random, shares: Float64Array, focus: Int32Array): number[] {
  const { instance } = schedule;
  const mark = schedule.mark;
  const before = schedule.unplanned.length;
  const count = 1 + Math.floor(random() * Math.min(MOST_REMOVED, 2 + instance.unitCount / 8));
  const kind = random();
  if (kind < 0.4) ruinPeriods(schedule, random, count);
  else if (kind < 0.65) for (let taken = 0; taken < count; taken++) schedule.removeWithDependents(pick(focus, random));
  else makeRoom(schedule, random, shares);
  const out = schedule.unplanned;
  const candidates = out.slice(Math.min(before, out.length));
  if (schedule.mark === mark) candidates.length = 0;
  for (let tried = 0; tried < MOST_TRIED && before > 0; tried++) {
    const unit = tried & 1 ? out[Math.floor(random() * before)]! : pick(focus, random);
    if (schedule.start[unit]! < 0) candidates.push(unit);
  }
  return [...new Set(candidates)];
}

/** A unit, those near the edge between in and out more often. */
function pick(focus: Int32Array, random: Random): number {
  return focus[Math.floor(random() ** FOCUS * focus.length)]!;
}

function ruinPeriods(schedule: Schedule, random: Random, count: number): void {
  const { periodCount } = schedule.instance;
  const middle = Math.floor(random() * periodCount);
  const width = 1 + Math.floor(random() * 2);
  for (let taken = 0; taken < count; taken++) {
    const period = Math.min(periodCount, middle + Math.floor(random() * width));
    const there = schedule.startingIn(period);
    if (there.length > 0) schedule.removeWithDependents(there[Math.floor(random() * there.length)]!);
  }
}

/** Picks a unit that is out and one of its starts, and takes out what stands there until it would fit. */
function makeRoom(schedule: Schedule, random: Random, shares: Float64Array): void {
  const { instance } = schedule;
  const out = schedule.unplanned;
  if (out.length === 0) return;
  const unit = out[Math.floor(random() * out.length)]!;
  const { from, to } = schedule.window(unit);
  const starts = instance.starts[unit]!.filter((start) => start >= from && start <= to);
  if (starts.length === 0) return;
  const start = starts[Math.floor(random() ** 2 * starts.length)]!;
  for (let tries = 0; tries < 12 && !schedule.hasRoom(unit, start); tries++) {
    const there = schedule.startingIn(start);
    if (there.length === 0) return;
    let weakest = there[Math.floor(random() * there.length)]!;
    for (let look = 0; look < 3; look++) {
      const other = there[Math.floor(random() * there.length)]!;
      if (bestWorth(schedule, other) * shares[weakest]! < bestWorth(schedule, weakest) * shares[other]!) weakest = other;
    }
    schedule.removeWithDependents(weakest);
  }
}

function bestWorth(schedule: Schedule, unit: number): number {
  let most = 0;
  for (const worth of schedule.instance.worth[unit]!) most = Math.max(most, worth);
  return most;
}

function recreate(schedule: Schedule, candidates: number[], guide: Guide, how: Insertion): void {
  const noise = how.random() < 0.3 ? 0 : how.random();
  const keys = new Map(candidates.map((unit) => [unit, guide.priority[unit]! * (1 + noise * (how.random() - 0.5)) + (schedule.instance.required[unit] ? 1e15 : 0)]));
  candidates.sort((a, b) => keys.get(b)! - keys.get(a)!);
  for (const unit of candidates) insert(schedule, unit, how);
  prune(schedule, candidates);
}
