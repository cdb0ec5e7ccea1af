// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { readInventory, type ContractRecord, type DepartmentRecord, type Detection, type ReadingTotals } from '#importing';
import { err, ok, type Problem, type Result } from '#kernel';
import type { Progress } from '../platform/jobs/job.queue.js';
import { HostRepository } from './host.repository.js';
import type { ImportRequest, ImportScope, ImportSummary } from './import-summary.js';
import { ImportRepository, type SameImport } from './import.repository.js';
import { InventoryEncoder } from './inventory-encoder.js';
import { InventoryRepository, NOTHING_MERGED, type Merge, type Stage } from './inventory.repository.js';
import { MergeAdministration, type Recognise } from './merge-administration.use-case.js';
import { NAME_TABLES, NameRepository } from './name.repository.js';
import { withoutNames } from './problem-privacy.js';
import { RegisterRepository } from './register.repository.js';
import { storedUpload } from './stored-upload.js';
import { mappingToTry, mappingWithout } from './remembered-mapping.js';
import { UsageRepository } from './usage.repository.js';

const LISTED_PROBLEMS = 1_000;
/** Formats in which one file tells about many machines, or about none; in all others a machine tells about itself, and about nothing else. */
const OF_A_WHOLE_SOURCE = new Set(['csv', 'json', 'xlsx', 'ods', 'contracts', 'departments', 'cyclonedx-json', 'cyclonedx-xml', 'spdx', 'intune', 'opsi', 'sccm', 'lansweeper', 'publiccode']);

/** Where a running import tells how far it is, and hears that it shall end. */
export interface ImportWatch {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** An import under way: its record, its source, and the file. */
export interface OpenImport {
  readonly importId: number;
  readonly sourceId: number;
  readonly request: ImportRequest;
  readonly path: string;
  readonly isPseudonymised: boolean;
  readonly nameOfHost: (host: string) => string;
  readonly recognise: Recognise;
}

interface Read {
  readonly detection: Detection;
  readonly totals: ReadingTotals;
  readonly problems: readonly Problem[];
  readonly contracts: readonly ContractRecord[];
  readonly departments: readonly DepartmentRecord[];
  /** Null where no record names a machine. */
  readonly stage: Stage | null;
}

/** Reads a file into the inventory of its source; runs inside the caller's transaction, so that a failure anywhere leaves no trace. */
@Injectable()
export class ImportInventory {
  constructor(
    private readonly imports: ImportRepository,
    private readonly names: NameRepository,
    private readonly inventory: InventoryRepository,
    private readonly register: RegisterRepository,
    private readonly hosts: HostRepository,
    private readonly usage: UsageRepository,
    private readonly administration: MergeAdministration,
  ) {}

