// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PeekedSource } from '../../bytes/peek.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { recordOfTitle } from '../../record.js';
import { readSbomDocument } from '../../sbom/read-sbom.js';
import { Tally } from '../../tally.js';

/**
 * Reads CycloneDX in XML and SPDX in any form as an inventory: one record for each component, without a host.
 *
 * CycloneDX is read for what it says and not checked against its schema; that is what `readSbom` is for.
 */
export async function* readSbomInventory(source: PeekedSource, encoding: DetectedEncoding, format: string, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const result = await readSbomDocument(source, null);
  if (!result.ok) {
    yield { kind: 'refused', problem: { ...result.problem, file: options.fileName } };
    return;
  }
  const sbom = result.value;
  const components = sbom.subject === null ? sbom.components : [sbom.subject, ...sbom.components];
  if (components.length === 0) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_COMPONENTS', file: options.fileName } };
    return;
  }
  yield {
    kind: 'detected',
    detection: { format, recordKind: 'software', formatVersion: sbom.specVersion, encoding: encoding.encoding, delimiter: null, headerLine: null, columns: [], mapping: {}, confidence01: 1, isRegister: true },
  };
  const tally = new Tally(options.fileName, options.batchSize);
  for (const component of components) {
    const { name, version, vendor, purl, cpe, license, path } = component;
    tally.accept({ ...recordOfTitle(name, { path }), version, vendor, purl, cpe, license });
    if (tally.isFull) yield tally.batch(source.bytesRead());
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}
