// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Client, cacheExchange, fetchExchange, mapExchange, subscriptionExchange, type OperationResult } from '@urql/core';
import type { Client as Socket } from 'graphql-ws';
import type { Language } from '#kernel';

let socket: Promise<Socket> | undefined;

/** What a client sends its operations over. */
export interface Transport {
  readonly fetch?: typeof fetch;
  readonly openSocket: () => Promise<Pick<Socket, 'subscribe'>>;
}

/** Opened when the first subscription is; most readers need none. */
const openSocket = () =>
  (socket ??= import('graphql-ws').then(({ createClient }) => createClient({ url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`, lazy: true })));

/** The way to the server, speaking the reader's language. A mutation makes every query be asked again that holds a type it answered with. `look` sees every answer. */
export function createGraphqlClient(language: Language, look: (result: OperationResult) => void = () => undefined, transport: Transport = { openSocket }): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    ...(transport.fetch ? { fetch: transport.fetch } : {}),
    fetchOptions: { headers: { 'accept-language': language }, credentials: 'same-origin' },
    exchanges: [
      mapExchange({ onResult: (result) => void look(result) }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            let stop = () => undefined as void;
            let isStopped = false;
            void transport.openSocket().then((opened) => {
              if (!isStopped) stop = opened.subscribe({ query: request.query ?? '', variables: request.variables as Record<string, unknown> }, sink as never);
            });
            return {
              unsubscribe: () => {
                isStopped = true;
                stop();
              },
            };
          },
        }),
      }),
    ],
  });
}
