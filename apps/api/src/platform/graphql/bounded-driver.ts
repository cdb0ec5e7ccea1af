// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { EventEmitter } from 'node:events';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { MOST_BODY_BYTES } from './limits.js';

/** What the framework keeps to itself of the server for web sockets. */
interface WithSockets {
  readonly _subscriptionService: { readonly wss: EventEmitter & { readonly options: { maxPayload: number } } };
}

/** The framework's driver, where a message over a web socket may be as long as a body over HTTP and no longer; by itself it would keep 100 MiB of anybody's. */
export class BoundedDriver extends ApolloDriver {
  override async start(options: ApolloDriverConfig): Promise<void> {
    await super.start(options);
    const { wss } = (this as unknown as WithSockets)._subscriptionService;
    wss.options.maxPayload = MOST_BODY_BYTES;
    // what is sent amiss is no failure of ours: the connection is closed with a code that says why, and the log stays empty
    wss.on('connection', (socket: EventEmitter) => socket.removeAllListeners('error').on('error', () => undefined));
  }
}
