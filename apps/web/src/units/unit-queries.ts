// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { graphql, type ResultOf } from '../graphql/graphql.js';

const WHOLE = graphql(`
  fragment WholeUnit on Department @_unmask {
    id
    key
    name
    revision
    users
    changeLoadLimit
    hostCount
    installationCount
    productCount
    parent { id key name parent { key name parent { key name parent { key name } } } }
    children { id key name users hostCount productCount }
    usage(first: 20) { product { id key name } installations }
    provenance { field origin actor at import { fileName } }
  }
`);

export const UNIT = graphql(
  `
    query UnitByKey($key: String!) {
      departments(first: 1, filter: { keys: [$key] }) { nodes { ...WholeUnit } }
    }
  `,
  [WHOLE],
);

export const ADD_UNIT = graphql(`
  mutation AddUnit($input: CreateDepartmentInput!) {
    createDepartment(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on CreateDepartmentSuccess { department { id key name } }
    }
  }
`);

export const CHANGE_UNIT = graphql(`
  mutation ChangeUnit($input: CurateDepartmentInput!) {
    curateDepartment(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on CurateDepartmentSuccess { department { id name revision } }
    }
  }
`);

export const HOST = graphql(`
  query HostById($id: ID!) {
    node(id: $id) {
      __typename
      ... on Host { id name userName revision installationCount department { id key name } provenance { field origin actor at import { fileName } } }
    }
  }
`);

export const ASSIGN_HOST = graphql(`
  mutation AssignHost($input: CurateHostInput!) {
    curateHost(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on CurateHostSuccess { host { id name revision department { id } } }
    }
  }
`);

export type WholeUnit = ResultOf<typeof UNIT>['departments']['nodes'][number];
export type WholeHost = Extract<NonNullable<ResultOf<typeof HOST>['node']>, { __typename: 'Host' }>;
