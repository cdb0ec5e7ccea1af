// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readConfig } from './config.js';
import { tracingIn } from './tracing-settings.js';

describe('the standard variables of OpenTelemetry', () => {
  it.each([
    ['nothing', {}],
    ['disabled', { OTEL_SDK_DISABLED: 'TRUE', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }],
    ['no exporter', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }],
    ['what other programs on the machine are told', { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc', OTEL_TRACES_SAMPLER: 'jaeger_remote' }],
  ])('%s: no traces, and no fault', (_what, variables) => expect(tracingIn(variables)).toEqual({ tracing: null, faults: [] }));

  it('an endpoint turns them on; the path belongs to it where it is the one for traces alone', () => {
    expect(tracingIn({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318/' }).tracing).toEqual({ url: 'http://c:4318/v1/traces', headers: {}, sampler: { kind: 'parentbased_always_on', ratio: 1 }, batch: {} });
    expect(tracingIn({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://t/otlp' }).tracing?.url).toBe('https://t/otlp');
    expect(tracingIn({ OTEL_TRACES_EXPORTER: 'otlp' }).tracing?.url).toBe('http://localhost:4318/v1/traces');
  });

  it('headers for traces go before those for everything', () =>
    expect(tracingIn({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_EXPORTER_OTLP_HEADERS: 'a=1, b=x%3Dy', OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'a=2' }).tracing?.headers).toEqual({ a: '2', b: 'x=y' }));

  it('what cannot be done is refused with all its faults, and no header is shown', () => {
    const read = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://c', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc', OTEL_TRACES_SAMPLER: 'sometimes', OTEL_TRACES_SAMPLER_ARG: '2', OTEL_EXPORTER_OTLP_HEADERS: 'geheim' });
    expect(read.ok ? [] : read.problem.map(({ variable }) => variable).sort()).toEqual(['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_EXPORTER_OTLP_PROTOCOL', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG']);
    expect(JSON.stringify(read)).not.toContain('geheim');
    expect(tracingIn({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc', OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/protobuf' })).toMatchObject({ tracing: { url: 'http://c/v1/traces' }, faults: [] });
  });
});
