// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../../access/index.js';
import { localId } from '../../platform/graphql/reading/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkTerms } from './check-terms.js';
import { TargetRepository, type StoredTarget, type TargetTerms } from './target.repository.js';

/** What is to be different; what is left out stays. */
export type TargetChange = Partial<TargetTerms>;

/** Changes a target or withdraws it; every version stays readable. Refused where somebody else has changed it since it was read. */
@Injectable()
export class ChangeTarget {
  constructor(
    private readonly transactions: Transactions,
    private readonly targets: TargetRepository,
    private readonly audit: AuditTrail,
  ) {}

  change(id: string, revision: number, change: TargetChange, actorId: number, requestId?: string): Promise<Result<{ readonly targetId: number }, Problem>> {
    return this.keep(id, revision, 'changeTarget', actorId, requestId, (before) => {
      const terms = { name: change.name ?? before.name, goal: change.goal ?? before.goal, dueOn: change.dueOn ?? before.dueOn, note: change.note === undefined ? before.note : change.note };
      return checkTerms(before.measure, terms, dateOfInstant(new Date()));
    });
  }

  /** @param reason why; kept as the note of the last version */
  withdraw(id: string, revision: number, reason: string, actorId: number, requestId?: string): Promise<Result<{ readonly targetId: number }, Problem>> {
    return this.keep(id, revision, 'withdrawTarget', actorId, requestId, ({ name, goal, dueOn, measure }) => {
      if (reason.trim() === '') return err({ code: 'PLANNING.REASON_MISSING', path: 'reason' });
      return checkTerms(measure, { name, goal, dueOn, note: reason }, dueOn);
    });
  }

  private keep(id: string, revision: number, operation: 'changeTarget' | 'withdrawTarget', actorId: number, requestId: string | undefined, termsAfter: (before: StoredTarget) => Result<TargetTerms, Problem>): Promise<Result<{ readonly targetId: number }, Problem>> {
    return this.transactions.run<{ targetId: number }, Problem>(async () => {
      const targetId = localId('Target', id);
      const before = typeof targetId === 'number' ? await this.targets.find(targetId) : null;
      if (before === null) return err({ code: 'PLANNING.NOT_FOUND', path: 'id', what: 'Target', id });
      if (before.isWithdrawn) return err({ code: 'PLANNING.TARGET_WITHDRAWN', path: 'id', name: before.name });
      if (before.revision !== revision) return err(await this.audit.changedMeanwhile({ entity: 'Target', entityId: before.id, name: before.name, given: revision, current: before.revision }));
      const after = termsAfter(before);
      if (!after.ok) return after;
      await this.targets.keepVersion(before.id, revision + 1, after.value, operation === 'withdrawTarget', actorId);
      await this.audit.record({ actorId, operation, entity: 'Target', entityId: before.id, before, after: after.value, requestId });
      return ok({ targetId: before.id });
    });
  }
}
