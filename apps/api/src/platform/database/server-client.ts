// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import type { DatabaseAddress, WantedServer } from './database-address.js';
import { silentServers } from './silent-servers.js';

/** A server that does not say so soon what it is counts as away. */
const LONGEST_LOOK_MS = 3_000;
/** A server that does not let somebody in within so long is not waited for. */
const LONGEST_CONNECT_MS = 5_000;
/** Whoever had to wait so long for nothing spares the next ones the waiting. */
const LONG_FAILURE_MS = 1_000;
/** So long it is not looked again for a server that is liked better. */
const KNOWN_FOR_MS = 30_000;

/** Makes clients of one address. */
export type ServerClientClass = new (config?: pg.ClientConfig) => pg.Client;

/** There is no server of the kind that is wanted; the code is the one of a server that takes no connections yet. */
class NoSuchServer extends Error {
  readonly code = '57P03';
}

/**
 * Makes the class of clients for an address: each connects to a server of the kind that is wanted, whichever of the named ones that is by now. What a server is, it says as it greets
 * (`in_hot_standby`, since version 14); what stands behind a pooler does not, and is taken as it comes.
 *
 * @param greeting run on each connection before anything else
 */
export function clientsOf(address: DatabaseAddress, greeting: string | null): ServerClientClass {
  const servers = new Servers(address);
  return class ServerClient extends pg.Client {
    constructor(config: pg.ClientConfig = {}) {
      super({ ...config, connectionTimeoutMillis: Math.min(config.connectionTimeoutMillis || LONGEST_CONNECT_MS, LONGEST_CONNECT_MS) });
    }

    override connect(): Promise<pg.Client>;
    override connect(callback: (failure: any) => void): void; // eslint-disable-line @typescript-eslint/no-explicit-any -- as the driver declares it
    override connect(callback?: (failure?: Error) => void): Promise<pg.Client> | void {
      const reached = this.reach().then(() => this);
      if (callback === undefined) return reached;
      reached.then(() => callback(), callback);
    }

    private async reach(): Promise<void> {
      const server = await servers.current();
      if (server !== null) Object.assign(this, server);
      const told = listen(this);
      const begunAt = performance.now();
      try {
        await super.connect();
        silentServers.watch(this, () => servers.forget());
        if (!fits(address.wanted, told)) throw new NoSuchServer(`${nameOf(this)} is ${whatIs(told)}; wanted is ${address.wanted}`);
        if (greeting !== null) await this.query(greeting);
      } catch (failure) {
        servers.forget();
        if (performance.now() - begunAt >= LONG_FAILURE_MS) servers.fellSilent(failure as Error);
        super.end().catch(() => undefined);
        throw failure;
      }
    }
  };
}

/** What a server said of itself; undefined as long as it has not. */
interface Told {
  in_hot_standby?: string;
  default_transaction_read_only?: string;
}

function listen(client: pg.Client): Told {
  const told: Told = {};
  const { connection } = client as unknown as { connection: { on(event: string, call: (message: { parameterName: string; parameterValue: string }) => void): void } };
  connection.on('parameterStatus', ({ parameterName, parameterValue }) => Object.assign(told, { [parameterName]: parameterValue }));
  return told;
}

function fits(wanted: WantedServer, told: Told): boolean {
  if (wanted === 'read-write') return told.in_hot_standby !== 'on' && told.default_transaction_read_only !== 'on';
  return wanted !== 'standby' || told.in_hot_standby !== 'off';
}

function whatIs(told: Told): string {
  return told.in_hot_standby === 'on' ? 'a standby' : told.default_transaction_read_only === 'on' ? 'read-only' : 'a primary';
}

type Server = Pick<pg.Client, 'host' | 'port'>;
const nameOf = ({ host, port }: Server): string => `${host}:${port}`;

/** The servers of an address, and which of them was found last. */
class Servers {
  private found: { readonly server: Server; readonly until: number } | null = null;
  private looking: Promise<Server> | null = null;
  private silence: Error | null = null;

  constructor(private readonly address: DatabaseAddress) {}

  /** Null where there is only one. While all that is wanted is silent, nobody waits for it: each look goes on by itself, and who comes after one that found a server is served. */
  async current(): Promise<Server | null> {
    const { urls, wanted } = this.address;
    const isOnly = urls.length === 1;
    if (isOnly && this.silence === null) return null;
    if (this.found !== null && Date.now() < this.found.until) return this.found.server;
    const { silence } = this;
    this.looking ??= this.lookAndTell().finally(() => (this.looking = null));
    if (silence !== null) {
      this.looking.catch(() => undefined); // told by the next look
      throw silence;
    }
    const server = await this.looking;
    this.found = { server, until: wanted === 'read-write' ? Infinity : Date.now() + KNOWN_FOR_MS };
    return isOnly ? null : server;
  }

  forget(): void {
    this.found = null;
  }

  fellSilent(failure: Error): void {
    this.silence = failure;
  }

  private async lookAndTell(): Promise<Server> {
    const begunAt = performance.now();
    try {
      const server = await this.look();
      this.silence = null;
      return server;
    } catch (failure) {
      this.silence = performance.now() - begunAt >= LONG_FAILURE_MS ? (failure as Error) : null;
      throw failure;
    }
  }

  private async look(): Promise<Server> {
    const { urls, wanted } = this.address;
    const looks = urls.map((url) => lookAt(url));
    const first = (kind: WantedServer) =>
      Promise.any(
        looks.map(async (look) => {
          const { server, told } = await look;
          if (!fits(kind, told)) throw new NoSuchServer(`${nameOf(server)} is ${whatIs(told)}`);
          return server;
        }),
      );
    try {
      return await (wanted === 'prefer-standby' ? first('standby').catch(() => first('any')) : first(wanted));
    } catch (failure) {
      const reasons = failure instanceof AggregateError ? failure.errors.map((one: Error) => one.message) : [String(failure)];
      throw new NoSuchServer(`no server is there (${wanted}): ${reasons.join('; ')}`, { cause: failure });
    }
  }
}

async function lookAt(url: string): Promise<{ readonly server: Server; readonly told: Told }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: LONGEST_LOOK_MS, application_name: 'fahrplan-look' });
  client.on('error', () => undefined); // told by the connecting
  const told = listen(client);
  try {
    await client.connect();
    return { server: { host: client.host, port: client.port }, told };
  } catch (failure) {
    throw new NoSuchServer(`${nameOf(client)}: ${(failure as Error).message}`, { cause: failure });
  } finally {
    client.end().catch(() => undefined);
  }
}
