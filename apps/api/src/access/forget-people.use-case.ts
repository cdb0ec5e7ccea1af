// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { SYSTEM_ACTOR_ID } from './actors.js';
import { AuditTrail } from './audit.trail.js';
import { PersonRepository } from './person.repository.js';

/** Takes away what tells who somebody is; what they did stays. */
@Injectable()
export class ForgetPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly audit: AuditTrail,
  ) {}

  one(actor: string, byActorId: number, requestId: string): Promise<Result<{ readonly actorId: number }, Problem>> {
    return this.transactions.run(async () => {
      const actorId = await this.people.actorNamed(actor);
      if (actorId === null || !(await this.people.forget(actorId))) return err({ code: 'PLATFORM.NOT_FOUND', what: 'Person', id: actor });
      await this.audit.record({ actorId: byActorId, operation: 'forgetPerson', entity: 'Actor', entityId: actorId, requestId });
      return ok({ actorId });
    });
  }

  /** The rule of retention: who has not signed in for so long is forgotten. */
  unseenFor(days: number): Promise<Result<number, never>> {
    return this.transactions.run(async () => {
      const gone = await this.people.unseenFor(days);
      for (const actorId of gone) {
        await this.people.forget(actorId);
        await this.audit.record({ actorId: SYSTEM_ACTOR_ID, operation: 'forgetPerson', entity: 'Actor', entityId: actorId });
      }
      return ok(gone.length);
    });
  }
}
