// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Language } from '#kernel';
import { comparePlans, measureEstate, replacementsOf, type DeviceGroup, type EstateFacts, type MigrationAhead, type Plan, type Replacement } from '#planning';
import { explainStoredPlan } from './explain-stored-plan.js';
import { planFileOf, type PlanFormat } from './plan-file.js';
import type { StoredPlanTexts } from './stored-plan.js';

/** What is done with large plans in a thread, so that the server's stays free. */
const TASKS = {
  EXPLAIN: ({ texts, product }: { readonly texts: StoredPlanTexts; readonly product: string }) => explainStoredPlan(texts, product),
  WRITE: async ({ texts, format, language }: { readonly texts: StoredPlanTexts; readonly format: PlanFormat; readonly language: Language }): Promise<Uint8Array> => planFileOf(texts, format, language),
  COMPARE: (plans: readonly { readonly name: string; readonly result: string }[]) => comparePlans(plans.map(({ name, result }) => ({ name, plan: JSON.parse(result) as Plan }))),
  /** Replacements as JSON text, of migrations whose product is in use. */
  REPLACE: ({ migrations, today }: { readonly migrations: string; readonly today: CalendarDate }) => JSON.stringify(replacementsOf(JSON.parse(migrations) as MigrationAhead[], today)),
  /** Values as JSON text. */
  MEASURE: ({ products, contracts, replacements, ...facts }: EstateTexts) =>
    JSON.stringify(measureEstate({ ...facts, products: JSON.parse(products) as EstateFacts['products'], contracts: JSON.parse(contracts) as EstateFacts['contracts'] }, JSON.parse(replacements) as Replacement[])),
};

/** What is measured; long lists as JSON text. */
export interface EstateTexts extends Pick<EstateFacts, 'unrecognised' | 'ownSoftware'> {
  readonly products: string;
  readonly contracts: string;
  readonly replacements: string;
  readonly devices: readonly DeviceGroup[];
}

export type PlanTasks = typeof TASKS;

export default function perform<Kind extends keyof PlanTasks>({ kind, work }: { readonly kind: Kind; readonly work: Parameters<PlanTasks[Kind]>[0] }): unknown {
  return (TASKS[kind] as (given: typeof work) => unknown)(work);
}
