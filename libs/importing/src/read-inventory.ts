// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { peek, type PeekedSource } from './bytes/peek.js';
import { detectFormat, HEAD_BYTES, INVENTORY_FORMATS } from './detect-format.js';
import { agentEvents } from './formats/agent/agent-inventory.js';
import { readAgentJson } from './formats/agent/read-agent-json.js';
import { readAgentXml } from './formats/agent/read-agent-xml.js';
import { readCsv } from './formats/csv/read-csv.js';
import { readCycloneDxJson } from './formats/cyclonedx/read-cyclonedx-json.js';
import { OSQUERY } from './formats/osquery/osquery.js';
import { readPackageListing } from './formats/packages/read-package-listing.js';
import { readSbomInventory } from './formats/sbom/read-sbom-inventory.js';
import { WINGET_EXPORT } from './formats/winget/winget-export.js';
import { readJsonRecords } from './json/read-json-records.js';
import { openInventory } from './packed/open-inventory.js';
import { isStoredFile, type StoredFile } from './packed/stored-file.js';
import type { ByteSource, ReadOptions, ReadingEvent } from './reading.js';
import { readWorkbook } from './sheets/read-workbook.js';
import { Unreadable } from './unreadable.js';

/**
 * Reads an inventory file of any known format as a stream of records and problems; memory does not grow with the file (but for the texts that the sheets of a workbook share).
 *
 * @param source a file that can be read at any place, or a stream; of a stream, archives and workbooks are taken into memory up to 128 MiB
 *
 * @returns events in the order that {@link ReadingEvent} says; a file that cannot be read gives one `refused` and no `end`
 *
 * @example
 * for await (const event of readInventory(createReadStream('software.csv'), { fileName: 'software.csv' })) {
 *   if (event.kind === 'batch') await stage(event.records);
 *   if (event.kind === 'refused') return event.problem;
 * }
 */
export async function* readInventory(source: ByteSource | StoredFile, options: ReadOptions = {}): AsyncGenerator<ReadingEvent> {
  const peeked = await peek(isStoredFile(source) ? source.stream() : source, HEAD_BYTES);
  try {
    yield* readOpened(source, peeked, options);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    yield { kind: 'refused', problem: { file: options.fileName, ...thrown.problem } };
  } finally {
    await peeked.close();
  }
}

async function* readOpened(source: ByteSource | StoredFile, peeked: PeekedSource, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  if (options.format !== undefined && !(INVENTORY_FORMATS as readonly string[]).includes(options.format)) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.UNKNOWN_FORMAT_NAME', file: options.fileName, format: options.format, formats: INVENTORY_FORMATS } };
    return;
  }
  const opened = await openInventory(source, peeked);
  if (opened.kind === 'workbook') {
    yield* readWorkbook(opened.workbook, opened.bytesRead, options);
    return;
  }
  try {
    yield* readPeeked(opened.peeked, options);
  } finally {
    if (opened.peeked !== peeked) await opened.peeked.close();
  }
}

async function* readPeeked(peeked: PeekedSource, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const detected = detectFormat(peeked.head, peeked.isWhole);
  if (options.format === 'xlsx' || options.format === 'ods') {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NOT_A_WORKBOOK', file: options.fileName, format: options.format } };
    return;
  }
  if (detected.format === null && (detected.problem !== 'IMPORTING.FORMAT_UNKNOWN' || options.format === undefined)) {
    yield { kind: 'refused', problem: { code: detected.problem, file: options.fileName, kind: detected.kind, formats: INVENTORY_FORMATS } };
    return;
  }
  const format = options.format ?? detected.format ?? 'csv';
  switch (format) {
    case 'cyclonedx-json':
      yield* readCycloneDxJson(peeked, detected.encoding, options);
      return;
    case 'cyclonedx-xml':
    case 'spdx':
      yield* readSbomInventory(peeked, detected.encoding, format, options);
      return;
    case 'glpi-json':
      yield* agentEvents(await readAgentJson(peeked, detected.encoding), format, detected.encoding, peeked, options);
      return;
    case 'agent-xml':
      yield* agentEvents(await readAgentXml(peeked, detected.encoding), format, detected.encoding, peeked, options);
      return;
    case 'osquery':
      yield* readJsonRecords(peeked, detected.encoding, OSQUERY, options);
      return;
    case 'winget-export':
      yield* readJsonRecords(peeked, detected.encoding, WINGET_EXPORT, options);
      return;
    case 'dpkg-list':
    case 'rpm-qa':
      yield* readPackageListing(peeked, detected.encoding, format, options);
      return;
    default:
      yield* readCsv(peeked, detected.encoding, options);
  }
}
