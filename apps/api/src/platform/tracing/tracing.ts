// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Name under which tracing is provided: null where none is configured, and then nothing of it is loaded. */
export const TRACING = Symbol('TRACING');

export type SpanKind = 'server' | 'client' | 'consumer' | 'internal';
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** A place in a trace as it travels: in the headers of a request (W3C Trace Context), with a job. */
export interface TraceContext {
  readonly traceparent: string;
  readonly tracestate?: string;
}

/** A piece of work with its begin and its end. What it tells has no value of a statement, no text of a message and no name of anybody in it. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly context: TraceContext;
  rename(name: string): void;
  tell(facts: SpanFacts): void;
  /** @param type a code, never a message */
  fail(type: string): void;
  end(): void;
}

/** Where work is told of, span below span. What runs asynchronously within a span belongs to it. */
export interface Tracing {
  /** The span that whoever asks runs in. */
  underWay(): Span | undefined;
  /** Begins a span below the one under way; with `from`, below a place somewhere else. */
  begin(name: string, kind: SpanKind, facts?: SpanFacts, from?: Partial<TraceContext>): Span;
  /** Begins a span that is the one under way until it ends, for all that runs in the same `within`. */
  beginWithin(name: string, kind: SpanKind): Span;
  within<T>(span: Span, work: () => T): T;
  /** Hands on what has not been told yet. */
  stop(): Promise<void>;
}
