// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { recordOfTitle, type InventoryRecord } from '../../record.js';
import { Tally } from '../../tally.js';
import { textValue } from '../../text-value.js';
import { Unreadable } from '../../unreadable.js';
import { isUnknownCell, parseDay } from '../../table/cell-values.js';

/** Software as an inventory agent names it; fields as they stand in the file. */
export interface AgentSoftware {
  readonly name: unknown;
  readonly version: unknown;
  readonly publisher: unknown;
  readonly installDate: unknown;
  readonly path: string;
  readonly line?: number;
}

/** No machine has so many entries; beyond that the file is not kept in memory. */
const MOST_ENTRIES = 300_000;

/** What one agent says about one machine. */
export class AgentInventory {
  deviceName: string | null = null;
  deviceId: string | null = null;
  isPartial = false;
  readonly software: AgentSoftware[] = [];

  /** @throws Unreadable where there is more than a machine can have */
  add(software: AgentSoftware): void {
    if (this.software.length >= MOST_ENTRIES) throw new Unreadable({ code: 'IMPORTING.TOO_MANY_ENTRIES', most: MOST_ENTRIES, path: software.path });
    this.software.push(software);
  }

  /** Name of the machine, else the agent's id without the time of its installation. */
  get host(): string | null {
    return this.deviceName ?? this.deviceId?.replace(/-\d{4}(-\d{2}){5}$/, '') ?? null;
  }
}

/**
 * Events for the inventory of one machine; its operating system is a title like any other. User names in the file are not read.
 *
 * @param inventory what was read, or the problem that stands in the way
 */
export function* agentEvents(
  inventory: AgentInventory | Problem,
  format: string,
  encoding: DetectedEncoding,
  source: PeekedSource,
  options: ReadOptions,
): Generator<ReadingEvent> {
  if (!(inventory instanceof AgentInventory)) {
    yield { kind: 'refused', problem: { ...inventory, file: options.fileName } };
    return;
  }
  if (inventory.software.length === 0) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_SOFTWARE', file: options.fileName, host: inventory.host } };
    return;
  }
  yield {
    kind: 'detected',
    detection: {
      format,
      recordKind: 'software',
      formatVersion: null,
      encoding: encoding.encoding,
      delimiter: null,
      headerLine: null,
      columns: [],
      mapping: {},
      confidence01: 1,
      isRegister: inventory.host === null,
      isPartial: inventory.isPartial,
    },
  };
  const tally = new Tally(options.fileName, options.batchSize);
  for (const software of inventory.software) {
    take(software, inventory.host, tally);
    if (tally.isFull) yield tally.batch(source.bytesRead());
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}

function take(software: AgentSoftware, host: string | null, tally: Tally): void {
  const place = { path: software.path, line: software.line };
  const title = textValue(software.name);
  if (title === null) {
    tally.reject({ code: 'IMPORTING.TITLE_MISSING', ...place });
    return;
  }
  const known = (value: unknown): string | null => {
    const text = textValue(value);
    return text === null || isUnknownCell(text) ? null : text;
  };
  const installed = known(software.installDate);
  const installedOn = installed === null ? null : parseDay(installed, 'day-first');
  if (installedOn === undefined) tally.note({ code: 'IMPORTING.NOT_A_DATE', value: installed, ...place });
  const record: InventoryRecord = {
    ...recordOfTitle(title, place),
    version: known(software.version),
    vendor: known(software.publisher),
    host,
    installedOn: installedOn ?? null,
  };
  tally.accept(record);
}
