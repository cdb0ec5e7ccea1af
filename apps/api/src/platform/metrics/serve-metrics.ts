// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import { once } from 'node:events';
import { ProblemError } from '../problem-error.js';
import type { Metrics } from './metrics.js';

/** What whoever watches the process is told, on an address of its own that nobody else needs to reach: `/metrics`, `/health/live`, `/health/ready`. Also of a worker, which serves nothing else. */
export async function serveMetrics({ host, port }: { readonly host: string; readonly port: number }, metrics: Metrics, isReady: () => Promise<boolean>): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      if (request.method !== 'GET') return void response.writeHead(405).end();
      if (request.url === '/metrics') return void response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
      if (request.url === '/health/live') return void response.writeHead(200).end('ok\n');
      if (request.url === '/health/ready') return void ((await isReady()) ? response.writeHead(200).end('ok\n') : response.writeHead(503).end('not ready\n'));
      response.writeHead(404).end();
    };
    answer().catch(() => response.writeHead(500).end());
  });
  server.listen(port, host);
  await once(server, 'listening').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'EADDRINUSE') throw new ProblemError({ code: 'PLATFORM.PORT_IN_USE', host, port });
    throw failure;
  });
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}
