// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { OPEN } from '../permissions/needs.js';

const require = createRequire(import.meta.url);

/** Files of the explorer, served from the installed packages: nothing comes from another server. */
const FILES: Record<string, { path: () => string; type: string }> = {
  'react.js': { path: () => join(dirname(require.resolve('react-18/package.json')), 'umd/react.production.min.js'), type: 'text/javascript' },
  'react-dom.js': { path: () => join(dirname(require.resolve('react-dom-18/package.json')), 'umd/react-dom.production.min.js'), type: 'text/javascript' },
  'graphiql.js': { path: () => join(dirname(require.resolve('graphiql/package.json')), 'graphiql.min.js'), type: 'text/javascript' },
  'graphiql.css': { path: () => join(dirname(require.resolve('graphiql/package.json')), 'graphiql.min.css'), type: 'text/css' },
};

const FIRST_QUERY = `# Products in use that are not open source, the most installed first
{
  products(first: 10, filter: { openSource: DENIED, inUse: true }, orderBy: { field: INSTALLATIONS, direction: DESC }) {
    totalCount
    nodes {
      name
      vendor { name }
      installationCount
      alternatives(first: 3) { kind coverage01 product { name license { expression } } }
    }
  }
}
`;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Fahrplan – GraphQL</title><link rel="stylesheet" href="/explorer/graphiql.css">
<style>html,body,#explorer{height:100%;margin:0}</style></head>
<body><div id="explorer"></div><script src="/explorer/react.js"></script><script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script><script src="/explorer/start.js"></script></body></html>`;

/** The explorer writes styles into its document, and its editor starts workers of its own making; nothing comes from another server. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'";

const START = `const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
ReactDOM.createRoot(document.getElementById('explorer')).render(React.createElement(GraphiQL, { fetcher, defaultQuery: ${JSON.stringify(FIRST_QUERY)} }));`;

/** Serves GraphiQL to browsers that open `/graphql`; programs that post queries never meet it. */
export function serveExplorer(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const isPage = request.method === 'GET' && request.url === '/graphql' && (request.headers.accept ?? '').includes('text/html');
    if (isPage) await reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(PAGE);
  });
  server.get('/explorer/start.js', { config: { needs: OPEN } }, async (_request, reply) => reply.type('text/javascript').send(START));
  for (const [name, file] of Object.entries(FILES)) {
    server.get(`/explorer/${name}`, { config: { needs: OPEN } }, async (_request, reply) => reply.type(file.type).header('cache-control', 'public, max-age=86400').send(await readFile(file.path())));
  }
}
