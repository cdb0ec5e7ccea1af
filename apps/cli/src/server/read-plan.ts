// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { ShownPeriod } from '../output/print-periods.js';
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

/** A plan as the server keeps it; the keys of `plan --json`. */
export interface StoredPlan {
  readonly planId: string;
  readonly scenario: string;
  readonly status: string;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap01: number | null;
  readonly waves: readonly (Wave & { readonly items: readonly { readonly product: string; readonly alternative: string; readonly sizeIsAssumed: boolean; readonly savingUnknownBecause: UnknownSaving; readonly supportEndedBefore: string | null }[] })[];
  readonly periods: readonly ShownPeriod[];
  readonly unscheduled: readonly { readonly product: string; readonly reason: string; readonly message: string }[];
  readonly conflicts: readonly { readonly code: string; readonly message: string }[];
}

interface Wave {
  readonly period: number;
  readonly startsOn: string;
  readonly costCents: number;
  readonly effortDays: number;
  readonly savingCents: number;
}

/** Why nobody knows what a migration saves; null where it is known. */
type UnknownSaving = 'COST' | 'CONTRACT_END' | null;
type Named = { readonly name: string };
type Reason = { readonly code: string } & Readonly<Record<Language, string>>;

interface Answer {
  readonly plan:
    | (Pick<StoredPlan, 'status' | 'objective' | 'bound' | 'gap01' | 'periods'> & {
        readonly id: string;
        readonly scenario: Named;
        readonly waves: readonly (Wave & { readonly items: readonly { readonly product: Named; readonly alternative: Named; readonly sizeIsAssumed: boolean; readonly savingUnknownBecause: UnknownSaving; readonly supportEndedBefore: string | null }[] })[];
        readonly unscheduled: readonly { readonly product: Named; readonly reason: Reason }[];
        readonly conflicts: readonly Reason[];
      })
    | null;
}

const REASON = '{ code de en }';
const QUERY = serverDocument(`query ($id: ID!) { plan(id: $id) { id scenario { name } status objective bound gap01
  waves { period startsOn costCents effortDays savingCents items { product { name } alternative { name } sizeIsAssumed savingUnknownBecause supportEndedBefore } }
  periods { period startsOn budgetCents budgetUsedCents dualRunCents savingCents cashFlowCents cumulatedCashCents cumulatedValue teams }
  unscheduled { product { name } reason ${REASON} } conflicts ${REASON}
} }`);

/** Reads a plan, its reasons in the reader's language; null where there is none. */
export async function readPlan(planId: string, server: Server, language: Language): Promise<StoredPlan | null> {
  const { plan } = await server.ask<Answer>(QUERY, { id: planId });
  if (plan === null) return null;
  const { id, scenario, waves, unscheduled, conflicts, ...rest } = plan;
  return {
    planId: id,
    scenario: scenario.name,
    ...rest,
    waves: waves.map((wave) => ({ ...wave, items: wave.items.map((item) => ({ product: item.product.name, alternative: item.alternative.name, sizeIsAssumed: item.sizeIsAssumed, savingUnknownBecause: item.savingUnknownBecause, supportEndedBefore: item.supportEndedBefore })) })),
    unscheduled: unscheduled.map(({ product, reason }) => ({ product: product.name, reason: reason.code, message: reason[language] })),
    conflicts: conflicts.map((reason) => ({ code: reason.code, message: reason[language] })),
  };
}

const NEWEST = serverDocument('{ plans(first: 1) { nodes { id } } }');

/** Id of the newest plan; null before the first. */
export async function newestPlan(server: Server): Promise<string | null> {
  const { plans } = await server.ask<{ plans: { nodes: readonly { id: string }[] } }>(NEWEST);
  return plans.nodes[0]?.id ?? null;
}
