// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { connect, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';

const LOOK_EVERY_MS = 1_000;
/** A server that owes an answer and says nothing for so long is knocked at; a long statement is as silent, and goes on where the machine answers. */
const SILENT_MS = 3_000;
/** A machine that is there answers a knock, however busy its database is. */
const LONGEST_KNOCK_MS = 3_000;
/** What the network says of a machine that is not there; a refusal comes from one that is. */
const NOBODY_THERE = new Set<unknown>(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ETIMEDOUT']);

interface Watched {
  readonly tell: () => void;
  heardBytes: number;
  silentSince: number;
}

/**
 * Ends the connections to a machine that has vanished without a word, as one that lost its power or its network. TCP itself would send again for a quarter of an hour (`tcp_retries2`), its keepalive asks
 * only where nothing is under way, and Node.js cannot set `TCP_USER_TIMEOUT`.
 */
class SilentServers {
  private readonly watched = new Map<pg.Client, Watched>();
  private readonly knockedAt = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  /** Watches a client that has connected, as long as it is; `tell` is called before it is ended. */
  watch(client: pg.Client, tell: () => void): void {
    if (client.host.startsWith('/')) return; // on this machine
    this.watched.set(client, { tell, heardBytes: -1, silentSince: Date.now() });
    client.once('end', () => this.forget(client));
    this.timer ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  private forget(client: pg.Client): void {
    this.watched.delete(client);
    if (this.watched.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const now = Date.now();
    for (const [client, watched] of this.watched) {
      const { bytesRead, remoteAddress, remotePort } = socketOf(client);
      if (isAnswered(client) || bytesRead !== watched.heardBytes) Object.assign(watched, { heardBytes: bytesRead, silentSince: now });
      else if (now - watched.silentSince >= SILENT_MS && remoteAddress !== undefined) void this.knock(remoteAddress, remotePort!);
    }
  }

  private async knock(host: string, port: number): Promise<void> {
    const peer = `${host}:${port}`;
    if (this.knockedAt.has(peer)) return;
    this.knockedAt.add(peer);
    try {
      if (await answers(host, port)) return;
      for (const [client, { tell }] of this.watched) {
        const socket = socketOf(client);
        if (`${socket.remoteAddress}:${socket.remotePort}` !== peer) continue;
        tell();
        socket.destroy(Object.assign(new Error(`the machine of the database (${peer}) does not answer any more`), { code: 'ETIMEDOUT' }));
      }
    } finally {
      this.knockedAt.delete(peer);
    }
  }
}

/** The one watch of this process. */
export const silentServers = new SilentServers();

function socketOf(client: pg.Client): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}

function isAnswered(client: pg.Client): boolean {
  return (client as unknown as { readyForQuery: boolean }).readyForQuery;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (isThere: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isThere);
    };
    // where this process was busy itself, the answer may be here already and not yet read
    const timer = setTimeout(() => void nextTurn().then(() => end(!socket.connecting)), LONGEST_KNOCK_MS);
    socket.once('connect', () => end(true));
    socket.once('error', ({ code }: NodeJS.ErrnoException) => end(!NOBODY_THERE.has(code)));
  });
}
