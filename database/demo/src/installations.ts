// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, daysBetween, type CalendarDate } from '#kernel';
import { chanceFor, hashOf, type Chance } from './chance.js';
import type { DemoHost, DemoInstallationBatch } from './demo-city.js';
import { isLinuxServer, profileKey, type TitleGroup } from './deployment-plan.js';
import { LEFT_BEHIND, SEEN_BY_BOTH } from './deployment-size.js';
import type { SpreadTitle } from './titles.js';

const BATCH_ROWS = 16_384;
const CLIENT_MANAGEMENT = 0;
const SERVER_SCAN = 1;
/** Groups rarer than this are not tried one by one, but drawn together. */
const RARE_BELOW = 0.06;
const DATE_UNKNOWN = 0.08;
/** How often a host has what its whole department was given, instead of something of its own. */
const DEPARTMENT_ROLLOUT = 0.6;

/** Streams what is installed where, in the order of the hosts; each call begins anew and yields the same. Time and memory: one batch at a time. */
export function* streamInstallations(hosts: readonly DemoHost[], titles: readonly SpreadTitle[], groups: readonly TitleGroup[], seed: number, today: CalendarDate): Generator<DemoInstallationBatch> {
  const chance = chanceFor(seed, 'installations');
  const profiles = new Map<string, Profile>();
  const days = new DayTable(today);
  const writer = new BatchWriter();
  const chosen: number[] = [];
  for (const [hostIndex, host] of hosts.entries()) {
    const key = profileKey(host);
    let profile = profiles.get(key);
    if (!profile) profiles.set(key, (profile = compileProfile(host, groups)));
    chooseTitles(profile, groups, chance, chosen);
    const age = days.since(host.acquiredOn);
    const scanOnly = isLinuxServer(host);
    for (const title of chosen) {
      const versions = (titles[title] as SpreadTitle).versions;
      const version = versions[Math.floor(chance.next() ** 2 * versions.length)] as string | null;
      const installedOn = chance.happens(DATE_UNKNOWN) ? null : days.ago(Math.floor(chance.next() * (age + 1)));
      writer.add(hostIndex, title, scanOnly ? SERVER_SCAN : CLIENT_MANAGEMENT, version, installedOn);
    }
    if (host.kind === 'SERVER' && !scanOnly) for (const title of chosen) if (chance.happens(SEEN_BY_BOTH)) writer.add(hostIndex, title, SERVER_SCAN, (titles[title] as SpreadTitle).versions[0] as string | null, null);
    for (const batch of writer.full()) yield batch;
  }
  if (writer.rows > 0) yield writer.take(writer.rows);
}

interface Profile {
  readonly common: readonly (readonly [number, number])[];
  readonly rare: Uint32Array;
  readonly rareCumulative: Float64Array;
  readonly rareExpected: number;
  readonly rollout: number;
}

function compileProfile(host: DemoHost, groups: readonly TitleGroup[]): Profile {
  const common: [number, number][] = [];
  const rare: number[] = [];
  const cumulative: number[] = [];
  let rareExpected = 0;
  groups.forEach((group, index) => {
    const share = group.share01(host);
    if (share >= RARE_BELOW) common.push([index, share]);
    else if (share > 0) {
      rare.push(index);
      cumulative.push((rareExpected += share));
    }
  });
  return { common, rare: Uint32Array.from(rare), rareCumulative: Float64Array.from(cumulative), rareExpected, rollout: hashOf(host.departmentId) };
}

function chooseTitles(profile: Profile, groups: readonly TitleGroup[], chance: Chance, chosen: number[]): void {
  chosen.length = 0;
  for (const [index, share] of profile.common) if (chance.happens(share)) addOneOf(groups[index] as TitleGroup, index, profile, chance, chosen);
  const drawn = new Set<number>();
  for (let rest = poisson(profile.rareExpected, chance); rest > 0; rest--) drawn.add(profile.rare[firstAbove(profile.rareCumulative, chance.next() * profile.rareExpected)] as number);
  for (const index of drawn) addOneOf(groups[index] as TitleGroup, index, profile, chance, chosen);
}

function addOneOf(group: TitleGroup, index: number, profile: Profile, chance: Chance, chosen: number[]): void {
  if (group.titles.length === 1) {
    chosen.push(group.titles[0] as number);
    return;
  }
  const together = ((Math.imul(profile.rollout ^ index, 0x9e3779b1) >>> 0) / 4_294_967_296);
  const at = firstAbove(group.cumulative01, chance.happens(DEPARTMENT_ROLLOUT) ? together : chance.next());
  chosen.push(group.titles[at] as number);
  if (chance.happens(LEFT_BEHIND)) chosen.push(group.titles[(at + 1) % group.titles.length] as number);
}

/** Index of the first entry above the value; the last index where rounding leaves none. */
function firstAbove(cumulative: Float64Array, value: number): number {
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Knuth's method; cost grows with the mean, which stays below about 30 here. */
function poisson(mean: number, chance: Chance): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance.next(); product > limit; product *= chance.next()) count++;
  return count;
}

/** Days before today as text, computed once each. */
class DayTable {
  private readonly texts: CalendarDate[] = [];
  private readonly ages = new Map<CalendarDate, number>();
  constructor(private readonly today: CalendarDate) {}

  ago(days: number): CalendarDate {
    return (this.texts[days] ??= addDays(this.today, -days));
  }

  since(date: CalendarDate): number {
    const known = this.ages.get(date);
    if (known !== undefined) return known;
    const age = Math.max(0, daysBetween(date, this.today));
    this.ages.set(date, age);
    return age;
  }
}

/** Gathers rows column by column. */
class BatchWriter {
  private readonly hosts: number[] = [];
  private readonly titles: number[] = [];
  private readonly sources: number[] = [];
  private readonly versions: (string | null)[] = [];
  private readonly dates: (CalendarDate | null)[] = [];

  get rows(): number {
    return this.hosts.length;
  }

  add(host: number, title: number, source: number, version: string | null, installedOn: CalendarDate | null): void {
    this.hosts.push(host);
    this.titles.push(title);
    this.sources.push(source);
    this.versions.push(version);
    this.dates.push(installedOn);
  }

  *full(): Generator<DemoInstallationBatch> {
    while (this.rows >= BATCH_ROWS) yield this.take(BATCH_ROWS);
  }

  take(length: number): DemoInstallationBatch {
    return {
      length,
      hosts: Uint32Array.from(this.hosts.splice(0, length)),
      titles: Uint32Array.from(this.titles.splice(0, length)),
      sources: Uint8Array.from(this.sources.splice(0, length)),
      versions: this.versions.splice(0, length),
      installedOn: this.dates.splice(0, length),
    };
  }
}
