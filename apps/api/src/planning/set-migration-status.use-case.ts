// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { takeStep, type MigrationStatus } from './migration-status.js';
import { SteeringRepository } from './steering.repository.js';

/** What somebody says of a migration. */
export interface StatusReport {
  /** Key of the product that goes. */
  readonly product: string;
  readonly status: MigrationStatus;
  /** Today where it is left out. */
  readonly on: CalendarDate | null;
  readonly blockers: readonly string[];
  readonly note: string | null;
  readonly revision: number;
}

const LONGEST_NOTE = 2_000;

/** Says how far a migration is; refused where it cannot go there from where it is, or where somebody else has said something since. */
@Injectable()
export class SetMigrationStatus {
  constructor(
    private readonly transactions: Transactions,
    private readonly steering: SteeringRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute({ product, status, on, blockers, note, revision }: StatusReport, actorId: number, requestId?: string): Promise<Result<{ readonly migrationId: number }, Problem>> {
    return this.transactions.run<{ migrationId: number }, Problem>(async () => {
      if (note !== null && note.length > LONGEST_NOTE) return err({ code: 'PLANNING.NOTE_TOO_LONG', path: 'note', most: LONGEST_NOTE });
      await this.steering.lock();
      const before = await this.steering.migration(product);
      if (!before) return err({ code: 'PLANNING.NOT_FOUND', path: 'product', what: 'Migration', id: product });
      if (before.revision !== revision) return err(await this.audit.changedMeanwhile({ entity: 'Migration', entityId: before.id, name: product, given: revision, current: before.revision }));
      const today = dateOfInstant(new Date());
      const day = on ?? today;
      const after = takeStep(before, { status, on: day, blockers }, today);
      if (!after.ok) return after;
      await this.steering.keepStep(before.id, after.value, day, note);
      await this.audit.record({ actorId, operation: 'setMigrationStatus', entity: 'Migration', entityId: before.id, before, after: { ...after.value, on: day, note }, requestId });
      return ok({ migrationId: before.id });
    });
  }
}
