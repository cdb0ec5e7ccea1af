// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language, Problem } from '#kernel';
import type { Plan, PlanningProblem } from '#planning';
import type { PlanNames } from './plan-sentences.js';
import { scenarioDefinition } from './scenario.js';

/** A plan as it lies in the database, its large parts as JSON text: reading them takes a while, and is done in a thread. */
export interface StoredPlanTexts {
  readonly id: number;
  readonly scenario: string;
  readonly problem: string;
  readonly result: string;
  readonly definition: string;
  /** Names of products and departments by key. */
  readonly products: string;
  readonly departments: string;
  /** What is not planned, with its stored sentences, also what was no part of the problem. */
  readonly left: string;
}

/** A plan with the problem it answers and what people call its parts. */
export interface StoredPlan {
  readonly id: number;
  readonly problem: PlanningProblem;
  /** As the solver gave it; what is not planned comes with its stored sentences. */
  readonly plan: Plan;
  readonly names: PlanNames;
}

/** Reads the texts of a plan. */
export function openStoredPlan({ id, problem, result, definition, products, departments, left }: StoredPlanTexts): StoredPlan {
  const { teams, periods } = scenarioDefinition.parse(JSON.parse(definition));
  const unplanned = JSON.parse(left) as readonly { readonly key: string; readonly reason: Problem & Readonly<Record<Language, string>> }[];
  const namesOf = (text: string) => new Map(Object.entries(JSON.parse(text) as Record<string, string>));
  return {
    id,
    problem: JSON.parse(problem) as PlanningProblem,
    plan: { ...(JSON.parse(result) as Plan), unscheduled: unplanned.map(({ key, reason }) => ({ item: key, reason: reason.code, detail: reason })) },
    names: { products: namesOf(products), departments: namesOf(departments), teams: new Map(teams.map(({ id: team, name }) => [team, name])), periods: periods.map(({ startsOn }) => startsOn) },
  };
}
