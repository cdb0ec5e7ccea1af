// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom, type Random } from '#kernel';
import type { Instance, UnitStarts } from './instance.js';
import { headsAndTails } from './makespan-bounds.js';
import { lastEnd, SerialScheduler } from './serial-schedule.js';

/** How long to search, and whom to tell. */
export interface OrderSearchLimits {
  readonly seed: number;
  /** So many schedules are made; with the seed this fixes the outcome. */
  readonly schedules: number;
  /** Asked before each schedule; true ends the search before its time. */
  readonly interrupted: () => boolean;
  /** Every schedule that keeps order and resources. */
  readonly onSchedule: (starts: UnitStarts, end: number) => void;
}

const POPULATION = 40;
/** Without a schedule among so many, the problem is not of the kind that is built this way. */
const SCHEDULES_WITHOUT_A_PLAN = 2_000;
/** So many children per member without a better best, and all but the best is made anew. */
const PATIENCE = 60;
const MUTATION = 0.05;

interface Member {
  readonly starts: UnitStarts;
  readonly end: number;
}

/**
 * Breeds schedules: a child follows one parent where that one uses the resources best, and the other before and after; it is built serially, with double
 * justification, and takes the place of a worse one.
 *
 * @source D. Debels, M. Vanhoucke, A decomposition-based genetic algorithm for the resource-constrained project-scheduling problem, Oper. Res. 55 (2007); V. Valls,
 *   F. Ballestín, S. Quintanilla, A hybrid genetic algorithm for the resource-constrained project scheduling problem, EJOR 185 (2008)
 */
export function searchOrders(instance: Instance, limits: OrderSearchLimits): void {
  const random = seededRandom(limits.seed);
  const scheduler = new SerialScheduler(instance);
  const { tails } = headsAndTails(instance);
  const urgency = Float64Array.from(tails, (tail, unit) => -tail - instance.duration[unit]!);
  const spread = Math.max(1, ...tails);
  let made = 0;
  let stopped = false;
  const build = (keys: Float64Array): Member | null => {
    if (made >= limits.schedules || limits.interrupted()) {
      stopped = true;
      return null;
    }
    made++;
    const starts = scheduler.justified(keys);
    if (!starts) return null;
    const end = lastEnd(instance, starts);
    limits.onSchedule(starts, end);
    return { starts, end };
  };
  for (let kept: Member | null = null; !stopped; ) {
    const members: Member[] = kept === null ? [] : [kept];
    for (let tries = 0; members.length < POPULATION && !stopped; tries++) {
      if (members.length === 0 && tries > SCHEDULES_WITHOUT_A_PLAN) return;
      const noise = tries === 0 ? 0 : spread * random();
      const member = build(urgency.map((key) => key + noise * (random() - 0.5)));
      if (member) members.push(member);
    }
    if (!stopped) breed(instance, members, random, build, () => stopped);
    kept = members.reduce<Member | null>((best, member) => (best === null || member.end < best.end ? member : best), null);
  }
}

/** Lets members have children until nothing better has come for long. */
function breed(instance: Instance, members: Member[], random: Random, build: (keys: Float64Array) => Member | null, stopped: () => boolean): void {
  const any = (): number => Math.floor(random() * members.length);
  const better = (): Member => {
    const [one, other] = [members[any()]!, members[any()]!];
    return one.end <= other.end ? one : other;
  };
  let best = Math.min(...members.map(({ end }) => end));
  for (let patience = PATIENCE * POPULATION; patience > 0 && !stopped(); patience--) {
    const child = build(childOf(instance, better(), members[any()]!, random));
    if (!child || members.some((member) => member.end === child.end && sameStarts(member, child))) continue;
    const [one, other] = [any(), any()];
    const worse = members[one]!.end > members[other]!.end ? one : other;
    if (child.end <= members[worse]!.end) members[worse] = child;
    if (child.end < best) [best, patience] = [child.end, PATIENCE * POPULATION];
  }
}

/** Keys by which a child is built: the mother's starts in a busy stretch of hers, the father's around it. */
function childOf(instance: Instance, mother: Member, father: Member, random: Random): Float64Array {
  const [from, to] = busyStretch(instance, mother, random);
  const big = mother.end + father.end;
  const keys = Float64Array.from(mother.starts, (start, unit) => {
    if (start >= from && start < to) return start;
    const place = father.starts[unit]!;
    return place < from ? place - big : place + big;
  });
  for (let unit = 0; unit < keys.length; unit++) {
    if (random() < MUTATION) keys[unit] = keys[unit]! + (random() - 0.5) * 0.5 * mother.end;
  }
  return keys;
}

/** The busier of two stretches of a quarter to three quarters of a schedule. */
function busyStretch(instance: Instance, { starts, end }: Member, random: Random): readonly [number, number] {
  const length = Math.max(1, Math.round(end * (0.25 + 0.5 * random())));
  const choices = [0, 1].map(() => Math.floor(random() * Math.max(1, end - length + 1)));
  const [first, second] = choices.map((from) => workBetween(instance, starts, from, from + length));
  const from = first! >= second! ? choices[0]! : choices[1]!;
  return [from, from + length];
}

/** Running units' periods within a stretch; those that take more count for more. */
function workBetween(instance: Instance, starts: UnitStarts, from: number, to: number): number {
  let sum = 0;
  for (let unit = 0; unit < starts.length; unit++) {
    const inside = Math.min(to, starts[unit]! + instance.duration[unit]!) - Math.max(from, starts[unit]!);
    if (inside > 0) sum += inside * instance.usage[unit]!.resource.length / Math.max(1, instance.duration[unit]!);
  }
  return sum;
}

function sameStarts(one: Member, other: Member): boolean {
  for (let unit = 0; unit < one.starts.length; unit++) if (one.starts[unit] !== other.starts[unit]) return false;
  return true;
}
