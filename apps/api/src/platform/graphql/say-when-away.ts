// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ApolloServerPlugin } from '@apollo/server';
import { RETRY_AFTER_SECONDS } from '../health/admission.js';

/** Gives an answer that the database was away for the status that tells clients and load balancers to try again. */
export function sayWhenAway(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single' || !body.singleResult.errors?.some(({ extensions }) => extensions?.['code'] === 'PLATFORM.DATABASE_AWAY')) return;
          http.status = 503;
          http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
          http.headers.set('cache-control', 'no-store');
        },
      };
    },
  };
}
