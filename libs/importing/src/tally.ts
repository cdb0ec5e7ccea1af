// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { ContractRecord, DepartmentRecord, InventoryRecord } from './record.js';
import { LISTED_PROBLEMS, type ReadingEvent, type ReadingTotals } from './reading.js';

const DEFAULT_BATCH_SIZE = 2_000;

/** Gathers records and problems into batches and keeps the sums of a file. */
export class Tally {
  private records: InventoryRecord[] = [];
  private removed = new Map<string, InventoryRecord>();
  private contracts: ContractRecord[] = [];
  private departments: DepartmentRecord[] = [];
  private problems: Problem[] = [];
  private accepted = 0;
  private rejected = 0;
  private problemCount = 0;
  private readonly byCode = new Map<string, number>();

  constructor(
    private readonly fileName: string | undefined,
    private readonly batchSize: number = DEFAULT_BATCH_SIZE,
  ) {}

  accept(record: InventoryRecord): void {
    this.records.push(record);
    this.accepted++;
    if (this.removed.size > 0) this.removed.delete(identityOf(record));
  }

  /** Takes the word of a file that an installation is gone. */
  acceptRemoved(record: InventoryRecord): void {
    const identity = identityOf(record);
    this.records = this.records.filter((other) => identityOf(other) !== identity);
    this.removed.set(identity, record);
    this.accepted++;
  }

  acceptContract(record: ContractRecord): void {
    this.contracts.push(record);
    this.accepted++;
  }

  acceptDepartment(record: DepartmentRecord): void {
    this.departments.push(record);
    this.accepted++;
  }

  /** Counts one record as lost and says why. */
  reject(problem: Problem): void {
    this.rejected++;
    this.note(problem);
  }

  /** Says what is wrong with a part of a record that is kept. */
  note(problem: Problem): void {
    this.problemCount++;
    this.byCode.set(problem.code, (this.byCode.get(problem.code) ?? 0) + 1);
    if (this.problemCount <= LISTED_PROBLEMS) this.problems.push(this.fileName === undefined ? problem : { ...problem, file: this.fileName });
  }

  get isFull(): boolean {
    return this.gathered >= this.batchSize || this.problems.length >= this.batchSize;
  }

  get isEmpty(): boolean {
    return this.gathered === 0 && this.problems.length === 0;
  }

  private get gathered(): number {
    return this.records.length + this.removed.size + this.contracts.length + this.departments.length;
  }

  /** True as long as the file has given neither a record nor a bad line. */
  get hasSeenNothing(): boolean {
    return this.accepted === 0 && this.rejected === 0;
  }

  /** Hands out what has gathered since the last batch. */
  batch(bytesRead: number): ReadingEvent {
    const event: ReadingEvent = { kind: 'batch', records: this.records, removed: [...this.removed.values()], contracts: this.contracts, departments: this.departments, problems: this.problems, bytesRead };
    this.records = [];
    this.removed = new Map();
    this.contracts = [];
    this.departments = [];
    this.problems = [];
    return event;
  }

  totals(bytes: number): ReadingTotals {
    return {
      records: this.accepted + this.rejected,
      accepted: this.accepted,
      rejected: this.rejected,
      problems: this.problemCount,
      problemsByCode: Object.fromEntries(this.byCode),
      bytes,
    };
  }
}

/** What makes two records the same installation. */
function identityOf({ host, title, version }: InventoryRecord): string {
  return `${host ?? ''}\u0001${title}\u0001${version ?? ''}`;
}
