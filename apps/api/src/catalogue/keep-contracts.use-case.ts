// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { draftProblem, type DraftFields } from './check-contract.js';
import { ContractRepository, type EditedRow, type EditedTable, type NamedType, type StoredRow } from './contract.repository.js';

/** What a person enters: the row, what it names by key, and the revision it replaces (null for a new one). */
export interface Draft {
  readonly table: EditedTable;
  readonly fields: DraftFields;
  /** Columns of the row, without the references. */
  readonly row: EditedRow;
  /** Column, type and key of what the row names; null keys name nothing. */
  readonly references: readonly { readonly column: string; readonly path: string; readonly type: NamedType; readonly key: string | null }[];
  readonly revision: number | null;
}

interface Actor {
  readonly actorId: number;
  readonly requestId: string;
}

/** Adds or replaces a contract or right as a whole; refused where somebody else has changed it since it was read. */
@Injectable()
export class KeepContracts {
  constructor(
    private readonly transactions: Transactions,
    private readonly contracts: ContractRepository,
    private readonly audit: AuditTrail,
  ) {}

  put({ table, fields, row, references, revision }: Draft, { actorId, requestId }: Actor): Promise<Result<{ readonly id: number }, Problem>> {
    return this.transactions.run<{ id: number }, Problem>(async () => {
      const problem = draftProblem(fields);
      if (problem) return err(problem);
      const named = await this.resolve(references);
      if (!named.ok) return named;
      const before = await this.contracts.find(table, fields.number);
      if ((before?.revision ?? null) !== revision) return err(await this.stale(table, fields.number, revision, before));
      const after = { ...row, ...named.value };
      const id = await this.contracts.put(table, after, before === null);
      if (id === null) return err(await this.stale(table, fields.number, revision, await this.contracts.find(table, fields.number)));
      await this.audit.record({ actorId, operation: `upsert${ENTITIES[table]}`, entity: ENTITIES[table], entityId: id, before: before ?? undefined, after, requestId });
      return ok({ id });
    });
  }

  /** Takes a contract or right away; a contract under which rights were entered stays. */
  remove(table: EditedTable, number: string, revision: number, { actorId, requestId }: Actor): Promise<Result<{ readonly number: string }, Problem>> {
    return this.transactions.run<{ number: string }, Problem>(async () => {
      const before = number.includes('\0') ? null : await this.contracts.find(table, number);
      if (!before) return err({ code: 'CATALOGUE.NOT_FOUND', what: ENTITIES[table], id: number });
      if (before.revision !== revision) return err(await this.stale(table, number, revision, before));
      const rights = table === 'contract' ? await this.contracts.rightsUnder(before.id) : [];
      if (rights.length > 0) return err({ code: 'CATALOGUE.CONTRACT_HAS_RIGHTS', number, rights });
      await this.contracts.remove(table, before.id);
      await this.audit.record({ actorId, operation: `remove${ENTITIES[table]}`, entity: ENTITIES[table], entityId: before.id, before, requestId });
      return ok({ number });
    });
  }

  /** Keeps what somebody counted; a new count of the same takes the place of the one that was read. */
  count(product: string, row: EditedRow & { readonly author: string }, revision: number | null, { actorId, requestId }: Actor): Promise<Result<{ readonly id: number }, Problem>> {
    return this.transactions.run<{ id: number }, Problem>(async () => {
      const problem = draftProblem({ ...row, number: row.author });
      if (problem) return err(problem.path === 'number' ? { ...problem, path: 'author' } : problem);
      const named = await this.resolve([{ column: 'product_id', path: 'product', type: 'Product', key: product }]);
      if (!named.ok) return named;
      const after = { ...row, ...named.value };
      const before = await this.contracts.findCount(after);
      if ((before?.revision ?? null) !== revision) return err(await this.staleCount(product, revision, before));
      const id = await this.contracts.putCount(after, before?.id ?? null);
      if (id === null) return err(await this.staleCount(product, revision, await this.contracts.findCount(after)));
      await this.audit.record({ actorId, operation: 'recordUsageCount', entity: 'UsageCount', entityId: id, before: before ?? undefined, after, requestId });
      return ok({ id });
    });
  }

  private stale(table: EditedTable, number: string, given: number | null, now: StoredRow | null): Promise<Problem> {
    return this.audit.changedMeanwhile({ entity: ENTITIES[table], entityId: now?.id ?? '', name: number, given, current: now?.revision ?? null });
  }

  private staleCount(product: string, given: number | null, now: StoredRow | null): Promise<Problem> {
    return this.audit.changedMeanwhile({ entity: 'UsageCount', entityId: now?.id ?? '', name: product, given, current: now?.revision ?? null });
  }

  private async resolve(references: Draft['references']): Promise<Result<EditedRow, Problem>> {
    const ids: Record<string, number | null> = {};
    for (const { column, path, type, key } of references) {
      const id = key === null || key.includes('\0') ? null : await this.contracts.idOf(type, key);
      if (key !== null && id === null) return err({ code: 'CATALOGUE.NOT_FOUND', what: type, id: key, path });
      ids[column] = id;
    }
    return ok(ids);
  }
}

const ENTITIES = { contract: 'Contract', entitlement: 'Entitlement' } as const;
