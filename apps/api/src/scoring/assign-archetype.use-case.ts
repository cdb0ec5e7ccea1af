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

  /** @param products each with its revision as it was read */
  execute(products: readonly { readonly product: string; readonly revision: number }[], archetype: string | null, actorId: number, requestId?: string): Promise<Result<{ readonly archetypeId: number | null; readonly assigned: number }, Problem>> {
    return this.transactions.run<{ archetypeId: number | null; assigned: number }, Problem>(async () => {
      const found = await this.assessments.lockProducts(products.map(({ product }) => product));
      for (const [position, { product, revision }] of products.entries()) {
        const stored = found.get(product);
        if (stored === undefined) return err({ code: 'SCORING.NOT_FOUND', what: 'Product', id: product });
        if (stored.revision !== revision) return err({ ...(await this.audit.changedMeanwhile({ entity: 'Catalogue', entityId: product, name: product, given: revision, current: stored.revision })), path: `products.${position}.revision` });
      }
      const kind = archetype === null ? null : (await this.assessments.archetypes([archetype])).get(archetype);
      if (kind === undefined) return err({ code: 'SCORING.NOT_FOUND', what: 'Archetype', id: archetype });
      await this.assessments.assign([...found.values()].map((product) => product.id), kind?.id ?? null);
      for (const { product, revision } of products) await this.audit.record({ actorId, operation: 'assignArchetype', entity: 'Catalogue', entityId: product, before: { revision }, after: { archetype }, requestId });
      return ok({ archetypeId: kind?.id ?? null, assigned: found.size });
    });
  }
}
