// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** How traces are taken and where they go. */
export interface TracingSettings {
  /** Where spans are posted to. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sampler: { readonly kind: SamplerKind; readonly ratio: number };
  /** How spans are gathered; what is not said is as OpenTelemetry has it. */
  readonly batch: { readonly scheduledDelayMillis?: number; readonly exportTimeoutMillis?: number; readonly maxQueueSize?: number; readonly maxExportBatchSize?: number };
}

const SAMPLERS = ['always_on', 'always_off', 'traceidratio', 'parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'] as const;
type SamplerKind = (typeof SAMPLERS)[number];

const text = z.string().optional();

/**
 * The standard variables of OpenTelemetry, as far as they are heeded here; its own packages read the others (OTEL_RESOURCE_ATTRIBUTES, the exporter's certificates, compression, timeout). They are texts
 * here because a machine may set them for other programs: they have to hold only where they turn traces on.
 */
export const tracingVariables = {
  OTEL_SDK_DISABLED: text,
  OTEL_TRACES_EXPORTER: text,
  OTEL_EXPORTER_OTLP_ENDPOINT: text,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: text,
  OTEL_EXPORTER_OTLP_PROTOCOL: text,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: text,
  OTEL_EXPORTER_OTLP_HEADERS: text,
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: text,
  OTEL_TRACES_SAMPLER: text,
  OTEL_TRACES_SAMPLER_ARG: text,
  OTEL_BSP_SCHEDULE_DELAY: text,
  OTEL_BSP_EXPORT_TIMEOUT: text,
  OTEL_BSP_MAX_QUEUE_SIZE: text,
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: text,
};

/** Where spans go if only the exporter is named, by the specification. */
const DEFAULT_ENDPOINT = 'http://localhost:4318';
const PROTOCOL = 'http/protobuf';

const count = z.coerce.number().int().min(1).optional();
const settings = z.object({
  OTEL_TRACES_EXPORTER: z.enum(['otlp'], 'only otlp and none are known here').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.enum([PROTOCOL], `only ${PROTOCOL} is spoken here`).optional(),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: z.enum([PROTOCOL], `only ${PROTOCOL} is spoken here`).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().transform(headersIn).optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: z.string().transform(headersIn).optional(),
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  OTEL_BSP_SCHEDULE_DELAY: count,
  OTEL_BSP_EXPORT_TIMEOUT: count,
  OTEL_BSP_MAX_QUEUE_SIZE: count,
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: count,
});

export interface TracingFault {
  readonly variable: string;
  readonly reason: string;
}

/** How traces are taken, where they are; what stands in the way of it. They are turned on by naming where they go to. */
export function tracingIn(variables: Readonly<Partial<Record<keyof typeof tracingVariables, string | undefined>>>): { readonly tracing: TracingSettings | null; readonly faults: readonly TracingFault[] } {
  const off = { tracing: null, faults: [] };
  const exporter = variables.OTEL_TRACES_EXPORTER;
  if (variables.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || exporter === 'none') return off;
  if (exporter === undefined && variables.OTEL_EXPORTER_OTLP_ENDPOINT === undefined && variables.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT === undefined) return off;
  // what is said for traces goes before what is said for everything
  const general = variables.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL === undefined ? variables.OTEL_EXPORTER_OTLP_PROTOCOL : undefined;
  const parsed = settings.safeParse({ ...variables, OTEL_EXPORTER_OTLP_PROTOCOL: general });
  if (!parsed.success) return { tracing: null, faults: parsed.error.issues.map(({ path, message }) => ({ variable: String(path[0]), reason: message })) };
  const env = parsed.data;
  const batch = { scheduledDelayMillis: env.OTEL_BSP_SCHEDULE_DELAY, exportTimeoutMillis: env.OTEL_BSP_EXPORT_TIMEOUT, maxQueueSize: env.OTEL_BSP_MAX_QUEUE_SIZE, maxExportBatchSize: env.OTEL_BSP_MAX_EXPORT_BATCH_SIZE };
  const tracing = {
    url: env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? `${(env.OTEL_EXPORTER_OTLP_ENDPOINT ?? DEFAULT_ENDPOINT).replace(/\/+$/, '')}/v1/traces`,
    headers: { ...env.OTEL_EXPORTER_OTLP_HEADERS, ...env.OTEL_EXPORTER_OTLP_TRACES_HEADERS },
    sampler: { kind: env.OTEL_TRACES_SAMPLER, ratio: env.OTEL_TRACES_SAMPLER_ARG },
    batch: Object.fromEntries(Object.entries(batch).filter(([, value]) => value !== undefined)),
  };
  return { tracing, faults: [] };
}

/** `name=value,name=value`, percent-encoded as the specification has it. */
function headersIn(list: string, context: z.RefinementCtx): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const pair of list.split(',').map((part) => part.trim()).filter((part) => part !== '')) {
    const at = pair.indexOf('=');
    try {
      if (at < 1) throw new URIError();
      headers[pair.slice(0, at).trim()] = decodeURIComponent(pair.slice(at + 1).trim());
    } catch {
      context.addIssue({ code: 'custom', message: 'expected: name=value,name=value' });
    }
  }
  return headers;
}
