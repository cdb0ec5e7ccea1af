// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ApolloServerPlugin } from '@apollo/server';
import type { Tracing } from './tracing.js';

/** Names of operations come from clients. */
const LONGEST_NAME = 200;

/** A span for every GraphQL operation, whichever way it is answered; without its document, in which there may be values. */
export function traceOperations(tracing: Tracing): ApolloServerPlugin {
  return {
    async requestDidStart() {
      const span = tracing.beginWithin('graphql', 'internal');
      return {
        async didResolveOperation({ operation, operationName }) {
          if (!operation) return;
          span.rename(operation.operation);
          span.tell({ 'graphql.operation.type': operation.operation, ...(operationName ? { 'graphql.operation.name': operationName.slice(0, LONGEST_NAME) } : {}) });
        },
        async willSendResponse({ response: { body } }) {
          const codes = (body.kind === 'single' ? (body.singleResult.errors ?? []) : []).map(({ extensions }) => String(extensions?.['code']));
          if (codes.length > 0) span.tell({ 'fahrplan.problem': codes.at(-1)! });
          if (codes.includes('INTERNAL')) span.fail('INTERNAL');
          span.end();
        },
      };
    },
  };
}
