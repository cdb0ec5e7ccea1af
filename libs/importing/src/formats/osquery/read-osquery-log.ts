// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isRow } from '../json/json-rows.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { plainDetection } from '../../plain-detection.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import type { InventoryRecord } from '../../record.js';
import { Tally } from '../../tally.js';
import { textValue } from '../../text-value.js';
import { readJsonLines } from '../json/read-json-lines.js';
import { recordOfRow } from './osquery-row.js';
import { Snapshots } from './snapshots.js';

/**
 * Reads a log of osquery's scheduled queries: each line is a snapshot of a host, a row that came or went, or a batch of those. Rows of other tables than those on software are passed
 * over. Export: `osqueryd.results.log` and `osqueryd.snapshots.log` in `/var/log/osquery`, or what a log server collected of them.
 *
 * @source osquery documentation, "Logging": snapshot, event and batch format
 */
export async function* readOsqueryLog(source: PeekedSource, encoding: DetectedEncoding, isPartial: boolean, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const snapshots = new Snapshots();
  yield { kind: 'detected', detection: { ...plainDetection('osquery', encoding.encoding, false), isPartial } };
  for await (const lines of readJsonLines(source, encoding)) {
    for (const found of lines) {
      if ('problem' in found) {
        if (found.problem.code === 'IMPORTING.FILE_CUT') {
          yield { kind: 'refused', problem: { ...found.problem, file: options.fileName } };
          return;
        }
        tally.reject(found.problem);
      } else if (isRow(found.value)) takeEvent(found.value, found.line, tally, snapshots);
      else tally.reject({ code: 'IMPORTING.NOT_AN_OBJECT', line: found.line });
      if (tally.isFull) yield tally.batch(source.bytesRead());
    }
  }
  if (tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: [] } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}

/** One event of the log, or the whole of a document that holds one. */
export function takeEvent(event: Readonly<Record<string, unknown>>, line: number, tally: Tally, snapshots: Snapshots): void {
  const decorations = isRow(event['decorations']) ? event['decorations'] : {};
  const host = textValue(event['hostIdentifier']) ?? textValue(event['host_identifier']) ?? textValue(decorations['hostname']) ?? textValue(event['host']);
  const records = (rows: unknown, path: string): InventoryRecord[] => (Array.isArray(rows) ? rows.flatMap((row, index) => ofRow(row, `${path}[${index}]`)) : []);
  const ofRow = (row: unknown, path: string): InventoryRecord[] => {
    const record = isRow(row) ? recordOfRow(row, path, line) : null;
    return record === null ? [] : [{ ...record, host: record.host ?? host }];
  };
  const name = textValue(event['name']) ?? '';
  if (Array.isArray(event['snapshot'])) {
    const { gone, isTracked } = snapshots.replace(`${host}\u0001${name}`, records(event['snapshot'], 'snapshot'), (record) => tally.accept(record));
    for (const record of gone) tally.acceptRemoved(record);
    if (!isTracked) tally.note({ code: 'IMPORTING.SNAPSHOTS_MANY', line });
  }
  const differences = isRow(event['diffResults']) ? event['diffResults'] : {};
  for (const record of records(differences['added'], 'diffResults.added')) tally.accept(record);
  for (const record of records(differences['removed'], 'diffResults.removed')) goes(record);
  if (isRow(event['columns'])) for (const record of ofRow(event['columns'], 'columns')) if (event['action'] === 'removed') goes(record); else tally.accept(record);

  function goes(record: InventoryRecord): void {
    if (record.host === null) tally.note({ code: 'IMPORTING.HOST_MISSING', line, value: record.title });
    else tally.acceptRemoved(record);
  }
}
