// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultTextMapGetter, defaultTextMapSetter, diag, DiagLogLevel, ROOT_CONTEXT, SpanKind as Kind, SpanStatusCode, trace, type Context, type Span as ApiSpan, type Tracer } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, detectResources, resourceAttributesEnvDetector, resourceFromAttributes, serviceNameEnvDetector } from '@opentelemetry/resources';
import { AlwaysOffSampler, AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider, type Sampler } from '@opentelemetry/sdk-trace';
import type { TracingSettings } from '../config/tracing-settings.js';
import type { Span, SpanFacts, SpanKind, TraceContext, Tracing } from './tracing.js';

const KINDS: Record<SpanKind, Kind> = { server: Kind.SERVER, client: Kind.CLIENT, consumer: Kind.CONSUMER, internal: Kind.INTERNAL };
/** When the program stops, a receiver that does not answer is waited for so long. */
const LONGEST_FLUSH_MS = 3_000;
/** Of a text, a statement above all, so much is told. */
const LONGEST_TEXT = 2_000;

const propagator = new W3CTraceContextPropagator();

/** Traces by OpenTelemetry, sent as OTLP over HTTP. This file is the only one that knows OpenTelemetry, and is loaded only where traces are configured. */
export function openTelemetry({ url, headers, sampler, batch }: TracingSettings, warn: (message: string) => void): Tracing {
  // a receiver that is away is no reason to fail, nor to fill the log
  let last = '';
  const tell = (message: string) => {
    if (message === last) return;
    last = message;
    warn(message);
  };
  const nothing = () => undefined;
  diag.setLogger({ error: tell, warn: tell, info: nothing, debug: nothing, verbose: nothing }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const said = detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector] });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': 'fahrplan' })).merge(said),
    sampler: samplerOf(sampler),
    spanLimits: { attributeValueLengthLimit: LONGEST_TEXT },
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, headers }), ...batch })],
  });
  return new OpenTelemetry(provider, provider.getTracer('fahrplan'));
}

function samplerOf({ kind, ratio }: TracingSettings['sampler']): Sampler {
  const root = kind.endsWith('always_off') ? new AlwaysOffSampler() : kind.endsWith('traceidratio') ? new TraceIdRatioBasedSampler(ratio) : new AlwaysOnSampler();
  return kind.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

class OpenTelemetry implements Tracing {
  private readonly running = new AsyncLocalStorage<{ span: BegunSpan }>();

  constructor(
    private readonly provider: TracerProvider,
    private readonly tracer: Tracer,
  ) {}

  underWay(): Span | undefined {
    return this.running.getStore()?.span;
  }

  begin(name: string, kind: SpanKind, facts: SpanFacts = {}, from?: Partial<TraceContext>): Span {
    return this.start(name, kind, facts, from);
  }

  beginWithin(name: string, kind: SpanKind): Span {
    const place = this.running.getStore();
    const span = this.start(name, kind, {});
    if (place === undefined) return span;
    const before = place.span;
    place.span = span;
    span.whenEnded = () => {
      if (place.span === span) place.span = before;
    };
    return span;
  }

  within<T>(span: Span, work: () => T): T {
    return this.running.run({ span: span as BegunSpan }, work);
  }

  async stop(): Promise<void> {
    await Promise.race([this.provider.shutdown().catch(() => undefined), sleep(LONGEST_FLUSH_MS, undefined, { ref: false })]);
  }

  private start(name: string, kind: SpanKind, facts: SpanFacts, from?: Partial<TraceContext>): BegunSpan {
    const parent = from === undefined ? (this.running.getStore()?.span.place ?? ROOT_CONTEXT) : propagator.extract(ROOT_CONTEXT, from, defaultTextMapGetter);
    const span = this.tracer.startSpan(name, { kind: KINDS[kind], attributes: facts }, parent);
    return new BegunSpan(span, trace.setSpan(parent, span));
  }
}

class BegunSpan implements Span {
  whenEnded: (() => void) | undefined;

  constructor(
    private readonly span: ApiSpan,
    readonly place: Context,
  ) {}

  get traceId(): string {
    return this.span.spanContext().traceId;
  }

  get spanId(): string {
    return this.span.spanContext().spanId;
  }

  get context(): TraceContext {
    const carrier: Record<string, string> = {};
    propagator.inject(this.place, carrier, defaultTextMapSetter);
    return carrier as unknown as TraceContext;
  }

  rename(name: string): void {
    this.span.updateName(name);
  }

  tell(facts: SpanFacts): void {
    this.span.setAttributes(facts);
  }

  fail(type: string): void {
    this.span.setAttribute('error.type', type);
    this.span.setStatus({ code: SpanStatusCode.ERROR });
  }

  end(): void {
    this.span.end();
    this.whenEnded?.();
  }
}
