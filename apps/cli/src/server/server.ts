// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { word } from '../i18n/words.js';
import { interruption } from '../interruption.js';
import { ProgressBar } from '../output/progress-bar.js';
import type { ServerDocument } from './server-document.js';
import { findServer } from './find-server.js';
import { startServer } from './start-server.js';
import { tokenFor } from './token-for.js';

/** The server's GraphQL interface, and the door for files. */
export interface Server {
  /** @throws CommandFailure where the answer has errors */
  ask<Answer>(document: ServerDocument, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Hands a file in; its bytes are sent as they are read. */
  upload(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<string>;
  /**
   * Fetches a file that the server writes.
   *
   * @throws CommandFailure with the server's problem where it cannot write it
   */
  download(path: string): Promise<string>;
  /** The same for a file that is no text. */
  downloadBytes(path: string): Promise<Uint8Array>;
  /** A link that signs the person at this machine in, once; null where that is done elsewhere. */
  signInLink(): Promise<string | null>;
}

/** Runs `work` on a running server, or on one started for its length; Ctrl-C from here on only asks the command to stop. */
export async function withServer<T>(context: CommandContext, work: (server: Server) => Promise<T>): Promise<T> {
  interruption();
  const url = await findServer(context.environment);
  if (url !== null) return work(serverAt(url, await tokenFor(url, context.environment), context));
  const bar = new ProgressBar(context);
  await bar.show(word('starting', context.language), 0, null);
  const started = await startServer(context.environment, context.language).finally(() => bar.end());
  try {
    return await work(serverAt(started.url, started.token, context));
  } catch (failure) {
    if (failure instanceof CommandFailure && failure.problem.code === 'INTERNAL') for (const line of started.log) await context.output.message(line.slice(0, 2_000));
    throw failure;
  } finally {
    await started.stop();
  }
}

/** Runs `work` on a server that runs already. */
export async function withRunningServer<T>(context: CommandContext, work: (server: Server) => Promise<T>): Promise<T> {
  const url = await findServer(context.environment);
  if (url === null) throw new CommandFailure({ code: 'CLI.NO_SERVER' }, ExitStatus.NOT_FOUND);
  return work(serverAt(url, await tokenFor(url, context.environment), context));
}

interface GraphQlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string; readonly problem?: Problem } }[];
}

function serverAt(url: string, token: string | null, { language }: CommandContext): Server {
  const headers = { 'accept-language': language, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  const file = async (path: string): Promise<Response> => {
    const response = await request(`${url}${path}`, { headers });
    if (response.ok) return response;
    const { problem } = (await json(response)) as { problem?: Problem };
    throw new CommandFailure(problem ?? { code: 'CLI.SERVER_ANSWER_INVALID', reason: `HTTP ${response.status}` }, response.status === 404 ? ExitStatus.NOT_FOUND : ExitStatus.REFUSED);
  };
  return {
    async ask<Answer>(query: ServerDocument, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
      const response = await request(`${url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
      const answer = (await json(response)) as GraphQlAnswer<Answer>;
      const [error] = answer.errors ?? [];
      if (error !== undefined) throw new CommandFailure(error.extensions?.problem ?? { code: error.extensions?.code ?? 'CLI.SERVER_ANSWER_INVALID', message: error.message }, ExitStatus.FAILED);
      if (answer.data == null) throw new CommandFailure({ code: 'CLI.SERVER_ANSWER_INVALID', reason: `HTTP ${response.status}` }, ExitStatus.FAILED);
      return answer.data;
    },
    async upload(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
      let broken: unknown;
      const watched = watch(bytes, (failure) => (broken = failure));
      const sent = request(`${url}/imports?fileName=${encodeURIComponent(fileName)}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/octet-stream' }, body: watched as never, duplex: 'half' } as RequestInit);
      const response = await sent.catch((failure: unknown) => {
        throw broken ?? failure;
      });
      const answer = (await json(response)) as { uploadId?: string; problem?: Problem };
      if (answer.uploadId !== undefined) return answer.uploadId;
      throw new CommandFailure(answer.problem ?? { code: 'CLI.SERVER_ANSWER_INVALID', reason: `HTTP ${response.status}` });
    },
    async download(path) {
      return (await file(path)).text();
    },
    async signInLink() {
      const response = await request(`${url}/sign-in/links`, { method: 'POST', headers });
      const { path, problem } = (await json(response)) as { path?: string | null; problem?: Problem };
      if (problem !== undefined) throw new CommandFailure(problem);
      return path ? `${url}${path}` : null;
    },
    async downloadBytes(path) {
      return new Uint8Array(await (await file(path)).arrayBuffer());
    },
  };
}

/** A file that cannot be read to its end is the file's problem, not the connection's. */
async function* watch(bytes: AsyncIterable<Uint8Array>, note: (failure: unknown) => void): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (failure) {
    note(failure);
    throw failure;
  }
}

async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (failure) {
    const { cause, message } = failure as Error & { cause?: NodeJS.ErrnoException };
    throw new CommandFailure({ code: 'CLI.SERVER_UNREACHABLE', url: new URL(url).origin, reason: cause?.code ?? cause?.message ?? message }, ExitStatus.FAILED);
  }
}

async function json(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandFailure({ code: 'CLI.SERVER_ANSWER_INVALID', reason: `HTTP ${response.status}` }, ExitStatus.FAILED);
  }
}
