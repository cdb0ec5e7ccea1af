// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** A span as a collector gets it. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client' | 'consumer' | 'other';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
  readonly service: string;
  readonly startNs: bigint;
  readonly endNs: bigint;
}

/** A collector for OTLP over HTTP (protobuf), which reads the wire format by itself and shares no code with the sender. */
export interface SpanReceiver {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** Headers of the newest post. */
  readonly headers: () => Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function openSpanReceiver(): Promise<SpanReceiver> {
  const spans: ReceivedSpan[] = [];
  let headers = {};
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.method !== 'POST' || request.url !== '/v1/traces' || request.headers['content-type'] !== 'application/x-protobuf') return void response.writeHead(400).end();
      headers = request.headers;
      const body = Buffer.concat(parts);
      spans.push(...readExport(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body));
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, headers: () => headers, close };
}

type Fields = ReadonlyMap<number, readonly (bigint | Buffer)[]>;

/** The fields of a protobuf message by number. */
function fieldsOf(bytes: Buffer): Fields {
  const fields = new Map<number, (bigint | Buffer)[]>();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = Number(tag & 7n);
    let value: bigint | Buffer;
    if (wire === 0) value = varint();
    else if (wire === 1) {
      value = bytes.readBigUInt64LE(at);
      at += 8;
    } else if (wire === 5) {
      value = BigInt(bytes.readUInt32LE(at));
      at += 4;
    } else if (wire === 2) {
      const length = Number(varint());
      value = bytes.subarray(at, (at += length));
    } else throw new Error(`wire type ${wire}`);
    const number = Number(tag >> 3n);
    fields.set(number, [...(fields.get(number) ?? []), value]);
  }
  return fields;
}

const messages = (fields: Fields, number: number) => (fields.get(number) ?? []).map((value) => fieldsOf(value as Buffer));
const text = (fields: Fields, number: number) => String(fields.get(number)?.[0] ?? '');
const hex = (fields: Fields, number: number) => (fields.get(number)?.[0] as Buffer | undefined)?.toString('hex') ?? '';
const whole = (fields: Fields, number: number) => (fields.get(number)?.[0] as bigint | undefined) ?? 0n;

/** AnyValue: string 1, bool 2, int 3, double 4. */
function factsOf(fields: Fields, number: number): Record<string, unknown> {
  return Object.fromEntries(
    messages(fields, number).map((pair) => {
      const [value] = messages(pair, 2);
      if (value?.has(1)) return [text(pair, 1), text(value, 1)];
      if (value?.has(2)) return [text(pair, 1), whole(value, 2) === 1n];
      if (value?.has(3)) return [text(pair, 1), Number(BigInt.asIntN(64, whole(value, 3)))];
      return [text(pair, 1), value];
    }),
  );
}

const KINDS: readonly ReceivedSpan['kind'][] = ['other', 'internal', 'server', 'client', 'other', 'consumer'];

/** ExportTraceServiceRequest: resource_spans 1 → resource 1, scope_spans 2 → spans 2. */
function readExport(body: Buffer): ReceivedSpan[] {
  return messages(fieldsOf(body), 1).flatMap((resourceSpans) => {
    const service = String(factsOf(messages(resourceSpans, 1)[0]!, 1)['service.name']);
    return messages(resourceSpans, 2).flatMap((scope) =>
      messages(scope, 2).map((span) => ({
        traceId: hex(span, 1),
        spanId: hex(span, 2),
        parentSpanId: hex(span, 4),
        name: text(span, 5),
        kind: KINDS[Number(whole(span, 6))] ?? 'other',
        startNs: whole(span, 7),
        endNs: whole(span, 8),
        facts: factsOf(span, 9),
        failed: whole(messages(span, 15)[0] ?? new Map(), 3) === 2n,
        service,
      })),
    );
  });
}