  async execute(open: OpenImport, watch: ImportWatch): Promise<Result<ImportSummary, Problem>> {
    const { importId, sourceId, request } = open;
    const same = await this.imports.sameAsLast(importId, sourceId, request, open.isPseudonymised);
    if (same) return ok(nothingNew(same));
    const dictionaries = await this.names.dictionaries();
    const encoder = new InventoryEncoder(dictionaries, { nameOfHost: open.nameOfHost, host: request.host, keepsUserNames: request.keepUserNames }, this.names.reserver(dictionaries));
    const read = await this.read(open, encoder, watch);
    if (!read.ok) return read;
    const { detection, totals, stage, problems } = read.value;
    if (totals.accepted === 0) return err({ code: 'IMPORTING.NOTHING_IN_IT', file: request.upload.fileName, records: totals.records, first: problems[0]?.code ?? null });
    watch.progress({ step: 'merging', done: totals.records, total: totals.records });
    await this.inventory.takeMergingTurn();
    const scope = scopeOf(detection, request);
    const figures = { duplicateOf: null, format: detection.format, recordKind: detection.recordKind, scope, columns: detection.columns.map(({ name }) => name), mapping: detection.mapping, records: totals.records, accepted: totals.accepted, rejected: totals.rejected, problems };
    if (detection.recordKind !== 'software') {
      const { contracts, departments } = read.value;
      const { merge, conflicts } = detection.recordKind === 'contracts' ? await this.administration.contracts(contracts, sourceId, importId, scope, open.recognise) : await this.administration.departments(departments, sourceId, importId, scope);
      return ok({ ...figures, installations: NOTHING_MERGED, administration: merge, hostsChanged: 0, conflicts, newTitleIds: [], touchedTitleIds: [] });
    }
    const replaced = await this.names.writeNew(dictionaries, importId);
    for (const table of NAME_TABLES) encoder.replaceIds(table, replaced[table]);
    if (stage) await this.inventory.replaceIds(stage, replaced);
    const facts = await this.hosts.writeFacts(importId, encoder);
    const installations = await this.mergeInstallations(stage, open, scope, encoder);
    const register = await this.register.merge(sourceId, importId, scope, encoder.register);
    if (scope === 'HOSTS') await this.inventory.writeCoveredHosts(importId, encoder.hosts);
    if (watch.signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
    const touchedTitleIds = [...new Set([...installations.touchedTitleIds, ...register.touchedTitleIds, ...(await this.hosts.titlesOn(facts.touchedHostIds))])];
    watch.progress({ step: 'counting', done: 0, total: touchedTitleIds.length });
    await this.usage.refreshTitles(touchedTitleIds);
    const sum = (figure: 'added' | 'removed' | 'changed' | 'unchanged') => installations[figure] + register[figure];
    return ok({
      ...figures,
      installations: { added: sum('added'), removed: sum('removed'), changed: sum('changed'), unchanged: sum('unchanged') },
      administration: null,
      hostsChanged: facts.changed,
      conflicts: facts.conflicts,
      newTitleIds: dictionaries.titles.added.filter((title) => !replaced.title.has(title.id)).map((title) => title.id),
      touchedTitleIds,
    });
  }

  /** Columns are taken as the source's last file had them, as far as this one still has them. */
  private async read(open: OpenImport, encoder: InventoryEncoder, watch: ImportWatch): Promise<Result<Read, Problem>> {
    const given = open.request.mapping;
    let mapping = mappingToTry(await this.imports.rememberedMapping(open.sourceId), given);
    for (;;) {
      const read = await this.readWith(open, mapping, encoder, watch);
      const fewer = read.ok ? null : mappingWithout(mapping, given, read.problem);
      if (fewer === null) return read;
      mapping = fewer;
    }
  }

  private async readWith({ importId, sourceId, request, path, isPseudonymised }: OpenImport, mapping: Readonly<Record<string, string>>, encoder: InventoryEncoder, watch: ImportWatch): Promise<Result<Read, Problem>> {
    const problems: Problem[] = [];
    const contracts: ContractRecord[] = [];
    const departments: DepartmentRecord[] = [];
    let detection: Detection | undefined;
    let totals: ReadingTotals | undefined;
    let stage: Stage | null = null;
    let records = 0;
    try {
      for await (const event of readInventory(await storedUpload(path), { fileName: request.upload.fileName, ...(request.format ? { format: request.format } : {}), mapping })) {
        if (watch.signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
        if (event.kind === 'refused') return err(event.problem);
        if (event.kind === 'detected') detection = event.detection;
        if (event.kind === 'end') totals = event.totals;
        if (event.kind !== 'batch') continue;
        const rows = await encoder.encode(event.records, event.removed);
        if (rows.length > 0) await (stage ??= await this.inventory.stage(sourceId, importId)).write(rows);
        for (const problem of event.problems) if (problems.length < LISTED_PROBLEMS) problems.push(withoutNames(problem, detection?.mapping ?? {}, { hosts: isPseudonymised, users: !request.keepUserNames }));
        contracts.push(...event.contracts);
        departments.push(...event.departments);
        records += event.records.length + event.contracts.length + event.departments.length;
        watch.progress({ step: 'reading', done: records });
      }
    } finally {
      await stage?.end();
    }
    if (!detection || !totals) throw new Error('the reader ended without a verdict');
    return ok({ detection, totals, problems, contracts, departments, stage });
  }

  private async mergeInstallations(stage: Stage | null, { sourceId, importId }: OpenImport, scope: ImportScope, encoder: InventoryEncoder): Promise<Merge> {
    if (stage) return this.inventory.merge(stage, sourceId, importId, scope, encoder.gone.values());
    return scope === 'SOURCE' ? this.inventory.removeAll(sourceId, importId) : encoder.gone.size > 0 ? this.inventory.removeOnly(sourceId, importId, encoder.gone.values()) : NOTHING_MERGED;
  }
}

/** What a file speaks of, as it says itself or as was said of it. */
function scopeOf(detection: Detection, request: ImportRequest): ImportScope {
  if (detection.isPartial) return 'PARTS';
  const isOfMachines = !OF_A_WHOLE_SOURCE.has(detection.format) && (!detection.isRegister || request.host !== null);
  return request.partial || isOfMachines ? 'HOSTS' : 'SOURCE';
}

function nothingNew(same: SameImport): ImportSummary {
  return {
    duplicateOf: same.id,
    format: same.format,
    recordKind: same.recordKind,
    scope: same.scope,
    columns: Object.keys(same.mapping),
    mapping: same.mapping,
    records: same.records,
    accepted: same.records,
    rejected: 0,
    problems: [],
    installations: { added: 0, removed: 0, changed: 0, unchanged: same.rows },
    administration: null,
    hostsChanged: 0,
    conflicts: [],
    newTitleIds: [],
    touchedTitleIds: [],
  };
}
