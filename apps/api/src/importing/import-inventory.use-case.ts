// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { readInventory, type Detection, type ReadingTotals } from '#importing';
import { err, ok, type Problem, type Result } from '#kernel';
import type { Progress } from '../platform/jobs/job.queue.js';
import type { ImportRequest, ImportSummary } from './import-summary.js';
import { ImportRepository } from './import.repository.js';
import { InventoryEncoder } from './inventory-encoder.js';
import { InventoryRepository } from './inventory.repository.js';
import { storedUpload } from './stored-upload.js';

const LISTED_PROBLEMS = 1_000;

/** Where a running import tells how far it is, and hears that it shall end. */
export interface ImportWatch {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** Reads a file into the inventory of its source; runs inside the caller's transaction, so that a failure anywhere leaves no trace. */
@Injectable()
export class ImportInventory {
  constructor(
    private readonly imports: ImportRepository,
    private readonly inventory: InventoryRepository,
  ) {}

  async execute(importId: number, sourceId: number, request: ImportRequest, path: string, watch: ImportWatch): Promise<Result<Omit<ImportSummary, 'importId'>, Problem>> {
    const same = await this.imports.sameAsLast(importId, sourceId, request);
    if (same) {
      const nothing = { added: 0, removed: 0, unchanged: same.rows };
      return ok({ duplicateOf: same.id, format: same.format, mapping: request.mapping, records: same.records, accepted: same.records, rejected: 0, problems: [], installations: nothing, newTitleIds: [], touchedTitleIds: [] });
    }
    const dictionaries = await this.inventory.dictionaries();
    const encoder = new InventoryEncoder(dictionaries);
    const stage = await this.inventory.stage();
    const problems: Problem[] = [];
    let detection: Detection | undefined;
    let totals: ReadingTotals | undefined;
    let records = 0;
    for await (const event of readInventory(await storedUpload(path), { fileName: request.upload.fileName, ...(request.format ? { format: request.format } : {}), mapping: request.mapping })) {
      if (watch.signal.aborted) {
        await stage.end();
        return err({ code: 'PLATFORM.JOB_CANCELLED' });
      }
      if (event.kind === 'refused') {
        await stage.end();
        return err(event.problem);
      }
      if (event.kind === 'detected') detection = event.detection;
      if (event.kind === 'end') totals = event.totals;
      if (event.kind !== 'batch') continue;
      await stage.write(encoder.encode(event.records));
      for (const problem of event.problems) if (problems.length < LISTED_PROBLEMS) problems.push(problem);
      records += event.records.length;
      watch.progress({ step: 'reading', done: records });
    }
    await stage.end();
    if (!detection || !totals) throw new Error('the reader ended without a verdict');
    if (totals.accepted === 0) return err({ code: 'IMPORTING.NOTHING_IN_IT', file: request.upload.fileName, records: totals.records, first: problems[0]?.code ?? null });
    watch.progress({ step: 'merging', done: records, total: records });
    await this.inventory.writeDictionaries(dictionaries, importId);
    await this.inventory.writeHostDepartments(encoder.departmentOfHost);
    const installations = await this.inventory.mergeInstallations(sourceId, importId);
    const register = await this.inventory.mergeRegister(sourceId, importId, encoder.register);
    const touchedTitleIds = [...new Set([...installations.touchedTitleIds, ...register.touchedTitleIds])];
    await this.inventory.refreshTitleUsage(touchedTitleIds);
    return ok({
      duplicateOf: null,
      format: detection.format,
      mapping: detection.mapping,
      records: totals.records,
      accepted: totals.accepted,
      rejected: totals.rejected,
      problems,
      installations: {
        added: installations.added + register.added,
        removed: installations.removed + register.removed,
        unchanged: installations.unchanged + register.unchanged,
      },
      newTitleIds: dictionaries.titles.added.map((title) => title.id),
      touchedTitleIds,
    });
  }
}
