// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify';
import type { Problem } from '#kernel';
import type { ProblemTexts } from '../graphql/problem.types.js';
import { refusalBody } from '../graphql/refusal-body.js';

/** After so long it pays to ask again. */
export const RETRY_AFTER_SECONDS = 2;
/** Of the requests that may be under way, uploads may be one in so many: they last, and must not keep everybody else out. */
const UPLOAD_SHARE = 4;

/** How many requests are under way, and how many were sent away. */
export interface Admission {
  readonly underWay: number;
  readonly refused: number;
}

/**
 * Lets so many requests in at once; whoever comes beyond that is told at once to come again (503), instead of waiting in a line that only grows. What is let in is answered as fast as without the
 * crowd. Questions for the program's health are always let in.
 */
export function admit(server: FastifyInstance, most: number, texts: () => ProblemTexts): Admission {
  const standing = { underWay: 0, uploads: 0, refused: 0 };
  const mostUploads = Math.max(1, Math.floor(most / UPLOAD_SHARE));
  server.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return undefined;
    const isUpload = request.url.startsWith('/imports');
    if (isUpload ? standing.uploads >= mostUploads : standing.underWay - standing.uploads >= most) {
      standing.refused++;
      const problem: Problem = { code: 'PLATFORM.OVERLOADED', most: isUpload ? mostUploads : most };
      void reply.code(503).header('retry-after', String(RETRY_AFTER_SECONDS)).header('cache-control', 'no-store');
      return reply.send(refusalBody(problem, texts(), request));
    }
    standing.underWay++;
    if (isUpload) standing.uploads++;
    reply.raw.once('close', () => {
      standing.underWay--;
      if (isUpload) standing.uploads--;
    });
    return undefined;
  });
  return standing;
}
