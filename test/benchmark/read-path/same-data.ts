// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isDeepStrictEqual } from 'node:util';
import { LoadClient, type GraphqlCall } from './load-client.js';
import type { ServerProcess } from './server-process.js';

/** Asks both servers and throws with the first difference unless they say the same; an empty list counts as a difference. */
export async function requireSameData(ours: ServerProcess, rival: ServerProcess, what: string, calls: readonly { ours: GraphqlCall; rival: GraphqlCall }[], read: { ours: (data: never) => unknown; rival: (data: never) => unknown }): Promise<void> {
  const clients = [new LoadClient(ours.url, 1, ours.headers), new LoadClient(rival.url, 1, rival.headers)] as const;
  try {
    for (const call of calls) {
      const mine = read.ours(await dataOf(clients[0], ours.name, call.ours));
      const theirs = read.rival(await dataOf(clients[1], rival.name, call.rival));
      if (!Array.isArray(mine) || mine.length === 0) throw new Error(`${what}: ${ours.name} returned no rows`);
      if (!isDeepStrictEqual(mine, theirs)) throw new Error(`${what}: different data.\n${ours.name}: ${differenceOf(mine, theirs)}\n${rival.name}: ${differenceOf(theirs, mine)}`);
    }
  } finally {
    for (const client of clients) client.close();
  }
}

async function dataOf(client: LoadClient, name: string, call: GraphqlCall): Promise<never> {
  const { status, body } = await client.send(JSON.stringify({ ...call, operationName: 'Q' }));
  const answer = JSON.parse(body) as { data?: unknown; errors?: unknown };
  if (status !== 200 || answer.errors !== undefined) throw new Error(`${name} refused: ${body.slice(0, 1_000)}`);
  return answer.data as never;
}

/** The first row that the other side does not have in its place. */
function differenceOf(rows: unknown, others: unknown): string {
  if (!Array.isArray(rows) || !Array.isArray(others)) return JSON.stringify(rows)?.slice(0, 600) ?? 'nothing';
  const at = rows.findIndex((row, index) => !isDeepStrictEqual(row, others[index]));
  return `${rows.length} rows; row ${at}: ${JSON.stringify(rows[at])?.slice(0, 600)}`;
}
