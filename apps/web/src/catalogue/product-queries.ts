// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { graphql, type ResultOf } from '../graphql/graphql.js';

/** A product with everything that people may say of it. */
export const EDITED_PRODUCT = graphql(`
  query EditedProduct($key: String!) {
    product(key: $key) {
      id
      key
      name
      revision
      origin
      aliases
      distribution
      functions
      specialisedProcedure
      personalData
      noneKnownOn
      vendor { id key name }
      category { key }
      license { expression }
      overrides { field value layer { kind } }
    }
  }
`);

export const CATEGORIES = graphql(`
  query CategoriesWithFunctions {
    categories(first: 1000) { nodes { key nameDe nameEn functions { key nameDe nameEn } } }
  }
`);

/** The products behind some keys. */
export const NAMED_PRODUCTS = graphql(`
  query ProductsByKeys($keys: [String!]) {
    products(first: 1000, filter: { keys: $keys }) { nodes { key name } }
  }
`);

export const SAY_OF_PRODUCT = graphql(`
  mutation SayOfProduct($input: UpsertProductInput!) {
    upsertProduct(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on CatalogueRefusal { problems { code message messageDe path } }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on UpsertProductSuccess { product { id key name revision vendor { id } } }
    }
  }
`);

export const PROPOSE = graphql(`
  mutation ProposeAlternative($input: ProposeAlternativeInput!) {
    proposeAlternative(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on CatalogueRefusal { problems { code message messageDe path } }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on UpsertProductSuccess { product { id revision } }
    }
  }
`);

export const DISMISS = graphql(`
  mutation DismissAlternative($input: DismissAlternativeInput!) {
    dismissAlternative(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on InputProblem { path }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on UpsertProductSuccess { product { id revision } }
    }
  }
`);

export type EditedProduct = NonNullable<ResultOf<typeof EDITED_PRODUCT>['product']>;
export type FunctionsOfCategory = ResultOf<typeof CATEGORIES>['categories']['nodes'][number];
