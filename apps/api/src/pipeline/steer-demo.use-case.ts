// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { addMonths, dateOf, dateOfInstant, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { SYSTEM_ACTOR_ID } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { PutPlanInForce, SetTarget } from '../planning/index.js';
import { AdministrationRepository } from './administration.repository.js';

/** What the council of the invented city has resolved; years from today. */
const RESOLVED = [
  { measure: 'INSTALLATIONS', name: 'Jede fünfte Installation ist freie Software', goal: 0.2, years: 3 },
  { measure: 'PRODUCTS', name: 'Jedes dritte Produkt ist freie Software', goal: 1 / 3, years: 3 },
  { measure: 'SPECIALISED_PRODUCTS', name: 'Jedes zehnte Fachverfahren ist freie Software', goal: 0.1, years: 4 },
  { measure: 'OPEN_PRODUCTS', name: 'Höchstens 50 Produkte ohne Entscheidung', goal: 50, years: 1 },
] as const;
const NOTE = 'Erfundener Ratsbeschluss; auch die Messwerte vor dem ersten Start des Programms sind erfunden.';

/** Lets the invented city steer: its plan comes into force, and it has targets with a past. */
@Injectable()
export class SteerDemo {
  constructor(
    private readonly transactions: Transactions,
    private readonly administration: AdministrationRepository,
    private readonly putInForce: PutPlanInForce,
    private readonly setTarget: SetTarget,
  ) {}

  /** All of it in one transaction: a killed start does it again. */
  execute(now: Date): Promise<Result<null, Problem>> {
    return this.transactions.run<null, Problem>(async () => {
      const plan = await this.administration.planToPutInForce();
      const done = plan === null ? ok(null) : await this.putInForce.execute(`Plan:${plan}`, null, SYSTEM_ACTOR_ID);
      if (!done.ok) return done;
      for (const { measure, name, goal, years } of RESOLVED) {
        const set = await this.setTarget.execute(measure, { name, goal, dueOn: endOfYear(addMonths(dateOfInstant(now), 12 * years)), note: NOTE }, SYSTEM_ACTOR_ID);
        if (!set.ok) return set;
      }
      await this.administration.inventMeasurements();
      return ok(null);
    });
  }
}

function endOfYear(day: CalendarDate): CalendarDate {
  return dateOf(Number(day.slice(0, 4)), 12, 31)!;
}
