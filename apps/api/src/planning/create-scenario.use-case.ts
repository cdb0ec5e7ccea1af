// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { checkScenario } from './check-scenario.js';
import { PlanRepository } from './plan.repository.js';
import { departmentsNamed } from './scenario.js';

const LONGEST_NAME = 200;

/** Keeps a scenario under a name of its own; a scenario is never changed, another one is made. */
@Injectable()
export class CreateScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(name: string, definition: unknown, actorId: number, requestId?: string): Promise<Result<{ readonly scenarioId: number }, Problem>> {
    const trimmed = name.trim();
    if (trimmed === '' || trimmed.length > LONGEST_NAME) return err({ code: 'PLANNING.SCENARIO_NAME_EMPTY', path: 'name', most: LONGEST_NAME });
    const checked = checkScenario(definition);
    if (!checked.ok) return checked;
    return this.transactions.run<{ scenarioId: number }, Problem>(async () => {
      const named = departmentsNamed(checked.value);
      const unknown = await this.plans.unknownDepartments(named.map(({ department }) => department));
      const stranger = named.find(({ department }) => unknown.has(department));
      if (stranger) return err({ code: 'PLANNING.UNKNOWN_DEPARTMENT', ...stranger });
      const scenarioId = await this.plans.addScenario(trimmed, checked.value);
      if (scenarioId === null) return err({ code: 'PLANNING.SCENARIO_NAME_TAKEN', path: 'name', id: trimmed });
      await this.audit.record({ actorId, operation: 'createScenario', entity: 'Scenario', entityId: scenarioId, after: checked.value, requestId });
      return ok({ scenarioId });
    });
  }
}
