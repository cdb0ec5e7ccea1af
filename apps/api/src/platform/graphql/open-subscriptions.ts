// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { RETRY_AFTER_SECONDS } from '../health/admission.js';
import type { Identity } from '../permissions/identity.js';

/** What the library tells of a connection; `subscriptions` holds those that have not ended, also one that is just being asked for. */
export interface Connected {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly subscriptions: Readonly<Record<string, unknown>>;
  readonly extra: { readonly request: Pick<IncomingMessage, 'headers' | 'socket'>; readonly socket: { readonly readyState: number; close(code: number, reason: string): void }; identity?: Identity };
}

/** Of what there may be altogether, one person or program may have one in so many. */
const SHARE_OF_ONE = 10;
const OPEN = 1;
const PATH = '/graphql';
const END = 'connection: close\r\ncontent-length: 0\r\n\r\n';
const FULL = `HTTP/1.1 503 Service Unavailable\r\nretry-after: ${RETRY_AFTER_SECONDS}\r\n${END}`;
const NOBODY = `HTTP/1.1 404 Not Found\r\n${END}`;

/**
 * Web sockets and subscriptions of this process. Each subscription asks the database four times a second while a job runs, so their number is bounded: altogether, and for each person or
 * program, whatever number of tokens and sessions they have. Nothing is counted up and down: what there is, is counted.
 */
export class OpenSubscriptions {
  private readonly sockets = new Set<Duplex>();
  private readonly connected = new Set<Connected>();
  private turnedAway = 0;

  constructor(readonly most: number) {}

  get mostOfOne(): number {
    return Math.max(1, Math.floor(this.most / SHARE_OF_ONE));
  }

  get connections(): number {
    return this.sockets.size;
  }

  get subscriptions(): number {
    return subscriptionsOf(this.connected);
  }

  get refused(): number {
    return this.turnedAway;
  }

  /** Turns sockets away before anything is known of them, once there are too many, and those that nobody would take; so this stands before whoever takes them. */
  watch(server: Server): void {
    server.on('upgrade', ({ url }: IncomingMessage, socket: Duplex) => {
      const isFull = this.sockets.size >= this.most;
      if (isFull) this.turnedAway++;
      if (isFull || !url?.startsWith(PATH)) {
        socket.on('error', () => undefined);
        socket.end(isFull ? FULL : NOBODY, () => socket.destroy());
        return;
      }
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  /** Whether somebody who is known by now may have one more connection; then it counts. */
  admit(connection: Connected): boolean {
    if (connection.extra.socket.readyState !== OPEN) return false; // it has gone meanwhile
    if (this.ofSame(connection).length >= this.mostOfOne) {
      this.turnedAway++;
      return false;
    }
    this.connected.add(connection);
    return true;
  }

  leave(connection: Connected): void {
    this.connected.delete(connection);
  }

  /** Whether there are too many with the one that is being asked for. */
  isCrowdedFor(connection: Connected): boolean {
    const isCrowded = this.subscriptions > this.most || subscriptionsOf(this.ofSame(connection)) > this.mostOfOne;
    if (isCrowded) this.turnedAway++;
    return isCrowded;
  }

  private ofSame({ extra: { identity } }: Connected): readonly Connected[] {
    return [...this.connected].filter(({ extra }) => extra.identity?.actorId === identity?.actorId);
  }
}

function subscriptionsOf(connections: Iterable<Connected>): number {
  let count = 0;
  for (const { subscriptions } of connections) count += Object.keys(subscriptions).length;
  return count;
}
