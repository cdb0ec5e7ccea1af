// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { CurationRepository } from './curation.repository.js';
import { fieldsOf, TABLE_OF, type CuratedEntity } from './field-names.js';

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

/** What is wrong with a record as it would be, by the names of its fields; null where it can be kept. */
export type CheckRecord = (record: Readonly<Record<string, unknown>>) => Problem | null | Promise<Problem | null>;

/** Sets fields by hand; imports leave them alone from then on, until they are released. */
@Injectable()
export class Curate {
  constructor(
    private readonly transactions: Transactions,
    private readonly curation: CurationRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @param check says what is wrong with the record as it would be; what was wrong with it before is nobody’s hindrance */
  async execute({ entity, id, revision, fields, release }: Curation, check: CheckRecord, actorId: number, requestId?: string): Promise<Result<{ readonly id: number }, Problem>> {
    return this.transactions.run<{ id: number }, Problem>(async () => {
      const before = await this.curation.lock(entity, id);
      if (before === null) return err({ code: 'IMPORTING.NOT_FOUND', what: entity, id: `${entity}:${id}` });
      if (before.revision !== revision) return err(await this.audit.changedMeanwhile({ entity, entityId: id, name: String(before[TABLE_OF[entity].key]), given: revision, current: before.revision }));
      const missing = await this.curation.missingReference(entity, fields);
      if (missing !== null) return err(missing);
      const problem = await check({ ...recordOf(entity, before), ...withoutUndefined(fields) });
      if (problem !== null && !isSame(problem, await check(recordOf(entity, before)))) return err(problem);
      await this.curation.set(entity, id, fields, actorId);
      await this.curation.release(entity, id, release);
      await this.curation.countRevision(entity, id, revision + 1);
      await this.audit.record({ actorId, operation: `curate${entity}`, entity, entityId: id, before, after: { fields, release }, requestId });
      return ok({ id });
    });
  }
}

/** A row by the names of its fields, with its id and the key by which files name it. */
function recordOf(entity: CuratedEntity, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { key } = TABLE_OF[entity];
  return { id: row['id'], [key]: row[key], ...Object.fromEntries(fieldsOf(entity).map(({ field, column }) => [field, row[column]])) };
}

function withoutUndefined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isSame(one: Problem, other: Problem | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
