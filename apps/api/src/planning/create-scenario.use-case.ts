// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { PlanRepository } from './plan.repository.js';
import { scenarioDefinition, type ScenarioDefinition } from './scenario.js';

/** Keeps a scenario under a name of its own; a scenario is never changed, another one is made. */
@Injectable()
export class CreateScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(name: string, definition: unknown, actorId: number, requestId?: string): Promise<Result<{ readonly scenarioId: number }, Problem>> {
    const parsed = scenarioDefinition.safeParse(definition);
    if (!parsed.success) {
      const [first] = parsed.error.issues;
      return err({ code: 'PLANNING.SCENARIO_INVALID', path: first!.path.join('.') || '(root)', reason: first!.message });
    }
    const disorder = firstDisorder(parsed.data);
    if (disorder) return err({ code: 'PLANNING.SCENARIO_INVALID', ...disorder });
    return this.transactions.run<{ scenarioId: number }, Problem>(async () => {
      const scenarioId = await this.plans.addScenario(name.trim(), parsed.data);
      if (scenarioId === null) return err({ code: 'PLANNING.SCENARIO_NAME_TAKEN', id: name });
      await this.audit.record({ actorId, operation: 'createScenario', entity: 'Scenario', entityId: scenarioId, after: parsed.data, requestId });
      return ok({ scenarioId });
    });
  }
}

function firstDisorder({ periods, teams }: ScenarioDefinition): { path: string; reason: string } | null {
  for (const [index, period] of periods.entries()) {
    if (period.endsOn < period.startsOn) return { path: `periods.${index}.endsOn`, reason: 'the period ends before it starts' };
    if (index > 0 && period.startsOn <= periods[index - 1]!.endsOn) return { path: `periods.${index}.startsOn`, reason: 'the period overlaps the one before it' };
  }
  const short = teams.findIndex((team) => team.capacityDays.length !== periods.length);
  return short < 0 ? null : { path: `teams.${short}.capacityDays`, reason: `one number per period is needed (${periods.length})` };
}
