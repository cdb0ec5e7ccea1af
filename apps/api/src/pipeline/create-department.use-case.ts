// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { unitProblem } from '../catalogue/index.js';
import { CurationRepository } from '../importing/index.js';
import { Transactions } from '../platform/database/transactions.js';

/** An organisational unit that no list has named yet. */
export interface NewDepartment {
  /** By which lists name it. */
  readonly key: string;
  readonly name: string;
  /** The unit above. */
  readonly parent: number | null;
  readonly users: number | null;
  readonly changeLoadLimit: number | null;
}

/** Makes an organisational unit; what is said of it here, imports leave alone. */
@Injectable()
export class CreateDepartment {
  constructor(
    private readonly transactions: Transactions,
    private readonly curation: CurationRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ key, ...said }: NewDepartment, actorId: number, requestId?: string): Promise<Result<{ readonly id: number }, Problem>> {
    return this.transactions.run<{ id: number }, Problem>(async () => {
      const problem = unitProblem({ key, ...said });
      if (problem !== null) return err(problem);
      const missing = await this.curation.missingReference('Department', { ...said });
      if (missing !== null) return err(missing);
      // what is not known stays open to lists that know it
      const fields = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
      const id = await this.curation.add('Department', key, fields, actorId);
      if (id === null) return err({ code: 'CATALOGUE.UNIT_KEY_TAKEN', path: 'key', key });
      await this.audit.record({ actorId, operation: 'createDepartment', entity: 'Department', entityId: id, after: { key, fields }, requestId });
      return ok({ id });
    });
  }
}
