// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { CurationRepository } from './curation.repository.js';
import { TABLE_OF, type CuratedEntity } from './field-names.js';

/** What a person says about a machine, a contract or a unit. */
export interface Curation {
  readonly entity: CuratedEntity;
  readonly id: number;
  /** As it was read. */
  readonly revision: number;
  /** Field → value (ids for references); null says that there is none. A field that is not given is not spoken of. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Fields that imports may write again. */
  readonly release: readonly string[];
}

/** Sets fields by hand; imports leave them alone from then on, until they are released. */
@Injectable()
export class Curate {
  constructor(
    private readonly transactions: Transactions,
    private readonly curation: CurationRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ entity, id, revision, fields, release }: Curation, actorId: number, requestId?: string): Promise<Result<{ readonly id: number }, Problem>> {
    return this.transactions.run<{ id: number }, Problem>(async () => {
      const before = await this.curation.lock(entity, id);
      if (before === null) return err({ code: 'IMPORTING.NOT_FOUND', what: entity, id: `${entity}:${id}` });
      if (before.revision !== revision) return err(await this.audit.changedMeanwhile({ entity, entityId: id, name: String(before[TABLE_OF[entity].key]), given: revision, current: before.revision }));
      const missing = await this.curation.missingReference(entity, fields);
      if (missing !== null) return err(missing);
      await this.curation.set(entity, id, fields, actorId);
      await this.curation.release(entity, id, release);
      await this.curation.countRevision(entity, id, revision + 1);
      await this.audit.record({ actorId, operation: `curate${entity}`, entity, entityId: id, before, after: { fields, release }, requestId });
      return ok({ id });
    });
  }
}
