// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Problem } from '#kernel';
import type { ScoringModel } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';

/** A model with its row. */
export interface StoredModel {
  readonly id: number;
  readonly model: ScoringModel;
}

/** The problem with a model that is not there. */
export function modelNotFound({ model, version }: { readonly model: string; readonly version?: number | null | undefined }): Problem {
  return { code: 'SCORING.NOT_FOUND', what: 'ScoringModel', id: version == null ? model : `${model} v${version}` };
}

/** Reads and keeps scoring models; a version is never changed. */
@Injectable()
export class ScoringModelRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The version asked for, or the newest of the key; null where there is none. */
  async find(key: string, version: number | null): Promise<StoredModel | null> {
    const [row] = await this.transactions.query<StoredModel>(
      'SELECT id, definition AS model FROM scoring_model WHERE key = $1 AND version = coalesce($2, version) ORDER BY version DESC LIMIT 1',
      [key, version],
    );
    return row ?? null;
  }

  async byId(id: number): Promise<StoredModel | null> {
    const [row] = await this.transactions.query<StoredModel>('SELECT id, definition AS model FROM scoring_model WHERE id = $1', [id]);
    return row ?? null;
  }

  /** Keeps a model; null where its key and version are taken. */
  async add(model: ScoringModel): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number }>(
      'INSERT INTO scoring_model (key, version, definition) VALUES ($1, $2, $3) ON CONFLICT (key, version) DO NOTHING RETURNING id',
      [model.id, model.version, JSON.stringify(model)],
    );
    return row?.id ?? null;
  }
}
