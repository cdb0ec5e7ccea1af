// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { stronglyConnected } from './dependency-graph.js';
import type { FieldReader } from './field-reader.js';

const MOST_RELATIONS = 200_000;
const MOST_CENTS = 1e13;

/** What relations between items refer to. */
export interface Surroundings {
  readonly ids: ReadonlyMap<string, number>;
  readonly periodCount: number;
  readonly teams: ReadonlySet<string>;
}

/** Notes each fault in precedences, bundles, exclusive groups, locks, blackouts and the plan in force. */
export function checkRelations(reader: FieldReader, root: Readonly<Record<string, unknown>>, around: Surroundings): void {
  const arcs = checkArcs(reader, root.precedences, 'precedences', around);
  checkArcs(reader, root.softPrecedences, 'softPrecedences', around, true);
  const ties = checkGroups(reader, root.bundles, 'bundles', around);
  checkGroups(reader, root.exclusive, 'exclusive', around);
  const locks = checkStarts(reader, root.locked, 'locked', around, true);
  checkStarts(reader, root.planInForce, 'planInForce', around, false);
  checkBlackouts(reader, root.blackouts, around);
  if (root.maxChanges !== undefined && root.planInForce === undefined) reader.note({ code: 'PLANNING.MISSING', path: 'planInForce', expected: 'list' });
  if (reader.problems.length > 0) return;
  const cycleOf = stronglyConnected(around.ids.size, [...arcs, ...ties]);
  const lockOfUnit = new Map<number, { period: number | null; path: string }>();
  for (const [index, lock] of locks.entries()) {
    const unit = cycleOf[lock.item]!;
    const path = `locked[${index}]`;
    const other = lockOfUnit.get(unit);
    if (other && other.period !== lock.period) reader.note({ code: 'PLANNING.LOCKS_CONTRADICT', path, other: other.path });
    lockOfUnit.set(unit, other ?? { period: lock.period, path });
  }
}

function checkArcs(reader: FieldReader, value: unknown, path: string, around: Surroundings, soft = false): [number, number][] {
  const arcs: [number, number][] = [];
  reader.list(value, path, MOST_RELATIONS).forEach((entry, index) => {
    const at = `${path}[${index}]`;
    const arc = reader.object(entry, at);
    if (!arc) return;
    const before = knownItem(reader, arc.before, `${at}.before`, around);
    const after = knownItem(reader, arc.after, `${at}.after`, around);
    reader.optionalNumber(arc.lag, `${at}.lag`, { least: 0, most: 1e6, whole: true });
    if (soft) reader.number(arc.penaltyCents, `${at}.penaltyCents`, { least: 0, most: MOST_CENTS, whole: true });
    if (before === null || after === null) return;
    if (before === after) reader.note({ code: 'PLANNING.SELF_PRECEDENCE', path: at, item: arc.before });
    else arcs.push([before, after]);
  });
  return arcs;
}

/** Returns ties in both directions between the members of each group. */
function checkGroups(reader: FieldReader, value: unknown, path: string, around: Surroundings): [number, number][] {
  const ties: [number, number][] = [];
  reader.list(value, path, MOST_RELATIONS).forEach((entry, index) => {
    const seen = new Set<number>();
    reader.list(entry, `${path}[${index}]`, MOST_RELATIONS, true).forEach((id, member) => {
      const at = `${path}[${index}][${member}]`;
      const item = knownItem(reader, id, at, around);
      if (item === null) return;
      if (seen.has(item)) reader.note({ code: 'PLANNING.NAMED_TWICE', path: at, item: id });
      const first = seen.values().next().value;
      if (first !== undefined && first !== item) ties.push([first, item], [item, first]);
      seen.add(item);
    });
  });
  return ties;
}

function checkStarts(reader: FieldReader, value: unknown, path: string, around: Surroundings, mayStayOut: boolean): { item: number; period: number | null }[] {
  const starts: { item: number; period: number | null }[] = [];
  const seen = new Set<number>();
  reader.list(value, path, MOST_RELATIONS).forEach((entry, index) => {
    const at = `${path}[${index}]`;
    const start = reader.object(entry, at);
    if (!start) return;
    const item = knownItem(reader, start.item, `${at}.item`, around);
    const period = mayStayOut && start.period === null ? null : knownPeriod(reader, start.period, `${at}.period`, around.periodCount + 1);
    if (item === null) return;
    if (seen.has(item)) reader.note({ code: 'PLANNING.NAMED_TWICE', path: at, item: start.item });
    seen.add(item);
    starts.push({ item, period });
  });
  return starts;
}

function checkBlackouts(reader: FieldReader, value: unknown, around: Surroundings): void {
  reader.list(value, 'blackouts', MOST_RELATIONS).forEach((entry, index) => {
    const at = `blackouts[${index}]`;
    if (typeof entry === 'number') return void knownPeriod(reader, entry, at, around.periodCount);
    const blackout = reader.object(entry, at);
    if (!blackout) return;
    knownPeriod(reader, blackout.period, `${at}.period`, around.periodCount);
    if (blackout.department !== undefined) reader.text(blackout.department, `${at}.department`);
    if (blackout.team !== undefined) {
      const team = reader.text(blackout.team, `${at}.team`);
      if (team !== null && !around.teams.has(team)) reader.note({ code: 'PLANNING.UNKNOWN_TEAM', path: `${at}.team`, team });
    }
    reader.list(blackout.items, `${at}.items`, MOST_RELATIONS).forEach((id, member) => knownItem(reader, id, `${at}.items[${member}]`, around));
  });
}

function knownItem(reader: FieldReader, value: unknown, path: string, around: Surroundings): number | null {
  const id = reader.text(value, path);
  if (id === null) return null;
  const index = around.ids.get(id);
  if (index === undefined) reader.note({ code: 'PLANNING.UNKNOWN_ITEM', path, item: id });
  return index ?? null;
}

function knownPeriod(reader: FieldReader, value: unknown, path: string, count: number): number | null {
  const period = reader.number(value, path, { least: 0, most: 1e6, whole: true });
  if (period === null || period < count) return period;
  reader.note({ code: 'PLANNING.UNKNOWN_PERIOD', path, period, last: count - 1 });
  return null;
}
