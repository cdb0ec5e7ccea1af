// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { changeModel, parseModel, type ModelChanges, type ScoringModel } from '#scoring';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { shippedModels } from './load-scoring-base.use-case.js';
import { modelNotFound, ScoringModelRepository } from './scoring-model.repository.js';

/** What is copied, under which key, and what is changed in the copy. */
export interface CopyOrder {
  readonly model: string;
  readonly version: number | null;
  /** Key of the copy; a key of the administration's own that is there already gets a next version. */
  readonly key: string;
  /** Newest version under that key when editing began; null for a new key. */
  readonly replaces: number | null;
  readonly changes: ModelChanges;
  /** A whole model in place of changes: everything can be edited that way. Its id and version are set by the copy. */
  readonly definition: unknown;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Makes a model of the administration's own: versions are never changed, a change is a copy. */
@Injectable()
export class CopyScoringModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: ScoringModelRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(order: CopyOrder, actorId: number, requestId?: string): Promise<Result<{ readonly modelId: number }, Problem>> {
    const { key } = order;
    if (!KEY.test(key)) return err({ code: 'SCORING.MODEL_KEY_INVALID', key });
    if (shippedModels.some((model) => model.id === key)) return err({ code: 'SCORING.MODEL_IS_SHIPPED', model: key });
    return this.transactions.run<{ modelId: number }, Problem>(async () => {
      const origin = await this.models.find(order.model, order.version);
      if (!origin) return err(modelNotFound(order));
      const newest = (await this.models.find(key, null))?.model.version ?? null;
      if (newest !== order.replaces) return err(await this.stale(order, newest));
      const version = (newest ?? 0) + 1;
      const copied = this.copy(origin.model, order, version);
      if (!copied.ok) return copied;
      const modelId = await this.models.add(copied.value);
      if (modelId === null) return err(await this.stale(order, version));
      const after = { from: `${origin.model.id} v${origin.model.version}`, key, version, changes: order.changes, definition: order.definition ?? undefined };
      await this.audit.record({ actorId, operation: 'copyScoringModel', entity: 'ScoringModel', entityId: modelId, before: { revision: version - 1 }, after, requestId });
      return ok({ modelId });
    });
  }

  private async stale({ key, replaces }: CopyOrder, newest: number | null): Promise<Problem> {
    const found = await this.models.find(key, newest);
    return this.audit.changedMeanwhile({ entity: 'ScoringModel', entityId: found?.id ?? '', name: key, path: 'replaces', given: replaces, current: newest });
  }

  private copy(origin: ScoringModel, { key, changes, definition }: CopyOrder, version: number): Result<ScoringModel, Problem> {
    if (definition === undefined || definition === null) return changeModel(origin, key, version, changes);
    if (typeof definition !== 'object') return err({ code: 'SCORING.MODEL_INVALID', path: '(root)', reason: 'not an object' });
    const parsed = parseModel({ ...definition, id: key, version });
    return parsed.ok ? changeModel(parsed.value, key, version, changes) : parsed;
  }
}
