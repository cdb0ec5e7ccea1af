// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, ok, type Problem, type Result } from '#kernel';
import type { Measure } from '#planning';
import { AuditTrail } from '../../access/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { checkTerms } from './check-terms.js';
import { MeasureTargets } from './measure-targets.use-case.js';
import { TargetRepository, type TargetTerms } from './target.repository.js';

/** Sets a target: what is to be reached by when. */
@Injectable()
export class SetTarget {
  constructor(
    private readonly transactions: Transactions,
    private readonly targets: TargetRepository,
    private readonly measure: MeasureTargets,
    private readonly audit: AuditTrail,
  ) {}

  execute(measure: Measure, terms: TargetTerms, actorId: number, requestId?: string): Promise<Result<{ readonly targetId: number }, Problem>> {
    return this.transactions.run<{ targetId: number }, Problem>(async () => {
      const checked = checkTerms(measure, terms, dateOfInstant(new Date()));
      if (!checked.ok) return checked;
      const targetId = await this.targets.add(measure);
      await this.targets.keepVersion(targetId, 1, checked.value, false, actorId);
      await this.measure.execute();
      await this.audit.record({ actorId, operation: 'setTarget', entity: 'Target', entityId: targetId, after: { measure, ...checked.value }, requestId });
      return ok({ targetId });
    });
  }
}
