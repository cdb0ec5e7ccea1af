// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { queryAt } from './postgres-server.js';

const WRITE = 'mutation ($input: UpsertContractInput!) { upsertContract(input: $input) { __typename ... on Problem { code } } }';
/** The newest of those that end on a day or before; each writer has a day of its own, so that nobody's writes come between. */
const READ = 'query newest($day: Date!) { contracts(first: 5, filter: { endsUntil: $day }, orderBy: { field: ENDS_ON, direction: DESC }) { nodes { number } } }';
const FIRST_DAY = Date.UTC(2030, 0, 1);
const DAY_MS = 86_400_000;
/** A request that is not answered within so long counts as not answered. */
const LONGEST_REQUEST_MS = 20_000;
/** After a refusal, as a client that was told to come again. */
const PAUSE_MS = 100;

/** What `fetch` says where a server has gone, before its answer or in it. */
const CUT = new Set(['fetch failed', 'terminated']);

export interface Endpoint {
  readonly url: string;
  readonly token: string;
}

/** What became of the load. */
export interface LoadOutcome {
  /** Answered without errors: has to be stored, whatever happens. */
  readonly accepted: number;
  /** Told to come again, or refused with a problem. */
  readonly refused: number;
  /** Neither: an answer that nobody should get, by what it said. */
  readonly unexpected: Readonly<Record<string, number>>;
  readonly lost: number;
  /** Refused and stored all the same: the answer was lost with the server. */
  readonly refusedButStored: number;
  readonly secondsWithoutWrites: number;
  readonly reads: number;
  readonly readsRefused: number;
  readonly secondsWithoutReads: number;
  /** How long anybody waited for an answer, whatever it said. */
  readonly longestWaitSeconds: number;
  /** When the stale ones were answered, in seconds after the last write before the longest pause. */
  readonly staleAt: readonly number[];
  /** Reads that did not show what the reader had been told is stored, through another process than the one that stored it. */
  readonly stale: number;
}

/** Writers and readers who come again and again, through all endpoints in turn. Each write has a number of its own, and is at once looked for through the next endpoint. */
export class WriteLoad {
  private readonly accepted: string[] = [];
  private readonly refused: string[] = [];
  private readonly acceptedAt: number[] = [];
  private readonly readAt: number[] = [];
  private readonly unexpected: Record<string, number> = {};
  private readsRefused = 0;
  private readonly staleAt: number[] = [];
  private longestWaitMs = 0;
  private isOver = false;
  private readonly people: readonly Promise<void>[];

  constructor(
    private readonly endpoints: readonly Endpoint[],
    private readonly mark: string,
    writers: number,
    /** Where servers are killed, connections to them are cut, which is a refusal as well. */
    private readonly mayBeCut = false,
  ) {
    this.people = Array.from({ length: writers }, (_, person) => this.work(person));
  }

  get acceptedSoFar(): number {
    return this.accepted.length;
  }

  get refusedSoFar(): number {
    return this.refused.length;
  }

  /** Ends the load, and compares what was answered with what is stored. */
  async end(databaseUrl: string): Promise<LoadOutcome> {
    this.isOver = true;
    await Promise.all(this.people);
    const rows = await queryAt<{ number: string }>(databaseUrl, 'SELECT number FROM contract WHERE number LIKE $1', [`${this.mark}-%`]);
    const stored = new Set(rows.map(({ number }) => number));
    return {
      accepted: this.accepted.length,
      refused: this.refused.length,
      unexpected: this.unexpected,
      lost: this.accepted.filter((number) => !stored.has(number)).length,
      refusedButStored: this.refused.filter((number) => stored.has(number)).length,
      secondsWithoutWrites: longestGap(this.acceptedAt),
      reads: this.readAt.length,
      readsRefused: this.readsRefused,
      secondsWithoutReads: longestGap(this.readAt),
      longestWaitSeconds: this.longestWaitMs / 1_000,
      stale: this.staleAt.length,
      staleAt: this.staleAt.map((moment) => (moment - pauseBegin(this.acceptedAt)) / 1_000),
    };
  }

