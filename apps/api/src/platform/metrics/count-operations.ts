// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics } from './metrics.js';

/** Measures every GraphQL operation, whichever way it is answered. */
export function countOperations(metrics: Metrics): ApolloServerPlugin {
  return {
    async requestDidStart() {
      const begunAt = performance.now();
      return {
        async willSendResponse({ operationName, errors, response }) {
          const failed = errors !== undefined || (response.body.kind === 'single' && response.body.singleResult.errors !== undefined);
          metrics.operationEnded(operationName, failed ? 'errors' : 'ok', (performance.now() - begunAt) / 1_000);
        },
      };
    },
  };
}
