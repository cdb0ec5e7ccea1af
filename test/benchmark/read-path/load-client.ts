// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Agent, request } from 'node:http';

export interface GraphqlCall {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

/** Sends calls over connections that stay open. */
export class LoadClient {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    private readonly connections: number,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** One call; any status is an answer. */
  send(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(this.url, { method: 'POST', agent: this.agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...this.headers, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), etag: response.headers.etag ?? null }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Sends `count` calls, as many at once as there are connections, and measures each. An answer that is not expected ends the run. */
  async run(count: number, callOf: (index: number) => { body: string; headers?: Readonly<Record<string, string>> }, isExpected: (answer: Answer) => boolean, before: () => Promise<unknown>): Promise<LoadFigures> {
    const milliseconds: number[] = [];
    let next = 0;
    const started = performance.now();
    const worker = async (): Promise<void> => {
      while (next < count) {
        const { body, headers } = callOf(next++);
        await before();
        const sentAt = performance.now();
        const answer = await this.send(body, headers);
        milliseconds.push(performance.now() - sentAt);
        if (!isExpected(answer)) throw new Error(`unexpected answer of ${this.url}, status ${answer.status}: ${answer.body.slice(0, 500)}`);
      }
    };
    await Promise.all(Array.from({ length: this.connections }, worker));
    return { requestsPerSecond: count / ((performance.now() - started) / 1000), milliseconds };
  }

  close(): void {
    this.agent.destroy();
  }
}

export interface LoadFigures {
  readonly requestsPerSecond: number;
  /** Time to the last byte, one per call. */
  readonly milliseconds: readonly number[];
}
