// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryRecord } from '../../record.js';

/** Rows of snapshots that are remembered; beyond that, what a later snapshot of the same host no longer has is not noticed. */
const MOST_REMEMBERED = 500_000;

/** Remembers the last snapshot of each host and query, so that a later one in the same log takes its place. */
export class Snapshots {
  private readonly last = new Map<string, Map<string, InventoryRecord>>();
  private remembered = 0;

  /**
   * Takes a snapshot; each row of it is handed on.
   *
   * @returns rows of the one before that are no longer there; and whether there still was room to remember this one
   */
  replace(key: string, rows: readonly InventoryRecord[], accept: (record: InventoryRecord) => void): { gone: InventoryRecord[]; isTracked: boolean } {
    const before = this.last.get(key);
    const now = new Map<string, InventoryRecord>();
    for (const row of rows) {
      accept(row);
      now.set(`${row.title}\u0001${row.version ?? ''}`, row);
    }
    const gone = before === undefined ? [] : [...before].filter(([identity, record]) => !now.has(identity) && record.host !== null).map(([, record]) => record);
    this.remembered += now.size - (before?.size ?? 0);
    const isTracked = this.remembered <= MOST_REMEMBERED;
    if (isTracked) this.last.set(key, now);
    else if (this.last.delete(key)) this.remembered -= now.size;
    return { gone, isTracked };
  }
}
