// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { JsonSplitter, type JsonValue, type ValuePlan } from '../../json/splitter.js';
import type { Detection, ReadOptions, ReadingEvent } from '../../reading.js';
import { Tally } from '../../tally.js';
import { textValue } from '../../text-value.js';
import { member, recordOfComponent, withNested } from './component-record.js';

const PLANS: Readonly<Record<string, ValuePlan>> = { '': 'open', bomFormat: 'take', specVersion: 'take', metadata: 'take', components: 'open', 'components[]': 'take' };

/**
 * Reads the components of a CycloneDX document in JSON as records, one component at a time.
 *
 * What the document is about (`metadata.component`) is a record too, unless it is a device: then it is the host of all others.
 * The document is read for what it says and not checked against its schema; that is what `readSbom` is for.
 */
export async function* readCycloneDxJson(source: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  let host: string | null = null;
  let formatVersion: string | null = versionInHead(source.head);
  const takeComponent = (component: unknown, at: string, place: JsonValue): void => {
    for (const nested of withNested(component, at)) {
      const record = recordOfComponent(nested.component, nested.path, host);
      if (record !== null) tally.accept(record);
      else tally.reject({ code: 'IMPORTING.TITLE_MISSING', line: place.line, path: nested.path });
    }
  };
  const splitter = new JsonSplitter(
    (pattern) => PLANS[pattern] ?? 'skip',
    (taken) => {
      if (taken.pattern === 'specVersion') formatVersion = textValue(taken.value);
      if (taken.pattern === 'components[]') takeComponent(taken.value, taken.path, taken);
      if (taken.pattern === 'metadata') {
        const subject = member(taken.value, 'component');
        if (member(subject, 'type') === 'device') host = textValue(member(subject, 'name'));
        else if (member(subject, 'name') !== undefined) takeComponent(subject, 'metadata.component', taken);
      }
    },
  );
  let isDetected = false;
  for await (const piece of decodeText(source.all, encoding)) {
    splitter.push(piece);
    if (splitter.problem !== null) break;
    if (!tally.isFull) continue;
    if (!isDetected) yield { kind: 'detected', detection: detectionOf(formatVersion, encoding, host) };
    isDetected = true;
    yield tally.batch(source.bytesRead());
  }
  splitter.end();
  if (splitter.problem !== null) {
    yield { kind: 'refused', problem: { ...splitter.problem, file: options.fileName } };
    return;
  }
  if (tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_COMPONENTS', file: options.fileName } };
    return;
  }
  if (!isDetected) yield { kind: 'detected', detection: detectionOf(formatVersion, encoding, host) };
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}

function versionInHead(head: Uint8Array): string | null {
  return /"specVersion"\s*:\s*"([^"]{1,10})"/.exec(new TextDecoder().decode(head))?.[1] ?? null;
}

function detectionOf(formatVersion: string | null, encoding: DetectedEncoding, host: string | null): Detection {
  return {
    format: 'cyclonedx-json',
    recordKind: 'software',
    formatVersion,
    encoding: encoding.encoding,
    delimiter: null,
    headerLine: null,
    columns: [],
    mapping: {},
    confidence01: 1,
    isRegister: host === null,
  };
}
