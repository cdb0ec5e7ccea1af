// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { OPEN } from '../permissions/needs.js';

/** The project's folder; the program's own lie there, or in its dist/. */
const PLACE = join(import.meta.dirname, '../../../../..');
const PROJECT = basename(PLACE) === 'dist' ? dirname(PLACE) : PLACE;
/** First segments of the addresses that are the page's. */
const SECTIONS_FILE = join(PROJECT, 'apps/web/sections.json');
/** The built page. */
export const BUILT_PAGE = join(PROJECT, 'dist/apps/web');

/**
 * What the page may do: nothing that does not come from this server. No script and no style stands within the document; `data:` pictures are icons that the
 * design system keeps in its style sheets.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ONE_YEAR = 365 * 24 * 60 * 60 * 1000;
const NOT_BUILT = 'The page is not built; npm run build:web builds it. / Die Seite ist nicht gebaut; npm run build:web baut sie.\n';

/** Serves the page at `/` and below its own sections; all other addresses stay the interface's. Everybody may fetch it: it holds nothing that is anybody's. */
export async function servePage(server: FastifyInstance): Promise<void> {
  const sections = JSON.parse(readFileSync(SECTIONS_FILE, 'utf8')) as string[];
  const open = { config: { needs: OPEN as typeof OPEN } };
  await server.register(fastifyStatic, { root: BUILT_PAGE, serve: false, preCompressed: true, cacheControl: false });
  for (const path of ['/', ...sections.flatMap((section) => [`/${section}`, `/${section}/*`])]) server.get(path, open, (_request, reply) => sendDocument(reply));
  server.get('/page/*', open, (request, reply) => {
    const file = `page/${(request.params as { '*': string })['*']}`;
    // a name that carries the digest of its content never means anything else
    return reply.sendFile(file, BUILT_PAGE, file.startsWith('page/assets/') ? { cacheControl: true, maxAge: ONE_YEAR, immutable: true } : { cacheControl: true, maxAge: 0 });
  });
}

function sendDocument(reply: FastifyReply): FastifyReply {
  if (!existsSync(join(BUILT_PAGE, 'index.html'))) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
  return reply
    .header('content-security-policy', PAGE_POLICY)
    .header('cache-control', 'no-cache')
    .sendFile('index.html', { cacheControl: false });
}
