// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import type { OpenSubscriptions } from '../graphql/open-subscriptions.js';
import type { Admission } from '../health/admission.js';

/** Names of operations come from clients: so many are told apart, the others are counted as one. */
const MOST_OPERATIONS = 100;
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const JOB_SECONDS = [0.1, 0.5, 1, 5, 15, 60, 300, 1_800, 7_200];

/** Figures of this process, in the form that Prometheus reads. No figure has a name or a text of anybody in it but the names of operations and routes. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly names = new Set<string>();
  private readonly requests = new Histogram({ name: 'fahrplan_http_request_seconds', help: 'Requests by method, route and status.', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [this.registry] });
  private readonly operations = new Histogram({ name: 'fahrplan_graphql_operation_seconds', help: 'GraphQL operations by name and outcome.', labelNames: ['operation', 'outcome'], buckets: SECONDS, registers: [this.registry] });
  private readonly jobs = new Histogram({ name: 'fahrplan_job_seconds', help: 'Attempts of jobs in this process by kind and outcome.', labelNames: ['kind', 'outcome'], buckets: JOB_SECONDS, registers: [this.registry] });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  watchRequests(server: FastifyInstance, admission: Admission): void {
    server.addHook('onResponse', async (request, reply) => {
      this.requests.observe({ method: request.method, route: request.routeOptions.url ?? '(none)', status: reply.statusCode }, reply.elapsedTime / 1_000);
    });
    this.gauge('fahrplan_http_requests_under_way', 'Requests that are being answered.', () => admission.underWay);
    this.counter('fahrplan_http_requests_refused_total', 'Requests that were sent away because too many were under way.', () => admission.refused);
  }

  watchSubscriptions(open: Pick<OpenSubscriptions, 'connections' | 'subscriptions' | 'refused'>): void {
    this.gauge('fahrplan_web_sockets', 'Web sockets that are open.', () => open.connections);
    this.gauge('fahrplan_subscriptions', 'Subscriptions that have not ended.', () => open.subscriptions);
    this.counter('fahrplan_subscriptions_refused_total', 'Web sockets and subscriptions that were sent away because there were too many.', () => open.refused);
  }

  watchPool(name: string, pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>): void {
    this.gauge(`fahrplan_${name}_connections`, 'Connections to the database.', () => pool.totalCount);
    this.gauge(`fahrplan_${name}_connections_idle`, 'Connections to the database that do nothing.', () => pool.idleCount);
    this.gauge(`fahrplan_${name}_connections_wanted`, 'Callers that wait for a connection.', () => pool.waitingCount);
  }

  operationEnded(name: string | null | undefined, outcome: 'ok' | 'errors', seconds: number): void {
    this.operations.observe({ operation: this.bounded(name ?? '(unnamed)'), outcome }, seconds);
  }

  attemptEnded(kind: string, outcome: string, seconds: number): void {
    this.jobs.observe({ kind, outcome }, seconds);
  }

  private bounded(name: string): string {
    if (this.names.has(name)) return name;
    if (this.names.size >= MOST_OPERATIONS) return '(other)';
    this.names.add(name);
    return name;
  }

  private counter(name: string, help: string, value: () => number): void {
    new Counter({ name, help, registers: [this.registry], collect() { this.reset(); this.inc(value()); } });
  }

  private gauge(name: string, help: string, value: () => number): void {
    new Gauge({ name, help, registers: [this.registry], collect() { this.set(value()); } });
  }
}
