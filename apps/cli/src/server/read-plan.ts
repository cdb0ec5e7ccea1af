// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Server } from './server.js';

/** A plan as the server keeps it; the keys of `plan --json`. */
export interface StoredPlan {
  readonly planId: string;
  readonly status: string;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap01: number | null;
  readonly waves: readonly StoredWave[];
  readonly unscheduled: readonly { readonly product: string; readonly reason: string; readonly message?: string }[];
  readonly conflicts: readonly { readonly code: string; readonly message: string }[];
}

interface StoredWave {
  readonly period: number;
  readonly startsOn: string | null;
  readonly items: readonly { readonly product: string; readonly alternative: string | null }[];
  readonly costCents: number;
  readonly effortDays: number;
  readonly savingCents: number;
}

type Named = { readonly name: string };

interface Answer {
  readonly plan: (Omit<StoredPlan, 'planId' | 'waves' | 'unscheduled'> & {
    readonly id: string;
    readonly waves: readonly (Omit<StoredWave, 'items'> & { readonly items: readonly { readonly product: Named; readonly alternative: { readonly product: Named } | null }[] })[];
    readonly unscheduled: readonly { readonly product: Named; readonly reason: string; readonly message?: string }[];
  }) | null;
}

const QUERY = `query ($id: ID!) { plan(id: $id) { id status objective bound gap01
  waves { period startsOn costCents effortDays savingCents items { product { name } alternative { product { name } } } }
  unscheduled { product { name } reason } conflicts
} }`;

/** Reads a plan; null where there is none. */
export async function readPlan(planId: string, server: Server): Promise<StoredPlan | null> {
  const { plan } = await server.ask<Answer>(QUERY, { id: planId });
  if (plan === null) return null;
  const { id, waves, unscheduled, ...rest } = plan;
  return {
    planId: id,
    ...rest,
    waves: waves.map((wave) => ({ ...wave, items: wave.items.map((item) => ({ product: item.product.name, alternative: item.alternative?.product.name ?? null })) })),
    unscheduled: unscheduled.map((left) => ({ ...left, product: left.product.name })),
  };
}

/** Id of the newest plan; null before the first. */
export async function newestPlan(server: Server): Promise<string | null> {
  const { plans } = await server.ask<{ plans: { nodes: readonly { id: string }[] } }>('{ plans(first: 1) { nodes { id } } }');
  return plans.nodes[0]?.id ?? null;
}
