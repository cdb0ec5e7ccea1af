// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify';
import type { Tracing } from './tracing.js';

/**
 * A span for every request but questions for health, from its first byte to the last of the answer, as a part of the trace that the client began, if it did. It has the request's id, by which log and
 * audit trail name it, and the route, not the address: in addresses there are links that sign in.
 */
export function traceRequests(server: FastifyInstance, tracing: Tracing): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/health/')) return done();
    const { method, headers, id, routeOptions } = request;
    const route = routeOptions.url;
    const from = { ...(headers.traceparent === undefined ? {} : { traceparent: String(headers.traceparent) }), ...(headers.tracestate === undefined ? {} : { tracestate: String(headers.tracestate) }) };
    const span = tracing.begin(route === undefined ? method : `${method} ${route}`, 'server', { 'http.request.method': method, ...(route === undefined ? {} : { 'http.route': route }), 'fahrplan.request_id': id }, from);
    reply.raw.once('close', () => {
      const isWhole = reply.raw.writableFinished;
      span.tell({ 'http.response.status_code': reply.statusCode, ...(isWhole ? {} : { 'fahrplan.broken_off': true }) });
      if (reply.statusCode >= 500) span.fail(String(reply.statusCode));
      span.end();
    });
    tracing.within(span, done);
  });
}
