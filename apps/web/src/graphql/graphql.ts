// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types.js';

/** Writes an operation down; what it asks for and gets is typed from `schema.graphql`. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string; Cents: number; Count: number; JSON: unknown };
}>();

export type { ResultOf, VariablesOf, FragmentOf } from 'gql.tada';
