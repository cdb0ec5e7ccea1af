// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemTexts } from '../graphql/problem.types.js';
import { refusalBody } from '../graphql/refusal-body.js';
import { OPEN } from '../permissions/needs.js';

/** The project's folder; the program's own lie there, or in its dist/. */
const PLACE = join(import.meta.dirname, '../../../../..');
const PROJECT = basename(PLACE) === 'dist' ? dirname(PLACE) : PLACE;
/** The addresses that are the page's, as patterns. */
const ADDRESSES_FILE = join(PROJECT, 'apps/web/addresses.json');
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

/** Of an address that nobody answers to, so much is repeated. */
const LONGEST_SHOWN_ADDRESS = 200;
const ONE_YEAR = 365 * 24 * 60 * 60 * 1000;
const NOT_BUILT = 'The page is not built; npm run build:web builds it. / Die Seite ist nicht gebaut; npm run build:web baut sie.\n';

/** Whether whoever asks sits before a browser, and wants to see something. */
export function wantsPage({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  return method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');
}

/**
 * Serves the page at its own addresses; all others stay the interface's. Everybody may fetch it: it holds nothing that is anybody's. An address that nobody answers to is
 * unknown (404): a browser gets the page, which says so, anybody else a problem.
 */
export async function servePage(server: FastifyInstance, texts: () => ProblemTexts): Promise<void> {
  const addresses = JSON.parse(readFileSync(ADDRESSES_FILE, 'utf8')) as string[];
  const open = { config: { needs: OPEN as typeof OPEN } };
  await server.register(fastifyStatic, { root: BUILT_PAGE, serve: false, preCompressed: true, cacheControl: false });
  for (const path of addresses.flatMap((address) => (address === '/' ? [address] : [address, `${address}/`]))) server.get(path, open, (_request, reply) => sendDocument(reply));
  server.get('/*', open, (request, reply) => {
    void reply.code(404).header('vary', 'accept');
    if (wantsPage(request) && isBuilt()) return sendDocument(reply);
    return reply.header('cache-control', 'no-store').send(refusalBody({ code: 'PLATFORM.ADDRESS_UNKNOWN', address: request.url.slice(0, LONGEST_SHOWN_ADDRESS) }, texts(), request));
  });
  server.get('/page/*', open, (request, reply) => {
    const file = `page/${(request.params as { '*': string })['*']}`;
    // a name that carries the digest of its content never means anything else
    return reply.sendFile(file, BUILT_PAGE, file.startsWith('page/assets/') ? { cacheControl: true, maxAge: ONE_YEAR, immutable: true } : { cacheControl: true, maxAge: 0 });
  });
}

function isBuilt(): boolean {
  return existsSync(join(BUILT_PAGE, 'index.html'));
}

function sendDocument(reply: FastifyReply): FastifyReply {
  if (!isBuilt()) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
  return reply
    .header('content-security-policy', PAGE_POLICY)
    .header('cache-control', 'no-cache')
    .sendFile('index.html', { cacheControl: false });
}