  private async work(person: number): Promise<void> {
    for (let turn = 0; !this.isOver; turn++) {
      const number = `${this.mark}-${person}-${turn}`;
      const day = new Date(FIRST_DAY + person * DAY_MS).toISOString().slice(0, 10);
      const isStored = await this.write(this.endpoints[(person + turn) % this.endpoints.length]!, number, day);
      await this.read(this.endpoints[(person + turn + 1) % this.endpoints.length]!, number, day, isStored);
      if (!isStored) await sleep(PAUSE_MS);
    }
  }

  private async write(endpoint: Endpoint, number: string, day: string): Promise<boolean> {
    const answer = await this.ask(endpoint, WRITE, { input: { number, metric: 'DEVICE', startsOn: '2026-01-01', endsOn: day } });
    const isStored = answer.data?.['upsertContract']?.__typename === 'ContractStored';
    if (isStored) {
      this.accepted.push(number);
      this.acceptedAt.push(performance.now());
      return true;
    }
    this.refused.push(number);
    if (!this.isRefusal(answer)) this.note(`write: ${answer.said}`);
    return false;
  }

  private async read(endpoint: Endpoint, number: string, day: string, isStored: boolean): Promise<void> {
    const answer = await this.ask(endpoint, READ, { day });
    const nodes = answer.data?.['contracts']?.nodes;
    if (nodes === undefined) {
      this.readsRefused++;
      if (!this.isRefusal(answer)) this.note(`read: ${answer.said}`);
      return;
    }
    this.readAt.push(performance.now());
    if (isStored && !nodes.some((one) => one.number === number)) this.staleAt.push(performance.now());
  }

  private async ask(endpoint: Endpoint, query: string, variables: object): Promise<Answer> {
    const begunAt = performance.now();
    const answer = await ask(endpoint, query, variables);
    this.longestWaitMs = Math.max(this.longestWaitMs, performance.now() - begunAt);
    if (answer.status === 503 && !answer.saysWhen) this.note('503 without Retry-After');
    return answer;
  }

  private isRefusal({ status, said }: Answer): boolean {
    return status === 503 || (this.mayBeCut && CUT.has(said));
  }

  private note(what: string): void {
    this.unexpected[what] = (this.unexpected[what] ?? 0) + 1;
  }
}

interface Answer {
  readonly status: number;
  /** Whether it says when to come again. */
  readonly saysWhen: boolean;
  readonly said: string;
  readonly data?: Readonly<Record<string, { readonly __typename?: string; readonly nodes?: readonly { readonly number: string }[] }>>;
}

async function ask({ url, token }: Endpoint, query: string, variables: object): Promise<Answer> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(LONGEST_REQUEST_MS),
    });
    const { data, errors } = (await response.json()) as { data?: NonNullable<Answer['data']>; errors?: unknown };
    return { status: response.status, saysWhen: response.headers.has('retry-after'), said: JSON.stringify(errors ?? data).slice(0, 300), ...(data && !errors ? { data } : {}) };
  } catch (failure) {
    return { status: 0, saysWhen: false, said: (failure as Error).message };
  }
}

function longestGap(moments: readonly number[]): number {
  return Math.max(0, ...gapsOf(moments).map(({ length }) => length)) / 1_000;
}

/** The moment at which the longest pause began. */
function pauseBegin(moments: readonly number[]): number {
  return gapsOf(moments).reduce((longest, gap) => (gap.length > longest.length ? gap : longest), { begin: 0, length: 0 }).begin;
}

function gapsOf(moments: readonly number[]): { readonly begin: number; readonly length: number }[] {
  const sorted = [...moments].sort((a, b) => a - b);
  return sorted.slice(1).map((moment, index) => ({ begin: sorted[index]!, length: moment - sorted[index]! }));
}
