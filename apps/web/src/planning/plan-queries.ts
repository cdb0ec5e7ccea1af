// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { graphql, type ResultOf } from '../graphql/graphql.js';

/** Plans to choose from, the newest first. */
export const PLANS = graphql(`
  query Plans {
    plans(first: 50) { nodes { id status gap01 finishedAt isInForce scenario { name } } }
  }
`);

export type PlanChoice = ResultOf<typeof PLANS>['plans']['nodes'][number];

/** The plan that is meant where none is named: the one in force, else the newest. */
export function standingPlan(plans: readonly PlanChoice[]): PlanChoice | undefined {
  return plans.find(({ isInForce }) => isInForce) ?? plans[0];
}

/** One plan with all that the roadmap, the list and the figures show. */
export const PLAN = graphql(`
  query WavesOfPlan($id: ID!) {
    plan(id: $id) {
      id
      status
      gap01
      boundSource
      finishedAt
      isInForce
      scenario { id name definition }
      periods { period startsOn budgetCents budgetUsedCents dualRunCents savingCents cashFlowCents cumulatedCashCents cumulatedValue teams }
      waves {
        id
        period
        startsOn
        costCents
        savingCents
        effortDays
        items { product { key name } alternative { key name } sizeIsAssumed savingUnknownBecause supportEndedBefore }
      }
      unscheduled { product { key name } reason { code de en } }
      conflicts { code de en }
      problem
      result
    }
    migrations(first: 1000) { nodes { id product { key } status startedOn } }
  }
`);

export type WavesAnswer = ResultOf<typeof PLAN>;
export type WavesPlan = NonNullable<WavesAnswer['plan']>;

export const SCENARIOS = graphql(`
  query Scenarios {
    scenarios(first: 200) { nodes { id name definition } }
  }
`);

export const COMPARE = graphql(`
  query ComparePlans($before: ID, $after: ID!) {
    comparePlans(before: $before, after: $after) {
      __typename
      ... on Problem { code message messageDe }
      ... on PlanComparison {
        before { name status gap01 items value costCents savingCents effortDays lastWave changes }
        after { name status gap01 items value costCents savingCents effortDays lastWave changes }
        changes { productKey productName kind fromStartsOn toStartsOn }
      }
    }
  }
`);

type Compared = ResultOf<typeof COMPARE>['comparePlans'];
export type PlanComparison = Extract<Compared, { __typename: 'PlanComparison' }>;

export const START_PLANNING = graphql(`
  mutation StartPlanning($input: StartPlanningInput!) {
    startPlanning(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on StartPlanningSuccess { job { id } }
    }
  }
`);
