// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { CreateScenario } from './create-scenario.use-case.js';
import { deriveScenario, type ScenarioChanges } from './derive-scenario.js';
import { PlanRepository } from './plan.repository.js';
import { scenarioDefinition, type ScenarioDefinition } from './scenario.js';

/** Keeps a what-if as a scenario of its own, made out of another one; plan it to see what follows. */
@Injectable()
export class DeriveScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly create: CreateScenario,
  ) {}

  async execute(from: string, name: string, changes: ScenarioChanges, actorId: number, requestId?: string): Promise<Result<{ readonly scenarioId: number }, Problem>> {
    const derived = await this.transactions.run<ScenarioDefinition, Problem>(async () => {
      const stored = await this.plans.scenario(from);
      if (!stored) return err({ code: 'PLANNING.NOT_FOUND', path: 'from', what: 'Scenario', id: from });
      const definition = deriveScenario(scenarioDefinition.parse(stored.definition), changes);
      return definition.ok ? ok(definition.value) : definition;
    });
    return derived.ok ? this.create.execute(name, derived.value, actorId, requestId) : derived;
  }
}
