// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { AssessmentRepository } from './assessment.repository.js';

/** Puts products into an archetype, whatever their category says; or into none. */
@Injectable()
export class AssignArchetype {
  constructor(
    private readonly transactions: Transactions,
    private readonly assessments: AssessmentRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute(products: readonly string[], archetype: string | null, actorId: number, requestId?: string): Promise<Result<{ readonly archetypeId: number | null; readonly assigned: number }, Problem>> {
    return this.transactions.run<{ archetypeId: number | null; assigned: number }, Problem>(async () => {
      const found = await this.assessments.products(products);
      const stranger = products.find((key) => !found.has(key));
      if (stranger !== undefined) return err({ code: 'SCORING.NOT_FOUND', what: 'Product', id: stranger });
      const kind = archetype === null ? null : (await this.assessments.archetypes([archetype])).get(archetype);
      if (kind === undefined) return err({ code: 'SCORING.NOT_FOUND', what: 'Archetype', id: archetype });
      await this.assessments.assign([...found.values()].map((product) => product.id), kind?.id ?? null);
      await this.audit.record({ actorId, operation: 'assignArchetype', entity: 'Archetype', entityId: kind?.id ?? 'none', after: { products, archetype }, requestId });
      return ok({ archetypeId: kind?.id ?? null, assigned: found.size });
    });
  }
}
