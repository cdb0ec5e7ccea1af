// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { readInventory } from '../read-inventory.js';
import type { ByteSource, Detection, ReadOptions, ReadingTotals } from '../reading.js';
import type { ContractRecord, DepartmentRecord, InventoryRecord } from '../record.js';

/** Everything that reading a file gave, gathered for tests. */
export interface WholeReading {
  detection: Detection | null;
  records: InventoryRecord[];
  removed: InventoryRecord[];
  contracts: ContractRecord[];
  departments: DepartmentRecord[];
  problems: Problem[];
  totals: ReadingTotals | null;
  refusal: Problem | null;
}

/** Hands out bytes in pieces of a given size. */
export async function* bytesOf(content: string | Uint8Array, pieceBytes = 1 << 16): ByteSource & AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

/** Reads a file to its end; records of a refused file are dropped, as every reader of the events must do. */
export async function readAll(content: string | Uint8Array, options: ReadOptions = {}, pieceBytes?: number): Promise<WholeReading> {
  const reading: WholeReading = { detection: null, records: [], removed: [], contracts: [], departments: [], problems: [], totals: null, refusal: null };
  for await (const event of readInventory(bytesOf(content, pieceBytes), options)) {
    if (event.kind === 'detected') reading.detection = event.detection;
    else if (event.kind === 'end') reading.totals = event.totals;
    else if (event.kind === 'refused') {
      reading.refusal = event.problem;
      reading.records = [];
    } else {
      reading.records.push(...event.records);
      reading.removed.push(...event.removed);
      reading.contracts.push(...event.contracts);
      reading.departments.push(...event.departments);
      reading.problems.push(...event.problems);
    }
  }
  return reading;
}
