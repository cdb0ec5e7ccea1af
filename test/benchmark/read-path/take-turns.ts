// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { medianOf, quantileOf, rangeOf } from '../benchmark.js';
import { LoadClient, type Answer, type LoadFigures } from './load-client.js';
import type { ServerProcess } from './server-process.js';

/** One side of a comparison: who is asked, and what. */
export interface Side {
  readonly server: ServerProcess;
  callOf(index: number): { body: string; headers?: Readonly<Record<string, string>> };
  isExpected(answer: Answer): boolean;
  /** Runs before each call, for the side that must not answer from its cache. */
  readonly before?: () => Promise<unknown>;
}

/** What one side reached over all rounds. */
export interface SideFigures {
  readonly requestsPerSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly peakMebibytes: number | null;
}

export interface Turns {
  readonly ours: SideFigures;
  readonly rival: SideFigures;
  /** Requests per second, ours to the rival's: the median over the rounds. */
  readonly ratio: number;
  readonly spread: string;
}

const CONNECTIONS = 8;

/** Runs both sides in turn (A B A B), after a warm-up of each, with the same number of calls and connections. */
export async function takeTurns(ours: Side, rival: Side, rounds: number, calls: number): Promise<Turns> {
  const clients = [new LoadClient(ours.server.url, CONNECTIONS, ours.server.headers), new LoadClient(rival.server.url, CONNECTIONS, rival.server.headers)] as const;
  const figures: [LoadFigures[], LoadFigures[]] = [[], []];
  const runOne = (which: 0 | 1, count: number) => {
    const side = which === 0 ? ours : rival;
    return clients[which].run(count, (index) => side.callOf(index), (answer) => side.isExpected(answer), side.before ?? (async () => undefined));
  };
  try {
    for (const which of [0, 1, 0, 1] as const) await runOne(which, Math.ceil(calls / 2));
    for (let round = 0; round < rounds; round++) for (const which of [0, 1] as const) figures[which].push(await runOne(which, calls));
  } finally {
    for (const client of clients) client.close();
  }
  const ratios = figures[0].map(({ requestsPerSecond }, round) => requestsPerSecond / (figures[1][round] as LoadFigures).requestsPerSecond);
  return { ours: await summary(figures[0], ours.server), rival: await summary(figures[1], rival.server), ratio: medianOf(ratios), spread: rangeOf(ratios) };
}

async function summary(rounds: readonly LoadFigures[], server: ServerProcess): Promise<SideFigures> {
  const milliseconds = rounds.flatMap((round) => [...round.milliseconds]);
  return {
    requestsPerSecond: medianOf(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
    medianMs: medianOf(milliseconds),
    p99Ms: quantileOf(milliseconds, 0.99),
    peakMebibytes: await server.peakMebibytes(),
  };
}

/** One side in a cell of the table. */
export function figuresText({ requestsPerSecond, medianMs, p99Ms, peakMebibytes }: SideFigures): string {
  return `${Math.round(requestsPerSecond)} req/s, ${medianMs.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms${peakMebibytes === null ? '' : `, ${peakMebibytes} MiB`}`;
}
