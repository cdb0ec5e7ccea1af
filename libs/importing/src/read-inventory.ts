// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { peek, type PeekedSource } from './bytes/peek.js';
import { detectFormat, HEAD_BYTES, INVENTORY_FORMATS, isJsonLines, isOsqueryLog, type InventoryFormat } from './detect-format.js';
import { agentEvents } from './formats/agent/agent-inventory.js';
import { readAgentJson } from './formats/agent/read-agent-json.js';
import { readAgentXml } from './formats/agent/read-agent-xml.js';
import { isConsoleTable, readConsoleTable } from './formats/console/read-console-table.js';
import { readCsv } from './formats/csv/read-csv.js';
import { readCycloneDxJson } from './formats/cyclonedx/read-cyclonedx-json.js';
import { readJsonLinesTable } from './formats/json/read-json-lines-table.js';
import { readJsonTable } from './formats/json/read-json-table.js';
import { LISTINGS } from './formats/listings/listings.js';
import { readListing } from './formats/listings/read-listing.js';
import { readOpsiJson } from './formats/opsi/read-opsi-json.js';
import { readOsqueryDocument } from './formats/osquery/read-osquery-document.js';
import { readOsqueryLog } from './formats/osquery/read-osquery-log.js';
import { readPubliccode } from './formats/publiccode/read-publiccode.js';
import { readSbomInventory } from './formats/sbom/read-sbom-inventory.js';
import { readSwid } from './formats/swid/read-swid.js';
import { WINGET_EXPORT } from './formats/winget/winget-export.js';
import { readJsonRecords } from './json/read-json-records.js';
import { openInventory } from './packed/open-inventory.js';
import { isStoredFile, type StoredFile } from './packed/stored-file.js';
import type { DetectedEncoding } from './bytes/encoding.js';
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

/** Formats that are tables, whatever they come in. */
const TABLE_FORMATS = ['contracts', 'departments', 'intune', 'opsi', 'osquery', 'powershell', 'sccm', 'lansweeper'] as const;

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
  yield* readAs(formatOf(options.format, detected.format), peeked, detected.encoding, options);
}

/** The format asked for; a tool whose export comes as a table or as JSON is read as what the file is, and told by its columns then. */
function formatOf(asked: string | undefined, detected: InventoryFormat | null): string {
  if (asked === undefined) return detected ?? 'csv';
  const isOfContent = (TABLE_FORMATS as readonly string[]).includes(asked) && (detected === 'json' || detected === 'opsi' || detected === 'osquery');
  return isOfContent ? (detected === 'opsi' && asked !== 'opsi' ? 'json' : detected) : asked;
}

async function* readAs(format: string, peeked: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const listing = LISTINGS.find((known) => known.format === format);
  if (listing !== undefined) {
    yield* readListing(peeked, encoding, listing, options);
    return;
  }
  const head = new TextDecoder(encoding.encoding.startsWith('utf-16') ? encoding.encoding : 'utf-8').decode(peeked.head).trimStart();
  switch (format) {
    case 'cyclonedx-json':
      yield* readCycloneDxJson(peeked, encoding, options);
      return;
    case 'cyclonedx-xml':
    case 'spdx':
      yield* readSbomInventory(peeked, encoding, format, options);
      return;
    case 'glpi-json':
      yield* agentEvents(await readAgentJson(peeked, encoding), format, encoding, peeked, options);
      return;
    case 'agent-xml':
      yield* agentEvents(await readAgentXml(peeked, encoding), format, encoding, peeked, options);
      return;
    case 'osquery':
      if (isOsqueryLog(head)) yield* readOsqueryEvents(head, peeked, encoding, options);
      else yield* readJsonOrTable(head, peeked, encoding, options);
      return;
    case 'opsi':
      if (/^[[{]/.test(head)) yield* readOpsiJson(peeked, encoding, options);
      else yield* readCsv(peeked, encoding, options);
      return;
    case 'winget-export':
      yield* readJsonRecords(peeked, encoding, WINGET_EXPORT, options);
      return;
    case 'swid':
      yield* readSwid(peeked, encoding, options);
      return;
    case 'publiccode':
      yield* readPubliccode(peeked, encoding, options);
      return;
    default:
      yield* readJsonOrTable(head, peeked, encoding, options);
  }
}

/** Events, one in a line or all in one document; a log without snapshots tells changes only. */
async function* readOsqueryEvents(head: string, peeked: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const isPartial = !/"snapshot"\s*:/.test(head);
  const firstLine = head.slice(0, Math.max(0, head.indexOf('\n'))).trim();
  const isDocument = head.startsWith('[') || (firstLine !== '' && !firstLine.endsWith('}'));
  if (isDocument) yield* readOsqueryDocument(peeked, encoding, head.startsWith('['), isPartial, options);
  else yield* readOsqueryLog(peeked, encoding, isPartial, options);
}

/** A table, as the text or the list of objects that it comes in. */
async function* readJsonOrTable(head: string, peeked: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  if (isJsonLines(head)) yield* readJsonLinesTable(peeked, encoding, options);
  else if (/^[[{]/.test(head)) yield* readJsonTable(peeked, encoding, options);
  else if (isConsoleTable(head)) yield* readConsoleTable(peeked, encoding, options);
  else yield* readCsv(peeked, encoding, options);
}
