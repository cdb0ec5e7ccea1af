// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

/** A target as the command line shows it. */
export interface ShownTarget {
  readonly id: string;
  readonly name: string;
  readonly measure: string;
  readonly unit: 'SHARE' | 'COUNT';
  readonly goal: number;
  readonly dueOn: string;
  readonly note: string | null;
  readonly isWithdrawn: boolean;
  readonly revision: number;
  readonly current: { readonly low: number | null; readonly high: number | null; readonly reached: number; readonly missed: number; readonly unknown: number; readonly unrecognised: number; readonly uncounted: number; readonly measuredAt: string } | null;
  readonly leastGap: number | null;
  readonly mostGap: number | null;
  readonly standing: string;
  readonly outlook: string;
  readonly dueLow: number | null;
  readonly dueHigh: number | null;
  readonly surelyReachedOn: string | null;
  readonly possiblyReachedOn: string | null;
  readonly forecast: readonly ForecastPoint[];
  readonly nextStop: ForecastPoint | null;
}

interface ForecastPoint {
  readonly on: string;
  readonly low: number;
  readonly high: number;
}

export const TARGET_FIELDS = `id name measure unit goal dueOn note isWithdrawn revision current { low high reached missed unknown unrecognised uncounted measuredAt } leastGap mostGap standing outlook dueLow dueHigh
  surelyReachedOn possiblyReachedOn forecast { on low high } nextStop { on low high }`;
const QUERY = serverDocument(`query ($after: String, $filter: TargetFilter) { targets(first: 500, after: $after, filter: $filter) { nodes { ${TARGET_FIELDS} } pageInfo { hasNextPage endCursor } } }`);

/** All targets that hold, those due first first. */
export async function readTargets(server: Server): Promise<readonly ShownTarget[]> {
  const all: ShownTarget[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { targets }: { targets: { nodes: ShownTarget[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await server.ask(QUERY, { after, filter: { isWithdrawn: false } });
    all.push(...targets.nodes);
    [after, more] = [targets.pageInfo.endCursor, targets.pageInfo.hasNextPage];
  }
  return all;
}
