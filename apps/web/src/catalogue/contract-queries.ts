// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { graphql, type ResultOf } from '../graphql/graphql.js';

const WHOLE = graphql(`
  fragment WholeContract on Contract @_unmask {
    id
    number
    title
    vendorName
    revision
    metric
    seats
    costPerYearCents
    startsOn
    endsOn
    noticeBy
    noticePeriodMonths
    noticePeriodDays
    noticeTo
    renewalMonths
    nextTermination { noticeBy endsOn }
    department { id key name }
    vendor { id key name }
    product { id key name }
    entitlements { id number revision metric quantity site upToVersion validFrom validUntil unitCostCents product { id key name } }
    provenance { field origin actor at }
  }
`);

/** One contract with everything that can be changed of it. */
export const CONTRACT = graphql(
  `
    query WholeContractByNumber($number: String!) {
      contracts(first: 1, filter: { number: $number }) { nodes { ...WholeContract } }
    }
  `,
  [WHOLE],
);

export const ADD_CONTRACT = graphql(`
  mutation AddContract($input: UpsertContractInput!) {
    upsertContract(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on ContractStored { contract { id number revision product { id } } }
    }
  }
`);

export const CHANGE_CONTRACT = graphql(`
  mutation ChangeContract($input: CurateContractInput!) {
    curateContract(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on CurateContractSuccess { contract { id number revision product { id } } }
    }
  }
`);

export const REMOVE_CONTRACT = graphql(`
  mutation RemoveContract($input: RemoveByNumberInput!) {
    removeContract(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
    }
  }
`);

export const KEEP_RIGHT = graphql(`
  mutation KeepRight($input: UpsertEntitlementInput!) {
    upsertEntitlement(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on EntitlementStored { entitlement { id number revision product { id } } }
    }
  }
`);

export const REMOVE_RIGHT = graphql(`
  mutation RemoveRight($input: RemoveByNumberInput!) {
    removeEntitlement(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
    }
  }
`);

export type WholeContract = ResultOf<typeof CONTRACT>['contracts']['nodes'][number];
export type Right = WholeContract['entitlements'][number];

/** What is counted, in the order in which it is offered. */
export const METRICS = ['NAMED_USER', 'CONCURRENT_USER', 'DEVICE', 'CORE', 'SERVER', 'SUBSCRIPTION', 'SITE'] as const;
export type Metric = (typeof METRICS)[number];

/** What an amount of cents looks like in a field. */
export const euroText = (cents: number | null): string => (cents === null ? '' : (cents / 100).toFixed(2).replace('.', ','));
