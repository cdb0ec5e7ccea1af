// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { localId } from '../platform/graphql/reading/index.js';
import { Transactions } from '../platform/database/transactions.js';
import type { MigrationUnderWay } from './plan-under-way.js';
import { SteeringRepository, type PlannedMigration } from './steering.repository.js';

/** Makes a plan the one that applies: its migrations are planned, waiting ones that it does not have are cancelled. Doing it again changes nothing. */
@Injectable()
export class PutPlanInForce {
  constructor(
    private readonly transactions: Transactions,
    private readonly steering: SteeringRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param replaces the plan in force that was read; null: none
   * @returns `PLANNING.NOT_FOUND`, `PLANNING.PLAN_HAS_NO_WAVES`, or `PLANNING.PLAN_MOVES_RUNNING` with the products that have begun and that it would move or drop */
  execute(id: string, replaces: string | null, actorId: number, requestId?: string): Promise<Result<{ readonly planId: number }, Problem>> {
    return this.transactions.run<{ planId: number }, Problem>(async () => {
      const planId = localId('Plan', id);
      const status = typeof planId === 'number' ? await this.steering.planStatus(planId) : null;
      if (typeof planId !== 'number' || status === null) return err({ code: 'PLANNING.NOT_FOUND', path: 'plan', what: 'Plan', id });
      if (status === 'INFEASIBLE') return err({ code: 'PLANNING.PLAN_HAS_NO_WAVES', path: 'plan', plan: id });
      await this.steering.lock();
      const before = await this.steering.planInForce();
      if (before === planId) return ok({ planId });
      const inForce = before === null ? null : `Plan:${before}`;
      if (inForce !== replaces) return err(await this.audit.changedMeanwhile({ entity: 'Plan', entityId: before ?? '', name: inForce ?? replaces!, path: 'replaces', given: replaces, current: inForce, replaced: 0 }));
      const migrations = await this.steering.migrationsOf(planId);
      const products = movedThoughBegun(migrations, await this.steering.underWay());
      if (products.length > 0) return err({ code: 'PLANNING.PLAN_MOVES_RUNNING', path: 'plan', plan: id, products });
      await this.steering.follow(planId, migrations, dateOfInstant(new Date()));
      await this.steering.putInForce(planId);
      await this.audit.record({ actorId, operation: 'putPlanInForce', entity: 'Plan', entityId: planId, before: { planId: before }, after: { planId }, requestId });
      return ok({ planId });
    });
  }
}

/** Products whose migration has begun, and that a plan begins at another time, or no longer has although they are not done. */
export function movedThoughBegun(migrations: readonly PlannedMigration[], underWay: readonly MigrationUnderWay[]): readonly string[] {
  const planned = new Map(migrations.map((migration) => [migration.productKey, migration]));
  const firstDay = migrations.map(({ startsOn }) => startsOn).sort()[0];
  return underWay.flatMap(({ productKey, status, startedOn }) => {
    if (startedOn === null || status === 'CANCELLED') return [];
    const there = planned.get(productKey);
    const isMoved = there === undefined ? status !== 'DONE' && firstDay !== undefined && startedOn >= firstDay : startedOn < there.startsOn || startedOn > there.endsOn;
    return isMoved ? [productKey] : [];
  });
}
