// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isLinuxServer, profileKey, type HostProfile, type TitleGroup } from './deployment-plan.js';

/** Share of what client management sees on a Windows server that the server scan sees too. */
export const SEEN_BY_BOTH = 0.92;
/** Probability that an old title of the same group was left behind beside the new one. */
export const LEFT_BEHIND = 0.02;

/** Hosts with the same profile, counted. */
export interface CountedProfile {
  readonly profile: HostProfile;
  readonly hosts: number;
}

/** Counts hosts by profile. */
export function countProfiles(hosts: readonly HostProfile[]): CountedProfile[] {
  const counted = new Map<string, { profile: HostProfile; hosts: number }>();
  for (const profile of hosts) {
    const key = profileKey(profile);
    const known = counted.get(key);
    if (known) known.hosts++;
    else counted.set(key, { profile, hosts: 1 });
  }
  return [...counted.values()];
}

/** How many hosts are expected to have a title of the group. */
export function expectedHosts(group: TitleGroup, profiles: readonly CountedProfile[]): number {
  return profiles.reduce((sum, { profile, hosts }) => sum + hosts * group.share01(profile), 0);
}

/** How many rows of installations are expected, over all sources. */
export function expectedRows(groups: readonly TitleGroup[], profiles: readonly CountedProfile[]): number {
  let rows = 0;
  for (const { profile, hosts } of profiles) {
    const sightings = profile.kind === 'SERVER' && !isLinuxServer(profile) ? 1 + SEEN_BY_BOTH : 1;
    for (const group of groups) rows += hosts * group.share01(profile) * sightings * (group.titles.length > 1 ? 1 + LEFT_BEHIND : 1);
  }
  return rows;
}

/**
 * Finds how common titles in nobody's catalogue must be so that the city has the wanted number of rows, whatever the catalogue brings.
 *
 * @param rowsAt rows expected at an intensity; does not fall
 * @returns an intensity in [0, 64]; an end of that range where the wanted number cannot be reached
 */
export function intensityFor(wanted: number, rowsAt: (intensity: number) => number): number {
  let [low, high] = [0, 64];
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (rowsAt(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
