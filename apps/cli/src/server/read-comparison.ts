// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { ComparedPlan, ShownChange } from '../output/print-comparison.js';
import { payloadOf, PROBLEM_FIELDS } from './payload.js';
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

/** Two plans of the server, and what moved, by day. */
export interface Comparison {
  readonly before: ComparedPlan;
  readonly after: ComparedPlan;
  readonly changes: readonly ShownChange[];
}

interface Answer {
  readonly before: ComparedPlan;
  readonly after: ComparedPlan;
  readonly changes: readonly { readonly productName: string; readonly kind: string; readonly fromStartsOn: string | null; readonly toStartsOn: string | null }[];
}

const SUMMARY = '{ name status objective gap01 items value costCents savingCents effortDays changes }';
const QUERY = serverDocument(`query ($before: ID, $after: ID!) { comparePlans(before: $before, after: $after) { ${PROBLEM_FIELDS}
  ... on PlanComparison { before ${SUMMARY} after ${SUMMARY} changes { productName kind fromStartsOn toStartsOn } } } }`);

/** @param before null: the plan in force */
export async function readComparison(before: string | null, after: string, server: Server): Promise<Comparison> {
  const { comparePlans } = await server.ask<{ comparePlans: Answer | Problem }>(QUERY, { before, after });
  const { changes, ...plans } = payloadOf<Answer>(comparePlans);
  return {
    before: { ...plans.before, name: `${before ?? '✓'} ${plans.before.name}` },
    after: { ...plans.after, name: `${after} ${plans.after.name}` },
    changes: changes.map(({ productName, kind, fromStartsOn, toStartsOn }) => ({ item: productName, kind, from: fromStartsOn, to: toStartsOn })),
  };
}
